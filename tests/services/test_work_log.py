"""The work log through its services, on a real database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desk.clock import FixedClock
from desk.domain.permissions import Role
from desk.domain.reception import ReceptionEntry
from desk.domain.work_log import Kind, Measure, State, WorkLogEntry
from desk.errors import NotFound, RuleRefused, StaleRecord
from desk.services import find, history, reception, staff, work_log
from desk.services.work_log import WorkLogFilter, WorkLogRow
from desk.services.workplace import Actor, Workplace
from tests.conftest import CHEAP, NOW, PASSWORD
from tests.services.conftest import Household

ROUND = WorkLogEntry(
    Kind.PATROL, NOW, participants="曾德華、李美玲", topic="天台及水泵房", findings="照明一盞不亮"
)
TRAINING = WorkLogEntry(Kind.TRAINING, NOW, participants="曾德華", topic="首問責任制")


def at_desk(workplace: Workplace, login: str, role: Role) -> Workplace:
    """The desk with somebody else at it."""
    entry = staff.AccountEntry(login, f"{login} 主任", role, "zh_Hant")
    one = staff.add(workplace, entry, PASSWORD, CHEAP)
    return workplace.signed_in_as(Actor(one.id, login, one.name, role, "zh_Hant"))


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> set[str]:
    return {one.code for one in refused.value.reasons}


def submitted(workplace: Workplace) -> WorkLogRow:
    known = work_log.register(workplace, ROUND)
    return work_log.submit(workplace, known.id, known.version, "林主管")


def test_an_entry_is_numbered_and_kept(workplace: Workplace) -> None:
    known = work_log.register(workplace, TRAINING)
    assert (known.number, known.state, known.by) == ("L2026-000001", State.KEPT, "陳大文")
    assert work_log.get(workplace, "L2026-000001") == work_log.get(workplace, known.id) == known
    assert work_log.entry_of(known) == TRAINING
    with pytest.raises(NotFound):
        work_log.get(workplace, "L2026-000002")


def test_everything_that_is_wrong_is_said_at_once_and_no_number_is_lost(
    workplace: Workplace,
) -> None:
    wrong = replace(TRAINING, topic=" ", participants="", about="R2026-000009")
    with pytest.raises(RuleRefused) as refused:
        work_log.register(workplace, wrong)
    assert codes(refused) == {
        "work_log.topic.missing",
        "work_log.participants.missing",
        "work_log.about.unknown",
    }
    assert work_log.register(workplace, TRAINING).number == "L2026-000001"


def test_a_change_is_kept_in_the_history_and_a_stale_one_refused(workplace: Workplace) -> None:
    known = work_log.register(workplace, TRAINING)
    after = work_log.change(workplace, known.id, known.version, replace(TRAINING, topic="禮儀"))
    assert after.topic == "禮儀"
    with pytest.raises(StaleRecord):
        work_log.change(workplace, known.id, known.version, TRAINING)
    kept = history.page(workplace, history.Filter(kind="work_log")).rows
    assert [(one.deed, one.record) for one in kept] == [
        ("changed", known.number),
        ("created", known.number),
    ]


def test_a_check_of_filing_is_written_down_by_a_lead_alone(workplace: Workplace) -> None:
    visit = reception.register(workplace, ReceptionEntry(NOW, caller_name="王小姐", request="查詢"))
    check = WorkLogEntry(
        Kind.FILING_CHECK,
        NOW,
        participants="林主管",
        findings="記錄齊全",
        measure=Measure.REWARD,
        measure_text="表揚接待員",
        about=visit.number.lower().replace("-", ""),
    )
    lee = at_desk(workplace, "lee", Role.RECEPTIONIST)
    with pytest.raises(RuleRefused) as refused:
        work_log.register(lee, check)
    assert codes(refused) == {"permission.missing"}
    assert Kind.FILING_CHECK not in work_log.kinds_for(lee)
    lam = at_desk(workplace, "lam", Role.SUPERVISOR)
    known = work_log.register(lam, check)
    assert known.about == visit.number
    for deed in (work_log.void, work_log.submit):
        with pytest.raises(RuleRefused):
            deed(lee, known.id, known.version, "x")


def test_a_round_goes_to_the_superior_and_comes_back_next_day_at_nine(
    workplace: Workplace, clock: FixedClock
) -> None:
    known = submitted(workplace)
    assert known.hand_in_by == datetime(2026, 11, 21, 16, tzinfo=UTC)
    assert (known.submitted_to, known.submitted_at) == ("林主管", NOW)
    assert known.back_by == datetime(2026, 11, 22, 1, tzinfo=UTC)
    clock.moment = NOW + timedelta(hours=18)
    lam = at_desk(workplace, "lam", Role.SUPERVISOR)
    assert work_log.give_back_reasons(lam, known) == ()
    back = work_log.give_back(lam, known.id, known.version, "盡快換燈")
    assert (back.state, back.returned_by, back.remark) == ("returned", "lam 主任", "盡快換燈")
    assert back.returned_at == clock.moment
    handled = replace(ROUND, measure=Measure.RECTIFICATION, measure_text="已換")
    assert work_log.change(workplace, back.id, back.version, handled).measure_text == "已換"


def test_nobody_signs_what_she_wrote_and_a_clerk_signs_nothing(workplace: Workplace) -> None:
    lam = at_desk(workplace, "lam", Role.SUPERVISOR)
    known = submitted(lam)
    with pytest.raises(RuleRefused) as refused:
        work_log.give_back(lam, known.id, known.version, "")
    assert codes(refused) == {"work_log.own"}
    lee = at_desk(workplace, "lee", Role.RECEPTIONIST)
    with pytest.raises(RuleRefused) as refused:
        work_log.give_back(lee, known.id, known.version, "")
    assert codes(refused) == {"permission.missing"}


def test_a_summary_is_due_as_the_policy_says(workplace: Workplace) -> None:
    summary = WorkLogEntry(
        Kind.MONTHLY_SUMMARY,
        NOW,
        text="十月處理投訴十二宗",
        plan="加強巡視",
        first_day=date(2026, 10, 1),
        last_day=date(2026, 10, 31),
    )
    known = work_log.register(workplace, summary)
    assert known.hand_in_by == datetime(2026, 10, 30, 16, tzinfo=UTC)


def test_what_is_void_keeps_its_number_and_is_changed_no_more(workplace: Workplace) -> None:
    known = work_log.register(workplace, TRAINING)
    void = work_log.void(workplace, known.id, known.version, "重複登記")
    assert (void.state, void.void_why, void.number) == ("void", "重複登記", known.number)
    with pytest.raises(RuleRefused) as refused:
        work_log.change(workplace, void.id, void.version, TRAINING)
    assert codes(refused) == {"work_log.void"}
    assert {one.code for one in work_log.void_reasons(workplace, void)} == {"work_log.void"}


def test_the_register_is_read_by_pages_and_narrowed(
    workplace: Workplace, household: Household
) -> None:
    entries = [replace(TRAINING, happened_at=NOW - timedelta(days=at // 2)) for at in range(7)]
    kept = [work_log.register(workplace, one) for one in entries]
    visit = WorkLogEntry(
        Kind.HOUSEHOLD_VISIT, NOW, participants="黃家俊", text="問候", unit_id=household.unit_id
    )
    visited = work_log.register(workplace, visit)
    wanted = sorted((*kept, visited), key=lambda one: (one.happened_at, one.id), reverse=True)
    seen: list[WorkLogRow] = []
    after = None
    while True:
        page = work_log.page(workplace, WorkLogFilter(), after, 3)
        seen += page.rows
        after = page.next_key
        if after is None:
            break
    assert seen == wanted
    day = date(2026, 11, 20)
    for narrowed, numbers in (
        (WorkLogFilter(kind=Kind.HOUSEHOLD_VISIT), {visited.number}),
        (WorkLogFilter(unit_id=household.unit_id), {visited.number}),
        (WorkLogFilter(text="黃家俊"), {visited.number}),
        (WorkLogFilter(text="hjj"), {visited.number}),
        (WorkLogFilter(text="12B"), {visited.number}),
        (WorkLogFilter(text="!"), set()),
        (WorkLogFilter(state=State.VOID), set()),
        (WorkLogFilter(first_day=day, last_day=day), {kept[2].number, kept[3].number}),
    ):
        assert {one.number for one in work_log.page(workplace, narrowed).rows} == numbers


def test_the_one_search_box_finds_it_by_words_and_number(workplace: Workplace) -> None:
    known = work_log.register(workplace, ROUND)
    (hit,) = find.find(workplace, "水泵房").work_logs
    assert (hit.number, hit.who) == (known.number, ROUND.participants)
    found = find.find(workplace, known.number)
    assert (found.exact_kind, found.exact and found.exact.id) == ("work_log", known.id)
