"""Sheets as three offices would fill them."""

import datetime as dt
from dataclasses import replace

from desk.domain.complaint import ContactMethod, ContentClass, Nature, Severity
from desk.domain.reception import Channel
from desk.estate_format import EstateFormat
from desk.printing.forms.complaint_sheet import ComplaintSheet
from desk.printing.job import DocumentHead, Job

PRINTED = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)
SCAN_CODE = "C2026000045K"
RARE = "𠮷㛃𪚥堃龘"

JOBS = {
    "zh_Hant": Job(
        estate="海景花園管理服務中心",
        custom=EstateFormat.of("TW", "roc"),
        printed_at=PRINTED,
        printed_by="陳美玲",
        document=DocumentHead("QP-07-F04", "A", "0", dt.date(2026, 1, 1)),
        copy="第一聯　存根",
        policy="依據：《投訴接待與處理》第 2026-1 版。輕微投訴兩日內處理完畢。",
    ),
    "zh_Hans": Job(
        estate="海景花园物业服务中心",
        custom=EstateFormat.of("CN"),
        printed_at=PRINTED,
        printed_by="陈美玲",
        policy="依据：《投诉接待与处理》第 2026-1 版。",
    ),
    "en": Job(
        estate="Seaview Garden Management Office",
        custom=EstateFormat.of("HK"),
        printed_at=PRINTED,
        printed_by="May Chan",
        policy="Policy: Complaint Reception and Handling, version 2026-1.",
    ),
}

COURSES = {
    "zh_Hant": "十一月二十日晚上約十時半，A座三號升降機在十二樓停住，門開了一半，我和𠮷田太太、"
    "兩個孩子被困約二十分鐘。按了警鐘，沒有人應答；其後致電大堂（分機 108），值班員說"
    "「已通知維修」，但到十一時才有人到場……希望管理處說明：為什麼警鐘無人應答？電郵：kwok.family@example.com。",
    "zh_Hans": "11月20日晚上约十点半，3栋2单元电梯在十二层停住，门开了一半，我和𠮷田太太、两个孩子"
    "被困约二十分钟。按了警铃，没有人应答；之后致电前台（转 108），值班员说“已通知维修”，但到十一点"
    "才有人到场……希望物业说明：为什么警铃无人应答？电子邮箱：kwok.family@example.com。",
    "en": "At about 10:30 in the evening lift no. 3 of Block A stopped at the twelfth floor with "
    "its door half open. Mrs 𠮷田, two children and I were inside for some twenty minutes; nobody "
    "answered the alarm bell, and nobody came until eleven.",
}


def filled(language: str, **changes: object) -> ComplaintSheet:
    """A complaint as it is on the day it was received: registered, not yet handled."""
    sheet = ComplaintSheet(
        job=JOBS[language],
        number="C2026-000045",
        scan_code=SCAN_CODE,
        received_at=dt.datetime(2026, 11, 21, 1, 15, tzinfo=dt.UTC),
        received_by=JOBS[language].printed_by,
        channel=Channel.WALK_IN,
        complainant="郭" + RARE,
        room="A座12樓B室" if language == "zh_Hant" else "3栋2单元1201室",
        contact="9123 4567",
        contact_method=ContactMethod.PHONE,
        occurred_at=dt.datetime(2026, 11, 20, 14, 30, tzinfo=dt.UTC),
        place="A座三號升降機" if language == "zh_Hant" else "3栋2单元电梯",
        about="工程部",
        course=COURSES[language],
        demand="書面說明警鐘無人應答的原因。"
        if language == "zh_Hant"
        else "书面说明原因；当面道歉。",
        nature=Nature.EFFECTIVE,
        content_class=ContentClass.EQUIPMENT,
        severity=Severity.IMPORTANT,
    )
    return replace(sheet, **changes)  # type: ignore[arg-type]


def handled(language: str, **changes: object) -> ComplaintSheet:
    """The same after it was handled, with a course of events that goes on over three pages."""
    values: dict[str, object] = {
        "course": "\n".join([COURSES[language] * 3] * 9),
        "process": "已派工程部到場檢查，更換門機皮帶。" * 12,
        "result": "測試三十次，正常。",
        "told_how": ContactMethod.VISIT,
        "told_at": dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC),
    }
    return filled(language, **(values | changes))
