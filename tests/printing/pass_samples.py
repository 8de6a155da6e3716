"""Release passes as offices of the two scripts would fill them."""

import datetime as dt
from dataclasses import replace

from desk.domain import paper_code
from desk.domain.paper import FormCode
from desk.domain.release_pass_rule import PassKind
from desk.printing.forms.release_pass import ReleasedItem, ReleasePass
from tests.printing.samples import JOBS, RARE

NUMBER = "P2026-000012"
CODE = paper_code.write(NUMBER, FormCode.RELEASE_PASS, 0, "GQ85U")
STARTS = dt.datetime(2026, 11, 21, 1, 0, tzinfo=dt.UTC)
ENDS = dt.datetime(2026, 11, 21, 10, 0, tzinfo=dt.UTC)

_THINGS = {
    "zh_Hant": ("三人沙發", "實木餐桌", "雙門雪櫃", "55 吋電視", "洗衣機", "書櫃", "床架", "紙箱"),
    "zh_Hans": ("三人沙发", "实木餐桌", "双门冰箱", "55 寸电视", "洗衣机", "书柜", "床架", "纸箱"),
    "en": ("Sofa", "Table", "Fridge", "55 in TV", "Washer", "Bookcase", "Bed", "Boxes"),
}
_MARKS = ("", "", "SN 8841-20-K", "LG 55UQ", "", "", "1.5 m", "")
_WORDS = {
    "zh_Hant": ("租戶", "A座12樓B室", "身份證 ****23A4", "東門", "件"),
    "zh_Hans": ("租户", "3栋2单元1201室", "身份证 ****123X", "东门", "件"),
    "en": ("Tenant", "Block A 12/F Flat B", "ID card ****23A4", "East gate", "pcs"),
}
_FEES = {
    "zh_Hant": "結清至 {day}；陳美玲 {day} 核對",
    "zh_Hans": "结清至 {day}；陈美玲 {day} 核对",
    "en": "Cleared up to {day}; checked by May Chan",
}
_OWNER = {
    "zh_Hant": "電話：{day} 14:20 陳美玲致電 ****67 黃先生",
    "zh_Hans": "电话：{day} 14:20 陈美玲致电 ****67 黄先生",
    "en": "By phone {day}: May Chan rang ****67, Mr Wong",
}


def things(language: str, count: int, *, comes_back: bool = False) -> tuple[ReleasedItem, ...]:
    """So many things, the eight of a household over and over."""
    names, unit = _THINGS[language], _WORDS[language][4]
    return tuple(
        ReleasedItem(names[at % 8], f"{at % 3 + 1} {unit}", _MARKS[at % 8], comes_back)
        for at in range(count)
    )


def filled(language: str, count: int = 8, **changes: object) -> ReleasePass:
    """A tenant moves out with so many things."""
    job = JOBS[language]
    role, unit, identity, gate, _pieces = _WORDS[language]
    day = job.custom.date(STARTS)
    release = ReleasePass(
        job=job,
        number=NUMBER,
        scan_code=CODE,
        kind=PassKind.MOVING_OUT,
        applicant="郭" + RARE,
        role=role,
        unit=unit,
        id_seen=identity,
        phone="9123 4567",
        plate="AB 1234",
        gate=gate,
        since=STARTS,
        until=ENDS,
        items=things(language, count),
        fees=_FEES[language].format(day=day),
        owner=_OWNER[language].format(day=day),
        issued_by=job.printed_by,
        issued_at=dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC),
        desk_phone="2345 6789",
    )
    return replace(release, **changes)  # type: ignore[arg-type]


def returnable(language: str, count: int = 3) -> ReleasePass:
    """Goods that come back, each with a box for it."""
    return filled(
        language,
        items=things(language, count, comes_back=True),
        kind=PassKind.RETURNABLE_GOODS,
        fees="",
        due_on=dt.date(2026, 11, 28),
    )
