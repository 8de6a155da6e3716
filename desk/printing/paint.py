"""Laid-out pages become a PDF: every face embedded, the same bytes for the same pages."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import singledispatch
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from desk.printing.ops import Box, Glyphs, Line, Op, Page, Polyline, Squares, Turned

PROGRAM = "desk"
_TAGS = {"en": "en", "zh_Hant": "zh-Hant", "zh_Hans": "zh-Hans"}
_FILLED, _OUTLINE, _THICKENED = 0, 1, 2  # PDF text rendering modes; the last fills and strokes
_DOTTED, _SOLID = "[1 2] 0 d", "[] 0 d"
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
    """Draw one operation.

    Written as the file has it: the library's own calls cost twice as much, and say each number to a
    millionth of a point.
    """
    raise TypeError(f"no way to draw {type(op).__name__} on {canvas}")


@draw.register
def _(op: Glyphs, canvas: Canvas) -> None:
    words = _words(op, canvas)
    if op.stroke:
        words = f"{op.stroke:.3f} w {_THICKENED} Tr {words} {_FILLED} Tr"
    canvas.addLiteral(f"BT {words} ET")


@draw.register
def _(op: Line, canvas: Canvas) -> None:
    drawn = f"{op.width:.2f} w {op.x1:.2f} {op.y1:.2f} m {op.x2:.2f} {op.y2:.2f} l S"
    canvas.addLiteral(f"{_DOTTED} {drawn} {_SOLID}" if op.dotted else drawn)


@draw.register
def _(op: Box, canvas: Canvas) -> None:
    canvas.addLiteral(f"{op.line:.2f} w {op.x:.2f} {op.y:.2f} {op.w:.2f} {op.h:.2f} re S")


@draw.register
def _(op: Polyline, canvas: Canvas) -> None:
    first, *others = (f"{x:.2f} {y:.2f}" for x, y in op.points)
    bends = " ".join(f"{point} l" for point in others)
    canvas.addLiteral(f"{op.width:.2f} w {first} m {bends} S")


@draw.register
def _(op: Squares, canvas: Canvas) -> None:
    filled = " ".join(f"{x:.2f} {y:.2f} {w:.2f} {h:.2f} re" for x, y, w, h in op.rectangles)
    canvas.addLiteral(f"{filled} f")


@draw.register
def _(op: Turned, canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(op.x, op.y)
    canvas.rotate(op.angle)
    mode = _OUTLINE if op.stroke else _FILLED
    words = " ".join(_words(piece, canvas) for piece in op.pieces)
    canvas.addLiteral(f"{op.stroke:.2f} w BT {mode} Tr {words} ET")
    canvas.restoreState()


def _words(op: Glyphs, canvas: Canvas) -> str:
    """Text in its face, as the numbers its glyphs have in this file."""
    font, document = pdfmetrics.getFont(op.face), canvas._doc
    shown = []
    for subset, codes in font.splitString(op.text, document):
        name = font.getSubsetInternalName(subset, document)
        shown.append(f"{name} {op.size:.2f} Tf ({canvas._escape(codes)}) Tj")
    return f"1 0 0 1 {op.x:.2f} {op.y:.2f} Tm {' '.join(shown)}"
