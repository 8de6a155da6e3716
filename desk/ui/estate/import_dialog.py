"""The import before it is done: a preview or every fault, then progress that can be cancelled."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desk.domain.household_plan import Status
from desk.errors import DeskError
from desk.i18n import _, ngettext, pgettext
from desk.services.household_import import ImportPlan
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.estate.import_tables import fault_table, preview_table
from desk.ui.kit.faults import fault_words
from desk.ui.kit.fit import fit
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.tasks import Task, Tasks
from desk.wording import label


class ImportDialog(Spoken, QDialog):
    """`imported` is told once everything stands in the estate."""

    imported = Signal()

    def __init__(
        self, deeds: EstateDeeds, plan: ImportPlan, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._deeds, self._plan, self._tasks = deeds, plan, tasks
        self._task: Task | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, 980, 600)
        self._title = plain_label(role="title")
        self._said = plain_label(role="muted")
        self._said.setWordWrap(True)
        self._refusal = plain_label(role="refusal")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self.table = fault_table(plan.faults) if plan.faults else preview_table(plan, deeds.custom)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.import_button = KeyButton(_import_words, key="F8", kind="primary", sign="import")
        self.import_button.clicked.connect(self.carry_out)
        self.cancel_button = KeyButton(_cancel_words)
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out()
        self.table.reload()
        self.retranslate()

    def retranslate(self) -> None:
        """What the sheet is and what it would do."""
        self.setWindowTitle(_("Import households"))
        self._title.setText(self._plan.file_name)
        self._said.setText("\n".join(self._sentences()))
        self._bar.setAccessibleName(_("Progress"))
        self.import_button.shut(self._why_not())

    def carry_out(self) -> None:
        """Do it in the background."""
        self._refusal.hide()
        self.import_button.shut(_("The import is under way."))
        self._bar.setRange(0, 0)
        self._bar.show()
        self._task = self._tasks.run(
            partial(self._deeds.carry_out, self._plan),
            done=self._done,
            failed=self._failed,
            advanced=self._advanced,
        )
        self._task.cancelled.connect(self._stopped)

    def reject(self) -> None:
        """Close; an import under way is asked to stop and leaves nothing behind."""
        if self._task is None:
            super().reject()
            return
        self._task.cancel()
        self.cancel_button.shut(_("The import is being stopped."))

    def _sentences(self) -> list[str]:
        plan = self._plan
        if plan.faults:
            count = len(plan.faults)
            said = ngettext(
                "{count} place in the sheet has to be corrected; nothing is imported before.",
                "{count} places in the sheet have to be corrected; nothing is imported before.",
                count,
            )
            sentences = [said.format(count=count)]
        else:
            counts = (
                f"{label('import_status', status)} {self._deeds.custom.number(plan.count(status))}"
                for status in Status
            )
            sentences = ["   ".join(counts)]
        if plan.ignored:
            names = pgettext("list", ", ").join(plan.ignored)
            sentences.append(_("These columns mean nothing here: {names}").format(names=names))
        return sentences

    def _why_not(self) -> str:
        if self._plan.faults:
            return _("Correct the sheet first, then choose it again.")
        if self._plan.count(Status.UNCHANGED) == len(self._plan.rows):
            return _("Nothing in this sheet is new or changed.")
        return ""

    def _advanced(self, done: int, total: int, _words: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _done(self, _outcome: object) -> None:
        self._task = None
        self.imported.emit()
        self.accept()

    def _stopped(self) -> None:
        self._task = None
        super().reject()

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._bar.hide()
        self.retranslate()
        self.cancel_button.shut("")
        if not isinstance(error, DeskError):
            raise error
        self._refusal.setText(fault_words(error))
        self._refusal.show()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._bar, 1)
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.import_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(10)
        for part in (self._title, self._said, self._refusal):
            box.addWidget(part)
        box.addWidget(self.table, 1)
        box.addLayout(foot)


def _import_words() -> str:
    return _("Import")


def _cancel_words() -> str:
    return _("Cancel")
