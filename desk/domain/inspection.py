"""The inspection of a home 驗房: 《業主入住房屋驗收表》, room by room (R30, F30).

Builder 建設單位, owner 業主 and the property's staff go through the home together. Each part is
found to pass 合格 or to fail 不合格; the meters' start readings stand beside (`domain.meter`);
builder and owner check and sign, the staff who came along too. What failed becomes defects
(`domain.defect`, R35). The manual names no rooms and no parts: they are the estate's own template.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desk.domain.meter import MeterKind
from desk.domain.policy_part import Labels
from desk.domain.reasons import Reason

NAME_LIMIT = 80
PHONE_LIMIT = 40
REMARK_LIMIT = 400
NOTE_LIMIT = 2_000
WHY_LIMIT = 400
MOST_ROOMS = 40
MOST_PARTS = 40  # of one room
TYPED = ""  # the language of a name somebody typed: it is the same in every language


class State(StrEnum):
    """Where an inspection stands."""

    OPEN = "open"  # 驗收中
    DONE = "done"  # 已驗收: what failed has become defects
    VOID = "void"  # 作廢


class Verdict(StrEnum):
    """What was found of one part."""

    UNSEEN = "unseen"  # 未驗
    PASS = "pass"  # 合格  # noqa: S105
    FAIL = "fail"  # 不合格


class Signer(StrEnum):
    """Who signs the sheet (R30)."""

    BUILDER = "builder"  # 建設單位
    OWNER = "owner"  # 業主
    STAFF = "staff"  # 物業人員


# The template of rooms and parts


@dataclass(frozen=True)
class PartPlan:
    """A part 部位 to look at; `id` is that of the item it keeps, 0 for a new one."""

    names: Labels
    id: int = 0


@dataclass(frozen=True)
class RoomPlan:
    """A room 房間 with its parts, in the order in which one walks."""

    names: Labels
    parts: tuple[PartPlan, ...] = ()


def said(names: Labels, language: str) -> str:
    """The name in a language; what was typed is the same in all."""
    return names.get(language) or names.get(TYPED) or next(iter(names.values()), "")


def typed(name: str) -> Labels:
    """A name as somebody typed it."""
    return {TYPED: name}


def template_reasons(rooms: Sequence[RoomPlan]) -> Iterator[Reason]:
    """Rooms have names of their own, and so have the parts of a room; there is something to see."""
    if not any(room.parts for room in rooms):
        yield Reason("inspection.rooms.missing", "rooms")
    if len(rooms) > MOST_ROOMS:
        yield Reason("inspection.rooms.many", "rooms", {"most": MOST_ROOMS})
    yield from _names_reasons([room.names for room in rooms], "rooms", "room")
    for at, room in enumerate(rooms):
        if len(room.parts) > MOST_PARTS:
            yield Reason("inspection.parts.many", f"rooms.{at}", {"most": MOST_PARTS})
        yield from _names_reasons([part.names for part in room.parts], f"rooms.{at}", "part")


def _names_reasons(names: Sequence[Labels], place: str, what: str) -> Iterator[Reason]:
    if any(not any(one.values()) for one in names):
        yield Reason(f"inspection.{what}.unnamed", place)
    for language in sorted({language for one in names for language in one}):
        given = [said(one, language) for one in names]
        twice = next((one for one in given if one and given.count(one) > 1), None)
        if twice is not None:
            yield Reason(f"inspection.{what}.twice", place, {"name": twice})
            return


# One inspection


@dataclass(frozen=True)
class InspectionEntry:
    """Who goes through the home: `contact` and `phone` are the builder's, `staff` the property's.

    `held_on` is the day at the home, the estate's; None until it is known.
    """

    builder: str = ""
    contact: str = ""
    phone: str = ""
    owner: str = ""
    staff: str = ""
    held_on: date | None = None
    remark: str = ""


@dataclass(frozen=True)
class Mark:
    """What was found of a part: by its item's id."""

    item_id: int
    verdict: Verdict
    remark: str = ""


@dataclass(frozen=True)
class Item:
    """A part as it stands in an inspection; `photos` are the attachments of the item."""

    id: int
    place: int
    room: Labels
    part: Labels
    verdict: Verdict = Verdict.UNSEEN
    remark: str = ""
    photos: tuple[int, ...] = ()


@dataclass(frozen=True)
class Signature:
    """Who signed, and on which of the estate's days."""

    by: str
    on: date


@dataclass(frozen=True)
class InspectionFacts:
    """What the rules ask about an inspection; `metered` are the meters written down or absent."""

    state: State
    builder: str = ""
    contact: str = ""
    phone: str = ""
    items: tuple[Item, ...] = ()
    metered: frozenset[MeterKind] = frozenset()
    signatures: Mapping[Signer, Signature] = field(default_factory=dict)

    @property
    def failed(self) -> tuple[Item, ...]:
        """The parts that become defects."""
        return tuple(one for one in self.items if one.verdict is Verdict.FAIL)

    @property
    def unseen(self) -> tuple[Item, ...]:
        """The parts nobody has looked at."""
        return tuple(one for one in self.items if one.verdict is Verdict.UNSEEN)


def missing(facts: InspectionFacts) -> tuple[Reason, ...]:
    """What a whole inspection still lacks, all at once (R30)."""
    if facts.state is State.VOID:
        return (Reason("inspection.void"),)
    unfinished = () if facts.state is State.DONE else (Reason("inspection.open"),)
    return (*_unwritten(facts), *unfinished, *_unsigned(facts))


def finish_reasons(facts: InspectionFacts) -> tuple[Reason, ...]:
    """Why what was found may not be settled: parts unseen, meters unread, no builder to turn to."""
    return (*change_reasons(facts.state), *_unwritten(facts))


def _unwritten(facts: InspectionFacts) -> Iterator[Reason]:
    if facts.unseen:
        yield Reason("inspection.part.unseen", "items", {"count": len(facts.unseen)})
    for kind in MeterKind:
        if kind not in facts.metered:
            yield Reason(f"inspection.meter.{kind}", f"{kind}.value")
    mute = [one for one in facts.failed if not one.remark]
    if mute:
        yield Reason("inspection.fail.remark", "items", {"count": len(mute)})
    if facts.failed and not facts.builder:
        yield Reason("inspection.builder.missing", "builder")


def _unsigned(facts: InspectionFacts) -> Iterator[Reason]:
    for signer in Signer:
        if signer not in facts.signatures:
            yield Reason(f"inspection.unsigned.{signer}", signer)


def begin_reasons(*, is_open: bool) -> Iterable[Reason]:
    """A home is inspected once at a time."""
    return (Reason("inspection.begun"),) if is_open else ()


def case_reasons(unit_id: int, case_unit_id: int) -> Iterator[Reason]:
    """The sheet of a move-in is that of the home of its case (R30)."""
    if unit_id != case_unit_id:
        yield Reason("inspection.move_in.other_unit", "move_in")


def entry_reasons(entry: InspectionEntry, today: date) -> Iterator[Reason]:
    """The day at the home is not still to come."""
    if entry.held_on is not None and entry.held_on > today:
        yield Reason("inspection.held_on.future", "held_on")


def change_reasons(state: State) -> tuple[Reason, ...]:
    """What was settled stands; defects go their own way from then on."""
    if state is State.OPEN:
        return ()
    return (Reason(f"inspection.{state}"),)


def arrange_reasons(facts: InspectionFacts, rooms: Sequence[RoomPlan]) -> Iterator[Reason]:
    """Rooms come and go while nothing was found of what goes."""
    yield from change_reasons(facts.state)
    yield from template_reasons(rooms)
    kept = {part.id for room in rooms for part in room.parts}
    lost = [one for one in facts.items if one.id not in kept and one.verdict is not Verdict.UNSEEN]
    if lost:
        yield Reason("inspection.part.judged", "rooms", {"count": len(lost)})


def marks_reasons(facts: InspectionFacts, marks: Sequence[Mark]) -> Iterator[Reason]:
    """What is marked is a part of this inspection, while it is open."""
    yield from change_reasons(facts.state)
    known = {one.id for one in facts.items}
    if any(mark.item_id not in known for mark in marks):
        yield Reason("inspection.part.unknown", "items")


def sign_reasons(
    facts: InspectionFacts, signer: Signer, by: str, on: date, today: date
) -> Iterator[Reason]:
    """Somebody signs once, with a name, on a day that has come."""
    if facts.state is State.VOID:
        yield Reason("inspection.void")
    if signer in facts.signatures:
        yield Reason("inspection.signed", signer)
    if not by:
        yield Reason("inspection.signed_by.missing", "by")
    if on > today:
        yield Reason("inspection.signed_on.future", "on")


def unsign_reasons(facts: InspectionFacts, signer: Signer, why: str) -> Iterator[Reason]:
    """A signature that was written down by mistake is taken back, with the reason."""
    if facts.state is State.VOID:
        yield Reason("inspection.void")
    if signer not in facts.signatures:
        yield Reason(f"inspection.unsigned.{signer}")
    if not why:
        yield Reason("inspection.why.missing", "why")


def void_reasons(facts: InspectionFacts, why: str, open_defects: int = 0) -> Iterator[Reason]:
    """It is void once, with its reason, and not over the head of its open defects."""
    if facts.state is State.VOID:
        yield Reason("inspection.void")
    if open_defects:
        yield Reason("inspection.void.defects", None, {"count": open_defects})
    if not why:
        yield Reason("inspection.why.missing", "why")
