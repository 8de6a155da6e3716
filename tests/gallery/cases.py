"""Cases as they go at a desk: registered, in the midst of it, handled, closed by the book."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from desk.clock import FixedClock
from desk.domain.clock_pause import PauseEntry
from desk.domain.complaint import (
    ComplaintEntry,
    ContactMethod,
    ContentClass,
    Ground,
    Impact,
    Severity,
    Urgency,
)
from desk.domain.complaint_closing import NoticeEntry, NoticeKind, SummaryEntry, TellEntry
from desk.domain.complaint_contact import SaidEntry
from desk.domain.complaint_filing import Decision, FilingEntry, JoinEntry
from desk.domain.complaint_handling import HandleEntry
from desk.domain.corrective_action import DoneEntry, VerifyEntry
from desk.domain.corrective_action import SheetEntry as WrittenEntry
from desk.domain.forwarding import ForwardEntry, open_forwards
from desk.domain.hand_out import HandOutEntry, SheetEntry, sheets
from desk.domain.special_report import SpecialReportEntry
from desk.services import clock_pause as pauses
from desk.services import (
    complaint,
    complaint_case,
    complaint_closing,
    complaint_contact,
    complaint_filing,
    complaint_handling,
    corrective_action,
    side_problem,
    special_report,
)
from desk.services.complaint_case import Case
from desk.services.household import Household
from desk.services.workplace import Workplace

_HOUR = dt.timedelta(hours=1)
_MINUTE = dt.timedelta(minutes=1)

WORDS: Mapping[str, Mapping[str, str]] = {
    "zh_Hant": {
        "topic": "停電",
        "leader": "陳經理",
        "head": "黃主管",
        "joined": "同一時間停電，家中冰箱食物變壞。",
        "first": "李慧儀",
        "second": "何國強",
        "side": "後備發電機的燃油餘量不足，須另行補充。",
        "progress": "已告知外電故障，電力公司預計傍晚搶修完成。",
        "urge": "電力公司回覆：搶修隊伍已在途中。",
        "pause": "等待電力公司出具事故報告",
        "why": "外判清潔人手在早班交接時有空檔。",
        "learnt": "交接班須當面點清，並由主管簽收。",
        "avoid": "巡樓表加設早、午、晚三次簽到。",
        "notice": "已清潔妥當，附相片。",
        "seen": "到場查看，地面乾爽清潔。",
        "told": "住戶表示滿意。",
    },
    "zh_Hans": {
        "topic": "停电",
        "leader": "陈经理",
        "head": "黄主管",
        "joined": "同一时间停电，家里冰箱的食物坏了。",
        "first": "李慧仪",
        "second": "何国强",
        "side": "备用发电机的燃油余量不足，须另行补充。",
        "progress": "已告知外电故障，供电公司预计傍晚抢修完成。",
        "urge": "供电公司答复：抢修队伍已在途中。",
        "pause": "等待供电公司出具事故报告",
        "why": "外包保洁人手在早班交接时有空档。",
        "learnt": "交接班须当面点清，并由主管签收。",
        "avoid": "巡楼表加设早、午、晚三次签到。",
        "notice": "已清洁妥当，附照片。",
        "seen": "到场查看，地面干爽清洁。",
        "told": "业主表示满意。",
    },
}

WORDS = {**WORDS, "en": WORDS["zh_Hant"]}


@dataclass
class Course:
    """One case on its way: who acts, by which clock, and how it stands."""

    desk: Workplace
    colleague: Workplace
    clock: FixedClock
    words: Mapping[str, str]
    about: Mapping[str, str]
    case: Case

    @property
    def key(self) -> tuple[int, int]:
        """Which case, as it was last read."""
        return self.case.detail.id, self.case.detail.version

    def later(self, span: dt.timedelta) -> dt.datetime:
        """Time passes."""
        self.clock.moment += span
        return self.clock.moment

    # The deeds, in the order of a case's life

    def file(self, ground: Ground = Ground.QUESTION) -> None:
        """It becomes a case."""
        entry = FilingEntry(Decision.FILE, ground)
        self.case = complaint_filing.judge(self.desk, *self.key, entry)

    def hand_out(self) -> None:
        """To the department, which signs for it."""
        at = self.later(4 * _MINUTE)
        entry = HandOutEntry(at, (self.about["about"],))
        self.case = complaint_handling.hand_out(self.desk, *self.key, entry)
        sheet = SheetEntry(at, sheets(self.case.facts)[0].hand_out.id, self.words["head"])
        self.case = complaint_handling.sign_sheet(self.desk, *self.key, sheet)

    def forward(self, most: int = 9) -> None:
        """To whom the policy names."""
        for clock in open_forwards(self.case.clocks)[:most]:
            entry = ForwardEntry(
                self.later(_MINUTE), clock.code, clock.to, self.words["leader"], ContactMethod.PHONE
            )
            self.case = complaint_contact.forward(self.desk, *self.key, entry)

    def join(self, name: str) -> None:
        """Another caller."""
        at = self.later(9 * _MINUTE)
        entry = JoinEntry(at, name, "9876 5432", self.words["joined"])
        self.case = complaint_filing.join(self.desk, *self.key, entry)

    def say(self, deed: str, words: str) -> None:
        """Progress to the complainant, or an urge to who handles it."""
        person = self.case.detail.complainant if deed == "tell_progress" else self.words["head"]
        entry = SaidEntry(self.later(_HOUR), person, ContactMethod.PHONE, words)
        told = {"tell_progress": complaint_contact.tell_progress, "urge": complaint_contact.urge}
        self.case = told[deed](self.desk, *self.key, entry)

    def handle(self) -> None:
        """Done, by the colleague."""
        entry = HandleEntry(self.later(3 * _HOUR), self.about["process"], self.words["head"])
        self.case = complaint_handling.handle(self.desk, *self.key, entry)
        sheet = SheetEntry(self.later(_MINUTE), sheets(self.case.facts)[0].hand_out.id, "—")
        self.case = complaint_handling.return_sheet(self.desk, *self.key, sheet)

    def close(self) -> None:
        """Everything that closing asks for."""
        words = self.words
        at = self.later(20 * _MINUTE)
        tell = TellEntry(ContactMethod.PHONE, self.case.detail.complainant, at, words["told"])
        self.case = complaint_closing.tell_result(self.desk, *self.key, tell)
        notice = NoticeEntry(NoticeKind.SPOKEN, words["head"], at, words["notice"])
        self.case = complaint_closing.notice(self.desk, *self.key, notice)
        self.later(_HOUR)
        self.case = complaint_closing.verify(self.colleague, *self.key, words["seen"])
        summary = SummaryEntry(words["why"], words["learnt"], words["avoid"])
        self.case = complaint_closing.summarise(self.desk, *self.key, summary)
        self.case = complaint_closing.close(self.desk, *self.key, self.about["result"])


def registered(course: Course) -> None:
    """Nobody has judged it yet."""


def busy(course: Course) -> None:
    """Major, hot, joint: much is done, something is late, a clock stands still."""
    words = course.words
    course.file(Ground.EMERGENCY)
    course.hand_out()
    course.forward(most=2)
    course.join(words["first"])
    course.join(words["second"])
    course.case = side_problem.note(course.desk, *course.key, words["side"])
    course.say("tell_progress", words["progress"])
    course.say("urge", words["urge"])
    running = [one.code for one in course.case.clocks if one.is_open and "solve" in one.code]
    entry = PauseEntry(course.later(_MINUTE), running[0], words["pause"])
    course.case = pauses.pause(course.desk, *course.key, entry)


def handled(course: Course) -> None:
    """Done, and not yet told, verified or closed."""
    course.file()
    course.hand_out()
    course.forward()
    course.handle()


def reported(course: Course) -> None:
    """Done, with its corrective-action sheet and its special report."""
    handled(course)
    words, about = course.words, course.about
    due = course.desk.estate.custom.day(course.later(_HOUR)) + dt.timedelta(days=7)
    sheet = WrittenEntry(words["why"], about["process"], words["avoid"], words["head"], due)
    course.case = corrective_action.write(course.desk, *course.key, sheet)
    done = DoneEntry(course.later(_HOUR), about["result"])
    course.case = corrective_action.mark_done(course.desk, *course.key, done)
    seen = VerifyEntry(words["seen"])
    course.case = corrective_action.verify(course.colleague, *course.key, seen)
    report = SpecialReportEntry(words["why"], about["process"], words["learnt"], words["avoid"])
    course.case = special_report.write(course.desk, *course.key, report)


def closed(course: Course) -> None:
    """By the book."""
    handled(course)
    course.close()


def entry_of(chosen: Household, about: Mapping[str, str], at: dt.datetime) -> ComplaintEntry:
    """What the first resident of a household complains about."""
    person = chosen.residents[0]
    return ComplaintEntry(
        received_at=at,
        occurred_at=at - 2 * _HOUR,
        unit_id=chosen.unit.id,
        resident_id=person.id,
        complainant=person.name,
        contact=person.phones[0],
        content_class=ContentClass(about["content_class"]),
        severity=Severity(about["severity"]),
        **{key: about[key] for key in ("place", "about", "course", "demand")},
    )


def begun(
    desk: Workplace, colleague: Workplace, clock: FixedClock, language: str, told: ComplaintEntry
) -> Course:
    """A case that was just written down."""
    detail = complaint.register(desk, told)
    case = complaint_case.get(desk, detail.id)
    return Course(desk, colleague, clock, WORDS[language], {}, case)


def hot(entry: ComplaintEntry, topic: str) -> ComplaintEntry:
    """One that everybody talks about."""
    urgent = frozenset({Urgency.WORSE, Urgency.CRISIS})
    return replace(entry, hot=True, topic=topic, impact=Impact.COMMON, immediate=urgent)
