"""Paper sizes and their type, as data.

A new paper is one line here: the 241 mm continuous form brings its own margins (sprocket holes)
and the larger type that its third copy needs.
"""

from dataclasses import dataclass, replace

MM = 72 / 25.4


@dataclass(frozen=True)
class Paper:
    """One size of paper; lengths in millimetres, type sizes in points.

    `section` and `label` are the widths of the two label columns of a grid, `row` the least
    height of a row somebody may write in by hand; `aside` is the part of the head's width on
    either side of the title.
    """

    code: str
    width: float
    height: float
    side: float = 18.0
    top: float = 13.0
    bottom: float = 11.0
    section: float = 9.0
    label: float = 27.0
    aside: float = 0.26
    row: float = 8.0
    title: float = 20.0
    text: float = 10.5
    caption: float = 9.5
    small: float = 9.0

    def turned(self) -> "Paper":
        """The same paper lying on its long side: for a register of many columns."""
        return replace(self, width=self.height, height=self.width, side=self.top, top=self.side)


A4 = Paper("A4", 210, 297)
A5 = Paper(
    "A5", 148, 210, side=10, top=9, bottom=8, section=8, label=23, aside=0.3, title=15, text=10
)
PAPERS = {paper.code: paper for paper in (A4, A5)}
