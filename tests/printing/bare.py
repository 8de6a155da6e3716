"""The bare library drawing the very same as our papers, and what many forms in one file take.

The floor that the benchmarks measure against, and the picture that the tests compare with.
"""

import io
import tracemalloc
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from desk.domain.paper import FormCode
from desk.printing.bundle import Bundle
from desk.printing.form import FormData
from desk.printing.ops import Box, Glyphs, Line, Page, Polyline, Squares
from tests.printing.every_form import SAMPLES


def bundled(code: FormCode, paper: str, language: str, count: int) -> bytes:
    """The file of so many forms, each with a number of its own."""
    form, numbered = SAMPLES[code].form, _numbered(code, language)
    bundle = Bundle(form.about(next(numbered), language))
    for _number in range(count):
        bundle.add(form.pages(next(numbered), language, paper=paper))
    return bundle.finished()


def growth(code: FormCode, paper: str, count: int, language: str = "zh_Hant") -> tuple[int, int]:
    """The most memory that drawing so many forms took beyond what stays, and the file's bytes."""
    bundled(code, paper, language, 3)
    tracemalloc.start()
    try:
        size = len(bundled(code, paper, language, count))
        return tracemalloc.get_traced_memory()[1], size
    finally:
        tracemalloc.stop()


def drawn(forms: Sequence[Sequence[Page]]) -> bytes:
    """The same words, lines and boxes with plain calls of the library."""
    stream = io.BytesIO()
    first = forms[0][0]
    canvas = Canvas(stream, pagesize=(first.width, first.height), invariant=1)
    for page in (page for pages in forms for page in pages):
        for op in page.ops:
            _draw(op, canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _draw(op: object, canvas: Canvas) -> None:
    if isinstance(op, Glyphs):
        canvas.setFont(op.face, op.size)
        canvas.drawString(op.x, op.y, op.text)
    elif isinstance(op, Line):
        canvas.setLineWidth(op.width)
        canvas.line(op.x1, op.y1, op.x2, op.y2)
    elif isinstance(op, Box):
        canvas.setLineWidth(op.line)
        canvas.rect(op.x, op.y, op.w, op.h)
    elif isinstance(op, Polyline):
        canvas.setLineWidth(op.width)
        canvas.lines([(*a, *b) for a, b in zip(op.points, op.points[1:], strict=False)])
    elif isinstance(op, Squares):
        for rectangle in op.rectangles:
            canvas.rect(*rectangle, stroke=0, fill=1)


def _numbered(code: FormCode, language: str) -> Iterator[FormData]:
    """The form's sample again and again, each with a number and code of its own."""
    data = SAMPLES[code].filled(language)
    for number in range(1_000_000):
        if data.scan_code:
            yield replace(data, number=f"P2026-{number:06}", scan_code=f"P2026{number:06}J0GQ85UF")
        else:
            yield data
