"""A table with a head that stands again on every page; its rows grow with their text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from desk.printing.papers import MM
from desk.printing.pen import RISE, Frame, Hand, Pen
from desk.printing.text import balanced_lines, break_lines

_PAD = 1.2 * MM  # between a column's lines and its words
END_PAD = 2.4 * MM  # right of figures that are added up
_LONG = 14  # lines from which on a row may part over two pages
_KEPT_LINES = 3  # of such a row on either side of a page's end
_TAIL = 2  # rows that keep the signatures company


@dataclass(frozen=True)
class Column:
    """A column's head, its part of the table's width, where its words stand.

    `middle`: in the middle; `end`: at the right, as figures do that are added up.
    """

    caption: str
    share: float
    middle: bool = False
    end: bool = False


@dataclass(frozen=True)
class Ruling:
    """How a table is ruled: the least height of a row in millimetres, and the empty rows.

    `blank` of them follow the printed ones; a table that `fills` has them down to its page's end.
    """

    least: float = 7.0
    blank: int = 0
    fills: bool = False


PRINTED = Ruling()


@dataclass(frozen=True)
class Line:
    """A row of the table: its cells cut into lines; `height` is what it needs, in points.

    Its first `joined` cells are one with those above: no line parts them.
    """

    cells: tuple[tuple[str, ...], ...]
    height: float
    bold: bool = False
    joined: int = 0


@dataclass(frozen=True)
class Head:
    """The columns cut to a table's width: how wide each is, its caption's lines, how high all."""

    hand: Hand
    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    captions: tuple[Sequence[str], ...]

    @classmethod
    def of(cls, hand: Hand, width: float, columns: Sequence[Column]) -> "Head":
        """The head of a table `width` points wide."""
        size, measure = hand.paper.minor, hand.bold.char_width
        whole = sum(column.share for column in columns)
        widths = tuple(width * column.share / whole for column in columns)
        captions = tuple(
            balanced_lines(column.caption, (wide - _PAD) / size, measure)
            for column, wide in zip(columns, widths, strict=True)
        )
        return cls(hand, tuple(columns), widths, captions)

    @property
    def height(self) -> float:
        """What it needs, in points."""
        return max(map(len, self.captions)) * self._leading + 2 * self.hand.paper.space.edge * MM

    @property
    def _leading(self) -> float:
        return self.hand.paper.minor * self.hand.paper.space.leading

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw every caption in the middle of its cell."""
        size = self.hand.paper.minor
        for lines, width in zip(self.captions, self.widths, strict=True):
            y = _first_baseline(top, self.height, len(lines), (size, self._leading))
            for line in lines:
                pen.middle(left + width / 2, y, line.rstrip(), size, bold=True)
                y -= self._leading
            left += width


@dataclass(frozen=True)
class Table:
    """Rows under a head, as a block of a page. Points.

    A table that `fills` has empty rows of `least` points down to its page's end, for the entries
    to come.
    """

    head: Head
    lines: tuple[Line, ...]
    least: float
    fills: bool = False

    @property
    def stretch(self) -> float:
        """Only one that fills takes of a page's spare room."""
        return 1.0 if self.fills else 0.0

    @property
    def reach(self) -> float:
        """And takes all there is."""
        return inf

    def height(self) -> float:
        """The head and every row."""
        return self.head.height + sum(line.height for line in self.lines)

    def split(self, room: float) -> tuple["Table", "Table"] | None:
        """The rows that fit into `room`, and the rest under a head of its own."""
        left, count = room - self.head.height, 0
        while count < len(self.lines) and self.lines[count].height <= left:
            left -= self.lines[count].height
            count += 1
        parts = self._part(self.lines[count], left) if count < len(self.lines) else None
        if parts is not None:
            first, rest = (*self.lines[:count], parts[0]), (parts[1], *self.lines[count + 1 :])
        elif count:
            first, rest = self.lines[:count], self.lines[count:]
        else:
            return None
        return replace(self, lines=first, fills=False), replace(self, lines=rest)

    def tail(self) -> tuple["Table", "Table"] | None:
        """The table without its last rows, and these under a head of their own."""
        if len(self.lines) < 2 * _TAIL:
            return None
        first, rest = self.lines[:-_TAIL], self.lines[-_TAIL:]
        return replace(self, lines=first, fills=False), replace(self, lines=rest)

    def draw(self, pen: Pen, frame: Frame) -> None:
        """Draw head, rows and the lines between them; those around are the grid's."""
        lines, spare = self._lines_within(frame.height)
        y = frame.top - self.head.height
        self.head.draw(pen, frame.left, frame.top)
        for number, line in enumerate(lines):
            joined = sum(self.head.widths[: line.joined]) if number else 0.0
            pen.line(frame.left + joined, y, frame.left + frame.width, y)
            high = line.height + spare
            self._row(pen, line, Frame(frame.left, y, frame.width, high))
            y -= high
        x = frame.left
        for width in self.head.widths[:-1]:
            x += width
            pen.line(x, frame.top, x, frame.top - frame.height)

    def _lines_within(self, height: float) -> tuple[tuple[Line, ...], float]:
        """The rows to draw in that height, and by how much each is higher than it needs."""
        lines, rest = self.lines, height - self.height()
        if self.fills:
            more = int((rest + 0.01) // self.least)
            lines = (*lines, *(Line((), self.least) for _number in range(more)))
            rest -= more * self.least
        return lines, max(0.0, rest) / max(1, len(lines))

    def _part(self, line: Line, room: float) -> tuple[Line, Line] | None:
        """A long row parted at `room`; None where it moves on whole."""
        count = max(map(len, line.cells), default=0)
        fits = min(int((room - 2 * self._edge) // self._leading), count - _KEPT_LINES)
        if count < _LONG or fits < _KEPT_LINES:
            return None
        first = tuple(cell[:fits] for cell in line.cells)
        rest = tuple(cell[fits:] for cell in line.cells)
        return self._line(first, line.bold), self._line(rest, line.bold)

    def _line(self, cells: tuple[tuple[str, ...], ...], bold: bool) -> Line:
        high = max(map(len, cells)) * self._leading + 2 * self._edge
        return Line(cells, max(high, self.least), bold)

    def with_rows(
        self, rows: Sequence[Sequence[str]], *, bold: bool = False, joined: int = 0
    ) -> "Table":
        """The table with these rows more, a text a column; the first row opens a `joined` group."""
        lines = [self._cut(cells, bold) for cells in rows]
        lines[1:] = [replace(line, joined=joined) for line in lines[1:]]
        return replace(self, lines=(*self.lines, *lines))

    def _cut(self, texts: Sequence[str], bold: bool) -> Line:
        size, measure = self._size, self.head.hand.face(bold).char_width
        rooms = ((width - 2 * _PAD) / size for width in self.head.widths)
        cells = tuple(
            tuple(line.rstrip(" ") for line in break_lines(text, room, measure)) if text else ()
            for text, room in zip(texts, rooms, strict=True)
        )
        return self._line(cells, bold)

    @property
    def _size(self) -> float:
        return self.head.hand.paper.caption

    @property
    def _leading(self) -> float:
        return self._size * self.head.hand.paper.space.leading

    @property
    def _edge(self) -> float:
        return self.head.hand.paper.space.edge * MM

    def _row(self, pen: Pen, line: Line, frame: Frame) -> None:
        x = frame.left
        columns = zip(self.head.columns, self.head.widths, line.cells, strict=False)
        for column, width, cell in columns:
            y = _first_baseline(frame.top, frame.height, len(cell), (self._size, self._leading))
            for text in cell:
                if column.middle:
                    pen.middle(x + width / 2, y, text, self._size, bold=line.bold)
                elif column.end:
                    pen.right(x + width - END_PAD, y, text, self._size, bold=line.bold)
                else:
                    pen.text(x + _PAD, y, text, self._size, bold=line.bold)
                y -= self._leading
            x += width


def _first_baseline(top: float, height: float, lines: int, type_: tuple[float, float]) -> float:
    """Of so many lines, of a size and leading, that stand evenly around the middle of a cell."""
    size, leading = type_
    return top - height / 2 + (lines - 1) * leading / 2 - RISE * size


def table(
    hand: Hand,
    width: float,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    ruling: Ruling = PRINTED,
) -> Table:
    """A table `width` points wide with a text a column in every row."""
    empty = Table(Head.of(hand, width, columns), (), ruling.least * MM, ruling.fills)
    whole = empty.with_rows(rows)
    return replace(whole, lines=whole.lines + ruling.blank * (Line((), ruling.least * MM),))
