"""Many forms in one file: each is drawn when it comes, and kept as it will stand in the file.

The library keeps every page's drawing as it was written until the end; here a page is compressed as
soon as it is drawn, so that a thousand forms need little more than their file.
"""

import io
import zlib
from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from desk.printing.ops import Page
from desk.printing.paint import About, draw_page, opened, painting


class Bundle:
    """One file in the making. Other papers may be painted between two forms."""

    def __init__(self, about: About) -> None:
        self._about = about
        self._stream = io.BytesIO()
        self._canvas: Canvas | None = None

    def add(self, pages: Sequence[Page]) -> None:
        """Draw the pages of one more form."""
        with painting:
            if self._canvas is None:
                self._canvas = opened(self._stream, pages, self._about)
            for page in pages:
                draw_page(page, self._canvas)
                _compress(self._canvas)

    def finished(self) -> bytes:
        """The file. Nothing can be added afterwards; ValueError for a file without pages."""
        if self._canvas is None:
            raise ValueError("a file needs a page")
        with painting:
            self._canvas.save()
        self._canvas = None
        return self._stream.getvalue()


def _compress(canvas: Canvas) -> None:
    """Put what was just drawn into its final shape."""
    page = canvas._doc.Pages.pages[-1]
    content = zlib.compress(page.stream.encode("latin-1"))
    told = PDFDictionary({"Filter": PDFName("FlateDecode")})
    page.Contents, page.stream = PDFStream(told, content), None
