"""The text of a csv file, whoever wrote it: UTF-8, UTF-16, Big5 (HKSCS included) or GB18030.

A byte order mark decides. Without one the encoding is the one in which the first line reads as
headings that are known; only where that line is plain ASCII do the other lines decide, by how many
of their characters are common ones. What then cannot be decoded is refused with its line, never
replaced or dropped.
"""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence

from desk.errors import EnvironmentFault

Recognised = Callable[[Sequence[str]], int]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BIG5, _GB = "big5hkscs", "gb18030"
_BIG5_BY_WINDOWS = "cp950"
_DELIMITERS = ",\t;"
_SAMPLE = 200_000
_COMMON = {
    _BIG5: re.compile(rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]"),
    _GB: re.compile(rb"[\xb0-\xd7][\xa1-\xfe]"),
}
_PAIR = {
    _BIG5: re.compile(rb"[\x81-\xfe][\x40-\x7e\xa1-\xfe]"),
    _GB: re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]"),
}
_COMMON_UTF8 = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)


def rows(data: bytes, recognised: Recognised, prefer_big5: bool) -> list[list[str]]:
    """The fields of every row; `recognised` counts the known headings among some texts.

    Raises EnvironmentFault: `spreadsheet.encoding` (line), `spreadsheet.cut_line` (line) or
    `spreadsheet.csv_line` (line).
    """
    text = _decoded(data, recognised, prefer_big5)
    delimiter = max(_DELIMITERS, key=lambda one: recognised(first_line(text).split(one)))
    return list(_parsed(text, delimiter))


def first_line(text: str) -> str:
    """The first line that says something."""
    return next((line for line in text.splitlines() if line.strip(" ,;\t")), "")


def _decoded(data: bytes, recognised: Recognised, prefer_big5: bool) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    encoding = _utf16_without_mark(data) or _guessed(data, recognised, prefer_big5)
    if encoding == _BIG5:
        return _strict_big5(data)
    return _strictly(data, encoding)


def _utf16_without_mark(data: bytes) -> str | None:
    """Commas and line ends have a zero byte in UTF-16 and nowhere else."""
    head = data[:2_000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < max(2, len(head) // 20):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _guessed(data: bytes, recognised: Recognised, prefer_big5: bool) -> str:
    """The encoding under which most headings are known, else the one that reads best."""
    if data.isascii():
        return "utf-8"
    legacy = (_BIG5, _GB) if prefer_big5 else (_GB, _BIG5)
    candidates = ("utf-8", *legacy)
    known = {one: _known_headings(data, one, recognised) for one in candidates}
    best = max(candidates, key=lambda one: known[one])
    if known[best] > min(known.values()):
        return best
    sample = data[:_SAMPLE]
    if _share(sample, _COMMON_UTF8, re.compile(rb"[\x80-\xff]")) > 0.9:
        return "utf-8"
    return max(legacy, key=lambda one: _share(sample, _COMMON[one], _PAIR[one]))


def _known_headings(data: bytes, encoding: str, recognised: Recognised) -> int:
    line = first_line(data[:10_000].decode(encoding, errors="replace"))
    return max(recognised(line.split(one)) for one in _DELIMITERS)


def _share(sample: bytes, good: re.Pattern[bytes], every: re.Pattern[bytes]) -> float:
    """Which part of the bytes outside ASCII belongs to `good` sequences."""
    total = sum(len(found) for found in every.findall(sample))
    return sum(len(found) for found in good.findall(sample)) / total if total else 0.0


def _strict_big5(data: bytes) -> str:
    """HKSCS first; what only Microsoft's Big5 knows (the euro, box lines) by cp950."""
    try:
        return data.decode(_BIG5)
    except UnicodeDecodeError:
        try:
            return data.decode(_BIG5_BY_WINDOWS)
        except UnicodeDecodeError:
            return _strictly(data, _BIG5)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, errors="replace").count("\n") + 1
        at_end = error.end >= len(data) and len(data) - error.start < 4
        code = "spreadsheet.cut_line" if at_end else "spreadsheet.encoding"
        raise EnvironmentFault(code, line=line) from None


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    widest = 0
    row: list[str] = []
    try:
        for row in reader:
            widest = max(widest, len(row))
            yield row
    except csv.Error as error:
        cut = "end of data" in str(error)
        code = "spreadsheet.cut_line" if cut else "spreadsheet.csv_line"
        raise EnvironmentFault(code, line=reader.line_num) from None
    if not text.endswith(("\n", "\r")) and 0 < len(row) < widest:
        raise EnvironmentFault("spreadsheet.cut_line", line=reader.line_num)
