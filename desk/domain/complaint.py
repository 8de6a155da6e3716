"""The complaint 投訴 with the fields of 《客戶投訴意見表》 (F4, R140)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from desk.domain.reasons import Reason
from desk.domain.reception import LOOK_BACK, Channel

NAME_LIMIT = 80
SHORT_LIMIT = 120
TEXT_LIMIT = 20_000
WHY_LIMIT = 400

LINE_LIMITS: Mapping[str, int] = MappingProxyType(
    {
        "complainant": NAME_LIMIT,
        "contact": SHORT_LIMIT,
        "place": SHORT_LIMIT,
        "about": SHORT_LIMIT,
        "topic": NAME_LIMIT,
        "called_in": NAME_LIMIT,
    }
)
LONG_TEXTS = ("course", "demand")

_CLOCKS_DIFFER = timedelta(minutes=1)


class Nature(StrEnum):
    """Nature of the complaint (R128, R129)."""

    EFFECTIVE = "effective"  # 有效投訴
    HELP = "help"  # 溝通性投訴 · 求助型
    CONSULTING = "consulting"  # 溝通性投訴 · 諮詢型
    VENTING = "venting"  # 溝通性投訴 · 發泄型

    @property
    def is_communicative(self) -> bool:
        """溝通性投訴: a need, a question or discontent, no fault of the management (R129)."""
        return self is not Nature.EFFECTIVE


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
    """Where the complaint stands (R132). Work that has to be redone goes back to registered."""

    REGISTERED = "registered"  # 已登記
    HANDLED = "handled"  # 已處理
    CLOSED = "closed"  # 已銷項
    EXPLAINED = "explained"  # 口頭解釋，不立項


class Filing(StrEnum):
    """Whether it is a case 立項 (R152-R163)."""

    PENDING = "pending"  # 未判斷 / 弄清後再立項
    ASKED = "asked"  # 待請示
    FILED = "filed"  # 已立項
    EXPLAINED = "explained"  # 口頭解釋，不立項


class Ground(StrEnum):
    """The questions that decide on a case 立項, a to f (R156-R161)."""

    ON_SITE = "on_site"  # a 須派人到場，跟進並檢查質量
    REPORTED = "reported"  # b 領導或員工發現，須跟進
    QUESTION = "question"  # c 諮詢，判斷須跟進
    EMERGENCY = "emergency"  # d 緊急求助
    BEYOND = "beyond"  # e 超出公司權限，顧客要求了解
    SATISFIED = "satisfied"  # f 已解釋，顧客滿意，無須跟進


class Impact(StrEnum):
    """How far it reaches (R228): the second axis beside the severity (K1), summed up by R90."""

    NONE = "none"
    COMMON = "common"  # 共性或較大影響
    MAJOR = "major"  # 重大影響


class Urgency(StrEnum):
    """Why it is acted upon at once (R3); stored as its letters."""

    WORSE = "a"  # 拖延會使事態惡化，如聯名投訴
    ASKED = "b"  # 投訴人要求且可行
    CLEAR = "c"  # 輕微、事實清楚、容易判斷
    EFFECT = "d"  # 即時行動即時見效
    CRISIS = "e"  # 公司面臨嚴重危機


OPEN_STATES = frozenset({State.REGISTERED, State.HANDLED})


@dataclass(frozen=True)
class ComplaintEntry:
    """What a clerk writes down about a complaint (R89, R140, R141); texts are already clean.

    `received_at` is the real time of the report, `occurred_at` when it happened, both UTC. The
    complainant is a resident, or is named in `complainant` when unknown to the estate.
    """

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
    topic: str = ""
    hot: bool = False
    impact: Impact = Impact.NONE
    immediate: frozenset[Urgency] = frozenset()
    called_in: str = ""
    wanted_by: datetime | None = None


def entry_reasons(entry: ComplaintEntry, now: datetime) -> tuple[Reason, ...]:
    """Why the complaint may not be registered.

    R91, R140 ask for time and place, whom it is about, the course of events, the resident's demand
    and the way to reach them; nothing happens in the future or after it was reported.
    """
    return tuple(_entry_reasons(entry, now))


def _entry_reasons(entry: ComplaintEntry, now: datetime) -> Iterable[Reason]:
    if entry.received_at > now + _CLOCKS_DIFFER:
        yield Reason("complaint.received_at.future", "received_at")
    if entry.received_at < now - LOOK_BACK:
        yield Reason("complaint.received_at.past", "received_at")
    if entry.occurred_at is None:
        yield Reason("complaint.occurred_at.missing", "occurred_at")
    elif entry.occurred_at > entry.received_at + _CLOCKS_DIFFER:
        yield Reason("complaint.occurred_at.after_received", "occurred_at")
    if entry.resident_id is None and not entry.complainant:
        yield Reason("complaint.complainant.missing", "person")
    for name in ("place", "about", "course", "demand", "contact"):
        if not getattr(entry, name):
            yield Reason(f"complaint.{name}.missing", name)


def change_blockers(state: State) -> tuple[Reason, ...]:
    """Nothing is changed in a complaint that was closed (R174: the result is final)."""
    return (Reason("complaint.closed"),) if state is State.CLOSED else ()


def moved_reasons(
    before: datetime, after: datetime, done: Iterable[datetime]
) -> tuple[Reason, ...]:
    """R86: a report is not put behind what was done about it."""
    if before != after and any(one < after for one in done):
        return (Reason("complaint.received_at.after_step", "received_at"),)
    return ()


def reclassification_reasons(before: Nature, after: Nature, why: str) -> tuple[Reason, ...]:
    """R130: a communicative complaint that turns out effective, or the other way, says why."""
    if before.is_communicative is not after.is_communicative and not why:
        return (Reason("complaint.why.missing", "why"),)
    return ()


def regrading_reasons(before: str, after: str, why: str) -> tuple[Reason, ...]:
    """A severity that is judged anew says why and keeps its history (R130, R137)."""
    return (Reason("complaint.why.missing", "why"),) if before != after and not why else ()
