"""The next version of the price board, drawn up: items, filing, reviews (F20, R103, R233, R237).

There is one draft at a time; it starts as a copy of what is in force.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from desk.clock import newer
from desk.domain import price_board as rules
from desk.domain.permissions import Permission
from desk.domain.price_board import (
    BoardFacts,
    BoardState,
    FilingEntry,
    FilingKind,
    ItemEntry,
    ReviewEntry,
)
from desk.domain.reasons import Reason
from desk.errors import NotFound
from desk.models.lists import price_board as board_list
from desk.models.lists.price_board import BoardRow, ItemRow
from desk.models.price_board import PriceBoard, PriceItem
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace

__all__ = [
    "KIND",
    "Version",
    "drop_item",
    "edit_blockers",
    "entry_of",
    "file",
    "opened",
    "propose",
    "put_item",
    "review",
    "start",
]

KIND = "price_board"
LETTER = "B"


@dataclass(frozen=True)
class Version:
    """One version with what is on it."""

    row: BoardRow
    items: tuple[ItemRow, ...]

    @property
    def state(self) -> BoardState:
        """Where it stands."""
        return BoardState(self.row.state)

    @property
    def facts(self) -> BoardFacts:
        """What the rules ask."""
        return self.row.facts(one.code for one in self.items)


# Deeds


def start(workplace: Workplace, remark: str = "") -> Version:
    """Draw up the next version: a copy of what is in force; the draft there is, if there is one."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        cleaning = Cleaning()
        remark = cleaning.text(remark, rules.REMARK_LIMIT, "remark")
        cleaning.refuse()
        row = _draft(work)
        if remark:
            row.remark = remark
        return opened(work, row.id)


def put_item(
    workplace: Workplace, board_id: int, version: int, entry: ItemEntry, item_id: int | None = None
) -> Version:
    """Write an item of the draft, a new one or `item_id` (R234)."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        board = work.get_as_seen(PriceBoard, board_id, version)
        rows = board_list.items(work.reader, board_id)
        row = None if item_id is None else _item(work, rows, item_id)
        others = [one for one in rows if one.id != item_id]
        entry = _ready(work, board, entry, others)
        if row is None:
            row = _new_item(work, board_id, others)
        _write(row, entry)
        if row.id is None:
            work.add(row)
        _touch(work, board)
        return opened(work, board_id)


def drop_item(workplace: Workplace, board_id: int, version: int, item_id: int) -> Version:
    """Take an item off the draft: it is no longer offered once the version is in force."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        board = work.get_as_seen(PriceBoard, board_id, version)
        Cleaning().refuse(rules.draft_blockers(BoardState(board.state)))
        row = _item(work, board_list.items(work.reader, board_id), item_id)
        row.dropped_at = work.now
        _touch(work, board)
        return opened(work, board_id)


def file(workplace: Workplace, board_id: int, version: int, entry: FilingEntry) -> Version:
    """R233, R103: where its prices were filed, or that none is asked for."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        row = work.get_as_seen(PriceBoard, board_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            filed_on=entry.filed_on if entry.kind is FilingKind.FILED else None,
            filed_with=cleaning.line(entry.filed_with, rules.PLACE_LIMIT, "filed_with"),
            reference=cleaning.line(entry.reference, rules.REFERENCE_LIMIT, "reference"),
        )
        today = workplace.estate.custom.day(work.now)
        blockers = rules.draft_blockers(BoardState(row.state))
        cleaning.refuse(blockers, rules.filing_reasons(entry, today))
        row.filing, row.filed_on = entry.kind, entry.filed_on
        row.filed_with, row.reference = entry.filed_with, entry.reference
        return opened(work, board_id)


def review(workplace: Workplace, board_id: int, version: int, entry: ReviewEntry) -> Version:
    """R103: 品質 or 財務 looked the list through."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        row = work.get_as_seen(PriceBoard, board_id, version)
        cleaning = Cleaning()
        entry = replace(entry, person=cleaning.line(entry.person, rules.PLACE_LIMIT, "person"))
        today = workplace.estate.custom.day(work.now)
        blockers = rules.draft_blockers(BoardState(row.state))
        cleaning.refuse(blockers, rules.review_reasons(entry, today))
        setattr(row, f"{entry.reviewer}_by", entry.person)
        setattr(row, f"{entry.reviewer}_on", entry.on)
        return opened(work, board_id)


def propose(work: UnitOfWork, name: str, unit: str, price: Decimal, why: str) -> ItemRow:
    """R237: what was asked for, is not on the board and can be done goes on the next draft.

    Inside the caller's transaction, whoever may do its deed: that it is offered is decided when the
    version is approved.
    """
    cleaning = Cleaning()
    why = cleaning.line(why, rules.WHY_LIMIT, "why")
    board = _draft(work)
    rows = board_list.items(work.reader, board.id)
    entry = _ready(work, board, ItemEntry(name=name, unit=unit, price=price), rows, cleaning)
    row = _new_item(work, board.id, rows)
    _write(row, entry)
    row.why = why
    work.add(row)
    _touch(work, board)
    work.flush()
    found = board_list.item(work.reader, row.id)
    assert found is not None
    return found


# Looking


def entry_of(known: ItemRow) -> ItemEntry:
    """What was written down of an item, as it may be written down again."""
    return ItemEntry(known.code, known.name, known.unit, known.price, known.materials, known.skill)


def edit_blockers(workplace: Workplace, known: Version) -> tuple[Reason, ...]:
    """Why its items and filing are not changed now: the words on a shut button."""
    missing = workplace.missing(Permission.EDIT_GUIDE)
    return (*missing, *rules.draft_blockers(known.state))


# Parts


def opened(work: UnitOfWork, board_id: int) -> Version:
    """Make the deed durable; the version as it now stands."""
    work.flush()
    row = board_list.detail(work.reader, board_id)
    assert row is not None
    known = Version(row, board_list.items(work.reader, board_id))
    work.commit()
    return known


def _draft(work: UnitOfWork) -> PriceBoard:
    """The draft there is, or a new one as a copy of what is in force."""
    known = board_list.standing(work.reader, BoardState.DRAFT)
    if known is not None:
        return work.get(PriceBoard, known.id)
    before = board_list.standing(work.reader, BoardState.IN_FORCE)
    row = PriceBoard(
        number=work.next_number(LETTER),
        state=BoardState.DRAFT,
        before_id=None if before is None else before.id,
        written_at=work.now,
        by_id=work.actor_id,
    )
    work.add(row)
    if before is not None:
        work.add(*(_copy(work, row.id, one) for one in board_list.items(work.reader, before.id)))
    return row


def _copy(work: UnitOfWork, board_id: int, one: ItemRow) -> PriceItem:
    return PriceItem(
        board_id=board_id,
        place=one.place,
        code=one.code,
        name=one.name,
        unit=one.unit,
        price=one.price,
        materials=one.materials,
        skill=one.skill,
        launched_on=one.launched_on,
        why=one.why,
        entered_at=work.now,
    )


def _ready(
    work: UnitOfWork,
    board: PriceBoard,
    entry: ItemEntry,
    others: Iterable[ItemRow],
    cleaning: Cleaning | None = None,
) -> ItemEntry:
    """The item with clean texts and a code, or every reason against it."""
    cleaning = Cleaning() if cleaning is None else cleaning
    entry = replace(
        entry,
        code=cleaning.line(entry.code, rules.CODE_LIMIT, "code")
        or rules.next_code(board_list.codes(work.reader)),
        name=cleaning.line(entry.name, rules.NAME_LIMIT, "name"),
        unit=cleaning.line(entry.unit, rules.UNIT_LIMIT, "unit"),
        materials=cleaning.line(entry.materials, rules.MATERIALS_LIMIT, "materials"),
        skill=cleaning.line(entry.skill, rules.SKILL_LIMIT, "skill"),
    )
    blockers = rules.draft_blockers(BoardState(board.state))
    cleaning.refuse(blockers, rules.item_reasons(entry, [one.code for one in others]))
    return entry


def _item(work: UnitOfWork, rows: Iterable[ItemRow], item_id: int) -> PriceItem:
    """An item that is on this very version."""
    if item_id not in {one.id for one in rows}:
        raise NotFound("price_item", str(item_id))
    return work.get(PriceItem, item_id)


def _new_item(work: UnitOfWork, board_id: int, others: Iterable[ItemRow]) -> PriceItem:
    place = max((one.place for one in others), default=0) + 1
    return PriceItem(board_id=board_id, place=place, entered_at=work.now)


def _write(row: PriceItem, entry: ItemEntry) -> None:
    assert entry.price is not None
    row.code, row.name, row.unit = entry.code, entry.name, entry.unit
    row.price, row.materials, row.skill = entry.price, entry.materials, entry.skill


def _touch(work: UnitOfWork, row: PriceBoard) -> None:
    """A part of the version changed: another clerk who saw it before is told so."""
    row.touched_at = newer(row.touched_at, work.now)
