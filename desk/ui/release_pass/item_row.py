"""One thing of a pass while it is written down: its cells, on one line or on two."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QToolButton, QWidget

from desk.domain.release_pass import ItemEntry
from desk.i18n import _, pgettext
from desk.ui.kit.icons import icon
from desk.ui.kit.label import plain_label
from desk.ui.kit.limits import HELD
from desk.ui.kit.line_field import Line
from desk.ui.kit.retranslate import Spoken, name
from desk.ui.kit.theme import MUTED
from desk.ui.release_pass.item_lines import read_line

_NUMBER, _COUNT, _COUNTED, _SHUT = 22, 56, 56, 28


class ItemRow(Spoken, QWidget):
    """`edited` says the clerk altered it, `entered` that she wants the next thing, `pasted` carries
    several lines, `removed` asks to take it off the list."""

    edited = Signal()
    entered = Signal()
    pasted = Signal(str)
    removed = Signal()
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id, self._at, self._is_wide = 0, 0, True
        self._number = plain_label(role="muted")
        self.what, self.marks, self.serial = _PasteLine(), Line(), Line()
        self.count, self.counted = Line(), Line()
        self.returnable = QCheckBox()
        self.shut = QToolButton()
        self._build()
        self.retranslate()

    # What it holds

    def entry(self) -> ItemEntry:
        """The thing as it is typed; what cannot be counted counts as none, and is refused."""
        digits = self.count.text().strip()
        return ItemEntry(
            what=self.what.text().strip(),
            quantity=int(digits) if digits.isdecimal() else int(not digits),
            counted=self.counted.text().strip(),
            marks=self.marks.text().strip(),
            serial=self.serial.text().strip(),
            returnable=self.returnable.isChecked(),
            id=self._id,
        )

    def show_entry(self, entry: ItemEntry) -> None:
        """Show a thing."""
        self._id = entry.id
        for line, text in zip(self._lines(), _texts(entry), strict=True):
            line.setText(text)
            line.setCursorPosition(0)
        self.returnable.setChecked(entry.returnable)

    def is_empty(self) -> bool:
        """Whether nothing is typed; what it is counted in says nothing."""
        said = (self.what, self.marks, self.serial)
        return not any(line.text().strip() for line in said)

    # How it stands

    def stand(self, at: int, *, wide: bool) -> None:
        """Its place in the list, from 0, on one line where there is room."""
        self._at = at
        self._number.setText(str(at + 1))
        if wide is not self._is_wide:
            self._is_wide = wide
            self._arrange()
        self.retranslate()

    def set_read_only(self, read_only: bool) -> None:
        """Shown, not to be changed."""
        for line in self._lines():
            line.setReadOnly(read_only)
        self.returnable.setEnabled(not read_only)
        self.shut.setVisible(not read_only)

    def retranslate(self) -> None:
        """Names and what goes where."""
        words = (_what_words(), _count_words(), _counted_words(), _marks_words(), _serial_words())
        told = _("Line {place}: {what}")
        for line, said in zip(self._lines(), words, strict=True):
            line.setPlaceholderText(said)
            line.setAccessibleName(told.format(place=self._at + 1, what=said))
        self.returnable.setText(_("Comes back"))
        place = told.format(place=self._at + 1, what=_("Comes back"))
        self.returnable.setAccessibleName(place)
        name(self.shut, _("Take line {place} off the list").format(place=self._at + 1), "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down lead from thing to thing."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self.moved.emit(step)
                return True
        return super().eventFilter(watched, event)

    # Parts

    def _lines(self) -> Sequence[QLineEdit]:
        return self.what, self.count, self.counted, self.marks, self.serial

    def _build(self) -> None:
        self._number.setFixedWidth(_NUMBER)
        self.count.setFixedWidth(_COUNT)
        self.counted.setFixedWidth(_COUNTED)
        self.shut.setProperty("kind", "icon")
        self.shut.setIcon(icon("close", MUTED, 16))
        self.shut.setFixedSize(_SHUT, _SHUT)
        self.shut.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.shut.clicked.connect(self.removed)
        for line in self._lines():
            line.setMaxLength(HELD)
            line.textEdited.connect(self._was_edited)
            line.returnPressed.connect(self._was_entered)
            line.installEventFilter(self)
        self.what.several.connect(self.pasted)
        self.returnable.toggled.connect(self._was_edited)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._arrange()

    def _arrange(self) -> None:
        """The order of the keyboard is the same on one line and on two."""
        grid, wide = self._grid, self._is_wide
        grid.addWidget(self._number, 0, 0)
        grid.addWidget(self.what, 0, 1, 1, 1 if wide else 2)
        grid.addWidget(self.count, 0, 2 if wide else 3)
        grid.addWidget(self.counted, 0, 3 if wide else 4)
        grid.addWidget(self.marks, 0 if wide else 1, 4 if wide else 1)
        grid.addWidget(self.serial, 0 if wide else 1, 5 if wide else 2)
        grid.addWidget(self.returnable, 0 if wide else 1, 6 if wide else 3, 1, 1 if wide else 2)
        grid.addWidget(self.shut, 0, 7 if wide else 5)
        for column in range(8):
            stretch = {1: 3, 4: 2, 5: 2} if wide else {1: 1, 2: 1}
            grid.setColumnStretch(column, stretch.get(column, 0))

    def _was_edited(self, _said: object = None) -> None:
        self.edited.emit()

    def _was_entered(self) -> None:
        """`沙發 x2` is read as two of it, where nothing else was counted."""
        if self.sender() is self.what and self.count.text().strip() in ("", "1"):
            read = read_line(self.what.text())
            if read.quantity != 1 or read.counted:
                self.what.setText(read.what)
                self.count.setText(str(read.quantity))
                self.counted.setText(read.counted or self.counted.text())
        self.entered.emit()


class _PasteLine(Line):
    """`several` carries what was pasted where it has more than one line or cell."""

    several = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Several lines make several things."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._takes(
            QGuiApplication.clipboard().mimeData()
        ):
            event.accept()
            return
        super().keyPressEvent(event)

    def _takes(self, data: QMimeData | None) -> bool:
        text = "" if data is None else data.text()
        if len(text.strip().splitlines()) < 2 and "\t" not in text.strip():
            return False
        self.several.emit(text)
        return True


def _texts(entry: ItemEntry) -> tuple[str, ...]:
    count = str(entry.quantity) if entry.what or entry.id else ""
    return entry.what, count, entry.counted, entry.marks, entry.serial


def _what_words() -> str:
    return pgettext("release", "What it is")


def _count_words() -> str:
    return pgettext("release", "Count")


def _counted_words() -> str:
    return pgettext("release", "Counted in")


def _marks_words() -> str:
    return pgettext("release", "Marks")


def _serial_words() -> str:
    return pgettext("release", "Serial number")
