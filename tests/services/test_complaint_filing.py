"""Making a case of a complaint, on a real database."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from desk.clock import FixedClock
from desk.domain.complaint import Filing, Ground, Severity, State, Urgency
from desk.domain.complaint_clock import Category
from desk.domain.complaint_filing import Decision, FilingEntry, JoinEntry
from desk.domain.permissions import Role
from desk.domain.policy import Post
from desk.domain.reception import Channel, ReceptionEntry
from desk.errors import RuleRefused, StaleRecord
from desk.models.lists import deadline as deadline_list
from desk.services import complaint, complaint_case, reception
from desk.services import complaint_filing as filing
from desk.services.complaint import ComplaintDetail, ComplaintFilter
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.services import case_course as course
from tests.services.conftest import Household
from tests.services.test_complaint import WHOLE

FILE = FilingEntry(Decision.FILE, Ground.ON_SITE)


@pytest.fixture
def registered(workplace: Workplace) -> ComplaintDetail:
    return complaint.register(workplace, WHOLE)


def clocks_of(workplace: Workplace, complaint_id: int) -> list[str]:
    with workplace.reading() as reader:
        rows = reader.exec_driver_sql(
            "SELECT clock FROM deadline WHERE record_id = ? AND met_at IS NULL"
            " AND ended_at IS NULL ORDER BY clock",
            (complaint_id,),
        )
        return [row[0] for row in rows]


def test_a_complaint_starts_its_clocks_when_it_is_filed(
    workplace: Workplace, registered: ComplaintDetail
) -> None:
    assert clocks_of(workplace, registered.id) == []
    case = filing.judge(workplace, registered.id, registered.version, FILE)
    assert (case.facts.filing, case.facts.on_site) == (Filing.FILED, True)
    assert "solve.minor" in clocks_of(workplace, registered.id)
    assert [clock.code for clock in case.clocks if clock.is_open] != []


def test_every_deed_makes_the_record_newer(
    workplace: Workplace, registered: ComplaintDetail
) -> None:
    filing.judge(workplace, registered.id, registered.version, FILE)
    with pytest.raises(StaleRecord):
        filing.judge(workplace, registered.id, registered.version, FILE)


def test_r161_what_was_explained_stays_a_reception_with_its_reason(
    workplace: Workplace, registered: ComplaintDetail
) -> None:
    explained = FilingEntry(Decision.EXPLAIN, Ground.SATISFIED, "已說明停水時間，住戶接受。")
    case = filing.judge(workplace, registered.id, registered.version, explained)
    assert case.detail.state == State.EXPLAINED
    assert case.detail.reception_number is not None
    visit = reception.get(workplace, case.detail.reception_number)
    assert (visit.state, visit.answer) == ("closed", "已說明停水時間，住戶接受。")
    assert clocks_of(workplace, registered.id) == []


def test_what_the_company_heard_of_online_is_relayed_to_the_desk_by_staff(
    workplace: Workplace,
) -> None:
    known = complaint.register(workplace, replace(WHOLE, channel=Channel.NETWORK))
    explained = FilingEntry(Decision.EXPLAIN, Ground.SATISFIED, "已說明。")
    case = filing.judge(workplace, known.id, known.version, explained)
    assert case.detail.channel == Channel.NETWORK
    assert reception.get(workplace, case.detail.reception_number or "").channel == Channel.STAFF


def test_r163_a_question_waits_for_who_was_asked(
    workplace: Workplace, registered: ComplaintDetail
) -> None:
    ask = FilingEntry(Decision.ASK, None, "是否屬業主責任？", Post.OFFICE_MANAGER)
    case = filing.judge(workplace, registered.id, registered.version, ask)
    assert clocks_of(workplace, registered.id) == ["ask_first"]
    supervisor = as_role(workplace, Role.SUPERVISOR)
    with pytest.raises(RuleRefused) as refused:
        filing.answer(supervisor, registered.id, case.detail.version, FILE)
    assert [one.code for one in refused.value.reasons] == ["filing.answer.not_asked"]
    manager = as_role(workplace, Role.MANAGER)
    answered = filing.answer(manager, registered.id, case.detail.version, FILE)
    assert answered.facts.filing is Filing.FILED
    assert "ask_first" not in clocks_of(workplace, registered.id)


def as_role(workplace: Workplace, role: Role) -> Workplace:
    return workplace.signed_in_as(replace(workplace.actor, role=role))


def test_r10_the_third_complainant_starts_the_joint_report(
    workplace: Workplace, registered: ComplaintDetail, household: Household
) -> None:
    case = filing.judge(workplace, registered.id, registered.version, FILE)
    for name in ("王大明", "何美玲"):
        assert "joint_report" not in clocks_of(workplace, registered.id)
        entry = JoinEntry(NOW, name, "9000 1111", "同樣積水", unit_id=household.unit_id)
        case = filing.join(workplace, registered.id, case.detail.version, entry)
    assert case.facts.complainants == 3
    assert "joint_report" in clocks_of(workplace, registered.id)


def test_open_cases_of_the_unit_or_topic_are_offered_to_another_caller(
    workplace: Workplace, household: Household
) -> None:
    of_unit = complaint.register(workplace, replace(WHOLE, unit_id=household.unit_id))
    of_topic = complaint.register(workplace, replace(WHOLE, topic="大堂積水"))
    other = complaint.register(workplace, replace(WHOLE, course="電梯停運。", about="工程部"))
    found = {row.id for row in filing.candidates(workplace, household.unit_id, "大堂積水")}
    assert {of_unit.id, of_topic.id} <= found
    assert other.id not in found
    assert filing.topics(workplace) == ("大堂積水",)


def test_a_severity_judged_anew_says_why_and_keeps_its_history(
    workplace: Workplace, registered: ComplaintDetail
) -> None:
    case = filing.judge(workplace, registered.id, registered.version, FILE)
    graver = replace(WHOLE, severity=Severity.IMPORTANT)
    with pytest.raises(RuleRefused):
        complaint.change(workplace, registered.id, case.detail.version, graver)
    complaint.change(workplace, registered.id, case.detail.version, graver, "影響多戶")
    eras = complaint_case.get(workplace, registered.id).facts.eras
    assert [(one.severity, one.why) for one in eras] == [("minor", ""), ("important", "影響多戶")]
    assert "solve.important" in clocks_of(workplace, registered.id)
    assert "solve.minor" not in clocks_of(workplace, registered.id)


def test_r137_a_month_unsolved_makes_it_major_and_the_old_breach_counts(
    workplace: Workplace, registered: ComplaintDetail, clock: FixedClock
) -> None:
    filing.judge(workplace, registered.id, registered.version, FILE)
    clock.moment = NOW.replace(month=12, day=22)
    assert complaint_case.promote_due(workplace) == 1
    assert complaint_case.promote_due(workplace) == 0
    case = complaint_case.get(workplace, registered.id)
    assert (case.detail.severity, case.facts.eras[-1].promoted) == ("major", True)
    by_code = {one.code: one for one in case.clocks}
    assert by_code["solve.minor"].is_missed(clock.now())
    assert by_code["solve.major"].started_at == NOW.replace(month=12, day=21)
    with workplace.reading() as reader:
        kept = reader.exec_driver_sql(
            "SELECT ended_at IS NOT NULL, due_at < ended_at FROM deadline"
            " WHERE clock = 'solve.minor'"
        ).all()
    assert [tuple(row) for row in kept] == [(1, 1)]


# Registered and judged in one deed


def test_r153_a_complaint_is_registered_and_filed_in_one_deed(workplace: Workplace) -> None:
    case = filing.register(workplace, WHOLE, FILE)
    assert case.detail.number == "C2026-000001"
    assert (case.facts.filing, case.facts.on_site) == (Filing.FILED, True)
    assert "solve.minor" in clocks_of(workplace, case.detail.id)
    assert case == complaint_case.get(workplace, case.detail.id)


def test_everything_wrong_with_both_is_said_at_once_and_nothing_is_registered(
    workplace: Workplace,
) -> None:
    wrong = replace(WHOLE, place="", demand="")
    with pytest.raises(RuleRefused) as refused:
        filing.register(workplace, wrong, FilingEntry(Decision.FILE))
    assert [one.code for one in refused.value.reasons] == [
        "complaint.place.missing",
        "complaint.demand.missing",
        "filing.ground.missing",
    ]
    with pytest.raises(RuleRefused):
        filing.register(workplace, WHOLE, FilingEntry(Decision.EXPLAIN, Ground.SATISFIED))
    assert complaint.page(workplace, ComplaintFilter()).rows == ()
    assert filing.register(workplace, WHOLE, FILE).detail.number == "C2026-000001"


def test_r137_two_desks_promote_a_case_once(
    workplace: Workplace,
    registered: ComplaintDetail,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both see it on the list; the second finds it done when its turn comes."""
    filing.judge(workplace, registered.id, registered.version, FILE)
    clock.moment = NOW.replace(month=12, day=22)
    with workplace.reading() as reader:
        seen = deadline_list.due(reader, Category.PROMOTION, clock.moment, 9)
    assert len(seen) == 1
    monkeypatch.setattr(deadline_list, "due", lambda *_told: seen)
    assert [complaint_case.promote_due(workplace) for _desk in range(2)] == [1, 0]
    eras = complaint_case.get(workplace, registered.id).facts.eras
    assert [one.severity for one in eras] == ["minor", "major"]


def test_r161_what_was_worked_on_is_not_explained_away(workplace: Workplace) -> None:
    at_once = replace(WHOLE, immediate=frozenset({Urgency.CRISIS}), severity=Severity.MAJOR)
    known = complaint.register(workplace, at_once)
    case = course.handled(workplace, complaint_case.get(workplace, known.id))
    explained = FilingEntry(Decision.EXPLAIN, Ground.SATISFIED, "住戶接受")
    with pytest.raises(RuleRefused) as refused:
        filing.judge(workplace, known.id, case.detail.version, explained)
    assert [one.code for one in refused.value.reasons] == ["filing.explain.worked"]


def test_half_a_character_is_no_topic(workplace: Workplace) -> None:
    assert filing.candidates(workplace, None, "電梯\ud800") == ()


def test_r10_one_visit_is_one_complainant(
    workplace: Workplace, registered: ComplaintDetail
) -> None:
    told = ReceptionEntry(NOW, caller_name="張三", request="大堂積水")
    visit = reception.register(workplace, told).id
    case = filing.judge(workplace, registered.id, registered.version, FILE)
    caller = JoinEntry(NOW, "張三", reception_id=visit)
    case = filing.join(workplace, registered.id, case.detail.version, caller)
    other = course.filed(workplace)
    again = replace(caller, name="李四")
    deeds: tuple[Callable[[], object], ...] = (
        lambda: filing.join(workplace, registered.id, case.detail.version, again),
        lambda: filing.join(workplace, other.detail.id, other.detail.version, caller),
        lambda: complaint.register(workplace, replace(WHOLE, reception_id=visit)),
    )
    for deed in deeds:
        with pytest.raises(RuleRefused) as refused:
            deed()
        assert [one.code for one in refused.value.reasons] == ["complaint.linked"]
