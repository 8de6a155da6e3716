"""A look into a workbook before it is opened: what it would unpack to, and how far it reaches.

A workbook is a zip file; 147 KB can unpack to 143 MB, a single cell far out can make a reader
lay out a table of millions of cells, and one long text can be named by every cell. The parts are
unpacked piece by piece, counted and thrown away, and the sizes that the file states about itself
are not believed.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from desk.errors import EnvironmentFault

UNPACKED_LIMIT = 100 * 1024 * 1024
PARTS_LIMIT = 1_000
ROW_LIMIT = 50_000
CELL_LIMIT = 2_000_000
TEXT_LIMIT = 200 * 1024 * 1024

_PIECE = 1024 * 1024
_OVERLAP = 256
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,99})([0-9]{0,99})["']""")
_ELEMENT = re.compile(rb"<(?:\w+:)?(row|c)\b")
_OTHER_FORMATS = frozenset({"/xl/workbook.bin", "/content.xml"})
_SHARED = re.compile(rb"""\bt\s*=\s*["']s["'][^>]*>\s*<(?:\w+:)?v[^>]*>\s*(\d{1,9})""")
_ITEM = re.compile(rb"<(?:\w+:)?si\b")


def inspect(data: bytes) -> None:
    """Refuse what is no workbook, is protected by a password, or would grow too large."""
    if data.startswith(_OLE):
        protected = _ENCRYPTED in data
        raise EnvironmentFault("spreadsheet.protected" if protected else "spreadsheet.old_workbook")
    parts = _parts(data)
    counted = 0
    for part in parts:
        for piece in _unpacked(data, part):
            counted += len(piece)
            if counted > UNPACKED_LIMIT:
                raise _too_large()
    starts = _text_starts(data, parts)
    for part in parts:
        _measure(data, part, starts)


def _parts(data: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError):
        cut = data.startswith(b"PK")
        raise EnvironmentFault("spreadsheet.cut" if cut else "spreadsheet.not_a_workbook") from None
    names = {"/" + part.filename.lower().lstrip("/") for part in parts}
    if "/xl/workbook.xml" not in names or not names.isdisjoint(_OTHER_FORMATS):
        raise EnvironmentFault("spreadsheet.not_a_workbook")
    if any(part.flag_bits & 1 for part in parts):
        raise EnvironmentFault("spreadsheet.protected")
    if len(parts) > PARTS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise _too_large()
    return parts


def _unpacked(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of one part, a piece at a time, whatever length it claims to have."""
    try:
        name, extra = struct.unpack_from("<HH", data, part.header_offset + 26)
    except struct.error:
        raise EnvironmentFault("spreadsheet.cut") from None
    start = part.header_offset + 30 + name + extra
    packed = data[start : start + part.compress_size]
    if len(packed) < part.compress_size:
        raise EnvironmentFault("spreadsheet.cut")
    if part.compress_type == zipfile.ZIP_STORED:
        yield packed
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        yield from _inflated(packed)
    else:
        raise EnvironmentFault("spreadsheet.not_a_workbook")


def _inflated(packed: bytes) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    while packed and not inflater.eof:
        try:
            piece = inflater.decompress(packed, _PIECE)
        except zlib.error:
            raise EnvironmentFault("spreadsheet.cut") from None
        if not piece and packed == inflater.unconsumed_tail:
            break
        packed = inflater.unconsumed_tail
        yield piece


def _text_starts(data: bytes, parts: list[zipfile.ZipInfo]) -> list[int]:
    """Where each shared text begins, and where the last one ends."""
    shared = [part for part in parts if part.filename.lower() == "xl/sharedstrings.xml"]
    content = b"".join(piece for part in shared for piece in _unpacked(data, part))
    return [found.start() for found in _ITEM.finditer(content)] + [len(content)]


def _measure(data: bytes, part: zipfile.ZipInfo, starts: list[int]) -> None:
    """Refuse a part that reaches too far, or whose texts would be too much when written out.

    Every part is measured, because a sheet may lie under any name.
    """
    reach, texts = _Reach(), 0
    for window, fresh_from in _windows(data, part):
        reach.look(window, fresh_from)
        if reach.rows > ROW_LIMIT or reach.rows * reach.columns > CELL_LIMIT:
            raise EnvironmentFault("spreadsheet.too_many_rows", limit=ROW_LIMIT)
        for found in _SHARED.finditer(window):
            at = int(found.group(1))
            if found.end() > fresh_from and at + 1 < len(starts):
                texts += starts[at + 1] - starts[at]
        if texts > TEXT_LIMIT:
            raise _too_large()


class _Reach:
    """How many rows and columns a sheet takes: by the places it names, and by counting."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self._counted = self._across = 0

    def look(self, window: bytes, fresh_from: int) -> None:
        """Take the next piece into account."""
        for found in _PLACE.finditer(window):
            self._reach_to(int(found.group(2) or 0), _column(found.group(1)))
        for found in _ELEMENT.finditer(window):
            if found.end() <= fresh_from:
                continue
            is_row = found.group(1) == b"row"
            self._counted += is_row
            self._across = 0 if is_row else self._across + 1
            self._reach_to(self._counted, self._across)

    def _reach_to(self, row: int, column: int) -> None:
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)


def _windows(data: bytes, part: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    """Each piece behind the end of the one before it, and where the new bytes begin."""
    tail = b""
    for piece in _unpacked(data, part):
        yield tail + piece, len(tail)
        tail = (tail + piece)[-_OVERLAP:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _too_large() -> EnvironmentFault:
    return EnvironmentFault("spreadsheet.too_large", limit=UNPACKED_LIMIT // 1024**2)
