"""A case by the book, from the visit to the special report, each step a deed of the desk."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from desk.domain.approval import Answer, Verdict
from desk.domain.authority_letter import Letter
from desk.domain.callback import CallbackEntry, CallbackHow, CallbackOutcome, Satisfaction
from desk.domain.complaint import ContactMethod, Ground, Severity
from desk.domain.complaint_closing import SignedCopyEntry, SummaryEntry, TellEntry
from desk.domain.complaint_handling import HandleEntry
from desk.domain.corrective_action import DoneEntry, VerifyEntry
from desk.domain.corrective_action import SheetEntry as WrittenEntry
from desk.domain.hand_out import SheetEntry, sheets
from desk.domain.promise import KeepEntry, PromiseEntry, ReportEntry
from desk.domain.reception import Kind, ReceptionEntry
from desk.domain.special_report import SpecialReportEntry
from desk.services import (
    approval_shown,
    authority_letter,
    callback,
    complaint,
    complaint_approval,
    complaint_case,
    complaint_closing,
    complaint_handling,
    corrective_action,
    household,
    promise,
    reception,
    special_report,
)
from desk.services.complaint_approval import ApproveEntry
from desk.services.reception import ReceptionDetail
from desk.services.workplace import Workplace
from desk.ui.complaint.page import ComplaintPage
from desk.ui.complaint.record import ComplaintRecord
from tests.conftest import PASSWORD
from tests.gallery.cases import Course
from tests.gallery.office import moved_in, office_of
from tests.gallery.stage import Stage
from tests.journeys.case_office import ABOVE, CLERK, LEAD

_MINUTE = dt.timedelta(minutes=1)
_DAY = dt.timedelta(days=1)
CAME, WRITTEN = "came", "written"  # before the first of the steps


@dataclass
class ByTheBook(Course):
    """One case with all that it asks for; `above` is login and password of its approver."""

    letter: Letter
    above: tuple[str, str]

    def judged(self) -> None:
        """Question a."""
        self.later(2 * _MINUTE)
        self.file(Ground.ON_SITE)

    def joined(self) -> None:
        """The other resident of the flat."""
        self.join(self.about["second"])

    def promised(self) -> None:
        """Within the letter of authority, reported at once."""
        now = self.later(5 * _MINUTE)
        entry = PromiseEntry(
            made_at=now,
            text=self.words["promise"],
            made_by=self.letter.holder,
            post=self.letter.post,
            due_at=now + dt.timedelta(hours=4),
            amount=Decimal(800),
            covered=True,
        )
        self.case = promise.make(self.desk, *self.key, entry)
        told = ReportEntry(self.later(_MINUTE), self._promise(), self.letter.holder)
        self.case = promise.report(self.desk, *self.key, told)

    def told_progress(self) -> None:
        """Within the hour; the promise is kept in the evening."""
        self.say("tell_progress", self.words["progress"])
        entry = KeepEntry(self.later(dt.timedelta(hours=2)), self._promise())
        self.case = promise.keep(self.desk, *self.key, entry)

    def late(self) -> None:
        """Three days and more go by."""
        self.later(4 * _DAY)

    def handled(self) -> None:
        """Done, the sheet is back, the complainant has heard."""
        handler = self.desk.actor.name
        entry = HandleEntry(self.later(_MINUTE), self.words["process"], handler, True)
        self.case = complaint_handling.handle(self.desk, *self.key, entry)
        out = sheets(self.case.facts)[0].hand_out.id
        back = SheetEntry(self.later(_MINUTE), out, self.words["head"])
        self.case = complaint_handling.return_sheet(self.desk, *self.key, back)
        person, at = self.case.detail.complainant, self.later(_MINUTE)
        told = TellEntry(ContactMethod.PHONE, person, at, self.words["result"])
        self.case = complaint_closing.tell_result(self.desk, *self.key, told)

    def attested(self) -> None:
        """The signed copy is with the desk, the corrective action carried out."""
        words, now = self.words, self.later(30 * _MINUTE)
        copy = SignedCopyEntry(self.case.detail.complainant, now)
        self.case = complaint_closing.signed_copy(self.desk, *self.key, copy)
        due = self.desk.estate.custom.day(now) + 5 * _DAY
        texts = (words["cause"], words["correction"], words["prevention"])
        sheet = WrittenEntry(*texts, words["head"], due)
        self.case = corrective_action.write(self.desk, *self.key, sheet)
        done = DoneEntry(self.later(_MINUTE), words["carried"])
        self.case = corrective_action.mark_done(self.desk, *self.key, done)

    def approved(self) -> None:
        """The overrun, over the clerk's shoulder."""
        asked = complaint_approval.wanted(self.case)
        lines = approval_shown.of_case(self.desk, self.case, asked)
        answer = Answer(*self.above, Verdict.GRANTED, "", lines)
        entry = ApproveEntry(tuple(one.matter for one in asked), answer)
        self.case = complaint_approval.approve(self.desk, *self.key, entry)

    def verified(self) -> None:
        """Another clerk looked."""
        seen = self.words["seen"]
        self.case = complaint_closing.verify(self.colleague, *self.key, seen)
        self.case = corrective_action.verify(self.colleague, *self.key, VerifyEntry(seen))

    def closed(self) -> None:
        """Summed up, closed."""
        self.later(20 * _MINUTE)
        summary = SummaryEntry(*(self.words[key] for key in ("why", "learnt", "avoid")))
        self.case = complaint_closing.summarise(self.desk, *self.key, summary)
        self.case = complaint_closing.close(self.desk, *self.key, self.words["result"])

    def a_week_later(self) -> None:
        """The callback and the report are due."""
        self.later(6 * _DAY + dt.timedelta(hours=20))

    def called_back(self) -> None:
        """Reached, content."""
        entry = CallbackEntry(
            CallbackHow.PHONE,
            CallbackOutcome.REACHED,
            self.later(_MINUTE),
            satisfaction=Satisfaction.SATISFIED,
            opinion=self.words["opinion"],
        )
        self.case = callback.call_back(self.desk, *self.key, entry)

    def reported(self) -> None:
        """The special report."""
        texts = (self.words[key] for key in ("cause", "process", "review", "avoid"))
        entry = SpecialReportEntry(*texts)
        self.case = special_report.write(self.desk, *self.key, entry)

    def _promise(self) -> int:
        return self.case.facts.promises[0].id


STEPS: Mapping[str, Callable[[ByTheBook], None]] = {
    "judged": ByTheBook.judged,
    "handed out": ByTheBook.hand_out,
    "presented": ByTheBook.forward,
    "joined": ByTheBook.joined,
    "promised": ByTheBook.promised,
    "told progress": ByTheBook.told_progress,
    "late": ByTheBook.late,
    "handled": ByTheBook.handled,
    "attested": ByTheBook.attested,
    "approved": ByTheBook.approved,
    "verified": ByTheBook.verified,
    "closed": ByTheBook.closed,
    "a week later": ByTheBook.a_week_later,
    "called back": ByTheBook.called_back,
    "reported": ByTheBook.reported,
}


class Story:
    """The office of the journey and its case, played by its deeds until one of `STEPS` is done."""

    def __init__(self, stage: Stage, until: str = "") -> None:
        self.stage, self.office = stage, office_of(stage)
        self.estate = moved_in(stage, self.office)
        self.said = self.office.said
        desk, colleague = self.estate.enter(CLERK), self.estate.enter(LEAD)
        try:
            self.home = household.household(desk, household.units(desk).rows[0].id)
            if until:
                self.visit = self._come(desk)
            if until not in ("", CAME):
                self.course = self._complain(desk, colleague)
                self._play(until)
        finally:
            desk.close()
            colleague.close()

    def record(self, login: str = CLERK) -> ComplaintRecord:
        """The case in the window."""
        page = self.stage.page("complaint", login)
        assert isinstance(page, ComplaintPage)
        record = page.open_key(self.course.case.detail.number)
        assert isinstance(record, ComplaintRecord)
        page.table.choose(self.course.case.detail.id)
        self.stage.settle()
        return record

    def _come(self, desk: Workplace) -> ReceptionDetail:
        entry = ReceptionEntry(
            desk.now(),
            kind=Kind.COMPLAINT,
            resident_id=self.home.residents[0].id,
            request=self.said["request"],
        )
        return reception.register(desk, entry)

    def _complain(self, desk: Workplace, colleague: Workplace) -> ByTheBook:
        about = {"about": self.office.department, "second": self.home.residents[1].name}
        entry = replace(
            complaint.entry_from_reception(desk, self.visit.id),
            occurred_at=desk.now() - 3 * _DAY,
            severity=Severity.IMPORTANT,
            about=about["about"],
            course=self.said["course"],
            demand=self.said["demand"],
        )
        case = complaint_case.get(desk, complaint.register(desk, entry).id)
        (letter,) = authority_letter.of_day(desk, desk.now().date())
        clock, above = self.estate.clock, (ABOVE, PASSWORD)
        return ByTheBook(desk, colleague, clock, self.said, about, case, letter, above)

    def _play(self, until: str) -> None:
        for name, step in STEPS.items():
            if until == WRITTEN:
                return
            step(self.course)
            if name == until:
                return
