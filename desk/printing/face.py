"""One TrueType face whose text can be copied out of the file again, beyond the basic plane too.

ReportLab's table from glyphs back to characters writes U+2A6A5 as five digits, which a reader
takes for another character: 𪚥 would be found as ⩪. The table is written anew here. And to embed
thirty glyphs it copies ten million bytes of outlines; here each is taken from where it lies.
"""

from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

_MOST = 100  # entries a block of the table may have
_TABLE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class Face(TTFont):  # type: ignore[misc]
    """A face that embeds only the glyphs drawn, and says what character each one is."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), shapable=False)
        self._whole_table = self.face.get_table
        self.face.get_table = self._table_named

    def _table_named(self, tag: str) -> "bytes | Outlines":
        """A table of the file, the great one without a copy of it."""
        if tag != "glyf":
            table: bytes = self._whole_table(tag)
            return table
        start, _length = self.face.get_table_pos(tag)
        return Outlines(self.face._ttf_data, start)

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - the library's name
        """Called once per document, when everything is drawn."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name).decode("ascii")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = _table(subset)


class Outlines:
    """The outlines of every glyph, read where they lie: a slice is what a copy would give."""

    def __init__(self, file: bytes, start: int) -> None:
        self._file = file
        self._start = start

    def __getitem__(self, part: slice) -> bytes:
        return bytes(self._file[self._start + part.start : self._start + part.stop])


def _table(subset: list[int]) -> str:
    """From each glyph's code to its character in UTF-16."""
    entries = [
        f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>"
        for code, char in enumerate(subset)
        if char
    ]
    blocks = (
        "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in _blocks(entries)
    )
    return _TABLE.format(blocks="\n".join(blocks))


def _blocks(entries: list[str]) -> list[list[str]]:
    return [entries[start : start + _MOST] for start in range(0, len(entries), _MOST)]
