"""Handling a case in the window: sheets, forwards, contacts, promises, pauses, side problems."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desk.clock import FixedClock
from desk.domain.authority_letter import LetterEntry
from desk.domain.complaint import Severity, State
from desk.domain.complaint_filing import JoinEntry
from desk.domain.department import DepartmentEntry
from desk.domain.hand_out import sheets
from desk.domain.permissions import Role
from desk.domain.policy import Post
from desk.domain.staff import AccountEntry
from desk.services import authority_letter, complaint_filing, department, sign_in, staff
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace
from desk.ui.complaint import case_acts, handling_acts, promise_acts
from desk.ui.complaint.acts import Act
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.promise_dialog import PromiseDialog
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.kit.approval_dialog import ApprovalDialog
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.many_field import ManyField
from tests.conftest import CHEAP, NOW, PASSWORD
from tests.services import case_course as course
from tests.ui.conftest import clear
from tests.ui.walk import guessing, unnamed

HOUR = timedelta(hours=1)
Show = Callable[[Case], ComplaintRecord]


def nobody(_text: str) -> tuple[()]:
    return ()


@pytest.fixture
def desk(workplace: Workplace) -> Workplace:
    """李美玲 at the desk, 黃經理 and 何總經理 in the house."""
    for login, name, role in (
        ("lee", "李美玲", Role.RECEPTIONIST),
        ("wong", "黃經理", Role.MANAGER),
        ("ho", "何總經理", Role.GENERAL_MANAGER),
    ):
        staff.add(workplace, AccountEntry(login, name, role), PASSWORD, CHEAP)
    return sign_in.switch(workplace, "lee", PASSWORD)


@pytest.fixture
def show(desk: Workplace) -> Iterator[Show]:
    """A case in the window."""
    made: list[ComplaintRecord] = []

    def showing(case: Case) -> ComplaintRecord:
        record = ComplaintRecord(ComplaintDeeds(desk, nobody))
        record.load(case)
        record.show()
        made.append(record)
        return record

    yield showing
    for record in made:
        record.close()
        record.deleteLater()
    clear()


def act(record: ComplaintRecord, code: str) -> Act:
    found = record.bar.act(code)
    assert found is not None, f"{code} is not shown"
    return found


def fill(dialog: DeedDialog, **typed: object) -> None:
    for key, value in typed.items():
        dialog.field(key).set_value(value)
        dialog.fields.changed.emit()


def asked(record: ComplaintRecord, code: str) -> DeedDialog:
    dialog = record.run(act(record, code))
    assert isinstance(dialog, DeedDialog)
    return dialog


def done(record: ComplaintRecord, code: str, **typed: object) -> Case:
    """A deed done in its dialog."""
    dialog = asked(record, code)
    fill(dialog, **typed)
    said = dialog.save()
    assert said, [dialog.refusal(key) for key in ("", *(one.key for one in dialog.plan.asked))]
    clear()
    return record.case()


def shown(record: ComplaintRecord) -> set[str]:
    acts = handling_acts.acts(ComplaintDeeds(record._deeds.workplace, nobody))
    return {one.code for one in acts if one.shown(record.case())}


def next_deeds(record: ComplaintRecord) -> list[str]:
    return [one.code for one in record.bar.primary()]


def comes_next(record: ComplaintRecord, code: str) -> bool:
    """Whether the deed is among those that come next, however many come before it."""
    primary = act(record, code).primary
    return primary is not None and primary(record.case())


# Sheets


def test_r143_the_sheet_goes_to_the_departments_of_the_estate(
    workplace: Workplace, desk: Workplace, show: Show
) -> None:
    for name in ("工程部", "清潔部"):
        department.add(workplace, DepartmentEntry(name, phone="2345 6789"))
    record = show(course.filed(desk))
    assert "hand_out" in next_deeds(record)
    dialog = asked(record, "hand_out")
    chosen = dialog.field("departments")
    assert isinstance(chosen, ManyField)
    fill(dialog, departments=["工程部", "清潔部"], other="保安部")
    assert dialog.save()
    clear()
    out = [one.hand_out.person for one in sheets(record.case().facts)]
    assert out == ["工程部", "清潔部", "保安部"]


def test_r143_r145_without_departments_a_name_is_written_and_the_sheet_comes_back(
    desk: Workplace, show: Show, clock: FixedClock
) -> None:
    record = show(course.filed(desk))
    dialog = asked(record, "hand_out")
    assert not dialog.save()
    assert "department" in dialog.refusal("departments")
    dialog.deleteLater()
    clear()
    done(record, "hand_out", departments="工程部")
    assert not comes_next(record, "hand_out")
    assert comes_next(record, "sign_sheet")
    clock.advance(HOUR)
    done(record, "sign_sheet", person="李大文")
    assert "sign_sheet" not in shown(record)
    dialog = asked(record, "return_sheet")
    assert dialog.field("person").value() == "李大文"
    assert dialog.save()
    clear()
    assert "return_sheet" not in shown(record)


# Handled and done over


def test_r145_r191_handled_then_done_over(desk: Workplace, show: Show) -> None:
    record = show(course.filed(desk))
    dialog = asked(record, "handle")
    assert dialog.field("handler").value() == "李美玲"
    fill(dialog, process="已更換水泵", on_site="yes")
    assert dialog.save()
    clear()
    assert (record.case().facts.state, record.case().facts.on_site) == (State.HANDLED, True)
    assert "handle" not in shown(record)
    done(record, "rework", why="仍然漏水")
    assert record.case().facts.round == 2
    assert "handle" in shown(record)


def test_a_time_that_was_emptied_means_now(desk: Workplace, show: Show) -> None:
    record = show(course.filed(desk))
    case = done(record, "handle", process="已清潔", at=None)
    assert case.facts.handled_at == NOW


def test_r3_the_reasons_for_acting_at_once_are_ticked(desk: Workplace, show: Show) -> None:
    record = show(course.registered(desk))
    assert act(record, "handle").shut(record.case()) != ""
    dialog = asked(record, "act_immediately")
    assert not dialog.save()
    assert dialog.refusal("immediate")
    fill(dialog, immediate=["a", "e"])
    assert dialog.save()
    clear()
    assert record.case().facts.immediate == {"a", "e"}
    assert act(record, "handle").shut(record.case()) == ""
    assert "act_immediately" not in shown(record)


# Presented, reported, answered, told, urged


def test_r142_r144_each_presentation_that_is_owed_is_offered(desk: Workplace, show: Show) -> None:
    record = show(course.filed(desk, Severity.IMPORTANT))
    owed = [one.code for one in record.case().clocks if one.code.startswith(("forward", "transf"))]
    assert len(owed) > 1
    for code in owed:
        dialog = asked(record, "forward")
        fill(dialog, rule=code, person="黃經理", how="phone")
        has_choice = dialog.fields.cell("post").isVisibleTo(dialog.fields)
        assert has_choice is (code == "forward.by_supervisor")
        if has_choice:
            fill(dialog, post="property_manager")
        assert dialog.save(), dialog.refusal()
        clear()
    assert "forward" not in shown(record)
    steps = {one.code: one.post for one in record.case().facts.steps_of("forwarded")}
    assert steps["forward.by_supervisor"] == "property_manager"


def test_r10_a_joint_complaint_is_reported(desk: Workplace, show: Show) -> None:
    case = course.filed(desk)
    assert "report_joint" not in shown(show(case))
    for name in ("何小姐", "梁先生"):
        entry = JoinEntry(NOW, name)
        case = complaint_filing.join(desk, case.detail.id, case.detail.version, entry)
    record = show(case)
    assert act(record, "report_joint").shut(case) == ""
    done(record, "report_joint", person="陳主任", text="三戶聯名投訴漏水")
    assert "report_joint" not in shown(record)


def test_r150_r92_r164_answer_progress_urge_and_a_leader_called(
    desk: Workplace, show: Show, clock: FixedClock
) -> None:
    record = show(course.filed(desk, Severity.MAJOR))
    done(record, "answer", text="三日內更換")
    assert "answer" not in shown(record)
    done(record, "tell_progress", text="零件已訂")
    clock.advance(HOUR)
    done(record, "urge", person="工程部", how="phone", text="下午到場")
    clock.advance(HOUR)
    lead = asked(record, "urge").plan.lead
    assert lead is not None
    assert "Open for 2 hours. Urged 1 time" in lead()
    done(record, "call_in", post="supervisor", person="林主管", text="要求賠償")
    kinds = [one.kind for one in record.case().facts.steps][-4:]
    assert kinds == ["answered", "progress", "urged", "called_in"]


# Promises


@pytest.fixture
def letter(workplace: Workplace) -> None:
    days = (date(2026, 1, 1), date(2026, 12, 31))
    authority_letter.add(
        workplace,
        LetterEntry(Post.PROPERTY_MANAGER, "黃經理", *days, Decimal(1_000), "修復財物", "何總經理"),
    )


PROMISE = {
    "text": "三日內修復天花",
    "made_by": "黃經理",
    "post": "property_manager",
    "due_at": NOW + timedelta(days=3),
    "amount": "800.50",
    "covered": "yes",
}


def promising(record: ComplaintRecord) -> PromiseDialog:
    dialog = promise_acts.promise_dialog(record._deeds, record.case(), record.window())
    dialog.deed_done.connect(record.was_done)
    dialog.open()
    return dialog


@pytest.mark.usefixtures("letter")
def test_r9_within_the_letter_it_is_promised_and_reported(desk: Workplace, show: Show) -> None:
    record = show(course.filed(desk))
    dialog = promising(record)
    assert dialog.plan.lead is not None
    assert "黃經理" in dialog.plan.lead()
    assert "HK$1,000.00" in dialog.plan.lead()
    fill(dialog, **PROMISE)
    assert dialog.save(), dialog.refusal()
    clear()
    assert comes_next(record, "report_promise")
    done(record, "report_promise", reported_to="何總經理")
    assert "report_promise" not in shown(record)
    done(record, "break_promise", why="缺貨")
    assert "break_promise" not in shown(record)
    done(record, "keep_promise")
    (promise,) = record.case().facts.promises
    assert (promise.amount, promise.kept_at) == (Decimal("800.50"), NOW)


def test_r8_without_a_letter_that_is_said_before_anything_is_typed(
    desk: Workplace, show: Show
) -> None:
    lead = promising(show(course.filed(desk))).plan.lead
    assert lead is not None
    assert "No letter of authority" in lead()


@pytest.mark.usefixtures("letter")
def test_r8_beyond_the_letter_the_word_of_the_manager_is_asked(desk: Workplace, show: Show) -> None:
    record = show(course.filed(desk))
    dialog = promising(record)
    fill(dialog, **(PROMISE | {"amount": "5,000", "text": ""}))
    assert not dialog.save()
    assert not dialog.word_button.isVisible()  # something else is wrong too
    fill(dialog, text="三日內修復天花")
    assert not dialog.save()
    assert "1,000.00" in dialog.refusal("amount")
    assert dialog.word_button.isVisible()
    word = dialog.ask_above()
    lines = {one.label: one.value for one in word.shown()}
    assert lines["Promise"] == "三日內修復天花"
    assert lines["Amount"] == "HK$5,000.00"
    assert sign(word, "wong") == ""
    clear()
    (promise,) = record.case().facts.promises
    assert promise.amount == Decimal(5_000)
    assert [one.granted for one in record.case().facts.approvals] == [True]


@pytest.mark.usefixtures("letter")
def test_a_promise_that_is_typed_anew_is_judged_anew(desk: Workplace, show: Show) -> None:
    dialog = promising(show(course.filed(desk)))
    fill(dialog, **(PROMISE | {"covered": "no"}))
    assert not dialog.save()
    assert dialog.word_button.isVisible()
    fill(dialog, amount="千元")
    assert not dialog.word_button.isVisible()
    assert not dialog.save()
    assert "figures" in dialog.refusal("amount")


def sign(word: ApprovalDialog, login: str) -> str:
    word.login.set_value(login)
    word.password.set_value(PASSWORD)
    word.approve_button.click()
    return word.refusal()


# Beside the case


def test_r168_r169_a_side_problem_is_noted_linked_settled(desk: Workplace, show: Show) -> None:
    other = course.filed(desk)
    record = show(course.filed(desk))
    done(record, "note_side_problem", text="走廊燈不亮")
    done(record, "note_side_problem", text="水錶不準")
    blocked = "complaint.side_problem.open"
    settling = record.bar.settling(blocked)
    assert settling is not None
    first, second = (str(one.id) for one in record.case().facts.sides)
    done(record, "resolve_side_problem", problem_id=first, number=other.detail.number)
    dialog = asked(record, "resolve_side_problem")
    assert dialog.field("problem_id").value() == second  # the only one left
    fill(dialog, number="C2026-000099", outcome="settled", text="已校準")
    assert dialog.save()
    clear()
    assert blocked not in {one.code for one in record.case().blockers}
    assert "resolve_side_problem" not in shown(record)
    assert [one.filed_id for one in record.case().facts.sides] == [other.detail.id, None]


def test_k10_a_clock_is_paused_and_goes_on(desk: Workplace, show: Show) -> None:
    record = show(course.filed(desk))
    done(record, "pause", clock="solve.minor", why="等待零件")
    assert comes_next(record, "resume")
    done(record, "pause", clock="every", why="颱風")
    assert act(record, "pause").shut(record.case()) != ""
    for pause in record.case().facts.pauses:
        done(record, "resume", pause_id=str(pause.id), why="零件已到")
    assert "resume" not in shown(record)


def test_r146_the_corrective_action_is_written_done_and_verified_by_another(
    workplace: Workplace, desk: Workplace, show: Show
) -> None:
    assert "write_corrective_action" not in shown(show(course.filed(desk)))
    record = show(course.filed(desk, Severity.IMPORTANT))
    done(
        record,
        "write_corrective_action",
        cause="皮帶老化",
        correction="更換皮帶",
        prevention="半年更換一次",
        responsible="李大文",
        due_on=date(2026, 12, 5),
    )
    again = asked(record, "write_corrective_action")
    assert again.field("cause").value() == "皮帶老化"
    again.deleteLater()
    done(record, "mark_corrective_action", text="已更換")
    assert act(record, "verify_corrective_action").shut(record.case()) != ""
    other = ComplaintDeeds(workplace, nobody)
    found = {one.code: one for one in case_acts.acts(other)}["verify_corrective_action"]
    assert found.shut(record.case()) == ""


# Every dialog


def every_plan(record: ComplaintRecord) -> Iterator[DeedDialog]:
    for one in handling_acts.acts(record._deeds):
        if one.plan is not None and one.shown(record.case()):
            yield DeedDialog(one.plan(record.case()), record)
    yield promise_acts.promise_dialog(record._deeds, record.case(), record)


@pytest.mark.usefixtures("letter")
def test_every_field_of_every_dialog_has_a_name_and_shows_data_as_it_is(
    desk: Workplace, show: Show
) -> None:
    record = show(course.filed(desk, Severity.MAJOR))
    done(record, "hand_out", departments="<b>工程部</b>")
    done(record, "note_side_problem", text="<i>走廊</i>")
    done(record, "pause", clock="every", why="等待")
    for dialog in every_plan(record):
        dialog.show()
        assert unnamed(dialog) == []
        assert guessing(dialog) == []
        dialog.deleteLater()
    clear()


def test_nobody_without_the_right_may_do_any_of_it(workplace: Workplace, show: Show) -> None:
    case = course.filed(workplace)
    looker = workplace.signed_in_as(replace(workplace.actor, role=Role.QUALITY_SUPERVISOR))
    for one in handling_acts.acts(ComplaintDeeds(looker, nobody)):
        assert one.shut(case) != "", one.code


def test_the_bar_leads_from_the_hand_out_over_the_presentation_to_the_work_done(
    desk: Workplace, show: Show
) -> None:
    record = show(course.filed(desk))
    assert next_deeds(record) == ["hand_out", "forward"]
    done(record, "hand_out", departments="工程部")
    assert next_deeds(record) == ["sign_sheet", "forward"]
    done(record, "sign_sheet", person="李大文")
    done(record, "forward", person="李大文", how="phone")
    assert next_deeds(record) == ["handle"]
