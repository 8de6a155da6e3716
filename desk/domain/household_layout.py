"""Where a sheet of households keeps what: its line of headings, and the place of a fault."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from desk.domain.household_sheet import HEADING_ROWS, NEEDED, PHONES, Column, Words, fold
from desk.domain.reasons import Reason

Cell = str | int | float | bool | Decimal | date | time | timedelta | None


@dataclass(frozen=True)
class Fault:
    """What is wrong at one place: `row` as the spreadsheet counts, `column` its letters.

    `heading` is the column's as the file writes it; both are empty for a whole row.
    """

    row: int
    column: str
    heading: str
    reason: Reason


@dataclass(frozen=True)
class Layout:
    """The line of headings (`row`, counted from 1), and which place of a line holds what.

    `ignored` are headings that mean nothing to us; `repeated` the places of those that stand
    twice.
    """

    row: int
    headings: tuple[str, ...]
    places: Mapping[Column, int]
    ignored: tuple[str, ...]
    repeated: tuple[int, ...]

    def fault(self, row: int, column: Column | None, reason: Reason) -> Fault:
        """The fault at a row and one of our columns, or at the row as a whole."""
        at = None if column is None else self.places.get(column)
        if at is None:
            return Fault(row, "", "", reason)
        return Fault(row, letters(at), self.headings[at], reason)

    def faults(self) -> tuple[Fault, ...]:
        """A building, a name and a floor or door are needed; no heading stands twice."""
        missing = [column for column in NEEDED if column not in self.places]
        if not {Column.FLOOR, Column.DOOR} & set(self.places):
            missing.append(Column.DOOR)
        lacking = [
            Fault(self.row, "", "", Reason("import.heading.missing", None, {"column": column}))
            for column in missing
        ]
        twice = [
            Fault(self.row, letters(at), self.headings[at], Reason("import.heading.twice"))
            for at in self.repeated
        ]
        return (*lacking, *twice)


def layout(table: Sequence[Sequence[Cell]], words: Words) -> Layout | None:
    """Find the line of headings near the top; None when no line names two columns."""
    lines = [[_text(cell) for cell in cells] for cells in table[:HEADING_ROWS]]
    known = [words.recognised(line) for line in lines]
    if not known or max(known) < 2:
        return None
    at = known.index(max(known))
    return _laid_out(at + 1, lines[at], words)


def letters(at: int) -> str:
    """The letters of a column counted from 0: A, Z, AA."""
    text, left = "", at + 1
    while left:
        left, rest = divmod(left - 1, 26)
        text = chr(65 + rest) + text
    return text


def _laid_out(row: int, headings: Sequence[str], words: Words) -> Layout:
    places: dict[Column, int] = {}
    ignored: list[str] = []
    repeated: list[int] = []
    for at, heading in enumerate(headings):
        column = words.columns.get(fold(heading))
        if column in PHONES:
            column = next((one for one in (column, *PHONES) if one not in places), column)
        if column is None:
            ignored += [heading] if heading else []
        elif column in places:
            repeated.append(at)
        else:
            places[column] = at
    return Layout(row, tuple(headings), places, tuple(ignored), tuple(repeated))


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell).strip()[:200]
