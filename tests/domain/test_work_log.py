"""What an entry of the work log has to say, and when it goes where."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desk.domain import work_log as rules
from desk.domain.permissions import Permission, Role, may
from desk.domain.policy import Every, Post, ReportDay
from desk.domain.work_log import HANDED_IN, Kind, Measure, State, WorkLogEntry

NOW = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
HONG_KONG = ZoneInfo("Asia/Hong_Kong")
DAY = date(2026, 11, 21)
NOVEMBER = date(2026, 11, 1), date(2026, 11, 30)
WHOLE = WorkLogEntry(
    Kind.TRAINING,
    NOW,
    participants="陳詠詩、黃家俊",
    topic="首問責任",
    text="讀規程",
    findings="無異常",
    plan="下月再講",
    about="C2026-000045",
    unit_id=1,
    first_day=NOVEMBER[0],
    last_day=NOVEMBER[1],
)
EMPTY = WorkLogEntry(Kind.TRAINING, NOW)
ASKED = {
    Kind.TRAINING: {"participants", "topic"},
    Kind.BRIEFING: {"participants", "topic"},
    Kind.INTERVIEW_PLAN: {"plan", "first_day"},
    Kind.FILING_CHECK: {"participants", "findings", "about"},
    Kind.WORK_RECORD: {"participants", "text"},
    Kind.PATROL: {"participants", "topic", "findings"},
    Kind.HOUSEHOLD_VISIT: {"participants", "text", "unit"},
    Kind.MONTHLY_SUMMARY: {"text", "plan", "first_day"},
}


def codes(entry: WorkLogEntry) -> set[str]:
    return {one.code for one in rules.entry_reasons(entry, NOW)}


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_asks_for_its_own(kind: Kind) -> None:
    reasons = rules.entry_reasons(replace(EMPTY, kind=kind), NOW)
    assert {one.field for one in reasons} == ASKED[kind]


@pytest.mark.parametrize("kind", set(Kind) - {Kind.INTERVIEW_PLAN})
def test_whoever_says_it_all_is_not_refused(kind: Kind) -> None:
    assert codes(replace(WHOLE, kind=kind)) == set()


def test_a_plan_is_about_a_whole_year_and_a_summary_about_a_whole_month() -> None:
    year = replace(WHOLE, kind=Kind.INTERVIEW_PLAN, first_day=date(2027, 1, 1))
    assert codes(replace(year, last_day=date(2027, 12, 31))) == set()
    assert codes(replace(year, last_day=date(2027, 12, 30))) == {"work_log.year.missing"}
    month = replace(WHOLE, kind=Kind.MONTHLY_SUMMARY, last_day=date(2026, 11, 29))
    assert codes(month) == {"work_log.month.missing"}


def test_a_check_names_the_case_or_the_period() -> None:
    check = replace(WHOLE, kind=Kind.FILING_CHECK)
    for without in (replace(check, about=""), replace(check, first_day=None, last_day=None)):
        assert codes(without) == set()
    nothing = replace(check, about="", first_day=None, last_day=None)
    assert codes(nothing) == {"work_log.about.missing"}
    assert codes(replace(check, about="the blue one")) == {"work_log.about.unreadable"}


def test_a_period_has_two_ends_in_order() -> None:
    check = replace(WHOLE, kind=Kind.FILING_CHECK)
    assert codes(replace(check, last_day=None)) == {"work_log.period.half"}
    assert codes(replace(check, last_day=date(2026, 10, 1))) == {"work_log.period.backward"}


def test_nothing_is_written_down_before_it_happened_or_ages_after() -> None:
    assert codes(replace(WHOLE, happened_at=NOW + timedelta(hours=1))) == {
        "work_log.happened_at.future"
    }
    assert codes(replace(WHOLE, happened_at=NOW.replace(year=2006))) == {
        "work_log.happened_at.past"
    }


@pytest.mark.parametrize("measure", set(Measure) - {Measure.NONE})
def test_a_measure_is_said_in_words(measure: Measure) -> None:
    check = replace(WHOLE, kind=Kind.FILING_CHECK, measure=measure)
    assert codes(check) == {"work_log.measure_text.missing"}
    assert codes(replace(check, measure_text="表揚")) == set()


def test_filing_is_checked_by_who_heads_the_desk_or_the_office() -> None:
    wanted = rules.permission_for(Kind.FILING_CHECK)
    assert [role for role in Role if may(role, wanted)] == [
        Role.SUPERVISOR,
        Role.MANAGER,
        Role.GENERAL_MANAGER,
    ]
    others = {rules.permission_for(kind) for kind in set(Kind) - {Kind.FILING_CHECK}}
    assert others == {Permission.REGISTER}


def test_names_stand_one_beside_the_other() -> None:
    assert rules.names("陳詠詩、 黃家俊，Amy Lee; ") == ("陳詠詩", "黃家俊", "Amy Lee")
    assert rules.names("") == ()


# Handing in


def report(day: int) -> ReportDay:
    return ReportDay("summary.month", ("R198",), Every.MONTH, day, Post.SUPERVISOR, {})


@pytest.mark.parametrize(
    ("month", "last"),
    [
        (date(2026, 11, 1), 30),
        (date(2026, 12, 1), 30),
        (date(2027, 2, 1), 28),
        (date(2028, 2, 1), 29),
    ],
)
def test_a_summary_is_due_on_the_30th_or_the_last_day(month: date, last: int) -> None:
    first, end = rules.month_of(month)
    summary = replace(WHOLE, kind=Kind.MONTHLY_SUMMARY, first_day=first, last_day=end)
    assert rules.hand_in_by(summary, DAY, report(30)) == month.replace(day=last)
    assert rules.hand_in_by(summary, DAY, None) == end


@pytest.mark.parametrize("kind", Kind)
def test_a_daily_report_is_due_the_same_day_and_the_rest_stays_here(kind: Kind) -> None:
    found = rules.hand_in_by(replace(WHOLE, kind=kind), DAY, report(30))
    assert (found is not None) == (kind in HANDED_IN)
    if kind in (Kind.WORK_RECORD, Kind.PATROL):
        assert found == DAY


@pytest.mark.parametrize("hour", [0, 9, 15])  # 8:00, 17:00 and 23:00 there
def test_it_comes_back_the_next_day_at_nine(hour: int) -> None:
    back = rules.back_by(NOW.replace(hour=hour), HONG_KONG)
    assert back == datetime(2026, 11, 22, 1, tzinfo=UTC)
    assert back.tzinfo is UTC


def test_only_reports_are_handed_in_once_to_somebody_named() -> None:
    for kind in Kind:
        reasons = tuple(rules.submit_reasons(kind, State.KEPT, "林主管"))
        assert (reasons == ()) == (kind in HANDED_IN)
    (again,) = rules.submit_reasons(Kind.PATROL, State.SUBMITTED, "林主管")
    (nobody,) = rules.submit_reasons(Kind.PATROL, State.KEPT, "")
    assert (again.code, nobody.code) == ("work_log.submitted", "work_log.submitted_to.missing")


@pytest.mark.parametrize("state", State)
def test_what_was_handed_in_comes_back_signed_by_somebody_else(state: State) -> None:
    assert (rules.return_reasons(state, is_own=False) == ()) == (state is State.SUBMITTED)
    assert rules.return_reasons(state, is_own=True) != ()


def test_what_was_signed_stands_but_what_was_done_about_it_is_added() -> None:
    handled = replace(WHOLE, measure=Measure.RECTIFICATION, measure_text="已換燈")
    assert rules.change_reasons(State.RETURNED, WHOLE, handled) == ()
    (other,) = rules.change_reasons(State.RETURNED, WHOLE, replace(handled, findings="另有一處"))
    (void,) = rules.change_reasons(State.VOID, WHOLE, handled)
    (kind,) = rules.change_reasons(State.KEPT, WHOLE, replace(WHOLE, kind=Kind.BRIEFING))
    assert [one.code for one in (other, void, kind)] == [
        "work_log.returned",
        "work_log.void",
        "work_log.kind.fixed",
    ]


def test_it_is_void_once_with_its_reason() -> None:
    assert rules.void_reasons(State.RETURNED, "重複") == ()
    assert rules.void_reasons(State.KEPT, "") != ()
    assert rules.void_reasons(State.VOID, "重複") != ()
