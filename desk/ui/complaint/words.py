"""How a complaint reads on the screen: choices, chips, titles."""

import datetime as dt
from collections.abc import Sequence

from desk.domain.complaint import (
    ContactMethod,
    ContentClass,
    Filing,
    Impact,
    Nature,
    State,
    Urgency,
)
from desk.domain.deadlines import ClockState, Standing
from desk.domain.policy import Policy
from desk.domain.policy import Severity as Level
from desk.domain.reception import Channel
from desk.i18n import EstateFormat, _
from desk.services.complaint import ComplaintRow
from desk.ui.complaint.act_words import in_language, severity_words
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.states import state_chip as chip_of
from desk.ui.kit.theme import Tone
from desk.wording import label
from desk.wording.deadline import left_words

_NONE = dt.timedelta()


def state_choices() -> Sequence[Choice]:
    """Where a complaint may stand."""
    return [Choice(one, label("complaint_state", one)) for one in State]


def severity_choices(policy: Policy) -> list[Choice]:
    """What a policy calls its levels, the mildest first (K1)."""
    levels = sorted(policy.severities, key=_rank)
    return [Choice(one.code, severity_words(policy, one.code)) for one in levels]


def definition(policy: Policy, code: str | None) -> str:
    """What a policy understands by a level."""
    found = [one for one in policy.severities if one.code == code]
    return in_language(found[0].definition) if found else ""


def impact_choices() -> Sequence[Choice]:
    """How far it reaches (R228)."""
    return [Choice(one, label("impact", one)) for one in Impact]


def hot_choices() -> Sequence[Choice]:
    """One mark: everybody talks about it."""
    return [Choice("hot", _("Hot: many people talk about it"))]


def urgency_choices() -> Sequence[Choice]:
    """Why it is acted upon at once (R3)."""
    return [Choice(one, label("urgency", one)) for one in Urgency]


def nature_choices() -> Sequence[Choice]:
    """Its nature (R128, R129)."""
    return [Choice(one, label("nature", one)) for one in Nature]


def content_choices() -> Sequence[Choice]:
    """What it is about (R131)."""
    return [Choice(one, label("content_class", one)) for one in ContentClass]


def contact_choices() -> Sequence[Choice]:
    """How the complainant wants to hear the result."""
    return [Choice(one, label("contact_method", one)) for one in ContactMethod]


def channel_choices() -> Sequence[Choice]:
    """How it reached the desk."""
    return [Choice(one, label("channel", one)) for one in Channel]


def state_chip(state: str) -> Chip:
    """The state with its colour and shape."""
    return chip_of("complaint", state)


def standing_chip(state: str, filing: str) -> Chip:
    """Where a case stands; what is not judged yet says so."""
    if state == State.REGISTERED and filing in (Filing.PENDING, Filing.ASKED):
        return Chip(Tone.DUE, label("filing", filing))
    return state_chip(state)


def row_state(row: ComplaintRow) -> Chip:
    """Where a row stands."""
    return standing_chip(row.state, row.filing)


def row_state_words(row: ComplaintRow) -> str:
    """Where a row stands, for the ear."""
    return row_state(row).text


def due_chip(due_at: dt.datetime | None, now: dt.datetime) -> Chip | None:
    """How long the next clock still runs, in its largest measure; nothing where none runs."""
    if due_at is None:
        return None
    left, over = max(due_at - now, _NONE), max(now - due_at, _NONE)
    if over:
        return Chip(Tone.OVERDUE, left_words(Standing(ClockState.OVERDUE, over=_largest(over))))
    tone = Tone.DUE if left < dt.timedelta(days=1) else Tone.NEUTRAL
    return Chip(tone, left_words(Standing(ClockState.RUNNING, left=_largest(left))))


def _rank(level: Level) -> int:
    return level.rank


def _largest(span: dt.timedelta) -> dt.timedelta:
    for measure in (dt.timedelta(days=1), dt.timedelta(hours=1)):
        if span >= measure:
            return span // measure * measure
    return span


def short_moment(custom: EstateFormat, moment: dt.datetime, now: dt.datetime | None) -> str:
    """Day, month and time as the estate writes them; the year only where it is another one."""
    local = custom.local(moment)
    if now is None or custom.local(now).year != local.year:
        return custom.datetime(moment)
    day = f"{local:%d/%m}" if custom.region == "HK" else f"{local:%m/%d}"
    return f"{day} {custom.time(moment)}"


def register_title() -> str:
    """The register's name."""
    return _("Complaint register")


def new_words() -> str:
    """The New button and an empty form."""
    return _("New complaint")


def empty_words() -> str:
    """What an empty register says."""
    return _("No complaint has been registered yet. Press F2, or open one from a visit.")
