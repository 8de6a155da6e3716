"""From the cells of a sheet to what each row says, with every fault at its row and column.

A blank cell says nothing: it leaves alone what is known. Figures are taken only where they are
still whole: a spreadsheet keeps fifteen of an identity number's eighteen, so a number in that
column is refused rather than believed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from desk.domain import clean, identity
from desk.domain.estate import (
    NAME_LIMIT,
    NOTE_LIMIT,
    IdentityDocument,
    PersonKind,
    Region,
    ResidentEntry,
    ResidentRole,
)
from desk.domain.household_layout import Cell, Fault, Layout
from desk.domain.household_sheet import PHONES, Column, Words, fold
from desk.domain.reasons import Reason
from desk.domain.room import Room
from desk.domain.unit import BUILDING_LIMIT, PART_LIMIT, place_reasons
from desk.errors import RuleRefused

COMPANY_LIMIT = 120
PHONE_LIMIT = 40
LIMIT = 400  # characters of a cell that holds words, days or several numbers

_EXACT = 10**15
_SEVERAL = re.compile(r"[;；、,，\n]")
_DESTROYED = re.compile(r"\d([.,]\d+)?[eE]\+?\d+")
_COMMENT = re.compile(r"#\s")

Value = TypeVar("Value")


@dataclass(frozen=True)
class Custom:
    """How the estate writes rooms, phones and days, and which day it is there."""

    region: Region
    today: date
    read_day: Callable[[str], date | None]
    words: Words


@dataclass(frozen=True)
class SheetInstruction:
    """A standing instruction as a row gives it; a day left blank is None."""

    text: str
    starts: date | None
    ends: date | None


@dataclass(frozen=True)
class SheetRow:
    """What one row says: a unit, perhaps a resident of it, perhaps an instruction for it.

    `given` names the fields of the resident that were filled in. `is_placed` tells that room and
    name could be read, so that the row can be held against others.
    """

    row: int
    room: Room
    resident: ResidentEntry | None
    given: frozenset[str]
    instruction: SheetInstruction | None
    is_placed: bool = True


def read(
    table: Sequence[Sequence[Cell]], found: Layout, custom: Custom
) -> tuple[tuple[SheetRow, ...], tuple[Fault, ...]]:
    """What every row below the headings says; blank rows and comments (# …) say nothing."""
    rows: list[SheetRow] = []
    faults: list[Fault] = []
    for number, cells in enumerate(table[found.row :], start=found.row + 1):
        if not _says_nothing(cells):
            reader = _RowReader(number, cells, found, custom)
            rows.append(reader.read())
            faults += reader.faults
    return tuple(rows), tuple(faults)


def _says_nothing(cells: Sequence[Cell]) -> bool:
    texts = [str(cell) for cell in cells if cell is not None and str(cell).strip()]
    return not texts or bool(_COMMENT.match(texts[0]))


class _RowReader:
    """Reads one row and notes whatever is wrong with it."""

    def __init__(self, number: int, cells: Sequence[Cell], found: Layout, custom: Custom) -> None:
        self.number = number
        self.faults: list[Fault] = []
        self._cells = cells
        self._layout = found
        self._custom = custom

    def read(self) -> SheetRow:
        """Everything the row says; what cannot be read is left out and noted as a fault."""
        place = self._room()
        name = self._line(Column.NAME, NAME_LIMIT)
        is_placed = not self.faults
        entry = self._resident(name)
        given = self._given(entry)
        if given and not name and is_placed:
            self._fault(Column.NAME, Reason("resident.name.missing"))
            is_placed = False
        resident = entry if name else None
        return SheetRow(self.number, place, resident, given, self._instruction(), is_placed)

    def _room(self) -> Room:
        place = Room(
            self._line(Column.BUILDING, BUILDING_LIMIT),
            self._line(Column.ENTRANCE, PART_LIMIT),
            self._line(Column.FLOOR, PART_LIMIT),
            self._line(Column.DOOR, PART_LIMIT),
        )
        if self.faults:
            return place
        for reason in place_reasons(place):
            self._fault(self._building_or_door(reason), Reason(reason.code))
        return place

    def _building_or_door(self, reason: Reason) -> Column:
        if reason.field == Column.BUILDING:
            return Column.BUILDING
        return Column.DOOR if Column.DOOR in self._layout.places else Column.FLOOR

    def _resident(self, name: str) -> ResidentEntry:
        kind = self._word(Column.KIND, self._custom.words.kinds, PersonKind.NATURAL)
        return ResidentEntry(
            name=name,
            role=self._word(Column.ROLE, self._custom.words.roles, ResidentRole.OWNER),
            kind=kind,
            company=self._line(Column.COMPANY, COMPANY_LIMIT),
            phones=tuple(dict.fromkeys(one for column in PHONES for one in self._phones(column))),
            documents=self._documents(kind),
            note=self._cleaned(Column.NOTE, clean.clean_text, NOTE_LIMIT),
        )

    def _given(self, entry: ResidentEntry) -> frozenset[str]:
        given = {
            name for name in ("company", "phones", "documents", "note") if getattr(entry, name)
        }
        given.update(column for column in (Column.ROLE, Column.KIND) if self._cell(column))
        return frozenset(map(str, given))

    def _instruction(self) -> SheetInstruction | None:
        text = self._cleaned(Column.INSTRUCTION, clean.clean_text, NOTE_LIMIT)
        starts, ends = self._day(Column.STARTS), self._day(Column.ENDS)
        if text:
            return SheetInstruction(text, starts, ends)
        if starts or ends:
            self._fault(Column.INSTRUCTION, Reason("instruction.text.missing"))
        return None

    def _phones(self, column: Column) -> list[str]:
        phones = []
        for text in self._several(column):
            reasons = identity.check_phone(text, self._custom.region)
            if not reasons and len(text) <= PHONE_LIMIT:
                phones.append(text)
            elif not isinstance(self._cell(column), str) and not identity.check_phone(
                f"0{text}", self._custom.region
            ):
                self._fault(column, Reason("import.phone.zero_lost"))
            else:
                self._fault(column, Reason("phone.shape"))
        return phones

    def _documents(self, kind: PersonKind) -> tuple[IdentityDocument, ...]:
        cell = self._cell(Column.ID_NUMBER)
        if isinstance(cell, int | float | Decimal) and not isinstance(cell, bool):
            self._fault(Column.ID_NUMBER, Reason("import.identity.number_cell"))
            return ()
        numbers, kinds = self._several(Column.ID_NUMBER), self._several(Column.ID_KIND)
        if kinds and not numbers:
            self._fault(Column.ID_NUMBER, Reason("identity.number.missing"))
            return ()
        if len(kinds) > 1 and len(kinds) != len(numbers):
            self._fault(Column.ID_KIND, Reason("import.identity.kinds"))
            return ()
        words = kinds if len(kinds) == len(numbers) else (kinds or [""]) * len(numbers)
        pairs = zip(words, numbers, strict=True)
        found = [self._document(word, number, kind) for word, number in pairs]
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def _document(self, word: str, number: str, kind: PersonKind) -> IdentityDocument | None:
        paper = self._custom.words.paper(word, self._custom.region, kind)
        if paper is None:
            self._fault(Column.ID_KIND, Reason("import.word.unknown"))
            return None
        if _DESTROYED.fullmatch(number):
            self._fault(Column.ID_NUMBER, Reason("import.identity.number_cell"))
            return None
        reasons = identity.check(paper, number)
        for reason in reasons:
            self._fault(Column.ID_NUMBER, Reason(reason.code))
        return None if reasons else IdentityDocument(paper, identity.normalise(paper, number))

    def _word(self, column: Column, known: Mapping[str, Value], usual: Value) -> Value:
        text = self._line(column, LIMIT)
        if text and fold(text) not in known:
            self._fault(column, Reason("import.word.unknown"))
        return known.get(fold(text), usual)

    def _day(self, column: Column) -> date | None:
        cell = self._cell(column)
        if isinstance(cell, date):
            return cell.date() if isinstance(cell, datetime) else cell
        text = cell.strip() if isinstance(cell, str) else cell
        if text is None or text == "":
            return None
        day = self._custom.read_day(text[:LIMIT]) if isinstance(text, str) else None
        if day is None:
            self._fault(column, Reason("import.day.unreadable"))
        return day

    def _several(self, column: Column) -> list[str]:
        """The texts of a cell that may hold several, separated by semicolons, commas or lines."""
        text = self._cleaned(column, clean.clean_text, LIMIT)
        return [one.strip() for one in _SEVERAL.split(text) if one.strip()]

    def _line(self, column: Column, limit: int) -> str:
        return self._cleaned(column, clean.clean_line, limit)

    def _cleaned(self, column: Column, door: Callable[[str, int], str], limit: int) -> str:
        try:
            return door(_as_text(self._cell(column)), limit)
        except RuleRefused as refused:
            for reason in refused.reasons:
                self._fault(column, Reason(reason.code, None, reason.parameters))
            return ""

    def _cell(self, column: Column) -> Cell:
        at = self._layout.places.get(column)
        return None if at is None or at >= len(self._cells) else self._cells[at]

    def _fault(self, column: Column, reason: Reason) -> None:
        self.faults.append(self._layout.fault(self.number, column, reason))


def _as_text(cell: Cell) -> str:
    """A text, or figures that are still whole; a spreadsheet makes a day of room 3-2."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case bool():
            raise RuleRefused([Reason("import.cell.not_text")])
        case int() | float() if abs(cell) < _EXACT and cell == int(cell):
            return str(int(cell))
        case int() | float() | Decimal():
            raise RuleRefused([Reason("import.cell.figures_lost")])
        case date():
            raise RuleRefused([Reason("import.cell.day")])
        case _:
            raise RuleRefused([Reason("import.cell.not_text")])
