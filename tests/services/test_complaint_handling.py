"""Handling a case on a real database: sheets, work done and done over, acting at once."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desk.clock import FixedClock
from desk.domain import hand_out as sheets
from desk.domain.complaint import Filing, Severity, State, Urgency
from desk.domain.complaint_handling import HandleEntry, ReworkEntry
from desk.domain.hand_out import HandOutEntry, SheetEntry
from desk.domain.permissions import Permission, Role
from desk.domain.staff import AccountEntry
from desk.errors import RuleRefused, StaleRecord
from desk.services import complaint_case, staff
from desk.services import complaint_handling as handling
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace
from tests.conftest import CHEAP, NOW, PASSWORD
from tests.services.case_course import file, filed, handled, registered

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> list[str]:
    return [reason.code for reason in refused.value.reasons]


def owed(workplace: Workplace, case: Case) -> dict[str, datetime | None]:
    """The clocks that the day's list keeps of a case, and when each was met."""
    found = complaint_case.get(workplace, case.detail.id)
    with workplace.reading() as reader:
        rows = reader.exec_driver_sql(
            "SELECT clock, met_at IS NOT NULL FROM deadline WHERE record_id = ?", (case.detail.id,)
        ).all()
    clocks = {one.code: one.met_at for one in found.clocks}
    assert {row[0]: bool(row[1]) for row in rows if row[0] in clocks} == {
        code: met is not None for code, met in clocks.items()
    }
    return clocks


def hand_out(workplace: Workplace, case: Case, *departments: str) -> Case:
    entry = HandOutEntry(workplace.now(), departments, "請即派員")
    return handling.hand_out(workplace, case.detail.id, case.detail.version, entry)


# Sheets


def test_r143_the_sheet_goes_out_and_its_clock_is_met(
    workplace: Workplace, clock: FixedClock
) -> None:
    case = filed(workplace)
    assert owed(workplace, case)["hand_out"] is None
    clock.advance(5 * MINUTE)
    case = hand_out(workplace, case, "工程部", "清潔部")
    assert owed(workplace, case)["hand_out"] == NOW + 5 * MINUTE
    out = sheets.sheets(case.facts)
    assert [one.hand_out.person for one in out] == ["工程部", "清潔部"]
    assert {one.hand_out.text for one in out} == {"請即派員"}
    assert case.texts.department == "清潔部"


def test_r143_the_receiver_signs_and_r145_the_sheet_comes_back(
    workplace: Workplace, clock: FixedClock
) -> None:
    case = hand_out(workplace, filed(workplace), "工程部")
    (sheet,) = sheets.sheets(case.facts)
    clock.advance(HOUR)
    entry = SheetEntry(clock.moment, sheet.hand_out.id, "李大文")
    case = handling.sign_sheet(workplace, case.detail.id, case.detail.version, entry)
    case = handled(workplace, case)
    assert owed(workplace, case)["sheet_back"] is None
    clock.advance(HOUR)
    entry = replace(entry, at=clock.moment, text="已更換")
    case = handling.return_sheet(workplace, case.detail.id, case.detail.version, entry)
    (sheet,) = sheets.sheets(case.facts)
    assert sheet.signed is not None
    assert sheet.returned is not None
    assert (sheet.signed.person, sheet.returned.at) == ("李大文", NOW + 2 * HOUR)
    assert owed(workplace, case)["sheet_back"] == NOW + 2 * HOUR
    with pytest.raises(RuleRefused) as refused:
        handling.return_sheet(workplace, case.detail.id, case.detail.version, entry)
    assert codes(refused) == ["complaint.sheet.returned_already"]


def test_everything_wrong_with_a_hand_out_is_said_at_once(workplace: Workplace) -> None:
    case = registered(workplace)
    entry = HandOutEntry(NOW + HOUR, (" ", "部" * 81), "x" * 4_001)
    with pytest.raises(RuleRefused) as refused:
        handling.hand_out(workplace, case.detail.id, case.detail.version, entry)
    assert sorted(codes(refused)) == [
        "complaint.at.future",
        "complaint.not_filed",
        "text.too_long",
        "text.too_long",
    ]


def test_a_time_typed_to_the_minute_may_be_that_of_the_report(
    workplace: Workplace, clock: FixedClock
) -> None:
    clock.advance(timedelta(seconds=33))
    case = filed(workplace)
    clock.advance(timedelta(seconds=20))
    entry = HandOutEntry(NOW, ("工程部",))
    case = handling.hand_out(workplace, case.detail.id, case.detail.version, entry)
    assert owed(workplace, case)["hand_out"] == NOW + timedelta(seconds=33)


# Handled


def test_r145_it_is_handled_by_the_clerk_when_it_was(
    workplace: Workplace, clock: FixedClock
) -> None:
    case = filed(workplace)
    clock.advance(3 * HOUR)
    case = handled(workplace, case, at=NOW + HOUR, on_site=True)
    facts = case.facts
    assert (facts.state, facts.handled_at, facts.on_site) == (State.HANDLED, NOW + HOUR, True)
    assert facts.handled_by_id == workplace.actor.id
    assert (case.detail.process, case.detail.handled_by) == ("已派員清潔", "陳大文")
    assert owed(workplace, case)["solve.minor"] == NOW + HOUR
    assert owed(workplace, case)["tell.ceiling"] is None
    (step,) = facts.steps_of("handled")
    assert (step.person, step.text) == ("陳大文", "已派員清潔")


@pytest.mark.parametrize(
    ("handler", "by"), [("", "陳大文"), ("李美玲", "李美玲"), ("李 師傅", None)]
)
def test_r172_the_handler_is_an_account_where_one_has_the_name(
    workplace: Workplace, handler: str, by: str | None
) -> None:
    staff.add(workplace, AccountEntry("lee", "李美玲", Role.SUPERVISOR), PASSWORD, CHEAP)
    case = handled(workplace, filed(workplace), handler=handler)
    assert case.detail.handled_by == by
    assert next(case.facts.steps_of("handled")).person == (handler or "陳大文")


def test_of_two_namesakes_the_clerk_at_the_desk_is_the_handler(workplace: Workplace) -> None:
    staff.add(workplace, AccountEntry("aaa", "陳大文", Role.SUPERVISOR), PASSWORD, CHEAP)
    case = handled(workplace, filed(workplace), handler="陳大文")
    assert case.facts.handled_by_id == workplace.actor.id


def test_a_long_process_is_begun_in_the_journal_and_whole_in_the_record(
    workplace: Workplace,
) -> None:
    case = handled(workplace, filed(workplace), process="修" * 5_000)
    (step,) = case.facts.steps_of("handled")
    assert (len(step.text), step.text[-1]) == (4_000, "…")
    assert len(case.detail.process) == 5_000


@pytest.mark.parametrize("urgent", [frozenset(), frozenset({Urgency.WORSE})])
def test_r152_r3_only_what_is_filed_or_acted_upon_at_once_is_handled(
    workplace: Workplace, urgent: frozenset[Urgency]
) -> None:
    case = registered(workplace, immediate=urgent)
    if urgent:
        assert handled(workplace, case).facts.state is State.HANDLED
        return
    with pytest.raises(RuleRefused) as refused:
        handled(workplace, case)
    assert codes(refused) == ["complaint.not_filed"]


def test_what_was_acted_upon_at_once_is_filed_afterwards(workplace: Workplace) -> None:
    case = registered(workplace, immediate=frozenset({Urgency.EFFECT}))
    case = file(workplace, handled(workplace, case))
    assert (case.facts.filing, case.facts.state) == (Filing.FILED, State.HANDLED)
    assert owed(workplace, case)["hand_out"] == NOW  # R186: solved at the desk


# Done over


def test_r191_work_done_over_starts_anew_and_needs_new_proof(
    workplace: Workplace, clock: FixedClock
) -> None:
    case = handled(workplace, filed(workplace))
    with workplace.deed(Permission.REGISTER) as work:
        row = complaint_case.opened(work, case.detail.id, case.detail.version).row
        row.verified_at, row.verified_by_id, row.verified_text = NOW, workplace.actor.id, "正常"
        row.notice_at, row.notice_kind, row.signed_copy_at = NOW, "document", NOW
        case = complaint_case.finished(work, row)
    clock.advance(HOUR)
    entry = ReworkEntry(clock.moment, "仍然漏水")
    case = handling.rework(workplace, case.detail.id, case.detail.version, entry)
    facts = case.facts
    assert (facts.state, facts.handled_at, facts.handled_by_id) == (State.REGISTERED, None, None)
    assert (facts.verified_at, facts.verified_by_id, facts.notice_at) == (None, None, None)
    assert (facts.signed_copy_at, facts.notice_kind, case.texts.verified_text) == (None, "", "")
    assert owed(workplace, case)["solve.minor"] is None
    assert facts.round == 2
    (step,) = facts.steps_of("reworked")
    assert (step.at, step.text) == (NOW + HOUR, "仍然漏水")
    case = handled(workplace, case)
    assert case.facts.state is State.HANDLED


# At once


def test_r3_the_reasons_for_acting_at_once_are_ticked(workplace: Workplace) -> None:
    case = registered(workplace)
    urgent = {Urgency.CRISIS, Urgency.WORSE}
    case = handling.act_immediately(workplace, case.detail.id, case.detail.version, urgent)
    assert case.facts.immediate == urgent
    (step,) = case.facts.steps_of("immediate")
    assert step.code == "ae"
    with pytest.raises(RuleRefused) as refused:
        handling.act_immediately(workplace, case.detail.id, case.detail.version, set())
    assert codes(refused) == ["complaint.immediate.missing"]


# Every deed


def test_a_deed_on_a_case_that_was_changed_meanwhile_is_refused(workplace: Workplace) -> None:
    case = filed(workplace, Severity.MAJOR)
    hand_out(workplace, case, "工程部")
    for deed in (
        lambda: hand_out(workplace, case, "清潔部"),
        lambda: handled(workplace, case),
        lambda: handling.act_immediately(
            workplace, case.detail.id, case.detail.version, {Urgency.WORSE}
        ),
    ):
        with pytest.raises(StaleRecord):
            deed()


def test_only_desk_workers_handle(workplace: Workplace) -> None:
    case = filed(workplace)
    looker = workplace.signed_in_as(replace(workplace.actor, role=Role.QUALITY_SUPERVISOR))
    with pytest.raises(RuleRefused) as refused:
        handling.handle(looker, case.detail.id, case.detail.version, HandleEntry(NOW, "x"))
    assert codes(refused) == ["permission.missing"]
