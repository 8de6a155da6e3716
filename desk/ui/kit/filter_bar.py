"""The filters over a list: each is one choice, applied at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desk.i18n import _
from desk.ui.kit.choice_field import Choices
from desk.ui.kit.field import restyle
from desk.ui.kit.flow import Flow
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.retranslate import Spoken, Words


@dataclass(frozen=True)
class Filter:
    """One filter: its key, its name, its codes; "any" stands first by itself.

    `start` is the code that is chosen when the page opens, None for any.
    """

    key: str
    title: Words
    choices: Choices
    start: str | None = None


class FilterBar(Spoken, QWidget):
    """`changed` says that the list has to be read again with other `values()`."""

    changed = Signal()

    def __init__(self, filters: Sequence[Filter], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = tuple(filters)
        self._combos: dict[str, QComboBox] = {}
        box = Flow(self, gap=8)
        for plan in self._filters:
            combo = QComboBox(self)
            combo.setProperty("kind", "filter")
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.currentIndexChanged.connect(self._picked)
            self._combos[plan.key] = combo
            box.addWidget(combo)
        self._clear = KeyButton(_clear_words, kind="quiet", sign="close", parent=self)
        self._clear.clicked.connect(self.clear)
        box.addWidget(self._clear)
        self._fill(first=True)
        self.retranslate()

    def retranslate(self) -> None:
        """The words of every choice; what is chosen stays chosen."""
        self._fill(first=False)

    def values(self) -> Mapping[str, str]:
        """The chosen code of every filter that is set."""
        found = {key: combo.currentData() for key, combo in self._combos.items()}
        return {key: code for key, code in found.items() if code is not None}

    def set_value(self, key: str, code: str | None) -> None:
        """Set one filter, as if the clerk had."""
        combo = self._combos[key]
        combo.setCurrentIndex(max(0, combo.findData(code)))

    def clear(self) -> None:
        """Every filter off."""
        for combo in self._combos.values():
            with QSignalBlocker(combo):
                combo.setCurrentIndex(0)
        self._picked()

    def _fill(self, *, first: bool) -> None:
        for plan in self._filters:
            combo = self._combos[plan.key]
            kept = plan.start if first else combo.currentData()
            with QSignalBlocker(combo):
                combo.clear()
                combo.addItem(_("{filter}: any").format(filter=plan.title()), None)
                for choice in plan.choices():
                    combo.addItem(choice.words, choice.code)
                combo.setCurrentIndex(max(0, combo.findData(kept)))
            combo.setAccessibleName(plan.title())
        self._show_state()

    def _picked(self) -> None:
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        for combo in self._combos.values():
            restyle(combo, "set", "true" if combo.currentData() is not None else "false")
        self._clear.setVisible(bool(self.values()))


def _clear_words() -> str:
    return _("Clear filters")
