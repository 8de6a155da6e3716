"""The sheet on its way to the departments and back (F5, R143, R145, R187)."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from desk.domain import hand_out as rules
from desk.domain.complaint import Filing, State
from desk.domain.complaint_case import CaseFacts, Step
from desk.domain.complaint_clocks import clocks
from desk.domain.hand_out import HandOutEntry, SheetEntry
from desk.domain.reasons import Reason
from desk.services.policy import profile
from tests.domain.cases import CALENDAR, DAY, HOUR, T0, case

MINUTE = timedelta(minutes=1)
NOW = T0 + DAY
OUT = HandOutEntry(T0 + 5 * MINUTE, ("工程部",), "請即派員")
SIGNED = SheetEntry(T0 + HOUR, 7, "李大文")
BACK = SheetEntry(T0 + 5 * HOUR, 7, "李大文")


def gone(number: int, department: str, at: datetime = T0 + 5 * MINUTE) -> Step:
    return Step(number, "handed_out", at, 1, "陳大文", person=department)


def signed(number: int, hand_out: int, at: datetime = T0 + HOUR) -> Step:
    return Step(number, "sheet_signed", at, 1, "陳大文", person="李大文", refers_to_id=hand_out)


def back(number: int, hand_out: int, at: datetime = T0 + 5 * HOUR) -> Step:
    return Step(number, "sheet_returned", at, 1, "陳大文", person="李大文", refers_to_id=hand_out)


ONE_OUT = case(steps=(gone(7, "工程部"),))
TWO_OUT = case(steps=(gone(7, "工程部"), gone(8, "清潔部"), signed(9, 7)))
ALL_BACK = case(steps=(gone(7, "工程部"), signed(8, 7), back(9, 7)))


def beside(reasons: tuple[Reason, ...]) -> dict[str, str | None]:
    return {one.code: one.field for one in reasons}


def test_r143_every_sheet_shows_who_signed_and_when_it_was_back() -> None:
    facts = case(steps=(gone(1, "工程部"), gone(2, "清潔部"), signed(3, 2), back(4, 2)))
    first, second = rules.sheets(facts)
    assert (first.hand_out.person, first.signed, first.is_out) == ("工程部", None, True)
    assert second.signed is not None
    assert (second.signed.id, second.is_out) == (3, False)


@pytest.mark.parametrize(
    ("clause", "facts", "entry", "told"),
    [
        ("R143", case(), OUT, {}),
        ("R187", case(), replace(OUT, departments=("工程部", "清潔部")), {}),
        (
            "R143",
            case(),
            replace(OUT, departments=()),
            {"complaint.department.missing": "departments"},
        ),
        (
            "R143",
            case(),
            replace(OUT, departments=("工程部", "工程部")),
            {"complaint.department.twice": "departments"},
        ),
        ("R143", ONE_OUT, OUT, {"complaint.department.has_sheet": "departments"}),
        ("R187", ONE_OUT, replace(OUT, departments=("清潔部",)), {}),
        ("R191", ALL_BACK, OUT, {}),  # out again once it was back
        ("R86", case(), replace(OUT, at=NOW + HOUR), {"complaint.at.future": "at"}),
        ("R86", case(), replace(OUT, at=T0 - HOUR), {"complaint.at.before_received": "at"}),
        ("R152", case(filing=Filing.PENDING), OUT, {"complaint.not_filed": None}),
        ("R171", case(state=State.HANDLED), OUT, {"complaint.handled_already": None}),
        ("R174", case(state=State.CLOSED), OUT, {"complaint.closed": None}),
    ],
)
def test_the_sheet_goes_to_each_department_once(
    clause: str, facts: CaseFacts, entry: HandOutEntry, told: dict[str, str | None]
) -> None:
    assert beside(rules.hand_out_reasons(facts, entry, NOW)) == told


@pytest.mark.parametrize(
    ("clause", "facts", "entry", "told"),
    [
        ("R143", ONE_OUT, SIGNED, {}),
        ("R143", TWO_OUT, SIGNED, {"complaint.sheet.signed_already": "hand_out_id"}),
        ("R143", TWO_OUT, replace(SIGNED, hand_out_id=8), {}),
        ("R143", case(), SIGNED, {"complaint.sheet.missing": "hand_out_id"}),
        (
            "R143",
            ONE_OUT,
            replace(SIGNED, hand_out_id=0),
            {"complaint.sheet.missing": "hand_out_id"},
        ),
        ("R143", ONE_OUT, replace(SIGNED, person=""), {"complaint.person.missing": "person"}),
        ("R143", ONE_OUT, replace(SIGNED, at=T0 + 5 * MINUTE), {}),
        ("R143", ONE_OUT, replace(SIGNED, at=T0), {"complaint.at.before_hand_out": "at"}),
        ("R86", ONE_OUT, replace(SIGNED, at=NOW + HOUR), {"complaint.at.future": "at"}),
        ("R174", replace(ONE_OUT, state=State.CLOSED), SIGNED, {"complaint.closed": None}),
    ],
)
def test_the_receiver_signs_for_each_sheet_once(
    clause: str, facts: CaseFacts, entry: SheetEntry, told: dict[str, str | None]
) -> None:
    assert beside(rules.sign_reasons(facts, entry, NOW)) == told


@pytest.mark.parametrize(
    ("clause", "facts", "entry", "told"),
    [
        ("R145", ONE_OUT, BACK, {}),
        ("R145", ALL_BACK, BACK, {"complaint.sheet.returned_already": "hand_out_id"}),
        ("R145", case(), BACK, {"complaint.sheet.missing": "hand_out_id"}),
        ("R145", ONE_OUT, replace(BACK, person=""), {"complaint.person.missing": "person"}),
        ("R145", ONE_OUT, replace(BACK, at=T0), {"complaint.at.before_hand_out": "at"}),
        ("R86", ONE_OUT, replace(BACK, at=NOW + HOUR), {"complaint.at.future": "at"}),
        ("R145", replace(ONE_OUT, state=State.CLOSED), BACK, {}),  # still expected back
    ],
)
def test_each_sheet_comes_back_once(
    clause: str, facts: CaseFacts, entry: SheetEntry, told: dict[str, str | None]
) -> None:
    assert beside(rules.return_reasons(facts, entry, NOW)) == told


@pytest.mark.parametrize(
    ("clause", "facts", "to_sign", "to_return"),
    [
        ("R143", case(), ["complaint.sheet.none_to_sign"], ["complaint.sheet.none_out"]),
        ("R143", ONE_OUT, [], []),
        ("R143", TWO_OUT, [], []),
        (
            "R143",
            case(steps=(gone(7, "工程部"), signed(8, 7))),
            ["complaint.sheet.none_to_sign"],
            [],
        ),
        (
            "R143",
            case(steps=(gone(7, "工程部"), back(8, 7))),
            ["complaint.sheet.none_to_sign"],
            ["complaint.sheet.none_out"],
        ),
        ("R145", ALL_BACK, ["complaint.sheet.none_to_sign"], ["complaint.sheet.none_out"]),
        ("R174", replace(ONE_OUT, state=State.CLOSED), ["complaint.closed"], []),
    ],
)
def test_a_button_is_shut_while_no_sheet_waits(
    clause: str, facts: CaseFacts, to_sign: list[str], to_return: list[str]
) -> None:
    assert [one.code for one in rules.sign_blockers(facts)] == to_sign
    assert [one.code for one in rules.return_blockers(facts)] == to_return


# The clock of the sheet

DONE: dict[str, Any] = {"state": State.HANDLED, "handled_at": T0 + 4 * HOUR}


@pytest.mark.parametrize(
    ("steps", "met"),
    [
        ((), T0 + 4 * HOUR),  # it never left the desk
        ((gone(7, "工程部"),), None),
        ((gone(7, "工程部"), back(8, 7)), T0 + 5 * HOUR),
        ((gone(7, "工程部"), back(8, 7, T0 + 3 * HOUR)), T0 + 4 * HOUR),  # back before it was told
        ((gone(7, "工程部"), gone(8, "清潔部"), back(9, 7)), None),
        ((gone(7, "工程部"), gone(8, "清潔部"), back(9, 7), back(10, 8, T0 + DAY)), T0 + DAY),
    ],
)
def test_r145_the_clock_of_the_sheet_waits_for_every_sheet(
    steps: tuple[Step, ...], met: datetime | None
) -> None:
    found = {one.code: one for one in clocks(case(**DONE, steps=steps), profile("M2"), CALENDAR)}
    assert found["sheet_back"].met_at == met
