"""A heading with the facts under it; without facts it is not there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk.ui.complaint.facts import Fact, Facts
from desk.ui.kit.label import WordLabel
from desk.ui.kit.retranslate import Words


class CaseSection(QWidget):
    """Used again from case to case."""

    def __init__(self, title: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = Facts()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(WordLabel(title, "heading"))
        box.addWidget(self.facts)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        self.facts.show_facts(facts)
        self.setVisible(bool(self.facts.words()))

    def words(self) -> list[str]:
        """What is shown, name and value by turns."""
        return self.facts.words()
