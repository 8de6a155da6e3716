"""A chart of bars, black on white, as a band of a form; the same drawing is shown on the screen.

Bars stand in groups, such as the months of one figure; the last of a group is filled, those before
it are outlined, so that the latest is seen at once on any copy.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from desk.printing.ops import Page
from desk.printing.papers import MM
from desk.printing.pen import HAIR, RULE, Frame, Hand, Pen

MOST_BARS = 12
MOST_BESIDE = 4

_TALL = 26 * MM  # of a bar that is whole
_GAP = 5 * MM  # between two groups
_EDGE = 3 * MM
_FILL = 0.62  # of a bar's pitch
_WIDEST = 12 * MM


class Bar(NamedTuple):
    """One bar: what stands under it, its height as a part of the whole (None: no bar), the words
    above it."""

    label: str
    part: float | None
    text: str


@dataclass(frozen=True)
class Group:
    """Bars under one title."""

    title: str
    bars: tuple[Bar, ...]


class Spot(NamedTuple):
    """Where a group stands on the chart, or one of its bars with its words; `bar` None: the group.

    Points, from the upper left corner. Numbers are those of what was given to be drawn.
    """

    group: int
    bar: int | None
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class BarChart:
    """Groups beside one another, in as many rows as they need; `width` in points."""

    hand: Hand
    width: float
    groups: tuple[Group, ...]

    @property
    def stretch(self) -> float:
        """It takes no spare room."""
        return 0.0

    @property
    def reach(self) -> float:
        """It takes no spare room."""
        return 0.0

    def height(self) -> float:
        """What it needs, in points."""
        return self.rows * self._row + 2 * _EDGE if self.groups else 0.0

    def split(self, room: float) -> tuple[Self, Self] | None:
        """The rows of groups that fit, and the rest; no row is cut."""
        fitting = int((room - 2 * _EDGE) // self._row) * self.beside
        if not 0 < fitting < len(self.groups):
            return None
        first, rest = self.groups[:fitting], self.groups[fitting:]
        return replace(self, groups=first), replace(self, groups=rest)

    def tail(self) -> tuple[Self, Self] | None:
        """It has none to give."""
        return None

    @property
    def beside(self) -> int:
        """How many groups have room beside one another."""
        bars = max((len(self._bars(one)) for one in self.groups), default=1)
        room = self.width - 2 * _EDGE + _GAP
        most = int(room // (max(bars * self._least_pitch, self._widest_title) + _GAP))
        return max(1, min(most, MOST_BESIDE, len(self.groups)))

    @property
    def rows(self) -> int:
        """How many rows of groups there are."""
        return -(-len(self.groups) // self.beside)

    def draw(self, pen: Pen, frame: Frame) -> None:
        """Draw it; what is around the frame is the grid's."""
        for group, place in zip(self.groups, self._frames(frame), strict=True):
            self._draw(pen, group, place)

    def spots(self) -> tuple[Spot, ...]:
        """Where its groups and bars stand on its own page: what can be pressed on the screen."""
        return tuple(self._spots())

    def page(self) -> Page:
        """The chart alone on a page of its own size: what the screen shows."""
        found = Page(self.width, self.height(), [])
        self.draw(Pen(found, self.hand), Frame(0.0, found.height, found.width, found.height))
        return found

    def _draw(self, pen: Pen, group: Group, frame: Frame) -> None:
        size, bars = self._size, self._bars(group)
        middle = frame.left + frame.width / 2
        pen.middle(middle, frame.top - self._line * 0.8, group.title, size, bold=True)
        base = frame.top - 2.4 * self._line - _TALL
        left, pitch = self._pitch(group, frame)
        pen.line(frame.left, base, frame.left + frame.width, base, RULE)
        for number, bar in enumerate(bars):
            x = left + (number + 0.5) * pitch
            tall = _TALL * max(0.0, min(1.0, bar.part or 0.0))
            self._bar(pen, (x, base), (pitch * _FILL, tall), filled=number == len(bars) - 1)
            pen.middle(x, base + tall + 0.35 * size, bar.text, size)
            pen.middle(x, base - 0.95 * size, bar.label, size)

    def _bar(
        self, pen: Pen, at: tuple[float, float], size: tuple[float, float], *, filled: bool
    ) -> None:
        (x, base), (wide, tall) = at, size
        if tall <= 0:
            return
        if filled:
            pen.squares([(x - wide / 2, base, wide, tall)])
        else:
            pen.box(x - wide / 2, base, wide, tall, HAIR)

    def _frames(self, frame: Frame) -> Iterator[Frame]:
        """Where each group stands in a frame."""
        wide = (frame.width - 2 * _EDGE + _GAP) / self.beside - _GAP
        for number in range(len(self.groups)):
            row, column = divmod(number, self.beside)
            left = frame.left + _EDGE + column * (wide + _GAP)
            yield Frame(left, frame.top - _EDGE - row * self._row, wide, self._row)

    def _pitch(self, group: Group, frame: Frame) -> tuple[float, float]:
        """Where the first bar's room begins, and how wide the room of each is."""
        number = len(self._bars(group))
        pitch = min(frame.width / max(1, number), _WIDEST)
        return frame.left + (frame.width - pitch * number) / 2, pitch

    def _spots(self) -> Iterator[Spot]:
        whole = Frame(0.0, self.height(), self.width, self.height())
        for number, frame in enumerate(self._frames(whole)):
            top = whole.top - frame.top
            yield Spot(number, None, frame.left, top, frame.width, self._line * 1.2)
            group = self.groups[number]
            left, pitch = self._pitch(group, frame)
            hidden = len(group.bars) - len(self._bars(group))
            for bar in range(len(self._bars(group))):
                at, below = left + bar * pitch, top + self._line * 1.2
                yield Spot(number, hidden + bar, at, below, pitch, self._row - self._line * 1.2)

    def _bars(self, group: Group) -> Sequence[Bar]:
        return group.bars[-MOST_BARS:]

    @property
    def _size(self) -> float:
        return self.hand.paper.minor

    @property
    def _line(self) -> float:
        return self._size * 1.5

    @property
    def _row(self) -> float:
        """Title, words above a bar, the bar, and what stands under it."""
        return _TALL + 3.5 * self._line

    @property
    def _least_pitch(self) -> float:
        width = self.hand.regular.width
        every = (bar for group in self.groups for bar in self._bars(group))
        texts = [width(text, self._size) for bar in every for text in (bar.label, bar.text)]
        return max(texts, default=0.0) + 3.0

    @property
    def _widest_title(self) -> float:
        width = self.hand.bold.width
        return max((width(group.title, self._size) for group in self.groups), default=0.0)
