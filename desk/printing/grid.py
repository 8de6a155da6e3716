"""The field grid: rows of labelled fields that grow with their text and go on over pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.i18n import pgettext
from desk.printing.cells import CellLine, Content, draw_line, lines_of
from desk.printing.flow import MOST_SPARE
from desk.printing.papers import MM
from desk.printing.pen import RISE, Frame, Hand, Pen
from desk.printing.text import balanced_lines

_LABEL_LEADING = 1.3
RULE = 8.6 * MM  # between two lines to write on
_KEPT_LINES = 2  # never fewer lines of a text on either side of a page's end


@dataclass(frozen=True)
class Field:
    """A label and what it labels; `share` is its part of the row's width."""

    label: str
    content: Content
    share: float = 1.0


@dataclass(frozen=True)
class Cell:
    """A field cut into lines: where its label column starts, how wide it all is."""

    label: str
    x: float
    width: float
    lines: Sequence[CellLine]
    continued: bool = False
    goes_on: bool = False


@dataclass(frozen=True)
class Row:
    """Fields beside one another. Points from here on.

    `least` is the height below which a row is no good for handwriting. A row with an `appetite`
    is a long one: it stands at the top of its box, takes that part of the page's spare room, and
    has lines to write on where it is empty.
    """

    hand: Hand
    cells: tuple[Cell, ...]
    least: float
    appetite: float = 0.0

    @property
    def stretch(self) -> float:
        """Its part of the page's spare room: a box to be written in needs it more."""
        return self.appetite * (0.2 if any(cell.lines for cell in self.cells) else 1.0)

    @property
    def reach(self) -> float:
        """A box is not blown up over half a page, one that is written in hardly at all."""
        return MOST_SPARE * (0.4 if any(cell.lines for cell in self.cells) else 1.0)

    @property
    def leading(self) -> float:
        """From one baseline to the next."""
        return self.hand.paper.text * self.hand.paper.space.leading

    @property
    def _pad(self) -> float:
        return self.hand.paper.space.pad * MM

    def height(self) -> float:
        """What the row needs."""
        lines = max(len(cell.lines) for cell in self.cells)
        labels = max(len(self._label_lines(cell)) for cell in self.cells)
        marks = self.leading * any(cell.goes_on for cell in self.cells)
        return max(
            self.least,
            lines * self.leading + marks + self._pads(),
            labels * self.hand.paper.caption * _LABEL_LEADING + self._pad,
        )

    def split(self, room: float) -> tuple["Row", "Row"] | None:
        """The part that fits into `room` and the rest; None where it should move on whole."""
        count = max(len(cell.lines) for cell in self.cells)
        fits = int((room - 2 * self._pad) // self.leading) - 1
        fits = min(fits, count - _KEPT_LINES)
        if fits < _KEPT_LINES:
            return None
        first = tuple(
            replace(cell, lines=cell.lines[:fits], goes_on=len(cell.lines) > fits)
            for cell in self.cells
        )
        rest = tuple(
            replace(cell, lines=cell.lines[fits:], continued=len(cell.lines) > fits)
            for cell in self.cells
        )
        least = 3 * self.leading
        return replace(self, cells=first, least=least), replace(self, cells=rest, least=least)

    def tail(self) -> None:
        """A text is not torn apart for company's sake."""

    def draw(self, pen: Pen, frame: Frame) -> None:
        """Draw the row. The lines around it are the grid's."""
        for cell in self.cells:
            left, top, bottom = frame.left + cell.x, frame.top, frame.top - frame.height
            inner = left + self._label_width()
            if cell.x:
                pen.line(left, top, left, bottom)
            pen.line(inner, top, inner, bottom)
            self._label(pen, cell, left, top - frame.height / 2)
            room = Frame(inner, top, left + cell.width - inner, frame.height)
            if self.appetite and not cell.lines:
                _rules(pen, room, self._pad)
            else:
                self._content(pen, cell, room)

    @property
    def _hangs(self) -> bool:
        """Whether the text stands at the top of its box and not in the middle."""
        return self.appetite > 0 or any(cell.goes_on or cell.continued for cell in self.cells)

    def _label_width(self) -> float:
        return self.hand.paper.label * MM

    def _pads(self) -> float:
        return 2 * self._pad if self._hangs else self._pad

    def _label(self, pen: Pen, cell: Cell, x: float, middle: float) -> None:
        size = self.hand.paper.caption
        lines = self._label_lines(cell)
        pitch = size * _LABEL_LEADING
        y = middle + pitch * (len(lines) - 1) / 2 - RISE * size
        for line in lines:
            pen.middle(x + self._label_width() / 2, y, line.rstrip(), size, bold=True)
            y -= pitch

    def _label_lines(self, cell: Cell) -> list[str]:
        size, width = self.hand.paper.caption, self._label_width() - 4
        lines = balanced_lines(cell.label, width / size, self.hand.bold.char_width)
        return [*lines, pgettext("paper", "(continued)")] if cell.continued else lines

    def _content(self, pen: Pen, cell: Cell, room: Frame) -> None:
        y = room.top - self._pad - self.leading / 2
        if not self._hangs:
            y = room.top - room.height / 2 + (len(cell.lines) - 1) * self.leading / 2
        y -= RISE * self.hand.paper.text
        for line in cell.lines:
            draw_line(pen, room.left + self._pad, y, line)
            y -= self.leading
        if cell.goes_on:
            mark = pgettext("paper", "(continued on the next page)")
            edge, bottom = room.left + room.width - self._pad, room.top - room.height
            pen.right(edge, bottom + self._pad, mark, self.hand.paper.small)


def _rules(pen: Pen, room: Frame, pad: float) -> None:
    """Lines to write on, evenly down an empty box."""
    count = max(1, round(room.height / RULE))
    for number in range(1, count):
        y = room.top - room.height * number / count
        pen.rule(room.left + pad, room.left + room.width - pad, y)


def row(
    hand: Hand, width: float, fields: Sequence[Field], *, room: float = 0.0, appetite: float = 0.0
) -> Row:
    """Cut the fields into lines for a row `width` points wide; `room` millimetres at least."""
    label, pad = hand.paper.label * MM, hand.paper.space.pad * MM
    shares = sum(field.share for field in fields)
    cells, x = [], 0.0
    for field in fields:
        wide = width * field.share / shares
        lines = lines_of(field.content, wide - label - 2 * pad, hand)
        cells.append(Cell(field.label, x, wide, lines))
        x += wide
    return Row(hand, tuple(cells), max(room, hand.paper.row) * MM, appetite)
