"""The place beside a list where a record opens: one record at a time, closed with Esc."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.icons import icon
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.retranslate import Spoken, name
from desk.ui.kit.theme import MUTED

_SHUT = 32
_CORNER = 14


class SidePanel(Spoken, QFrame):
    """Holds one widget; a form in it is asked before it is replaced."""

    closed = Signal()
    set_aside = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setMinimumWidth(360)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self.keeps_aside = False
        self._shut = self._make_button("close")
        self._shut.clicked.connect(self.close_content)
        self._aside = self._make_button("park")
        self._aside.clicked.connect(self.put_aside)
        later = QShortcut(QKeySequence(Qt.Key.Key_F9), self)
        later.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        later.activated.connect(self.put_aside)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.close_content)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """The buttons' names."""
        name(self._shut, _("Close the record"), _("Close the record") + "  Esc")
        name(self._aside, _("Set aside"), _("Set aside, to go on later") + "  F9")

    def content(self) -> QWidget | None:
        """What is open."""
        return self._content

    def put_aside(self) -> None:
        """Let a form with changes wait, F9; what has nothing to lose is closed."""
        if not self.keeps_aside or not _has_changes(self._content):
            self.close_content()
            return
        form = self.take_content()
        self.closed.emit()
        self.set_aside.emit(form)

    def may_replace(self) -> bool:
        """Whether what is open may go; a form with changes asks."""
        return not isinstance(self._content, RecordForm) or self._content.may_leave()

    def show_content(self, widget: QWidget) -> bool:
        """Open a widget in place of the other; False where the clerk kept the other."""
        if self.keeps_aside and _has_changes(self._content):
            self.set_aside.emit(self.take_content())
        elif not self.may_replace():
            widget.deleteLater()
            return False
        self.drop_content()
        self._content = widget
        self._box.addWidget(widget)
        if isinstance(widget, RecordForm):
            widget.back_wanted.connect(self.close_content)
        widget.show()
        self.show()
        self._shut.raise_()
        self._aside.raise_()
        self._aside.setVisible(self.keeps_aside and isinstance(widget, RecordForm))
        return True

    def close_content(self) -> bool:
        """Close what is open, if it may go."""
        if not self.may_replace():
            return False
        self.drop_content()
        self.hide()
        self.closed.emit()
        return True

    def take_content(self) -> QWidget | None:
        """Give up what is open without closing it: it waits elsewhere from now on."""
        widget, self._content = self._content, None
        if widget is not None:
            self._box.removeWidget(widget)
            widget.hide()
            widget.setParent(None)
        self.hide()
        return widget

    def drop_content(self) -> None:
        """Free what is open without asking."""
        if self._content is not None:
            self._box.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
            self._content = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The close button stays in the corner."""
        super().resizeEvent(event)
        self._shut.move(self.width() - _SHUT - _CORNER, _CORNER)
        self._aside.move(self.width() - 2 * _SHUT - _CORNER, _CORNER)

    def _make_button(self, sign: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "icon")
        button.setIcon(icon(sign, MUTED, 18))
        button.resize(_SHUT, _SHUT)
        return button


def _has_changes(widget: QWidget | None) -> bool:
    return isinstance(widget, RecordForm) and widget.is_dirty()
