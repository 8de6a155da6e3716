"""A register as a workbook: any number of rows in constant memory, written whole or not at all.

XlsxWriter is loaded late, here and at the spreadsheet door. Texts are put down as texts, so that
none becomes a formula; moments are real dates by the estate's clock, or words where it counts 民國
years, which no spreadsheet knows.
"""

import datetime as dt
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk.errors import EnvironmentFault
from desk.estate_format import EstateFormat
from desk.services.files import refuse_place, writing_fault
from desk.services.spreadsheet import CELL_CHARACTERS, SHEET_ROWS

Cell = str | dt.datetime | None
Rows = Iterable[Sequence[Sequence[Cell]]]


@dataclass(frozen=True)
class Heading:
    """One column: its words and its width in characters."""

    words: str
    width: int


@dataclass(frozen=True)
class Table:
    """What is written: `title` names the sheets, `rows` come in handfuls as they are read."""

    title: str
    headings: Sequence[Heading]
    rows: Rows
    custom: EstateFormat


def write(
    path: Path,
    table: Table,
    progress: Callable[[int], None],
    before_it_stands: Callable[[int], None],
) -> int:
    """Write the workbook and give the number of its rows.

    `progress` hears the rows written so far; `before_it_stands` runs when the file is whole and
    about to take its name: what either raises leaves no file behind. Faults say what is wrong
    with the folder or the disk.
    """
    if path.suffix.lower() != ".xlsx":
        raise EnvironmentFault("spreadsheet.suffix")
    refuse_place(path)
    try:
        with tempfile.TemporaryDirectory(prefix=".export-", dir=path.parent) as folder:
            part = Path(folder) / "part.xlsx"
            count = _write_part(part, table, progress)
            _make_durable(part)
            before_it_stands(count)
            part.replace(path)
            return count
    except OSError as fault:
        raise writing_fault(fault) from None


def _write_part(part: Path, table: Table, progress: Callable[[int], None]) -> int:
    import xlsxwriter  # noqa: PLC0415 - loaded late
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415 - loaded late

    book = xlsxwriter.Workbook(str(part), {"constant_memory": True, "tmpdir": str(part.parent)})
    sheets = _Sheets(book, table)
    try:
        for rows in table.rows:
            for row in rows:
                sheets.put(row)
            progress(sheets.count)
        book.close()
    except FileCreateError as error:
        raise error.args[0] from None
    finally:
        for sheet in book.worksheets():
            sheet.row_data_fh.close()
    return sheets.count


def _make_durable(part: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())


class _Sheets:
    """One sheet after the other, each with the headings, each filled to its last row."""

    def __init__(self, book: Any, table: Table) -> None:
        self.count = 0
        self._book, self._table = book, table
        self._sheets = 0
        self._head = book.add_format({"bold": True, "bottom": 1, "valign": "vcenter"})
        self._text = book.add_format({"num_format": "@", "valign": "top"})
        pattern = "dd/mm/yyyy hh:mm" if table.custom.region == "HK" else "yyyy/mm/dd hh:mm"
        self._moment = book.add_format({"num_format": pattern, "valign": "top", "align": "left"})
        self._begin_sheet()

    def put(self, row: Sequence[Cell]) -> None:
        """Write the next row."""
        if self._row == SHEET_ROWS:
            self._begin_sheet()
        for column, cell in enumerate(row):
            self._put_cell(column, cell)
        self._row += 1
        self.count += 1

    def _begin_sheet(self) -> None:
        self._sheets += 1
        number = f" {self._sheets}" if self._sheets > 1 else ""
        self._sheet = self._book.add_worksheet(f"{self._table.title[:28]}{number}")
        for column, heading in enumerate(self._table.headings):
            self._sheet.set_column(column, column, heading.width)
        self._sheet.freeze_panes(1, 0)
        for column, heading in enumerate(self._table.headings):
            self._sheet.write_string(0, column, heading.words, self._head)
        self._row = 1

    def _put_cell(self, column: int, cell: Cell) -> None:
        if isinstance(cell, dt.datetime):
            if self._table.custom.calendar == "roc":
                cell = self._table.custom.datetime(cell)
            else:
                local = self._table.custom.local(cell).replace(tzinfo=None, microsecond=0)
                self._sheet.write_datetime(self._row, column, local, self._moment)
                return
        if cell:
            self._sheet.write_string(self._row, column, cell[:CELL_CHARACTERS], self._text)
