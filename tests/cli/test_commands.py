"""The commands that look, list and print."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest

from desk.clock import SystemClock
from desk.config import DataFolder
from desk.services import complaint, paper, sign_in
from tests.cli.conftest import Desk, Estate

FOUND = {"kind", "id", "number", "label", "name", "detail"}


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def rows_of(desk: Desk, *words: str) -> list[dict[str, object]]:
    told = desk(*words, "--json")
    assert (told.code, told.err) == (0, "")
    return json.loads(told.out)  # type: ignore[no-any-return]


# Lists


def test_the_receptions_are_listed_newest_first(desk: Desk) -> None:
    told = desk("list", "receptions")
    numbers = [row[0] for row in told.rows]

    assert (told.code, told.err) == (0, "")
    assert len(numbers) > 100
    assert numbers == sorted(numbers, reverse=True)
    assert all(len(row) == 7 for row in told.rows)


def test_the_list_as_json_says_the_same_with_every_field(desk: Desk) -> None:
    plain, items = desk("list", "receptions").rows, rows_of(desk, "list", "receptions")

    assert [item["number"] for item in items] == [row[0] for row in plain]
    assert {"id", "version", "happened_at", "request", "caller_name"} <= items[0].keys()
    assert str(items[0]["happened_at"]).endswith("+00:00")


def test_a_plain_list_shows_moments_by_the_clock_of_the_estate(desk: Desk) -> None:
    shown = desk("list", "receptions").rows[0][1]
    moment = datetime.fromisoformat(str(rows_of(desk, "list", "receptions")[0]["happened_at"]))

    assert shown == f"{moment + timedelta(hours=8):%Y-%m-%d %H:%M}"  # Hong Kong


def test_a_list_since_a_day_begins_with_that_day(desk: Desk) -> None:
    every = rows_of(desk, "list", "receptions")
    since = rows_of(desk, "list", "receptions", "--since", "2026-11-20")

    assert 0 < len(since) < len(every)
    assert since == every[: len(since)]
    assert min(str(item["happened_at"]) for item in since) >= "2026-11-19T16:00"  # Hong Kong


def test_the_receptions_that_wait_for_an_answer_are_those_of_the_window(desk: Desk) -> None:
    every = rows_of(desk, "list", "receptions")
    waiting = rows_of(desk, "list", "receptions", "--waiting")

    assert 0 < len(waiting) < len(every)
    assert {item["state"] for item in waiting} == {"open"}


def test_the_complaints_are_listed(desk: Desk) -> None:
    told, items = desk("list", "complaints"), rows_of(desk, "list", "complaints")

    assert [row[0] for row in told.rows] == [item["number"] for item in items]
    assert items
    assert {"severity", "nature", "state", "about"} <= items[0].keys()


def test_the_work_log_is_listed_and_an_entry_shown_whole(desk: Desk) -> None:
    told, items = desk("list", "work-log"), rows_of(desk, "list", "work-log")
    assert [row[0] for row in told.rows] == [item["number"] for item in items]
    assert len(items) > 10

    signed = next(item for item in items if item["state"] == "returned")
    whole = json.loads(desk("show", str(signed["number"]), "--json").out)
    assert (whole["kind"], whole["record"]) == ("work_log", signed)
    assert ["returned_by", signed["returned_by"]] in desk("show", str(signed["number"])).rows


def test_a_number_of_no_kind_is_not_called_a_complaint(desk: Desk) -> None:
    told = desk("show", "Z2026-000001")
    assert (told.code, told.err) == (1, "desk: This record is not here: Record Z2026-000001.\n")


def test_nothing_to_list_is_an_empty_list_and_no_failure(desk: Desk) -> None:
    assert rows_of(desk, "list", "complaints", "--since", "2030-01-01") == []
    assert desk("list", "complaints", "--since", "2030-01-01")[:2] == (0, "")


# Find


def test_a_name_finds_the_person_and_her_matters(desk: Desk) -> None:
    name = str(rows_of(desk, "list", "receptions")[0]["caller_name"])
    found = rows_of(desk, "find", name, "--limit", "200")

    assert {frozenset(item) for item in found} == {frozenset(FOUND)}
    assert all(name in str(item["name"]) for item in found if item["kind"] != "complaint")
    assert "reception" in {item["kind"] for item in found}


def test_the_lines_of_find_carry_kind_number_label_name_and_detail(desk: Desk) -> None:
    item = rows_of(desk, "list", "receptions")[0]
    told = desk("find", str(item["number"]))

    assert told.rows == [
        ["reception", item["number"], item["unit"] or "", item["caller_name"], item["request"]]
    ]


def test_find_gives_at_most_as_many_as_asked_for(desk: Desk) -> None:
    surname = str(rows_of(desk, "list", "receptions")[0]["caller_name"])[0]

    assert len(rows_of(desk, "find", surname, "--limit", "2")) == 2
    assert 2 < len(rows_of(desk, "find", surname)) <= 20


def test_nothing_found_is_no_failure(desk: Desk) -> None:
    assert rows_of(desk, "find", "zzqx 9999") == []
    assert desk("find", "zzqx 9999")[:2] == (0, "")
    assert rows_of(desk, "find", "") == []


def test_find_reads_what_no_keyboard_types_as_text(desk: Desk) -> None:
    for text in ("'; DROP TABLE unit; --", '"*" NEAR(', "\udcff\udcfe", "\0", "😀" * 100):
        assert desk("find", text).code == 0


# Print


@pytest.mark.parametrize(
    ("language", "heading"), [("zh_Hant", "客戶投訴意見表"), ("zh_Hans", "客户投诉意见表")]
)
def test_a_sheet_is_printed_in_the_language_asked_for(
    desk: Desk, tmp_path: Path, language: str, heading: str
) -> None:
    number = str(rows_of(desk, "list", "complaints")[-1]["number"])
    path = tmp_path / "sheet.pdf"
    told = desk("print", "complaint-sheet", number, "--language", language, "--output", str(path))

    assert told == (0, f"{number}\t{path}\n", "")
    assert heading in text_of(path)
    assert number in text_of(path)


def test_the_latest_sheet_and_the_blank_one(desk: Desk, tmp_path: Path) -> None:
    newest = max(str(item["number"]) for item in rows_of(desk, "list", "complaints"))
    path = tmp_path / "sheet.pdf"
    said = [
        desk("print", "complaint-sheet", which, "--language", "zh_Hant", "--output", str(path))
        for which in ("latest", "blank")
    ]

    assert [told.rows[0][0] for told in said] == [newest, "blank"]
    assert newest not in text_of(path)


def test_what_was_printed_is_logged(desk: Desk, estate: Estate, tmp_path: Path) -> None:
    path = str(tmp_path / "sheet.pdf")
    for _time in range(2):
        desk("print", "complaint-sheet", "latest", "--language", "zh_Hans", "--output", path)
    workplace = sign_in.sign_in(
        DataFolder(estate.path), "admin", estate.passwords["admin"], SystemClock()
    )
    try:
        case = complaint.page(workplace, complaint.ComplaintFilter()).rows[0]
        logged = paper.prints_of(workplace, "complaint", case.id)
    finally:
        workplace.close()
    assert [(one.reprint, one.destination) for one in logged] == [(1, "pdf"), (0, "pdf")]
