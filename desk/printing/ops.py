"""What is drawn on a page, as plain values: the sheet is laid out first and painted afterwards.

Points, from the lower left corner; black on white throughout. Plain values make a page that can
be counted, compared with a golden copy and painted again.
"""

from typing import NamedTuple


class Glyphs(NamedTuple):
    """A piece of text in one face; `stroke` thickens a face that is too light beside the others."""

    x: float
    y: float
    face: str
    size: float
    text: str
    stroke: float = 0.0


class Turned(NamedTuple):
    """A piece of text around a point; outlined with a pen of `stroke` where that is not 0."""

    x: float
    y: float
    angle: float
    stroke: float
    pieces: tuple[Glyphs, ...]


class Line(NamedTuple):
    """A straight line, dotted where somebody is to write on it."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    dotted: bool = False


class Box(NamedTuple):
    """An empty rectangle."""

    x: float
    y: float
    w: float
    h: float
    line: float


class Polyline(NamedTuple):
    """A bent line through points."""

    points: tuple[tuple[float, float], ...]
    width: float


class Squares(NamedTuple):
    """Filled rectangles (x, y, w, h), painted in one go."""

    rectangles: tuple[tuple[float, float, float, float], ...]


Op = Glyphs | Turned | Line | Box | Polyline | Squares


class Page(NamedTuple):
    """One side of paper."""

    width: float
    height: float
    ops: list[Op]
