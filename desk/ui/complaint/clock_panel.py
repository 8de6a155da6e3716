"""The clocks 時限 of a case: every open one explains itself, overdue first; those met fold away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.i18n import _, ngettext
from desk.ui.complaint.clock_words import ClockLine
from desk.ui.kit.chips import ChipLabel
from desk.ui.kit.elided_label import ElidedLabel
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.theme import Tone


class ClockPanel(Spoken, QWidget):
    """Rows are used again from case to case."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: Sequence[ClockLine] = ()
        self._behind: Sequence[ClockLine] = ()
        self._rows: list[_Row] = []
        self._title = plain_label(role="heading")
        self._none = plain_label(role="muted")
        self._none.setWordWrap(True)
        self.fold = KeyButton(self._fold_words, kind="link")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._show)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self.fold)
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self._none)
        box.addLayout(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.retranslate()

    def retranslate(self) -> None:
        """Heading and fold; the lines are given in words."""
        late = sum(line.chip.tone is Tone.OVERDUE for line in self._open)
        title = _("Time limits")
        if late:
            words = ngettext("{count} overdue", "{count} overdue", late).format(count=late)
            title = f"{title} · {words}"
        self._title.setText(title)
        self._none.setText(_("No clock is running."))
        self.fold.retranslate()

    def show_lines(self, open_lines: Sequence[ClockLine], behind: Sequence[ClockLine]) -> None:
        """Show the clocks of a case as they stand."""
        self._open, self._behind = open_lines, behind
        self._show()
        self.retranslate()

    def words(self) -> list[str]:
        """The line of every clock that is shown."""
        return [line.whole for line in self._shown()]

    def _shown(self) -> list[ClockLine]:
        return [*self._open, *(self._behind if self.fold.isChecked() else ())]

    def _show(self) -> None:
        lines = self._shown()
        while len(self._rows) < len(lines):
            self._rows.append(_Row(self))
            self._box.addWidget(self._rows[-1])
        for row, line in zip(self._rows, lines, strict=False):
            row.show_line(line)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(lines))
        self._none.setVisible(not lines)
        self.fold.setVisible(bool(self._behind))

    def _fold_words(self) -> str:
        count = len(self._behind)
        if self.fold_is_open():
            return _("Hide what is behind")
        return ngettext("{count} behind", "{count} behind", count).format(count=count)

    def fold_is_open(self) -> bool:
        """Whether the clocks that are met or ended are shown."""
        return hasattr(self, "fold") and self.fold.isChecked()


class _Row(QWidget):
    """Chip and what is owed, until when at the right; under it why."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chip = ChipLabel(parent=self)
        self._title = ElidedLabel(role="strong", parent=self)
        self._due = plain_label(role="small", parent=self)
        self._why = plain_label(role="small", parent=self)
        self._why.setWordWrap(True)
        self._why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._chip)
        head.addWidget(self._title, 1)
        head.addWidget(self._due)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.addLayout(head, 0, 0)
        grid.addWidget(self._why, 1, 0)

    def show_line(self, line: ClockLine) -> None:
        """Show one clock."""
        self._chip.show_chip(line.chip)
        self._title.show_words(line.title)
        self._due.setText(line.due)
        self._due.setVisible(bool(line.due))
        self._why.setText(line.why)
        self.setAccessibleName(line.whole)
