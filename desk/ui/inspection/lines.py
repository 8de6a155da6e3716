"""Lines under a heading, one under another; not there without any."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.retranslate import Words


class Lines(QWidget):
    """What happened, what is missing: read and copied, nothing is typed."""

    def __init__(self, title: Words, parent: QWidget | None = None, role: str = "") -> None:
        super().__init__(parent)
        self._lines = plain_label(role=role) if role else plain_label()
        self._lines.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(WordLabel(title, "heading"))
        box.addWidget(self._lines)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show other lines."""
        self._lines.setText("\n".join(lines))
        self.setVisible(bool(lines))

    def words(self) -> str:
        """What is shown."""
        return self._lines.text()
