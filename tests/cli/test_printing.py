"""`desk print`: every form of a record, over a period, and blank."""

import argparse
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from desk.cli import printing_words
from desk.domain.paper import FORMS
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


# Several, blank ones, papers and copies


def numbers(desk: Desk) -> list[str]:
    return [str(one["number"]) for one in rows_of(desk, "list", "complaints")][:4]


def test_several_records_are_one_file_with_a_line_for_each(desk: Desk, path: Path) -> None:
    wanted = numbers(desk)
    told = printed(desk, path, "complaint-sheet", *wanted)
    assert told == (0, "".join(f"{number}\t{path}\n" for number in wanted), "")
    assert all(number in text_of(path) for number in wanted)
    logged = rows_of(desk, "print", "log", "--form", "complaint-sheet")[:4]
    assert {str(one["number"]) for one in logged} == set(wanted)
    assert len({str(one["batch"]) for one in logged}) == 1


def test_what_cannot_be_printed_of_several_is_told_or_left_out(desk: Desk, path: Path) -> None:
    wanted = [*numbers(desk), "C2026-999999"]
    told = printed(desk, path, "complaint-sheet", *wanted)
    assert (told.code, told.out, path.exists()) == (1, "", False)
    assert told.err.startswith("desk: C2026-999999: ")
    told = printed(desk, path, "complaint-sheet", *wanted, "--skip")
    assert (told.code, [row[0] for row in told.rows]) == (0, wanted)
    assert told.rows[-1][1] == ""


def test_every_form_is_printed_blank_at_once(desk: Desk, path: Path) -> None:
    told = printed(desk, path, "blanks", language="zh_Hans")
    assert told.code == 0
    assert set(RECORD_FORMS + REGISTER_FORMS) <= {row[0] for row in told.rows}


def test_an_empty_form_is_printed_alone(desk: Desk, path: Path) -> None:
    told = printed(desk, path, "complaint-sheet", "blank", "latest")
    assert is_one_plain_line(told)
    assert (told.code, path.exists()) == (2, False)


@pytest.mark.parametrize(
    ("words", "pages", "size"),
    [
        (("--paper", "A5"), 2, (420, 595)),
        (("--copies", "2"), 2, (595, 842)),
        (("--paper", "241x279", "--copies", "3"), 1, (683, 792)),
        (("--paper", "241x279", "--copies", "3", "--separately"), 3, (683, 792)),
    ],
)
def test_paper_and_copies_are_chosen(
    desk: Desk, path: Path, words: tuple[str, ...], pages: int, size: tuple[int, int]
) -> None:
    assert printed(desk, path, "coordination-slip", "blank", *words).code == 0
    document = pypdfium2.PdfDocument(path)
    assert (len(document), tuple(map(round, document[0].get_size()))) == (pages, size)
    document.close()


@pytest.mark.parametrize(
    "words",
    [
        ("complaint-sheet", "latest", "--paper", "A3"),
        ("complaint-sheet", "latest", "--copies", "5"),
        ("follow-up-register", "blank", "--paper", "A5"),
        ("calibration",),
        ("again", "first"),
        ("log", "--outcome", "lost"),
    ],
    ids=" ".join,
)
def test_a_paper_there_is_not_is_not_understood(
    desk: Desk, path: Path, words: tuple[str, ...]
) -> None:
    told = printed(desk, path, *words)
    assert is_one_plain_line(told)
    assert (told.code, path.exists()) == (2, False)


def test_the_calibration_page_is_of_no_record(desk: Desk, path: Path) -> None:
    before = len(rows_of(desk, "print", "log"))
    told = printed(desk, path, "calibration", "--paper", "241x140")
    assert told == (0, f"calibration\t241x140\t{path}\n", "")
    assert path.read_bytes().startswith(b"%PDF")
    assert len(rows_of(desk, "print", "log")) == before


# The log


def test_the_log_tells_who_printed_what_and_what_became_of_it(desk: Desk, path: Path) -> None:
    number = numbers(desk)[0]
    for _time in range(2):
        printed(desk, path, "complaint-sheet", number, "--copies", "2", language="zh_Hans")
    told = desk("print", "log", "--number", number.lower())
    assert [row[2:4] for row in told.rows] == [["complaint_sheet", number]] * 2
    assert [row[5:] for row in told.rows] == [
        ["zh_Hans", "A4", "2", "1", "printed"],
        ["zh_Hans", "A4", "2", "0", "printed"],
    ]
    assert desk("print", "log", "--number", number, "--outcome", "failed").out == ""
    assert desk("print", "log", "--to", "2020-01-01").out == ""


def test_a_past_print_is_written_again_exactly(desk: Desk, path: Path, tmp_path: Path) -> None:
    printed(desk, path, "complaint-sheet", numbers(desk)[0])
    newest = str(rows_of(desk, "print", "log")[0]["id"])
    again = tmp_path / "again.pdf"
    assert desk("print", "again", newest, "--output", str(again)) == (0, f"{newest}\t{again}\n", "")
    assert again.read_bytes() == path.read_bytes()
    told = desk("print", "again", "999999", "--output", str(tmp_path / "none.pdf"))
    assert (told.code, (tmp_path / "none.pdf").exists()) == (1, False)


# Every word says what it is for


def _below(of: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield of
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in action.choices.values():
                yield from _below(one)


def test_every_word_says_what_it_is_for() -> None:
    silent = [
        (one.prog, action.dest)
        for one in _below(printing_words.parser())
        for action in one._actions
        if not action.help and not isinstance(action, argparse._SubParsersAction)
    ]
    assert silent == []
    assert [one.prog for one in _below(printing_words.parser()) if not one.description] == []


def test_every_form_has_a_word() -> None:
    subs = next(_below(printing_words.parser()))._subparsers
    assert subs is not None
    named = {name.replace("-", "_") for name in subs._group_actions[0].choices or ()}
    assert set(FORMS) <= named
