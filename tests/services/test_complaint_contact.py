"""Presented, reported, answered, told, urged: on a real database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from desk.clock import FixedClock
from desk.domain import complaint_contact as rules
from desk.domain import forwarding
from desk.domain.complaint import ContactMethod, Severity
from desk.domain.complaint_contact import SaidEntry
from desk.domain.complaint_filing import JoinEntry
from desk.domain.forwarding import ForwardEntry
from desk.domain.permissions import Role
from desk.domain.policy import Post
from desk.errors import RuleRefused, StaleRecord
from desk.services import complaint_contact as contact
from desk.services import complaint_filing
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.services.case_course import filed

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
SAID = SaidEntry(NOW, "李小龍", ContactMethod.PHONE, "明日更換水泵")

Deed = Callable[[Workplace, int, int, SaidEntry], Case]


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> list[str]:
    return [reason.code for reason in refused.value.reasons]


def done(workplace: Workplace, deed: Deed, case: Case, entry: SaidEntry = SAID) -> Case:
    return deed(workplace, case.detail.id, case.detail.version, entry)


def clock_met(case: Case, code: str) -> bool:
    return {one.code: one.met_at is not None for one in case.clocks}[code]


def test_r142_r144_a_major_case_goes_to_each_post_that_a_rule_names(
    workplace: Workplace, clock: FixedClock
) -> None:
    case = filed(workplace, Severity.MAJOR)
    owed = {one.code: one.to for one in forwarding.open_forwards(case.clocks)}
    assert owed == {
        "forward.company_management": Post.COMPANY_MANAGEMENT,
        "forward.complaint_department": Post.COMPLAINT_DEPARTMENT,
        "forward.general_manager": Post.GENERAL_MANAGER,
        "forward.by_supervisor": Post.GENERAL_MANAGER,
        "forward.office_manager": Post.OFFICE_MANAGER,
    }
    clock.advance(5 * MINUTE)
    for code, post in (*owed.items(), ("forward.by_supervisor", Post.PROPERTY_MANAGER)):
        entry = ForwardEntry(clock.moment, code, post, "何總經理", ContactMethod.PHONE)
        if clock_met(case, code):
            with pytest.raises(RuleRefused) as refused:
                contact.forward(workplace, case.detail.id, case.detail.version, entry)
            assert codes(refused) == ["complaint.forward.rule"]
            continue
        case = contact.forward(workplace, case.detail.id, case.detail.version, entry)
        assert clock_met(case, code)
    steps = [(one.code, one.post, one.how) for one in case.facts.steps_of("forwarded")]
    assert steps == [(code, post, "phone") for code, post in owed.items()]


def test_r144_the_supervisor_may_go_to_the_property_manager_instead(workplace: Workplace) -> None:
    case = filed(workplace, Severity.IMPORTANT)
    post = Post.PROPERTY_MANAGER
    entry = ForwardEntry(NOW, "forward.by_supervisor", post, "黃經理", ContactMethod.VISIT)
    case = contact.forward(workplace, case.detail.id, case.detail.version, entry)
    assert next(case.facts.steps_of("forwarded")).post == Post.PROPERTY_MANAGER


def test_r10_a_joint_complaint_is_reported_in_writing_once(
    workplace: Workplace, clock: FixedClock
) -> None:
    case = filed(workplace)
    for name in ("何小姐", "梁先生"):
        with pytest.raises(RuleRefused) as refused:
            done(workplace, contact.report_joint, case, replace(SAID, how=ContactMethod.LETTER))
        assert codes(refused) == ["complaint.joint.too_few"]
        entry = JoinEntry(NOW, name)
        case = complaint_filing.join(workplace, case.detail.id, case.detail.version, entry)
    assert not clock_met(case, "joint_report")
    clock.advance(HOUR)
    written = replace(SAID, at=clock.moment, how=ContactMethod.EMAIL, text="")
    case = done(workplace, contact.report_joint, case, written)
    assert clock_met(case, "joint_report")
    with pytest.raises(RuleRefused) as refused:
        done(workplace, contact.report_joint, case, written)
    assert codes(refused) == ["complaint.joint.reported_already"]


def test_r4_r150_a_major_case_is_answered_clearly(workplace: Workplace) -> None:
    case = filed(workplace, Severity.MAJOR)
    assert not clock_met(case, "answer.major")
    case = done(workplace, contact.answer, case)
    assert clock_met(case, "answer.major")
    with pytest.raises(RuleRefused) as refused:
        done(workplace, contact.answer, case)
    assert codes(refused) == ["complaint.answer.given"]


def test_r92_r164_progress_and_urges_stand_in_the_journal(
    workplace: Workplace, clock: FixedClock
) -> None:
    case = done(workplace, contact.tell_progress, filed(workplace))
    clock.advance(HOUR)
    urged = SaidEntry(clock.moment, "工程部李大文", ContactMethod.VISIT, "下午三時前完成")
    case = done(workplace, contact.urge, case, urged)
    told = [(one.kind, one.person, one.how, one.text) for one in case.facts.steps][-2:]
    assert told == [
        ("progress", "李小龍", "phone", "明日更換水泵"),
        ("urged", "工程部李大文", "visit", "下午三時前完成"),
    ]
    ageing = rules.ageing(case.facts, clock.moment)
    assert (ageing.open_for, ageing.urged, ageing.urged_at) == (HOUR, 1, clock.moment)


def test_r133_r141_who_cannot_settle_it_calls_a_leader(workplace: Workplace) -> None:
    called = replace(SAID, person="林主管", post=Post.SUPERVISOR, how=None, text="要求賠償")
    case = done(workplace, contact.call_in, filed(workplace), called)
    assert case.detail.called_in == "林主管"
    (step,) = case.facts.steps_of("called_in")
    assert (step.post, step.text) == ("supervisor", "要求賠償")
    case = done(
        workplace,
        contact.call_in,
        case,
        replace(called, person="黃經理", post=Post.OFFICE_MANAGER),
    )
    assert case.detail.called_in == "林主管"  # who was called first stands on the sheet


@pytest.mark.parametrize(
    "deed", [contact.answer, contact.tell_progress, contact.urge, contact.call_in]
)
def test_every_reason_comes_at_once_and_the_record_stays(workplace: Workplace, deed: Deed) -> None:
    case = filed(workplace, Severity.MAJOR)
    with pytest.raises(RuleRefused) as refused:
        done(workplace, deed, case, SaidEntry(NOW + HOUR, "名" * 81, None, ""))
    found = set(codes(refused))
    assert {"text.too_long", "complaint.words.missing", "complaint.at.future"} <= found
    done(workplace, contact.tell_progress, case)
    with pytest.raises(StaleRecord):
        done(workplace, deed, case)
    looker = workplace.signed_in_as(replace(workplace.actor, role=Role.GENERAL_MANAGER))
    with pytest.raises(RuleRefused) as refused:
        done(looker, deed, case)
    assert codes(refused) == ["permission.missing"]
