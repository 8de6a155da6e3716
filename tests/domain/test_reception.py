"""The rules of the reception register, as tables."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desk.domain.reasons import Reason
from desk.domain.reception import (
    LATE_AFTER,
    Kind,
    ReceptionEntry,
    State,
    closes_with_answer,
    entry_reasons,
    is_late,
)

NOW = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)
WHOLE = ReceptionEntry(happened_at=NOW, caller_name="陳小姐", request="問停車場收費")


def codes(reasons: tuple[Reason, ...]) -> set[tuple[str, str | None]]:
    return {(reason.code, reason.field) for reason in reasons}


REFUSED: list[tuple[dict[str, Any], set[tuple[str, str | None]]]] = [
    ({}, set()),
    ({"caller_name": "", "resident_id": 7}, set()),
    ({"caller_name": ""}, {("reception.person.missing", "person")}),
    ({"request": ""}, {("reception.request.missing", "request")}),
    ({"state": State.CLOSED}, {("reception.answer.missing", "answer")}),
    ({"state": State.CLOSED, "answer": "已答覆"}, set()),
    ({"happened_at": NOW + dt.timedelta(minutes=1)}, set()),
    (
        {"happened_at": NOW + dt.timedelta(minutes=1, seconds=1)},
        {("reception.happened_at.future", "happened_at")},
    ),
    ({"happened_at": NOW - dt.timedelta(days=40)}, set()),
    (
        {"caller_name": "", "request": "", "state": State.CLOSED},
        {
            ("reception.person.missing", "person"),
            ("reception.request.missing", "request"),
            ("reception.answer.missing", "answer"),
        },
    ),
]


@pytest.mark.parametrize(("flipped", "told"), REFUSED)
def test_an_entry_is_refused_with_every_reason_at_once(
    flipped: dict[str, Any], told: set[tuple[str, str | None]]
) -> None:
    assert codes(entry_reasons(replace(WHOLE, **flipped), NOW)) == told


def test_an_entry_is_late_only_after_half_an_hour() -> None:
    assert not is_late(NOW - LATE_AFTER, NOW)
    assert is_late(NOW - LATE_AFTER - dt.timedelta(seconds=1), NOW)


def test_only_a_question_and_a_visitor_are_done_with_the_answer() -> None:
    assert {kind for kind in Kind if closes_with_answer(kind)} == {Kind.INQUIRY, Kind.VISITOR}


def test_a_slip_of_the_keys_into_another_century_is_refused(now: dt.datetime) -> None:
    entry = ReceptionEntry(happened_at=now.replace(year=1026), caller_name="李小明", request="查詢")

    assert [one.code for one in entry_reasons(entry, now)] == ["reception.happened_at.past"]
