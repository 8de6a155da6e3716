"""The papers of a complaint as three offices would fill them."""

import datetime as dt
from dataclasses import replace
from types import ModuleType

from desk.domain.complaint import (
    ContactMethod,
    ContentClass,
    Filing,
    Impact,
    Nature,
    Severity,
    State,
)
from desk.domain.coordination_slip import SlipCause
from desk.domain.reception import Kind
from desk.printing.form import FormData
from desk.printing.forms import (
    complaint_record,
    coordination_slip,
    corrective_action,
    disposal_record,
    follow_up_register,
    joint_report,
    monthly_summary,
    special_report,
)
from desk.printing.forms.complaint_record import ComplaintRecord
from desk.printing.forms.complaint_tables import GivenPromise, JournalStep, Judged, TimeLimit
from desk.printing.forms.coordination_slip import CoordinationSlip, DepartmentTask
from desk.printing.forms.corrective_action import CorrectiveAction
from desk.printing.forms.disposal_record import DisposalRecord, SheetHandedOut
from desk.printing.forms.follow_up_register import FollowedCase, FollowUpRegister
from desk.printing.forms.joint_report import JointName, JointReport
from desk.printing.forms.monthly_summary import MonthFigures, MonthlySummary, SummedCase
from desk.printing.forms.special_report import SpecialReport
from tests.printing.samples import COURSES, JOBS, RARE, SCAN_CODE

NUMBER = "C2026-000045"
FIRST = dt.date(2026, 11, 1)
LAST = dt.date(2026, 11, 30)

TITLES = {
    "zh_Hant": {
        "complaint_record": "客戶投訴處理記錄表",
        "follow_up_register": "客戶投訴案件登記追蹤表",
    },
    "zh_Hans": {"complaint_record": "投诉处理记录表"},
    "en": {},
}
WORDS = {
    "zh_Hant": {
        "engineering": "工程部",
        "cleaning": "清潔部",
        "security": "保安部",
        "clerk": "陳美玲",
        "head": "李大文",
        "supervisor": "黃小明",
        "manager": "歐陽靖",
        "room": "A座12樓B室",
        "lift": "A座三號升降機困人，警鐘無人應答",
        "grounds": "須派人到場，跟進並檢查質量",
        "changed": "嚴重程度：輕微 → 重要",
        "why": "有住戶被困，屬服務不到位。",
        "limit_file": "立項 · 10 分鐘內派發 (M2 R143)",
        "limit_solve": "重要 · 3 日內處理 (M2 R150)",
        "limit_tell": "當日告知結果 (M2 R147)",
        "handed_out": "派發",
        "told_progress": "告知進度",
        "urged": "催辦",
        "said": "已派員到場，預計當日中午前修復。",
        "promise": "三日內以書面說明警鐘無人應答的原因。",
        "done": "更換門機皮帶，測試三十次正常；警鐘線路已修復，並加裝後備電源。",
        "cause": "門機皮帶老化斷裂；值班室警鐘線路鬆脫，交更時未測試。",
        "learnt": "交更時須測試警鐘；保養合約未列明皮帶的更換週期。",
        "avoid": "每班測試警鐘並記錄；皮帶每半年更換一次。",
        "task_dry": "抹乾十二樓走廊積水，放置警示牌。",
        "task_guard": "維修期間看守升降機，勸住戶使用另一部。",
        "decision": "由工程部主辦，清潔部、保安部協辦，明日中午前完成。",
        "demand": "一、書面說明原因；二、每週公佈升降機檢查結果；三、減免當月管理費。",
        "measures": "已停用三號機並張貼通告；值班主管已逐戶致歉；保養商今日到場檢查。",
        "topic": "A座三號升降機屢次困人",
        "company": "東區分公司投訴管理部門",
        "minor": "輕微",
        "important": "重要",
        "satisfied": "滿意",
        "attachments": "意見表、處理記錄表、照片六張、保養商報告",
        "checked": "已核實",
        "agreed": "管理處負責人同意",
        "noise": "十二樓裝修噪音，星期日早上施工",
    },
    "zh_Hans": {
        "engineering": "工程部",
        "cleaning": "保洁部",
        "security": "秩序维护部",
        "clerk": "陈美玲",
        "head": "李大文",
        "supervisor": "黄小明",
        "manager": "欧阳靖",
        "room": "3栋2单元1201室",
        "lift": "2单元电梯困人，警铃无人应答",
        "grounds": "须派人到场，跟进并检查质量",
        "changed": "严重程度：轻微 → 重要",
        "why": "有住户被困，属服务不到位。",
        "limit_file": "立项 · 10 分钟内派发 (M2 R143)",
        "limit_solve": "重要 · 3 日内处理 (M2 R150)",
        "limit_tell": "当日告知结果 (M2 R147)",
        "handed_out": "派发",
        "told_progress": "告知进度",
        "urged": "催办",
        "said": "已派人到场，预计当日中午前修复。",
        "promise": "三日内书面说明警铃无人应答的原因。",
        "done": "更换门机皮带，测试三十次正常；警铃线路已修复，并加装备用电源。",
        "cause": "门机皮带老化断裂；值班室警铃线路松脱，交接班时未测试。",
        "learnt": "交接班须测试警铃；维保合同未写明皮带更换周期。",
        "avoid": "每班测试警铃并记录；皮带每半年更换一次。",
        "task_dry": "擦干十二层走廊积水，放置警示牌。",
        "task_guard": "维修期间看守电梯，引导住户使用另一部。",
        "decision": "由工程部主办，保洁部、秩序维护部协办，明日中午前完成。",
        "demand": "一、书面说明原因；二、每周公布电梯检查结果；三、减免当月物业费。",
        "measures": "已停用该电梯并张贴通知；值班主管已逐户致歉；维保单位今日到场检查。",
        "topic": "2单元电梯屡次困人",
        "company": "华东分公司投诉管理部门",
        "minor": "轻微",
        "important": "重要",
        "satisfied": "满意",
        "attachments": "意见表、处理记录表、照片六张、维保单位报告",
        "checked": "已核实",
        "agreed": "管理处负责人同意",
        "noise": "十二层装修噪声，周日早上施工",
    },
    "en": {
        "engineering": "Engineering",
        "cleaning": "Cleaning",
        "security": "Security",
        "clerk": "May Chan",
        "head": "Lee Tai Man",
        "supervisor": "Wong Siu Ming",
        "manager": "Au Yeung Ching",
        "room": "Block A, 12/F, Flat B",
        "lift": "Lift no. 3 stopped with people inside; the alarm bell was not answered",
        "grounds": "Somebody has to be sent and the work checked",
        "changed": "Severity: minor → important",
        "why": "Residents were shut in; the service failed.",
        "limit_file": "Filed · handed out within 10 minutes (M2 R143)",
        "limit_solve": "Important · solved within 3 days (M2 R150)",
        "limit_tell": "Result told the same day (M2 R147)",
        "handed_out": "Handed out",
        "told_progress": "Progress told",
        "urged": "Urged",
        "said": "A fitter is on site; the lift should run before noon.",
        "promise": "A written explanation of the unanswered bell within three days.",
        "done": "Door belt replaced and tested thirty times; bell wiring repaired, battery added.",
        "cause": "The belt was worn out; the bell's wire was loose and not tested at the shift.",
        "learnt": "The bell is tested at every shift; the contract named no belt interval.",
        "avoid": "Test and log the bell every shift; replace belts twice a year.",
        "task_dry": "Dry the corridor of the twelfth floor, put up warning signs.",
        "task_guard": "Stay at the lift during the repair.",
        "decision": "Engineering leads, the others help; done by noon tomorrow.",
        "demand": "An explanation in writing; weekly inspection results; a lower fee this month.",
        "measures": "The lift is out of use and a notice is up; every flat had an apology.",
        "topic": "Lift no. 3 of Block A stops again and again",
        "company": "Complaint department, East branch",
        "minor": "Minor",
        "important": "Important",
        "satisfied": "Satisfied",
        "attachments": "Complaint sheet, handling record, six photographs, contractor's report",
        "checked": "Verified",
        "agreed": "The person in charge agrees",
        "noise": "Renovation noise on the twelfth floor on Sunday morning",
    },
}


def at(day: int, hour: int = 1, minute: int = 15) -> dt.datetime:
    """A moment in November 2026, UTC."""
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=dt.UTC)


def record(language: str) -> ComplaintRecord:
    """A case that was filed, judged anew, overrun, solved and closed."""
    said = WORDS[language]
    return ComplaintRecord(
        job=JOBS[language],
        title=TITLES[language].get("complaint_record", ""),
        number=NUMBER,
        scan_code=SCAN_CODE,
        filing=Filing.FILED,
        filed_at=at(21),
        filed_by=said["clerk"],
        grounds=said["grounds"],
        received_at=at(21, 1, 5),
        complainant="郭" + RARE,
        address=said["room"],
        contact="9123 4567",
        about=said["engineering"],
        matter=COURSES[language],
        nature=Nature.EFFECTIVE,
        content_class=ContentClass.EQUIPMENT,
        severity=Severity.IMPORTANT,
        hot=True,
        history=(Judged(at(21, 2), said["changed"], said["why"], said["supervisor"]),),
        limits=(
            TimeLimit(said["limit_file"], at(21, 1, 25), at(21, 1, 20)),
            TimeLimit(said["limit_solve"], at(24), at(24, 8), True, said["manager"]),
            TimeLimit(said["limit_tell"], at(24, 15, 59), at(24, 9)),
        ),
        steps=(
            JournalStep(at(21, 1, 20), said["handed_out"], said["clerk"], said["head"]),
            JournalStep(at(21, 3), said["told_progress"], said["clerk"], "郭" + RARE, said["said"]),
            JournalStep(at(23, 6), said["urged"], said["supervisor"], said["head"]),
        ),
        promises=(GivenPromise(said["promise"], said["manager"], at(24, 9), at(23, 9)),),
        result=said["done"],
        told_how=ContactMethod.VISIT,
        told_at=at(24, 9),
        conditions=((said["checked"], True), (said["agreed"], True)),
        verified_by=said["supervisor"],
        verified_at=at(24, 9, 30),
        why_it_happened=said["cause"],
        what_was_learnt=said["learnt"],
        how_to_avoid=said["avoid"],
        agreed_by=said["manager"],
        agreed_at=at(25, 2),
        closed_by=said["clerk"],
        closed_at=at(25, 2, 30),
    )


def slip(language: str) -> CoordinationSlip:
    """A need that was handed to the wrong department."""
    said = WORDS[language]
    return CoordinationSlip(
        job=JOBS[language],
        number="X2026-000012",
        scan_code="X2026000012K",
        reference="R2026-000311",
        department=said["engineering"],
        filled_by=said["head"],
        filled_at=at(21),
        addressee=said["supervisor"],
        cause=SlipCause.WRONG_HANDOVER,
        handed_over_by=said["security"],
        customer="郭" + RARE,
        room=said["room"],
        contact="9123 4567",
        first_asked=said["clerk"],
        first_department=said["security"],
        first_asked_at=at(21, 0, 50),
        kind=Kind.HELP,
        matter=COURSES[language],
        lead=said["engineering"],
        lead_person=said["head"],
        due_at=at(22, 4),
        parts=(
            DepartmentTask(said["cleaning"], said["task_dry"], "何永", at(21, 6)),
            DepartmentTask(said["security"], said["task_guard"], said["clerk"], at(22, 4)),
        ),
        decision=said["decision"],
        decided_by=said["supervisor"],
        decided_at=at(21, 2),
        result=said["done"],
        answered_by=said["head"],
        answered_how=ContactMethod.PHONE,
        answered_at=at(22, 5),
    )


def disposal(language: str, count: int = 5) -> DisposalRecord:
    """Sheets handed out; the newest is not signed for and not back."""
    said = WORDS[language]
    first = SheetHandedOut(
        number=NUMBER,
        case=said["lift"],
        department=said["engineering"],
        handed_out_at=at(21, 1, 20),
        handed_out_by=said["clerk"],
        received_by=said["head"],
        returned_at=at(24, 8),
        taken_back_by=said["clerk"],
    )
    sheets = [replace(first, number=f"C2026-{45 + n:06}") for n in range(count)]
    sheets[-1] = replace(sheets[-1], received_by="", returned_at=None, taken_back_by="")
    return DisposalRecord(job=JOBS[language], since=FIRST, until=LAST, sheets=tuple(sheets))


def follow_up(language: str, count: int = 6) -> FollowUpRegister:
    """Some closed, some open, one complainant left out."""
    said = WORDS[language]
    first = FollowedCase(
        number=NUMBER,
        received_at=at(21, 1, 5),
        matter=said["lift"],
        room=said["room"],
        complainant="郭" + RARE,
        content_class=ContentClass.EQUIPMENT,
        severity=said["important"],
        department=said["engineering"],
        due_at=at(24),
        state=State.CLOSED,
        closed_at=at(25, 2, 30),
        callback=said["satisfied"],
    )
    noise = FollowedCase(
        number="C2026-000046",
        received_at=at(22, 0, 40),
        matter=said["noise"],
        content_class=ContentClass.QUALITY,
        severity=said["minor"],
        department=said["security"],
        due_at=at(24, 0, 40),
        state=State.REGISTERED,
    )
    cases = tuple(replace((first, noise)[n % 2], number=f"C2026-{45 + n:06}") for n in range(count))
    title = TITLES[language].get("follow_up_register", "")
    return FollowUpRegister(job=JOBS[language], title=title, since=FIRST, until=LAST, cases=cases)


def month(language: str, count: int = 3) -> MonthlySummary:
    """November, with its counts and the cases that matter."""
    said = WORDS[language]
    case = SummedCase(
        NUMBER,
        dt.date(2026, 11, 21),
        said["lift"],
        said["important"],
        said["engineering"],
        said["done"],
        dt.date(2026, 11, 25),
    )
    return MonthlySummary(
        job=JOBS[language],
        month=FIRST,
        figures=MonthFigures(23, 18, 5, 15, 3, 1, 15, 14),
        counts=(
            (Nature.EFFECTIVE, Severity.MINOR, ContentClass.EQUIPMENT, 6),
            (Nature.EFFECTIVE, Severity.IMPORTANT, ContentClass.EQUIPMENT, 1),
            (Nature.EFFECTIVE, Severity.MINOR, ContentClass.QUALITY, 4),
            (Nature.HELP, Severity.MINOR, ContentClass.EMERGENCY, 7),
            (Nature.CONSULTING, Severity.MINOR, ContentClass.QUALITY, 3),
            (Nature.VENTING, Severity.MINOR, ContentClass.ATTITUDE, 2),
        ),
        cases=tuple(replace(case, number=f"C2026-{45 + n:06}") for n in range(count)),
        analysis=said["cause"],
        measures=said["avoid"],
    )


def special(language: str) -> SpecialReport:
    """The report on the lift."""
    said = WORDS[language]
    return SpecialReport(
        job=JOBS[language],
        number="S2026-000003",
        scan_code="S2026000003K",
        volume="2026-3",
        received_at=at(21, 1, 5),
        closed_at=at(25, 2, 30),
        complainant="郭" + RARE,
        room=said["room"],
        complainants=4,
        department=said["engineering"],
        nature=Nature.EFFECTIVE,
        content_class=ContentClass.EQUIPMENT,
        severity=Severity.IMPORTANT,
        hot=True,
        impact=Impact.COMMON,
        facts=said["lift"],
        course=COURSES[language],
        cause=said["cause"],
        handling=said["measures"],
        result=said["done"],
        review=said["learnt"],
        improvement=said["avoid"],
        attachments=said["attachments"],
        written_by=said["supervisor"],
        written_on=dt.date(2026, 11, 26),
    )


def joint(language: str, count: int = 4) -> JointReport:
    """Four neighbours about the same lift."""
    said = WORDS[language]
    names = tuple(
        JointName(name, said["room"], f"9123 456{n}", at(21, 1, 5 + n))
        for n, name in enumerate(("郭" + RARE, "何永", "林小芳", "周大衛") * (count // 4))
    )
    return JointReport(
        job=JOBS[language],
        number=NUMBER,
        scan_code=SCAN_CODE,
        addressee=said["company"],
        topic=said["topic"],
        severity=Severity.IMPORTANT,
        first_at=at(21, 1, 5),
        joint_at=at(21, 1, 8),
        complainants=names,
        facts=COURSES[language],
        demands=said["demand"],
        measures=said["measures"],
        reported_by=said["supervisor"],
        reported_at=at(21, 8),
    )


def corrective(language: str) -> CorrectiveAction:
    """Done and verified."""
    said = WORDS[language]
    return CorrectiveAction(
        job=JOBS[language],
        number=NUMBER,
        scan_code=SCAN_CODE,
        department=said["engineering"],
        severity=Severity.IMPORTANT,
        written_by=said["head"],
        written_at=at(24),
        facts=said["lift"],
        cause=said["cause"],
        correction=said["done"],
        prevention=said["avoid"],
        responsible=said["head"],
        due_on=LAST,
        done=said["done"],
        done_by=said["head"],
        done_at=at(28, 7),
        verification=said["learnt"],
        verified_by=said["supervisor"],
        verified_at=at(29, 3),
    )


FORMS: dict[str, ModuleType] = {
    "complaint_record": complaint_record,
    "coordination_slip": coordination_slip,
    "corrective_action": corrective_action,
    "disposal_record": disposal_record,
    "follow_up_register": follow_up_register,
    "joint_report": joint_report,
    "monthly_summary": monthly_summary,
    "special_report": special_report,
}
_FILLED = {
    "complaint_record": record,
    "coordination_slip": slip,
    "corrective_action": corrective,
    "disposal_record": disposal,
    "follow_up_register": follow_up,
    "joint_report": joint,
    "monthly_summary": month,
    "special_report": special,
}


def filled(form: str, language: str) -> FormData:
    """The form's sample in a language."""
    return _FILLED[form](language)


def empty(form: str, language: str) -> FormData:
    """The form's data without values."""
    return FORMS[form].FORM.data(job=JOBS[language])
