"""The complaint register: the list, and beside it the record or the form."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.errors import DeskError
from desk.services.complaint import ComplaintRow
from desk.services.complaint_case import Case
from desk.ui.complaint import columns, words
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.form import ComplaintForm
from desk.ui.complaint.print_menu import PrintMenu
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.kit.case_register import CaseRegister
from desk.ui.kit.register_page import RegisterPlan


class ComplaintPage(CaseRegister[ComplaintRow]):
    """`visit_wanted` asks the window for the visit a complaint came from, `repair_wanted` for a
    repair slip of one, `record_wanted` for a record by its word and key."""

    RECORD: ClassVar[type[ComplaintRecord]] = ComplaintRecord
    FORM: ClassVar[type[ComplaintForm]] = ComplaintForm
    DRAFTED: ClassVar[str] = "course"

    visit_wanted = Signal(int)
    repair_wanted = Signal(int)
    record_wanted = Signal(str, str)

    def __init__(self, deeds: ComplaintDeeds) -> None:
        self._deeds: ComplaintDeeds = deeds
        super().__init__(self._make_plan())

    # What the window and other registers call

    def begin_from_reception(self, reception_id: int) -> QWidget | None:
        """A form that knows what the visit knows; a visit that is one already is opened."""
        try:
            known = self._deeds.of_reception(reception_id)
            if known is not None:
                return self.show_case(self._deeds.case(known.id))
            return self.begin(self._deeds.from_reception(reception_id))
        except DeskError as fault:
            return self.show_fault(fault)

    def begin_for_resident(self, resident_id: int) -> QWidget | None:
        """A form that knows the person."""
        return self.begin_with(self._deeds.of_resident, resident_id)

    # Parts

    def read_case(self, key: int | str) -> Case:
        """A case by its id or number."""
        return self._deeds.case(key)

    def wire_form(self, form: ComplaintForm) -> None:
        """A case that is there already is opened, or joined."""
        form.case_wanted.connect(self.open_key)
        form.joined.connect(self._joined)

    def wire_record(self, record: ComplaintRecord) -> None:
        """What else is wanted is the window's."""
        record.visit_wanted.connect(self.visit_wanted)
        record.repair_wanted.connect(self.repair_wanted)
        record.record_wanted.connect(self.record_wanted)

    def _make_plan(self) -> RegisterPlan[ComplaintRow]:
        plan = columns.Columns(self._deeds)
        return RegisterPlan(
            title=words.register_title,
            columns=plan.columns(),
            fetch=self._deeds.page,
            row_id=columns.id_of,
            empty=words.empty_words,
            open_record=self.opened,
            open_key=self.opened_key,
            new_record=self.empty_form if self._deeds.may_register() else None,
            new_words=words.new_words,
            row_of=columns.row_of,
            filters=plan.filters(),
        )

    def _make_head(self) -> QHBoxLayout:
        head = super()._make_head()
        self.print_menu = PrintMenu(self._deeds)
        self.print_menu.shut(self._deeds.why_not_print())
        head.insertWidget(head.count() - 1, self.print_menu)
        return head

    def _joined(self, case: Case) -> None:
        """The caller stands in the open case; the form is done with."""
        self.show_case(case)
        self.table.refresh_row(columns.row_of(case))
