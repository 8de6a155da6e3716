"""Reading a PDF back: its text, its pictures, its faces."""

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
from PIL.Image import Image

from desk.printing.flow import Body

_FONT = re.compile(rb"<<[^<>]*/Type /Font\b[^<>]*>>|<<[^<>]*/Subtype /(?:TrueType|Type1)[^<>]*>>")
_DESCRIPTOR = re.compile(rb"/FontDescriptor (\d+) 0 R")


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document, closed again."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        yield document
    finally:
        document.close()


def texts(pdf: bytes, within: Body | None = None) -> list[str]:
    """The text of every page without blanks; `within` leaves out head, foot and label columns."""
    with opened(pdf) as document:
        return [_text(page, within) for page in document]


def pictures(pdf: bytes, dpi: int) -> list[Image]:
    """Every page as a grey picture."""
    with opened(pdf) as document:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]


def faces(pdf: bytes) -> dict[str, bool]:
    """The name of every face of the file, and whether it is embedded."""
    found = {}
    for font in _FONT.findall(pdf):
        descriptor = _DESCRIPTOR.search(font)
        name = re.search(rb"/BaseFont /(\S+)", font)
        assert name is not None
        found[name[1].decode()] = descriptor is not None and _has_file(pdf, int(descriptor[1]))
    return found


def _has_file(pdf: bytes, number: int) -> bool:
    """Whether a font descriptor points to a TrueType file that can be unpacked."""
    descriptor = _object(pdf, number)
    reference = re.search(rb"/FontFile2 (\d+) 0 R", descriptor)
    if reference is None:
        return False
    stream = _object(pdf, int(reference[1])).partition(b"stream\n")[2].partition(b"endstream")[0]
    return zlib.decompressobj().decompress(stream).startswith(b"\0\1\0\0")


def _object(pdf: bytes, number: int) -> bytes:
    found = re.search(rb"\n%d 0 obj\n(.*?)\nendobj" % number, pdf, re.DOTALL)
    assert found is not None
    return found[1]


def _text(page: pypdfium2.PdfPage, within: Body | None) -> str:
    text = page.get_textpage()
    try:
        if within is None:
            words = text.get_text_range()
        else:
            left, width, top, bottom = within
            words = text.get_text_bounded(left, bottom, left + width, top)
    finally:
        text.close()
        page.close()
    return "".join(words.split())
