"""The receipts as a section: the list with its sums at the foot, a receipt or a form beside it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.i18n import _, pgettext
from desk.services.receipt import ReceiptRow
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.label import rule
from desk.ui.kit.record_model import Column, Page
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.kit.worded_register import WordedRegister
from desk.ui.receipt import words
from desk.ui.receipt.deeds import ReceiptDeeds
from desk.ui.receipt.form import ReceiptForm
from desk.ui.receipt.record import ReceiptRecord
from desk.ui.receipt.sums_line import SumsLine
from desk.wording import label


class ReceiptsPage(WordedRegister[ReceiptRow]):
    """F2 takes money; what was written is printed, and never changed but declared void."""

    def __init__(self, deeds: ReceiptDeeds, parent: QWidget | None = None) -> None:
        self._deeds, self._custom = deeds, deeds.custom
        super().__init__(self._make_plan(), parent)
        self.sums = SumsLine(deeds)
        below = self._list.layout()
        assert below is not None
        below.addWidget(rule())
        below.addWidget(self.sums)

    # What the window and other registers call

    def begin_for_unit(self, unit_id: int) -> QWidget | None:
        """A form that knows the home and its owner."""
        form = self.start_new()
        if isinstance(form, ReceiptForm):
            form.begin_for(unit_id)
        return form

    def reload(self) -> None:
        """The list, and what came in."""
        super().reload()
        self.sums.show_sums(self.filters.values().get("when", ""))

    # Parts

    def _make_plan(self) -> RegisterPlan[ReceiptRow]:
        return RegisterPlan(
            title=words.receipts_title,
            columns=(
                Column("number", _number_title, _number, 122, muted=True, note=self._moment),
                Column("payer", _payer_title, _payer, 140, strong=True, note=_home),
                Column("what", _what_title, _paid_for, stretch=True, note=_about),
                Column("total", _total_title, self._total, 118, strong=True, note=_method),
                Column("state", _state_title, _nothing, 86, chip=words.void_chip),
            ),
            fetch=self._read,
            row_id=_id_of,
            empty=words.empty_words,
            open_record=self._open_row,
            open_key=self._open_key,
            new_record=self._new_form if self._deeds.may_register() else None,
            new_words=words.new_words,
            row_of=_same,
            filters=(
                Filter("when", words.when_title, words.whens),
                Filter("method", words.method_title, words.methods),
            ),
        )

    def _read(self, asked: Mapping[str, str], after: object | None) -> Page[ReceiptRow]:
        """Some of the list; as soon as one amount has cents, all of them have."""
        found = self._deeds.page(asked, after)
        known = self._custom if after is not None else self._deeds.custom
        self._custom = known.beside(one.total for one in found.rows)
        return found

    def _moment(self, row: ReceiptRow) -> str:
        return self._deeds.custom.datetime(row.received_at)

    def _total(self, row: ReceiptRow) -> str:
        return self._custom.money(row.total)

    def _new_form(self) -> QWidget:
        return ReceiptForm(self._deeds)

    def _open_row(self, row: ReceiptRow) -> QWidget:
        return self._record(row.id)

    def _open_key(self, key: str) -> QWidget:
        return self._record(int(key) if key.isdecimal() else key)

    def _record(self, key: int | str) -> ReceiptRecord:
        record = self.open_form()
        if not isinstance(record, ReceiptRecord):
            record = ReceiptRecord(self._deeds)
        record.load(self._deeds.get(key))
        return record

    def _record_saved(self, answer: object) -> None:
        """A form that was saved shows the receipt, to be printed; the sums follow."""
        form: Any = self.sender()
        super()._record_saved(answer)
        self.sums.show_sums(self.filters.values().get("when", ""))
        if isinstance(form, ReceiptForm) and isinstance(answer, ReceiptRow):
            record = self.open_key(str(answer.id))
            self.table.choose(answer.id)
            if isinstance(record, ReceiptRecord):
                record.focus_deed()


def _same(saved: Any) -> ReceiptRow | None:
    return saved if isinstance(saved, ReceiptRow) else None


def _id_of(row: ReceiptRow) -> int:
    return row.id


def _payer(row: ReceiptRow) -> str:
    return row.payer


def _home(row: ReceiptRow) -> str:
    return row.unit or ""


def _paid_for(row: ReceiptRow) -> str:
    """What the money is for."""
    return pgettext("list", ", ").join(one.what for one in row.lines)


def _number(row: ReceiptRow) -> str:
    return row.number


def _about(row: ReceiptRow) -> str:
    """Who took it, and by which mandate of the builder."""
    return " · ".join(filter(None, (row.collected_by, row.mandate)))


def _method(row: ReceiptRow) -> str:
    return label("receipt_method", row.method)


def _nothing(_row: ReceiptRow) -> str:
    return ""


def _payer_title() -> str:
    return pgettext("receipts", "Payer")


def _number_title() -> str:
    return pgettext("receipts", "Number")


def _what_title() -> str:
    return pgettext("receipts", "What for")


def _state_title() -> str:
    return _("State")


def _total_title() -> str:
    return pgettext("receipts", "Total")
