"""Breaches of the first-asked duty 違反首問責任 (R206, R213, R219-R221)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from desk.domain.handover import Handover, second_transfers
from desk.domain.reasons import Reason

NAME_LIMIT = 80
TEXT_LIMIT = 2_000


class BreachKind(StrEnum):
    """What was done against M3."""

    SECOND_TRANSFER = "second_transfer"  # 再次移交 (R213)
    REFUSED = "refused"  # 拒絕接受 (R206, R213)
    WRONG_HANDOVER = "wrong_handover"  # 錯誤移交 (R213)
    OVERDUE = "overdue"  # 首問責任逾期未了 (R199, R217)
    NO_NOTICE = "no_notice"  # 未告知即結束 (R219)
    RUDE = "rude"  # 推諉或態度生硬 (R206)
    OTHER = "other"  # 其他


class Finding(StrEnum):
    """What the supervisor found when she looked."""

    BREACH = "breach"  # 屬違反
    NONE = "none"  # 不屬違反


CLAUSES: Mapping[BreachKind, str] = MappingProxyType(
    {
        BreachKind.SECOND_TRANSFER: "R213",
        BreachKind.REFUSED: "R206",
        BreachKind.WRONG_HANDOVER: "R213",
        BreachKind.OVERDUE: "R199",
        BreachKind.NO_NOTICE: "R219",
        BreachKind.RUDE: "R206",
        BreachKind.OTHER: "R220",
    }
)


@dataclass(frozen=True)
class DutyRecord:
    """One visit, as an inspection looks at it (R220)."""

    reception_id: int
    happened_at: datetime
    ended_at: datetime | None
    chain: tuple[Handover, ...] = ()
    was_notified: bool = False


@dataclass(frozen=True)
class Candidate:
    """What may be a breach: the visit, the kind, since when, and the hand-over where there is one.

    Whether it is one the supervisor decides (R221).
    """

    reception_id: int
    kind: BreachKind
    at: datetime
    handover_id: int | None = None

    @property
    def clause(self) -> str:
        """The clause it is against."""
        return CLAUSES[self.kind]


@dataclass(frozen=True)
class BreachEntry:
    """A breach as recorded, with its measure under 《即時獎罰規定》 (R221); texts are clean."""

    reception_id: int
    kind: BreachKind
    finding: Finding = Finding.BREACH
    person: str = ""
    department_id: int | None = None
    handover_id: int | None = None
    measure: str = ""
    note: str = ""


def candidates(record: DutyRecord, open_days: int, now: datetime) -> tuple[Candidate, ...]:
    """What an inspection finds in one visit (R220), in time.

    `open_days` is how long the policy lets a duty stay open.
    """
    return tuple(sorted(_candidates(record, open_days, now), key=_at))


def _candidates(record: DutyRecord, open_days: int, now: datetime) -> Iterator[Candidate]:
    visit = record.reception_id
    for link in second_transfers(record.chain):
        yield Candidate(visit, BreachKind.SECOND_TRANSFER, link.at, link.id)
    for link in record.chain:
        if link.refused_at is not None:
            yield Candidate(visit, BreachKind.REFUSED, link.refused_at, link.id)
        if link.is_wrong:
            yield Candidate(visit, BreachKind.WRONG_HANDOVER, link.at, link.id)
    due = record.happened_at + timedelta(days=open_days)
    if (record.ended_at or now) > due:
        yield Candidate(visit, BreachKind.OVERDUE, due)
    is_with_others = any(not one.is_refused for one in record.chain)
    if record.ended_at is not None and is_with_others and not record.was_notified:
        yield Candidate(visit, BreachKind.NO_NOTICE, record.ended_at)


def _at(one: Candidate) -> tuple[datetime, str, int]:
    return one.at, one.kind, one.handover_id or 0


def entry_reasons(entry: BreachEntry) -> tuple[Reason, ...]:
    """A breach names who it was and the measure taken (R221); what is none says why."""
    return tuple(_entry_reasons(entry))


def _entry_reasons(entry: BreachEntry) -> Iterable[Reason]:
    if entry.finding is Finding.NONE:
        if not entry.note:
            yield Reason("breach.note.missing", "note")
        return
    if not entry.person:
        yield Reason("breach.person.missing", "person")
    if not entry.measure:
        yield Reason("breach.measure.missing", "measure")
    if entry.kind is BreachKind.OTHER and not entry.note:
        yield Reason("breach.note.missing", "note")
