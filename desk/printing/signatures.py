"""Boxes to sign in: at least 15 mm free for the signature, lines for the name and the date."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from desk.printing.papers import MM
from desk.printing.pen import Frame, Hand, Pen
from desk.printing.text import break_lines

FREE = 15.5 * MM
_TITLE = 6.2 * MM
_LINE = 6.4 * MM
_EDGE = 2.2 * MM
_NARROWEST = 25 * MM
_AFTER_CAPTION = 3.0
_VALUE_LINES = 2


@dataclass(frozen=True)
class SignatureBox:
    """Who signs, the captions of the lines under the signature, and what is known of them already.

    `values` stand on the lines in their order; a missing or empty one is written by hand.
    """

    title: str
    captions: tuple[str, ...]
    values: tuple[str, ...] = ()


def signature_rows(hand: Hand, width: float, boxes: Sequence[SignatureBox]) -> list["SignatureRow"]:
    """The boxes beside one another, in as many rows as they need to be wide enough to sign in."""
    narrowest = max(_NARROWEST, *(_wanted(hand, box) for box in boxes)) + 2 * _EDGE
    count = -(-len(boxes) // max(1, int(width / narrowest)))
    each = -(-len(boxes) // count)
    return [
        SignatureRow(hand, width, tuple(boxes[start : start + each]))
        for start in range(0, len(boxes), each)
    ]


def _wanted(hand: Hand, box: SignatureBox) -> float:
    """How wide a box has to be for its title on one line and its values on two."""
    size, face = hand.paper.small, hand.regular
    title = hand.bold.width(box.title, hand.paper.caption)
    lines = (
        face.width(caption, size) + _AFTER_CAPTION + face.width(value, size) / _VALUE_LINES
        for caption, value in zip_longest(box.captions, box.values, fillvalue="")
    )
    return max(title, *lines)


@dataclass(frozen=True)
class SignatureRow:
    """Signature boxes of equal width. They never part over two pages."""

    hand: Hand
    width: float
    boxes: tuple[SignatureBox, ...]
    stretch: float = 0.0
    reach: float = 0.0

    def height(self) -> float:
        """Title, free room for the signature, lines."""
        lines = max(len(self._lines(box)) for box in self.boxes)
        return _TITLE + FREE + lines * _LINE + _EDGE / 2

    def split(self, room: float) -> None:
        """Never."""

    def tail(self) -> None:
        """It is what company is kept for."""

    def draw(self, pen: Pen, frame: Frame) -> None:
        """Draw the boxes. The lines around them are the grid's."""
        wide = frame.width / len(self.boxes)
        for number, box in enumerate(self.boxes):
            left = frame.left + number * wide
            if number:
                pen.line(left, frame.top, left, frame.top - frame.height)
            self._box(pen, box, Frame(left, frame.top, wide, frame.height))

    def _box(self, pen: Pen, box: SignatureBox, frame: Frame) -> None:
        paper, left = self.hand.paper, frame.left + _EDGE
        pen.text(left, frame.top - _TITLE + 1.2 * MM, box.title, paper.caption, bold=True)
        lines = self._lines(box)
        y = frame.top - frame.height + _EDGE + _LINE * (len(lines) - 1)
        for caption, value in lines:
            end = pen.text(left, y, caption, paper.small) + _AFTER_CAPTION
            pen.rule(end, frame.left + frame.width - _EDGE, y - 1.5)
            pen.text(end, y, value, paper.small)
            y -= _LINE

    def _lines(self, box: SignatureBox) -> list[tuple[str, str]]:
        """Each line's caption and value; a value too long for its line goes on below."""
        size, face = self.hand.paper.small, self.hand.regular
        room = self.width / len(self.boxes) - 2 * _EDGE - _AFTER_CAPTION
        lines = []
        for caption, value in zip_longest(box.captions, box.values, fillvalue=""):
            free = max(size, room - face.width(caption, size))
            first, *more = break_lines(value, free / size, face.char_width)
            lines.extend([(caption, first.rstrip(" ")), *(("", line.rstrip(" ")) for line in more)])
        return lines
