"""Boxes to sign in: at least 15 mm free for the signature, lines for the name and the date."""

from dataclasses import dataclass

from desk.printing.papers import MM
from desk.printing.pen import Hand, Pen

FREE = 15.5 * MM
_TITLE = 6.2 * MM
_LINE = 6.4 * MM
_EDGE = 2.2 * MM


@dataclass(frozen=True)
class SignatureBox:
    """Who signs, and the captions of the lines under the signature."""

    title: str
    captions: tuple[str, ...]


@dataclass(frozen=True)
class SignatureRow:
    """Signature boxes beside one another, of equal width. They never part over two pages."""

    hand: Hand
    boxes: tuple[SignatureBox, ...]
    stretch: float = 0.0

    def height(self) -> float:
        """Title, free room for the signature, lines."""
        lines = max(len(box.captions) for box in self.boxes)
        return _TITLE + FREE + lines * _LINE + _EDGE / 2

    def split(self, room: float) -> None:  # noqa: ARG002 - every block is asked the same way
        """Never."""

    def draw(self, pen: Pen, x: float, top: float, width: float, height: float) -> None:
        """Draw the boxes downwards from `top`. Their outer lines are the grid's."""
        wide = width / len(self.boxes)
        for number, box in enumerate(self.boxes):
            left = x + number * wide
            if number:
                pen.line(left, top, left, top - height)
            self._box(pen, box, left, top, wide, height)

    def _box(
        self, pen: Pen, box: SignatureBox, left: float, top: float, wide: float, height: float
    ) -> None:
        paper = self.hand.paper
        pen.text(left + _EDGE, top - _TITLE + 1.2 * MM, box.title, paper.caption, bold=True)
        y = top - height + _EDGE + _LINE * (len(box.captions) - 1)
        for caption in box.captions:
            end = pen.text(left + _EDGE, y, caption, paper.small)
            pen.rule(end + 3, left + wide - _EDGE, y - 1.5)
            y -= _LINE
