"""《返修跟進表》, the defects of a home for the builder to repair (R35).

What failed the inspection, since when, until when he promised it, how often he was reminded and how
it stands now. The manual wants the owner helped to press the builder and names no form: the layout
is our design.
"""

from dataclasses import dataclass
from datetime import date

from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, signer, stacked, words
from desk.printing.table import Column, Ruling

TEMPLATE_VERSION = "R35-1"

_NARROW = 200  # millimetres of a paper's width
_PRINTED = Ruling(least=9)
_BY_HAND = Ruling(least=11, blank=8, fills=True)


@dataclass(frozen=True)
class DefectLine:
    """One defect in words; `due_on` is its promised day or the one the rules give."""

    number: str
    place: str
    what: str
    found_on: date | None = None
    due_on: date | None = None
    reminders: int = 0
    standing: str = ""


@dataclass(frozen=True, kw_only=True)
class DefectList(FormData):
    """The values of one list: of which home, to whom it goes, as it stood on a day."""

    unit: str = ""
    owner: str = ""
    builder: str = ""
    contact: str = ""
    phone: str = ""
    as_of: date | None = None
    defects: tuple[DefectLine, ...] = ()


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("defect paper", "Defects to Repair")


def _sections(sheet: DefectList, hand: Hand) -> list[Section]:
    rows = Rows(hand, sheet.job)
    return [
        Section(pgettext("defect paper", "Home"), _head(sheet, rows)),
        Section(pgettext("defect paper", "Defects"), [_defects(sheet, rows, hand)]),
        Section(pgettext("paper", "Signatures"), _signatures(rows)),
    ]


def _head(sheet: DefectList, rows: Rows) -> list[Block]:
    contact = "　".join(filter(None, (sheet.contact, sheet.phone)))
    return [
        rows.row(
            words(pgettext("paper", "Room"), sheet.unit, LEFT),
            rows.day(pgettext("defect paper", "As of"), sheet.as_of, RIGHT),
        ),
        rows.row(
            words(pgettext("defect paper", "Owner"), sheet.owner, LEFT),
            words(pgettext("defect paper", "Builder"), sheet.builder, RIGHT),
        ),
        rows.row(words(pgettext("defect paper", "Builder's contact"), contact)),
    ]


def _defects(sheet: DefectList, rows: Rows, hand: Hand) -> Block:
    close = hand.paper.width < _NARROW
    cells = _close_cells if close else _cells
    lines = [cells(one, rows) for one in sheet.defects]
    ruling = _PRINTED if sheet.defects else _BY_HAND
    return rows.table(_close_columns() if close else _columns(), lines, ruling)


def _columns() -> tuple[Column, ...]:
    return (
        Column(pgettext("defect paper", "Number"), 25, middle=True),
        Column(pgettext("defect paper", "Place"), 33),
        Column(pgettext("defect paper", "What is wrong"), 43),
        Column(pgettext("defect paper", "Found, due"), 23, middle=True),
        Column(pgettext("defect paper", "Reminded"), 15, middle=True),
        Column(pgettext("defect paper", "Repair and re-inspection"), 32),
    )


def _cells(one: DefectLine, rows: Rows) -> tuple[str, ...]:
    days = stacked(rows.on(one.found_on), rows.on(one.due_on))
    return one.number, one.place, one.what, days, str(one.reminders), one.standing


def _close_columns() -> tuple[Column, ...]:
    return (
        Column(pgettext("defect paper", "Place"), 34),
        Column(pgettext("defect paper", "What is wrong"), 38),
        Column(pgettext("defect paper", "Found, due"), 26, middle=True),
        Column(pgettext("defect paper", "Repair and re-inspection"), 28),
    )


def _close_cells(one: DefectLine, rows: Rows) -> tuple[str, ...]:
    days = stacked(rows.on(one.found_on), rows.on(one.due_on))
    return stacked(one.number, one.place), one.what, days, one.standing


def _signatures(rows: Rows) -> list[Block]:
    """The builder takes it on, the owner sees the repair, the staff follow it up."""
    return list(
        rows.signatures(
            signer(pgettext("defect paper", "Builder: received")),
            signer(pgettext("defect paper", "Owner")),
            signer(pgettext("defect paper", "Property staff")),
        )
    )


FORM = Form(DefectList, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
