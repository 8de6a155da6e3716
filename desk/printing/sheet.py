"""A sheet: the same head and foot on every page, the grid between them."""

from collections.abc import Sequence
from math import atan2, cos, degrees, sin

from desk.i18n import pgettext
from desk.printing import flow, foot, head
from desk.printing.flow import Body, Section
from desk.printing.job import Job, Title
from desk.printing.ops import Page
from desk.printing.papers import MM, Paper
from desk.printing.pen import Hand, Pen

_VOID_STROKE = 1.4
_VOID_SPAN = 0.34  # of the page's width


def grid_width(paper: Paper) -> float:
    """How wide a row of fields is: the paper less its sides and the section column, in points."""
    return (paper.width - 2 * paper.side - paper.section) * MM


def lay_out(hand: Hand, job: Job, title: Title, sections: Sequence[Section]) -> list[Page]:
    """The sections over as many pages as they need, each with head and foot."""
    body = _body(hand, job, title)
    placed = flow.place(sections, body.top - body.bottom)
    pages = []
    for number, bands in enumerate(placed, 1):
        page = Page(hand.paper.width * MM, hand.paper.height * MM, [])
        pen = Pen(page, hand)
        top = page.height - hand.paper.top * MM
        head.draw(pen, job, title, body.left, top, body.width)
        flow.draw(pen, sections, bands, body)
        place = (body.left, hand.paper.bottom * MM, body.width)
        foot.draw(pen, job, title, place, (number, len(placed)))
        if job.void:
            _strike(pen)
        pages.append(page)
    return pages


def _body(hand: Hand, job: Job, title: Title) -> Body:
    paper = hand.paper
    left, width = paper.side * MM, (paper.width - 2 * paper.side) * MM
    top = (paper.height - paper.top) * MM - head.height(hand, job, title, width)
    return Body(left, width, top, paper.bottom * MM + foot.height(hand, job, width))


def _strike(pen: Pen) -> None:
    """作廢 across the page, in outline, so that what stands beneath stays readable."""
    mark = pgettext("paper", "VOID")
    width, height = pen.page.width, pen.page.height
    size = width * _VOID_SPAN / pen.hand.bold.width(mark, 1)
    angle = atan2(height, width)
    pen.turned(width / 2, height / 2, mark, size, degrees(angle), stroke=_VOID_STROKE)
    across, up = size * 0.62 * sin(angle), size * 0.62 * cos(angle)
    reach = 0.4
    for side in (-1, 1):
        x, y = width / 2 - side * across, height / 2 + side * up
        pen.line(
            x - reach * width, y - reach * height, x + reach * width, y + reach * height, _VOID_STROKE
        )
