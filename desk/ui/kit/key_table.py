"""The manners of tables: one line at a time is chosen, Tab leaves the table; the heads of a small
one that is judged by keys alone stand at the left."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTableWidget


def choose_lines(table: QTableView) -> None:
    """Whole lines are chosen, one at a time, and nothing is written in them."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)


def set_manners(
    table: QTableWidget, row_height: int, widths: Mapping[int, int], stretched: int
) -> None:
    """Dress a table; `widths` are its columns in pixels, `stretched` has what is left."""
    choose_lines(table)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(row_height)
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionsClickable(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    for column, width in widths.items():
        table.setColumnWidth(column, width)
