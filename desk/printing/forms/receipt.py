"""《收據》, the receipt for money (F25, R32, R244).

The manuals name no fields. What was paid for line by line, the amount in figures and in capital
figures 大寫金額, how it was paid, who collected it and who looked at the fees (R21), and the
builder's mandate where it is his money are our design.
"""

from dataclasses import dataclass
from datetime import datetime

from desk.domain.receipt import Method, Place
from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.papers import MM
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, choices, signer, words
from desk.printing.table import Column, Ruling, Table
from desk.wording import label

TEMPLATE_VERSION = "F25-1"

_THIRD, _LOW = 120, 220  # millimetres of a paper's height: what is lower has fewer empty rows
_NARROW = 150 * MM  # a table that is narrower has a line for each value
_MOST_EMPTY, _FEW_EMPTY = Ruling(least=9, blank=8), Ruling(least=7.5, blank=4)
_SLIP_EMPTY = Ruling(least=6.2, blank=2)
_PRINTED, _PRINTED_CLOSE = Ruling(least=6.4), Ruling(least=5.6)


@dataclass(frozen=True)
class PaidLine:
    """For what, and how much of the estate's money, in figures."""

    what: str
    amount: str = ""


@dataclass(frozen=True, kw_only=True)
class Receipt(FormData):
    """The values of one receipt; amounts are words already. `received_at` is aware UTC.

    `about` names the record it was paid for, `mandate` the builder and the number of his mandate.
    """

    payer: str = ""
    unit: str = ""
    about: str = ""
    received_at: datetime | None = None
    lines: tuple[PaidLine, ...] = ()
    total: str = ""
    capitals: str = ""
    method: Method | None = None
    reference: str = ""
    place: Place | None = None
    collected_by: str = ""
    checked_by: str = ""
    mandate: str = ""
    remark: str = ""
    void_why: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("receipt paper", "Receipt")


def _sections(receipt: Receipt, hand: Hand) -> list[Section]:
    if hand.paper.height < _THIRD:
        return _slip(receipt, Rows(hand, receipt.job, full=True))
    rows = Rows(hand, receipt.job)
    empty = _FEW_EMPTY if hand.paper.height < _LOW else _MOST_EMPTY
    return [
        Section(pgettext("receipt paper", "Received from"), _payer(receipt, rows)),
        Section(pgettext("receipt paper", "Amounts"), _amounts(receipt, rows, empty)),
        Section(pgettext("receipt paper", "Payment"), _payment(receipt, rows)),
        Section(pgettext("paper", "Signatures"), _signatures(receipt, rows)),
    ]


def _slip(receipt: Receipt, rows: Rows) -> list[Section]:
    """The third of a page: of whom in one line, two amounts a line, the payment in words."""
    payer = "　".join(filter(None, (receipt.payer, receipt.unit)))
    head = rows.row(
        words(pgettext("receipt paper", "Payer"), payer, 0.43),
        rows.day(pgettext("receipt paper", "Received on"), receipt.received_at, 0.29),
        words(pgettext("receipt paper", "For record"), receipt.about, 0.28),
    )
    return [
        Section("", [head, _paired(receipt, rows), _close_sum(receipt, rows)]),
        Section("", [*_told(receipt, rows), *_signatures(receipt, rows)]),
    ]


def _payer(receipt: Receipt, rows: Rows) -> list[Block]:
    """Of whom, of which home, when, for which record."""
    return [
        rows.row(
            words(pgettext("receipt paper", "Payer"), receipt.payer, LEFT),
            rows.moment(pgettext("receipt paper", "Received at"), receipt.received_at),
        ),
        rows.row(
            words(pgettext("paper", "Room"), receipt.unit, LEFT),
            words(pgettext("receipt paper", "For record"), receipt.about, RIGHT),
        ),
    ]


def _amounts(receipt: Receipt, rows: Rows, empty: Ruling) -> list[Block]:
    columns = (
        Column(pgettext("paper", "Row"), 12, middle=True),
        Column(pgettext("receipt paper", "What for"), 105),
        Column(pgettext("receipt paper", "Amount"), 48, end=True),
    )
    lines = [(str(at), one.what, one.amount) for at, one in enumerate(receipt.lines, 1)]
    return [
        rows.table(columns, lines, _PRINTED if lines else empty),
        *_sum(receipt, rows),
    ]


def _paired(receipt: Receipt, rows: Rows) -> Table:
    """Two amounts beside one another."""
    named = Column(pgettext("receipt paper", "What for"), 66)
    counted = Column(pgettext("receipt paper", "Amount"), 30, end=True)
    cells = [(one.what, one.amount) for one in receipt.lines]
    if len(cells) % 2:
        cells.append(("", ""))
    lines = [(*cells[at], *cells[at + 1]) for at in range(0, len(cells), 2)]
    columns = (named, counted, named, counted)
    return rows.table(columns, lines, _PRINTED_CLOSE if lines else _SLIP_EMPTY)


def _sum(receipt: Receipt, rows: Rows) -> list[Block]:
    """The whole in capital figures and in figures, close together: one guards the other."""
    capitals = pgettext("receipt paper", "In capital figures"), receipt.capitals
    total = pgettext("paper", "Total"), receipt.total
    if rows.width < _NARROW:
        return [rows.row(words(*capitals)), rows.row(words(*total))]
    return [rows.row(words(*capitals, 0.64), words(*total, 0.36))]


def _close_sum(receipt: Receipt, rows: Rows) -> Block:
    """The whole in both ways, and how it was paid, in one line."""
    method = "" if receipt.method is None else label("receipt_method", receipt.method)
    paid = "　".join(filter(None, (method, receipt.reference)))
    return rows.row(
        words(pgettext("receipt paper", "In capital figures"), receipt.capitals, 0.46),
        words(pgettext("paper", "Total"), receipt.total, 0.28),
        words(pgettext("receipt paper", "Paid by"), paid, 0.26),
    )


def _payment(receipt: Receipt, rows: Rows) -> list[Block]:
    """How and where it was paid."""
    how, where = pgettext("receipt paper", "Paid by"), pgettext("receipt paper", "Paid at")
    reference = pgettext("receipt paper", "Reference"), receipt.reference
    if rows.width < _NARROW:
        placed = [
            rows.row(choices(where, "receipt_place", Place, receipt.place)),
            rows.row(words(*reference)),
        ]
    else:
        place = choices(where, "receipt_place", Place, receipt.place, 0.58)
        placed = [rows.row(place, words(*reference, 0.42))]
    return [
        rows.row(choices(how, "receipt_method", Method, receipt.method)),
        *placed,
        *_told(receipt, rows),
    ]


def _told(receipt: Receipt, rows: Rows) -> list[Block]:
    """Whose money it is, where it is the builder's (R32); what else there is to say."""
    said = (
        (pgettext("receipt paper", "Collected for the builder"), receipt.mandate),
        (pgettext("receipt paper", "Remark"), receipt.remark),
        (pgettext("receipt paper", "Void because"), receipt.void_why),
    )
    return [rows.row(words(caption, text)) for caption, text in said if text]


def _signatures(receipt: Receipt, rows: Rows) -> list[Block]:
    """Who collected it under the office's seal, who looked at it before (R21)."""
    day = rows.on(receipt.received_at)
    return list(
        rows.signatures(
            signer(pgettext("receipt paper", "Collected by (seal)"), receipt.collected_by, day),
            signer(pgettext("receipt paper", "Fees checked by"), receipt.checked_by),
            sealed=True,
        )
    )


FORM = Form(Receipt, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
