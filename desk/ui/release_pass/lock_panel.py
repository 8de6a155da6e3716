"""The three locks of a pass at a glance: what holds, by what, what is missing, what gives it.

Colour, shape and words say the same; every reason stands there, and beside them the deed.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.kit.act import Act
from desk.ui.kit.chips import ChipLabel
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.theme import SUNKEN, TONES, Tone
from desk.ui.release_pass.lock_words import LockWords

_MOST_ACTS = 2
_BAR = 4
_RADIUS = 6


class LockPanel(QWidget):
    """`act_wanted` carries the deed whose button was pressed."""

    act_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.locks: dict[str, LockCard] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)

    def show_locks(
        self,
        locks: Sequence[LockWords],
        acts: Callable[[LockWords], Sequence[Act]],
        why: Callable[[Act], str],
    ) -> None:
        """Show how the locks stand now; `acts` are the deeds of a lock, `why` what shuts one."""
        for lock in locks:
            card = self.locks.get(lock.code)
            if card is None:
                card = self.locks[lock.code] = LockCard(self)
                card.act_wanted.connect(self.act_wanted)
                self._box.addWidget(card)
            card.show_lock(lock, acts(lock), why)

    def words(self) -> list[str]:
        """Everything that is missing, in words."""
        return [words for card in self.locks.values() for words in card.missing()]


class LockCard(QWidget):
    """One lock on the ground of its state."""

    act_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone, self._missing = Tone.NEUTRAL, list[str]()
        self._title = plain_label(role="label")
        self.chip = ChipLabel(parent=self)
        self._said, self._told = plain_label(), plain_label(role="refusal")
        for label in (self._said, self._told):
            label.setWordWrap(True)
        self.buttons = [_ActButton(self) for _number in range(_MOST_ACTS)]
        for button in self.buttons:
            button.act_wanted.connect(self.act_wanted)
        self._lay_out()

    def show_lock(self, lock: LockWords, acts: Sequence[Act], why: Callable[[Act], str]) -> None:
        """How it stands."""
        self._tone, self._missing = lock.chip.tone, list(lock.missing)
        self._title.setText(lock.title)
        self.chip.show_chip(lock.chip)
        self._said.setText(lock.evidence)
        self._said.setVisible(bool(lock.evidence))
        self._told.setText("\n".join(lock.missing))
        self._told.setVisible(bool(lock.missing))
        for button, act in zip(self.buttons, (*acts, None, None), strict=False):
            button.show_act(act, "" if act is None else why(act))
        parts = (lock.title, lock.chip.text, lock.evidence, *lock.missing)
        self.setAccessibleName(" ".join(filter(None, parts)))
        self.update()

    def missing(self) -> Sequence[str]:
        """What keeps it open, in words."""
        return self._missing

    def evidence(self) -> str:
        """By what it holds."""
        return self._said.text()

    def button(self, code: str) -> KeyButton | None:
        """The button of a deed, if it has one."""
        return next((one for one in self.buttons if one.code() == code), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of its state, with a bar of its ink at the left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = TONES[self._tone]
        ground = SUNKEN if self._tone is Tone.NEUTRAL else colours.ground
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.setBrush(QColor(colours.ink))
        painter.drawRoundedRect(QRectF(0, 0, _BAR, self.height()), _BAR / 2, _BAR / 2)
        painter.end()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self.chip)
        head.addStretch()
        for button in self.buttons:
            head.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 6, 8, 8)
        box.setSpacing(2)
        box.addLayout(head)
        box.addWidget(self._said)
        box.addWidget(self._told)


class _ActButton(KeyButton):
    """The deed that gives what is missing."""

    act_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        self._act: Act | None = None
        super().__init__(self._words_of_act, kind="link", parent=parent)
        self.clicked.connect(self._clicked)
        self.hide()

    def show_act(self, act: Act | None, why: str) -> None:
        """Another deed, or none."""
        self._act = act
        self.setVisible(act is not None)
        self.shut(why)
        self.retranslate()

    def code(self) -> str:
        """The deed's code."""
        return "" if self._act is None else self._act.code

    def _words_of_act(self) -> str:
        return "" if self._act is None else self._act.words()

    def _clicked(self) -> None:
        self.act_wanted.emit(self._act)
