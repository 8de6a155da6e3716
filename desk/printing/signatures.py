"""Boxes to sign in: at least 15 mm high, lines for the name and the date.

On cut paper 15 mm are free for the signature alone. On half and third pages the lines stand beside
one another, so that the box is no higher than it has to be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from desk.printing.papers import MM
from desk.printing.pen import Frame, Hand, Pen
from desk.printing.text import break_lines

_NARROWEST = 25 * MM
_AFTER_CAPTION = 3.0
_BETWEEN = 6.0  # between two lines beside one another
_WRITTEN = 38.0  # what a name or a date takes by hand, at least
_VALUE_LINES = 2
_TITLE_BELOW = 1.2 * MM  # between the words of a box's name and what is free to sign in
_TITLE_BELOW_CLOSE = 0.6 * MM
_SHARE, _GROWS = 0.1, 5 * MM  # of the spare room of a page that is not high
_SEAL_SHARE, _SEAL_GROWS = 0.5, 18 * MM  # until a round seal of 42 mm has room


@dataclass(frozen=True)
class SignatureBox:
    """Who signs, the captions of the lines under the signature, and what is known of them already.

    `values` stand on the lines in their order; a missing or empty one is written by hand.
    """

    title: str
    captions: tuple[str, ...]
    values: tuple[str, ...] = ()


def signature_rows(
    hand: Hand, width: float, boxes: Sequence[SignatureBox], *, sealed: bool = False
) -> list["SignatureRow"]:
    """The boxes beside one another, in as many rows as they need to be wide enough to sign in."""
    narrowest = (
        max(_NARROWEST, *(_wanted(hand, box) for box in boxes)) + 2 * hand.paper.space.pad * MM
    )
    count = -(-len(boxes) // max(1, int(width / narrowest)))
    each = -(-len(boxes) // count)
    return [
        SignatureRow(hand, width, tuple(boxes[start : start + each]), sealed)
        for start in range(0, len(boxes), each)
    ]


def _wanted(hand: Hand, box: SignatureBox) -> float:
    """How wide a box has to be for its title on one line and its values on two."""
    size, face = hand.paper.minor, hand.regular
    title = hand.bold.width(box.title, hand.paper.caption)
    lines = (
        face.width(caption, size) + _AFTER_CAPTION + face.width(value, size) / _VALUE_LINES
        for caption, value in zip_longest(box.captions, box.values, fillvalue="")
    )
    return max(title, *lines)


@dataclass(frozen=True)
class SignatureRow:
    """Signature boxes of equal width. They never part over two pages.

    Those that are `sealed` grow with a page's spare room: a company's seal is 42 mm across.
    """

    hand: Hand
    width: float
    boxes: tuple[SignatureBox, ...]
    sealed: bool = False

    @property
    def stretch(self) -> float:
        """On half and third pages a box is as small as it may be, and takes what others leave."""
        if self.hand.paper.compact:
            return _SHARE
        return _SEAL_SHARE if self.sealed else 0.0

    @property
    def reach(self) -> float:
        """Until it is as high as on other paper."""
        if self.hand.paper.compact:
            return _GROWS
        return _SEAL_GROWS if self.sealed else 0.0

    def height(self) -> float:
        """Title, free room for the signature, lines."""
        space = self.hand.paper.space
        lines = 1 if self._beside else max(len(self._lines(box)) for box in self.boxes)
        return (space.title + space.sign + lines * space.line + space.pad / 2) * MM

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

    @property
    def _edge(self) -> float:
        return self.hand.paper.space.pad * MM

    @property
    def _room(self) -> float:
        """What a box has from edge to edge."""
        return self.width / len(self.boxes) - 2 * self._edge

    @cached_property
    def _beside(self) -> bool:
        """Whether every box has its lines beside one another."""
        return self.hand.paper.compact and all(map(self._fits_beside, self.boxes))

    def _fits_beside(self, box: SignatureBox) -> bool:
        needs = sum(self._needs(*line) + _BETWEEN for line in _pairs(box))
        return needs - _BETWEEN <= self._room

    def _needs(self, caption: str, value: str) -> float:
        """How wide a line is with its caption."""
        size, face = self.hand.paper.minor, self.hand.regular
        return face.width(caption, size) + _AFTER_CAPTION + max(_WRITTEN, face.width(value, size))

    def _box(self, pen: Pen, box: SignatureBox, frame: Frame) -> None:
        paper, left = self.hand.paper, frame.left + self._edge
        below = _TITLE_BELOW_CLOSE if paper.compact else _TITLE_BELOW
        y = frame.top - paper.space.title * MM + below
        pen.text(left, y, box.title, paper.caption, bold=True)
        if self._beside:
            self._draw_beside(pen, box, left, frame.top - frame.height + self._edge)
            return
        lines = self._lines(box)
        y = frame.top - frame.height + self._edge + paper.space.line * MM * (len(lines) - 1)
        for line in lines:
            self._draw_line(pen, line, (left, left + self._room), y)
            y -= paper.space.line * MM

    def _draw_beside(self, pen: Pen, box: SignatureBox, left: float, y: float) -> None:
        """What a line does not need is shared among those written by hand."""
        needs = [self._needs(*line) for line in _pairs(box)]
        spare = (self._room - sum(needs) - _BETWEEN * (len(needs) - 1)) / len(needs)
        for line, wide in zip(_pairs(box), needs, strict=True):
            self._draw_line(pen, line, (left, left + wide + spare), y)
            left += wide + spare + _BETWEEN

    def _draw_line(
        self, pen: Pen, line: tuple[str, str], reach: tuple[float, float], y: float
    ) -> None:
        size = self.hand.paper.minor
        end = pen.text(reach[0], y, line[0], size) + _AFTER_CAPTION
        pen.rule(end, reach[1], y - 1.5)
        pen.text(end, y, line[1], size)

    def _lines(self, box: SignatureBox) -> list[tuple[str, str]]:
        """Each line's caption and value; a value too long for its line goes on below."""
        size, face = self.hand.paper.minor, self.hand.regular
        lines = []
        for caption, value in _pairs(box):
            free = max(size, self._room - _AFTER_CAPTION - face.width(caption, size))
            first, *more = break_lines(value, free / size, face.char_width)
            lines.extend([(caption, first.rstrip(" ")), *(("", line.rstrip(" ")) for line in more)])
        return lines


def _pairs(box: SignatureBox) -> list[tuple[str, str]]:
    """Each caption with its value."""
    return list(zip_longest(box.captions, box.values, fillvalue=""))
