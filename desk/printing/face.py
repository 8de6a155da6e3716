"""One TrueType face whose text can be copied out of the file again, beyond the basic plane too.

ReportLab's table from glyphs back to characters writes U+2A6A5 as five digits, which a reader
takes for another character: 𪚥 would be found as ⩪. The table is written anew here.
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

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - the library's name
        """Called once per document, when everything is drawn."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name).decode("ascii")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = _table(subset)


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
