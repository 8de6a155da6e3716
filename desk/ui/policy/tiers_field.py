"""Shares by how many orders a month has: a line a tier, from, to, percent (R108, K9)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.domain.service_order_rule import CallbackTier
from desk.i18n import _
from desk.ui.kit.field import Field
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel
from desk.ui.kit.number_field import NumberField

MOST_TIERS = 8

_FIGURES = 6


class TierLine(QWidget):
    """One tier; nothing behind “to” is “and more”. `gone` asks to take it away."""

    changed = Signal()
    entered = Signal()
    gone = Signal()

    def __init__(self, tier: CallbackTier, parent: QWidget) -> None:
        super().__init__(parent)
        self._tier = tier
        self.least, self.most, self.share = (NumberField(_FIGURES) for _number in range(3))
        self.least.set_value(tier.least)
        self.most.set_value(tier.most)
        self.share.set_value(tier.share)
        self.out_button = KeyButton(_out_words, kind="quiet", sign="close", icon_only=True)
        self.out_button.clicked.connect(self.gone)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for field, words in (
            (self.least, _least_words),
            (self.most, _most_words),
            (self.share, _share_words),
        ):
            field.set_label(words)
            field.changed.connect(self.changed)
            field.entered.connect(self.entered)
            line.addWidget(WordLabel(words, "small"))
            line.addWidget(field, 1)
        line.addWidget(self.out_button)

    def tier(self) -> CallbackTier:
        """What is typed; our reading stays marked while the tier stays as it was."""
        most = self.most.value() if self.most.draft() else None
        typed = CallbackTier(self.least.value(), most, self.share.value(), self._tier.ours)
        return typed if typed == self._tier else CallbackTier(typed.least, most, typed.share)


class TiersField(Field):
    """The value is a tuple of tiers in their order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[TierLine] = []
        self.add_button = KeyButton(_add_words, kind="quiet", sign="new")
        self.add_button.clicked.connect(self._add)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._adopt(self.add_button)
        self.retranslate()

    def say_name(self) -> None:
        """The button keeps its own words; what it adds to is said behind them."""
        if self._label is not None:
            self.add_button.setAccessibleDescription(self._label())

    def value(self) -> tuple[CallbackTier, ...]:
        """What is typed."""
        return tuple(line.tier() for line in self.lines)

    def set_value(self, value: Any) -> None:
        """Show tiers."""
        tiers: Sequence[CallbackTier] = value or ()
        while self.lines:
            self._drop(self.lines[-1])
        for tier in tiers:
            self._put(tier)
        self._fit()

    def _put(self, tier: CallbackTier) -> TierLine:
        line = TierLine(tier, self)
        line.changed.connect(self.changed)
        line.entered.connect(self.entered)
        line.gone.connect(self._gone)
        self._box.insertWidget(len(self.lines), line)
        self.lines.append(line)
        return line

    def _add(self) -> None:
        last = self.lines[-1].tier() if self.lines else None
        least = 0 if last is None else (last.most or last.least) + 1
        line = self._put(CallbackTier(least, None, 0 if last is None else last.share))
        self._fit()
        line.least.setFocus()
        self.changed.emit()

    def _gone(self) -> None:
        line = self.sender()
        if isinstance(line, TierLine):
            self._drop(line)
            self._fit()
            self.add_button.setFocus()
            self.changed.emit()

    def _drop(self, line: TierLine) -> None:
        self.lines.remove(line)
        self._box.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _fit(self) -> None:
        self.add_button.setVisible(len(self.lines) < MOST_TIERS)


def _least_words() -> str:
    return _("From")


def _most_words() -> str:
    return _("to")


def _share_words() -> str:
    return _("Percent")


def _out_words() -> str:
    return _("Take this tier away")


def _add_words() -> str:
    return _("Add a tier")
