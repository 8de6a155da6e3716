"""Things typed or pasted as lines: what, how many, counted in what, marks, serial number (R38).

`紙箱 x8 個` is eight boxes; a line from a spreadsheet has its cells parted by tabs.
"""

import re
import unicodedata
from dataclasses import replace

from desk.domain.release_pass import ItemEntry

_COUNTED = re.compile(r"(?P<what>.*\S)\s*[x×*]\s*(?P<count>\d{1,5})\s*(?P<unit>\S{0,4})", re.I)
_LEADING = re.compile(r"^\s*(?:\d{1,3}[.、)]|[-•·])\s*")
_DIGITS = re.compile(r"\d{1,5}")


def read_lines(text: str) -> tuple[ItemEntry, ...]:
    """Every line that says something, as an item."""
    return tuple(read_line(line) for line in text.splitlines() if line.strip())


def read_line(line: str) -> ItemEntry:
    """One thing; a number in front of it is the list's own and falls away."""
    cells = [cell.strip() for cell in line.split("\t")]
    item = _counted(_LEADING.sub("", cells[0]) or cells[0])
    rest = cells[1:]
    if rest and _DIGITS.fullmatch(_plain(rest[0])):
        item = replace(item, quantity=int(_plain(rest.pop(0))))
        if rest:
            item = replace(item, counted=rest.pop(0))
    marks, serial = (*rest, "", "")[:2]
    return replace(item, marks=marks, serial=serial)


def _counted(text: str) -> ItemEntry:
    match = _COUNTED.fullmatch(text.strip())
    if match is None:
        return ItemEntry(text.strip())
    return ItemEntry(match["what"], int(match["count"]), match["unit"])


def _plain(text: str) -> str:
    """Figures of full width are figures."""
    return unicodedata.normalize("NFKC", text)
