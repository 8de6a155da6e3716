"""Papers and their type, as data.

Sizes are the domain's. 241 mm continuous paper 連續紙 has a perforated strip of sprocket holes on
either side, and larger type, because its third copy must read; half and third pages are `compact`:
one band for the head, signature boxes on one line, no upright section names.
"""

from dataclasses import dataclass, field, replace

from desk.domain.paper import SIZES, PaperCode

MM = 72 / 25.4
STRIP = 12.7  # of sprocket holes on either side of continuous paper, torn off


@dataclass(frozen=True)
class Spacing:
    """What lies between words and lines, in millimetres; `leading` is in ems.

    `pad` is within a field, `edge` above and below the words of a table's row; `title` is the band
    of a signature box's name, `sign` its free height, `line` one of the lines under it; `head` and
    `foot` keep the grid away from both.
    """

    pad: float = 2.2
    edge: float = 1.3
    leading: float = 1.45
    title: float = 6.2
    sign: float = 15.5
    line: float = 6.4
    head: float = 3.2
    foot: float = 2.4


@dataclass(frozen=True)
class Paper:
    """One size of paper; lengths in millimetres, type sizes in points.

    `section` and `label` are the widths of the two label columns of a grid, `row` the least
    height of a row somebody may write in by hand; `aside` is the part of the head's width on
    either side of the title, `qr` the side of the code; `minor` is the type of tables' heads and
    of the lines under a signature. `strip` is torn off on either side.
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
    minor: float = 9.0
    qr: float = 22.0
    strip: float = 0.0
    compact: bool = False
    space: Spacing = field(default_factory=Spacing)

    @property
    def continuous(self) -> bool:
        """Carbonless paper with sprocket holes: one strike prints every copy."""
        return self.strip > 0

    def turned(self) -> "Paper":
        """The same paper lying on its long side: for a register of many columns.

        Continuous paper goes through the printer one way alone.
        """
        if self.continuous:
            return self
        return replace(self, width=self.height, height=self.width, side=self.top, top=self.side)

    def on_the_wall(self) -> "Paper":
        """The same paper in type that is read from a metre away."""
        return replace(
            self, title=30.0, text=13.0, caption=12.0, minor=12.0, label=35.0, aside=0.19
        )


def _size(code: PaperCode) -> tuple[str, float, float]:
    size = SIZES[code]
    return code.value, size.width, size.height


_TIGHT = Spacing(pad=1.4, edge=0.5, leading=1.3, title=5, sign=10.5, line=5.6, head=1.6, foot=1.4)

A4 = Paper(*_size(PaperCode.A4))
A5 = Paper(
    *_size(PaperCode.A5), side=10, top=9, bottom=8, section=8, label=23, aside=0.3, title=15,
    text=10,
)  # fmt: skip
CONTINUOUS = Paper(
    *_size(PaperCode.CONTINUOUS), side=STRIP + 5, top=9, bottom=7, label=29, caption=10.5,
    minor=10.5, strip=STRIP,
)  # fmt: skip
HALF = Paper(
    *_size(PaperCode.HALF), side=STRIP + 5, top=5.5, bottom=4.5, section=0, label=24, row=6.2,
    title=16, caption=10.5, minor=10.5, qr=18.5, strip=STRIP, compact=True, space=_TIGHT,
)  # fmt: skip
THIRD = replace(
    HALF, code=PaperCode.THIRD.value, height=SIZES[PaperCode.THIRD].height, top=5, bottom=4.2,
    qr=18.2, space=replace(_TIGHT, sign=9, line=5.4, head=1.2, foot=1.0),
)  # fmt: skip
PAPERS = {paper.code: paper for paper in (A4, A5, CONTINUOUS, HALF, THIRD)}
