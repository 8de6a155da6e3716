"""The pen: writes words, lines and boxes on one page as drawing operations."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from desk.printing.fonts import RARE, Typeface, typeface
from desk.printing.ops import Box, Glyphs, Line, Page, Polyline, Squares, Turned
from desk.printing.papers import Paper

HAIR = 0.6
RULE = 0.7
FRAME = 1.2
RISE = 0.36  # half the height of an ideograph, from the baseline to its middle, in ems
_LATIN = 0.92
_STAMP = 1.2
# Ems around a rare glyph in bold text. In plain text its own strokes are kept: no printer draws a
# line thinner than a dot, and four dragons 𪚥 with a dot around each stroke are a black square.
_THICKEN = {False: 0.0, True: 0.03}


class Frame(NamedTuple):
    """A rectangle to draw in, downwards from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Hand:
    """How one sheet is written: its paper, its language and the two weights."""

    paper: Paper
    language: str
    regular: Typeface
    bold: Typeface

    @classmethod
    def of(cls, paper: Paper, language: str) -> "Hand":
        """Latin letters look larger than ideographs of their size, so they are set smaller.

        Not on continuous paper, whose third copy has to read.
        """
        if not language.startswith("zh") and not paper.continuous:
            paper = replace(paper, text=max(paper.small, paper.text * _LATIN))
        return cls(paper, language, typeface(language), typeface(language, bold=True))

    def face(self, bold: bool) -> Typeface:
        """The typeface of a weight."""
        return self.bold if bold else self.regular


class Pen:
    """Draws on one page. Text is data: nothing in it is ever read as markup."""

    def __init__(self, page: Page, hand: Hand) -> None:
        self.page = page
        self.hand = hand
        self._ops = page.ops

    def text(self, x: float, y: float, text: str, size: float, *, bold: bool = False) -> float:
        """Write from (x, y) on the baseline; where the text ends."""
        pieces, end = self._pieces((x, y), text, size, bold=bold)
        self._ops.extend(pieces)
        return end

    def right(self, x: float, y: float, text: str, size: float, *, bold: bool = False) -> None:
        """Write so that the text ends at x."""
        self.text(x - self.hand.face(bold).width(text, size), y, text, size, bold=bold)

    def middle(self, x: float, y: float, text: str, size: float, *, bold: bool = False) -> None:
        """Write so that the text stands evenly around x."""
        self.text(x - self.hand.face(bold).width(text, size) / 2, y, text, size, bold=bold)

    def turned(
        self, at: tuple[float, float], text: str, size: float, angle: float, *, stroke: float = 0.0
    ) -> None:
        """Write bold around the middle point `at`, turned anticlockwise by `angle` degrees."""
        width = self.hand.bold.width(text, size)
        pieces = self.pieces(-width / 2, -RISE * size, text, size, bold=True)
        self._ops.append(Turned(*at, angle, stroke, tuple(pieces)))

    def stamp(self, at: tuple[float, float], text: str, span: float, angle: float) -> None:
        """Outlined text `span` points wide in a double frame, turned around the point `at`."""
        size = span / self.hand.bold.width(text, 1)
        self.turned(at, text, size, angle, stroke=_STAMP)
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        for gap, line in ((0.12, 2 * _STAMP), (0.17, _STAMP)):
            half, up = span / 2 + gap * size, size * (0.46 + gap)
            corners = ((-half, -up), (half, -up), (half, up), (-half, up), (-half, -up))
            bent = tuple((at[0] + a * cos - b * sin, at[1] + a * sin + b * cos) for a, b in corners)
            self._ops.append(Polyline(bent, line))

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float = HAIR) -> None:
        """A straight line."""
        self._ops.append(Line(x1, y1, x2, y2, width))

    def rule(self, x1: float, x2: float, y: float) -> None:
        """A dotted line to write on."""
        self._ops.append(Line(x1, y, x2, y, RULE, dotted=True))

    def box(self, x: float, y: float, w: float, h: float, line: float = HAIR) -> None:
        """An empty rectangle from its lower left corner."""
        self._ops.append(Box(x, y, w, h, line))

    def tick_box(self, x: float, middle: float, side: float, *, ticked: bool) -> None:
        """A box to tick, drawn as lines: our faces have no such glyph."""
        y = middle - side / 2
        self.box(x, y, side, side, 0.8)
        if ticked:
            points = ((0.16, 0.52), (0.42, 0.2), (0.98, 1.12))
            at = tuple((x + side * dx, y + side * dy) for dx, dy in points)
            self._ops.append(Polyline(at, 1.5))

    def squares(self, rectangles: Sequence[tuple[float, float, float, float]]) -> None:
        """Filled rectangles."""
        self._ops.append(Squares(tuple(rectangles)))

    def pieces(self, x: float, y: float, text: str, size: float, *, bold: bool) -> list[Glyphs]:
        """The text from (x, y) on, one piece a face."""
        return self._pieces((x, y), text, size, bold=bold)[0]

    def _pieces(
        self, at: tuple[float, float], text: str, size: float, *, bold: bool
    ) -> tuple[list[Glyphs], float]:
        """The same, and where the text ends."""
        x, y = at
        pieces = []
        for name, piece, width in self.hand.face(bold).pieces(text):
            stroke = size * _THICKEN[bold] if name in RARE else 0.0
            pieces.append(Glyphs(x, y, name, size, piece, stroke))
            x += size * width
        return pieces, x
