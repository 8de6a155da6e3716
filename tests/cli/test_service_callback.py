"""Callbacks and figures from the command line, refused in the words of the window."""

import json
from argparse import Namespace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desk.cli.session import signed_in
from desk.services.workplace import Workplace
from desk.wording import sentence
from tests.cli.conftest import Desk, Estate
from tests.domain.callback_profiles import STRICTEST
from tests.services.callback_course import done_orders, person, under

GOOD = ("--timeliness", "5", "--manners", "5", "--quality", "4", "--requirement", "5")
CALL = ("--how", "phone", "--outcome", "reached", *GOOD)


@pytest.fixture
def numbers(desk: Desk, estate: Estate) -> list[str]:
    """Ten orders done today under the strictest rule, by somebody new."""
    desk("callbacks")  # as the administrator
    with signed_in(Namespace(data=estate.path)) as workplace:
        now = workplace.now()
        under(workplace, STRICTEST, workplace.estate.custom.day(now))
        worker = person(workplace, "李新", workplace.estate.custom.day(now))
        ids = done_orders(workplace, 3, now, timedelta(seconds=1), person_id=worker)
        return _numbers(workplace, ids)


def _numbers(workplace: Workplace, ids: list[int]) -> list[str]:
    with workplace.reading() as reader:
        found = reader.exec_driver_sql("SELECT id, number FROM service_order").all()
    return [number for key, number in found if key in ids]


def told(desk: Desk, *words: str) -> Any:
    answer = desk(*words, "--json", login="reception")
    assert answer.err == ""
    return json.loads(answer.out)


def test_what_is_owed_is_listed_with_the_meter(desk: Desk, numbers: list[str]) -> None:
    answer = told(desk, "callbacks", "--owed")
    owed = [row for row in answer["owed"] if row["number"] in numbers]
    assert {row["kinds"] for row in owed} == {"new_person"}
    assert len(owed) == 3
    assert answer["meter"]["owed"] == len(answer["owed"])
    month = f"{datetime.now(UTC) + timedelta(hours=8):%Y-%m}"
    assert told(desk, "callbacks", "--month", month)["month"] == month
    lines = desk("callbacks", "--owed", login="reception").rows
    assert {row[0] for row in lines} >= set(numbers)


def test_a_callback_is_written_down_told_and_declared_void(desk: Desk, numbers: list[str]) -> None:
    (row,) = told(desk, "callbacks", "call", numbers[0], *CALL)
    assert (row["number"], row["satisfaction"]) == (numbers[0], "satisfied")
    key = str(row["id"])
    assert key in {str(one["id"]) for one in told(desk, "callbacks", "made", "--untold")}
    (row,) = told(desk, "callbacks", "tell", key, "--to", "李新")
    assert row["told_to"] == "李新"
    (row,) = told(desk, "callbacks", "void", key, "--why", "寫錯單")
    assert row["void_why"] == "寫錯單"
    assert [one["id"] for one in told(desk, "callbacks", "show", numbers[0])] == [row["id"]]


def test_what_is_missing_is_said_in_the_words_of_the_window(desk: Desk, numbers: list[str]) -> None:
    answer = desk("callbacks", "call", numbers[0], "--how", "visit", login="reception")
    assert (answer.code, answer.err) == (1, f"desk: {sentence('callback.outcome.missing')}\n")
    wrong = desk("callbacks", "--month", "2026", login="reception")
    assert wrong.code == 2
    assert "2026 is no month" in wrong.err


def test_draws_can_be_drawn_again_and_marks_are_kept(desk: Desk, numbers: list[str]) -> None:
    told(desk, "callbacks", "draw")
    for sample in told(desk, "callbacks", "samples"):
        assert sample["again"] is True
    for line in desk("callbacks", "samples", login="reception").rows:
        assert "".join(line[-3:-1]).replace(" ", "").isdecimal()
        assert line[-1] == "yes"
    before = {one["id"] for one in told(desk, "callbacks", "marked")}
    marked = told(desk, "callbacks", "mark", "1", "--why", "遲到")
    (mark,) = [one for one in marked if one["id"] not in before]
    assert before | {mark["id"]} == {one["id"] for one in told(desk, "callbacks", "marked")}
    refused = desk("callbacks", "unmark", str(mark["id"]), "--why", "查無此事", login="reception")
    assert refused.code == 1
    done = desk("callbacks", "unmark", str(mark["id"]), "--why", "無", login="manager")
    assert done.code == 0
    assert {one["id"] for one in told(desk, "callbacks", "marked")} == before


def test_figures_are_told_with_their_formula_and_the_orders_behind(
    desk: Desk, numbers: list[str]
) -> None:
    told(desk, "callbacks", "call", numbers[0], *CALL)
    year = f"{datetime.now(UTC) + timedelta(hours=8):%Y}"
    for words in ((), (year,)):
        found = told(desk, "figures", *words)
        rates = {one["figure"]: one for one in found["figures"]}
        assert rates["called_back"]["hits"] >= 1
        assert "÷" in rates["on_time"]["formula"]
        assert found["orders"] >= 3
    behind = told(desk, "figures", "--behind", "called_back")
    assert numbers[0] in {row["number"] for row in behind}
    missed = told(desk, "figures", "--behind", "called_back", "--misses")
    assert set(numbers[1:]) <= {row["number"] for row in missed}
    assert set(numbers) <= {row["number"] for row in told(desk, "figures", "--item", "A01")}
    assert desk("figures", "2026-13").code == 2
    assert desk("figures", "2026Q4").code == 0


def test_the_report_is_printed_from_the_command_line(desk: Desk, estate: Estate) -> None:
    where = estate.path.parent / "figures.pdf"
    days = ("--from", "2026-10-01", "--to", "2026-12-31")
    words = ("print", "service-figures", *days, "--language", "zh_Hant", "--output", str(where))
    told = desk(*words, login="reception")
    assert (told.code, told.err) == (0, "")
    assert where.read_bytes().startswith(b"%PDF")
