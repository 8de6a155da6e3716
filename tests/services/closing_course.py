"""A desk with everybody who has a say about closing, and a case brought to its end."""

from dataclasses import dataclass

from desk.clock import FixedClock
from desk.domain.approval import Answer, Line, Verdict
from desk.domain.complaint import ContactMethod, Ground, Severity
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.services import complaint_case, sign_in, staff
from desk.services import complaint_closing as closing
from desk.services.complaint_approval import ApproveEntry
from desk.services.complaint_case import Case
from desk.services.complaint_closing import (
    NoticeEntry,
    NoticeKind,
    SignedCopyEntry,
    SummaryEntry,
    TellEntry,
)
from desk.services.workplace import Workplace
from tests.conftest import CHEAP, PASSWORD
from tests.services import case_course as course

PEOPLE = (
    ("lee", "李美玲", Role.RECEPTIONIST),
    ("chan", "陳小明", Role.RECEPTIONIST),
    ("lam", "林主管", Role.SUPERVISOR),
    ("wong", "黃經理", Role.MANAGER),
    ("ho", "何總", Role.GENERAL_MANAGER),
)
SUMMARY = SummaryEntry("水泵老化", "巡查未及時", "每月檢查", "更換保養商")
SHOWN = (Line("", "投訴 C2026-000001"), Line("時限", "輕微 · 2 日內處理 (M2 R150)"))


@dataclass
class Desk:
    """One folder, and whoever of the house sits at it."""

    admin: Workplace
    clock: FixedClock

    def by(self, login: str) -> Workplace:
        """The desk with that person at it."""
        return sign_in.switch(self.admin, login, PASSWORD)


def opened(workplace: Workplace, clock: FixedClock) -> Desk:
    """The desk with its people; reception has it."""
    for login, name, role in PEOPLE:
        staff.add(workplace, AccountEntry(login, name, role), PASSWORD, CHEAP)
    return Desk(workplace, clock)


def handled(
    desk: Desk, severity: Severity = Severity.MINOR, ground: Ground = Ground.QUESTION
) -> Case:
    """A case that 李美玲 took and handled at once."""
    lee = desk.by("lee")
    known = course.filed(lee, severity, ground)
    return course.handled(lee, known, on_site=ground is Ground.ON_SITE)


def attested(desk: Desk, case: Case) -> Case:
    """Signed for or reported, verified by another, told, summed up."""
    chan, key = desk.by("chan"), case.detail.id
    if case.facts.on_site:
        entry = SignedCopyEntry("曾德華")
        case = closing.signed_copy(chan, key, case.detail.version, entry)
    else:
        told = NoticeEntry(NoticeKind.SPOKEN, "林主管", None, "已完成")
        case = closing.notice(chan, key, case.detail.version, told)
    case = closing.verify(chan, key, case.detail.version, "到場見已乾爽")
    case = closing.summarise(chan, key, case.detail.version, SUMMARY)
    heard = TellEntry(ContactMethod.PHONE, "李小龍", None, "已清潔")
    return closing.tell_result(chan, key, case.detail.version, heard)


def closed(desk: Desk, severity: Severity = Severity.MINOR) -> Case:
    """A case closed by the book."""
    case = attested(desk, handled(desk, severity))
    return closing.close(desk.by("lee"), case.detail.id, case.detail.version, "已清潔，住戶滿意")


def says(
    login: str, *matters: str, note: str = "", verdict: Verdict = Verdict.GRANTED
) -> ApproveEntry:
    """What a second person answers about these matters."""
    return ApproveEntry(matters, Answer(login, PASSWORD, verdict, note, SHOWN))


def now(desk: Desk, case: Case) -> Case:
    """The case as it stands."""
    return complaint_case.get(desk.admin, case.detail.id)
