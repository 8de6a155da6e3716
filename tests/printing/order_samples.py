"""Service orders and repair slips as offices of the scripts would fill them."""

import datetime as dt
from dataclasses import replace
from types import ModuleType

from desk.domain import paper_code
from desk.domain.paper import FormCode
from desk.domain.receipt import Place
from desk.domain.service_order import Liability, Satisfaction
from desk.printing.form import FormData
from desk.printing.forms import repair_slip, service_order
from desk.printing.forms.repair_slip import RepairSlip
from desk.printing.forms.service_order import ServiceOrder
from desk.printing.forms.service_order_slip import MaterialLine, PricedLine
from tests.printing.samples import JOBS, RARE

FORMS: dict[str, ModuleType] = {"service_order": service_order, "repair_slip": repair_slip}
NUMBER = "O2026-000031"

WORDS = {
    "zh_Hant": {
        "room": "A座12樓B室",
        "source": "接待 R2026-000210",
        "wish": "廚房水龍頭滴水，洗碗盆下喉管接口亦有滲漏；請下午三時後上門，家中有長者。",
        "time": "115/11/21 15:00–16:00（預約）",
        "technician": "李大文",
        "provider": "港華工程有限公司",
        "clerk": "陳美玲",
        "item": "更換水龍頭（不含材料）",
        "other": "疏通喉管",
        "unit": "次",
        "symbol": "NT$",
        "material": "陶瓷芯龍頭 4 分",
        "tape": "生料帶",
        "own": "顧客自購廚房龍頭",
        "pieces": "個",
        "plan": "拆換龍頭及軟喉，重做接口防漏，試水十分鐘。",
        "change": "軟喉老化須一併更換，加收 NT$150；李經理 14:35 電話確認",
        "rework": "返工 1 次（免費），115/11/22 完成",
        "opinion": "做得仔細，離開前清理乾淨。",
        "remark": "自備龍頭經核驗合格。",
        "callback": "115/11/23 10:20 電話回訪：及時、有禮、滿意",
        "waiver": "減收 NT$50，王經理批准",
    },
    "zh_Hans": {
        "room": "3栋2单元1201室",
        "source": "接待 R2026-000210",
        "wish": "厨房水龙头滴水，水槽下水管接口也有渗漏；请下午三点后上门，家里有老人。",
        "time": "2026/11/21 15:00–16:00（预约）",
        "technician": "李大文",
        "provider": "安居维修服务有限公司",
        "clerk": "陈美玲",
        "item": "更换水龙头（不含材料）",
        "other": "疏通管道",
        "unit": "次",
        "symbol": "¥",
        "material": "陶瓷芯龙头 4 分",
        "tape": "生料带",
        "own": "顾客自购厨房龙头",
        "pieces": "个",
        "plan": "拆换龙头及软管，重做接口防漏，试水十分钟。",
        "change": "软管老化需一并更换，加收 ¥30；李经理 14:35 电话确认",
        "rework": "返工 1 次（免费），2026/11/22 完成",
        "opinion": "做得仔细，离开前收拾干净。",
        "remark": "自备龙头经核验合格。",
        "callback": "2026/11/23 10:20 电话回访：及时、有礼、满意",
        "waiver": "减收 ¥10，王经理批准",
    },
    "en": {
        "room": "Block A 12/F Flat B",
        "source": "Visit R2026-000210",
        "wish": "The kitchen tap drips and the pipe under the sink leaks; please after three.",
        "time": "21/11/2026 15:00–16:00 (appointment)",
        "technician": "Li Tai Man",
        "provider": "Kong Wah Engineering",
        "clerk": "May Chan",
        "item": "Change a tap (without material)",
        "other": "Clear a pipe",
        "unit": "time",
        "symbol": "HK$",
        "material": "Ceramic tap 1/2 in",
        "tape": "Thread tape",
        "own": "Customer's kitchen tap",
        "pieces": "pcs",
        "plan": "Change tap and hose, seal the joint, test for ten minutes.",
        "change": "The hose is brittle: HK$150 more; confirmed by Mr Lee at 14:35",
        "rework": "Once, free, finished 22/11/2026",
        "opinion": "Careful work, left clean.",
        "remark": "The customer's tap was found fit.",
        "callback": "23/11/2026 10:20 by phone: in time, polite, satisfied",
        "waiver": "HK$50 less, approved by Mr Wong",
    },
}


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    """A moment of November 2026 in UTC."""
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=dt.UTC)


def _values(language: str) -> dict[str, object]:
    """What is known when the technician goes."""
    said = WORDS[language]
    price = said["symbol"]
    return {
        "job": JOBS[language],
        "number": NUMBER,
        "customer": "郭" + RARE,
        "unit": said["room"],
        "phone": "9123 4567",
        "source": said["source"],
        "wish": said["wish"],
        "time": said["time"],
        "technician": said["technician"],
        "provider": said["provider"],
        "dispatched_by": said["clerk"],
        "dispatched_at": at(21, 6, 40),
        "lines": (
            PricedLine(said["item"], f"1 {said['unit']}", f"{price}200", f"{price}200"),
            PricedLine(said["other"], f"2 {said['unit']}", f"{price}150", f"{price}300"),
        ),
        "total": f"{price}500",
        "materials": (
            MaterialLine(said["material"], f"1 {said['pieces']}"),
            MaterialLine(said["tape"], f"2 {said['pieces']}"),
            MaterialLine(said["own"], f"1 {said['pieces']}", is_own=True),
        ),
        "desk_phone": "2345 6789",
    }


def order(language: str, **changes: object) -> ServiceOrder:
    """An order as the technician takes it along."""
    code = paper_code.write(NUMBER, FormCode.SERVICE_ORDER, 0)
    values = _values(language) | {"scan_code": code} | changes
    return ServiceOrder(**values)  # type: ignore[arg-type]


def repair(language: str, **changes: object) -> RepairSlip:
    """A repair slip as the technician takes it along."""
    said = WORDS[language]
    code = paper_code.write(NUMBER, FormCode.REPAIR_SLIP, 0)
    own = {"scan_code": code, "plan": said["plan"], "liability": Liability.HOUSEHOLD}
    return RepairSlip(**(_values(language) | own | changes))  # type: ignore[arg-type]


def finished(language: str) -> ServiceOrder:
    """The same after everything: printed again, with all that is known."""
    said = WORDS[language]
    known = order(language)
    looked = tuple(replace(one, fit=not one.is_own) for one in known.materials)
    return order(
        language,
        materials=looked,
        arrived_at=at(21, 7, 5),
        done_at=at(21, 8, 20),
        change=said["change"],
        rework=said["rework"],
        amount=f"{said['symbol']}650",
        paid_where=Place.ON_SITE,
        collector=said["technician"],
        receipt="Y2026-000017",
        waiver=said["waiver"],
        satisfaction=Satisfaction.SATISFIED,
        opinion=said["opinion"],
        remark=said["remark"],
        callback=said["callback"],
        called_by=said["clerk"],
    )


_FILLED = {"service_order": order, "repair_slip": repair}


def filled(form: str, language: str) -> FormData:
    """The form's sample in a language."""
    return _FILLED[form](language)


def empty(form: str, language: str) -> FormData:
    """The form's data without values."""
    data: FormData = FORMS[form].FORM.data(job=JOBS[language])
    return data
