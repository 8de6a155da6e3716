"""The estate's page: units and who lives there, one household beside them, sheets in and out."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.domain.permissions import Permission
from desk.errors import DeskError
from desk.i18n import _
from desk.services.household import Household, InstructionRow, ResidentView, UnitRow
from desk.ui.estate import words
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.estate.forms import (
    HouseholdForm,
    InstructionForm,
    PaperForm,
    ResidentForm,
    UnitForm,
)
from desk.ui.estate.household_file import HouseholdFilePanel
from desk.ui.estate.household_view import (
    AGREEMENT,
    FILE,
    MOVE_IN,
    ORDER,
    RECEIPT,
    RELEASE,
    HouseholdView,
)
from desk.ui.estate.search_line import HouseholdLine
from desk.ui.estate.sheets import Sheets
from desk.ui.kit.fault_note import fault_note
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.notify import ask, fault_words, tell
from desk.ui.kit.record_model import Column, Page
from desk.ui.kit.register_page import RegisterPage, RegisterPlan

_PAUSE = 120
_FORMS: Mapping[str, type[HouseholdForm]] = {
    "unit": UnitForm,
    "resident": ResidentForm,
    "change": ResidentForm,
    "paper": PaperForm,
    "instruction": InstructionForm,
}


class EstatePage(RegisterPage[UnitRow]):
    """A found resident is opened by the key `resident:9`, a unit by `unit:7` or `7`.

    `order_wanted` carries the unit of which a service order is begun, `agreement_wanted` that with
    which a long-term agreement is written, `pass_wanted` that of which a release pass is to be
    written down, `receipt_wanted` that of which keys are handed over, `move_in_wanted` that into
    which somebody moves; `record_wanted` kind and key of a record of the household file.
    """

    order_wanted = Signal(int)
    agreement_wanted = Signal(int)
    pass_wanted = Signal(int)
    receipt_wanted = Signal(int)
    move_in_wanted = Signal(int)
    record_wanted = Signal(str, str)

    def __init__(self, deeds: EstateDeeds) -> None:
        self._deeds = deeds
        self.words = HouseholdLine()
        super().__init__(self._make_plan())
        self.sheets = Sheets(self, deeds)
        self.import_button.clicked.connect(self.sheets.choose_import)
        self.template_button.clicked.connect(self.sheets.choose_template)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.reload)
        self.words.textChanged.connect(self._pause.start)

    def show_record(self, widget: QWidget) -> bool:
        """Open a household or a form; a form given up leads back to its household."""
        shown = super().show_record(widget)
        if shown and isinstance(widget, HouseholdForm):
            widget.back_wanted.connect(partial(self._back_to_household, widget))
        return shown

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """The form of an earlier run, on the household as it is now."""
        deed, unit_id, record_id = [*subject.split("/"), "", ""][:3]
        if not unit_id.isdecimal() or deed not in _FORMS:
            return super().resume(draft, "")
        household = self._deeds.household(int(unit_id))
        form = _FORMS[deed](self._deeds, household, deed)
        self._open_form(form, _part_of(household, record_id))
        form.restore(draft)
        return form

    # Deeds of the household view

    def do(self, deed: str, subject: Any) -> None:
        """A deed that the household was asked for."""
        view = self.open_form()
        if not isinstance(view, HouseholdView):
            return
        if deed == ORDER:
            self.order_wanted.emit(view.household.unit.id)
        elif deed == AGREEMENT:
            self.agreement_wanted.emit(view.household.unit.id)
        elif deed == RELEASE:
            self.pass_wanted.emit(view.household.unit.id)
        elif deed == RECEIPT:
            self.receipt_wanted.emit(view.household.unit.id)
        elif deed == MOVE_IN:
            self.move_in_wanted.emit(view.household.unit.id)
        elif deed == FILE:
            self.show_file(view.household.unit.id)
        elif deed in _FORMS:
            self._open_form(_FORMS[deed](self._deeds, view.household, deed), subject)
        elif deed == "end":
            name = getattr(subject, "name", "")
            if ask(self, _("Has this resident moved out?"), _("Moved out"), name):
                self._change(partial(self._deeds.end_resident, subject), view)
        elif deed == "back":
            self._change(partial(self._deeds.bring_back, subject), view)
        elif ask(self, _("End this instruction?"), _("End it"), getattr(subject, "text", "")):
            self._change(partial(self._deeds.end_instruction, subject), view)

    def show_file(self, unit_id: int) -> None:
        """Everything of a home, in time (R57)."""
        try:
            panel = HouseholdFilePanel(self._deeds, unit_id)
        except DeskError as fault:
            tell(self, fault_words(fault))
            return
        panel.record_wanted.connect(self.record_wanted)
        panel.back_wanted.connect(self.show_household)
        self.show_record(panel)

    def show_household(self, unit_id: int) -> None:
        """The household of a unit."""
        self.show_record(self._view_of(unit_id))

    def remove_paper(self, document_id: int) -> None:
        """A paper that was written down wrongly."""
        view = self.open_form()
        if isinstance(view, HouseholdView) and ask(
            self, _("Take this identity paper away?"), _("Take away")
        ):
            self._change(partial(self._deeds.remove_document, document_id), view)

    # Parts

    def _make_plan(self) -> RegisterPlan[UnitRow]:
        may_edit = self._deeds.may(Permission.EDIT_HOUSEHOLDS)
        return RegisterPlan(
            title=words.title,
            columns=(
                Column("unit", words.unit, _label_of, 220, strong=True),
                Column("residents", words.residents, _names_of, stretch=True),
            ),
            fetch=self._fetch_plain,
            row_id=_id_of,
            empty=words.empty,
            open_record=self._open_row,
            open_key=self._open_found,
            new_record=self._new_unit if may_edit else None,
            new_words=words.new_unit,
            row_of=_row_of,
            export=self._export_all,
        )

    def _lay_out(self) -> None:
        super()._lay_out()
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 12, 10)
        row.addWidget(self.words)
        side = self._list.layout()
        assert isinstance(side, QVBoxLayout)
        side.insertLayout(1, row)

    def _make_head(self) -> QHBoxLayout:
        head = super()._make_head()
        self.template_button = KeyButton(_template_words, kind="quiet", sign="document")
        self.import_button = KeyButton(_import_words, kind="quiet", sign="import")
        for button in (self.template_button, self.import_button):
            head.insertWidget(head.count() - 1, button)
        if not self._deeds.may(Permission.EXPORT):
            self.export_button.shut(_("Your role may not take the households out."))
        if not self._deeds.may(Permission.IMPORT_HOUSEHOLDS):
            self.import_button.shut(_("Your role may not import households."))
        return head

    def _fetch(self, after: object | None) -> Page[UnitRow]:
        return self._deeds.page(self.words.text(), after)

    def _fetch_plain(self, _filters: Mapping[str, str], after: object | None) -> Page[UnitRow]:
        return self._fetch(after)

    def _empty_words(self) -> str:
        return _("No household is found by these words.") if self.words.text() else words.empty()

    def _export_all(self, _filters: Mapping[str, str]) -> None:
        self.sheets.choose_export()

    def _new_unit(self) -> QWidget:
        return UnitForm(self._deeds, None)

    def _open_row(self, row: UnitRow) -> QWidget:
        return self._view_of(row.id)

    def _open_found(self, key: str) -> QWidget:
        kind, _colon, number = key.rpartition(":")
        resident = kind == "resident"
        unit_id = self._deeds.unit_of_resident(int(number)) if resident else int(number)
        return self._view_of(unit_id)

    def _view_of(self, unit_id: int) -> QWidget:
        try:
            return self._view(self._deeds.household(unit_id))
        except DeskError as fault:
            return fault_note(fault)

    def _view(self, household: Household) -> HouseholdView:
        view = HouseholdView(self._deeds, household)
        view.wanted.connect(self.do)
        view.paper_gone.connect(self.remove_paper)
        return view

    def _open_form(self, form: HouseholdForm, subject: object) -> None:
        household = form.household
        is_unit = isinstance(form, UnitForm) and household is not None
        form.load(household.unit if is_unit and household is not None else subject)
        self.show_record(form)

    def _back_to_household(self, form: HouseholdForm) -> None:
        """The panel has let the form go; its household stands there again."""
        if form.household is not None and self.open_form() is None:
            self.show_record(self._view_of(form.household.unit.id))

    def _change(self, deed: Callable[[], None], view: HouseholdView) -> None:
        """Do something at once and show the household as it is then."""
        try:
            deed()
            view.show_household(self._deeds.household(view.household.unit.id))
        except DeskError as fault:
            tell(self, fault_words(fault))
            return
        self.table.refresh_row(view.household.unit)

    def _record_saved(self, answer: object) -> None:
        """After a form its household; a new unit takes its place in the list."""
        form = self.sender()
        if not isinstance(answer, Household) or not isinstance(form, HouseholdForm):
            return
        self.saved.emit(form.heading())
        if form.household is None:
            self.reload()
        self.show_record(self._view(answer))
        self.table.refresh_row(answer.unit)


def _part_of(household: Household, record_id: str) -> ResidentView | InstructionRow | None:
    """The resident or instruction of that id, named `resident-9` or `instruction-3`."""
    kind, _dash, number = record_id.partition("-")
    parts: tuple[ResidentView | InstructionRow, ...] = (*household.residents, *household.former)
    if kind == "instruction":
        parts = (*household.instructions, *household.other_instructions)
    return next((one for one in parts if str(one.id) == number), None)


def _label_of(row: UnitRow) -> str:
    return row.label


def _names_of(row: UnitRow) -> str:
    return "、".join(row.names)


def _id_of(row: UnitRow) -> int:
    return row.id


def _row_of(answer: Household) -> UnitRow:
    return answer.unit


def _template_words() -> str:
    return _("Template")


def _import_words() -> str:
    return _("Import")
