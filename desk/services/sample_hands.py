"""The hands of the sample estate's desk: every act of a case, as its clerks do it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import cycle
from random import Random
from typing import Any

from desk.domain.approval import Answer, Line, Verdict
from desk.domain.authority_letter import LetterEntry
from desk.domain.clock_pause import PauseEntry
from desk.domain.complaint import (
    ComplaintEntry,
    ContactMethod,
    ContentClass,
    Ground,
    Severity,
    Urgency,
)
from desk.domain.complaint_approval import OVERRUN
from desk.domain.complaint_clock import Clock
from desk.domain.complaint_closing import (
    NoticeEntry,
    NoticeKind,
    SummaryEntry,
    TellEntry,
)
from desk.domain.complaint_contact import SaidEntry
from desk.domain.complaint_filing import Decision, FilingEntry, JoinEntry
from desk.domain.complaint_handling import HandleEntry
from desk.domain.forwarding import ForwardEntry
from desk.domain.hand_out import HandOutEntry, SheetEntry, sheets
from desk.domain.permissions import Role
from desk.domain.policy import Event, Post
from desk.domain.promise import PromiseEntry
from desk.services import (
    authority_letter,
    clock_pause,
    complaint,
    complaint_approval,
    complaint_case,
    complaint_closing,
    complaint_contact,
    complaint_filing,
    complaint_handling,
    promise,
)
from desk.services.complaint_approval import ApproveEntry
from desk.services.complaint_case import Case
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.workplace import Workplace

_HOUR = timedelta(hours=1)


class Hands:
    """Works on the cases of the scenes, by their names, at whatever time the clock shows.

    `desks` are those of the accounts: one handles, another verifies (R172).
    """

    def __init__(
        self,
        chance: Random,
        script: Script,
        callers: list[Caller],
        desks: list[Workplace],
    ) -> None:
        self._chance = chance
        self._callers = cycle(chance.sample(callers, len(callers)))  # nobody joins herself
        self._desks = {desk.actor.role: desk for desk in reversed(desks)}
        self._clerk, self._lead = self._desks[Role.RECEPTIONIST], self._desks[Role.SUPERVISOR]
        self._words: dict[str, str] = script.words["scenes"]
        self._complaints: list[dict[str, str]] = script.words["complaints"]
        self._departments = [one[0] for one in script.words["departments"]]
        self._people = [one[1] for one in script.words["departments"]]
        self._cases: dict[str, Case] = {}

    # Beginning

    def register(self, name: str, severity: Severity, *, hot: bool = False) -> None:
        """A resident complains."""
        told = next(one for one in self._complaints if one["severity"] == severity)
        caller = next(self._callers)
        entry = ComplaintEntry(
            received_at=self._now(),
            occurred_at=self._now() - 2 * _HOUR,
            unit_id=caller.unit_id,
            resident_id=caller.resident_id,
            complainant=caller.name,
            contact=caller.phone or caller.name,
            content_class=ContentClass(told["content_class"]),
            severity=severity,
            hot=hot,
            place=told["place"],
            about=told["about"],
            course=told["course"],
            demand=told["demand"],
        )
        found = complaint.register(self._clerk, entry)
        self._cases[name] = complaint_case.get(self._clerk, found.id)

    def file(self, name: str) -> None:
        """It becomes a case (R156)."""
        self._do(name, complaint_filing.judge, FilingEntry(Decision.FILE, Ground.REPORTED))

    def ask(self, name: str) -> None:
        """The supervisor is asked first (R163)."""
        question = FilingEntry(Decision.ASK, None, self._words["question"], Post.SUPERVISOR)
        self._do(name, complaint_filing.judge, question)

    def join(self, name: str) -> None:
        """Another resident complains about the same (R10)."""
        caller = next(self._callers)
        entry = JoinEntry(
            self._now(), caller.name, caller.phone, self._words["joint"], caller.unit_id
        )
        self._do(name, complaint_filing.join, entry)

    def hurry(self, name: str) -> None:
        """It is acted upon at once (R3)."""
        self._do(name, complaint_handling.act_immediately, {Urgency.CRISIS})

    # Handling

    def hand_out(self, name: str) -> None:
        """The sheet goes to a department, which signs for it (R143)."""
        department = self._chance.choice(self._departments)
        self._do(name, complaint_handling.hand_out, HandOutEntry(self._now(), (department,)))
        self._sheet(name, complaint_handling.sign_sheet)

    def present(self, name: str) -> None:
        """It is presented to everybody above who is to know (R142, R144)."""
        for clock in self._open(name, Event.FORWARDED):
            person = self._chance.choice(self._people)
            entry = ForwardEntry(self._now(), clock.code, clock.to, person, ContactMethod.PHONE)
            self._do(name, complaint_contact.forward, entry)

    def answer(self, name: str) -> None:
        """The complainant gets a clear answer (R150)."""
        self._do(name, complaint_contact.answer, self._said(name, "progress"))

    def tell_progress(self, name: str) -> None:
        """The complainant hears how far it is (R92)."""
        self._do(name, complaint_contact.tell_progress, self._said(name, "progress"))

    def urge(self, name: str) -> None:
        """Whoever works on it is urged (R164)."""
        self._do(name, complaint_contact.urge, self._said(name, "urge"))

    def pause(self, name: str) -> None:
        """The clocks stand still for a reason."""
        self._do(name, clock_pause.pause, PauseEntry(self._now(), why=self._words["pause"]))

    def promise(self, name: str) -> None:
        """Something is promised for today, by a manager within the letter's power (R9)."""
        self._empower()
        today = self._clerk.estate.custom.day(self._now())
        until = self._clerk.estate.custom.day_bounds(today)[1] - _HOUR
        entry = PromiseEntry(
            made_at=self._now(),
            text=self._words["promise"],
            made_by=self._desks[Role.MANAGER].actor.name,
            post=Post.OFFICE_MANAGER,
            due_at=max(until, self._now() + _HOUR),
            covered=True,
        )
        self._do(name, promise.make, entry)

    def _empower(self) -> None:
        """The year's letter of authority of the manager (R8)."""
        day = self._clerk.estate.custom.day(self._now())
        entry = LetterEntry(
            post=Post.OFFICE_MANAGER,
            holder=self._desks[Role.MANAGER].actor.name,
            starts=day.replace(month=1, day=1),
            ends=day.replace(month=12, day=31),
            amount_limit=Decimal(5_000),
            matters=self._words["matters"],
            signed_by=self._desks[Role.GENERAL_MANAGER].actor.name,
        )
        authority_letter.add(self._desks[Role.MANAGER], entry)

    def handle(self, name: str) -> None:
        """The work is done (R145)."""
        about = self._cases[name].detail.about
        told = next(one["process"] for one in self._complaints if one["about"] == about)
        self._do(name, complaint_handling.handle, HandleEntry(self._now(), told))

    def give_up(self, name: str) -> None:
        """It cannot be handled for now (R173)."""
        self._do(name, complaint_closing.mark_unsolvable, self._words["unsolvable"])

    # Ending

    def attest(self, name: str) -> None:
        """Sheet and notice are back, somebody else looked, the result is told, all is summed up."""
        self._sheet(name, complaint_handling.return_sheet)
        notice = NoticeEntry(
            NoticeKind.SPOKEN, self._chance.choice(self._people), None, self._words["notice"]
        )
        self._do(name, complaint_closing.notice, notice)
        self._do(name, complaint_closing.verify, self._words["seen"], by=self._lead)
        told = TellEntry(ContactMethod.PHONE, self._cases[name].detail.complainant)
        self._do(name, complaint_closing.tell_result, told)
        words = self._words
        summary = SummaryEntry(words["why"], words["learnt"], words["avoid"])
        self._do(name, complaint_closing.summarise, summary)

    def close(self, name: str) -> None:
        """It is closed with its result (R174)."""
        about = self._cases[name].detail.about
        told = next(one["result"] for one in self._complaints if one["about"] == about)
        self._do(name, complaint_closing.close, told, by=self._lead)

    def approve(self, name: str) -> None:
        """Whoever has to agree to its overruns agrees (R150)."""
        wanted = complaint_approval.wanted(complaint_case.get(self._clerk, self._id(name)))
        for one in (one for one in wanted if one.matter.startswith(OVERRUN)):
            line = (Line("", self._cases[name].detail.number),)
            answer = Answer("", "", Verdict.GRANTED, shown=line)
            role = Role.GENERAL_MANAGER if one.post is Post.GENERAL_MANAGER else Role.MANAGER
            entry = ApproveEntry((one.matter,), answer)
            self._do(name, complaint_approval.approve_own, entry, by=self._desks[role])

    # Parts

    def _do(
        self, name: str, deed: Callable[..., Case], given: Any, by: Workplace | None = None
    ) -> None:
        known = self._cases[name].detail
        self._cases[name] = deed(by or self._clerk, known.id, known.version, given)

    def _sheet(self, name: str, deed: Callable[..., Case]) -> None:
        sheet = sheets(self._cases[name].facts)[-1].hand_out
        self._do(name, deed, SheetEntry(self._now(), sheet.id, self._chance.choice(self._people)))

    def _open(self, name: str, event: Event) -> list[Clock]:
        return [one for one in self._cases[name].clocks if one.is_open and one.end is event]

    def _said(self, name: str, word: str) -> SaidEntry:
        who = self._cases[name].detail.complainant
        return SaidEntry(self._now(), who, ContactMethod.PHONE, self._words[word])

    def _id(self, name: str) -> int:
        return self._cases[name].detail.id

    def _now(self) -> datetime:
        return self._clerk.now()
