"""M2: the rules of making a case 立項 and closing one 銷項 (R152-R175)."""

from dataclasses import replace

from desk.domain import complaint_closing as closing
from desk.domain import complaint_filing as filing
from desk.domain import side_problem as sides
from desk.domain.complaint import Filing, Ground, State, change_blockers
from desk.domain.complaint_approval import standing
from desk.domain.complaint_case import SideProblem
from desk.domain.complaint_close import close_blockers
from desk.domain.complaint_contact import SaidEntry, ageing, urge_reasons
from desk.domain.complaint_filing import Decision, FilingEntry
from desk.domain.permissions import Permission, Role, may
from desk.domain.policy import Act, Condition, Post
from desk.domain.policy_rules import policy_reasons
from desk.services import complaint_closing, policy
from tests.clauses.asking import clock, codes, fields, missing, refused
from tests.clauses.registry import clause
from tests.domain.cases import CALENDAR, DAY, HOUR, T0, case, step
from tests.domain.closing_cases import ELSEWHERE, ON_SITE, UNSOLVABLE, closable, word
from tests.services import case_course as course
from tests.services.closing_course import Desk, closed, handled

GROUND = "desk.domain.complaint.Ground"
DECIDED = "desk.domain.complaint_filing.decided_by"
UNFILED = case(filing=Filing.PENDING, filed_at=None)


@clause("R152", without="desk.domain.complaint_approval.standing")
def test_nothing_is_closed_that_was_never_made_a_case() -> None:
    assert codes(standing(UNFILED)) == {"complaint.not_filed"}


@clause("R152", "R174", without="desk.services.complaint_closing.close")
def test_closing_enters_result_time_and_clerk_against_the_case(office: Desk) -> None:
    known = closed(office)
    detail = getattr(known, "detail", None)
    assert getattr(detail, "result", "") == "已清潔，住戶滿意"
    assert (known.detail.closed_by, known.detail.state) == ("李美玲", "closed")


@clause("R153", without="desk.domain.permissions.may")
def test_the_receptionist_judges_follows_up_and_closes() -> None:
    for deed in (Permission.REGISTER, Permission.CLOSE):
        assert may(Role.RECEPTIONIST, deed)
    assert not may(Role.RECEPTIONIST, Permission.APPROVE)


@clause("R155", "R165", "R175", without="M2:form.record")
def test_the_complaint_record_is_printed_under_its_title() -> None:
    title = policy.profile("M2").title(Act.RECORD)
    assert title is not None
    assert (title.form, title.labels["zh_Hant"]) == ("F6", "投訴記錄表")


def judged(ground: Ground, decision: Decision = Decision.FILE, why: str = "") -> set[str]:
    return codes(filing.judge_reasons(UNFILED, FilingEntry(decision, ground, why)))


def _makes_a_case(ground: str) -> None:
    """The question is among those asked, makes a case, and cannot be explained away."""
    assert ground in set(Ground)
    assert filing.decided_by(Ground(ground)) == Decision.FILE
    assert judged(Ground(ground)) == set()
    assert judged(Ground(ground), Decision.EXPLAIN, "已解釋") == {"filing.ground.file"}


@clause(
    "R156",
    without=(f"{GROUND}.ON_SITE", DECIDED),
)
def test_who_has_to_go_there_makes_a_case() -> None:
    _makes_a_case("on_site")


@clause(
    "R157",
    without=(f"{GROUND}.REPORTED", DECIDED),
)
def test_what_leaders_or_staff_found_makes_a_case() -> None:
    _makes_a_case("reported")


@clause(
    "R158",
    without=(f"{GROUND}.QUESTION", DECIDED),
)
def test_a_question_that_needs_follow_up_makes_a_case() -> None:
    _makes_a_case("question")


@clause(
    "R159",
    without=(f"{GROUND}.EMERGENCY", DECIDED),
)
def test_emergency_help_makes_a_case() -> None:
    _makes_a_case("emergency")


@clause(
    "R160",
    without=(f"{GROUND}.BEYOND", DECIDED),
)
def test_what_lies_outside_our_power_but_is_asked_after_makes_a_case() -> None:
    _makes_a_case("beyond")


@clause(
    "R161",
    without=(f"{GROUND}.SATISFIED", DECIDED),
)
def test_what_was_explained_to_satisfaction_makes_none() -> None:
    assert "satisfied" in set(Ground)
    assert judged(Ground.SATISFIED) == {"filing.ground.explain"}
    assert judged(Ground.SATISFIED, Decision.EXPLAIN, "已說明停水時間") == set()


@clause("R161", without="desk.domain.complaint_filing.judge_reasons")
def test_what_was_explained_keeps_its_reason() -> None:
    assert judged(Ground.SATISFIED, Decision.EXPLAIN) == {"filing.explanation.missing"}


@clause("R162", without="desk.domain.complaint_filing.Decision")
def test_the_desk_files_finds_out_asks_or_explains() -> None:
    assert set(Decision) == {"file", "find_out", "ask", "explain"}


@clause("R162", without="desk.domain.complaint_filing.judge_reasons")
def test_who_finds_out_first_says_what() -> None:
    find_out = FilingEntry(Decision.FIND_OUT)
    assert codes(filing.judge_reasons(UNFILED, find_out)) == {"filing.why.missing"}


ASKED = case(filing=Filing.ASKED, filed_at=None, asked_post="supervisor", asked_at=T0)


@clause("R163", without="desk.domain.complaint_filing.answer_reasons")
def test_what_was_asked_is_answered_by_who_was_asked() -> None:
    yes = FilingEntry(Decision.FILE, Ground.QUESTION)
    assert filing.answer_reasons(ASKED, yes, [Post.SUPERVISOR]) == ()
    found = filing.answer_reasons(ASKED, yes, [Post.OFFICE_MANAGER])
    assert codes(found) == {"filing.answer.not_asked"}


@clause("R163", without="desk.domain.complaint_owed.ask_first")
def test_a_question_is_owed_its_answer_at_once() -> None:
    owed = clock("M2", "ask_first", ASKED)
    assert owed is not None
    assert (owed.post, owed.is_open) == (Post.SUPERVISOR, True)


@clause("R164", without="desk.domain.complaint_contact.urge_reasons")
def test_an_urge_says_whom_how_and_what_they_said() -> None:
    assert fields(urge_reasons(case(), SaidEntry(T0), T0)) == {"person", "how", "text"}


@clause("R164", without="desk.domain.complaint_contact.ageing")
def test_a_case_grows_old_until_it_is_closed() -> None:
    urged = case(steps=(step("urged", T0 + DAY), step("urged", T0 + 2 * DAY)))
    old = ageing(urged, T0 + 9 * DAY)
    assert (old.open_for, old.urged, old.urged_at) == (9 * DAY, 2, T0 + 2 * DAY)


@clause("R165", without="desk.services.complaint_filing.judge")
def test_a_case_says_that_and_when_it_was_filed_contact_address_and_matter(office: Desk) -> None:
    known = course.filed(office.by("lee"))
    assert getattr(known.facts, "filing", "") == "filed"
    assert known.facts.filed_at is not None
    detail = known.detail
    assert all((detail.complainant, detail.contact, detail.place, detail.course))


def shut(profile: str, **gone: object) -> set[str]:
    facts = replace(closable("minor", ELSEWHERE), **gone)
    return codes(close_blockers(facts, policy.profile(profile), CALENDAR, T0 + DAY))


@clause("R166", without=("M2:close.signed_copy", "desk.domain.complaint_close.signed_copy"))
def test_work_on_site_waits_for_the_signed_copy() -> None:
    found = missing("M2", Condition.SIGNED_COPY, "minor", ON_SITE)
    assert found == {"complaint.signed_copy.missing"}


@clause("R166", without="desk.domain.complaint_closing.signed_copy_reasons")
def test_a_signed_copy_names_who_signed() -> None:
    found = closing.signed_copy_reasons(case(), closing.SignedCopyEntry(""), T0)
    assert fields(found) == {"by"}


@clause("R167", without=("M2:close.notice", "desk.domain.complaint_close.notice"))
def test_other_work_waits_for_the_notice_of_completion() -> None:
    assert missing("M2", Condition.NOTICE, "minor") == {"complaint.notice.missing"}


@clause("R167", without="desk.domain.complaint_closing.notice_reasons")
def test_a_notice_is_a_document_a_text_or_a_word_and_says_whose() -> None:
    found = closing.notice_reasons(case(), closing.NoticeEntry(None, ""), T0)
    assert fields(found) == {"kind", "source"}


PROBLEM = (SideProblem(1, "電梯大堂滲水"),)


@clause("R168", without="desk.domain.side_problem.file_reasons")
def test_a_side_problem_stands_under_a_number_of_its_own() -> None:
    found = sides.file_reasons(case(sides=PROBLEM), sides.FileEntry(1), None)
    assert codes(found) == {"side_problem.link.missing"}


@clause("R168", without="desk.domain.complaint_case.SideProblem.is_filed")
def test_a_side_problem_filed_on_its_own_keeps_nothing_open() -> None:
    assert shut("M2", sides=(SideProblem(1, "滲水", reference="W2026-1"),)) == set()


@clause("R169", without=("M2:close.side_problems", "desk.domain.complaint_close.side_problems"))
def test_a_side_problem_still_handled_keeps_the_case_open() -> None:
    assert shut("M2", sides=PROBLEM) == {"complaint.side_problem.open"}


@clause("R169", without="desk.domain.side_problem.settle_reasons")
def test_a_side_problem_is_settled_with_words() -> None:
    found = sides.settle_reasons(case(sides=PROBLEM), sides.SettleEntry(1))
    assert fields(found) == {"text"}


@clause("R170", without=("M2:close.agreed", "desk.domain.complaint_close.agreed"))
def test_a_major_case_waits_until_the_estate_manager_agrees() -> None:
    assert missing("M2", Condition.AGREED, "major") == {"complaint.agreement.missing"}
    assert missing("M2", Condition.AGREED, "minor") == set()


@clause("R171", without=("M2:close.handled", "desk.domain.complaint_close.handled"))
def test_nobody_closes_before_the_handling_is_finished() -> None:
    assert "complaint.not_handled" in missing("M2", Condition.HANDLED, "minor")


@clause("R171", without="desk.domain.policy_rules.policy_reasons")
def test_no_policy_may_let_an_unhandled_case_be_closed() -> None:
    whole = policy.profile("M2")
    kept = tuple(one for one in whole.close if one.condition is not Condition.HANDLED)
    assert "policy.close.required" in codes(policy_reasons(replace(whole, close=kept)))


@clause("R172", without=("M2:close.verified", "desk.domain.complaint_close.verified"))
def test_closing_waits_for_the_verification() -> None:
    assert missing("M2", Condition.VERIFIED, "minor") == {"complaint.verified.missing"}


@clause("R172", without="M2:switch.verifier_is_other")
def test_the_verifier_is_not_the_handler() -> None:
    assert shut("M2", verified_by_id=1) == {"complaint.verified.by_handler"}


@clause("R172", without="desk.domain.complaint_closing.verify_blockers")
def test_the_handler_cannot_verify_at_the_desk(office: Desk) -> None:
    known = handled(office)
    deed = complaint_closing.verify
    found = refused(deed, office.by("lee"), known.detail.id, known.detail.version, "已乾爽")
    assert found == {"closing.verify.own"}


@clause("R173", without=("M2:close.consent", "desk.domain.complaint_close.consent"))
def test_what_cannot_be_handled_waits_for_the_consent() -> None:
    found = missing("M2", Condition.CONSENT, "minor", UNSOLVABLE)
    assert found == {"complaint.consent.missing"}


@clause("R173", without="desk.domain.complaint_owed.consent")
def test_the_consent_comes_at_the_end_of_the_quarter() -> None:
    owed = clock("M2", "consent", case(unsolvable_at=T0))
    assert owed is not None
    assert CALENDAR.wall(owed.due_at).date().isoformat() == "2026-04-01"


@clause("R173", without="M2:switch.consent_months")
def test_the_consent_is_given_once_a_quarter() -> None:
    assert policy.profile("M2").switches.consent_months == 3


@clause("R173", without="desk.domain.complaint_closing.unsolvable_reasons")
def test_what_cannot_be_handled_says_why() -> None:
    assert fields(closing.unsolvable_reasons(case(), "")) == {"why"}


@clause("R174", without=("M2:close.result", "desk.domain.complaint_close.result"))
def test_closing_writes_down_the_final_result() -> None:
    assert missing("M2", Condition.RESULT, "minor") == {"complaint.result.missing"}


@clause("R174", without="desk.domain.complaint.change_blockers")
def test_nothing_changes_in_what_is_closed() -> None:
    assert codes(change_blockers(State.CLOSED)) == {"complaint.closed"}


@clause("R174", without="desk.domain.complaint_approval.is_consented")
def test_an_unsolvable_case_is_closed_with_the_approvers_name() -> None:
    known = closable("minor", UNSOLVABLE)
    assert word("unsolvable", T0 + 2 * HOUR).approver == "黃經理"
    assert close_blockers(known, policy.profile("M2"), CALENDAR, T0 + DAY) == ()


@clause("R175", without="M2:form.month")
def test_the_summary_of_the_month_is_printed_under_its_title() -> None:
    title = policy.profile("M2").title(Act.MONTH)
    assert title is not None
    assert (title.form, title.labels["zh_Hant"]) == ("F7", "投訴記錄月總結表")
