"""One version or profile as it is read: what it says, where that stands, and its two deeds."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.i18n import _
from desk.services.policy_name import name
from desk.services.policy_words import RuleWords, rules
from desk.ui.kit.chips import ChipLabel
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.filter_bar import Filter, FilterBar
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label, rule
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.words_line import WordsLine
from desk.ui.policy.deeds import PolicyDeeds, PolicyRow
from desk.ui.policy.rule_lines import RuleLines
from desk.ui.policy.versions import note_of, state_of, title_of
from desk.ui.policy.words import GROUPS, section_words

_PAUSE = 150
_WORDS = 260
_TALL = 400
_CORNER = 56  # the panel's own button


class PolicyLine(WordsLine):
    """A clause, or words of a rule."""

    def retranslate(self) -> None:
        """Name and placeholder."""
        super().retranslate()
        self.setPlaceholderText(_("Clause (R150) or word"))
        self.setAccessibleName(_("Find in the policy") + " F7")


class PolicyReading(Spoken, QWidget):
    """`copy_wanted` and `recompute_wanted` are the page's to carry out."""

    copy_wanted = Signal(str)
    recompute_wanted = Signal()

    def __init__(self, deeds: PolicyDeeds, row: PolicyRow) -> None:
        super().__init__()
        self._deeds, self.row = deeds, row
        self.policy = deeds.policy(row.key)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = plain_label(role="title")
        self._chip = ChipLabel(parent=self)
        self._about, self._note = plain_label(role="muted"), plain_label(role="muted")
        for label in (self._about, self._note):
            label.setWordWrap(True)
        self.copy_button = KeyButton(_copy_words, kind="primary", sign="edit")
        self.recompute_button = KeyButton(_recompute_words, sign="refresh")
        self.recompute_button.setVisible(row.in_force)
        self.words = PolicyLine()
        self.words.setFixedWidth(_WORDS)
        self.filters = FilterBar((Filter("section", _group_words, _sections),))
        self.lines = RuleLines()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.lines)
        self.retranslate()

    def retranslate(self) -> None:
        """Everything, because the rules are words."""
        title = title_of(self.row)
        self._title.setText(title)
        self.setAccessibleName(title)
        self.lines.setAccessibleName(title)
        self._chip.show_chip(state_of(self.row, self._deeds.custom))
        self._about.setText(name(self.policy.labels) if self.row.number else "")
        self._note.setText(note_of(self.row, self._deeds.custom))
        self._show_notes()
        self.copy_button.shut(self._deeds.why_not_edit())
        self.recompute_button.shut(self._deeds.why_not_recompute())
        self.lines.show_rules(sorted(rules(self.policy), key=_order))
        self.narrow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window leaves its height to the rules."""
        super().resizeEvent(event)
        self._show_notes()

    def _show_notes(self) -> None:
        is_tall = self.height() >= _TALL
        self._about.setVisible(is_tall and self.row.number > 0)
        self._note.setVisible(is_tall)

    def narrow(self) -> None:
        """Show what matches the words and the group."""
        self.lines.narrow(self.words.text().strip(), self.filters.values().get("section"))

    def _connect(self) -> None:
        self._pause.timeout.connect(self.narrow)
        self.words.textChanged.connect(self._pause.start)
        self.filters.changed.connect(self.narrow)
        self.copy_button.clicked.connect(self._want_copy)
        self.recompute_button.clicked.connect(self.recompute_wanted)

    def _want_copy(self) -> None:
        self.copy_wanted.emit(self.row.key)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.setContentsMargins(0, 0, _CORNER - 24, 0)
        head.addWidget(self._title)
        head.addWidget(self._chip)
        head.addStretch()
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self.words)
        asked.addWidget(self.filters, 1)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        deeds.addWidget(self.copy_button)
        deeds.addWidget(self.recompute_button)
        deeds.addStretch()
        top = QVBoxLayout()
        top.setContentsMargins(24, 16, 24, 12)
        top.setSpacing(6)
        top.addLayout(head)
        top.addWidget(self._about)
        top.addWidget(self._note)
        top.addSpacing(4)
        top.addLayout(deeds)
        top.addSpacing(4)
        top.addLayout(asked)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(rule())
        box.addWidget(self.lines, 1)


def _sections() -> list[Choice]:
    return [Choice(one, section_words(one)) for one in GROUPS]


def _order(words: RuleWords) -> int:
    return GROUPS.index(words.section)


def _group_words() -> str:
    return _("Group")


def _copy_words() -> str:
    return _("Edit a copy")


def _recompute_words() -> str:
    return _("Compute open cases anew")
