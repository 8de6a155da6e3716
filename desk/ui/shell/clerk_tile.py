"""Who is at the desk, and what she can do about it: switch, lock, language, sign out."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desk.i18n import LANGUAGES, _, language
from desk.ui.kit.icons import icon
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.theme import ACCENT_DEEP, ACCENT_GROUND, INK, MUTED, SMALL, sized
from desk.ui.shell.clerk import Clerk
from desk.wording import label

_DISC = 30


class ClerkTile(Spoken, QToolButton):
    """Name and role; a click opens the menu."""

    switch_wanted = Signal()
    lock_wanted = Signal()
    sign_out_wanted = Signal()
    language_wanted = Signal(str)

    def __init__(self, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clerk, self._is_slim = clerk, False
        self.setProperty("kind", "tile")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._switch = self._add("switch", self.switch_wanted)
        self._lock = self._add("lock", self.lock_wanted)
        self._languages = self._add_languages()
        self._menu.addSeparator()
        self._leave = self._add("sign_out", self.sign_out_wanted)
        self.setMenu(self._menu)
        self.retranslate()

    def retranslate(self) -> None:
        """The menu and the spoken name."""
        self._switch.setText(_("Switch clerk"))
        self._lock.setText(_("Lock") + "\tCtrl+L")
        self._leave.setText(_("Sign out"))
        self._languages.setTitle(_("Language"))
        for action in self._languages.actions():
            action.setChecked(action.data() == language())
        words = f"{self._clerk.name}, {self._role()}"
        self.setAccessibleName(_("At the desk: {clerk}").format(clerk=words))
        self.updateGeometry()
        self.update()

    def show_clerk(self, clerk: Clerk) -> None:
        """Another clerk is at the desk."""
        self._clerk = clerk
        self.retranslate()

    def set_slim(self, slim: bool) -> None:
        """The disc alone."""
        if slim != self._is_slim:
            self._is_slim = slim
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the disc, the name and the role."""
        if self._is_slim:
            return QSize(_DISC + 12, 40)
        return QSize(_DISC + 10 + min(160, self._words_width()) + 12, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A disc with the first character, the name, the role under it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            self._paint_frame(painter)
        disc = QRect(6, (self.height() - _DISC) // 2, _DISC, _DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ACCENT_GROUND))
        painter.drawEllipse(disc)
        painter.setPen(QColor(ACCENT_DEEP))
        painter.setFont(sized(self.font(), 14, strong=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._clerk.name[:1].upper())
        if not self._is_slim:
            self._paint_words(painter, disc.right() + 9)
        painter.end()

    def _paint_words(self, painter: QPainter, left: int) -> None:
        middle = self.height() // 2
        room = self.width() - left - 4
        self._write(painter, QRect(left, middle - 18, room, 18), self._clerk.name, INK)
        self._write(painter, QRect(left, middle, room, 17), self._role(), MUTED, SMALL)

    def _paint_frame(self, painter: QPainter) -> None:
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#eef0f4"))
            painter.drawRoundedRect(self.rect(), 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(QColor(ACCENT_DEEP))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 7, 7)

    def _write(self, painter: QPainter, place: QRect, words: str, ink: str, size: int = 13) -> None:
        font = sized(self.font(), size)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _words_width(self) -> int:
        name = QFontMetrics(sized(self.font(), 13)).horizontalAdvance(self._clerk.name)
        role = QFontMetrics(sized(self.font(), SMALL)).horizontalAdvance(self._role())
        return max(name, role) + 2

    def _role(self) -> str:
        return label("role", self._clerk.role)

    def _add(self, sign: str, wanted: object) -> QAction:
        action = QAction(icon(sign, MUTED), "", self)
        action.triggered.connect(wanted)
        self._menu.addAction(action)
        return action

    def _add_languages(self) -> QMenu:
        menu = self._menu.addMenu(icon("language", MUTED), "")
        group = QActionGroup(menu)
        for code in LANGUAGES:
            action = QAction(label("language", code), menu)
            action.setCheckable(True)
            action.setData(code)
            group.addAction(action)
            menu.addAction(action)
        menu.triggered.connect(self._language_picked)
        return menu

    def _language_picked(self, action: QAction) -> None:
        self.language_wanted.emit(str(action.data()))
