"""One case with everything on it that a paper can show, brought there by the deeds of the desk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from desk.domain.authority_letter import LetterEntry
from desk.domain.callback import CallbackEntry, CallbackHow, CallbackOutcome, Satisfaction
from desk.domain.complaint import (
    ComplaintEntry,
    ContactMethod,
    ContentClass,
    Ground,
    Impact,
    Severity,
)
from desk.domain.complaint_approval import AGREE
from desk.domain.complaint_closing import SignedCopyEntry, TellEntry
from desk.domain.complaint_contact import SaidEntry
from desk.domain.complaint_filing import JoinEntry
from desk.domain.complaint_handling import HandleEntry
from desk.domain.corrective_action import DoneEntry, SheetEntry, VerifyEntry
from desk.domain.forwarding import ForwardEntry, open_forwards
from desk.domain.hand_out import HandOutEntry, sheets
from desk.domain.hand_out import SheetEntry as SignEntry
from desk.domain.policy import Post
from desk.domain.promise import KeepEntry, PromiseEntry, ReportEntry
from desk.domain.reception import Channel
from desk.domain.side_problem import SettleEntry
from desk.domain.special_report import SpecialReportEntry
from desk.services import (
    authority_letter,
    callback,
    complaint,
    complaint_approval,
    complaint_case,
    complaint_closing,
    complaint_contact,
    complaint_filing,
    complaint_handling,
    corrective_action,
    promise,
    side_problem,
    special_report,
)
from desk.services.complaint_case import Case
from desk.services.complaint_entry import entry_of
from tests.services import case_course as course
from tests.services.closing_course import SUMMARY, Desk, says

NAMES = ("𠮷田㛃", "𪚥山", "何永")  # beyond the basic plane, and in its Ext A
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

LIFT = {
    "place": "A座三號升降機",
    "complainant": NAMES[0],
    "contact": "9123 4567",
    "about": "工程部",
    "course": "升降機停在十一樓與十二樓之間，機內四人被困二十五分鐘；按下警鐘後無人應答。",
    "demand": "書面說明原因，並減免當月管理費。",
    "topic": "三號升降機",
    "channel": Channel.PHONE,
    "content_class": ContentClass.EQUIPMENT,
    "impact": Impact.COMMON,
    "hot": True,
}


class Grave:
    """The case on its way: each deed is done by somebody, some time after the one before."""

    def __init__(self, desk: Desk, **told: Any) -> None:
        self.desk = desk
        self.case = course.registered(desk.by("lee"), **(LIFT | told))

    def do(
        self, login: str, deed: Callable[..., Case], *given: Any, after: timedelta = HOUR
    ) -> Case:
        """A deed of that person on the case as it stands."""
        self.desk.clock.advance(after)
        detail = self.case.detail
        self.case = deed(self.desk.by(login), detail.id, detail.version, *given)
        return self.case

    @property
    def now(self) -> Any:
        """The present."""
        return self.desk.clock.now()

    def begun(self) -> Case:
        """Filed, judged anew as important, handed out, signed for, presented."""
        self.desk.clock.advance(3 * MINUTE)
        self.case = course.file(self.desk.by("lee"), self.case, Ground.ON_SITE)
        self.regrade("有住戶被困，屬服務不到位。")
        self.do("lee", complaint_handling.hand_out, HandOutEntry(self.now, ("工程部",), "查明原因"))
        sheet = sheets(self.case.facts)[0].hand_out.id
        signed = SignEntry(self.now, sheet, "李主管")
        self.do("lee", complaint_handling.sign_sheet, signed, after=MINUTE)
        for clock in open_forwards(self.case.clocks):
            entry = ForwardEntry(self.now, clock.code, clock.to, "何總", ContactMethod.PHONE)
            self.do("lee", complaint_contact.forward, entry, after=timedelta())
        return self.case

    def joined(self) -> Case:
        """Two more complain; the supervisor was called, the complainant heard how far it is."""
        called = SaidEntry(self.now, "林主管", ContactMethod.VISIT, "到場安撫", Post.SUPERVISOR)
        self.do("lee", complaint_contact.call_in, called)
        for name in NAMES[1:]:
            entry = JoinEntry(self.now, name, "9876 5432", "同一部升降機，昨日亦曾停機。")
            self.do("lee", complaint_filing.join, entry, after=MINUTE)
        self.do("lam", side_problem.note, "值班室警鐘線路鬆脫")
        side = self.case.facts.sides[0].id
        self.do("lam", side_problem.settle, SettleEntry(side, "已修復"))
        told = SaidEntry(self.now, NAMES[0], ContactMethod.PHONE, "保養商今日到場檢查。")
        return self.do("lee", complaint_contact.tell_progress, told)

    def promised(self) -> Case:
        """Within the letter of authority, reported and kept."""
        today = date(2026, 1, 1)
        letter = LetterEntry(
            Post.OFFICE_MANAGER, "黃經理", today, date(2026, 12, 31), Decimal(5000), "減免", "何總"
        )
        authority_letter.add(self.desk.admin, letter)
        due = self.now + 2 * DAY
        entry = PromiseEntry(
            self.now, "減免當月管理費", "黃經理", Post.OFFICE_MANAGER, due, Decimal("1200.5"), True
        )
        self.do("lee", promise.make, entry, after=timedelta())
        made = self.case.facts.promises[0].id
        self.do("lee", promise.report, ReportEntry(self.now, made, "何總"), after=timedelta())
        return self.do("lee", promise.keep, KeepEntry(self.now, made), after=timedelta())

    def corrected(self) -> Case:
        """The corrective-action sheet, written, done and verified."""
        sheet = SheetEntry(
            "門機皮帶老化斷裂", "更換皮帶", "皮帶每半年更換一次", "張工程師", date(2026, 12, 1)
        )
        self.do("lee", corrective_action.write, sheet)
        self.do("lee", corrective_action.mark_done, DoneEntry(self.now, "已更換，測試三十次正常"))
        return self.do("chan", corrective_action.verify, VerifyEntry("抽查運行正常"))

    def handled(self) -> Case:
        """Too late, with the word of whoever may allow it."""
        entry = HandleEntry(self.now + 5 * DAY, "更換門機皮帶，修復警鐘線路。", "李美玲", True)
        self.do("lee", complaint_handling.handle, entry, after=5 * DAY)
        back = SignEntry(self.now, sheets(self.case.facts)[0].hand_out.id, "李主管")
        self.do("lee", complaint_handling.return_sheet, back, after=timedelta())
        for one in complaint_approval.wanted(self.case):
            if one.matter != AGREE:
                entry = says("ho", one.matter, note="零件須訂購")
                self.do("lee", complaint_approval.approve, entry, after=timedelta())
        return self.case

    def closed(self) -> Case:
        """Signed for, verified, summed up, told, reported on, closed, called back."""
        self.do("lee", complaint_closing.signed_copy, SignedCopyEntry(NAMES[0]))
        self.do("chan", complaint_closing.verify, "到場見運行正常")
        self.do("lee", complaint_closing.summarise, SUMMARY)
        told = TellEntry(ContactMethod.VISIT, NAMES[0], None, "已修復並說明原因")
        self.do("lee", complaint_closing.tell_result, told)
        report = SpecialReportEntry("皮帶老化", "停機檢修", "交更未測試警鐘", "每班測試並記錄")
        self.do("lam", special_report.write, report)
        for one in complaint_approval.wanted(self.case):
            self.do("lee", complaint_approval.approve, says("wong", one.matter))
        self.do("lee", complaint_closing.close, "已修復，住戶接受書面說明")
        heard = CallbackEntry(
            CallbackHow.PHONE, CallbackOutcome.REACHED, None, "", Satisfaction.FAIR, "希望定期公佈"
        )
        return self.do("chan", callback.call_back, heard, after=DAY)

    def regrade(self, why: str) -> None:
        """Judged anew as important."""
        lee, detail = self.desk.by("lee"), self.case.detail
        entry: ComplaintEntry = replace(entry_of(detail), severity=Severity.IMPORTANT)
        complaint.change(lee, detail.id, detail.version, entry, why)
        self.case = complaint_case.get(lee, detail.id)


def whole(desk: Desk, **told: Any) -> Grave:
    """From its registration to the callback after its closing."""
    grave = Grave(desk, **told)
    grave.begun()
    grave.joined()
    grave.promised()
    grave.corrected()
    grave.handled()
    grave.closed()
    return grave
