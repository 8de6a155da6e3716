"""M2 《物業投訴接待處理培訓》: what kind of complaint it is, and its stages (R128-R139)."""

from dataclasses import replace
from datetime import timedelta

from desk.domain import complaint_closing as closing
from desk.domain import promise as promises
from desk.domain.complaint import (
    ContentClass,
    Nature,
    reclassification_reasons,
    regrading_reasons,
)
from desk.domain.complaint_case import PromiseMade
from desk.domain.complaint_contact import SaidEntry, call_in_reasons
from desk.domain.policy import Condition, Policy, Post
from desk.domain.reference_text import ReferenceCode
from desk.services import complaint, complaint_case, policy, reference_text
from tests.clauses.asking import clock, codes, fields, missing, term
from tests.clauses.registry import clause
from tests.conftest import NOW
from tests.domain.cases import DAY, HOUR, T0, case
from tests.services import case_course as course
from tests.services.closing_course import Desk


@clause("R128", without="desk.domain.complaint_case.CaseFacts.is_effective")
def test_a_fault_of_the_management_is_an_effective_complaint() -> None:
    assert case(nature=Nature.EFFECTIVE).is_effective
    assert not case(nature=Nature.VENTING).is_effective


@clause("R128", "R129", without="desk.domain.complaint.Nature")
def test_a_complaint_is_effective_or_of_one_of_three_communicative_kinds() -> None:
    assert set(Nature) == {"effective", "help", "consulting", "venting"}


@clause("R129", without="desk.domain.complaint.Nature.is_communicative")
def test_help_questions_and_discontent_are_communicative() -> None:
    talk = {Nature.HELP, Nature.CONSULTING, Nature.VENTING}
    assert {one for one in Nature if one.is_communicative} == talk


@clause("R130", without="desk.domain.complaint.reclassification_reasons")
def test_a_nature_judged_anew_says_why() -> None:
    found = reclassification_reasons(Nature.VENTING, Nature.EFFECTIVE, "")
    assert fields(found) == {"why"}


@clause("R130", without="desk.services.complaint.reclassifications")
def test_a_nature_judged_anew_keeps_its_history_and_reason(office: Desk) -> None:
    lee = office.by("lee")
    known = course.registered(lee, nature=Nature.VENTING)
    entry = replace(complaint.entry_of(known.detail), nature=Nature.EFFECTIVE)
    complaint.change(lee, known.detail.id, known.detail.version, entry, "處理不當，住戶再投訴")
    told = complaint.reclassifications(lee, known.detail.id)
    assert [(one.before, one.after, one.why) for one in told] == [
        ("venting", "effective", "處理不當，住戶再投訴")
    ]


@clause("R130", "R137", without="desk.domain.complaint.regrading_reasons")
def test_a_severity_judged_anew_says_why() -> None:
    assert fields(regrading_reasons("minor", "major", "")) == {"why"}


@clause("R131", without="desk.domain.complaint.ContentClass")
def test_it_is_about_equipment_attitude_quality_or_an_emergency() -> None:
    assert set(ContentClass) == {"equipment", "attitude", "quality", "emergency"}


@clause("R132", without="M2:close.summary")
def test_the_last_stage_is_the_summary() -> None:
    assert missing("M2", Condition.SUMMARY, "minor") == {
        "complaint.why_it_happened.missing",
        "complaint.what_was_learnt.missing",
        "complaint.how_to_avoid.missing",
    }


@clause("R132", without="desk.domain.complaint_closing.summary_reasons")
def test_a_summary_says_why_what_was_learnt_and_how_to_avoid_it() -> None:
    found = closing.summary_reasons(case(), closing.SummaryEntry("", "", ""))
    assert fields(found) == {"why_it_happened", "what_was_learnt", "how_to_avoid"}


@clause("R133", without="desk.domain.reference_text.ReferenceCode.CAUTIONS")
def test_the_twelve_cautions_can_be_read_at_the_desk() -> None:
    read = {one.code: one.body for one in reference_text.shipped("zh_Hant")}
    assert len(read.get(ReferenceCode.CAUTIONS, "").splitlines()) == 12


@clause("R133", without="desk.domain.promise.keep_reasons")
def test_a_promise_once_made_is_kept_once() -> None:
    kept = PromiseMade(7, "明早修妥", T0, "黃經理", "office_manager", T0 + DAY, kept_at=T0 + HOUR)
    entry = promises.KeepEntry(T0 + 2 * HOUR, 7)
    found = promises.keep_reasons(case(promises=(kept,)), entry, T0 + 2 * HOUR)
    assert codes(found) == {"promise.kept_already"}


@clause("R133", without="desk.domain.complaint_owed.promises")
def test_a_promise_is_owed_until_it_is_kept() -> None:
    made = PromiseMade(7, "明早修妥", T0, "黃經理", "office_manager", T0 + DAY)
    owed = clock("M2", "promise:7", case(promises=(made,)))
    assert owed is not None
    assert (owed.is_open, owed.due_at) == (True, T0 + DAY)


@clause("R133", "R141", without="desk.domain.complaint_contact.call_in_reasons")
def test_who_cannot_settle_it_calls_a_lead_and_says_why() -> None:
    nobody = SaidEntry(T0, "", None, "", Post.RECEPTIONIST)
    assert fields(call_in_reasons(case(), nobody, T0)) == {"person", "post", "text"}
    lead = SaidEntry(T0, "林主管", None, "住戶要求見主管", Post.SUPERVISOR)
    assert call_in_reasons(case(), lead, T0) == ()


@clause("R134", without="desk.domain.policy.Scope.effective_only")
def test_the_clocks_of_procedure_4_are_for_effective_complaints() -> None:
    assert clock("M2", "solve.minor", case()) is not None
    assert clock("M2", "solve.minor", case(nature=Nature.VENTING)) is None


@clause("R134", without="desk.domain.policy.Scope.covers")
def test_a_rule_of_procedure_4_covers_effective_complaints() -> None:
    assert term("M2", "solve.minor", case()) == 2 * DAY


@clause("R135", without="M2:solve.important")
def test_the_property_manager_handles_important_cases() -> None:
    found = clock("M2", "solve.important", case("important"))
    assert found is not None
    assert found.post == Post.PROPERTY_MANAGER


@clause("R135", without="M2:solve.minor")
def test_the_supervisor_handles_minor_cases() -> None:
    found = clock("M2", "solve.minor", case("minor"))
    assert found is not None
    assert found.post == Post.SUPERVISOR


@clause("R136", without="desk.domain.reference_text.ReferenceCode.ETIQUETTE")
def test_the_manners_of_service_can_be_read_at_the_desk() -> None:
    read = {one.code: one.body for one in reference_text.shipped("zh_Hans")}
    assert read.get(ReferenceCode.ETIQUETTE)


@clause("R137", without="M2:switch.promote_after")
def test_a_month_unsolved_makes_an_effective_case_major() -> None:
    found = clock("M2", "promotion", case("minor"))
    assert found is not None
    assert found.due_at - T0 == timedelta(days=31)  # 5 March to 5 April
    assert policy.profile("M2").switches.promote_to == "major"
    assert clock("M2", "promotion", case("minor", nature=Nature.HELP)) is None


@clause("R137", without="desk.services.complaint_case.promote_due")
def test_a_month_old_case_is_made_major_by_the_program_itself(office: Desk) -> None:
    lee = office.by("lee")
    known = course.registered(lee, received_at=NOW - 40 * DAY, occurred_at=NOW - 41 * DAY)
    known = course.file(lee, known)
    complaint_case.promote_due(lee)
    now = complaint_case.get(lee, known.detail.id)
    assert (now.detail.severity, now.facts.eras[-1].promoted) == ("major", True)


def defined(ruled: Policy, severity: str) -> str:
    found = {one.code: one.definition for one in ruled.severities}
    return found.get(severity, {}).get("zh_Hant", "")


@clause("R137", without="M2:severity.major")
def test_major_is_defined() -> None:
    assert "一個月" in defined(policy.profile("M2"), "major")


@clause("R138", without="M2:severity.important")
def test_important_is_defined() -> None:
    assert "不到位" in defined(policy.profile("M2"), "important")


@clause("R139", without="M2:severity.minor")
def test_minor_is_defined() -> None:
    assert "輕微不便" in defined(policy.profile("M2"), "minor")
