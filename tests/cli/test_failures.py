"""Whatever goes wrong is one plain line and a code that is not 0."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.cli import commands, households, main
from desk.services import find
from tests.cli.conftest import Desk, Estate, is_one_plain_line

PRINT = ("print", "complaint-sheet", "latest", "--language", "zh_Hant", "--output")

USAGE = {
    "an unknown command": ["prnt"],
    "a missing word": ["find"],
    "a missing form": ["print"],
    "no language": ["print", "complaint-sheet", "latest", "--output", "x.pdf"],
    "a language we lack": [
        "print",
        "complaint-sheet",
        "latest",
        "--language",
        "fr",
        "--output",
        "x",
    ],
    "an unknown list": ["list", "visitors"],
    "no day": ["list", "receptions", "--since", "yesterday"],
    "a limit that is no number": ["find", "a", "--limit", "many"],
    "a limit out of bounds": ["find", "a", "--limit", "0"],
    "too many households": ["demo", "--households", "999999"],
    "an unknown region": ["demo", "--region", "JP"],
    "an unknown option": ["list", "receptions", "--frobnicate"],
    "an unknown thing to import": ["import", "cars", "x.csv"],
}


@pytest.mark.parametrize("words", USAGE.values(), ids=USAGE.keys())
def test_a_command_that_is_not_understood_says_why(desk: Desk, words: list[str]) -> None:
    told = desk(*words)

    assert is_one_plain_line(told)
    assert told.code == 2
    assert told.out == ""


def test_help_is_no_failure(desk: Desk) -> None:
    told = desk("--help", data=None)

    assert (told.code, told.err) == (0, "")
    assert all(name in told.out for name in ("demo", "import", "find", "print", "selftest"))


def test_without_an_account_the_variables_are_named(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, estate: Estate, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DESK_USER", "DESK_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    code = main(["--data", str(estate.path), "list", "receptions"])
    told = capsys.readouterr().err

    assert code == 2
    assert "DESK_USER" in told
    assert told.count("\n") == 1


def test_a_wrong_password_is_refused_like_an_unknown_name(
    desk: Desk, estate: Estate, monkeypatch: pytest.MonkeyPatch
) -> None:
    unknown = desk("list", "receptions", login="nobody")
    monkeypatch.setitem(estate.passwords, "admin", "wrong")
    wrong = desk("list", "receptions")

    assert is_one_plain_line(wrong)
    assert wrong == unknown


def test_a_missing_folder_is_not_made(desk: Desk, tmp_path: Path) -> None:
    told = desk("list", "receptions", data=tmp_path / "nowhere")

    assert is_one_plain_line(told)
    assert "choose the right folder" in told.err
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_a_window_without_a_screen_is_refused_in_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    told = desk(data=tmp_path / "nowhere")

    assert is_one_plain_line(told)
    assert told.code == 1
    assert not (tmp_path / "nowhere").exists()


def test_a_number_that_is_none_is_told_its_bounds(desk: Desk) -> None:
    assert "from 1 to 200" in desk("find", "a", "--limit", "many").err


@pytest.mark.parametrize("file", ["desk.db", "vault.json"])
def test_a_damaged_folder_is_said_to_be(desk: Desk, estate: Estate, file: str) -> None:
    path = estate.path / file
    path.write_bytes(b"rubbish" * 2000)

    assert is_one_plain_line(desk("list", "receptions"))
    assert path.read_bytes() == b"rubbish" * 2000


def test_a_missing_database_is_said_to_be(desk: Desk, estate: Estate) -> None:
    (estate.path / "desk.db").unlink()

    assert is_one_plain_line(desk("list", "receptions"))
    assert not (estate.path / "desk.db").exists()


@pytest.mark.parametrize("number", ["C2026-999999", "R2026-000001", "nonsense", "", "C2026-00000١"])
def test_an_unknown_number_is_said_to_be_unknown(desk: Desk, tmp_path: Path, number: str) -> None:
    path = tmp_path / "sheet.pdf"
    told = desk("print", "complaint-sheet", number, "--language", "zh_Hant", "--output", str(path))

    assert is_one_plain_line(told)
    assert not path.exists()


@pytest.mark.parametrize("kind", ["person", "supplier", "agreement", "long-term"])
def test_a_number_that_no_record_can_have_is_nobodys(desk: Desk, kind: str) -> None:
    """More figures than the database takes."""
    for words in (("provider", kind, "show"), ("policy", "show")):
        told = desk(*words, "9" * 30)
        assert is_one_plain_line(told)
        assert "logs" not in told.err


def test_a_sheet_that_cannot_be_written_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    places = [tmp_path / "missing" / "sheet.pdf", tmp_path, tmp_path / "file" / "sheet.pdf"]
    places += [tmp_path / ("x" * 300 + ".pdf"), Path("/proc/sheet.pdf")]

    for place in places:
        assert is_one_plain_line(desk(*PRINT, str(place))), place
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "file"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.csv", None),
        ("empty.csv", b""),
        ("binary.xlsx", b"\x00\x01\x02" * 100),
        ("notes.docx", b"PK\x03\x04"),
        ("headings.csv", "甲,乙,丙\n1,2,3\n".encode()),
        ("cut.xlsx", b"PK\x03\x04" + b"\x00" * 40),
    ],
)
def test_a_bad_file_is_refused(
    desk: Desk, tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    assert is_one_plain_line(desk("import", "households", str(path)))


def test_an_export_in_an_unknown_format_or_place_is_refused(desk: Desk, tmp_path: Path) -> None:
    for name in ("out.pdf", "out", "missing/out.csv", "missing/out.xlsx"):
        for command in ("export", "template"):
            assert is_one_plain_line(desk(command, "households", str(tmp_path / name))), name


@pytest.fixture
def read_only(estate: Estate) -> Iterator[Path]:
    if os.geteuid() == 0:
        pytest.skip("the administrator may write everywhere")
    estate.path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    yield estate.path
    estate.path.chmod(stat.S_IRWXU)


def test_a_read_only_folder_is_said_to_be(desk: Desk, read_only: Path) -> None:
    assert is_one_plain_line(desk("list", "receptions"))


# A fault of the program itself


def test_a_bug_names_its_report_which_holds_no_name(
    desk: Desk, estate: Estate, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_words: object, **_more: object) -> None:
        raise ZeroDivisionError("陳大文 9123 4567")

    monkeypatch.setattr(find, "find", fail)
    told = desk("find", "陳大文")
    (report,) = (estate.path / "logs").glob("crash-*.txt")

    assert told.code == 3
    assert len(told.err.splitlines()) == 1
    assert str(report) in told.err
    assert "ZeroDivisionError" in report.read_text("utf-8")
    assert "陳大文" not in told.err + report.read_text("utf-8")


def test_a_bug_without_a_folder_is_reported_elsewhere(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_words: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(commands, "signed_in", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    told = desk("list", "receptions", data=tmp_path / "nowhere")

    assert told.code == 3
    assert str(next(tmp_path.glob("crash-*.txt"))) in told.err
    assert not (tmp_path / "nowhere").exists()


def test_ctrl_c_stops_without_a_traceback(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(households.household_import, "read", stop)
    told = desk("import", "households", "x.csv")

    assert is_one_plain_line(told)
    assert told.code == 130
