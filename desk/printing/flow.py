"""Sections of blocks flow down the pages; nothing is cut, nothing falls off."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, Protocol, Self

from desk.printing.papers import MM
from desk.printing.pen import FRAME, Frame, Pen
from desk.printing.signatures import SignatureRow

_BESIDE = 2  # characters of an upright name beside one another, where it is too low for one
_TOGETHER = 0.35  # a section up to this part of a page is not parted
MOST_SPARE = 45 * MM  # a box grows by no more than this to fill its page


class Block(Protocol):
    """A horizontal band of the grid: a row of fields or of signature boxes."""

    @property
    def stretch(self) -> float:
        """Its part of a page's spare room."""

    @property
    def reach(self) -> float:
        """How much of it the block can use at most, in points."""

    def height(self) -> float:
        """What it needs, in points."""

    def split(self, room: float) -> tuple[Self, Self] | None:
        """What fits into `room` and the rest; None where it moves on whole."""

    def tail(self) -> tuple[Self, Self] | None:
        """Itself without its end, and the end; None where it has none to give."""

    def draw(self, pen: Pen, frame: Frame) -> None:
        """Draw it; the lines around the frame are the grid's."""


@dataclass(frozen=True)
class Section:
    """Blocks under one name, which stands upright in the grid's first column.

    Without a name the blocks have the column's room too: `sheet.full_width`.
    """

    label: str
    blocks: Sequence[Block]


class Body(NamedTuple):
    """The part of every page that the grid may use, in points."""

    left: float
    width: float
    top: float
    bottom: float


class Band(NamedTuple):
    """A block, or a part of one, on its page."""

    section: int
    block: Block
    height: float


def place(sections: Sequence[Section], room: float) -> list[list[Band]]:
    """The bands of every page, top down, where a page has `room` points."""
    pages: list[list[Band]] = [[]]
    left = room
    for number, section in enumerate(sections):
        whole = sum(block.height() for block in section.blocks)
        if left < whole <= room * _TOGETHER:
            pages.append([])
            left = room
        for block in section.blocks:
            left = _place_block(pages, number, block, left, room)
    pages = [bands for bands in pages if bands]
    _keep_company(pages, room)
    return [_stretched(bands, room) for bands in pages]


def _place_block(
    pages: list[list[Band]], number: int, block: Block, left: float, room: float
) -> float:
    """Put one block on the last page or over as many as it needs; the room left there."""
    while (height := block.height()) > left + 0.01:
        parts = block.split(left)
        if parts is not None:
            pages[-1].append(Band(number, parts[0], left))
            block = parts[1]
        elif left >= room:
            break
        pages.append([])
        left = room
    pages[-1].append(Band(number, block, height))
    return left - height


def _keep_company(pages: list[list[Band]], room: float) -> None:
    """Signatures do not stand on a page of their own.

    The section before them comes along, or the end of the table before them.
    """
    if len(pages) < 2 or not all(isinstance(band.block, SignatureRow) for band in pages[-1]):
        return
    before, last = pages[-2:]
    moved = [band for band in before if band.section == before[-1].section]
    height = sum(band.height for band in moved + last)
    if len(moved) < len(before) and height <= room:
        pages[-2:] = [before[: -len(moved)], moved + last]
    elif (parts := before[-1].block.tail()) is not None:
        rest, tail = (Band(before[-1].section, part, part.height()) for part in parts)
        pages[-2:] = [[*before[:-1], rest], [tail, *last]]


def _stretched(bands: list[Band], room: float) -> list[Band]:
    """The bands of one page with its spare room shared among the boxes that can use it."""
    parts = sum(band.block.stretch for band in bands)
    spare = room - sum(band.height for band in bands)
    if not parts or spare <= 0:
        return bands
    return [
        band._replace(
            height=band.height + min(spare * band.block.stretch / parts, band.block.reach)
        )
        for band in bands
    ]


def draw(pen: Pen, sections: Sequence[Section], bands: Sequence[Band], body: Body) -> None:
    """Draw one page's bands: frame, section column, rows and the lines between them."""
    right = body.left + body.width
    y = body.top
    for number, group in groupby(bands, key=lambda band: band.section):
        label = sections[number].label if pen.hand.paper.section else ""
        inner = body.left + (pen.hand.paper.section * MM if label else 0.0)
        start = y
        for band in group:
            if y < start:
                pen.line(inner, y, right, y)
            band.block.draw(pen, Frame(inner, y, right - inner, band.height))
            y -= band.height
        if label:
            _label(pen, label, (body.left + inner) / 2, start, start - y)
            pen.line(inner, start, inner, y)
        pen.line(body.left, y, right, y, FRAME)
    pen.line(body.left, body.top, right, body.top, FRAME)
    for x in (body.left, right):
        pen.line(x, body.top + FRAME / 2, x, y - FRAME / 2, FRAME)


def _label(pen: Pen, label: str, x: float, top: float, height: float) -> None:
    """The section's name: stacked in Chinese, two beside one another if low; turned in Latin."""
    size = pen.hand.paper.caption
    if not _is_chinese(label):
        if pen.hand.bold.width(label, size) < height:
            pen.turned((x, top - height / 2), label, size, 90)
        return
    pitch = size * 1.2
    beside = 1 if len(label) * pitch <= height - 4 else _BESIDE
    lines = [label[start : start + beside] for start in range(0, len(label), beside)]
    y = top - height / 2 + pitch * (len(lines) - 1) / 2 - 0.36 * size
    for line in lines:
        pen.middle(x, y, line, size, bold=True)
        y -= pitch


def _is_chinese(label: str) -> bool:
    return any(char >= "\u2e80" for char in label)
