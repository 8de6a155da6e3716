"""The live meter of the month: what it asks for, what was made, how many of which kind are owed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.services.service_callback_choice import Meter
from desk.ui.kit.chips import Chip, ChipLabel
from desk.ui.kit.flow import Flow
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.theme import Tone
from desk.ui.service_callback import words
from desk.ui.service_callback.deeds import CallbackDeeds


class MeterStrip(Spoken, QWidget):
    """`read_again` reads the month anew."""

    def __init__(self, deeds: CallbackDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._meter: Meter | None = None
        self._chips: list[ChipLabel] = []
        self.asked, self.made = plain_label(role="heading"), plain_label(role="muted")
        for label in (self.asked, self.made):
            label.setWordWrap(True)
        self._row = QWidget()
        self._flow = Flow(self._row, gap=6)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 0, 12, 10)
        box.setSpacing(4)
        for part in (self.asked, self.made, self._row):
            box.addWidget(part)

    def retranslate(self) -> None:
        """The words again."""
        if self._meter is not None:
            self._show(self._meter)

    def read_again(self) -> None:
        """Where the month stands now."""
        self._meter = self._deeds.meter()
        self._show(self._meter)

    def chips(self) -> list[str]:
        """What the chips say."""
        return [chip.accessibleName() for chip in self._chips if chip.isVisibleTo(self._row)]

    def _show(self, found: Meter) -> None:
        self.asked.setText(words.meter_words(found))
        self.made.setText(words.made_words(found))
        self.made.setVisible(bool(found.in_all))
        told = self._told(found)
        while len(self._chips) < len(told):
            chip = ChipLabel(parent=self._row)
            self._chips.append(chip)
            self._flow.addWidget(chip)
        for number, chip in enumerate(self._chips):
            chip.show_chip(told[number] if number < len(told) else None)
        self._row.setVisible(bool(told))

    def _told(self, found: Meter) -> list[Chip]:
        told = []
        for kind in found.kinds:
            due = words.moment_words(self._deeds.custom, kind.due_at)
            said = words.kind_words(kind.kind, kind.count, due)
            told.append(Chip(Tone.OVERDUE if kind.missed else Tone.DUE, said))
        return told
