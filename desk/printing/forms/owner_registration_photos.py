"""Boxes to paste photos into, one for each permanent resident 常住人員, his name beneath (R27)."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.i18n import pgettext
from desk.printing.papers import MM
from desk.printing.pen import Frame, Hand, Pen
from desk.printing.text import break_lines

_WIDE, _HIGH = 25 * MM, 33 * MM  # 一寸 photo
_AIR = 2 * MM
_GAP = 3 * MM
_NAME_LINES = 2


@dataclass(frozen=True)
class PhotoRow:
    """Photo boxes beside one another, each with a name or a line to write it on. Points."""

    hand: Hand
    width: float
    names: tuple[str, ...]
    count: int

    @property
    def stretch(self) -> float:
        """It takes no spare room."""
        return 0.0

    @property
    def reach(self) -> float:
        """None at all."""
        return 0.0

    def height(self) -> float:
        """The boxes, the names beneath, the air around."""
        return _HIGH + 2 * _AIR + _NAME_LINES * self._leading

    def split(self, room: float) -> None:
        """Never."""

    def tail(self) -> None:
        """It has no end to give."""

    def draw(self, pen: Pen, frame: Frame) -> None:
        """Every box in the middle of its share of the width."""
        each = self.width / self.count
        top = frame.top - _AIR
        for at, name in enumerate(self.names):
            middle = frame.left + (at + 0.5) * each
            pen.box(middle - _WIDE / 2, top - _HIGH, _WIDE, _HIGH)
            caption = pgettext("move-in paper", "Photo")
            pen.middle(middle, top - _HIGH / 2, caption, self.hand.paper.small)
            self._name(pen, name, (middle, top - _HIGH), each)

    @property
    def _leading(self) -> float:
        return self.hand.paper.minor * self.hand.paper.space.leading

    def _name(self, pen: Pen, name: str, below: tuple[float, float], each: float) -> None:
        middle, y = below
        if not name:
            pen.rule(middle - _WIDE / 2, middle + _WIDE / 2, y - 1.5 * self._leading)
            return
        for line in self._lines(name, each):
            y -= self._leading
            pen.middle(middle, y, line, self.hand.paper.minor)

    def _lines(self, name: str, each: float) -> list[str]:
        size = self.hand.paper.minor
        lines = break_lines(name, (each - _GAP) / size, self.hand.regular.char_width)
        return [line.rstrip(" ") for line in lines[:_NAME_LINES]]


def photo_rows(hand: Hand, width: float, names: Sequence[str]) -> list[PhotoRow]:
    """The boxes in as many rows as they need; without names one row to be filled in."""
    count = max(1, int(width / (_WIDE + _GAP)))
    wanted = tuple(names) or ("",) * count
    return [
        PhotoRow(hand, width, wanted[start : start + count], count)
        for start in range(0, len(wanted), count)
    ]
