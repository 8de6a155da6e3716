"""A policy in words, group by group and rule by rule, narrowed by a clause or by words."""

import re
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.i18n import _
from desk.services.policy_words import BETWEEN, RuleWords
from desk.ui.kit.label import plain_label, rule
from desk.ui.policy.words import section_words

_CLAUSE: Final = re.compile(r"[RKF]\d+", re.ASCII | re.IGNORECASE)
_SOURCE = 190
# How much of a rule's words is its own name; the rest lays it down.
_TITLE: Final = {"clocks": 2, "forwards": 2, "callbacks": 2, "switches": 9}


class RuleLines(QScrollArea):
    """Read with the arrow keys; `show_rules` writes it anew, `narrow` hides what does not match."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: list[tuple[QWidget, list[RuleLine]]] = []
        self._nothing = plain_label(role="muted")
        self._nothing.setContentsMargins(0, 24, 0, 0)
        self._fill_with(())
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_rules(self, rules: Iterable[RuleWords]) -> None:
        """These, in the current language."""
        self._fill_with(rules)
        self._nothing.setText(_("No rule matches."))
        self._nothing.hide()

    def narrow(self, text: str, section: str | None) -> int:
        """Show what matches alone; gives how many rules that are."""
        count = 0
        for head, lines in self._groups:
            shown = 0
            for line in lines:
                matches = line.matches(text, section)
                line.setVisible(matches)
                shown += matches
            head.setVisible(shown > 0)
            count += shown
        self._nothing.setVisible(count == 0)
        return count

    def lines(self) -> list["RuleLine"]:
        """Every rule that is shown now."""
        every = (line for _head, lines in self._groups for line in lines)
        return [line for line in every if line.isVisibleTo(self)]

    def _fill_with(self, rules: Iterable[RuleWords]) -> None:
        self._groups = []
        self._nothing.setParent(None)
        inside = QWidget()
        inside.setProperty("role", "surface")
        box = QVBoxLayout(inside)
        box.setContentsMargins(24, 4, 20, 24)
        box.setSpacing(0)
        for section, several in groupby(rules, attrgetter("section")):
            head = _head(section)
            box.addWidget(head)
            lines = [RuleLine(one) for one in several]
            for line in lines:
                box.addWidget(line)
            self._groups.append((head, lines))
        box.addWidget(self._nothing)
        box.addStretch()
        self.setWidget(inside)


class RuleLine(QWidget):
    """One rule: its name, what it lays down, and at the right where that stands."""

    def __init__(self, words: RuleWords) -> None:
        super().__init__()
        self.words = words
        parts = words.words.split(BETWEEN)
        own = _TITLE.get(words.section, 1)
        left = QVBoxLayout()
        left.setSpacing(2)
        for text, role in ((parts[:own], "strong"), (parts[own:], "muted")):
            if text:
                label = plain_label(BETWEEN.join(text), role)
                label.setWordWrap(True)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                left.addWidget(label)
        source = plain_label("\n".join(filter(None, (words.clauses, words.ours))), "small")
        source.setWordWrap(True)
        source.setFixedWidth(_SOURCE)
        source.setAlignment(Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(16)
        line.addLayout(left, 1)
        line.addWidget(source)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rule())
        box.addLayout(line)

    def matches(self, text: str, section: str | None) -> bool:
        """Whether it is of the group and holds every word; a clause is matched as a whole."""
        words = self.words
        if section is not None and words.section != section:
            return False
        said = f"{words.words} {words.clauses} {words.ours} {words.code}".casefold()
        clauses = set(_CLAUSE.findall(words.clauses.casefold()))
        return all(
            one in clauses if _CLAUSE.fullmatch(one) else one in said
            for one in text.casefold().split()
        )


def _head(section: str) -> QWidget:
    label = plain_label(section_words(section), "heading")
    label.setContentsMargins(0, 18, 0, 8)
    return label
