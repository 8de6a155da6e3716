"""《資料領取單》, the receipt for what is handed over with a home (F32).

The owner's handbook 《業主（住戶）手冊》, the renovation guide 《業主裝修須知》 and whatever else
the estate lists are handed over and signed for (R33). The manual names no fields.
"""

from dataclasses import dataclass
from datetime import date

from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, signer, words
from desk.printing.table import Column, Ruling

TEMPLATE_VERSION = "F32-1"

_THIRD, _LOW = 120, 220  # millimetres of a paper's height: what is lower has fewer empty rows
_MOST_EMPTY, _FEW_EMPTY = Ruling(least=9, blank=8), Ruling(least=7.5, blank=4)
_SLIP_EMPTY = Ruling(least=6.4, blank=2)
_PRINTED, _PRINTED_CLOSE = Ruling(least=7), Ruling(least=5.8)


@dataclass(frozen=True)
class Material:
    """One thing handed over, how many of it, what is noted."""

    what: str
    count: int | None = None
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class MaterialsReceipt(FormData):
    """The values of one receipt; `received_on` is the estate's day."""

    unit: str = ""
    owner: str = ""
    receiver: str = ""
    phone: str = ""
    received_on: date | None = None
    materials: tuple[Material, ...] = ()
    handed_over_by: str = ""
    remark: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("move-in paper", "Receipt for Materials")


def _sections(data: MaterialsReceipt, hand: Hand) -> list[Section]:
    if hand.paper.height < _THIRD:
        return _slip(data, Rows(hand, data.job, full=True))
    rows = Rows(hand, data.job)
    empty = _FEW_EMPTY if hand.paper.height < _LOW else _MOST_EMPTY
    return [
        Section(pgettext("move-in paper", "Receiver"), _receiver(data, rows)),
        Section(pgettext("move-in paper", "Materials"), _materials(data, rows, empty)),
        Section(pgettext("paper", "Signatures"), _signatures(data, rows)),
    ]


def _slip(data: MaterialsReceipt, rows: Rows) -> list[Section]:
    """The third of a page: who and which home in two lines, two materials a line."""
    head = rows.row(
        words(pgettext("paper", "Room"), data.unit, 0.3),
        words(pgettext("move-in paper", "Owner or tenant"), data.owner, 0.36),
        rows.day(pgettext("move-in paper", "Received on"), data.received_on, 0.34),
    )
    receiver = rows.row(
        words(pgettext("move-in paper", "Received by"), data.receiver),
        words(pgettext("paper", "Phone"), data.phone),
    )
    table = _paired(data, rows)
    return [Section("", [head, receiver, table]), Section("", _signatures(data, rows))]


def _paired(data: MaterialsReceipt, rows: Rows) -> Block:
    """Two materials beside one another."""
    named = Column(pgettext("move-in paper", "What was handed over"), 70)
    counted = Column(pgettext("move-in paper", "How many"), 20, middle=True)
    cells = [(_named(one), _number(one)) for one in data.materials]
    if len(cells) % 2:
        cells.append(("", ""))
    lines = [(*cells[at], *cells[at + 1]) for at in range(0, len(cells), 2)]
    columns = (named, counted, named, counted)
    return rows.table(columns, lines, _PRINTED_CLOSE if lines else _SLIP_EMPTY)


def _receiver(data: MaterialsReceipt, rows: Rows) -> list[Block]:
    return [
        rows.row(
            words(pgettext("paper", "Room"), data.unit, LEFT),
            rows.day(pgettext("move-in paper", "Received on"), data.received_on),
        ),
        rows.row(
            words(pgettext("move-in paper", "Owner or tenant"), data.owner, LEFT),
            words(pgettext("move-in paper", "Received by"), data.receiver, RIGHT),
        ),
        rows.row(words(pgettext("paper", "Phone"), data.phone)),
    ]


def _materials(data: MaterialsReceipt, rows: Rows, empty: Ruling) -> list[Block]:
    lines = [(str(at), *_cells(one)) for at, one in enumerate(data.materials, 1)]
    blocks: list[Block] = [rows.table(_columns(), lines, _PRINTED if lines else empty)]
    if data.remark:
        blocks.append(rows.row(words(pgettext("move-in paper", "Remark"), data.remark)))
    elif not lines:
        blocks.append(rows.long(pgettext("move-in paper", "Remark"), "", 9, 0.4))
    return blocks


def _columns() -> tuple[Column, ...]:
    return (
        Column(pgettext("paper", "Row"), 12, middle=True),
        Column(pgettext("move-in paper", "What was handed over"), 88),
        Column(pgettext("move-in paper", "How many"), 22, middle=True),
        Column(pgettext("move-in paper", "Remark"), 43),
    )


def _cells(one: Material) -> tuple[str, str, str]:
    return one.what, _number(one), one.remark


def _named(one: Material) -> str:
    return "　".join(filter(None, (one.what, one.remark)))


def _number(one: Material) -> str:
    return "" if one.count is None else str(one.count)


def _signatures(data: MaterialsReceipt, rows: Rows) -> list[Block]:
    """The owner signs (R33), and the clerk who handed it over."""
    when = rows.on(data.received_on)
    title = pgettext("move-in paper", "Owner or receiver: received as listed")
    return list(
        rows.signatures(
            signer(title, data.receiver, when),
            signer(pgettext("move-in paper", "Handed over by"), data.handed_over_by, when),
        )
    )


FORM = Form(MaterialsReceipt, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
