"""The register of release passes: the list, and beside it the pass or the form."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.domain.release_pass_rule import PassKind
from desk.i18n import pgettext
from desk.services.release_pass import Pass, PassRow
from desk.ui.kit.case_register import CaseRegister
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.kit.worded_register import WordedRegister
from desk.ui.release_pass import acts, columns, words
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.release_pass.form import PassForm
from desk.ui.release_pass.record import PassRecord
from desk.ui.release_pass.verify_dialog import VerifyDialog


class PassPage(CaseRegister[PassRow], WordedRegister[PassRow]):
    """Everything that was written down, newest first, found by words too."""

    RECORD: ClassVar[type[PassRecord]] = PassRecord
    FORM: ClassVar[type[PassForm]] = PassForm
    DRAFTED: ClassVar[str] = "items"
    WIDTH = 200

    def __init__(self, deeds: PassDeeds, parent: QWidget | None = None) -> None:
        self._deeds: PassDeeds = deeds
        self._dialog: VerifyDialog | None = None
        super().__init__(self._make_plan(), parent)

    # What the window and other registers call

    def begin_for_resident(self, resident_id: int) -> QWidget | None:
        """A form that knows the person."""
        return self.begin_with(self._deeds.of_resident, resident_id)

    def begin_for_unit(self, unit_id: int, kind: PassKind | None = None) -> QWidget | None:
        """A form that knows the unit, and perhaps the kind; who applies is asked for."""
        entry = replace(self._deeds.empty(), unit_id=unit_id)
        return self.begin(replace(entry, kind=kind) if kind else entry)

    def begin_from_reception(self, reception_id: int) -> QWidget | None:
        """A form that knows what the visit knows of the person."""
        return self.begin_with(self._deeds.from_reception, reception_id)

    def verify(self, code: str = "") -> VerifyDialog:
        """Answer the guard; a scanned code is answered at once, in the dialog that is open."""
        if self._dialog is None:
            dialog = self._dialog = VerifyDialog(
                self._deeds.verify, acts.acts(self._deeds), self._deeds.custom, self.window()
            )
            dialog.act_wanted.connect(self._run_at_gate)
            dialog.pass_wanted.connect(self.show_case)
            dialog.finished.connect(self._verified)
            dialog.open()
        if code:
            self._dialog.show_code(code)
        return self._dialog

    # Parts

    def wire_form(self, form: PassForm) -> None:
        """Another pass of the same person may be looked at."""
        form.pass_wanted.connect(self.open_key)

    def _make_plan(self) -> RegisterPlan[PassRow]:
        plan = columns.Columns(self._deeds)
        return self.cases(
            title=words.title,
            columns=plan.columns(),
            row_id=columns.id_of,
            empty=words.empty_words,
            filters=plan.filters(),
            new_words=words.new_words,
            row_of=columns.row_of,
        )

    def _make_head(self) -> QHBoxLayout:
        head = super()._make_head()
        self.verify_button = KeyButton(_verify_words, key="F6", sign="check")
        self.verify_button.clicked.connect(self._verify_clicked)
        head.insertWidget(head.count() - 1, self.verify_button)
        return head

    def _verify_clicked(self) -> None:
        self.verify()

    def _verified(self, _result: int) -> None:
        self._dialog = None

    def _run_at_gate(self, code: str, known: Pass) -> None:
        """The pass opens, and over it the dialog of what the guard did."""
        record = self.show_case(known)
        if record is not None:
            record.run_code(code)


def _verify_words() -> str:
    return pgettext("release", "Check a pass")
