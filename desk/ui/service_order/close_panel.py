"""What closes the order, always in sight: each condition and whether it holds (K13, R244, R245).

Once the work is done, what is missing stands there in words, with the deed that gives it.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.domain.service_order import OVER, State
from desk.domain.service_order_close import missing
from desk.i18n import _
from desk.services.service_order import Order
from desk.ui.kit.act import Act
from desk.ui.kit.chips import Chip, ChipLabel
from desk.ui.kit.flow import Flow
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.theme import SUNKEN, Tone
from desk.wording import label, sentence

_CODE = "service_order.close."
_RADIUS = 6
_OF_WORK = frozenset(_CODE + one for one in ("rework", "changes", "damage"))


class ConditionLine(NamedTuple):
    """A condition that does not hold: why, in words, and by which reason."""

    code: str
    words: str


class ClosePanel(QWidget):
    """`act_wanted` carries the deed whose button was pressed."""

    act_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[ChipLabel] = []
        self.lines: list[MissingLine] = []
        self._shown: tuple[Chip, ...] = ()
        self._flow_box = QWidget()
        self._flow = Flow(self._flow_box)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 8, 12, 10)
        self._box.setSpacing(6)
        self._box.addWidget(WordLabel(_title_words, "label"))
        self._box.addWidget(self._flow_box)

    def show_order(
        self,
        known: Order,
        settling: Callable[[str], Act | None],
        why: Callable[[Act], str],
    ) -> None:
        """How the conditions stand; `settling` is the deed that gives what is missing."""
        self.setVisible(known.facts.state not in OVER or known.facts.state is State.CLOSED)
        open_ones = missing(known.facts, known.rule)
        codes = [one.code.removeprefix(_CODE) for one in open_ones]
        if known.facts.amount is None:
            codes.append("paid")  # what it costs is not known before it is done
        self._show_chips(tuple(_chip(one, codes) for one in known.rule.close))
        spoken = [one for one in open_ones if _is_spoken(known.facts.state, one.code)]
        lines = [ConditionLine(one.code, sentence(one.code, one.parameters)) for one in spoken]
        self._show_lines(lines, settling, why)

    def missing(self) -> Sequence[str]:
        """What is missing, in words."""
        return [line.words() for line in self.lines]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(SUNKEN))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.end()

    def _show_chips(self, chips: tuple[Chip, ...]) -> None:
        while len(self.chips) < len(chips):
            made = ChipLabel(parent=self._flow_box)
            self.chips.append(made)
            self._flow.addWidget(made)
        for number, made in enumerate(self.chips):
            made.show_chip(chips[number] if number < len(chips) else None)

    def _show_lines(
        self,
        lines: Sequence[ConditionLine],
        settling: Callable[[str], Act | None],
        why: Callable[[Act], str],
    ) -> None:
        for old in self.lines:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = []
        for line in lines:
            act = settling(line.code)
            made = MissingLine(line, act, "" if act is None else why(act))
            made.act_wanted.connect(self.act_wanted)
            self.lines.append(made)
            self._box.addWidget(made)


class MissingLine(QWidget):
    """Why a condition does not hold, and beside it the deed."""

    act_wanted = Signal(object)

    def __init__(self, line: ConditionLine, act: Act | None, why: str) -> None:
        super().__init__()
        self._act = act
        self.code = line.code
        self._label = plain_label(line.words)
        self._label.setWordWrap(True)
        self.button = KeyButton(self._act_words, kind="link")
        self.button.clicked.connect(self._clicked)
        self.button.shut(why)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self.button.setVisible(act is not None)

    def words(self) -> str:
        """What is missing."""
        return self._label.text()

    def _act_words(self) -> str:
        return "" if self._act is None else self._act.words()

    def _clicked(self) -> None:
        if self._act is not None:
            self.act_wanted.emit(self._act)


def _is_spoken(state: State, code: str) -> bool:
    """Once the work is done; while it is done again, what the customer says of it can wait."""
    return state is State.DONE or (state is State.REWORK and code in _OF_WORK)


def _chip(condition: str, open_codes: Sequence[str]) -> Chip:
    is_open = condition in open_codes or (condition == "paid" and "overpaid" in open_codes)
    return Chip(Tone.NEUTRAL if is_open else Tone.DONE, label("order_condition", condition))


def _title_words() -> str:
    return _("What closes the order")
