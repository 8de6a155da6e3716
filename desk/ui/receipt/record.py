"""A receipt: of whom, for what, in figures and in capitals; printed, void (F25, R244)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain.money_words import capitals
from desk.domain.receipt import WHY_LIMIT
from desk.i18n import _, pgettext
from desk.services.receipt import KIND, ReceiptRow
from desk.ui.kit.act import Act, ActGroup
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.facts import Fact, FactSection
from desk.ui.kit.label import plain_label, rule
from desk.ui.kit.line_field import LineField
from desk.ui.kit.shown_record import ShownRecord
from desk.ui.paper.preview import Preview
from desk.ui.print_log.print_history import PrintHistory
from desk.ui.receipt import receipt_acts, words
from desk.ui.receipt.deeds import ReceiptDeeds
from desk.wording import label

_MONEY = "money"
_BACK_ENTRY = timedelta(hours=1)  # what was written down later says so


class ReceiptRecord(ShownRecord):
    """Shows a `ReceiptRow`; F8 prints it."""

    def __init__(self, deeds: ReceiptDeeds) -> None:
        self._deeds = deeds
        super().__init__(_acts(deeds), ((ActGroup(_MONEY, words.receipts_title),),))
        deeds.reload_wanted.connect(self.reload)

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.row().number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def about(self) -> str:
        """Number, payer, how much."""
        row = self.row()
        return " · ".join((row.number, row.payer, self._deeds.custom.money(row.total)))

    def row(self) -> ReceiptRow:
        """The receipt that is shown."""
        value = self.value()
        if not isinstance(value, ReceiptRow):
            raise TypeError("no receipt is shown")
        return value

    def read_again(self) -> ReceiptRow:
        """The receipt as it is now."""
        return self._deeds.get(self.row().id)

    def why_not_print(self) -> str:
        """Why it is not printed."""
        return self._deeds.why_not_print()

    def print_likeliest(self) -> Preview:
        """The one paper it has."""
        return self.open_preview()

    def open_preview(self) -> Preview:
        """The receipt, to be looked at and printed, or printed at once."""
        return receipt_acts.preview(self._deeds, self, self.row().id)

    def parts(self) -> Sequence[QWidget]:
        """The amount, what it was for, of whom and how, its prints."""
        self.amount = plain_label(role="number")
        self.amount.setWordWrap(True)
        self.lines = FactSection(_lines_title)
        self.head = FactSection()
        self.prints = PrintHistory(self._deeds.workplace)
        return (self.amount, self.lines, self.head, rule(), self.prints)

    def show_words(self) -> None:
        """Everything in the current language."""
        row = self.row()
        custom = self._deeds.custom.beside(row.amounts)
        self.change_button.hide()
        self.show_chip(words.chip(row))
        figures = capitals(row.total, custom.region)
        self.amount.setText(f"{custom.money(row.total)}　{figures}")
        self.lines.show_facts([Fact(one.what, custom.money(one.amount)) for one in row.lines])
        self.head.show_facts(list(self._head(row)))
        self.prints.show_record(KIND, row.id)

    def _head(self, row: ReceiptRow) -> Iterator[Fact]:
        custom = self._deeds.custom
        yield Fact(pgettext("receipts", "Payer"), row.payer)
        yield Fact(pgettext("receipts", "Home"), row.unit or "")
        yield Fact(pgettext("receipts", "Received at"), custom.datetime(row.received_at))
        if row.entered_at - row.received_at > _BACK_ENTRY:
            entered = (custom.datetime(row.entered_at), row.by)
            yield Fact(pgettext("receipts", "Written down at"), " · ".join(entered))
        paid = (label("receipt_method", row.method), row.reference)
        yield Fact(words.method_title(), " · ".join(filter(None, paid)))
        yield Fact(pgettext("receipts", "Paid at"), label("receipt_place", row.place))
        yield Fact(pgettext("receipts", "Collected by"), row.collected_by)
        yield Fact(pgettext("receipts", "Fees checked by"), row.checked_by)
        yield Fact(pgettext("receipts", "For record"), self._deeds.about(row))
        yield Fact(pgettext("receipts", "Builder’s mandate"), row.mandate or "")
        yield Fact(pgettext("receipts", "Remark"), row.remark, wide=True)
        if row.void_at is not None:
            told = (row.void_why, row.void_by or "", custom.datetime(row.void_at))
            yield Fact(_("Void"), " · ".join(filter(None, told)), wide=True)
            yield Fact(pgettext("receipts", "Looked at"), self._seen(row))

    def _seen(self, row: ReceiptRow) -> str:
        """Who looked at a void one; what was void before anybody had to waits for nobody."""
        if row.void_seen_at is None:
            return pgettext("receipts", "nobody yet")
        if row.void_seen_by is None:
            return ""
        return " · ".join((row.void_seen_by, self._deeds.custom.datetime(row.void_seen_at)))


def _acts(deeds: ReceiptDeeds) -> tuple[Act, ...]:
    return (
        receipt_acts.print_act(deeds, _MONEY, _id_of, primary=True),
        Act(
            "void",
            _MONEY,
            _void_words,
            shown=_holds,
            shut=deeds.why_not_void,
            plan=partial(_void_plan, deeds),
        ),
        Act(
            "see_void",
            _MONEY,
            _see_words,
            shown=_waits,
            shut=deeds.why_not_seen,
            plan=partial(_see_plan, deeds),
        ),
    )


def _see_plan(deeds: ReceiptDeeds, row: ReceiptRow) -> DeedPlan:
    return DeedPlan(
        title=_see_words, button=_see_words, asked=(), do=partial(_see, deeds, row), lead=_see_lead
    )


def _see(deeds: ReceiptDeeds, row: ReceiptRow, _values: Mapping[str, Any]) -> ReceiptRow:
    return deeds.see_void(row)


def _waits(row: ReceiptRow) -> bool:
    return row.is_void and row.void_seen_at is None


def _see_words() -> str:
    return _("Look at it")


def _see_lead() -> str:
    return _("The receipt was rightly declared void: the money was given back, or never taken.")


def _void_plan(deeds: ReceiptDeeds, row: ReceiptRow) -> DeedPlan:
    return DeedPlan(
        title=_void_words,
        button=_void_words,
        asked=(Asked("why", partial(LineField, WHY_LIMIT), _why_words, True, 12),),
        do=partial(_void, deeds, row),
        lead=_void_lead,
    )


def _void(deeds: ReceiptDeeds, row: ReceiptRow, values: Mapping[str, Any]) -> ReceiptRow:
    return deeds.void(row, values["why"])


def _holds(row: ReceiptRow) -> bool:
    return not row.is_void


def _id_of(row: ReceiptRow) -> int:
    return row.id


def _lines_title() -> str:
    return pgettext("receipts", "What for")


def _void_words() -> str:
    return _("Declare void")


def _void_lead() -> str:
    return _("The number stays, with the reason; a print of it says void across the page.")


def _why_words() -> str:
    return _("Why")
