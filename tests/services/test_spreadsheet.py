"""Tables from and to files: what is read soundly, and what is refused with a sentence."""

import io
import os
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from desk.domain.household_sheet import Words
from desk.errors import EnvironmentFault
from desk.services import files, spreadsheet, zip_guard
from desk.services.spreadsheet import Page
from desk.wording import SENTENCES

WORDS = Words.known()
TRADITIONAL = "座別,樓層,室號,姓名,備註\r\nA,12,B,陳大文,養狗\r\nA,13,B,李小明,\r\n"
SIMPLIFIED = "楼栋,单元,室号,姓名,备注\r\n3,2,1201,陈大文,养狗\r\n3,2,1202,李小明,\r\n"
ENGLISH = "Block,Floor,Flat,Name,Note\r\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"


def _read(path: Path, *, big5: bool = True) -> list[spreadsheet.Table]:
    return spreadsheet.read(path, WORDS.recognised, big5)


def _file(folder: Path, content: bytes, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _refusal(path: Path) -> EnvironmentFault:
    with pytest.raises(EnvironmentFault) as refused:
        _read(path)
    assert refused.value.code in SENTENCES
    return refused.value


def _workbook(*sheets: Sequence[Sequence[object]]) -> bytes:
    into = io.BytesIO()
    with xlsxwriter.Workbook(into, {"in_memory": True}) as book:
        for cells in sheets:
            sheet = book.add_worksheet()
            for row, line in enumerate(cells):
                sheet.write_row(row, 0, line)
    return into.getvalue()


def _repacked(content: bytes, changed: dict[str, bytes]) -> bytes:
    into = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in {*old.namelist(), *changed}:
            new.writestr(name, changed.get(name) or old.read(name))
    return into.getvalue()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "utf-8-sig"),
        (TRADITIONAL, "utf-16"),
        (TRADITIONAL, "utf-16-le"),
        (TRADITIONAL, "utf-16-be"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "cp950"),
        (TRADITIONAL, "gb18030"),
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED, "utf-16"),
        (ENGLISH + "A,12,B,陳大文,養狗派件請先致電\r\n", "big5"),
        (ENGLISH + "A,12,B,陈大文,养狗派件请先致电\r\n", "gb18030"),
        (ENGLISH + "A,12,B,陳大文,養狗\r\n", "utf-8"),
        (TRADITIONAL.replace("陳大文", "陳𠮷文"), "utf-8"),
        (SIMPLIFIED.replace("陈大文", "陈𠮷文"), "gb18030"),
        (TRADITIONAL.replace("陳大文", "陳喆文"), "big5hkscs"),
        (TRADITIONAL.replace(",", "\t"), "utf-16"),
        (TRADITIONAL.replace(",", ";"), "utf-8"),
        (TRADITIONAL.replace("\r\n", "\n"), "utf-8"),
    ],
)
@pytest.mark.parametrize("big5", [True, False])
def test_csv_is_read_in_whatever_it_was_written(
    tmp_path: Path, text: str, encoding: str, big5: bool
) -> None:
    (table,) = _read(_file(tmp_path, text.encode(encoding)), big5=big5)
    told = text.replace("\t", ",").replace(";", ",").split()
    assert [",".join(map(str, row)) for row in table] == told


def test_a_field_may_hold_lines_commas_and_quotation_marks(tmp_path: Path) -> None:
    (table,) = _read(_file(tmp_path, '姓名,備註\n陳,"一,二\n三""四"""\n'.encode()))
    assert table[1] == ["陳", '一,二\n三"四"']


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (TRADITIONAL.encode()[:-10], "spreadsheet.cut_line", 3),
        (TRADITIONAL.encode()[:-9], "spreadsheet.cut_line", 3),
        (TRADITIONAL.encode("utf-16")[:-1], "spreadsheet.cut_line", 3),
        (TRADITIONAL.replace(",\r\n", "").encode(), "spreadsheet.cut_line", 3),
        (TRADITIONAL.replace("養狗", '"養狗').encode(), "spreadsheet.cut_line", 3),
        (TRADITIONAL.replace("養狗", '"養"狗').encode(), "spreadsheet.csv_line", 2),
        (TRADITIONAL.encode("big5") + b"\xff\xff,x\r\n", "spreadsheet.encoding", 4),
        (TRADITIONAL.encode() + b"\xff\xff,x\r\n", "spreadsheet.encoding", 4),
        (SIMPLIFIED.encode("gb18030")[:-14] + b"\xff\xff\xff\xff\r\n", "spreadsheet.encoding", 3),
    ],
)
def test_a_cut_or_garbled_csv_is_refused_with_its_line(
    tmp_path: Path, content: bytes, code: str, line: int
) -> None:
    refused = _refusal(_file(tmp_path, content))
    assert (refused.code, refused.parameters.get("line")) == (code, line)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"x", "spreadsheet.suffix"),
        ("a.csv", b"", "spreadsheet.empty"),
        ("a.xlsx", b"  \n", "spreadsheet.empty"),
        ("a.xlsx", b"Name,Flat\n", "spreadsheet.not_a_workbook"),
        ("a.xlsx", b"%PDF-1.7", "spreadsheet.not_a_workbook"),
        ("a.xlsx", _workbook([["Name"]])[:-400], "spreadsheet.cut"),
        ("a.xlsx", OLE + bytes(999), "spreadsheet.old_workbook"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "spreadsheet.protected"),
        ("a.xlsx", _repacked(_workbook([["x"]]), {SHEET: b"<w"}), "spreadsheet.damaged"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    assert _refusal(_file(tmp_path, content, name)).code == code


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "none.csv").code == "file.missing"
    (tmp_path / "folder.csv").mkdir()
    assert _refusal(tmp_path / "folder.csv").code == "file.is_folder"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(EnvironmentFault, match=r"file\.special"):
        _read(tmp_path / "pipe.csv")


def test_a_file_that_is_too_big_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "FILE_LIMIT", 1024**2)
    assert _refusal(_file(tmp_path, b"x" * (1024**2 + 1))).code == "file.too_big"


def test_a_zip_bomb_is_not_opened(tmp_path: Path) -> None:
    bomb = _repacked(_workbook([["Name"]]), {SHEET: bytes(143 * 1024**2)})
    assert len(bomb) < 200_000
    assert _refusal(_file(tmp_path, bomb, "a.xlsx")).code == "spreadsheet.too_large"


def test_a_zip_bomb_that_lies_about_its_size_is_not_opened(tmp_path: Path) -> None:
    whole = bytes(143 * 1024**2)
    bomb = _repacked(_workbook([["Name"]]), {SHEET: whole})
    lied = bomb.replace(len(whole).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lied != bomb
    assert _refusal(_file(tmp_path, lied, "a.xlsx")).code == "spreadsheet.too_large"


@pytest.mark.parametrize("cell", ["XFD99999999", "XFD1048576", "A1048576", "XFD2000"])
def test_a_cell_far_out_is_not_laid_out(tmp_path: Path, cell: str) -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f'<row><c r="A1"><v>1</v></c><c r="{cell}"><v>1</v></c></row></sheetData></worksheet>'
    )
    content = _repacked(_workbook([["x"]]), {SHEET: sheet.encode()})
    assert _refusal(_file(tmp_path, content, "a.xlsx")).code == "spreadsheet.too_many_rows"


def test_a_far_cell_is_found_under_whatever_name_the_sheet_lies(tmp_path: Path) -> None:
    content = _workbook([["x"]])
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheet = book.read(SHEET).replace(b'r="A1"', b'r="XFD99999999"')
        rels = book.read("xl/_rels/workbook.xml.rels").replace(b"worksheets/sheet1", b"other")
    moved = _repacked(content, {"xl/other.xml": sheet, "xl/_rels/workbook.xml.rels": rels})
    assert _refusal(_file(tmp_path, moved, "a.xlsx")).code == "spreadsheet.too_many_rows"


def test_rows_and_cells_that_name_no_place_are_counted(tmp_path: Path) -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f"<row>{'<c/>' * 2_000}</row>{'<row/>' * 2_000}<row><c><v>1</v></c></row>"
        "</sheetData></worksheet>"
    )
    content = _repacked(_workbook([["x"]]), {SHEET: sheet.encode()})
    assert _refusal(_file(tmp_path, content, "a.xlsx")).code == "spreadsheet.too_many_rows"


@pytest.mark.parametrize("name", ["xl/workbook.bin", "content.xml"])
def test_a_workbook_that_is_another_one_too_is_refused(tmp_path: Path, name: str) -> None:
    content = _repacked(_workbook([["x"]]), {name: b"<x/>"})
    assert _refusal(_file(tmp_path, content, "a.xlsx")).code == "spreadsheet.not_a_workbook"


def test_one_long_text_named_by_every_cell_is_not_written_out(tmp_path: Path) -> None:
    content = _workbook([["x" * 30_000] * 100] * 100)
    assert len(content) < 200_000
    assert _refusal(_file(tmp_path, content, "a.xlsx")).code == "spreadsheet.too_large"


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_guard, "ROW_LIMIT", 3)
    for name, content in (("a.csv", b"a\n" * 4), ("a.xlsx", _workbook([["a"]] * 4))):
        assert _refusal(_file(tmp_path, content, name)).code == "spreadsheet.too_many_rows"


def test_rows_keep_their_numbers_and_hidden_sheets_stay_hidden(tmp_path: Path) -> None:
    into = io.BytesIO()
    with xlsxwriter.Workbook(into) as book:
        book.add_worksheet().write(2, 1, "x")
        hidden = book.add_worksheet()
        hidden.write(0, 0, "secret")
        hidden.hide()
    (table,) = _read(_file(tmp_path, into.getvalue(), "a.xlsx"))
    assert table == [["", ""], ["", ""], ["", "x"]]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+852 9123 4567", "-1", "@x", "'=x", "''=x", "'x", "00123", "1E5",
        "=cmd|' /C calc'!A0", "http://x.org", "𠮷\n家", '"', "<b>&amp;", "440305199001010017", " x",
    ],
)  # fmt: skip
def test_a_text_comes_back_as_it_was(tmp_path: Path, suffix: str, text: str) -> None:
    path = tmp_path / f"a{suffix}"
    spreadsheet.write(path, Page("頁", ["姓名", "備註"], [["陳", text]]))
    (table,) = _read(path)
    assert table[1] == ["陳", text]


def test_no_text_becomes_a_formula_or_a_link(tmp_path: Path) -> None:
    spreadsheet.write(tmp_path / "a.xlsx", Page("p", ["a"], [["=1+1"], ["http://x.org"]]))
    with zipfile.ZipFile(tmp_path / "a.xlsx") as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet
    spreadsheet.write(tmp_path / "a.csv", Page("p", ["a"], [["=1+1"], ["@SUM(A1)"]]))
    assert (tmp_path / "a.csv").read_text("utf-8-sig").splitlines() == ["a", "'=1+1", "'@SUM(A1)"]


def test_days_come_back_as_days(tmp_path: Path) -> None:
    spreadsheet.write(tmp_path / "a.xlsx", Page("p", ["a"], [[date(2026, 2, 28)]]))
    assert _read(tmp_path / "a.xlsx")[0][1] == [date(2026, 2, 28)]


def test_a_failed_writing_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _file(tmp_path, b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EnvironmentFault) as refused:
        files.write_secret(path, b"new")
    assert refused.value.code == "file.disk_full"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("name", "code"), [("none/a.csv", "file.no_folder"), ("x" * 300 + ".csv", "file.name_too_long")]
)
def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(EnvironmentFault) as refused:
        spreadsheet.write(tmp_path / name, Page("p", ["a"]))
    assert refused.value.code == code
    assert refused.value.code in SENTENCES
