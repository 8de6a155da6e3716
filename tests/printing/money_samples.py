"""Receipts, the builder's mandate and the work log as two offices would fill them."""

import datetime as dt
from decimal import Decimal
from types import ModuleType

from desk.domain.money_words import capitals
from desk.domain.receipt import Method, Place
from desk.printing.form import FormData
from desk.printing.forms import fee_mandate, receipt, work_log
from desk.printing.forms.fee_mandate import FeeMandate, MandateLine
from desk.printing.forms.receipt import PaidLine, Receipt
from desk.printing.forms.work_log import Wish, WorkLog
from tests.printing.samples import JOBS, RARE

FORMS: dict[str, ModuleType] = {
    "receipt": receipt,
    "fee_mandate": fee_mandate,
    "work_log": work_log,
}

WORDS = {
    "zh_Hant": {
        "room": "A座12樓B室",
        "tap": "更換廚房水喉（工料）",
        "visit": "上門檢查費",
        "less": "減收（返工一次）",
        "clerk": "陳美玲",
        "other": "黃小明",
        "builder": "海濱置業發展股份有限公司",
        "deposit": "裝修保證金",
        "waste": "裝修垃圾清運費",
        "per_home": "每戶新臺幣 20,000 元，完工驗收後無息退還",
        "per_ping": "每坪新臺幣 120 元",
        "contract": "房屋買賣契約第十二條",
        "office": "本府建字第 1150001 號函",
        "remark": "所收款項每月 5 日前彙解，附收據副本。",
        "manager": "何建國",
        "wish": "更換廚房水喉：水喉滴水，望今日下午派師傅上門，材料由管理處提供。",
        "handling": "派工：李大文，115/11/21 09:30\n完工 115/11/21 11:05：更換水喉一個，試水正常。",
        "unable": "不能提供，已向顧客說明。\n康達冷氣工程 2345 6789",
    },
    "zh_Hans": {
        "room": "3栋2单元1201室",
        "tap": "更换厨房水管（工料）",
        "visit": "上门检查费",
        "less": "减收（返工一次）",
        "clerk": "陈美玲",
        "other": "黄小明",
        "builder": "滨海置业发展有限公司",
        "deposit": "装修保证金",
        "waste": "装修垃圾清运费",
        "per_home": "每户人民币 2,000 元，验收合格后无息退还",
        "per_ping": "每平方米人民币 4 元",
        "contract": "商品房买卖合同第十二条",
        "office": "价费备案〔2026〕15 号",
        "remark": "所收款项每月 5 日前汇缴，附收据副本。",
        "manager": "何建国",
        "wish": "更换厨房水管：水管滴水，希望今天下午派师傅上门，材料由物业提供。",
        "handling": "派工：李大文，2026/11/21 09:30\n完工 2026/11/21 11:05：更换水管，试水正常。",
        "unable": "不能提供，已向顾客说明。\n康达空调维修 138 0013 8000",
    },
}


def at(day: int, hour: int = 1, minute: int = 15) -> dt.datetime:
    """A moment of November 2026 in UTC."""
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=dt.UTC)


def paid(language: str, lines: int = 3, **changes: object) -> Receipt:
    """A repair that was paid at the desk, a part of it remitted."""
    said, custom = WORDS[language], JOBS[language].custom
    known = ((said["tap"], "1280"), (said["visit"], "180"), (said["less"], "-50.50"))
    more = tuple((f"{said['visit']} {number}", "180") for number in range(4, lines + 1))
    amounts = [(what, Decimal(amount)) for what, amount in (*known, *more)[:lines]]
    total = sum((amount for _what, amount in amounts), Decimal())
    values: dict[str, object] = {
        "number": "Y2026-000012",
        "scan_code": "Y2026000012V0M",
        "payer": "郭" + RARE,
        "unit": said["room"],
        "about": "O2026-000045",
        "received_at": at(21),
        "lines": tuple(PaidLine(what, custom.money(amount)) for what, amount in amounts),
        "total": custom.money(total),
        "capitals": capitals(total, custom.region),
        "method": Method.CASH,
        "place": Place.CENTRE,
        "collected_by": said["clerk"],
        "checked_by": said["other"],
    }
    return Receipt(job=JOBS[language], **(values | changes))  # type: ignore[arg-type]


def mandate(language: str, items: int = 2) -> FeeMandate:
    """What a builder has collected at move-in."""
    said = WORDS[language]
    known = (
        MandateLine(said["deposit"], said["per_home"], said["contract"]),
        MandateLine(said["waste"], said["per_ping"], said["office"]),
    )
    more = tuple(
        MandateLine(f"{said['waste']} {one}", said["per_ping"], said["office"])
        for one in range(3, items + 1)
    )
    return FeeMandate(
        job=JOBS[language],
        number="G2026-000001",
        scan_code="G2026000001ZI0W",
        builder=said["builder"],
        since=dt.date(2026, 12, 1),
        until=dt.date(2027, 11, 30),
        items=(*known, *more)[:items],
        remark=said["remark"],
        signed_by=said["manager"],
        signed_on=dt.date(2026, 11, 20),
    )


def log(language: str, wishes: int = 4) -> WorkLog:
    """What was wished for at one counter in a week."""
    said = WORDS[language]
    entries = tuple(
        Wish(
            number=f"O2026-{45 + number:06}",
            asked_at=at(16 + number % 6, 1 + number % 8),
            customer="郭" + RARE,
            unit=said["room"],
            wish=said["wish"],
            handling=said["unable"] if number == 2 else said["handling"],
            followed_by=said["clerk"] if number < 2 else "",
        )
        for number in range(wishes)
    )
    return WorkLog(
        job=JOBS[language],
        since=dt.date(2026, 11, 16),
        until=dt.date(2026, 11, 21),
        wishes=entries,
    )


def filled(name: str, language: str) -> FormData:
    """The named form with the values of a day."""
    made: dict[str, FormData] = {
        "receipt": paid(language),
        "fee_mandate": mandate(language),
        "work_log": log(language),
    }
    return made[name]


def empty(name: str, language: str) -> FormData:
    """The named form without values."""
    data: FormData = FORMS[name].FORM.data(job=JOBS[language])
    return data
