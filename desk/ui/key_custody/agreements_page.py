"""The custody agreements as a section: the list, and one of them beside it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.i18n import _
from desk.services.custody_agreement import AgreementRow
from desk.ui.key_custody import words
from desk.ui.key_custody.agreement_form import AgreementForm
from desk.ui.key_custody.agreement_record import AgreementRecord
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.key_register import KeyRegister
from desk.ui.key_custody.view import AgreementView
from desk.ui.kit.chips import Chip
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPlan


class AgreementsPage(KeyRegister[AgreementRow]):
    """`take_in_wanted` asks for the form of a set under an agreement."""

    take_in_wanted = Signal(int)

    def __init__(self, deeds: KeyDeeds) -> None:
        super().__init__(_plan(self, deeds), deeds)

    def opened(self, row: AgreementRow) -> QWidget:
        """An agreement of the list."""
        return self._record(row.id)

    def opened_key(self, key: str) -> QWidget:
        """An agreement by its id or number."""
        return self._record(int(key) if key.isdecimal() else key)

    def new_form(self) -> AgreementForm:
        """An agreement that is written."""
        return AgreementForm(self._deeds)

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """The form of an earlier run: a new one, or a correction."""
        form = self.new_form()
        if subject:
            form.load(self._deeds.agreement(subject))
        form.restore(draft)
        self.table.forget_choice()
        return form if self.show_record(form) else None

    def _record(self, key: int | str) -> AgreementRecord:
        record = self.open_form()
        if not isinstance(record, AgreementRecord):
            record = AgreementRecord(self._deeds)
            record.change_wanted.connect(self._change)
            record.take_in_wanted.connect(self.take_in_wanted)
        record.load(self._deeds.agreement(key))
        return record

    def _change(self, view: AgreementView) -> None:
        form = self.new_form()
        form.load(view)
        self.show_record(form)

    def _record_saved(self, answer: object) -> None:
        """A form that was saved shows the agreement, with what comes next."""
        form = self.sender()
        super()._record_saved(answer)
        if isinstance(form, AgreementForm) and isinstance(answer, AgreementView):
            self.open_key(str(answer.row.id))
            self.table.choose(answer.row.id)


def _plan(page: AgreementsPage, deeds: KeyDeeds) -> RegisterPlan[Any]:
    shown = _Shown(deeds)
    return RegisterPlan(
        title=words.agreements_title,
        columns=(
            Column("unit", words.room, _unit, 168, strong=True, note=_number),
            Column("owner", _owner_title, _owner, stretch=True, note=_phone),
            Column("period", _period_title, shown.period, 200, note=_custodian),
            Column("state", words.state, _nothing, 132, chip=shown.chip),
        ),
        fetch=deeds.agreements,
        row_id=_id_of,
        empty=_empty_words,
        open_record=page.opened,
        open_key=page.opened_key,
        new_record=page.new_form if deeds.may_register() else None,
        new_words=words.new_agreement,
        row_of=_row_of,
        filters=(Filter("state", words.state, words.agreement_choices),),
    )


class _Shown:
    """Days by the estate's calendar, states by today."""

    def __init__(self, deeds: KeyDeeds) -> None:
        self._deeds = deeds

    def period(self, row: AgreementRow) -> str:
        first, last = (self._deeds.custom.date(day) for day in (row.starts, row.ends))
        return _("{first} to {last}").format(first=first, last=last)

    def chip(self, row: AgreementRow) -> Chip:
        return words.agreement_chip(row, self._deeds.today())


def _row_of(saved: AgreementView) -> AgreementRow:
    return saved.row


def _id_of(row: AgreementRow) -> int:
    return row.id


def _unit(row: AgreementRow) -> str:
    return row.unit


def _number(row: AgreementRow) -> str:
    return row.number


def _owner(row: AgreementRow) -> str:
    return row.owner


def _phone(row: AgreementRow) -> str:
    return row.owner_phone


def _custodian(row: AgreementRow) -> str:
    return row.custodian


def _nothing(_row: AgreementRow) -> str:
    return ""


def _owner_title() -> str:
    return _("Owner")


def _period_title() -> str:
    return _("Period")


def _empty_words() -> str:
    return _("No agreement yet. As a rule no keys are kept; F2 writes one for a special case.")
