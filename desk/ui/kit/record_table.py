"""The list of a register: newest first, paged by key, used with the keyboard alone."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desk.ui.kit.faults import fault_words
from desk.ui.kit.key_table import choose_lines
from desk.ui.kit.record_model import Column, Fetch, Page, RecordModel, Row
from desk.ui.kit.retranslate import Spoken, Words
from desk.ui.kit.row_painter import RowPainter
from desk.ui.kit.theme import MUTED, ROW, SURFACE

__all__ = ["Column", "Page", "RecordTable"]

_TWO_LINES = 56


class RecordTable(Spoken, QTableView, Generic[Row]):
    """A table over `fetch(after)`.

    `record_chosen` carries the row the clerk moved to, `record_opened` the one she pressed Enter
    on or double-clicked. Nothing is read before `reload()`.
    """

    record_chosen = Signal(object)
    record_opened = Signal(object)
    reloaded = Signal()

    def __init__(  # noqa: PLR0913 - each is a decision of the register
        self,
        columns: Sequence[Column[Row]],
        fetch: Fetch[Row],
        row_id: Callable[[Row], Hashable],
        *,
        title: Words,
        empty: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._empty = title, empty
        self._model: RecordModel[Row] = RecordModel(columns, fetch, row_id, self)
        self.setModel(self._model)
        self._painter = RowPainter(self, self._model)
        self.setItemDelegate(self._painter)
        self._set_manners()
        self._set_columns(columns)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.activated.connect(self._row_activated)
        self.entered.connect(self._row_entered)
        self.retranslate()

    def retranslate(self) -> None:
        """Titles, the empty sentence and every cell in the current language."""
        self.setAccessibleName(self._title())
        self._model.titles_changed()
        self._painter.renew_fonts()
        self._say_emptiness()
        self.viewport().update()

    # The rows

    def reload(self) -> None:
        """Read the first page again; the chosen record stays chosen while it is on it."""
        key = self.chosen_id()
        self._model.reload()
        if key is not None:
            self.choose(key)
        self._say_emptiness()
        self.reloaded.emit()

    def refresh_row(self, row: Row) -> None:
        """Show a record as it is now; one that is not in the list yet comes on top."""
        self._model.put(row)
        self._say_emptiness()

    def choose(self, key: Hashable, *, quietly: bool = True) -> bool:
        """Move to the record of that id, if it has been read; quietly tells nobody."""
        number = self._model.position(key)
        if number is None:
            return False
        selection = self.selectionModel()
        former = selection.blockSignals(quietly)
        self.setCurrentIndex(self._model.index(number, 0))
        selection.blockSignals(former)
        self.viewport().update()
        return True

    def forget_choice(self) -> None:
        """No record is chosen."""
        self.selectionModel().clear()
        self.viewport().update()

    def chosen(self) -> Row | None:
        """The chosen row."""
        number = self._chosen_number()
        return None if number is None else self._model.row_at(number)

    def chosen_id(self) -> Hashable | None:
        """The id of the chosen row."""
        number = self._chosen_number()
        return None if number is None else self._model.id_at(number)

    def row_count(self) -> int:
        """Rows read so far."""
        return self._model.rowCount()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the chosen record; the first arrow chooses one; the rest moves as usual."""
        number = self._chosen_number()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if number is not None:
                self.record_opened.emit(self._model.row_at(number))
        elif number is None and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.selectRow(max(0, self.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left: no row is under it."""
        self._painter.hovered = -1
        self.viewport().update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, or the sentence that says what to do first."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(SURFACE))
        painter.end()
        super().paintEvent(event)
        if self._model.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(MUTED))
            place = self.viewport().rect().adjusted(32, 0, -32, -self.viewport().height() // 4)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(place, flags, self._empty_words())
            painter.end()

    # Parts

    def _set_manners(self) -> None:
        choose_lines(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _set_columns(self, columns: Sequence[Column[Row]]) -> None:
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        tall = any(column.note for column in columns)
        rows.setDefaultSectionSize(_TWO_LINES if tall else ROW)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(48)
        for number, column in enumerate(columns):
            mode = header.ResizeMode.Stretch if column.stretch else header.ResizeMode.Interactive
            header.setSectionResizeMode(number, mode)
            self.setColumnWidth(number, column.width)

    def _chosen_number(self) -> int | None:
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else None

    def _selection_changed(self) -> None:
        row = self.chosen()
        if row is not None:
            self.record_chosen.emit(row)

    def _row_activated(self, index: QModelIndex) -> None:
        self.record_opened.emit(self._model.row_at(index.row()))

    def _row_entered(self, index: QModelIndex) -> None:
        if self._painter.hovered != index.row():
            self._painter.hovered = index.row()
            self.viewport().update()

    def _say_emptiness(self) -> None:
        is_empty = self._model.rowCount() == 0
        self.setAccessibleDescription(self._empty_words() if is_empty else "")

    def _empty_words(self) -> str:
        """What went wrong, or what to do first."""
        fault = self._model.fault
        return fault_words(fault) if fault is not None else self._empty()
