"""The builder's mandates as a section: the list, a mandate or a form beside it (R32, F35)."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desk.i18n import pgettext
from desk.services.fee_mandate import MandateRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.kit.worded_register import WordedRegister
from desk.ui.receipt import mandate_words as words
from desk.ui.receipt.mandate_deeds import MandateDeeds
from desk.ui.receipt.mandate_form import MandateForm
from desk.ui.receipt.mandate_record import MandateRecord

_WIRED = "is_wired"


class MandatesPage(WordedRegister[MandateRow]):
    """F2 writes one; it is printed, signed by the builder, and fees are collected by it."""

    def __init__(self, deeds: MandateDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        super().__init__(self._make_plan(), parent)

    def show_record(self, widget: QWidget) -> bool:
        """Open a mandate or a form beside the list."""
        if isinstance(widget, MandateRecord) and not widget.property(_WIRED):
            widget.setProperty(_WIRED, True)
            widget.change_wanted.connect(self._change)
        return super().show_record(widget)

    # Parts

    def _make_plan(self) -> RegisterPlan[MandateRow]:
        return RegisterPlan(
            title=words.mandates_title,
            columns=(
                Column("builder", words.builder, _builder, stretch=True, strong=True, note=_number),
                Column("from", _since_title, self._since, 116),
                Column("until", _until_title, self._until, 116),
                Column("state", words.state_title, _nothing, 132, chip=self._chip),
            ),
            fetch=self._deeds.page,
            row_id=_id_of,
            empty=words.empty_words,
            open_record=self._open_row,
            open_key=self._open_key,
            new_record=self._new_form if self._deeds.may_write() else None,
            new_words=words.new_words,
            row_of=_same,
            filters=(Filter("state", words.state_title, words.states),),
        )

    def _since(self, row: MandateRow) -> str:
        return self._deeds.custom.date(row.valid_from)

    def _until(self, row: MandateRow) -> str:
        return "" if row.valid_until is None else self._deeds.custom.date(row.valid_until)

    def _chip(self, row: MandateRow) -> Chip:
        return words.chip(self._deeds.state(row))

    def _new_form(self) -> QWidget:
        return MandateForm(self._deeds)

    def _open_row(self, row: MandateRow) -> QWidget:
        return self._record(row.id)

    def _open_key(self, key: str) -> QWidget:
        return self._record(int(key) if key.isdecimal() else key)

    def _record(self, key: int | str) -> MandateRecord:
        record = self.open_form()
        if not isinstance(record, MandateRecord):
            record = MandateRecord(self._deeds)
        record.load(self._deeds.get(key))
        return record

    def _change(self, known: MandateRow) -> None:
        form = MandateForm(self._deeds)
        form.load(known)
        self.show_record(form)

    def _record_saved(self, answer: object) -> None:
        """A form that was saved shows the mandate, to be printed and signed."""
        form: Any = self.sender()
        super()._record_saved(answer)
        if isinstance(form, MandateForm) and isinstance(answer, MandateRow):
            record = self.open_key(str(answer.id))
            self.table.choose(answer.id)
            if isinstance(record, MandateRecord):
                record.focus_deed()


def _same(saved: Any) -> MandateRow | None:
    return saved if isinstance(saved, MandateRow) else None


def _id_of(row: MandateRow) -> int:
    return row.id


def _builder(row: MandateRow) -> str:
    return row.builder


def _number(row: MandateRow) -> str:
    return row.number


def _nothing(_row: MandateRow) -> str:
    return ""


def _since_title() -> str:
    return pgettext("mandates", "Valid from")


def _until_title() -> str:
    return pgettext("mandates", "Valid until")
