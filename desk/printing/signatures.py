"""Boxes to sign in: at least 15 mm free for the signature, lines for the name and the date."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.printing.papers import MM
from desk.printing.pen import Frame, Hand, Pen

FREE = 15.5 * MM
_TITLE = 6.2 * MM
_LINE = 6.4 * MM
_EDGE = 2.2 * MM
_NARROWEST = 25 * MM


@dataclass(frozen=True)
class SignatureBox:
    """Who signs, and the captions of the lines under the signature."""

    title: str
    captions: tuple[str, ...]


def signature_rows(hand: Hand, width: float, boxes: Sequence[SignatureBox]) -> list["SignatureRow"]:
    """The boxes beside one another, in as many rows as they need to be wide enough to sign in."""
    titles = [hand.bold.width(box.title, hand.paper.caption) for box in boxes]
    narrowest = max(_NARROWEST, *titles) + 2 * _EDGE
    count = -(-len(boxes) // max(1, int(width / narrowest)))
    each = -(-len(boxes) // count)
    return [
        SignatureRow(hand, tuple(boxes[start : start + each]))
        for start in range(0, len(boxes), each)
    ]


@dataclass(frozen=True)
class SignatureRow:
    """Signature boxes of equal width. They never part over two pages."""

    hand: Hand
    boxes: tuple[SignatureBox, ...]
    stretch: float = 0.0

    def height(self) -> float:
        """Title, free room for the signature, lines."""
        lines = max(len(box.captions) for box in self.boxes)
        return _TITLE + FREE + lines * _LINE + _EDGE / 2

    def split(self, room: float) -> None:
        """Never."""

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
        y = frame.top - frame.height + _EDGE + _LINE * (len(box.captions) - 1)
        for caption in box.captions:
            end = pen.text(left, y, caption, paper.small)
            pen.rule(end + 3, frame.left + frame.width - _EDGE, y - 1.5)
            y -= _LINE
