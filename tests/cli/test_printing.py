"""`desk print`: every form of a record, over a period, and blank."""

from pathlib import Path

import pytest

from tests.cli.conftest import Desk, Told, is_one_plain_line
from tests.cli.test_commands import rows_of, text_of

RECORD_FORMS = (
    "complaint-sheet",
    "complaint-record",
    "corrective-action",
    "special-report",
    "joint-report",
    "coordination-slip",
)
REGISTER_FORMS = ("disposal-record", "follow-up-register", "monthly-summary")
NOVEMBER = ("--from", "2026-11-01", "--to", "2026-11-30")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "paper.pdf"


def printed(desk: Desk, path: Path, *words: str, language: str = "zh_Hant") -> Told:
    return desk("print", *words, "--language", language, "--output", str(path))


@pytest.mark.parametrize("form", (*RECORD_FORMS, *REGISTER_FORMS))
def test_every_form_is_printed_blank(desk: Desk, path: Path, form: str) -> None:
    told = printed(desk, path, form, "blank", language="zh_Hans")
    assert told == (0, f"blank\t{path}\n", "")
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("language", "title"), [("zh_Hant", "投訴記錄表"), ("zh_Hans", "投诉记录表")]
)
def test_the_record_of_a_case_is_printed_under_its_policys_title(
    desk: Desk, path: Path, language: str, title: str
) -> None:
    number = str(rows_of(desk, "list", "complaints", "--state", "closed")[0]["number"])
    told = printed(desk, path, "complaint-record", number, language=language)
    assert told == (0, f"{number}\t{path}\n", "")
    assert title in text_of(path)
    assert number in text_of(path)


def test_the_registers_say_their_period_and_hold_its_cases(desk: Desk, path: Path) -> None:
    numbers = [str(one["number"]) for one in rows_of(desk, "list", "complaints")]
    told = printed(desk, path, "follow-up-register", *NOVEMBER)
    assert told == (0, f"2026-11-01\t2026-11-30\t{path}\n", "")
    assert any(number in text_of(path) for number in numbers)
    assert printed(desk, path, "disposal-record", *NOVEMBER).code == 0
    assert "投訴處置記錄表" in text_of(path)
    told = printed(desk, path, "monthly-summary", "--month", "2026-11")
    assert told == (0, f"2026-11-01\t2026-11-30\t{path}\n", "")
    assert "2026年11月" in text_of(path)


def test_the_follow_up_register_may_be_of_what_is_open_and_name_nobody(
    desk: Desk, path: Path
) -> None:
    rows = rows_of(desk, "list", "complaints", "--since", "2026-11-01")
    closed = [str(one["number"]) for one in rows if one["state"] == "closed"]
    told = printed(desk, path, "follow-up-register", *NOVEMBER, "--open", "--without-names")
    assert told.code == 0
    text = text_of(path)
    assert closed
    assert not any(number in text for number in closed)
    assert not any(str(one["complainant"]) in text for one in rows)


def test_what_is_not_written_yet_is_refused_and_no_file_stands(desk: Desk, path: Path) -> None:
    told = printed(desk, path, "special-report", "latest")
    assert is_one_plain_line(told)
    assert (told.code, path.exists()) == (1, False)
    assert "Write the special report first." in told.err
    told = printed(desk, path, "disposal-record", "--from", "2026-11-21", "--to", "2026-11-01")
    assert is_one_plain_line(told)
    assert (told.code, path.exists()) == (1, False)


@pytest.mark.parametrize(
    "words",
    [
        ("disposal-record",),
        ("disposal-record", "--from", "2026-11-01"),
        ("follow-up-register", "--to", "2026-11-01"),
        ("monthly-summary",),
        ("monthly-summary", "--month", "2026-13"),
        ("monthly-summary", "--month", "November"),
        ("disposal-record", "C2026-000001", *NOVEMBER),
        ("complaint-record",),
        ("passport", "latest"),
    ],
    ids=" ".join,
)
def test_what_is_not_understood_says_what_is_wanted(
    desk: Desk, path: Path, words: tuple[str, ...]
) -> None:
    told = printed(desk, path, *words)
    assert is_one_plain_line(told)
    assert (told.code, path.exists()) == (2, False)


def test_help_names_every_form(desk: Desk) -> None:
    told = desk("print", "--help", data=None)
    assert told.code == 0
    assert all(form in told.out for form in (*RECORD_FORMS, *REGISTER_FORMS))
