"""Laid-out pages become a PDF: every face embedded, the same bytes for the same pages."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import singledispatch
from threading import Lock

from reportlab.pdfgen.canvas import Canvas

from desk.printing.ops import Box, Glyphs, Line, Op, Page, Polyline, Squares, Turned

PROGRAM = "desk"
_TAGS = {"en": "en", "zh_Hant": "zh-Hant", "zh_Hans": "zh-Hans"}
_OUTLINE, _THICKENED = 1, 2  # PDF text rendering modes: stroke, fill and stroke
_DOTS = (1, 2)
painting = Lock()  # a face serves one document at a time


@dataclass(frozen=True)
class About:
    """What the file says of itself. Never the name of a resident or a clerk."""

    title: str
    author: str
    language: str


def paint(pages: Sequence[Page], about: About) -> bytes:
    """The pages as a PDF file."""
    stream = io.BytesIO()
    with painting:
        canvas = opened(stream, pages, about)
        for page in pages:
            draw_page(page, canvas)
        canvas.save()
    return stream.getvalue()


def opened(stream: io.BytesIO, pages: Sequence[Page], about: About) -> Canvas:
    """A file in the making, whose first pages are these; hold `painting` while it is drawn on."""
    canvas = Canvas(
        stream,
        pagesize=(pages[0].width, pages[0].height),
        invariant=1,
        lang=_TAGS[about.language],
        initialFontName=_first_face(pages),  # else Helvetica, which is not embedded
    )
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.title)
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    return canvas


def draw_page(page: Page, canvas: Canvas) -> None:
    """Draw one page and end it."""
    canvas.setPageSize((page.width, page.height))
    for op in page.ops:
        draw(op, canvas)
    canvas.showPage()


def faces_of(pages: Sequence[Page]) -> frozenset[str]:
    """The faces that are drawn with on these pages."""
    return frozenset(piece.face for page in pages for op in page.ops for piece in _pieces(op))


def _pieces(op: Op) -> Sequence[Glyphs]:
    if isinstance(op, Turned):
        return op.pieces
    return (op,) if isinstance(op, Glyphs) else ()


def _first_face(pages: Sequence[Page]) -> str | None:
    glyphs = (op for page in pages for op in page.ops if isinstance(op, Glyphs))
    return next((op.face for op in glyphs), None)


@singledispatch
def draw(op: Op, canvas: Canvas) -> None:
    """Draw one operation."""
    raise TypeError(f"no way to draw {type(op).__name__} on {canvas}")


@draw.register
def _(op: Glyphs, canvas: Canvas) -> None:
    canvas.setFont(op.face, op.size)
    if op.stroke:
        canvas.setLineWidth(op.stroke)
    canvas.drawString(op.x, op.y, op.text, mode=_THICKENED if op.stroke else None)


@draw.register
def _(op: Line, canvas: Canvas) -> None:
    canvas.setLineWidth(op.width)
    if op.dotted:
        canvas.setDash(*_DOTS)
    canvas.line(op.x1, op.y1, op.x2, op.y2)
    if op.dotted:
        canvas.setDash()


@draw.register
def _(op: Box, canvas: Canvas) -> None:
    canvas.setLineWidth(op.line)
    canvas.rect(op.x, op.y, op.w, op.h)


@draw.register
def _(op: Polyline, canvas: Canvas) -> None:
    canvas.setLineWidth(op.width)
    path = canvas.beginPath()
    path.moveTo(*op.points[0])
    for point in op.points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path)


@draw.register
def _(op: Squares, canvas: Canvas) -> None:
    path = canvas.beginPath()
    for rectangle in op.rectangles:
        path.rect(*rectangle)
    canvas.drawPath(path, stroke=0, fill=1)


@draw.register
def _(op: Turned, canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(op.x, op.y)
    canvas.rotate(op.angle)
    canvas.setLineWidth(op.stroke)
    for piece in op.pieces:
        canvas.setFont(piece.face, piece.size)
        canvas.drawString(piece.x, piece.y, piece.text, mode=_OUTLINE if op.stroke else None)
    canvas.restoreState()
