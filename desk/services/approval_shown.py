"""What somebody is shown before giving the word about a case: kept with it, line by line.

Which case it is and how grave; for an overrun the clock that explains itself, since when and by
how much it is passed; for a closing the work and its result; for a consent why it cannot be done.
"""

from collections.abc import Iterable, Iterator, Sequence

from desk.domain.approval import Line
from desk.domain.complaint_approval import AGREE, CONSENT, Wanted
from desk.domain.complaint_clock import Clock
from desk.domain.permissions import Permission
from desk.domain.promise import PromiseEntry
from desk.errors import ReasonLike
from desk.i18n import _
from desk.services.case_words import clock_line, matter_words, reason_words
from desk.services.complaint_approval import UnsolvableRow
from desk.services.complaint_case import Case
from desk.services.policy_words import post_name, severity_name
from desk.services.workplace import Workplace
from desk.wording.deadline import duration_words

_EXCERPT = 600


def of_case(workplace: Workplace, case: Case, asked: Sequence[Wanted]) -> tuple[Line, ...]:
    """The lines of a case and of every matter that is asked about; several have headings."""
    workplace.require(Permission.READ)
    return (*_head(case), *_matters(workplace, case, asked))


def of_unsolvable(workplace: Workplace, rows: Iterable[UnsolvableRow]) -> tuple[Line, ...]:
    """The lines of the quarterly list: each case with its reason (R173)."""
    workplace.require(Permission.READ)
    return tuple(line for row in rows for line in _unsolvable(workplace, row))


def of_promise(
    workplace: Workplace, case: Case, entry: PromiseEntry, beyond: Iterable[ReasonLike]
) -> tuple[Line, ...]:
    """The lines of a promise, and why the letter of authority does not cover it (R8, R9)."""
    workplace.require(Permission.READ)
    return (*_head(case), *_promise(workplace, case, entry, beyond))


def _head(case: Case) -> Iterator[Line]:
    detail = case.detail
    severity = severity_name(case.policy, case.facts.severity)
    yield Line(_("Case"), detail.number)
    if detail.unit:
        yield Line(_("Room"), detail.unit)
    yield Line(_("Complainant"), detail.complainant)
    if case.facts.hot:
        severity = _("{level}, hot").format(level=severity)
    yield Line(_("Severity"), severity)
    yield Line(_("Course of events"), _begun(detail.course))


def _matters(workplace: Workplace, case: Case, asked: Sequence[Wanted]) -> Iterator[Line]:
    for one in asked:
        if len(asked) > 1:
            yield Line("", matter_words(case, one.matter))
        if one.clock is not None:
            yield from _overrun(workplace, case, one.clock)
        elif one.matter == AGREE:
            yield from _outcome(workplace, case)
        if one.matter == CONSENT:
            yield Line(_("Cannot be handled since"), _moment(workplace, one))
            yield Line(_("Why it cannot be handled"), _begun(case.texts.unsolvable_why))


def _overrun(workplace: Workplace, case: Case, clock: Clock) -> Iterator[Line]:
    yield Line(_("Clock"), clock_line(workplace, case, clock))
    yield Line(_("Overdue since"), workplace.estate.custom.datetime(clock.due_at))
    yield Line(_("Overdue by"), duration_words(clock.standing(case.seen_at).over))


def _outcome(workplace: Workplace, case: Case) -> Iterator[Line]:
    """What the closing would be about."""
    detail = case.detail
    if detail.handled_at is not None:
        handled = workplace.estate.custom.datetime(detail.handled_at)
        yield Line(_("Handled"), f"{handled}  {detail.handled_by or ''}".strip())
        yield Line(_("How it was handled"), _begun(detail.process))
    if detail.result:
        yield Line(_("Final result"), _begun(detail.result))


def _promise(
    workplace: Workplace, case: Case, entry: PromiseEntry, beyond: Iterable[ReasonLike]
) -> Iterator[Line]:
    custom = workplace.estate.custom
    post = "" if entry.post is None else post_name(case.policy, entry.post)
    yield Line(_("Promise"), entry.text)
    yield Line(_("Who promises"), f"{entry.made_by}  {post}".strip())
    if entry.due_at is not None:
        yield Line(_("Until when"), custom.datetime(entry.due_at))
    if entry.amount is not None:
        yield Line(_("Amount"), custom.money(entry.amount))
    yield Line(_("Why a word is needed"), "\n".join(map(reason_words, beyond)))


def _unsolvable(workplace: Workplace, row: UnsolvableRow) -> Iterator[Line]:
    custom = workplace.estate.custom
    yield Line("", " · ".join(part for part in (row.number, row.unit, row.complainant) if part))
    yield Line(_("Cannot be handled since"), custom.datetime(row.since))
    yield Line(_("Why it cannot be handled"), _begun(row.why))


def _moment(workplace: Workplace, one: Wanted) -> str:
    return workplace.estate.custom.datetime(one.since)


def _begun(text: str) -> str:
    """How a long text begins; all of it stands in the case."""
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
