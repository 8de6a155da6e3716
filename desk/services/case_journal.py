"""The case in time: every step, judgement, pause, approval, promise and callback in one line each.

Oldest first, as it happened; whoever reads it later understands the case without asking.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from desk.domain.complaint_case import PromiseMade, Step
from desk.domain.complaint_handling import StepKind
from desk.domain.policy import Event, Post
from desk.i18n import EstateFormat, _
from desk.services.case_words import code_words, matter_words
from desk.services.complaint import Reclassification
from desk.services.complaint_case import Case
from desk.services.policy_words import post_name, severity_name
from desk.wording import label


class Mark(StrEnum):
    """How an entry looks back: as something done, as something gone wrong."""

    NONE = ""
    DONE = "done"
    BAD = "bad"


class Entry(NamedTuple):
    """One thing that happened: when, what, by whom, what was said.

    Where it was done with another person, `person` is the name and `words` the text without it.
    """

    at: dt.datetime
    title: str
    by: str = ""
    text: str = ""
    mark: Mark = Mark.NONE
    person: str = ""
    words: str = ""


def entries(
    case: Case, judged: Iterable[Reclassification], custom: EstateFormat
) -> tuple[Entry, ...]:
    """Everything that happened to the case, oldest first."""
    writer = _Writer(case, custom)
    found = [*writer.course(), *writer.judgements(judged), *writer.promises()]
    return tuple(sorted(found, key=_by_time))


def course(case: Case, custom: EstateFormat) -> tuple[Entry, ...]:
    """What was done, oldest first; judgements and promises have tables of their own on paper."""
    return tuple(sorted(_Writer(case, custom).course(), key=_by_time))


def measures(case: Case, custom: EstateFormat) -> tuple[Entry, ...]:
    """What the office did about it so far, oldest first."""
    writer = _Writer(case, custom)
    return tuple(writer.step(one) for one in case.facts.steps if one.kind in _MEASURES)


_MEASURES = frozenset(
    {
        Event.HANDED_OUT,
        Event.FORWARDED,
        Event.ANSWERED,
        Event.HANDLED,
        StepKind.CALLED_IN,
        StepKind.IMMEDIATE,
        StepKind.PROGRESS,
        StepKind.URGED,
    }
)


class _Writer:
    """Writes the entries of one case."""

    def __init__(self, case: Case, custom: EstateFormat) -> None:
        self._case, self._custom = case, custom

    def course(self) -> Iterator[Entry]:
        """What was done, by kind."""
        yield from self.milestones()
        yield from map(self.step, self._case.facts.steps)
        yield from self.pauses()
        yield from self.approvals()
        yield from self.callbacks()
        yield from self.others()

    def milestones(self) -> Iterator[Entry]:
        """Where the case came to; a step of the same kind tells it better."""
        detail, texts, facts = self._case.detail, self._case.texts, self._case.facts
        received = label("event", Event.RECEIVED)
        yield Entry(detail.received_at, received, detail.received_by, self._called_in())
        for event, at, by, text, mark in (
            (Event.HANDLED, detail.handled_at, detail.handled_by, detail.process, Mark.DONE),
            (Event.CLOSED, detail.closed_at, detail.closed_by, detail.result, Mark.DONE),
        ):
            if at is not None and facts.filing != "explained" and not _has(facts.steps, event):
                yield Entry(at, label("event", event), by or "", text, mark)
        for key, at, by, text in (
            ("verified", facts.verified_at, texts.verified_by or "", texts.verified_text),
            ("unsolvable", facts.unsolvable_at, "", texts.unsolvable_why),
        ):
            if at is not None and not _has(facts.steps, key):
                yield Entry(at, label("step", key), by, text)
        for key, at, person, text in (
            ("signed_copy", facts.signed_copy_at, texts.signed_copy_by, ""),
            ("notice", facts.notice_at, texts.notice_from, texts.notice_text),
        ):
            if at is not None:
                yield _with(Entry(at, label("step", key)), person, text)

    def step(self, step: Step) -> Entry:
        """What was written into the journal."""
        title = label("step", step.kind)
        title = label("event", step.kind) if title == step.kind else title
        if step.kind == Event.FILED:
            said = label("decision", step.code)
            who = post_name(self._case.policy, Post(step.person)) if step.person else ""
            return Entry(step.at, said, step.by, _joined(who, step.text))
        if step.kind == StepKind.IMMEDIATE:
            reasons = "\n".join(label("urgency", letter) for letter in step.code)
            return Entry(step.at, title, step.by, reasons)
        to = self._whom(step)
        how = label("contact_method", step.how) if step.how else ""
        title = _("{event} to {post}").format(event=title, post=to) if to else title
        mark = Mark.DONE if step.kind in (Event.HANDLED, Event.CLOSED) else Mark.NONE
        entry = Entry(step.at, title, step.by, mark=mark)
        return _with(entry, step.person, _joined(how, step.text))

    def judgements(self, judged: Iterable[Reclassification]) -> Iterator[Entry]:
        """R130, R137: each new judgement of severity and nature with its reason."""
        eras = self._case.facts.eras
        for before, era in pairwise(eras):
            change = _("{before} → {after}").format(
                before=severity_name(self._case.policy, before.severity),
                after=severity_name(self._case.policy, era.severity),
            )
            title = label("event", Event.PROMOTED) if era.promoted else _("Severity judged anew")
            mark = Mark.BAD if era.promoted else Mark.NONE
            yield Entry(era.since, title, era.by, _joined(change, era.why), mark)
        for one in judged:
            change = _("{before} → {after}").format(
                before=label("nature", one.before), after=label("nature", one.after)
            )
            yield Entry(one.at, _("Nature judged anew"), one.by, _joined(change, one.why))

    def pauses(self) -> Iterator[Entry]:
        """When clocks stood still, and why."""
        for one in self._case.facts.pauses:
            which = code_words(self._case, one.clock) if one.clock else _("All clocks")
            yield Entry(one.starts_at, _("Clock paused"), one.by, _joined(which, one.why))
            if one.ends_at is not None:
                yield Entry(one.ends_at, _("Clock runs again"), "", which)

    def approvals(self) -> Iterator[Entry]:
        """What a second person granted or refused."""
        for one in self._case.facts.approvals:
            title = _("Approved") if one.granted else _("Not approved")
            mark = Mark.DONE if one.granted else Mark.BAD
            text = _joined(matter_words(self._case, one.matter), one.note)
            yield Entry(one.at, title, one.approver, text, mark)

    def promises(self) -> Iterator[Entry]:
        """R133: what was promised, reported, kept or not."""
        for one in self._case.facts.promises:
            yield Entry(one.made_at, label("event", Event.PROMISED), one.made_by, self._due(one))
            if one.reported_at is not None:
                title = label("event", Event.PROMISE_REPORTED)
                yield Entry(one.reported_at, title, "", _joined(one.reported_to, one.text))
            if one.kept_at is not None:
                title = label("event", Event.PROMISE_KEPT)
                yield Entry(one.kept_at, title, "", one.text, Mark.DONE)

    def callbacks(self) -> Iterator[Entry]:
        """R94, R191: every callback with its outcome."""
        for one in self._case.facts.callbacks:
            text = _joined(
                label("callback_how", one.how),
                label("callback_outcome", one.outcome),
                label("satisfaction", one.satisfaction) if one.satisfaction else "",
                one.why,
                one.opinion,
            )
            yield Entry(one.at, label("event", Event.CALLED_BACK), one.by, text)

    def others(self) -> Iterator[Entry]:
        """Who joined, and the sheets that were written."""
        facts = self._case.facts
        for one in facts.joint:
            yield _with(Entry(one.joined_at, _("Another caller joined")), one.name, one.words)
        if facts.correction is not None:
            sheet = facts.correction
            title = label("act", "corrective_action")
            written = Entry(sheet.written_at, title, sheet.written_by)
            yield _with(written, sheet.responsible, sheet.correction)
            if sheet.verified_at is not None:
                done = _("Corrective action verified")
                yield Entry(sheet.verified_at, done, sheet.verified_by, "", Mark.DONE)
        if facts.report is not None:
            report = facts.report
            title = label("event", Event.REPORTED)
            yield Entry(report.written_at, title, report.written_by, report.volume)

    def _called_in(self) -> str:
        """R141: who was called at the intake; whoever was called later has a step."""
        who = self._case.detail.called_in
        later = {step.person for step in self._case.facts.steps_of(StepKind.CALLED_IN)}
        return "" if not who or who in later else _joined(label("step", "called_in"), who)

    def _whom(self, step: Step) -> str:
        """To which post a step went."""
        rule = self._case.policy.rule(step.code) if step.code else None
        post = step.post or (rule.to if rule is not None else "")
        return post_name(self._case.policy, Post(post)) if post else ""

    def _due(self, one: PromiseMade) -> str:
        until = _("until {moment}").format(moment=self._custom.datetime(one.due_at))
        amount = "" if one.amount is None else self._custom.money(one.amount)
        return _joined(one.text, until, amount, one.broken_why)


def _has(steps: Iterable[Step], kind: str) -> bool:
    return any(step.kind == kind for step in steps)


def _with(entry: Entry, person: str, words: str) -> Entry:
    """The same entry, about another person."""
    return entry._replace(text=_joined(person, words), person=person, words=words)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _by_time(entry: Entry) -> dt.datetime:
    return entry.at
