"""Closing on a real database: what is kept, who may, what two clerks do to one case."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from desk.clock import FixedClock
from desk.domain.complaint import ContactMethod, Ground, Severity
from desk.domain.complaint_handling import ReworkEntry
from desk.domain.permissions import Role
from desk.errors import RuleRefused, StaleRecord
from desk.services import complaint, complaint_case, complaint_handling, policy
from desk.services import complaint_closing as closing
from desk.services.complaint_case import Case
from desk.services.complaint_closing import (
    NoticeEntry,
    NoticeKind,
    SignedCopyEntry,
    SummaryEntry,
    TellEntry,
)
from desk.services.workplace import Workplace
from tests.services import case_course as course
from tests.services import closing_course as to
from tests.services.closing_course import SUMMARY, Desk

TOLD = TellEntry(ContactMethod.VISIT, "李小龍", None, "已清潔")


@pytest.fixture
def desk(workplace: Workplace, clock: FixedClock) -> Desk:
    return to.opened(workplace, clock)


def refusal(deed: Callable[[], object]) -> list[str]:
    with pytest.raises(RuleRefused) as refused:
        deed()
    return [one.code for one in refused.value.reasons]


def close(desk: Desk, case: Case, login: str = "lee", result: str = "住戶滿意") -> Case:
    return closing.close(desk.by(login), case.detail.id, case.detail.version, result)


def owed(desk: Desk, case: Case) -> list[str]:
    """What the day's list still has open of it."""
    with desk.admin.reading() as reader:
        rows = reader.exec_driver_sql(
            "SELECT clock FROM deadline WHERE record_id = ? AND met_at IS NULL"
            " AND ended_at IS NULL ORDER BY clock",
            (case.detail.id,),
        )
        return [row[0] for row in rows]


# What is written down


def test_r166_the_signed_copy_is_kept_with_who_signed_and_when(desk: Desk) -> None:
    case = to.handled(desk, ground=Ground.ON_SITE)
    entry = SignedCopyEntry(" 曾\u202e德華 ", desk.clock.now())
    after = closing.signed_copy(desk.by("chan"), case.detail.id, case.detail.version, entry)
    assert (after.facts.signed_copy_at, after.texts.signed_copy_by) == (
        desk.clock.now(),
        "曾德華",
    )
    assert "complaint.signed_copy.missing" not in {one.code for one in after.blockers}


@pytest.mark.parametrize("kind", NoticeKind)
def test_r167_a_notice_of_each_kind_is_kept(desk: Desk, kind: NoticeKind) -> None:
    case = to.handled(desk)
    entry = NoticeEntry(kind, "林主管", None, "已完成清洗")
    after = closing.notice(desk.by("chan"), case.detail.id, case.detail.version, entry)
    assert (after.facts.notice_kind, after.texts.notice_from, after.texts.notice_text) == (
        kind,
        "林主管",
        "已完成清洗",
    )
    assert after.facts.notice_at == desk.clock.now()


def test_r172_the_handler_cannot_verify_and_another_can(desk: Desk) -> None:
    case = to.handled(desk)
    key, version = case.detail.id, case.detail.version
    assert refusal(lambda: closing.verify(desk.by("lee"), key, version, "已見")) == [
        "closing.verify.own"
    ]
    assert [one.code for one in closing.verify_reasons(desk.by("lee"), case)] == [
        "closing.verify.own"
    ]
    after = closing.verify(desk.by("chan"), key, version, "到場見已乾爽")
    assert (after.texts.verified_by, after.texts.verified_text) == ("陳小明", "到場見已乾爽")


def test_r132_the_summary_says_why_learnt_avoid_and_adjust(desk: Desk) -> None:
    case = to.handled(desk)
    after = closing.summarise(desk.by("lee"), case.detail.id, case.detail.version, SUMMARY)
    facts = after.facts
    assert (
        SummaryEntry(
            facts.why_it_happened,
            facts.what_was_learnt,
            facts.how_to_avoid,
            facts.what_to_adjust,
        )
        == SUMMARY
    )


def test_r174_the_result_may_be_written_before_the_closing(desk: Desk) -> None:
    case = to.attested(desk, to.handled(desk))
    key = case.detail.id
    written = closing.write_result(desk.by("chan"), key, case.detail.version, "已清潔")
    assert written.facts.result == "已清潔"
    assert close(desk, written, result="").detail.result == "已清潔"


def test_r7_r147_the_result_told_the_same_day_meets_its_clock(desk: Desk) -> None:
    case = to.handled(desk)
    assert "tell.ceiling" in owed(desk, case)
    desk.clock.advance(timedelta(hours=1))
    after = closing.tell_result(desk.by("lee"), case.detail.id, case.detail.version, TOLD)
    (step,) = after.facts.steps_of("told")
    assert (step.person, step.how, step.text) == ("李小龍", "visit", "已清潔")
    clock = next(one for one in after.clocks if one.code == "tell.ceiling")
    assert (clock.met_at, clock.is_missed(desk.clock.now())) == (desk.clock.now(), False)
    assert "tell.ceiling" not in owed(desk, after)


def test_r7_a_result_told_the_next_day_is_late(desk: Desk) -> None:
    case = to.handled(desk)
    desk.clock.advance(timedelta(days=1))
    after = closing.tell_result(desk.by("lee"), case.detail.id, case.detail.version, TOLD)
    clock = next(one for one in after.clocks if one.code == "tell.ceiling")
    assert clock.is_missed(desk.clock.now())


def test_texts_that_are_too_long_are_among_the_reasons(desk: Desk) -> None:
    case = to.handled(desk)
    entry = NoticeEntry(None, "林" * 81, None, "水" * 4_001)
    assert refusal(
        lambda: closing.notice(desk.by("lee"), case.detail.id, case.detail.version, entry)
    ) == ["text.too_long", "text.too_long", "closing.notice_kind.missing"]


# What cannot be handled


def test_r173_unsolvable_waits_on_the_list_and_is_taken_up_again(desk: Desk) -> None:
    case = course.filed(desk.by("lee"))
    stuck = closing.mark_unsolvable(desk.by("lam"), case.detail.id, case.detail.version, "廠方停產")
    assert (stuck.texts.unsolvable_why, "consent" in owed(desk, stuck)) == ("廠方停產", True)
    again = closing.take_up(desk.by("lam"), case.detail.id, stuck.detail.version, "代用零件")
    assert (again.facts.unsolvable_at, "consent" in owed(desk, again)) == (None, False)
    assert [(one.kind, one.text) for one in again.facts.steps][-2:] == [
        ("unsolvable", "廠方停產"),
        ("taken_up", "代用零件"),
    ]


def test_what_was_solved_after_all_and_is_done_over_is_not_unsolvable_again(desk: Desk) -> None:
    case = course.filed(desk.by("lee"))
    stuck = closing.mark_unsolvable(desk.by("lam"), case.detail.id, case.detail.version, "廠方停產")
    solved = course.handled(desk.by("lee"), stuck)
    redo = complaint_handling.rework(
        desk.by("lee"),
        case.detail.id,
        solved.detail.version,
        ReworkEntry(desk.clock.now(), "仍然滲水"),
    )
    assert (redo.facts.unsolvable_at, redo.texts.unsolvable_why) == (None, "")
    assert "complaint.not_handled" in {one.code for one in redo.blockers}


def test_work_that_is_done_over_is_attested_anew(desk: Desk) -> None:
    case = to.attested(desk, to.handled(desk))
    case = closing.write_result(desk.by("lee"), case.detail.id, case.detail.version, "已清潔")
    desk.clock.advance(timedelta(hours=1))
    entry = ReworkEntry(desk.clock.now(), "仍然滲水")
    redo = complaint_handling.rework(desk.by("lee"), case.detail.id, case.detail.version, entry)
    assert {
        "complaint.not_handled",
        "complaint.result.missing",
        "complaint.notice.missing",
        "complaint.verified.missing",
        "complaint.told.missing",
    } <= {one.code for one in redo.blockers}


# Closing


def test_a_case_with_nothing_missing_is_closed_and_signed_by_the_clerk(desk: Desk) -> None:
    case = to.attested(desk, to.handled(desk))
    assert [one.code for one in case.blockers] == ["complaint.result.missing"]
    desk.clock.advance(timedelta(hours=2))
    after = close(desk, case)
    assert (after.detail.state, after.detail.closed_by, after.detail.closed_at) == (
        "closed",
        "李美玲",
        desk.clock.now(),
    )
    assert owed(desk, after) == ["callback"]


def test_everything_that_is_missing_is_refused_at_once_and_nothing_changes(desk: Desk) -> None:
    case = course.filed(desk.by("lee"), Severity.MAJOR, Ground.ON_SITE)
    found = refusal(lambda: close(desk, case, result=""))
    assert found == [one.code for one in case.blockers]
    assert set(found) == {
        "complaint.not_handled",
        "complaint.result.missing",
        "complaint.signed_copy.missing",
        "complaint.agreement.missing",
        "complaint.verified.missing",
        "complaint.told.missing",
        "complaint.why_it_happened.missing",
        "complaint.what_was_learnt.missing",
        "complaint.how_to_avoid.missing",
        "complaint.corrective_action.missing",
    }
    assert to.now(desk, case) == case


def test_a_case_that_nobody_filed_is_not_closed(desk: Desk) -> None:
    case = course.registered(desk.by("lee"))
    assert refusal(lambda: close(desk, case)) == ["complaint.not_filed"]


def test_two_clerks_close_one_case_once(desk: Desk) -> None:
    case = to.attested(desk, to.handled(desk))
    close(desk, case, "lee")
    with pytest.raises(StaleRecord):
        close(desk, case, "chan")
    assert refusal(lambda: close(desk, to.now(desk, case), "chan")) == ["complaint.closed"]


def test_nobody_writes_over_what_another_wrote(desk: Desk) -> None:
    case = to.handled(desk)
    key, version = case.detail.id, case.detail.version
    closing.verify(desk.by("chan"), key, version, "已見")
    for deed in (
        lambda: closing.verify(desk.by("lam"), key, version, "x"),
        lambda: closing.signed_copy(desk.by("lee"), key, version, SignedCopyEntry("x")),
        lambda: closing.summarise(desk.by("lee"), key, version, SUMMARY),
        lambda: closing.write_result(desk.by("lee"), key, version, "x"),
        lambda: closing.tell_result(desk.by("lee"), key, version, TOLD),
        lambda: closing.mark_unsolvable(desk.by("lee"), key, version, "x"),
        lambda: closing.close(desk.by("lee"), key, version, "x"),
    ):
        with pytest.raises(StaleRecord):
            deed()


def test_after_the_closing_nothing_of_it_is_written_any_more(desk: Desk) -> None:
    case = to.closed(desk)
    lee, key, version = desk.by("lee"), case.detail.id, case.detail.version
    for deed in (
        lambda: closing.verify(desk.by("chan"), key, version, "x"),
        lambda: closing.signed_copy(lee, key, version, SignedCopyEntry("x")),
        lambda: closing.notice(lee, key, version, NoticeEntry(NoticeKind.TEXT, "x", None, "x")),
        lambda: closing.summarise(lee, key, version, SUMMARY),
        lambda: closing.write_result(lee, key, version, "x"),
        lambda: closing.tell_result(lee, key, version, TOLD),
        lambda: closing.mark_unsolvable(lee, key, version, "x"),
        lambda: closing.take_up(lee, key, version, "x"),
        lambda: closing.close(lee, key, version, "x"),
    ):
        assert refusal(deed) == ["complaint.closed"]


def test_r164_no_case_closes_or_lapses_by_itself(desk: Desk) -> None:
    case = to.attested(desk, to.handled(desk))
    desk.clock.advance(timedelta(days=4000))
    complaint_case.promote_due(desk.by("lee"))
    after = to.now(desk, case)
    assert (after.detail.state, after.facts.is_open) == ("handled", True)
    assert complaint.page(desk.by("lee"), complaint.ComplaintFilter()).rows[0].state == "handled"


def test_a_case_is_closed_under_the_policy_it_was_opened_under(desk: Desk) -> None:
    older = to.handled(desk)
    today = desk.admin.estate.custom.day(desk.clock.now())
    policy.adopt(desk.by("lam"), policy.profile("M0"), today, "改用 M0")
    newer = to.handled(desk)
    asked = {one.code for one in to.now(desk, older).blockers}
    assert {"complaint.verified.missing", "complaint.told.missing"} <= asked
    assert {one.code for one in newer.blockers} == {
        "complaint.result.missing",
        "complaint.told.missing",
    }


def test_who_may_only_look_writes_nothing_down(desk: Desk) -> None:
    case = to.attested(desk, to.handled(desk))
    chan = desk.by("chan")
    looker = chan.signed_in_as(replace(chan.actor, role=Role.QUALITY_SUPERVISOR))
    key, version = case.detail.id, case.detail.version
    for deed in (
        lambda: closing.close(looker, key, version, "x"),
        lambda: closing.verify(looker, key, version, "x"),
        lambda: closing.mark_unsolvable(looker, key, version, "x"),
        lambda: closing.tell_result(looker, key, version, TOLD),
    ):
        assert refusal(deed) == ["permission.missing"]
    for words in (
        closing.close_reasons,
        closing.note_reasons,
        closing.verify_reasons,
        closing.unsolvable_reasons,
        closing.solvable_reasons,
        closing.tell_reasons,
    ):
        assert words(looker, case)[0].code == "permission.missing"
