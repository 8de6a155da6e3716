"""The steps of a case at the desk, each done by keys and clicks and checked where it shows."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.clock import FixedClock
from desk.domain.today import Section
from desk.ui.complaint.form import ComplaintForm
from desk.ui.kit.approval_dialog import ApprovalDialog
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.reception.form import ReceptionForm
from tests.journeys.case_hands import CaseHands, refusals
from tests.journeys.case_office import ABOVE, CLERK, LEAD, MANAGER, Office
from tests.journeys.desk_hands import a, focused, show

Key = Qt.Key
VISIT, CASE = "R2026-000001", "C2026-000001"
FORWARDS = (
    "forward.property_manager",
    "transfer",
    "forward.by_supervisor",
    "forward.complaint_department",
    "forward.company_management",
)


class Steps:
    """One case in one office; time passes between the steps."""

    def __init__(self, desk: CaseHands, clock: FixedClock, office: Office) -> None:
        self.desk, self.hands, self.clock = desk, desk.hands, clock
        self.office, self.said = office, office.said

    def later(self, minutes: int) -> None:
        """Time passes; what is open is read again, as it is twice a minute."""
        self.clock.moment += dt.timedelta(minutes=minutes)

    def stands(self) -> set[Section]:
        """Under which parts of the first page the case is found."""
        return {section for section, number in self.desk.today() if number == CASE}

    # Taken in

    def a_visit_becomes_a_complaint(self) -> None:
        """F2, the person, what it is about; the complaint takes all of it along."""
        hands, window = self.hands, self.desk.window
        hands.press(Key.Key_F2)
        visit = a(ReceptionForm, window.page().open_form())
        self.person(self.office.initials[0])
        self.desk.answer(visit.fields, "kind", "complaint")
        self.desk.answer(visit.fields, "request", self.said["request"])
        hands.press(Key.Key_F8)
        assert self.desk.today() == [(Section.VISITS, VISIT)]
        self.desk.open_from_today(Section.VISITS, VISIT)
        visit = a(ReceptionForm, window.page().open_form())
        self.later(1)
        hands.click(visit.complaint_button)
        form = a(ComplaintForm, window.page().open_form())
        assert form.field("complainant").value() == self.office.residents[0]
        for key, value in self.complaint().items():
            self.desk.answer(form.fields, key, value)
        hands.press(Key.Key_F8)
        assert form is not window.page().open_form(), (form.summary(), refusals(form))
        assert self.desk.record.heading() == CASE
        assert self.desk.keys_wanted_twice() == set()

    def person(self, initials: str) -> None:
        """Three letters, Enter."""
        self.hands.type(initials)
        self.hands.press(Key.Key_Return)

    def complaint(self) -> dict[str, object]:
        """What is typed into the complaint beside what the visit knows."""
        return {
            "occurred_at": self.office.occurred_at,
            "about": self.office.department,
            "course": self.said["course"],
            "demand": self.said["demand"],
            "severity": "important",
        }

    def it_is_judged(self) -> None:
        """Question a: somebody has to go and look; from now on the clocks explain themselves."""
        assert self.stands() == {Section.JUDGE}
        self.desk.open_from_today(Section.JUDGE, CASE)
        self.later(1)
        self.desk.do("judge", decision="file", ground="on_site")
        assert self.office.clock in self.desk.record.clocks.words()
        assert self.stands() == {Section.DUE}

    # Handled

    def it_is_handed_out(self) -> None:
        """Within ten minutes; the receiver signs (R143)."""
        self.desk.find(CASE)
        self.later(4)
        self.desk.do("hand_out", departments=[self.office.department], text=self.said["task"])
        self.later(1)
        self.desk.do("sign_sheet", person=self.said["head"])
        assert self.met("hand_out")

    def it_is_presented(self) -> None:
        """To the property manager within the hour, by the supervisor the same day (R142, R144)."""
        for rule in FORWARDS:
            self.later(2)
            chosen = {"post": "property_manager"} if rule == "forward.by_supervisor" else {}
            self.desk.do("forward", rule=rule, **chosen, person=self.said["leader"], how="phone")
            assert self.met(rule)
        assert [one.code for one in self.desk.record.case().clocks if one.is_open] == [
            "solve.important",
            "promotion",
        ]

    def another_caller_joins(self) -> None:
        """The other resident of the flat calls about the same: no second case (R10)."""
        self.later(20)
        self.hands.press(Key.Key_F2)
        form = a(ComplaintForm, self.desk.window.page().open_form())
        self.person(self.office.initials[1])
        assert form.cases.numbers() == [CASE]
        self.hands.click(form.cases.join_button(CASE))
        dialog = a(DeedDialog, show(QApplication.activeModalWidget()))
        assert dialog.field("name").value() == self.office.residents[1]
        self.desk.answer(dialog.fields, "words", self.said["joined"])
        self.hands.press(Key.Key_F8)
        assert QApplication.activeModalWidget() is None, refusals(dialog)
        show(self.desk.window)
        assert self.desk.record.heading() == CASE

    def something_is_promised(self) -> None:
        """Within the letter of authority, told to the superior, progress told, kept (R8, R9)."""
        self.later(5)
        self.desk.do(
            "promise",
            text=self.said["promise"],
            made_by=self.office.people[MANAGER],
            post="office_manager",
            due_at=self.office.promised_by,
            amount="800",
            covered="yes",
        )
        assert self.stands() == {Section.DUE, Section.PROMISES}
        self.desk.open_from_today(Section.PROMISES, CASE)
        self.desk.do("report_promise", reported_to=self.office.people[ABOVE])
        self.later(30)
        self.desk.do("tell_progress", text=self.said["progress"])
        self.later(120)
        assert self.stands() == {Section.PROMISES}
        self.desk.find(CASE)
        self.desk.do("keep_promise")
        assert self.stands() == set()

    def it_is_handled_too_late(self) -> None:
        """Three days are over; the sheet comes back, and the complainant hears the result."""
        self.later(4 * 24 * 60)
        assert self.stands() == {Section.OVERDUE}
        self.desk.open_from_today(Section.OVERDUE, CASE)
        assert self.desk.record.clocks.words()[0] == self.office.late
        on_site = "yes" if self.office.on_site else "no"
        self.desk.do("handle", process=self.said["process"], on_site=on_site)
        assert self.stands() == {Section.DUE, Section.BACK}
        self.desk.open_from_today(Section.BACK, CASE)
        self.later(5)
        self.desk.do("return_sheet")
        self.desk.do("tell_result", text=self.said["result"])
        assert self.stands() == set()

    # Closed

    def the_closing_names_what_is_missing(self) -> None:
        """The deed is shut, and says everything at once, in the policy's own words."""
        self.desk.find(CASE)
        assert tuple(self.desk.why_shut("close")) == self.office.missing
        assert tuple(self.desk.record.blockers.words()) == self.office.missing

    def what_it_asks_for_is_brought(self) -> None:
        """Signed copy or notice, corrective action; another clerk looks whether it is true."""
        said, do = self.said, self.desk.do
        self.later(30)
        if self.office.on_site:
            do("signed_copy", by=self.office.residents[0])
        else:
            do("notice", kind="text", source=said["head"], text=said["process"])
        texts = {key: said[key] for key in ("cause", "correction", "prevention")}
        do("write_corrective_action", **texts, due_on=self.office.put_right_by)
        do("mark_corrective_action", text=said["carried"])
        assert self.desk.why_shut("verify") != []
        self.desk.hand_over_to(LEAD, CASE)
        assert self.stands() == {Section.APPROVALS}
        self.desk.open_from_today(Section.APPROVALS, CASE)
        do("verify", text=said["seen"])
        do("verify_corrective_action", text=said["seen"])
        self.desk.hand_over_to(CLERK, CASE)

    def the_overrun_is_approved(self) -> None:
        """The general manager signs in over the clerk's shoulder; the clerk stays (R150, K6)."""
        window = self.desk.window
        asked = a(ApprovalDialog, self.desk.ask("approve"))
        shown = [line.value for line in asked.shown()]
        assert any("M2 R150" in words for words in shown), shown
        self.desk.approved_by(ABOVE)
        assert self.desk.window is window
        assert window.clerk().login == CLERK
        assert [one.approver for one in self.desk.record.case().facts.approvals] == [
            self.office.people[ABOVE]
        ]

    def it_is_closed_and_followed_up(self) -> None:
        """Summed up, closed; a week later called back, and the special report written (R93)."""
        said = self.said
        summary = {"why_it_happened": "why", "what_was_learnt": "learnt", "how_to_avoid": "avoid"}
        self.desk.do("summarise", **{key: said[words] for key, words in summary.items()})
        assert self.desk.record.bar.primary()[0].code == "close"
        assert self.desk.record.isAncestorOf(focused()), "what led to the deed is gone"
        self.desk.do("close", result=said["result"])
        assert self.stands() == set()
        self.later(7 * 24 * 60)
        self.clock.moment = self.clock.moment.replace(hour=1)
        assert self.stands() == {Section.CALLBACKS, Section.DUE}
        self.desk.open_from_today(Section.CALLBACKS, CASE)
        self.desk.do(
            "call_back",
            how="phone",
            outcome="reached",
            satisfaction="satisfied",
            opinion=said["opinion"],
        )
        self.desk.do("special_report", review=said["review"])
        assert self.stands() == set()

    def the_visit_is_answered(self) -> None:
        """The visit was closed with the case, whose result is its answer."""
        assert self.desk.today() == []
        self.hands.press_with_ctrl(Key.Key_K)
        self.hands.type(VISIT)
        self.hands.press(Key.Key_Return)
        visit = a(ReceptionForm, self.desk.window.page().open_form())
        assert visit.field("answer").value() == self.said["result"]
        assert visit.field("state").value() == "closed"

    def met(self, code: str) -> bool:
        """Whether a clock was met in time."""
        (clock,) = (one for one in self.desk.record.case().clocks if one.code == code)
        return clock.met_at is not None and clock.met_at <= clock.due_at
