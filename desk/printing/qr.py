"""The QR code that brings a paper back to its record.

The library makes the code words; which of the eight masks reads best is found here, by the
library's own measure but on whole numbers instead of lists: a batch has a code a form.
"""

from functools import lru_cache
from typing import NamedTuple

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

Rectangle = tuple[float, float, float, float]

_MASKS = range(8)
_FINDER = (True, False, True, True, True, False, True, False, False, False, False)


def squares(content: str, x: float, y: float, side: float) -> list[Rectangle]:
    """The dark modules of a level M code, merged into rectangles (x, y, w, h).

    The symbol fills the square of `side` from its lower left corner (x, y); the quiet zone of
    four modules around it is the caller's to keep free. Content in upper-case letters and digits
    gives the smallest code.
    """
    count, merged = _modules(content)
    unit = side / count
    top = y + side
    return [
        (x + column * unit, top - (row + height) * unit, width * unit, height * unit)
        for column, row, width, height in merged
    ]


class _Template(NamedTuple):
    """What all codes of a version share, as numbers of a bit a module, a row after the other.

    Between two rows is a bit that is no module. `places` are the bits the code words go to, in
    their order; `masked` are the fixed modules with each mask over the places, `tried` the same
    without the mask's own name.
    """

    side: int
    places: tuple[int, ...]
    masked: tuple[int, ...]
    tried: tuple[int, ...]


@lru_cache(maxsize=64)
def _modules(content: str) -> tuple[int, tuple[tuple[int, int, int, int], ...]]:
    """How many modules a side has, and the dark ones as (column, row, width, height)."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(content)
    version = code.calculate_version()
    template = _template(version)
    data = QRCode.createData(version, QRErrorCorrectLevel.M, code.dataList)
    written = _written(data, template.places)
    best = min(_MASKS, key=lambda mask: _lost(template.tried[mask] ^ written, template.side))
    dark = _dark(template.masked[best] ^ written, template.side)
    return template.side, tuple(_merged(dark, template.side))


@lru_cache(maxsize=8)
def _template(version: int) -> _Template:
    code = QRCode(version, QRErrorCorrectLevel.M)
    code.dataCache = ()
    drawn: dict[bool, list[int]] = {True: [], False: []}
    for test, numbers in drawn.items():
        for mask in _MASKS:
            code.makeImpl(test, mask)
            numbers.append(_number(code.modules))
    stride = code.getModuleCount() + 1
    places = tuple(row * stride + column for column, row in code.dataPosIterator())
    return _Template(stride - 1, places, tuple(drawn[False]), tuple(drawn[True]))


def _number(modules: list[list[bool]]) -> int:
    stride = len(modules) + 1
    return sum(
        1 << (row * stride + column)
        for row, line in enumerate(modules)
        for column, dark in enumerate(line)
        if dark
    )


def _written(data: list[int], places: tuple[int, ...]) -> int:
    """The code words in their places."""
    bits = "".join(f"{byte:08b}" for byte in data)
    return sum(1 << place for bit, place in zip(bits, places, strict=False) if bit == "1")


def _lost(modules: int, count: int) -> int:
    """How badly a code reads: long runs, blocks, what looks like a corner, too much of a colour."""
    stride = count + 1
    across = ~(modules ^ modules >> 1) & _area(count, count - 1, count)
    down = ~(modules ^ modules >> stride) & _area(count, count, count - 1)
    blocks = across & across >> stride & down
    dark = 100 * modules.bit_count() // count**2
    return (
        _runs(across, 1)
        + _runs(down, stride)
        + 3 * blocks.bit_count()
        + 40 * _finders(modules, count).bit_count()
        + 10 * (abs(dark - 50) // 5)
    )


def _runs(same: int, step: int) -> int:
    """Three for every run of five modules of a colour, one for each more."""
    five = same & same >> step & same >> 2 * step & same >> 3 * step
    begun = five & ~(five << step)
    return five.bit_count() + 2 * begun.bit_count()


def _finders(modules: int, count: int) -> int:
    """Where a row looks like the corner of a code."""
    found = _area(count, count - len(_FINDER), count)
    for place, dark in enumerate(_FINDER):
        found &= modules >> place if dark else ~(modules >> place)
    return found


@lru_cache(maxsize=32)
def _area(count: int, columns: int, rows: int) -> int:
    """The bits of the first columns of the first rows."""
    row = (1 << columns) - 1
    return sum(row << number * (count + 1) for number in range(rows))


def _dark(modules: int, count: int) -> set[tuple[int, int]]:
    bits = f"{modules:b}"[::-1]
    return {(at % (count + 1), at // (count + 1)) for at, bit in enumerate(bits) if bit == "1"}


def _merged(dark: set[tuple[int, int]], count: int) -> list[tuple[int, int, int, int]]:
    """Cover the dark modules with few rectangles, so that no seam shows between them."""
    rectangles = []
    for row in range(count):
        for column in range(count):
            if (column, row) not in dark:
                continue
            width = next(w for w in range(1, count + 2) if (column + w, row) not in dark)
            span = range(column, column + width)
            height = next(
                h for h in range(1, count + 2) if any((c, row + h) not in dark for c in span)
            )
            dark.difference_update((c, r) for c in span for r in range(row, row + height))
            rectangles.append((column, row, width, height))
    return rectangles
