"""How the day reads: its parts as lines, in the current language."""

import datetime as dt
from collections.abc import Iterator, Sequence

from desk.domain import deadlines
from desk.domain.complaint_approval import AGREE, OVERRUN
from desk.domain.complaint_owed import ASK_FIRST, CONSENT, PROMISE
from desk.domain.deadlines import ClockState, Standing
from desk.domain.policy import Event, Policy, Post, Severity
from desk.domain.today import Section
from desk.i18n import EstateFormat, _
from desk.services.policy_words import addressees, post_name, severity_name
from desk.services.today import Day, OwedRow, Part, Turned
from desk.ui.kit.chips import Chip
from desk.ui.kit.tag import Tag
from desk.ui.kit.theme import Tone
from desk.ui.today.lines import Calm, Head, Line, More, Shown
from desk.wording import label
from desk.wording import today as wording
from desk.wording.deadline import due_words

_TONES = {ClockState.OVERDUE: Tone.OVERDUE, ClockState.SOON: Tone.DUE}
_PARTS = {Section.OVERDUE: Tone.OVERDUE, Section.DUE: Tone.DUE}
_LONG = dt.timedelta(days=1)
_SERVICE = ("service_callback", "receipt")  # categories whose clocks bear their own names
# Parts whose clocks are worded by their own names.
_NAMED = frozenset(
    {
        Section.ORDERS,
        Section.PASSES,
        Section.KEYS,
        Section.MOVE_INS,
        Section.DEFECTS,
        Section.EXPIRING,
    }
)
_ENDS = {
    ASK_FIRST: Event.FILED,
    CONSENT: Event.CONSENTED,
    PROMISE: Event.PROMISE_KEPT,
    AGREE: "agreed",
}


def lines_of(day: Day, custom: EstateFormat, shows_all: frozenset[Section]) -> Sequence[Line]:
    """The whole page; `shows_all` names the parts of which a register shows the rest."""
    writer = _Writer(day, custom)
    lines: list[Line] = []
    for part in day.parts:
        if part.rows:
            lines += writer.part(part)
            if part.more and part.section in shows_all:
                lines.append(More(part.section, _("Show all")))
    empty = [part.section for part in day.parts if not part.rows]
    if empty and not day.is_clear:  # a clear day has its own words
        lines.append(Calm(wording.clear_words(empty)))
    return lines


def count_words(part: Part) -> str:
    """3, or 20+ where there are more."""
    return f"{len(part.rows)}+" if part.more else str(len(part.rows))


def tone_of(section: Section) -> Tone:
    """The colour and shape of a part as a whole."""
    return _PARTS.get(section, Tone.NEUTRAL)


def turned_words(found: Turned) -> str:
    """The reminder of clocks that ran out."""
    first = found.rows[0]
    said = wording.turned_words(first.number, owed(first, found.policies[first.policy_id]))
    return said if len(found.rows) == 1 else wording.turned_more_words(said)


def owed(row: OwedRow, policy: Policy) -> str:
    """What a clock asks for, in the words of the case's own policy."""
    if row.clock.startswith(OVERRUN):
        return wording.overrun_words(_owed(row.clock.removeprefix(OVERRUN), policy))
    return _owed(row.clock, policy)


def _owed(clock: str, policy: Policy) -> str:
    code = clock.partition(":")[0]
    if code in _ENDS:
        return wording.owed_words(_ENDS[code])
    rule = policy.rule(code)
    if rule is not None:
        return wording.owed_words(rule.end, rule.term, addressees(policy, rule))
    found = [one for one in policy.callbacks if one.code == code]
    return wording.owed_words(Event.CALLED_BACK, found[0].term) if found else clock


class _Writer:
    """Writes the lines of one day."""

    def __init__(self, day: Day, custom: EstateFormat) -> None:
        self._day, self._custom, self._now = day, custom, day.seen_at

    def part(self, part: Part) -> Iterator[Line]:
        """The heading of a part and its rows."""
        title = label("section", part.section)
        yield Head(part.section, title, count_words(part), tone_of(part.section))
        above: OwedRow | None = None
        for row in part.rows:
            goes_on = above is not None and _is_same(above, row)
            yield self._shown(part.section, row, goes_on=goes_on)
            above = row

    def _shown(self, section: Section, row: OwedRow, *, goes_on: bool) -> Shown:
        is_case = row.kind == "complaint"
        policy = self._day.policies[row.policy_id] if is_case else None
        return Shown(
            section=section,
            row=row,
            chip=_chip(section, row, self._now),
            deed=_deed(section, row, policy),
            by=self._by(section, row, policy),
            place=" ".join(part for part in (row.unit, row.who) if part),
            number=row.number,
            what=row.what,
            tags=() if policy is None else tuple(_tags(row, policy)),
            goes_on=goes_on,
        )

    def _by(self, section: Section, row: OwedRow, policy: Policy | None) -> str:
        """The post that answers, and for whose word an overrun waits; else by when, or since."""
        if section is Section.YESTERDAY:
            return self._custom.time(row.started_at)
        if row.due_at is not None and policy is None:
            return due_words(row.due_at, self._now, self._custom)
        if policy is None or not row.post:
            since = self._custom.datetime(row.started_at)
            return f"{since} · {row.by}" if row.by else since
        waits = row.approver and row.due_at and row.due_at < self._now and not row.paused
        approver = post_name(policy, Post(row.approver)) if waits else ""
        if section is Section.APPROVALS:
            return approver or post_name(policy, Post(row.post))
        return wording.answering_words(post_name(policy, Post(row.post)), approver)


def _is_same(one: OwedRow, other: OwedRow) -> bool:
    return (one.kind, one.record_id) == (other.kind, other.record_id)


def _chip(section: Section, row: OwedRow, now: dt.datetime) -> Chip:
    if section is Section.YESTERDAY:
        return _outcome(row)
    if row.due_at is None:
        waited = max(now - row.started_at, dt.timedelta())
        return Chip(Tone.DUE if waited > _LONG else Tone.NEUTRAL, wording.waiting_words(waited))
    standing = _standing(row, row.due_at, now)
    return Chip(_TONES.get(standing.state, Tone.NEUTRAL), wording.short_left_words(standing))


def _standing(row: OwedRow, due_at: dt.datetime, now: dt.datetime) -> Standing:
    if row.paused:
        return Standing(ClockState.PAUSED, dt.timedelta(), dt.timedelta())
    return deadlines.standing(row.started_at, due_at, None, None, now)


def _outcome(row: OwedRow) -> Chip:
    """R194: done, to be called back, or to be followed."""
    if row.calls_back:
        return Chip(Tone.DUE, label("outcome", "calls_back"))
    if row.state in ("closed", "explained"):
        return Chip(Tone.DONE, label("outcome", "done"))
    return Chip(Tone.DUE, label("outcome", "open"))


def _deed(section: Section, row: OwedRow, policy: Policy | None) -> str:
    if section in _NAMED or row.category in _SERVICE:
        return wording.owed_words(row.clock)
    if policy is None:
        return label("reception_kind", row.category)
    if section is Section.YESTERDAY:
        return label("record", "complaint")
    if section is Section.JUDGE:
        return wording.owed_words("judged")
    if section is Section.APPROVALS and row.approver:
        return wording.overrun_words(_owed(row.clock, policy))
    return owed(row, policy)


def _tags(row: OwedRow, policy: Policy) -> Iterator[Tag]:
    levels = sorted(policy.severities, key=_rank)
    codes = [one.code for one in levels]
    bars = codes.index(row.severity) + 1 if row.severity in codes else 0
    yield Tag(severity_name(policy, row.severity), bars, len(codes))
    if row.hot:
        yield Tag(_("Hot"))
    if row.immediate:
        yield Tag(_("At once"))


def _rank(severity: Severity) -> int:
    return severity.rank
