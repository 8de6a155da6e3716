"""What the manuals ask the office to write down beside its cases: the work log."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from desk.domain import work_log as rules
from desk.domain.reception import Channel
from desk.domain.work_log import Kind, Measure, State, WorkLogEntry
from desk.services import policy, work_log
from tests.clauses.asking import codes, fields, refused
from tests.clauses.registry import clause
from tests.conftest import NOW
from tests.services.closing_course import Desk


def asked(kind: Kind) -> set[str | None]:
    """What an entry that says nothing lacks."""
    return fields(rules.entry_reasons(WorkLogEntry(kind, NOW), NOW))


@clause("R17", without="desk.domain.work_log.Kind.TRAINING")
def test_training_is_a_kind_of_entry() -> None:
    assert {"training", "briefing"} <= set(Kind)


@clause("R17", without="desk.domain.work_log.training_reasons")
def test_a_training_says_who_took_part_and_its_topic() -> None:
    for kind in (Kind.TRAINING, Kind.BRIEFING):
        assert asked(kind) == {"participants", "topic"}


@clause("R71", without="desk.domain.work_log.interview_reasons")
def test_the_interview_plan_is_about_a_year_and_says_what_is_planned() -> None:
    assert asked(Kind.INTERVIEW_PLAN) == {"plan", "first_day"}


@clause(
    "R95", without=("desk.domain.reception.Channel.MEDIA", "desk.domain.reception.Channel.NETWORK")
)
def test_media_and_network_are_channels() -> None:
    assert {"media", "network"} <= set(Channel)


CHECK = WorkLogEntry(
    Kind.FILING_CHECK,
    NOW,
    participants="林主管",
    findings="記錄齊全",
    first_day=date(2026, 11, 1),
    last_day=date(2026, 11, 20),
)


@clause("R154", without="desk.domain.work_log.permission_for")
def test_filing_is_checked_by_whoever_heads_the_office_or_the_desk(office: Desk) -> None:
    assert refused(work_log.register, office.by("lee"), CHECK) == {"permission.missing"}
    assert refused(work_log.register, office.by("lam"), CHECK) == set()


@clause("R154", without="desk.domain.work_log.filing_check_reasons")
def test_a_check_names_the_case_or_the_period_and_what_was_found() -> None:
    assert asked(Kind.FILING_CHECK) == {"participants", "findings", "about"}
    assert rules.entry_reasons(CHECK, NOW) == ()


@clause("R154", without="desk.domain.work_log.measure_reasons")
def test_a_reward_or_a_penalty_is_said() -> None:
    for measure in (Measure.REWARD, Measure.PENALTY):
        said = rules.entry_reasons(replace(CHECK, measure=measure), NOW)
        assert fields(said) == {"measure_text"}


@clause("R195", without="desk.domain.work_log.submit_reasons")
def test_the_round_goes_to_a_superior_who_is_named() -> None:
    for kind in (Kind.PATROL, Kind.WORK_RECORD):
        assert fields(rules.submit_reasons(kind, State.KEPT, "")) == {"submitted_to"}


@clause("R195", without="desk.domain.work_log.back_by")
def test_it_comes_back_the_next_day_at_nine() -> None:
    evening = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
    back = rules.back_by(evening, ZoneInfo("Asia/Shanghai"))
    assert back == datetime(2026, 11, 22, 1, tzinfo=UTC)


@clause("R195", without="desk.domain.work_log.return_reasons")
def test_it_comes_back_signed_by_somebody_else() -> None:
    assert codes(rules.return_reasons(State.SUBMITTED, is_own=True)) == {"work_log.own"}
    assert codes(rules.return_reasons(State.KEPT, is_own=False)) == {"work_log.not_submitted"}


@clause("R196", without="desk.domain.work_log.visit_reasons")
def test_a_household_visit_names_the_household() -> None:
    assert asked(Kind.HOUSEHOLD_VISIT) == {"unit", "participants", "text"}


@clause("R197", without="desk.domain.work_log.patrol_reasons")
def test_a_round_has_its_emphasis_and_its_findings() -> None:
    assert asked(Kind.PATROL) == {"participants", "topic", "findings"}


SUMMARY = WorkLogEntry(Kind.MONTHLY_SUMMARY, NOW, text="二月", plan="三月")


@clause("R198", without="desk.domain.work_log.summary_reasons")
def test_a_summary_has_its_month_and_the_next_months_plan() -> None:
    assert asked(Kind.MONTHLY_SUMMARY) == {"text", "plan", "first_day"}


@clause("R198", without=("desk.domain.work_log.hand_in_by", "M2:report.summary.month"))
def test_a_summary_is_due_on_the_30th_or_the_last_day() -> None:
    reports = {one.code: one for one in policy.profile("M2").reports}
    report = reports.get(rules.SUMMARY_REPORT)
    for month, last in ((date(2026, 2, 1), 28), (date(2026, 10, 1), 30), (date(2026, 11, 1), 30)):
        first, end = rules.month_of(month)
        about = replace(SUMMARY, first_day=first, last_day=end)
        assert rules.hand_in_by(about, first, report) == month.replace(day=last)
