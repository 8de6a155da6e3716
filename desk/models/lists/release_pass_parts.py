"""The parts of a release pass 放行條, as read: items, evidence, journal, and what is out twice."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_, select

from desk.domain.release_pass import Evidence, Item
from desk.domain.release_pass_entry import Duplicate
from desk.models.lists import Reader
from desk.models.release_pass import ReleaseEvent, ReleaseEvidence, ReleaseItem, ReleasePass
from desk.models.staff import Account


@dataclass(frozen=True)
class EventRow:
    """One line of a pass's journal; without `by` the program did it by itself."""

    id: int
    kind: str
    at: datetime
    entered_at: datetime
    by: str | None
    person: str
    why: str
    ends: datetime | None
    ended: datetime | None
    counts: tuple[tuple[int, int], ...]


def items(reader: Reader, pass_id: int) -> tuple[Item, ...]:
    """What is on the pass, in its order."""
    query = (
        select(
            ReleaseItem.id,
            ReleaseItem.what,
            ReleaseItem.quantity,
            ReleaseItem.counted,
            ReleaseItem.marks,
            ReleaseItem.serial,
            ReleaseItem.returnable,
            ReleaseItem.left,
            ReleaseItem.back,
        )
        .where(ReleaseItem.pass_id == pass_id, ReleaseItem.dropped_at.is_(None))
        .order_by(ReleaseItem.place, ReleaseItem.id)
    )
    return tuple(Item(*row) for row in reader.execute(query))


def evidence(reader: Reader, pass_id: int) -> tuple[Evidence, ...]:
    """Everything that was given for its locks, oldest first."""
    query = (
        select(
            ReleaseEvidence.lock,
            ReleaseEvidence.how,
            ReleaseEvidence.at,
            ReleaseEvidence.person,
            ReleaseEvidence.caller,
            ReleaseEvidence.phone,
            ReleaseEvidence.until,
            ReleaseEvidence.attachment_id,
            ReleaseEvidence.note,
            ReleaseEvidence.about,
            ReleaseEvidence.id,
        )
        .where(ReleaseEvidence.pass_id == pass_id)
        .order_by(ReleaseEvidence.id)
    )
    rows = (Evidence(*row) for row in reader.execute(query))
    return tuple(replace(one, about=_pairs(one.about)) for one in rows)


def events(reader: Reader, pass_id: int) -> tuple[EventRow, ...]:
    """The journal, oldest first."""
    query = (
        select(
            ReleaseEvent.id,
            ReleaseEvent.kind,
            ReleaseEvent.at,
            ReleaseEvent.entered_at,
            Account.name,
            ReleaseEvent.person,
            ReleaseEvent.why,
            ReleaseEvent.ends,
            ReleaseEvent.ended,
            ReleaseEvent.counts,
        )
        .outerjoin(Account, Account.id == ReleaseEvent.by_id)
        .where(ReleaseEvent.pass_id == pass_id)
        .order_by(ReleaseEvent.id)
    )
    rows = (EventRow(*row) for row in reader.execute(query))
    return tuple(replace(one, counts=_pairs(one.counts)) for one in rows)


def same_serials(reader: Reader, pass_id: int, keys: Collection[str]) -> tuple[Duplicate, ...]:
    """Things with these serial numbers that another pass has out."""
    query = _elsewhere(pass_id).where(ReleaseItem.serial_key.in_(sorted(keys)))
    query = query.where(ReleaseItem.serial_key != "")
    return tuple(Duplicate(*row) for row in reader.execute(query)) if keys else ()


def same_words(
    reader: Reader, pass_id: int, unit_id: int, keys: Collection[str]
) -> tuple[Duplicate, ...]:
    """Things of the unit in these words that another pass has out."""
    query = _elsewhere(pass_id).where(
        ReleasePass.unit_id == unit_id, ReleaseItem.words_key.in_(sorted(keys))
    )
    rows = reader.execute(query) if keys else ()
    return tuple(Duplicate(what, "", number) for what, _serial, number in rows)


def _pairs(stored: Iterable[Sequence[Any]]) -> tuple[tuple[Any, Any], ...]:
    """JSON keeps pairs as lists."""
    return tuple((first, second) for first, second in stored)


_AT_GATE = ("issued", "refused", "partly_left")


def _elsewhere(pass_id: int) -> Select[str, str, str]:
    """Items of other passes that may still leave, or are still to come back."""
    waits = ReleasePass.state.in_(_AT_GATE) & (ReleaseItem.left < ReleaseItem.quantity)
    is_out = ReleaseItem.returnable.is_(True) & (ReleaseItem.left > ReleaseItem.back)
    return (
        select(ReleaseItem.what, ReleaseItem.serial, ReleasePass.number)
        .join(ReleasePass, ReleasePass.id == ReleaseItem.pass_id)
        .where(ReleasePass.id != pass_id, ReleaseItem.dropped_at.is_(None))
        .where(or_(waits, is_out))
        .order_by(ReleasePass.id, ReleaseItem.place)
    )
