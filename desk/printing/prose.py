"""Running text across the whole width: the terms of an agreement, the words of a letter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.printing.papers import MM
from desk.printing.pen import RISE, Frame, Hand, Pen
from desk.printing.text import break_lines

_KEPT_LINES = 2  # never fewer lines of a text on either side of a page's end
_AIR = 1.2  # above and below the text, in parts of a field's pad


@dataclass(frozen=True)
class Prose:
    """Text cut into lines as a block of a page. Points."""

    hand: Hand
    lines: Sequence[str]

    @property
    def stretch(self) -> float:
        """It takes no spare room."""
        return 0.0

    @property
    def reach(self) -> float:
        """None at all."""
        return 0.0

    def height(self) -> float:
        """Every line and the air around them."""
        return len(self.lines) * self._leading + 2 * self._pad

    def split(self, room: float) -> tuple["Prose", "Prose"] | None:
        """The lines that fit into `room` and the rest; None where it moves on whole."""
        fits = min(int((room - 2 * self._pad) // self._leading), len(self.lines) - _KEPT_LINES)
        if fits < _KEPT_LINES:
            return None
        return replace(self, lines=self.lines[:fits]), replace(self, lines=self.lines[fits:])

    def tail(self) -> None:
        """A text is not torn apart for company's sake."""

    def draw(self, pen: Pen, frame: Frame) -> None:
        """Line under line; the lines around the frame are the grid's."""
        y = frame.top - self._pad - self._leading / 2 - RISE * self.hand.paper.text
        for line in self.lines:
            pen.text(frame.left + self._side, y, line.rstrip(" "), self.hand.paper.text)
            y -= self._leading

    @property
    def _side(self) -> float:
        return self.hand.paper.space.pad * MM

    @property
    def _pad(self) -> float:
        return self._side * _AIR

    @property
    def _leading(self) -> float:
        return self.hand.paper.text * self.hand.paper.space.leading


def prose(hand: Hand, width: float, text: str) -> Prose:
    """The text in lines for a block `width` points wide."""
    size = hand.paper.text
    room = (width - 2 * hand.paper.space.pad * MM) / size
    return Prose(hand, tuple(break_lines(text, room, hand.regular.char_width)))
