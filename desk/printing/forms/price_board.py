"""《有償服務明碼標價牌》, also 《常規服務價目表》: services for money (F20, F21, R103, R233).

It hangs at a visible place in the centre (R234), so it is set in type that is read from a metre
away: the item large, the price largest, under each item what the price includes. The manuals name
items and prices; unit, materials and the words at the foot are our design.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.papers import MM
from desk.printing.pen import RISE, Frame, Hand, Pen
from desk.printing.rows import Rows, words
from desk.printing.text import break_lines

TEMPLATE_VERSION = "F20-1"

_NAME, _PRICE, _UNIT, _NOTE = 1.4, 1.6, 1.15, 0.95  # of the paper's text
_LEADING = 1.28
_NAMES, _UNITS = 0.6, 0.16  # of the width; the rest is the price's, which takes more if it must
_PAD, _EDGE = 3 * MM, 1.7 * MM
_BLANK_ROWS = 9
_BY_HAND = 15 * MM
_SPARE = 8 * MM  # a row grows by no more than this to fill its page


@dataclass(frozen=True)
class PriceLine:
    """One item: what it is, by what it is counted, its price, what that includes."""

    name: str
    counted: str = ""
    price: str = ""
    materials: str = ""


@dataclass(frozen=True, kw_only=True)
class PriceBoard(FormData):
    """The values of one version; `is_filed` False where the region asks for no filing (R103)."""

    lines: tuple[PriceLine, ...] = ()
    in_force_on: date | None = None
    is_filed: bool = True
    filed_on: date | None = None
    filed_with: str = ""
    reference: str = ""
    approved_by: str = ""
    phone: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("catalogue paper", "Price Board of Paid Services")


@dataclass(frozen=True)
class _Line:
    """An item cut into lines; empty to be written by hand. Points."""

    names: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    price: str = ""

    def height(self, text: float) -> float:
        """What it needs."""
        if not self.names:
            return _BY_HAND
        lines = max(len(self.names) * _NAME + len(self.notes) * _NOTE, len(self.units) * _UNIT)
        return lines * text * _LEADING + 2 * _EDGE


@dataclass(frozen=True)
class _Board:
    """The items under their head, as a block of a page: the head stands again on every page."""

    hand: Hand
    lines: tuple[_Line, ...]
    names: float = _NAMES  # the items' part of the width
    stretch: float = 1.0

    @property
    def reach(self) -> float:
        """Every row may grow a little."""
        return len(self.lines) * _SPARE

    @property
    def _text(self) -> float:
        return self.hand.paper.text

    @property
    def _head(self) -> float:
        return self._text * _LEADING + 2 * _EDGE

    def height(self) -> float:
        """The head and every row."""
        return self._head + sum(line.height(self._text) for line in self.lines)

    def split(self, room: float) -> tuple["_Board", "_Board"] | None:
        """The rows that fit, and the rest under a head of its own."""
        left, count = room - self._head, 0
        while count < len(self.lines) and self.lines[count].height(self._text) <= left:
            left -= self.lines[count].height(self._text)
            count += 1
        if not count:
            return None
        first, rest = self.lines[:count], self.lines[count:]
        return replace(self, lines=first), replace(self, lines=rest)

    def tail(self) -> None:
        """No signatures stand under it that want company."""

    def draw(self, pen: Pen, frame: Frame) -> None:
        """Draw head, rows and the lines between them; those around are the grid's."""
        spare = max(0.0, frame.height - self.height()) / max(1, len(self.lines))
        self._draw_head(pen, Frame(frame.left, frame.top, frame.width, self._head))
        y = frame.top - self._head
        for line in self.lines:
            pen.line(frame.left, y, frame.left + frame.width, y)
            high = line.height(self._text) + spare
            self._draw_line(pen, line, Frame(frame.left, y, frame.width, high))
            y -= high
        for share in (self.names, self.names + _UNITS):
            x = frame.left + frame.width * share
            pen.line(x, frame.top, x, frame.top - frame.height)

    def _draw_head(self, pen: Pen, frame: Frame) -> None:
        captions = (
            (0.0, self.names, pgettext("catalogue paper", "Service")),
            (self.names, self.names + _UNITS, pgettext("catalogue paper", "Counted in")),
            (self.names + _UNITS, 1.0, pgettext("catalogue paper", "Price")),
        )
        y = frame.top - frame.height / 2 - RISE * self._text
        for start, end, caption in captions:
            x = frame.left + frame.width * (start + end) / 2
            pen.middle(x, y, caption, self._text, bold=True)

    def _draw_line(self, pen: Pen, line: _Line, frame: Frame) -> None:
        text = self._text
        block = (len(line.names) * _NAME + len(line.notes) * _NOTE) * text * _LEADING
        y = frame.top - (frame.height - block) / 2
        for lines, size in ((line.names, _NAME * text), (line.notes, _NOTE * text)):
            for said in lines:
                y -= size * _LEADING / 2
                bold = lines is line.names
                pen.text(frame.left + _PAD, y - RISE * size, said, size, bold=bold)
                y -= size * _LEADING / 2
        middle = frame.top - frame.height / 2
        x, size = frame.left + frame.width * (self.names + _UNITS / 2), _UNIT * text
        for place, said in enumerate(line.units):
            below = (place - (len(line.units) - 1) / 2) * size * _LEADING
            pen.middle(x, middle - below - RISE * size, said, size)
        right = frame.left + frame.width - _PAD
        pen.right(right, middle - RISE * _PRICE * text, line.price, _PRICE * text, bold=True)


def _sections(board: PriceBoard, hand: Hand) -> list[Section]:
    rows = Rows(hand, board.job, full=True)
    return [
        Section("", [_board(board, hand, rows.width)]),
        Section("", _foot(board, rows)),
    ]


def _board(board: PriceBoard, hand: Hand, width: float) -> _Board:
    names = _names(board, hand, width)
    lines = tuple(_cut(one, hand, width, names) for one in board.lines)
    return _Board(hand, lines or (_Line(),) * _BLANK_ROWS, names)


def _names(board: PriceBoard, hand: Hand, width: float) -> float:
    """The items' part of the width: what unit and the longest price leave, a third at least."""
    size = _PRICE * hand.paper.text
    longest = max((hand.bold.width(one.price, size) for one in board.lines), default=0.0)
    return max(1 / 3, min(_NAMES, 1 - _UNITS - (longest + 2 * _PAD) / width))


def _cut(one: PriceLine, hand: Hand, width: float, names: float) -> _Line:
    text, room = hand.paper.text, width * names - 2 * _PAD
    narrow = width * _UNITS - _PAD
    return _Line(
        names=_broken(one.name, room / (_NAME * text), hand, bold=True),
        notes=_broken(one.materials, room / (_NOTE * text), hand, bold=False),
        units=_broken(one.counted, narrow / (_UNIT * text), hand, bold=False),
        price=one.price,
    )


def _broken(text: str, room: float, hand: Hand, *, bold: bool) -> tuple[str, ...]:
    if not text:
        return ()
    measure = hand.face(bold).char_width
    return tuple(line.rstrip(" ") for line in break_lines(text, room, measure))


def _foot(board: PriceBoard, rows: Rows) -> Sequence[Block]:
    """Since when, by whom, where it is filed (R233), and what a customer may rely on (R105)."""
    since = rows.on(board.in_force_on)
    told = pgettext(
        "catalogue paper",
        "Content and price are told and agreed before the work begins. Payment is against receipt."
        " Services not listed here: please ask at the desk.",
    )
    blocks: list[Block] = [
        rows.row(
            words(pgettext("catalogue paper", "In force since"), since, 0.5),
            words(pgettext("catalogue paper", "Approved by"), board.approved_by, 0.5),
        ),
        rows.row(words(pgettext("catalogue paper", "Filed"), _filing(board, rows))),
    ]
    if board.phone or not board.lines:
        blocks.append(rows.row(words(pgettext("catalogue paper", "Service line"), board.phone)))
    return (*blocks, rows.row(words(pgettext("catalogue paper", "Please note"), told)))


def _filing(board: PriceBoard, rows: Rows) -> str:
    day = rows.on(board.filed_on) if board.is_filed else ""
    return "　".join(filter(None, (day, board.filed_with, board.reference)))


FORM = Form(PriceBoard, title_name, TEMPLATE_VERSION, _sections, poster=True)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
