"""The cases as a section: the list, and beside it the case or the form."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desk.services.move_in import MoveInRow
from desk.ui.kit.case_register import CaseRegister
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.kit.worded_register import WordedRegister
from desk.ui.move_in import columns, words
from desk.ui.move_in.deeds import MoveInDeeds
from desk.ui.move_in.form import CaseForm
from desk.ui.move_in.record import CaseRecord


class CasesPage(CaseRegister[MoveInRow], WordedRegister[MoveInRow]):
    """Everything that was written down, newest first, found by words too."""

    RECORD: ClassVar[type[CaseRecord]] = CaseRecord
    FORM: ClassVar[type[CaseForm]] = CaseForm
    DRAFTED: ClassVar[str] = "moved_on"
    WIDTH = 200

    def __init__(self, deeds: MoveInDeeds, parent: QWidget | None = None) -> None:
        self._deeds: MoveInDeeds = deeds
        super().__init__(self._make_plan(), parent)

    # What the window and other registers call

    def begin_for_unit(self, unit_id: int) -> QWidget | None:
        """A form that knows the room."""
        return self.begin_with(self._deeds.of_unit, unit_id)

    # Parts

    def case_shown(self, record: CaseRecord) -> None:
        """The keyboard stands on what comes next."""
        record.focus_deed()

    def _make_plan(self) -> RegisterPlan[MoveInRow]:
        plan = columns.Columns(self._deeds)
        return self.cases(
            title=words.title,
            columns=plan.columns(),
            row_id=columns.id_of,
            empty=words.empty_words,
            filters=plan.filters(),
            new_words=words.new_words,
            row_of=plan.row_of,
        )
