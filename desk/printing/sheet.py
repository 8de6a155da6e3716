"""A sheet: the same head and foot on every page, the grid between them."""

from collections.abc import Sequence

from desk.i18n import pgettext
from desk.printing import band, flow, foot, head
from desk.printing.flow import Body, Section
from desk.printing.job import Job, Title
from desk.printing.ops import Page
from desk.printing.papers import MM, Paper
from desk.printing.pen import Frame, Hand, Pen

_VOID_ANGLE = 28
_VOID_SPAN = 0.46, 0.62  # of the page's width and height at most


def grid_width(paper: Paper) -> float:
    """How wide a row of fields is: the paper less its sides and the section column, in points."""
    return (paper.width - 2 * paper.side - paper.section) * MM


def full_width(paper: Paper) -> float:
    """How wide a row is where a section has no name, in points."""
    return (paper.width - 2 * paper.side) * MM


def lay_out(hand: Hand, job: Job, title: Title, sections: Sequence[Section]) -> list[Page]:
    """The sections over as many pages as they need, each with head and foot."""
    body = _body(hand, job, title)
    placed = flow.place(sections, body.top - body.bottom)
    pages = []
    for number, bands in enumerate(placed, 1):
        page = Page(hand.paper.width * MM, hand.paper.height * MM, [])
        pen = Pen(page, hand)
        top = page.height - hand.paper.top * MM
        frame = Frame(body.left, top, body.width, top - body.top)
        (band if hand.paper.compact else head).draw(pen, job, title, frame)
        flow.draw(pen, sections, bands, body)
        place = (body.left, hand.paper.bottom * MM, body.width)
        foot.draw(pen, job, title, place, (number, len(placed)))
        if job.void:
            strike(pen)
        pages.append(page)
    return pages


def _body(hand: Hand, job: Job, title: Title) -> Body:
    paper = hand.paper
    left, width = paper.side * MM, (paper.width - 2 * paper.side) * MM
    high = (band if paper.compact else head).height(hand, job, title, width)
    top = (paper.height - paper.top) * MM - high
    return Body(left, width, top, paper.bottom * MM + foot.height(hand, job, title, width))


def strike(pen: Pen) -> None:
    """作廢 across the page like a stamp, in outline, so that what stands beneath stays readable."""
    width, height = pen.page.width, pen.page.height
    span = min(width * _VOID_SPAN[0], height * _VOID_SPAN[1])
    pen.stamp((width / 2, height / 2), pgettext("paper", "VOID"), span, _VOID_ANGLE)
