"""Telling, calling back, approving and closing a case in the window."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from desk.clock import FixedClock
from desk.domain.complaint import ContactMethod, Ground, Severity
from desk.services import complaint_approval, complaint_case
from desk.services import complaint_closing as closing
from desk.services.complaint_case import Case
from desk.services.complaint_closing import TellEntry
from desk.services.workplace import Workplace
from desk.ui.complaint import case_acts
from desk.ui.complaint.acts import Act
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.kit.approval_dialog import ApprovalDialog
from desk.ui.kit.deed_dialog import DeedDialog
from tests.conftest import PASSWORD
from tests.services import case_course as course
from tests.services import closing_course as to
from tests.services.closing_course import Desk
from tests.ui.conftest import clear
from tests.ui.walk import guessing, unnamed


@pytest.fixture
def desk(workplace: Workplace, clock: FixedClock) -> Desk:
    return to.opened(workplace, clock)


def nobody(_text: str) -> tuple[()]:
    return ()


Show = Callable[..., ComplaintRecord]


@pytest.fixture
def show(desk: Desk) -> Iterator[Show]:
    """A case in the window, with somebody at the desk."""
    made: list[ComplaintRecord] = []

    def showing(case: Case, login: str = "lee") -> ComplaintRecord:
        record = ComplaintRecord(ComplaintDeeds(desk.by(login), nobody))
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


def asked(record: ComplaintRecord, code: str) -> DeedDialog:
    """The dialog of a deed."""
    dialog = record.run(act(record, code))
    assert isinstance(dialog, DeedDialog)
    return dialog


def done(record: ComplaintRecord, code: str, **typed: object) -> Case:
    """A deed done in its dialog."""
    dialog = asked(record, code)
    for key, value in typed.items():
        dialog.field(key).set_value(value)
        dialog.fields.changed.emit()
    said = dialog.save()
    assert said, [dialog.refusal(key) for key in ("", *(one.key for one in dialog.plan.asked))]
    clear()
    return record.case()


def shown(record: ComplaintRecord) -> set[str]:
    return {one.code for one in case_acts.acts(ComplaintDeeds(record._deeds.workplace, nobody))
            if one.shown(record.case())}  # fmt: skip


# The close button


def test_the_close_button_is_shut_and_names_everything_that_is_missing(
    desk: Desk, show: Show
) -> None:
    case = course.filed(desk.by("lee"), Severity.MAJOR, Ground.ON_SITE)
    record = show(case)
    close = act(record, "close")
    why = close.shut(record.case()).splitlines()
    assert len(why) == len(case.blockers) == 10
    assert "Handle the complaint first." in why
    assert record.blockers.words() == why


def test_the_overrun_is_named_with_its_clock_and_its_approver(desk: Desk, show: Show) -> None:
    known = course.filed(desk.by("lee"))
    desk.clock.advance(timedelta(days=12))
    record = show(course.handled(desk.by("lee"), known))
    named = [one for one in record.blockers.words() if "within 2 days" in one]
    assert len(named) == 1
    assert "manager" in named[0].lower()


def test_where_only_the_result_is_missing_it_is_asked_for_in_closing(
    desk: Desk, show: Show
) -> None:
    record = show(to.attested(desk, to.handled(desk)))
    assert act(record, "close").shut(record.case()) == ""
    assert done(record, "close", result="已清潔，住戶滿意").detail.state == "closed"
    assert "close" not in shown(record)


def test_an_empty_result_is_refused_beside_its_field(desk: Desk, show: Show) -> None:
    record = show(to.attested(desk, to.handled(desk)))
    dialog = asked(record, "close")
    assert not dialog.save()
    assert dialog.refusal("result")
    dialog.deleteLater()


def test_what_another_clerk_closed_meanwhile_is_said(desk: Desk, show: Show) -> None:
    case = to.attested(desk, to.handled(desk))
    record = show(case)
    dialog = asked(record, "close")
    closing.close(desk.by("chan"), case.detail.id, case.detail.version, "已清潔")
    dialog.field("result").set_value("x")
    assert not dialog.save()
    assert "陳小明" in dialog.refusal()
    dialog.deleteLater()


# What comes before it


def test_a_case_is_brought_to_its_end_in_the_window(desk: Desk, show: Show) -> None:
    record = show(to.handled(desk))
    done(record, "notice", kind="spoken", source="林主管", text="已完成清洗")
    done(record, "summarise", why_it_happened="a", what_was_learnt="b", how_to_avoid="c")
    told = done(record, "tell_result", text="已清潔")
    (step,) = told.facts.steps_of("told")
    assert (step.how, step.person) == (ContactMethod.PHONE, "李小龍")
    assert act(record, "verify").shut(record.case()).startswith("You handled this case.")
    other = show(to.now(desk, told), "chan")
    assert act(other, "verify").shut(other.case()) == ""
    done(other, "verify", text="到場見已乾爽")
    assert done(other, "close", result="住戶滿意").detail.closed_by == "陳小明"


def test_each_thing_missing_leads_to_the_deed_that_settles_it(desk: Desk, show: Show) -> None:
    on_site = show(to.handled(desk, Severity.MAJOR, Ground.ON_SITE))
    for code in ("signed_copy", "summarise", "write_result", "tell_result", "approve"):
        assert on_site.blockers.button(code) is not None, code
    elsewhere = show(to.handled(desk))
    assert elsewhere.blockers.button("notice") is not None
    assert elsewhere.blockers.button("signed_copy") is None
    assert done(on_site, "signed_copy", by="曾德華").texts.signed_copy_by == "曾德華"


def test_what_cannot_be_handled_is_marked_and_taken_up_again(desk: Desk, show: Show) -> None:
    record = show(course.filed(desk.by("lee")))
    stuck = done(record, "mark_unsolvable", why="廠方停產")
    assert stuck.facts.unsolvable_at is not None
    assert {"take_up", "approve"} <= shown(record)
    assert "mark_unsolvable" not in shown(record)
    assert done(record, "take_up", why="代用零件").facts.unsolvable_at is None


# Approvals


def late(desk: Desk) -> Case:
    known = course.filed(desk.by("lee"))
    desk.clock.advance(timedelta(days=12))
    return course.handled(desk.by("lee"), known)


def open_dialog() -> ApprovalDialog:
    (found,) = (one for one in QApplication.topLevelWidgets()
                if isinstance(one, ApprovalDialog) and one.isVisible())  # fmt: skip
    return found


def test_a_second_person_approves_over_the_clerks_shoulder_and_sees_why(
    desk: Desk, show: Show
) -> None:
    record = show(late(desk))
    assert {"approve"} == {"approve", "approve_own"} & shown(record)
    record.run(act(record, "approve"))
    dialog = open_dialog()
    told = {line.label: line.value for line in dialog.shown()}
    assert told["Case"] == record.case().detail.number
    assert told["Overdue by"] == "10 days"
    assert "M2 R150" in told["Clock"]
    assert told["Overdue since"]
    dialog.login.set_value("wong")
    dialog.password.set_value(PASSWORD)
    dialog.approve_button.setEnabled(True)
    dialog.approve_button.click()
    clear()
    codes = {one.code for one in record.case().blockers}
    assert "complaint.overrun.unapproved" not in codes
    (said,) = record.case().facts.approvals
    assert (said.matter, said.approver) == ("overrun:solve.minor", "黃經理")


def test_the_approver_at_the_desk_gives_her_own_word(desk: Desk, show: Show) -> None:
    record = show(late(desk), "wong")
    assert {"approve_own"} == {"approve", "approve_own"} & shown(record)
    dialog = asked(record, "approve_own")
    assert dialog.plan.lead is not None
    assert "M2 R150" in dialog.plan.lead()
    assert not dialog.save()
    assert dialog.refusal("decision") == "Choose the answer."
    dialog.field("decision").set_value("refused")
    assert not dialog.save()
    assert dialog.refusal("note")
    dialog.field("note").set_value("未見原因")
    assert dialog.save()
    clear()
    assert not record.case().facts.approvals[0].granted
    done(record, "approve_own", decision="granted")
    assert record.case().facts.granted("overrun:solve.minor")


def test_the_manager_who_handled_the_case_asks_somebody_else(desk: Desk, show: Show) -> None:
    known = course.filed(desk.by("wong"))
    desk.clock.advance(timedelta(days=12))
    record = show(course.handled(desk.by("wong"), known), "wong")
    assert {"approve"} == {"approve", "approve_own"} & shown(record)


def stuck(desk: Desk) -> Case:
    detail = course.filed(desk.by("lee")).detail
    return closing.mark_unsolvable(desk.by("lam"), detail.id, detail.version, "廠方停產")


def test_the_sitting_of_the_quarter_shows_every_case_that_waits(desk: Desk, show: Show) -> None:
    first, second = stuck(desk), stuck(desk)
    record = show(first)
    both = {"consent_all", "consent_all_own"}
    assert both & shown(record) == {"consent_all"}
    assert both & shown(show(first, "wong")) == {"consent_all_own"}
    record.run(act(record, "consent_all"))
    dialog = open_dialog()
    headings = [line.value for line in dialog.shown() if not line.label]
    assert headings[0] == "Consent to 2 cases that cannot be handled"
    assert [one.split(" · ")[0] for one in headings[1:]] == [
        first.detail.number,
        second.detail.number,
    ]
    dialog.reject()
    clear()
    own = show(first, "wong")
    done(own, "consent_all_own", decision="granted")
    assert complaint_approval.unsolvable(desk.by("lee")) == ()
    assert not {"consent_all", "consent_all_own"} & shown(own)


def test_after_the_sitting_a_consent_waits_and_holds_no_other_word_up(
    desk: Desk, show: Show
) -> None:
    first, second = stuck(desk), stuck(desk)
    complaint_approval.approve(
        desk.by("lee"), first.detail.id, first.detail.version, to.says("wong", "unsolvable")
    )
    desk.clock.advance(timedelta(days=12))
    record = show(to.now(desk, second), "wong")
    assert {"overrun:solve.minor", "unsolvable"} == {
        one.matter for one in complaint_approval.wanted(record.case())
    }
    assert act(record, "approve_own").shut(record.case()) == ""
    done(record, "approve_own", decision="granted")
    why = act(record, "approve_own").shut(record.case())
    assert "2026-11-21" in why
    assert "2027-01-01" in why


# Afterwards


def test_a_callback_asks_only_for_what_belongs_to_its_outcome(desk: Desk, show: Show) -> None:
    record = show(to.closed(desk))
    dialog = asked(record, "call_back")
    for outcome, there in (("reached", True), ("unreachable", False)):
        dialog.field("outcome").set_value(outcome)
        dialog.fields.changed.emit()
        assert dialog.fields.cell("satisfaction").isVisibleTo(dialog.fields) is there
        assert dialog.fields.cell("why").isVisibleTo(dialog.fields) is not there
    assert not dialog.save()
    assert dialog.refusal("how")
    assert dialog.refusal("why")
    dialog.deleteLater()


def test_who_is_dissatisfied_after_the_closing_complains_anew(desk: Desk, show: Show) -> None:
    record = show(to.closed(desk))
    assert "complain_again" not in shown(record)
    done(
        record,
        "call_back",
        how="phone",
        outcome="reached",
        satisfaction="dissatisfied",
        opinion="仍有異味",
    )
    assert "complain_again" in {one.code for one in record.bar.primary()}
    before = record.case().detail
    after = done(record, "complain_again")
    assert (after.detail.course, after.detail.demand) == ("仍有異味", before.demand)
    assert after.detail.number != before.number


def test_only_the_supervisor_is_offered_to_order_a_callback(desk: Desk, show: Show) -> None:
    case = to.closed(desk)
    assert "order_callback" not in shown(show(case))
    record = show(case, "lam")
    after = done(record, "order_callback", person="陳小明")
    assert [one.person for one in after.facts.steps_of("callback_ordered")] == ["陳小明"]


def test_a_grave_case_offers_its_report_begun_from_what_is_known(desk: Desk, show: Show) -> None:
    case = to.attested(desk, to.handled(desk, Severity.MAJOR))
    record = show(case)
    dialog = asked(record, "special_report")
    assert dialog.field("cause").value() == to.SUMMARY.why_it_happened
    dialog.field("improvement").set_value("每週檢查")
    assert dialog.save()
    clear()
    report = record.case().facts.report
    assert report is not None
    assert (report.volume, report.improvement) == ("S2026-000001", "每週檢查")
    assert "special_report" not in shown(record)
    done(record, "correct_special_report", review="處理及時")
    assert record.case().facts.report.volume == "S2026-000001"  # type: ignore[union-attr]


def test_every_dialog_speaks_every_language_and_names_its_fields(
    desk: Desk, show: Show, language: str
) -> None:
    told = TellEntry(ContactMethod.PHONE, "李小龍", None, "已清潔")
    handled = to.handled(desk, Severity.MAJOR)
    handled = closing.tell_result(desk.by("lee"), handled.detail.id, handled.detail.version, told)
    cases = (handled, stuck(desk), stuck(desk), to.closed(desk))
    for case, login in [(case, who) for case in cases for who in ("chan", "lam", "wong")]:
        record = show(complaint_case.get(desk.admin, case.detail.id), login)
        ours = case_acts.acts(record._deeds)
        for one in ours:
            if one.plan is None or not one.shown(record.case()) or one.shut(record.case()):
                continue
            dialog = DeedDialog(one.plan(record.case()))
            dialog.show()
            assert unnamed(dialog) == [], (language, one.code)
            assert guessing(dialog) == [], (language, one.code)
            dialog.hide()
            dialog.deleteLater()
        clear()
