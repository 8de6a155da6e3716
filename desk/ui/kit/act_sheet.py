"""All deeds of a record on one sheet, under their groups; what is shut says why."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.act import Act, ActGroup, Groups
from desk.ui.kit.elided_label import ElidedLabel
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label

_WIDTH = 248
_INDENT = 11
_AWAY = 6


class ActSheet(QFrame):
    """Stands above its button until a deed is chosen; Esc or a click elsewhere closes it.

    `act_wanted` carries the deed. It is made anew each time and freed when it closes. Where there
    are many deeds it is `brief`: if it is too high for the window, why one is shut stands in one
    line, and whole in its tooltip.
    """

    act_wanted = Signal(object)

    def __init__(
        self,
        columns: Groups,
        acts: Sequence[Act],
        record: Any,
        parent: QWidget,
        *,
        brief: bool = False,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "results")
        self.setAccessibleName(_("All deeds"))
        self._record = record
        self._brief = brief
        self._lines: dict[str, KeyButton] = {}
        self._reasons: list[tuple[QVBoxLayout, QLabel]] = []
        box = self._box = QHBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 10)
        box.setSpacing(8)
        for groups in columns:
            there = [act for group in groups for act in acts if act.group == group.code]
            if there:
                box.addWidget(self._make_column(groups, there))

    def line(self, code: str) -> KeyButton:
        """The button of a deed; KeyError for one that does not belong to the record."""
        return self._lines[code]

    def codes(self) -> list[str]:
        """The deeds on the sheet, in the order of the keyboard."""
        return list(self._lines)

    def stand_above(self, button: QWidget) -> None:
        """Show it over the window, its foot at the button, whole."""
        window = button.window()
        corner = button.mapTo(window, QPoint(0, 0))
        size = self._whole()
        if self._brief and size.height() > corner.y() - 2 * _AWAY:
            self._shorten()
            size = self._whole()
        self.resize(size)
        left = min(corner.x(), window.width() - self.width() - _AWAY)
        top = max(_AWAY, corner.y() - self.height() - _AWAY)
        self.move(window.mapToGlobal(QPoint(max(_AWAY, left), top)))
        self.show()
        first = next((line for line in self._lines.values() if line.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _make_column(self, groups: Sequence[ActGroup], acts: Sequence[Act]) -> QWidget:
        column = QWidget()
        column.setFixedWidth(_WIDTH)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for group in groups:
            of_group = [act for act in acts if act.group == group.code]
            if of_group:
                title = plain_label(group.words(), "small")
                title.setContentsMargins(_INDENT, 8, 0, 2)
                box.addWidget(title)
            for act in of_group:
                self._add(box, act)
        box.addStretch()
        return column

    def _add(self, box: QVBoxLayout, act: Act) -> None:
        why = act.shut(self._record)
        line = self._lines[act.code] = _Line(act.words, kind="aside")
        line.shut(why)
        line.clicked.connect(partial(self._chosen, act))
        box.addWidget(line)
        if why:
            said = _wrapped(why)
            self._reasons.append((box, said))
            box.addWidget(said)

    def _whole(self) -> QSize:
        """How large it is with every word: Qt itself stops at two thirds of the screen."""
        size = self.sizeHint()
        if self._box.hasHeightForWidth():
            size.setHeight(self._box.totalHeightForWidth(size.width()))
        return size

    def _shorten(self) -> None:
        """Every reason in one line."""
        for column, whole in self._reasons:
            column.replaceWidget(whole, _cut(whole.text()))
            whole.hide()
            whole.deleteLater()
        self._reasons.clear()

    def _chosen(self, act: Act, _checked: bool = False) -> None:
        self.close()
        self.act_wanted.emit(act)


class _Line(KeyButton):
    """Enter chooses, as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a click."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def _cut(why: str) -> QLabel:
    said = ElidedLabel("small")
    said.show_words(why.replace("\n", " "))
    said.setContentsMargins(_INDENT, 0, 4, 4)
    return said


def _wrapped(why: str) -> QLabel:
    said = plain_label(why, "small")
    said.setWordWrap(True)
    said.setContentsMargins(_INDENT, 0, 4, 4)
    return said
