"""《業主入住房屋驗收表》, the inspection of a home when its owner moves in (F30, R30).

Builder and owner go through the home, the property's staff come along; room by room each part is
ticked to pass or to fail, the meters' start readings are copied down with the owner, and all three
sign. The manual names the start readings and the signatures; the rest is our design. Taken along
without values it is filled in by hand.
"""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from desk.domain.inspection import Signer, Verdict
from desk.domain.meter import MeterKind
from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.forms.release_pass_goods import Goods, GoodsColumn
from desk.printing.papers import MM
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, signer, words
from desk.printing.table import Column, Ruling
from desk.wording import label

TEMPLATE_VERSION = "F30-1"

_NARROW = 200  # millimetres of a paper's width: what is narrower has one part a line
_LEAST, _LEAST_CLOSE = 6.6, 5.8
_BLANK_ROWS = 12
_METERS = Ruling(least=8)
_TICK = "√"


@dataclass(frozen=True)
class PartLine:
    """A part of a room and what was found of it; None or unseen is ticked by hand."""

    room: str
    part: str
    verdict: Verdict | None = None
    remark: str = ""


@dataclass(frozen=True)
class MeterLine:
    """What a meter showed, in words; `remark` says why it is absent or odd."""

    meter: str
    number: str = ""
    reading: str = ""
    remark: str = ""


@dataclass(frozen=True)
class SignedLine:
    """A signature the desk knows of: whose, the name and the day in words."""

    signer: Signer
    name: str = ""
    on: str = ""


@dataclass(frozen=True, kw_only=True)
class Inspection(FormData):
    """The values of one sheet; without `parts` it has empty rows, without `meters` one a kind."""

    unit: str = ""
    held_on: date | None = None
    builder: str = ""
    contact: str = ""
    phone: str = ""
    owner: str = ""
    staff: str = ""
    parts: tuple[PartLine, ...] = ()
    meters: tuple[MeterLine, ...] = ()
    remark: str = ""
    signed: tuple[SignedLine, ...] = ()


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("inspection paper", "Inspection of the Home")


def _sections(sheet: Inspection, hand: Hand) -> list[Section]:
    rows = Rows(hand, sheet.job)
    return [
        Section(pgettext("inspection paper", "Home"), _head(sheet, rows)),
        Section(pgettext("inspection paper", "Rooms"), _rooms(sheet, hand, rows.width)),
        Section(
            pgettext("inspection paper", "Meters"), [_meters(sheet, rows), *_remark(sheet, rows)]
        ),
        Section(pgettext("paper", "Signatures"), _signatures(sheet, rows)),
    ]


def _head(sheet: Inspection, rows: Rows) -> list[Block]:
    """Which home, when, and who goes through it (R30)."""
    return [
        rows.row(
            words(pgettext("paper", "Room"), sheet.unit, LEFT),
            rows.day(pgettext("inspection paper", "Inspected on"), sheet.held_on, RIGHT),
        ),
        rows.row(
            words(pgettext("inspection paper", "Owner"), sheet.owner, LEFT),
            words(pgettext("inspection paper", "Builder"), sheet.builder, RIGHT),
        ),
        rows.row(
            words(pgettext("inspection paper", "Property staff"), sheet.staff, LEFT),
            words(pgettext("inspection paper", "Builder's contact"), _contact(sheet), RIGHT),
        ),
    ]


def _contact(sheet: Inspection) -> str:
    return "　".join(filter(None, (sheet.contact, sheet.phone)))


def _rooms(sheet: Inspection, hand: Hand, width: float) -> list[Block]:
    """A block a room under its name; empty rows where the rooms are not known."""
    if not sheet.parts:
        named = pgettext("inspection paper", "Part")
        return [_table(hand, width, named).with_blanks(_BLANK_ROWS)]
    return [
        _table(hand, width, room).with_things([_cells(one) for one in parts])
        for room, parts in groupby(sheet.parts, key=_room_of)
    ]


def _table(hand: Hand, width: float, room: str) -> Goods:
    """The room's name heads its parts, so that it stands there again on the next page."""
    close = hand.paper.width < _NARROW
    columns = (
        GoodsColumn(room, 44 if close else 27),
        GoodsColumn(pgettext("inspection paper", "Pass"), 13, middle=True, box=True),
        GoodsColumn(pgettext("inspection paper", "Fail"), 13, middle=True, box=True),
        GoodsColumn(pgettext("inspection paper", "Remark"), 0),
    )
    least = (_LEAST_CLOSE if close else _LEAST) * MM
    return Goods(hand, width, columns, least, across=1 if close else 2)


def _room_of(one: PartLine) -> str:
    return one.room


def _cells(one: PartLine) -> tuple[str, ...]:
    passed = _TICK if one.verdict is Verdict.PASS else ""
    failed = _TICK if one.verdict is Verdict.FAIL else ""
    return one.part, passed, failed, one.remark


def _meters(sheet: Inspection, rows: Rows) -> Block:
    """Water, electricity, gas: the start readings (R30)."""
    columns = (
        Column(pgettext("inspection paper", "Meter"), 30),
        Column(pgettext("inspection paper", "Meter number"), 44),
        Column(pgettext("inspection paper", "Start reading"), 40, middle=True),
        Column(pgettext("inspection paper", "Remark"), 51),
    )
    lines = sheet.meters or tuple(MeterLine(label("meter_kind", kind)) for kind in MeterKind)
    cells = [(one.meter, one.number, one.reading, one.remark) for one in lines]
    return rows.table(columns, cells, _METERS)


def _remark(sheet: Inspection, rows: Rows) -> list[Block]:
    room = 8 if sheet.remark else 12
    return [rows.long(pgettext("inspection paper", "Remark"), sheet.remark, room, 0.4)]


def _signatures(sheet: Inspection, rows: Rows) -> list[Block]:
    """Builder and owner checked and sign, the staff who came along too (R30)."""
    known = {one.signer: one for one in sheet.signed}
    boxes = (
        (Signer.BUILDER, pgettext("inspection paper", "Builder: checked")),
        (Signer.OWNER, pgettext("inspection paper", "Owner: checked")),
        (Signer.STAFF, pgettext("inspection paper", "Property staff: present")),
    )
    return list(
        rows.signatures(
            *(
                signer(title, known[key].name, known[key].on) if key in known else signer(title)
                for key, title in boxes
            )
        )
    )


FORM = Form(Inspection, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
