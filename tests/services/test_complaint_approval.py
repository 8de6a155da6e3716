"""The word from above on a real database: whose, about what, with what shown (K6, R170, R173)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from desk.clock import FixedClock
from desk.domain.approval import Verdict
from desk.domain.complaint import ContactMethod, Severity
from desk.domain.complaint_handling import ReworkEntry
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.errors import RuleRefused, StaleRecord
from desk.models import history as trail
from desk.services import approval, complaint, complaint_approval, complaint_handling, staff
from desk.services import complaint_closing as closing
from desk.services.complaint_approval import ApproveEntry
from desk.services.complaint_case import Case
from desk.services.complaint_closing import TellEntry
from desk.services.workplace import Workplace
from tests.conftest import CHEAP, PASSWORD
from tests.services import case_course as course
from tests.services import closing_course as to
from tests.services.closing_course import SHOWN, Desk, says

OVERRUN = "overrun:solve.minor"
HOUR = timedelta(hours=1)


@pytest.fixture
def desk(workplace: Workplace, clock: FixedClock) -> Desk:
    return to.opened(workplace, clock)


def late(desk: Desk, severity: Severity = Severity.MINOR) -> Case:
    """A case of 李美玲 handled long after its time."""
    lee = desk.by("lee")
    known = course.filed(lee, severity)
    desk.clock.advance(timedelta(days=12))
    return course.handled(desk.by("lee"), known)


def stuck(desk: Desk) -> Case:
    """A case that cannot be handled."""
    known = course.filed(desk.by("lee"))
    detail = known.detail
    return closing.mark_unsolvable(desk.by("lam"), detail.id, detail.version, "廠方停產")


def approve(desk: Desk, case: Case, entry: ApproveEntry, at_desk: str = "lee") -> Case:
    detail = case.detail
    return complaint_approval.approve(desk.by(at_desk), detail.id, detail.version, entry)


def own(desk: Desk, case: Case, login: str, *matters: str) -> Case:
    detail = case.detail
    entry = says("", *matters)
    return complaint_approval.approve_own(desk.by(login), detail.id, detail.version, entry)


def refusal(deed: Callable[[], object]) -> list[str]:
    with pytest.raises(RuleRefused) as refused:
        deed()
    return [one.code for one in refused.value.reasons]


def blockers(case: Case) -> set[str]:
    return {one.code for one in case.blockers}


# Over the clerk's shoulder


def test_an_overrun_is_approved_by_its_approver_and_then_waits_no_more(desk: Desk) -> None:
    case = late(desk)
    assert [one.matter for one in complaint_approval.wanted(case)] == [OVERRUN]
    after = approve(desk, case, says("wong", OVERRUN, note="零件遲到"))
    assert "complaint.overrun.unapproved" in blockers(case) - blockers(after)
    assert complaint_approval.wanted(after) == ()
    (said,) = approval.of_record(desk.by("lee"), "complaint", case.detail.id)
    assert (said.approver, said.asked_by, said.matter, said.note) == (
        "黃經理",
        "李美玲",
        OVERRUN,
        "零件遲到",
    )
    assert said.shown == SHOWN
    with desk.admin.reading() as reader:
        assert list(trail.broken_entries(reader)) == []


def test_the_days_list_drops_what_was_approved(desk: Desk) -> None:
    case = late(desk)
    assert OVERRUN in waiting(desk)
    approve(desk, case, says("wong", OVERRUN))
    assert OVERRUN not in waiting(desk)


def waiting(desk: Desk) -> list[str]:
    with desk.admin.reading() as reader:
        rows = reader.exec_driver_sql(
            "SELECT clock FROM deadline WHERE category = 'approval'"
            " AND met_at IS NULL AND ended_at IS NULL"
        )
        return [row[0] for row in rows]


@pytest.mark.parametrize(
    ("login", "codes"),
    [
        ("lam", ["approval.role"]),
        ("chan", ["approval.role"]),
        ("lee", ["approval.same_person", "approval.handler", "approval.role"]),
    ],
)
def test_k6_a_role_that_does_not_hold_the_post_approves_nothing(
    desk: Desk, login: str, codes: list[str]
) -> None:
    case = late(desk)
    assert refusal(lambda: approve(desk, case, says(login, OVERRUN))) == codes
    assert to.now(desk, case) == case


def test_r150_an_important_overrun_is_for_the_general_manager(desk: Desk) -> None:
    case = late(desk, Severity.IMPORTANT)
    matter = "overrun:solve.important"
    assert refusal(lambda: approve(desk, case, says("wong", matter))) == ["approval.role"]
    assert "complaint.overrun.unapproved" not in blockers(approve(desk, case, says("ho", matter)))


def test_the_manager_who_handled_it_does_not_approve_it(desk: Desk) -> None:
    known = course.filed(desk.by("wong"))
    desk.clock.advance(timedelta(days=12))
    case = course.handled(desk.by("wong"), known)
    assert refusal(lambda: approve(desk, case, says("wong", OVERRUN))) == ["approval.handler"]
    assert refusal(lambda: own(desk, case, "wong", OVERRUN)) == ["approval.handler"]


def test_a_refused_overrun_keeps_the_case_open_and_says_why(desk: Desk) -> None:
    case = late(desk)
    no = says("wong", OVERRUN, verdict=Verdict.REFUSED)
    assert refusal(lambda: approve(desk, case, no)) == ["approval.note.missing"]
    no = says("wong", OVERRUN, note="未見原因", verdict=Verdict.REFUSED)
    assert "complaint.overrun.unapproved" in blockers(approve(desk, case, no))


def test_nothing_is_approved_that_nobody_asks_for(desk: Desk) -> None:
    case = to.handled(desk)
    for matter, code in (
        (OVERRUN, "approval.overrun.none"),
        ("close", "approval.not_wanted"),
        ("unsolvable", "approval.not_wanted"),
        ("no such thing", "approval.not_wanted"),
    ):
        assert refusal(lambda m=matter: approve(desk, case, says("wong", m))) == [code]  # type: ignore[misc]
    assert refusal(lambda: approve(desk, case, says("wong"))) == ["approval.not_wanted"]


def test_what_changed_since_it_was_shown_is_not_approved(desk: Desk) -> None:
    case = late(desk)
    closing.verify(desk.by("chan"), case.detail.id, case.detail.version, "已見")
    with pytest.raises(StaleRecord):
        approve(desk, case, says("wong", OVERRUN))


def test_r170_a_major_case_closes_after_the_agreement_and_names_who_gave_it(desk: Desk) -> None:
    case = to.handled(desk, Severity.MAJOR)
    assert "complaint.agreement.missing" in blockers(case)
    assert refusal(lambda: approve(desk, case, says("lam", "close"))) == ["approval.role"]
    after = approve(desk, case, says("wong", "close"))
    assert "complaint.agreement.missing" not in blockers(after)


def test_several_words_are_given_at_once_or_none(desk: Desk) -> None:
    case = late(desk, Severity.MAJOR)
    both = ("overrun:solve.major", "close")
    assert {one.matter for one in complaint_approval.wanted(case)} == set(both)
    assert refusal(lambda: approve(desk, case, says("wong", *both))) == ["approval.role"]
    assert approval.of_record(desk.by("lee"), "complaint", case.detail.id) == ()


# In one's own session


def test_a_manager_at_the_desk_approves_as_her_own_deed(desk: Desk) -> None:
    case = late(desk)
    wong = desk.by("wong")
    assert complaint_approval.own_reasons(wong, case, [OVERRUN]) == ()
    after = own(desk, case, "wong", OVERRUN)
    assert "complaint.overrun.unapproved" not in blockers(after)
    (said,) = approval.of_record(wong, "complaint", case.detail.id)
    assert (said.approver, said.asked_by, said.shown) == ("黃經理", "黃經理", SHOWN)


@pytest.mark.parametrize("login", ["lee", "chan", "lam"])
def test_who_does_not_hold_the_post_cannot_approve_at_her_own_desk(desk: Desk, login: str) -> None:
    case = late(desk)
    assert "approval.role" in refusal(lambda: own(desk, case, login, OVERRUN))
    reasons = complaint_approval.own_reasons(desk.by(login), case, [OVERRUN])
    assert "approval.role" in {one.code for one in reasons}


def test_a_manager_at_the_desk_needs_no_second_person_but_cannot_be_one(desk: Desk) -> None:
    case = late(desk)
    deed = lambda: approve(desk, case, says("wong", OVERRUN), at_desk="wong")  # noqa: E731
    assert refusal(deed) == ["approval.same_person"]


# The quarterly consent


def test_r173_the_list_of_the_quarter_is_consented_to_in_one_sitting(desk: Desk) -> None:
    first, second = stuck(desk), stuck(desk)
    rows = complaint_approval.unsolvable(desk.by("lam"))
    assert [(one.number, one.why) for one in rows] == [
        (first.detail.number, "廠方停產"),
        (second.detail.number, "廠方停產"),
    ]
    seen = [(one.id, one.version) for one in rows]
    answer = says("wong", "unsolvable").answer
    done = complaint_approval.consent(desk.by("lam"), seen, answer)
    assert all("complaint.consent.missing" not in blockers(one) for one in done)
    assert complaint_approval.unsolvable(desk.by("lam")) == ()


def test_r173_the_list_holds_nothing_else_that_waits_for_a_word(desk: Desk) -> None:
    late(desk)
    assert OVERRUN in waiting(desk)
    assert complaint_approval.unsolvable(desk.by("lam")) == ()


def test_r173_a_refused_consent_is_no_sitting(desk: Desk) -> None:
    case = stuck(desk)
    no = says("wong", "unsolvable", note="再試", verdict=Verdict.REFUSED)
    case = approve(desk, case, no)
    desk.clock.advance(timedelta(days=1))
    done = approve(desk, case, says("wong", "unsolvable"))
    assert "complaint.consent.missing" not in blockers(done)


def test_r173_one_case_that_changed_stops_the_whole_sitting(desk: Desk) -> None:
    first, second = stuck(desk), stuck(desk)
    closing.take_up(desk.by("lam"), second.detail.id, second.detail.version, "代用零件")
    seen = [(one.detail.id, one.detail.version) for one in (first, second)]
    answer = says("wong", "unsolvable").answer
    assert refusal(lambda: complaint_approval.consent(desk.by("lam"), seen, answer)) == [
        "approval.not_wanted"
    ]
    changed = [(first.detail.id, first.detail.version - 1)]
    with pytest.raises(StaleRecord):
        complaint_approval.consent(desk.by("lam"), changed, answer)
    assert [one.id for one in complaint_approval.unsolvable(desk.by("lam"))] == [first.detail.id]


def test_r173_consents_are_given_once_in_the_quarter(desk: Desk) -> None:
    first, second = stuck(desk), stuck(desk)
    approve(desk, first, says("wong", "unsolvable"))
    approve(desk, second, says("wong", "unsolvable"))
    third = stuck(desk)
    desk.clock.advance(timedelta(days=1))
    entry = says("wong", "unsolvable")
    assert refusal(lambda: approve(desk, third, entry)) == ["approval.consent.held"]
    desk.clock.advance(timedelta(days=45))
    assert "complaint.consent.missing" not in blockers(approve(desk, third, entry))


def test_r173_an_unsolvable_case_is_closed_with_the_consent_and_the_result(desk: Desk) -> None:
    case = stuck(desk)
    case = closing.summarise(desk.by("lee"), case.detail.id, case.detail.version, to.SUMMARY)
    told = closing.TellEntry(ContactMethod.PHONE, "李小龍", None, "暫無法處理")
    case = closing.tell_result(desk.by("lee"), case.detail.id, case.detail.version, told)
    deed = lambda: closing.close(  # noqa: E731
        desk.by("lee"), case.detail.id, case.detail.version, "暫無法處理"
    )
    assert refusal(deed) == ["complaint.consent.missing"]
    seen = [(case.detail.id, case.detail.version)]
    (case,) = complaint_approval.consent(
        desk.by("wong"), seen, says("", "unsolvable").answer, own=True
    )
    after = closing.close(desk.by("lee"), case.detail.id, case.detail.version, "暫無法處理")
    assert after.detail.state == "closed"


def test_the_administrator_approves_nothing_that_the_policy_does_not_give_her(desk: Desk) -> None:
    entry = AccountEntry("ma", "馬", Role.ADMINISTRATOR)
    staff.add(desk.admin, entry, PASSWORD, CHEAP)
    case = late(desk)
    assert refusal(lambda: approve(desk, case, says("ma", OVERRUN))) == ["approval.role"]


def test_r170_r191_what_was_said_before_the_rework_is_not_said_again_by_typing_earlier_times(
    desk: Desk,
) -> None:
    case = to.handled(desk, Severity.MAJOR)
    first = case.facts.handled_at
    assert first is not None
    desk.clock.advance(HOUR)
    detail = case.detail
    heard = TellEntry(ContactMethod.PHONE, "李小龍", None, "已清潔")
    case = closing.tell_result(desk.by("lee"), detail.id, detail.version, heard)
    case = approve(desk, case, says("wong", "close"))
    assert not {"complaint.agreement.missing", "complaint.told.missing"} & blockers(case)
    desk.clock.advance(HOUR)
    redo = ReworkEntry(first + HOUR / 6, "仍然積水")
    case = complaint_handling.rework(desk.by("lee"), detail.id, case.detail.version, redo)
    case = course.handled(desk.by("lee"), case, at=first + HOUR / 2)
    assert {"complaint.agreement.missing", "complaint.told.missing"} <= blockers(case)
    assert "close" in [one.matter for one in complaint_approval.wanted(case)]
    assert [one.is_open for one in case.clocks if one.code == "tell.ceiling"] == [True]


@pytest.mark.parametrize("moved", ["received_at", "wanted_by"])
def test_r150_an_overrun_is_approved_and_not_written_away(desk: Desk, moved: str) -> None:
    desk.clock.advance(-timedelta(days=12))
    case = course.registered(desk.by("lee"))
    desk.clock.advance(timedelta(days=12))
    case = course.file(desk.by("lee"), case)
    later = {"received_at": desk.clock.moment, "wanted_by": desk.clock.moment + HOUR}
    entry = replace(complaint.entry_of(case.detail), **{moved: later[moved]})  # type: ignore[arg-type]
    key, version = case.detail.id, case.detail.version
    said = refusal(lambda: complaint.change(desk.by("lee"), key, version, entry))
    assert said == ["complaint.overrun.written_away"]
    assert to.now(desk, case) == case
    case = approve(desk, case, says("wong", OVERRUN))
    complaint.change(desk.by("lee"), key, case.detail.version, entry)


def test_r86_a_report_is_not_put_behind_what_was_done_about_it(desk: Desk) -> None:
    case = to.handled(desk)
    desk.clock.advance(HOUR)
    entry = replace(complaint.entry_of(case.detail), received_at=desk.clock.moment)
    key, version = case.detail.id, case.detail.version
    said = refusal(lambda: complaint.change(desk.by("lee"), key, version, entry))
    assert said == ["complaint.received_at.after_step"]
