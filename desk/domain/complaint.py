"""The complaint 投訴 with the fields of 《客戶投訴意見表》 (F4, R140)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from desk.domain.reasons import Reason
from desk.domain.reception import Channel

SHORT_LIMIT = 120
TEXT_LIMIT = 20_000


class Nature(StrEnum):
    """Nature of the complaint (R128, R129)."""

    EFFECTIVE = "effective"  # 有效投訴
    HELP = "help"  # 溝通性投訴 · 求助型
    CONSULTING = "consulting"  # 溝通性投訴 · 諮詢型
    VENTING = "venting"  # 溝通性投訴 · 發泄型


class ContentClass(StrEnum):
    """What it is about (R131)."""

    EQUIPMENT = "equipment"  # 設備
    ATTITUDE = "attitude"  # 服務態度
    QUALITY = "quality"  # 服務質量
    EMERGENCY = "emergency"  # 突發事件


class Severity(StrEnum):
    """How grave it is (R137-R139); the policy names and times each level."""

    MINOR = "minor"  # 輕微
    IMPORTANT = "important"  # 重要 / 一般
    MAJOR = "major"  # 重大


class ContactMethod(StrEnum):
    """How the complainant wants to hear the result (R140, R147)."""

    PHONE = "phone"
    VISIT = "visit"
    LETTER = "letter"
    EMAIL = "email"


class State(StrEnum):
    """Where the complaint stands."""

    REGISTERED = "registered"  # 已登記
    HANDLED = "handled"  # 已處理
    CLOSED = "closed"  # 已銷項


NEXT_STATES: Mapping[State, frozenset[State]] = MappingProxyType(
    {
        State.REGISTERED: frozenset({State.HANDLED}),
        State.HANDLED: frozenset({State.CLOSED}),
        State.CLOSED: frozenset(),
    }
)


@dataclass(frozen=True)
class ComplaintEntry:
    """What a clerk writes down about a complaint; texts are already clean."""

    received_at: datetime
    occurred_at: datetime | None = None
    place: str = ""
    channel: Channel = Channel.WALK_IN
    reception_id: int | None = None
    unit_id: int | None = None
    resident_id: int | None = None
    complainant: str = ""
    contact: str = ""
    contact_method: ContactMethod = ContactMethod.PHONE
    about: str = ""
    course: str = ""
    demand: str = ""
    nature: Nature = Nature.EFFECTIVE
    content_class: ContentClass = ContentClass.QUALITY
    severity: Severity = Severity.MINOR


def entry_reasons(entry: ComplaintEntry, now: datetime) -> tuple[Reason, ...]:
    """Why the complaint may not be registered.

    R140 asks for time and place, whom it is about, the course of events, the resident's demand
    and the way to reach them; nothing happens in the future or after it was reported.
    """
    return tuple(_entry_reasons(entry, now))


def _entry_reasons(entry: ComplaintEntry, now: datetime) -> Iterable[Reason]:
    if entry.received_at > now + timedelta(minutes=1):
        yield Reason("complaint.received_at.future", "received_at")
    if entry.occurred_at is None:
        yield Reason("complaint.occurred_at.missing", "occurred_at")
    elif entry.occurred_at > entry.received_at + timedelta(minutes=1):
        yield Reason("complaint.occurred_at.after_received", "occurred_at")
    if entry.resident_id is None and not entry.complainant:
        yield Reason("complaint.complainant.missing", "person")
    for name in ("place", "about", "course", "demand", "contact"):
        if not getattr(entry, name):
            yield Reason(f"complaint.{name}.missing", name)


def move_reasons(state: State, to: State, *, process: str, result: str) -> tuple[Reason, ...]:
    """Registered, then handled, then closed for now; never back and never over a step (R171).

    Handled says how it was handled (R145); closed says the final result (R174).
    """
    reasons = []
    if to not in NEXT_STATES[state]:
        reasons.append(Reason("complaint.state.not_next", parameters={"state": state, "to": to}))
    if to is not State.REGISTERED and not process:
        reasons.append(Reason("complaint.process.missing", "process"))
    if to is State.CLOSED and not result:
        reasons.append(Reason("complaint.result.missing", "result"))
    return tuple(reasons)
