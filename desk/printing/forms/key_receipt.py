"""《鑰匙領取單》, the receipt for the keys of a home (F36).

Keys are handed over, recorded, and the owner signs for them (R34). The manual names no fields: the
keys one by one with their number and marks, and who counted them, are our design.
"""

from dataclasses import dataclass
from datetime import datetime

from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, signer, words
from desk.printing.table import Column, Ruling, Table

TEMPLATE_VERSION = "F36-1"

_THIRD, _LOW = 120, 220  # millimetres of a paper's height: what is lower has fewer empty rows
_MOST_EMPTY, _FEW_EMPTY = Ruling(least=9, blank=8), Ruling(least=7.5, blank=4)
_SLIP_EMPTY = Ruling(least=6.4, blank=2)
_PRINTED, _PRINTED_CLOSE = Ruling(least=6.4), Ruling(least=5.8)


@dataclass(frozen=True)
class KeyLine:
    """One kind of key: what it opens, how many of it, what is stamped or written on it."""

    what: str
    count: int | None = None
    marks: str = ""


@dataclass(frozen=True, kw_only=True)
class KeyReceipt(FormData):
    """The values of one receipt. `received_at` is aware UTC; `capacity` says as what he signs."""

    unit: str = ""
    receiver: str = ""
    capacity: str = ""
    id_seen: str = ""
    phone: str = ""
    received_at: datetime | None = None
    handed_over_by: str = ""
    keys: tuple[KeyLine, ...] = ()
    remark: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("key paper", "Key Receipt")


def _sections(receipt: KeyReceipt, hand: Hand) -> list[Section]:
    if hand.paper.height < _THIRD:
        return _slip(receipt, Rows(hand, receipt.job, full=True))
    rows = Rows(hand, receipt.job)
    empty = _FEW_EMPTY if hand.paper.height < _LOW else _MOST_EMPTY
    return [
        Section(pgettext("key paper", "Receiver"), _receiver(receipt, rows)),
        Section(pgettext("key paper", "Keys"), _keys(receipt, rows, empty)),
        Section(pgettext("paper", "Signatures"), _signatures(receipt, rows)),
    ]


def _slip(receipt: KeyReceipt, rows: Rows) -> list[Section]:
    """The third of a page: who and which home in two lines, two keys a line."""
    head = rows.row(
        words(pgettext("paper", "Room"), receipt.unit, 0.3),
        words(pgettext("key paper", "Received by"), _person(receipt), 0.36),
        rows.day(pgettext("key paper", "Received on"), receipt.received_at, 0.34),
    )
    known = rows.row(
        words(pgettext("key paper", "ID seen"), receipt.id_seen),
        words(pgettext("paper", "Phone"), receipt.phone),
    )
    return [
        Section("", [head, known, _paired(receipt, rows)]),
        Section("", list(_signatures(receipt, rows))),
    ]


def _receiver(receipt: KeyReceipt, rows: Rows) -> list[Block]:
    """Whose keys, who takes them, how it is known who that is."""
    return [
        rows.row(
            words(pgettext("paper", "Room"), receipt.unit, LEFT),
            rows.moment(pgettext("key paper", "Received at"), receipt.received_at),
        ),
        rows.row(
            words(pgettext("key paper", "Received by"), receipt.receiver, LEFT),
            words(pgettext("key paper", "As"), receipt.capacity, RIGHT),
        ),
        rows.row(
            words(pgettext("key paper", "ID seen"), receipt.id_seen, LEFT),
            words(pgettext("paper", "Phone"), receipt.phone, RIGHT),
        ),
    ]


def _keys(receipt: KeyReceipt, rows: Rows, empty: Ruling) -> list[Block]:
    columns = (
        Column(pgettext("paper", "Row"), 12, middle=True),
        Column(pgettext("key paper", "What it opens"), 74),
        Column(pgettext("key paper", "How many"), 22, middle=True),
        Column(pgettext("key paper", "Marks or remark"), 57),
    )
    lines = [(str(at), *_cells(one)) for at, one in enumerate(receipt.keys, 1)]
    table = rows.table(columns, lines, _PRINTED if lines else empty)
    blocks: list[Block] = [_summed(table, receipt)]
    if receipt.remark:
        blocks.append(rows.row(words(pgettext("key paper", "Remark"), receipt.remark)))
    elif not receipt.keys:
        blocks.append(rows.long(pgettext("key paper", "Remark"), "", 9, 0.4))
    return blocks


def _summed(table: Table, receipt: KeyReceipt) -> Table:
    """All keys counted, under the last."""
    if not receipt.keys:
        return table
    total = sum(one.count or 0 for one in receipt.keys)
    return table.with_rows([("", pgettext("paper", "Total"), str(total), "")], bold=True)


def _paired(receipt: KeyReceipt, rows: Rows) -> Table:
    """Two kinds of key beside one another."""
    named = Column(pgettext("key paper", "What it opens"), 70)
    counted = Column(pgettext("key paper", "How many"), 20, middle=True)
    cells = [(_named(one), _number(one)) for one in receipt.keys]
    if len(cells) % 2:
        cells.append(("", ""))
    lines = [(*cells[at], *cells[at + 1]) for at in range(0, len(cells), 2)]
    columns = (named, counted, named, counted)
    return rows.table(columns, lines, _PRINTED_CLOSE if lines else _SLIP_EMPTY)


def _signatures(receipt: KeyReceipt, rows: Rows) -> list[Block]:
    """The owner signs (R34), and the clerk who handed the keys over."""
    when = rows.moment_text(receipt.received_at)
    return list(
        rows.signatures(
            signer(pgettext("key paper", "Owner or receiver: keys counted and received")),
            signer(pgettext("key paper", "Handed over by"), receipt.handed_over_by, when),
        )
    )


def _person(receipt: KeyReceipt) -> str:
    """The receiver and as what he signs, in one field."""
    return "　".join(filter(None, (receipt.receiver, receipt.capacity)))


def _cells(one: KeyLine) -> tuple[str, str, str]:
    return one.what, _number(one), one.marks


def _named(one: KeyLine) -> str:
    return "　".join(filter(None, (one.what, one.marks)))


def _number(one: KeyLine) -> str:
    return "" if one.count is None else str(one.count)


FORM = Form(KeyReceipt, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
