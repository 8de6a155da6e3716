"""Tables from and to xlsx and csv files. The one door to calamine and XlsxWriter, loaded late.

Reading answers with plain cells; writing puts strings down as strings, so that no text becomes a
formula and no number of an identity paper becomes 4.4E+17.
"""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from desk.errors import EnvironmentFault
from desk.services import csv_text, files, zip_guard

FILE_LIMIT = 20 * 1024 * 1024
SHEET_ROWS = 1_048_576
CELL_CHARACTERS = 32_767
OFFERED_ROWS = 20_000
SUFFIXES = (".xlsx", ".csv")

Cell = str | int | float | bool | Decimal | dt.date | dt.time | dt.timedelta | None
Table = list[list[Cell]]

_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
_FIGURES = re.compile(r"[+\-]?[\d ().\-]+")
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Page:
    """One table to be written: its name, headings, rows, widths in characters.

    Every column is a column of text, so that figures typed below the table stay as typed;
    `choices` offers words for some columns, counted from 0.
    """

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Cell]] = ()
    widths: Sequence[int] = ()
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)


def read(path: Path, recognised: csv_text.Recognised, prefer_big5: bool) -> list[Table]:
    """Every table of the file, in its order; a csv file is one table.

    What the file is, is told by its content: a workbook named .csv is read as a workbook.
    """
    suffix(path)
    content = files.read_bounded(path, FILE_LIMIT)
    if not content.strip():
        raise EnvironmentFault("spreadsheet.empty")
    if content.startswith((_ZIP, _OLE)) or path.suffix.lower() == ".xlsx":
        zip_guard.inspect(content)
        return _workbook(content)
    rows = csv_text.rows(content, recognised, prefer_big5)
    if len(rows) > zip_guard.ROW_LIMIT:
        raise EnvironmentFault("spreadsheet.too_many_rows", limit=zip_guard.ROW_LIMIT)
    return [[[_unescaped(cell) for cell in row] for row in rows]]


def write(path: Path, *pages: Page) -> None:
    """Write the pages as a workbook, or the first of them as csv, by the suffix; whole or not."""
    with written_after(path, *pages):
        pass


@contextmanager
def written_after(path: Path, *pages: Page) -> Iterator[None]:
    """The same, but the file takes its name only when the block has ended well."""
    make = _workbook_bytes if suffix(path) == ".xlsx" else _csv_bytes
    with files.written_after(path, make(pages)):
        yield


def suffix(path: Path) -> str:
    """.xlsx or .csv; any other name is refused."""
    ending = path.suffix.lower()
    if ending not in SUFFIXES:
        raise EnvironmentFault("spreadsheet.suffix")
    return ending


def _workbook(content: bytes) -> list[Table]:
    import python_calamine as calamine  # noqa: PLC0415 - loaded late, here only

    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheets = [
                one.name
                for one in book.sheets_metadata
                if one.typ == calamine.SheetTypeEnum.WorkSheet
                and one.visible == calamine.SheetVisibleEnum.Visible
            ]
            return [book.get_sheet_by_name(name).to_python(False) for name in sheets]  # type: ignore[misc]
    except calamine.PasswordError:
        raise EnvironmentFault("spreadsheet.protected") from None
    except (calamine.CalamineError, OSError, ValueError):
        raise EnvironmentFault("spreadsheet.damaged") from None
    except BaseException as panic:
        if type(panic).__name__ != "PanicException":
            raise
        raise EnvironmentFault("spreadsheet.damaged") from None


def _workbook_bytes(pages: Sequence[Page]) -> bytes:
    import xlsxwriter  # noqa: PLC0415 - loaded late, here only

    into = io.BytesIO()
    with xlsxwriter.Workbook(into, {"in_memory": True}) as book:
        formats = {
            "head": book.add_format({"bold": True, "bottom": 1, "num_format": "@"}),
            "text": book.add_format({"num_format": "@"}),
            "date": book.add_format({"num_format": "yyyy-mm-dd"}),
            "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
        }
        for page in pages:
            _write_sheet(book.add_worksheet(page.title[:31]), page, formats)
    return into.getvalue()


def _write_sheet(sheet: Any, page: Page, formats: dict[str, Any]) -> None:
    for column, heading in enumerate(page.headings):
        sheet.write_string(0, column, heading, formats["head"])
        width = page.widths[column] if column < len(page.widths) else 16
        sheet.set_column(column, column, width, formats["text"])
    for column, words in page.choices.items():
        offer = {"validate": "list", "source": list(words), "error_type": "information"}
        sheet.data_validation(1, column, OFFERED_ROWS, column, offer)
    sheet.freeze_panes(1, 0)
    for row, cells in enumerate(page.rows, start=1):
        if row >= SHEET_ROWS:
            raise EnvironmentFault("spreadsheet.too_many_rows", limit=SHEET_ROWS - 1)
        for column, cell in enumerate(cells):
            _write_cell(sheet, row, column, cell, formats)


def _write_cell(sheet: Any, row: int, column: int, cell: Cell, formats: dict[str, Any]) -> None:
    match cell:
        case None | "":
            return
        case str():
            sheet.write_string(row, column, cell[:CELL_CHARACTERS], formats["text"])
        case bool():
            sheet.write_boolean(row, column, cell)
        case dt.datetime():
            sheet.write_datetime(row, column, cell.replace(tzinfo=None), formats["moment"])
        case dt.date():
            sheet.write_datetime(row, column, cell, formats["date"])
        case int() | float() | Decimal():
            sheet.write_number(row, column, cell)
        case _:
            sheet.write_string(row, column, str(cell), formats["text"])


def _csv_bytes(pages: Sequence[Page]) -> bytes:
    into = io.StringIO(newline="")
    writer = csv.writer(into, lineterminator="\r\n")
    writer.writerow(pages[0].headings)
    writer.writerows([_as_text(cell) for cell in cells] for cells in pages[0].rows)
    return into.getvalue().encode("utf-8-sig")


def _as_text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return _escaped(cell)
        case dt.datetime():
            return cell.strftime("%Y-%m-%d %H:%M")
        case dt.date():
            return cell.isoformat()
        case _:
            return str(cell)


def _escaped(text: str) -> str:
    """An apostrophe before what a spreadsheet would run as a formula; plain figures stay."""
    risky = text.startswith(("=", "+", "-", "@", "\t", "\r")) and not _FIGURES.fullmatch(text)
    return f"'{text}" if risky or _ESCAPED.match(text) else text


def _unescaped(text: str) -> str:
    return text[1:] if _ESCAPED.match(text) else text
