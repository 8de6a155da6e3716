"""Which characters a font file can draw, read from its character map alone.

ReportLab needs a third of a second to open the largest faces. The map is asked first, so that a
face is opened only when it has to draw, and a refusal opens none.
"""

import struct
from bisect import bisect_right
from pathlib import Path

_SEGMENTED_32 = 12  # the only format that reaches beyond the basic plane; all our faces carry it


class Coverage:
    """The code points of one TrueType file, as sorted ranges."""

    def __init__(self, starts: tuple[int, ...], ends: tuple[int, ...]) -> None:
        self._starts = starts
        self._ends = ends

    def __contains__(self, code: int) -> bool:
        at = bisect_right(self._starts, code) - 1
        return at >= 0 and code <= self._ends[at]


def read(path: Path) -> Coverage:
    """Read a font file's map; OSError where it cannot be read, ValueError where it is none."""
    try:
        with path.open("rb") as stream:
            offset, length = _table(stream.read(12 + 16 * 64), b"cmap")
            stream.seek(offset)
            return _groups(stream.read(length))
    except struct.error as error:
        raise ValueError(f"not a font: {path.name}") from error


def _table(head: bytes, tag: bytes) -> tuple[int, int]:
    """Offset and length of one table of the file."""
    (count,) = struct.unpack_from(">H", head, 4)
    for number in range(min(count, 64)):
        name, _sum, offset, length = struct.unpack_from(">4sIII", head, 12 + 16 * number)
        if name == tag:
            return offset, length
    raise ValueError("a font without a character map")


def _groups(table: bytes) -> Coverage:
    """The ranges of the map's 32-bit subtable. Glyph 0 is the box for a missing character."""
    (count,) = struct.unpack_from(">H", table, 2)
    for number in range(count):
        _platform, _encoding, offset = struct.unpack_from(">HHI", table, 4 + 8 * number)
        if struct.unpack_from(">H", table, offset)[0] == _SEGMENTED_32:
            (groups,) = struct.unpack_from(">I", table, offset + 12)
            values = struct.unpack_from(f">{3 * groups}I", table, offset + 16)
            return _without_notdef(values)
    raise ValueError("a font without a 32-bit character map")


def _without_notdef(values: tuple[int, ...]) -> Coverage:
    triples = zip(values[0::3], values[1::3], values[2::3], strict=True)
    kept = [(start + (glyph == 0), end) for start, end, glyph in triples]
    return Coverage(tuple(s for s, e in kept if s <= e), tuple(e for s, e in kept if s <= e))
