"""Draws one rule of a policy: its name, what it lays down, and at the right where that stands."""

from typing import Any, Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.services.policy_name import BETWEEN
from desk.services.policy_words import RuleWords
from desk.ui.kit.theme import ACCENT, ACCENT_GROUND, INK, LINE, MUTED, SMALL, TEXT, sized
from desk.ui.policy.words import section_words

_SOURCE: Final = 190
_SIDE, _GAP, _PAD = 24, 16, 8
_HEAD: Final = 50
_HEADING: Final = 15
_FAR: Final = 100_000
_WRAP: Final = int(
    Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
)
# How much of a rule's words is its own name; the rest lays it down.
_TITLE: Final = {"clocks": 2, "forwards": 2, "callbacks": 2, "switches": 9}


Index = QModelIndex | QPersistentModelIndex


class Text(NamedTuple):
    """A text in its type, and where in the line it stands."""

    words: str
    font: QFont
    ink: str
    place: QRect


class RulePainter(QStyledItemDelegate):
    """Lines are as tall as their words need."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as tall as the words."""
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width()
        entry = _entry(index)
        if isinstance(entry, str):
            return QSize(width, _HEAD)
        bottoms = [text.place.bottom() for text in self._texts(entry, width, view.font())]
        return QSize(width, max(bottoms) + 1 + _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """The name of a group, or a rule."""
        given: Any = option
        place, entry = given.rect, _entry(index)
        painter.save()
        if isinstance(entry, str):
            painter.setFont(sized(given.font, _HEADING, strong=True))
            painter.setPen(QColor(INK))
            head = place.adjusted(_SIDE, 0, -_SIDE, -_PAD)
            painter.drawText(head, Qt.AlignmentFlag.AlignBottom, section_words(entry))
        else:
            self._paint_rule(painter, given, entry)
        painter.restore()

    def _paint_rule(self, painter: QPainter, option: Any, rule: RuleWords) -> None:
        place = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(ACCENT_GROUND))
            painter.fillRect(QRect(place.left(), place.top(), 3, place.height()), QColor(ACCENT))
        painter.fillRect(
            QRect(place.left() + _SIDE, place.top(), place.width() - _SIDE, 1), QColor(LINE)
        )
        for text in self._texts(rule, place.width(), option.font):
            painter.setFont(text.font)
            painter.setPen(QColor(text.ink))
            painter.drawText(text.place.translated(place.topLeft()), _WRAP, text.words)

    def _texts(self, rule: RuleWords, width: int, font: QFont) -> list[Text]:
        parts, own = rule.words.split(BETWEEN), _TITLE.get(rule.section, 1)
        left = width - _SIDE - _GAP - _SOURCE - _GAP
        found: list[Text] = []
        top = _PAD
        for words, type_face, ink in (
            (BETWEEN.join(parts[:own]), sized(font, TEXT, strong=True), INK),
            (BETWEEN.join(parts[own:]), sized(font, TEXT), MUTED),
        ):
            if words:
                place = _room(words, type_face, QRect(_SIDE, top, left, _FAR))
                found.append(Text(words, type_face, ink, place))
                top = place.bottom() + 3
        source = "\n".join(filter(None, (rule.clauses, rule.ours)))
        if source:
            small = sized(font, SMALL)
            at = QRect(_SIDE + left + _GAP, _PAD + 2, _SOURCE, _FAR)
            found.append(Text(source, small, MUTED, _room(source, small, at)))
        return found


def _room(words: str, font: QFont, place: QRect) -> QRect:
    """The part of a place that the words take, over its whole width."""
    needed = QFontMetrics(font).boundingRect(place, _WRAP, words)
    return QRect(place.left(), place.top(), place.width(), needed.height())


def _entry(index: Index) -> str | RuleWords:
    model: Any = index.model()
    entry: str | RuleWords = model.entries[index.row()]
    return entry
