"""The tables of a case on paper: time limits, what was judged anew, the course, the promises."""

from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

from desk.domain.complaint_approval import OVERRUN, is_approved
from desk.domain.complaint_case import PromiseMade
from desk.domain.complaint_clock import Category, Clock
from desk.i18n import EstateFormat, _, pgettext
from desk.printing.forms.complaint_tables import GivenPromise, JournalStep, Judged, TimeLimit
from desk.services import case_journal
from desk.services.case_journal import Entry
from desk.services.case_words import cited_words, owed_words
from desk.services.complaint import Reclassification
from desk.services.complaint_case import Case
from desk.services.policy_words import severity_name
from desk.wording import label
from desk.wording.deadline import term_words, with_clauses

_TOLD_ELSEWHERE = frozenset({Category.PROMISE, Category.PROMOTION})


def limits(case: Case) -> tuple[TimeLimit, ...]:
    """Every clock of the case in the order it began; a promise stands in a table of its own.

    What another level took away before it ran out was never owed; what was missed counts (K19).
    """
    shown = [one for one in case.clocks if _is_told(one)]
    return tuple(_limit(case, one) for one in sorted(shown, key=_by_time))


def _is_told(clock: Clock) -> bool:
    is_gone = clock.ended_at is not None and not clock.is_missed(clock.ended_at)
    return clock.category not in _TOLD_ELSEWHERE and not is_gone


def _limit(case: Case, clock: Clock) -> TimeLimit:
    return TimeLimit(
        what=limit_words(case, clock),
        due_at=clock.due_at,
        met_at=clock.met_at,
        overrun=clock.is_missed(case.seen_at),
        approver=_approver(case, clock),
    )


def limit_words(case: Case, clock: Clock) -> str:
    """輕微 · 處理完畢 2 日內 (M2 R150)."""
    owed, clauses = owed_words(case, clock), cited_words(clock)
    if clock.term is not None:
        owed = _("{event} {term}").format(event=owed, term=term_words(clock.term))
    return _joined(severity_name(case.policy, clock.severity), with_clauses(owed, clauses))


def _approver(case: Case, clock: Clock) -> str:
    """Who allowed the overrun of this very clock, by its last word (R150)."""
    matter = OVERRUN + clock.code
    said = [one.approver for one in case.facts.approvals if one.matter == matter]
    return said[-1] if is_approved(case.facts, clock) else ""


def judged(case: Case, reclassified: Iterable[Reclassification]) -> tuple[Judged, ...]:
    """R130, R137: every new judgement of severity and nature, as it came about."""
    change = pgettext("paper", "{what}: {before} → {after}")
    found = []
    for before, era in pairwise(case.facts.eras):
        what = change.format(
            what=pgettext("paper", "Severity"),
            before=severity_name(case.policy, before.severity),
            after=severity_name(case.policy, era.severity),
        )
        why = pgettext("paper", "Unsolved for too long") if era.promoted else era.why
        found.append(Judged(era.since, what, why, era.by))
    for one in reclassified:
        what = change.format(
            what=pgettext("paper", "Nature"),
            before=label("nature", one.before),
            after=label("nature", one.after),
        )
        found.append(Judged(one.at, what, one.why, one.by))
    return tuple(sorted(found, key=_at))


def steps(case: Case, custom: EstateFormat) -> tuple[JournalStep, ...]:
    """The course of the case, step by step (R92, R143, R164)."""
    return tuple(
        JournalStep(one.at, one.title, one.by, _other(one), _said(one))
        for one in case_journal.course(case, custom)
    )


def _said(one: Entry) -> str:
    return one.words if one.person else one.text


def _other(one: Entry) -> str:
    """With whom; who did it alone stands there once."""
    return "" if one.person == one.by else one.person


def course(case: Case, custom: EstateFormat) -> str:
    """The course in lines, for a report that is read from the top to the end."""
    lines = []
    for one in case_journal.course(case, custom):
        said = _joined(one.title, one.by, _other(one), _said(one))
        lines.append(f"{custom.datetime(one.at)}  {said}")
    return "\n".join(lines)


def promises(case: Case, custom: EstateFormat) -> tuple[GivenPromise, ...]:
    """R133: what was promised, and what became of it."""
    return tuple(_promise(one, custom) for one in case.facts.promises)


def _promise(one: PromiseMade, custom: EstateFormat) -> GivenPromise:
    amount = "" if one.amount is None else custom.money(one.amount)
    return GivenPromise(
        _joined(one.text, amount), one.made_by, one.due_at, one.kept_at, one.broken_why
    )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _by_time(clock: Clock) -> tuple[datetime, datetime, str]:
    return clock.started_at, clock.due_at, clock.code


def _at(one: Judged) -> datetime:
    return one.at
