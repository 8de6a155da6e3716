"""A policy in words, group by group and rule by rule, narrowed by a clause or by words."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from desk.i18n import _
from desk.services.policy_words import RuleWords
from desk.ui.kit.theme import MUTED, SURFACE
from desk.ui.policy.rule_painter import RulePainter
from desk.ui.policy.words import section_words

_CLAUSE: Final = re.compile(r"[RKF]\d+", re.ASCII | re.IGNORECASE)

Index = QModelIndex | QPersistentModelIndex


class RuleModel(QAbstractListModel):
    """Names of groups and the rules under them."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[str | RuleWords] = ()

    def put(self, entries: Sequence[str | RuleWords]) -> None:
        """These instead."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Lines."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """All that a line says, for the ear and for copying."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        entry = self.entries[index.row()]
        if isinstance(entry, str):
            return section_words(entry)
        return ". ".join(filter(None, (entry.words, entry.clauses, entry.ours)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The name of a group is passed over."""
        if isinstance(self.entries[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class RuleLines(QListView):
    """Read with the arrow keys; `narrow` shows what matches alone."""

    def __init__(self) -> None:
        super().__init__()
        self._every: Sequence[RuleWords] = ()
        self._rules = RuleModel()
        self._rules.setParent(self)
        self.setModel(self._rules)
        self.setItemDelegate(RulePainter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_rules(self, rules: Iterable[RuleWords]) -> None:
        """These, in the current language."""
        self._every = tuple(rules)
        self.narrow("", None)

    def narrow(self, text: str, section: str | None) -> None:
        """Rules of the group that hold every word; a clause is matched as a whole."""
        found = [one for one in self._every if section in (None, one.section)]
        found = [one for one in found if _matches(one, text)]
        entries: list[str | RuleWords] = []
        for key, several in groupby(found, attrgetter("section")):
            entries += [key, *several]
        self._rules.put(entries)
        self.setAccessibleDescription("" if entries else _nothing_words())

    def shown(self) -> list[RuleWords]:
        """Every rule that is shown now."""
        return [one for one in self._rules.entries if isinstance(one, RuleWords)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rules, or that none matches."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(SURFACE))
        if not self._rules.entries:
            painter.setPen(QColor(MUTED))
            place = self.viewport().rect().adjusted(24, 24, -24, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignTop, _nothing_words())
        painter.end()
        super().paintEvent(event)


def _matches(rule: RuleWords, text: str) -> bool:
    said = f"{rule.words} {rule.clauses} {rule.ours} {rule.code}".casefold()
    clauses = set(_CLAUSE.findall(rule.clauses.casefold()))
    return all(
        one in clauses if _CLAUSE.fullmatch(one) else one in said for one in text.casefold().split()
    )


def _nothing_words() -> str:
    return _("No rule matches.")
