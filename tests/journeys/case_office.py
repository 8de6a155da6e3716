"""Two offices in which a case is played through: their people, and the words of their script."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.authority_letter import LetterEntry
from desk.domain.department import DepartmentEntry
from desk.domain.estate import Calendar, Region, ResidentEntry
from desk.domain.permissions import Role
from desk.domain.policy import Post
from desk.domain.room import Room
from desk.domain.staff import AccountEntry
from desk.services import authority_letter, department, estate, resident, sign_in, staff
from tests.conftest import CHEAP, PASSWORD

CLERK, LEAD, MANAGER, ABOVE = "clerk", "lead", "manager", "above"
_ROLES = {
    CLERK: Role.RECEPTIONIST,
    LEAD: Role.SUPERVISOR,
    MANAGER: Role.MANAGER,
    ABOVE: Role.GENERAL_MANAGER,
}


@dataclass(frozen=True)
class Office:
    """One office; `on_site`: whether somebody goes to the flat, which decides what attests it.

    `said` is what the clerk types; `clock`, `late` and `missing` are what the window has to say.
    """

    language: str
    region: Region
    estate: str
    people: Mapping[str, str]
    room: Room
    residents: tuple[str, str]
    phones: tuple[str, str]
    initials: tuple[str, str]
    department: str
    on_site: bool
    occurred_at: tuple[str, str]
    promised_by: tuple[str, str]
    put_right_by: str
    said: Mapping[str, str]
    clock: str
    late: str
    missing: tuple[str, ...]
    heading: str


HONG_KONG = Office(
    language="zh_Hant",
    region=Region.HK,
    estate="翠湖花園",
    people={CLERK: "陳詠詩", LEAD: "李嘉欣", MANAGER: "黃家俊", ABOVE: "何志強"},
    room=Room("海棠閣", "", "12", "B"),
    residents=("曾德𠮷", "李慧儀"),
    phones=("9123 4567", "9876 5432"),
    initials=("zdj", "lhy"),
    department="工程部",
    on_site=True,
    occurred_at=("18/11/2026", "08:00"),
    promised_by=("21/11/2026", "19:30"),
    put_right_by="30/11/2026",
    said={
        "request": "廚房天花滴水三日，報修後無人跟進。",
        "course": "廚房天花滴水三日，上週五已報修，至今無人上門。",
        "demand": "即日止漏，並修復天花。",
        "task": "請即派員上門止漏，今日內回覆。",
        "head": "郭師傅",
        "leader": "黃家俊",
        "joined": "浴室天花亦有滲水，恐怕是同一條喉管。",
        "promise": "今晚七時半前派員上門臨時止漏。",
        "progress": "已關閉樓上分喉，今晚七時半前上門止漏。",
        "process": "更換樓上破裂喉管，並修補天花批盪。",
        "cause": "喉管老化，報修單漏派。",
        "correction": "更換全段喉管。",
        "prevention": "報修單每日下班前逐張核對。",
        "carried": "全段喉管已更換，核對表已啟用。",
        "seen": "到場查看，天花乾爽，批盪完好。",
        "why": "報修單漏派，喉管老化。",
        "learnt": "報修單須有專人逐張跟進。",
        "avoid": "每日下班前核對未完成的報修單。",
        "result": "喉管已更換，天花已修復，住戶滿意。",
        "opinion": "現時情況良好。",
        "review": "漏派後未有人覆核，須補回核對程序。",
    },
    clock="重要 · 3 日內處理完畢（M2 R135、M2 R150、M0 R5） · 曆日 · 由 21/11/2026 14:30 起"
    " · 剩 2 天 23 小時 · 逾期須公司總經理批准",
    late="重要 · 3 日內處理完畢（M2 R135、M2 R150、M0 R5） · 曆日 · 由 21/11/2026 14:30 起"
    " · 逾期 1 天 3 小時 · 逾期須公司總經理批准",
    missing=(
        "請填寫最後處理結果。",
        "維修單的簽名副本尚未交回。請索取副本，並填寫簽名人。",
        "尚未核實。請由處理人以外的人到場查看。",
        "3 日內處理完畢：已逾期而未獲批准。請找公司總經理批准。",
        "請寫明發生原因。",
        "請寫明汲取的教訓。",
        "請寫明日後如何避免。",
        "尚無糾正預防措施表。請填寫。",
    ),
    heading="投訴記錄表",
)

MAINLAND = Office(
    language="zh_Hans",
    region=Region.CN,
    estate="阳光花园",
    people={CLERK: "王静", LEAD: "张丽", MANAGER: "李强", ABOVE: "刘洋"},
    room=Room("3栋", "2单元", "12", "1201"),
    residents=("单小龘", "陈敏"),
    phones=("138 0013 8000", "139 0013 9000"),
    initials=("sxd", "cm"),
    department="工程部",
    on_site=False,
    occurred_at=("2026/11/18", "08:00"),
    promised_by=("2026/11/21", "19:30"),
    put_right_by="2026/11/30",
    said={
        "request": "家里水压过低三天，报修后没有人跟进。",
        "course": "家里水压过低三天，上周五已报修，到现在没有人处理。",
        "demand": "当天恢复正常供水。",
        "task": "请立即检查加压水泵，今天内答复。",
        "head": "郭师傅",
        "leader": "李强",
        "joined": "洗澡时水压也很低，应该是同一个原因。",
        "promise": "今晚七点半前恢复临时供水。",
        "progress": "已查明是加压水泵故障，今晚七点半前恢复临时供水。",
        "process": "更换加压水泵控制器，并调整水压。",
        "cause": "控制器老化，报修单漏派。",
        "correction": "更换控制器。",
        "prevention": "报修单每天下班前逐张核对。",
        "carried": "控制器已更换，核对表已启用。",
        "seen": "到户查看，水压正常。",
        "why": "报修单漏派，控制器老化。",
        "learnt": "报修单须有专人逐张跟进。",
        "avoid": "每天下班前核对未完成的报修单。",
        "result": "水压已恢复正常，业主满意。",
        "opinion": "现在水压正常。",
        "review": "漏派后没有人复核，须补上核对程序。",
    },
    clock="重要 · 3 日内处理完毕（M2 R135、M2 R150、M0 R5） · 自然日 · 自 2026/11/21 14:30 起"
    " · 剩 2 天 23 小时 · 逾期须公司总经理批准",
    late="重要 · 3 日内处理完毕（M2 R135、M2 R150、M0 R5） · 自然日 · 自 2026/11/21 14:30 起"
    " · 逾期 1 天 3 小时 · 逾期须公司总经理批准",
    missing=(
        "请填写最后处理结果。",
        "尚无完成通知。请记下文件、短信或主管的口头通知。",
        "尚未核实。请由处理人以外的人到场查看。",
        "3 日内处理完毕：已逾期且未获批准。请找公司总经理批准。",
        "请写明发生原因。",
        "请写明吸取的教训。",
        "请写明今后如何避免。",
        "尚无纠正预防措施表。请填写。",
    ),
    heading="投诉记录表",
)

OFFICES = (HONG_KONG, MAINLAND)


def prepare(folder: DataFolder, clock: FixedClock, office: Office) -> None:
    """The office before the case: its accounts, one household, a department, this year's letter."""
    beginning = sign_in.Beginning(
        estate=office.estate,
        region=office.region,
        calendar=Calendar.GREGORIAN,
        account=AccountEntry("admin", "admin", Role.ADMINISTRATOR, office.language),
        password=PASSWORD,
    )
    desk, _code = sign_in.begin(folder, beginning, clock, CHEAP)
    for login, role in _ROLES.items():
        entry = AccountEntry(login, office.people[login], role, office.language)
        staff.add(desk, entry, PASSWORD, CHEAP)
    unit = estate.add_unit(desk, office.room)
    for name, phone in zip(office.residents, office.phones, strict=True):
        resident.add(desk, unit, ResidentEntry(name, phones=(phone,)))
    department.add(desk, DepartmentEntry(office.department, office.said["head"], "2345 6789"))
    authority_letter.add(desk, _letter(office, clock.moment.year))
    desk.close()


def _letter(office: Office, year: int) -> LetterEntry:
    """The manager may promise repairs up to 2,000 this year (R8)."""
    return LetterEntry(
        Post.OFFICE_MANAGER,
        office.people[MANAGER],
        dt.date(year, 1, 1),
        dt.date(year, 12, 31),
        Decimal(2_000),
        office.said["demand"],
        office.people[ABOVE],
    )
