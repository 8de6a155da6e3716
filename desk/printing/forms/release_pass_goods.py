"""The goods on a release pass: one by one under a head, with boxes for the guard to tick (R38).

Wide paper has them in two columns side by side. A table and yet its own block: a tick box is drawn
and not written, and short paper has no room for a head.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from desk.printing.papers import MM
from desk.printing.pen import RISE, Frame, Hand, Pen
from desk.printing.table import END_PAD
from desk.printing.text import balanced_lines, break_lines

_PAD = 1.2 * MM
_BOX = 9.0
_TAIL = 2  # rows that keep the signatures company
_LONG = 6  # lines from which on a row may part over two pages


class GoodsColumn(NamedTuple):
    """A column's caption and width in millimetres; 0 shares what is left, `box` is for a tick."""

    caption: str
    width: float
    middle: bool = False
    box: bool = False
    end: bool = False


Cell = tuple[str, ...]


class GoodsLine(NamedTuple):
    """One thing, its cells cut into lines; one without cells is to be written by hand.

    `note` stands over the whole width in its place. One that is no thing is not `ticked`.
    """

    cells: tuple[Cell, ...] = ()
    note: str = ""
    ticked: bool = True


@dataclass(frozen=True)
class Goods:
    """Rows of `across` things beside one another, as a block of a page. Points.

    `least` is the least height of a row; without a head the things stand for themselves.
    """

    hand: Hand
    width: float
    columns: tuple[GoodsColumn, ...]
    least: float
    rows: tuple[tuple[GoodsLine, ...], ...] = ()
    across: int = 1
    headed: bool = True
    stretch: float = 0.0
    reach: float = 1.0  # more than none: it is no signature, and keeps those company

    def height(self) -> float:
        """The head and every row."""
        return self._head_height() + sum(map(self._row_height, self.rows))

    def split(self, room: float) -> tuple["Goods", "Goods"] | None:
        """The rows that fit into `room`, and the rest under a head of its own.

        A row is parted only where it is too long to stand anywhere else.
        """
        left, count = room - self._head_height(), 0
        while count < len(self.rows) and self._row_height(self.rows[count]) <= left:
            left -= self._row_height(self.rows[count])
            count += 1
        if 0 < count < len(self.rows):
            return self._parted(count)
        fits = int((left - 2 * self._edge) // self._pitch)
        if count or fits < 1 or _lines_of(self.rows[0]) < _LONG:
            return None
        first, rest = _torn(self.rows[0], fits)
        return (
            replace(self, rows=(first,)),
            replace(self, rows=(rest, *self.rows[1:])),
        )

    def tail(self) -> tuple["Goods", "Goods"] | None:
        """Without its last rows, and these under a head of their own."""
        if len(self.rows) < 2 * _TAIL:
            return None
        return self._parted(len(self.rows) - _TAIL)

    def draw(self, pen: Pen, frame: Frame) -> None:
        """Draw head, rows and the lines between them; those around are the grid's."""
        y = frame.top
        if self.headed:
            self._draw_head(pen, frame.left, y)
            y -= self._head_height()
        noted = 0.0
        spare = max(0.0, frame.height - self.height()) / max(1, len(self.rows))
        for number, row in enumerate(self.rows):
            if number or self.headed:
                pen.line(frame.left, y, frame.left + frame.width, y)
            high = self._row_height(row) + spare
            self._draw_row(pen, row, Frame(frame.left, y, frame.width, high))
            y -= high
            noted += high if row[0].note else 0.0
        self._draw_uprights(pen, frame, y + noted)

    # Parts

    def _parted(self, count: int) -> tuple["Goods", "Goods"]:
        return replace(self, rows=self.rows[:count]), replace(self, rows=self.rows[count:])

    @property
    def _edge(self) -> float:
        return self.hand.paper.space.edge * MM

    @property
    def _pitch(self) -> float:
        return self.hand.paper.caption * self.hand.paper.space.leading

    def _widths(self) -> tuple[float, ...]:
        """Of the columns of one thing."""
        whole = self.width / self.across
        free = [column for column in self.columns if not column.width]
        rest = whole - sum(column.width * MM for column in self.columns)
        return tuple(column.width * MM or rest / len(free) for column in self.columns)

    def _captions(self) -> list[list[str]]:
        size, measure = self.hand.paper.small, self.hand.bold.char_width
        pairs = zip(self.columns, self._widths(), strict=True)
        return [
            balanced_lines(column.caption, (wide - 0.6 * MM) / size, measure)
            for column, wide in pairs
        ]

    def _head_height(self) -> float:
        if not self.headed:
            return 0.0
        lines = max(map(len, self._captions()))
        return lines * self.hand.paper.small * 1.25 + 2 * self._edge

    def _row_height(self, row: Sequence[GoodsLine]) -> float:
        return max(self.least, _lines_of(row) * self._pitch + 2 * self._edge)

    def _draw_head(self, pen: Pen, left: float, top: float) -> None:
        size, high = self.hand.paper.small, self._head_height()
        pairs = list(zip(self._captions(), self._widths(), strict=True))
        for captions, width in pairs * self.across:
            y = top - high / 2 + (len(captions) - 1) * size * 0.625 - RISE * size
            for caption in captions:
                pen.middle(left + width / 2, y, caption.rstrip(), size, bold=True)
                y -= size * 1.25
            left += width

    def _draw_row(self, pen: Pen, row: Sequence[GoodsLine], frame: Frame) -> None:
        middle = frame.top - frame.height / 2
        for number, line in enumerate(row):
            left = frame.left + number * frame.width / self.across
            if line.note:
                y = middle - RISE * self.hand.paper.caption
                pen.middle(frame.left + frame.width / 2, y, line.note, self.hand.paper.caption)
            else:
                self._draw_line(pen, line, left, middle)

    def _draw_line(self, pen: Pen, line: GoodsLine, left: float, middle: float) -> None:
        size = self.hand.paper.caption
        pitch = self._pitch
        cells = line.cells or ((),) * len(self.columns)
        for column, width, cell in zip(self.columns, self._widths(), cells, strict=True):
            if column.box and line.ticked:
                pen.tick_box(left + (width - _BOX) / 2, middle, _BOX, ticked=False)
            y = middle + (len(cell) - 1) * pitch / 2 - RISE * size
            for text in cell:
                if column.middle:
                    pen.middle(left + width / 2, y, text, size)
                elif column.end:
                    pen.right(left + width - END_PAD, y, text, size)
                else:
                    pen.text(left + _PAD, y, text, size)
                y -= pitch
            left += width

    def _draw_uprights(self, pen: Pen, frame: Frame, bottom: float) -> None:
        x, widths = frame.left, self._widths() * self.across
        for width in widths[:-1]:
            x += width
            pen.line(x, frame.top, x, bottom)

    def with_things(self, things: Sequence[Sequence[str]], filler: str = "") -> "Goods":
        """With these things, a text a column; `filler` stands where the last row has room left."""
        lines = [self._cut(texts) for texts in things]
        if filler and len(lines) % self.across:
            texts = ["", filler, *[""] * (len(self.columns) - 2)]
            lines.append(self._cut(texts)._replace(ticked=False))
        starts = range(0, len(lines), self.across)
        rows = [tuple(lines[start : start + self.across]) for start in starts]
        return replace(self, rows=(*self.rows, *rows))

    def _cut(self, texts: Sequence[str]) -> GoodsLine:
        size, measure = self.hand.paper.caption, self.hand.regular.char_width
        cells: list[Cell] = []
        for text, wide in zip(texts, self._widths(), strict=True):
            room = max(size, wide - 2 * _PAD) / size
            lines = break_lines(text, room, measure) if text else ()
            cells.append(tuple(line.rstrip(" ") for line in lines))
        return GoodsLine(tuple(cells))

    def with_blanks(self, count: int) -> "Goods":
        """With rows to write by hand."""
        return replace(self, rows=(*self.rows, *(count * ((GoodsLine(),) * self.across,))))

    def with_note(self, note: str) -> "Goods":
        """With a last line over the whole width: nothing follows."""
        return replace(self, rows=(*self.rows, (GoodsLine(note=note),)))


def _lines_of(row: Sequence[GoodsLine]) -> int:
    return max((len(cell) for line in row for cell in line.cells), default=1)


def _torn(row: Sequence[GoodsLine], lines: int) -> tuple[tuple[GoodsLine, ...], ...]:
    """The first lines of every thing in a row, and the rest, which is not ticked again."""
    first = (one._replace(cells=tuple(cell[:lines] for cell in one.cells)) for one in row)
    rest = (
        one._replace(cells=tuple(cell[lines:] for cell in one.cells), ticked=False) for one in row
    )
    return tuple(first), tuple(rest)
