"""The QR code that brings a paper back to its record."""

from functools import lru_cache

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

Rectangle = tuple[float, float, float, float]


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


@lru_cache(maxsize=64)
def _modules(content: str) -> tuple[int, tuple[tuple[int, int, int, int], ...]]:
    """How many modules a side has, and the dark ones as (column, row, width, height)."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(content)
    code.make()
    count = code.getModuleCount()
    every = range(count)
    dark = {(column, row) for row in every for column in every if code.isDark(row, column)}
    return count, tuple(_merged(dark, count))


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
