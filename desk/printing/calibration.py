"""The calibration page 校正頁 of a paper: 10 mm grid, rulers, crosses, how to measure in words.

What is measured on it, `domain.calibration` turns into the printer's offset and scale.
"""

import math
from collections.abc import Iterator

from desk.domain.calibration import Rulers, rulers
from desk.i18n import pgettext, speaking
from desk.printing import fonts
from desk.printing.job import Job
from desk.printing.ops import Page
from desk.printing.paint import About, paint
from desk.printing.papers import MM, PAPERS, Paper
from desk.printing.pen import Hand, Pen
from desk.printing.text import break_lines

_GRID = 10
_THIN, _STRONG = 0.5, 1.4
_EDGE = 5.0  # millimetres that are left free around the grid
_CROSS = 6.0
_BOX_LEFT, _BOX_TOP = 60, 30
_TEXT = 9.5
_NUMBER = 0.8  # millimetres from a line to its number
_WIDEST = 7.0  # what a number takes from its line
_TICKS = {0: 5.0, 5: 3.5}  # lengths at the tens and the fives, in millimetres
_SHORT_TICK = 2.0
_BLANK = 13 * MM


def calibration_page(paper: str, language: str, job: Job) -> bytes:
    """The page as a PDF; KeyError for a paper or a language we lack."""
    with speaking(language, job.custom.region):
        title = pgettext("paper", "Calibration page")
    return paint(calibration_pages(paper, language, job), About(title, job.estate, language))


def calibration_pages(paper: str, language: str, job: Job) -> list[Page]:
    """The page before it is painted."""
    fonts.require([("estate", job.estate), ("printed_by", job.printed_by)], language)
    sheet = PAPERS[paper]
    page = Page(sheet.width * MM, sheet.height * MM, [])
    drawing = _Drawing(Pen(page, Hand.of(sheet, language)), sheet)
    with speaking(language, job.custom.region):
        drawing.draw(job)
    return [page]


class _Drawing:
    """Draws in millimetres from the upper left corner, as one measures."""

    def __init__(self, pen: Pen, paper: Paper) -> None:
        self._pen = pen
        self._paper = paper
        self._rulers = rulers(paper.code)
        self._left = paper.strip or _EDGE
        self._right = paper.width - self._left
        self._top, self._bottom = _EDGE, paper.height - _EDGE

    def draw(self, job: Job) -> None:
        """Words first: the grid goes around them."""
        right = _tens(self._right - _EDGE) - _GRID
        words = _words(job, self._paper.code, self._paper.continuous, self._rulers)
        end = _BOX_TOP + _GRID * math.ceil(self._write(words, right) / _GRID)
        self._grid((_BOX_LEFT, _BOX_TOP, right, min(end, self._bottom)))
        self._across()
        self._down()
        for x in (self._rulers.left, _tens(self._right - _EDGE)):
            for y in (self._rulers.top, _tens(self._bottom - _EDGE)):
                self._cross(x, y)

    def _write(self, words: list[str], right: float) -> float:
        """The words in their box, the first as a title; how high they stand, in millimetres."""
        paper, hand = self._paper, self._pen.hand
        room = (right - _BOX_LEFT - 4) * MM
        y = _BOX_TOP * MM + 1.5 * MM
        for number, text in enumerate(words):
            size = _TEXT if number else _TEXT + 4
            for line in break_lines(text, room / size, hand.face(not number).char_width):
                y += size * paper.space.leading
                x = (_BOX_LEFT + 2) * MM
                self._pen.text(
                    x, self._up(y / MM) + size * 0.35, line.rstrip(), size, bold=not number
                )
        return y / MM + self._entries(y, right) - _BOX_TOP

    def _entries(self, y: float, right: float) -> float:
        """Lines to write the four lengths on; how high they are, in millimetres."""
        size, left = _TEXT, (_BOX_LEFT + 2) * MM
        x, top = left, y
        y += size * 2
        for caption in _captions():
            wide = self._pen.hand.regular.width(f"{caption}  mm", size) + _BLANK
            if x > left and x + wide > right * MM:
                x, y = left, y + size * 2
            end = self._pen.text(x, self._up(y / MM), f"{caption} ", size)
            self._pen.rule(end, end + _BLANK, self._up(y / MM) - 1.5)
            x = self._pen.text(end + _BLANK, self._up(y / MM), " mm", size) + size
        return (y - top) / MM + 3

    def _grid(self, box: tuple[float, float, float, float]) -> None:
        """A line every 10 mm from the corner of the paper, with its number; none in the box."""
        left, top, right, bottom = box
        size = self._paper.small
        for x in _every(self._left, self._right):
            for start, end in _around((self._top, self._bottom), (top, bottom), left < x < right):
                self._line(x, start, x, end)
            if x + _WIDEST < self._right:
                self._text(x + _NUMBER, self._top + 3.4, str(x), size)
        for y in _every(self._top + 3, self._bottom):
            for start, end in _around((self._left, self._right), (left, right), top < y < bottom):
                self._line(start, y, end, y)
            if y + 4 < self._bottom:
                self._text(_first(self._left) + _NUMBER, y + 4, str(y), size)

    def _across(self) -> None:
        """The ruler from the mark to the right, its numbers under it."""
        left, top = self._rulers.left, self._rulers.top
        self._line(left, top, left + self._rulers.across, top, _STRONG)
        for at in range(int(self._rulers.across) + 1):
            self._line(left + at, top, left + at, top + _tick(at))
            if at and at % _GRID == 0:
                self._text(left + at + _NUMBER, top + 8.4, str(at), self._paper.small)

    def _down(self) -> None:
        """The ruler from the mark downwards, its numbers beside it."""
        left, top = self._rulers.left, self._rulers.top
        self._line(left, top, left, top + self._rulers.down, _STRONG)
        for at in range(int(self._rulers.down) + 1):
            self._line(left, top + at, left + _tick(at), top + at)
            if at and at % _GRID == 0:
                self._text(left + _GRID + _NUMBER, top + at + 4, str(at), self._paper.small)

    def _cross(self, x: float, y: float) -> None:
        self._line(x - _CROSS, y, x + _CROSS, y, _STRONG)
        self._line(x, y - _CROSS, x, y + _CROSS, _STRONG)

    def _line(self, x1: float, y1: float, x2: float, y2: float, width: float = _THIN) -> None:
        self._pen.line(x1 * MM, self._up(y1), x2 * MM, self._up(y2), width)

    def _text(self, x: float, y: float, text: str, size: float) -> None:
        self._pen.text(x * MM, self._up(y), text, size)

    def _up(self, y: float) -> float:
        """Points from the lower edge, as paper is drawn on."""
        return self._pen.page.height - y * MM


def _words(job: Job, paper: str, continuous: bool, nominal: Rulers) -> list[str]:
    """The title, how to measure, and who printed it when."""
    marks = pgettext(
        "paper",
        "2. Measure from the left edge of the paper to the upright line of the upper left cross"
        " ({left} mm), and from the upper edge to its level line ({top} mm).",
    )
    lengths = pgettext(
        "paper",
        "3. Measure the ruler across from the cross to {across}, and the ruler down to {down}.",
    )
    holes = pgettext("paper", "The left edge is that of the strip with the holes.")
    printed = pgettext("paper", "Printed {when} by {whom}")
    told = {"left": round(nominal.left), "top": round(nominal.top)}
    ends = {"across": round(nominal.across), "down": round(nominal.down)}
    when = job.custom.datetime(job.printed_at)
    title = pgettext("paper", "Calibration page")
    return [
        f"{title}  {paper}",
        pgettext("paper", "1. Print at real size, not fitted to the page."),
        marks.format(**told),
        *((holes,) if continuous else ()),
        lengths.format(**ends),
        pgettext("paper", "4. Enter the four lengths; offset and scale follow from them."),
        f"{job.estate}  {printed.format(when=when, whom=job.printed_by)}",
    ]


def _captions() -> tuple[str, ...]:
    return (
        pgettext("paper", "Left edge"),
        pgettext("paper", "Upper edge"),
        pgettext("paper", "Ruler across"),
        pgettext("paper", "Ruler down"),
    )


def _tick(at: int) -> float:
    return _TICKS.get(at % _GRID, _SHORT_TICK)


def _tens(length: float) -> int:
    return int(length // _GRID) * _GRID


def _first(start: float) -> int:
    return _GRID * math.ceil(start / _GRID)


def _every(start: float, end: float) -> range:
    return range(_first(start), int(end) + 1, _GRID)


def _around(
    whole: tuple[float, float], gap: tuple[float, float], through: bool
) -> Iterator[tuple[float, float]]:
    """A line from end to end, or its two parts where it would go through the gap."""
    if not through:
        yield whole
        return
    yield whole[0], gap[0]
    if gap[1] < whole[1]:
        yield gap[1], whole[1]
