"""Laid-out pages as few bytes, and back again: so that any print can be shown as it was.

The bytes begin with the way they were packed. The same pages give the same bytes, and unpacked
they are the very operations that were drawn: a picture of a print does not depend on the program
that shows it. Nothing damaged is ever shown: zlib's sum holds the whole, and every operation is
read by its shape.
"""

import json
import math
import zlib
from collections.abc import Sequence
from typing import Any

from desk.printing.ops import Box, Glyphs, Line, Op, Page, Polyline, Squares, Turned

_WAY = b"desk-pages-1\n"
_MOST = 64 * 1024 * 1024  # bytes of one print, unpacked; a thousand full pages are a quarter of it
_LETTERS: dict[type[Op], str] = {
    Glyphs: "g",
    Turned: "t",
    Line: "l",
    Box: "b",
    Polyline: "p",
    Squares: "s",
}


def pack(pages: Sequence[Page]) -> bytes:
    """The pages, packed. ValueError for a number that is none."""
    told = [
        [page.width, page.height, [[_LETTERS[type(op)], *op] for op in page.ops]] for page in pages
    ]
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _WAY + zlib.compress(text.encode(), 9)


def unpack(packed: bytes) -> list[Page]:
    """The very pages that were packed; ValueError for bytes that are none, or damaged."""
    if not packed.startswith(_WAY):
        raise ValueError("packed in a way we do not know")
    try:
        told = json.loads(_inflated(packed[len(_WAY) :]))
        pages = [_page(*page) for page in _list(told)]
    except (zlib.error, UnicodeDecodeError, TypeError, RecursionError, OverflowError) as error:
        raise ValueError("these pages are damaged") from error
    if not pages:
        raise ValueError("a print has a page")
    return pages


def _inflated(data: bytes) -> bytes:
    """The whole of it and nothing behind it, within bounds."""
    stream = zlib.decompressobj()
    text = stream.decompress(data, _MOST)
    if not stream.eof or stream.unused_data:
        raise ValueError("these pages are cut off, or too many")
    return text


def _page(width: Any, height: Any, ops: Any) -> Page:
    return Page(_number(width), _number(height), [_op(op) for op in _list(ops)])


def _op(told: Any) -> Op:
    letter, *values = _list(told)
    match letter:
        case "g":
            return _glyphs(values)
        case "t":
            x, y, angle, stroke, pieces = values
            inner = tuple(_glyphs(_list(piece)) for piece in _list(pieces))
            return Turned(_number(x), _number(y), _number(angle), _number(stroke), inner)
        case "l":
            *numbers, dotted = values
            if not isinstance(dotted, bool):
                raise ValueError("a line is dotted or not")
            x1, y1, x2, y2, width = _numbers(numbers, 5)
            return Line(x1, y1, x2, y2, width, dotted)
        case "b":
            return Box(*_numbers(values, 5))
        case "p":
            points, width = values
            bent = tuple(_pair(point) for point in _list(points))
            if not bent:
                raise ValueError("a line begins somewhere")
            return Polyline(bent, _number(width))
        case "s":
            (rectangles,) = values
            return Squares(tuple(_rectangle(one) for one in _list(rectangles)))
    raise ValueError("no such operation")


def _glyphs(values: list[Any]) -> Glyphs:
    x, y, face, size, text, stroke = values
    if not (isinstance(face, str) and isinstance(text, str)):
        raise ValueError("words are text in a face")
    return Glyphs(_number(x), _number(y), face, _number(size), text, _number(stroke))


def _pair(values: Any) -> tuple[float, float]:
    x, y = _numbers(values, 2)
    return x, y


def _rectangle(values: Any) -> tuple[float, float, float, float]:
    x, y, w, h = _numbers(values, 4)
    return x, y, w, h


def _numbers(values: Any, count: int) -> list[float]:
    numbers = [_number(value) for value in _list(values)]
    if len(numbers) != count:
        raise ValueError("a number too many or too few")
    return numbers


def _number(value: Any) -> float:
    """As it was: a whole number stays one, so that the same bytes come out again."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError("no number")
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("no list")
    return value
