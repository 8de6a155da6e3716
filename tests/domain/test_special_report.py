"""Which cases have a special report, and when it is written (R88, R93)."""

from dataclasses import replace

import pytest

from desk.domain import special_report as rules
from desk.domain.complaint import Filing, State
from desk.domain.complaint_case import Report
from desk.domain.complaint_clocks import clocks
from desk.domain.policy import Event
from desk.domain.special_report import SpecialReportEntry
from desk.services.policy import profile, shipped
from tests.domain.cases import CALENDAR, HOUR, T0, case

ENTRY = SpecialReportEntry("水泵老化", "更換水泵", "處理及時", "每月檢查")
HANDLED = case("major", state=State.HANDLED, handled_at=T0 + HOUR)


@pytest.mark.parametrize("policy", shipped(), ids=lambda one: one.code)
@pytest.mark.parametrize(
    ("severity", "hot", "asked"),
    [
        ("minor", False, False),
        ("minor", True, True),
        ("important", False, True),
        ("major", False, True),
        ("major", True, True),
    ],
)
def test_r93_major_important_and_hot_cases_have_one(
    policy: rules.Policy, severity: str, hot: bool, asked: bool
) -> None:
    facts = case(severity, hot=hot)
    assert rules.is_asked_for(facts, policy) is asked


def test_it_is_written_after_completion_before_or_after_the_closing() -> None:
    policy = profile("M1")
    closed = replace(HANDLED, state=State.CLOSED, closed_at=T0 + HOUR)
    given_up = case("major", state=State.CLOSED, unsolvable_at=T0, closed_at=T0 + HOUR)
    for facts, expected in (
        (HANDLED, []),
        (closed, []),
        (given_up, []),
        (case("major"), ["complaint.not_handled"]),
        (case("minor"), ["special_report.not_asked"]),
        (replace(HANDLED, filing=Filing.ASKED), ["complaint.not_filed"]),
    ):
        assert [one.code for one in rules.write_blockers(facts, policy)] == expected


def test_there_is_one_a_case_and_it_is_named() -> None:
    report = Report("S2026-000003", "a", "b", "c", "d", T0)
    facts = replace(HANDLED, report=report)
    (reason,) = rules.write_blockers(facts, profile("M1"))
    assert (reason.code, reason.parameters["volume"]) == ("special_report.written", report.volume)
    assert rules.correct_reasons(facts, ENTRY) == ()
    (missing,) = rules.correct_reasons(HANDLED, ENTRY)
    assert missing.code == "special_report.not_written"


@pytest.mark.parametrize("field", rules.FIELDS)
def test_each_part_says_something(field: str) -> None:
    entry = replace(ENTRY, **{field: ""})
    (reason,) = rules.write_reasons(HANDLED, profile("M1"), entry)
    assert (reason.code, reason.field) == (f"special_report.{field}.missing", field)


@pytest.mark.parametrize("hours", [2, 3, 4])
def test_R93_a_report_meets_its_clock_whether_written_before_or_after_the_closing(
    hours: int,
) -> None:
    closed_at = T0 + 3 * HOUR
    closed = replace(HANDLED, state=State.CLOSED, closed_at=closed_at)
    (owed,) = (one for one in clocks(closed, profile("M1"), CALENDAR) if one.end is Event.REPORTED)
    assert owed.is_open
    written = replace(closed, report=Report("S2026-000001", "", "", "", "", T0 + hours * HOUR))
    (met,) = (one for one in clocks(written, profile("M1"), CALENDAR) if one.end is Event.REPORTED)
    assert met.met_at == max(closed_at, T0 + hours * HOUR)
