"""The loans as a section: what is out first, overdue on top; the set stands beside the list."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desk.i18n import _
from desk.services.key_loan import KeyLoanRow
from desk.ui.key_custody import words
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.key_register import KeyRegister
from desk.ui.key_custody.lend_act import agreed_words
from desk.ui.key_custody.set_record import SetRecord
from desk.ui.kit.chips import Chip
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPlan


class LoansPage(KeyRegister[KeyLoanRow]):
    """Every loan; the record beside is that of the set."""

    def __init__(self, deeds: KeyDeeds) -> None:
        super().__init__(_plan(self, deeds), deeds)

    def opened(self, row: KeyLoanRow) -> QWidget:
        """The set of a loan."""
        return self._record(row.key_set_id)

    def opened_key(self, key: str) -> QWidget:
        """The set of a loan that was searched, by the loan's id or number."""
        row = self._deeds.loan(int(key) if key.isdecimal() else key)
        return self._record(row.key_set_id)

    def _record(self, set_id: int) -> SetRecord:
        record = self.open_form()
        if not isinstance(record, SetRecord):
            record = SetRecord(self._deeds)
            record.change_button.hide()
        record.load(self._deeds.view(set_id))
        return record


def _plan(page: LoansPage, deeds: KeyDeeds) -> RegisterPlan[Any]:
    shown = _Shown(deeds)
    return RegisterPlan(
        title=words.loans_title,
        columns=(
            Column("tag", words.tag, _tag, 108, strong=True, note=_number),
            Column("opens", _opens_title, _room, stretch=True, note=_opens),
            Column("borrower", _borrower_title, _borrower, 150, note=_company),
            Column("out", _out_title, shown.out, 150, note=_purpose, muted=True),
            Column("due", _due_title, shown.due, 176),
            Column("state", words.state, _nothing, 132, chip=shown.chip),
        ),
        fetch=deeds.loans,
        row_id=_id_of,
        empty=_empty_words,
        open_record=page.opened,
        open_key=page.opened_key,
        filters=(Filter("state", words.state, words.loan_choices),),
    )


class _Shown:
    """Moments by the estate's clock, states by now."""

    def __init__(self, deeds: KeyDeeds) -> None:
        self._deeds = deeds

    def out(self, row: KeyLoanRow) -> str:
        return self._deeds.custom.datetime(row.out_at)

    def due(self, row: KeyLoanRow) -> str:
        if row.returned_at is not None:
            back = self._deeds.custom.datetime(row.returned_at)
            return _("back {moment}").format(moment=back)
        return self._deeds.custom.datetime(row.due_at)

    def chip(self, row: KeyLoanRow) -> Chip:
        return words.loan_chip(row, self._deeds.now())


def _id_of(row: KeyLoanRow) -> int:
    return row.id


def _tag(row: KeyLoanRow) -> str:
    return row.tag


def _number(row: KeyLoanRow) -> str:
    return row.number


def _room(row: KeyLoanRow) -> str:
    return row.unit or row.opens


def _opens(row: KeyLoanRow) -> str:
    return row.opens if row.unit else ""


def _borrower(row: KeyLoanRow) -> str:
    return row.borrower


def _company(row: KeyLoanRow) -> str:
    return row.company or row.phone


def _purpose(row: KeyLoanRow) -> str:
    return agreed_words(row.purpose)


def _nothing(_row: KeyLoanRow) -> str:
    return ""


def _opens_title() -> str:
    return _("What it opens")


def _borrower_title() -> str:
    return _("Borrower")


def _out_title() -> str:
    return _("Out at")


def _due_title() -> str:
    return _("Due back")


def _empty_words() -> str:
    return _("No key was lent yet. Choose one on the board.")
