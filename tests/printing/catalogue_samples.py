"""The price board and the agreements as two offices would fill them."""

import datetime as dt
from decimal import Decimal
from types import ModuleType

from desk.printing.form import FormData
from desk.printing.forms import price_board, service_agreement, supplier_agreement
from desk.printing.forms.price_board import PriceBoard, PriceLine
from desk.printing.forms.service_agreement import ServiceAgreement
from desk.printing.forms.supplier_agreement import SupplierAgreement
from tests.printing.samples import JOBS, RARE

FORMS: dict[str, ModuleType] = {
    "price_board": price_board,
    "supplier_agreement": supplier_agreement,
    "service_agreement": service_agreement,
}

ITEMS = {
    "zh_Hant": (
        ("水龍頭更換", "個", "200", "含人工；水龍頭另計，或用戶自備"),
        ("疏通廁所、地漏", "次", "600", ""),
        ("燈具安裝（吸頂燈）", "盞", "350", "不含燈具；挑高三米以上另議"),
        ("插座、開關更換", "個", "180", "含人工及小五金"),
        ("冷氣機清洗（分離式）", "台", "1500", "含藥劑，室內外機"),
        ("家政清潔", "小時", "450", "兩小時起，工具清潔劑自備"),
        ("窗簾軌道安裝", "組", "500", "不含軌道"),
    ),
    "zh_Hans": (
        ("更换水龙头", "个", "30", "含人工；水龙头另计，或业主自备"),
        ("疏通马桶、地漏", "次", "80", ""),
        ("安装吸顶灯", "盏", "40", "不含灯具；层高三米以上另议"),
        ("更换插座、开关", "个", "15", "含人工和小五金"),
        ("清洗壁挂空调", "台", "120", "含清洗剂，室内机和室外机"),
        ("家政保洁", "小时", "45.50", "两小时起，自带工具和清洁剂"),
        ("安装窗帘杆", "套", "50", "不含窗帘杆"),
    ),
}

WORDS = {
    "zh_Hant": {
        "authority": "公寓大廈管理組報備",
        "reference": "物管字第 1150031 號",
        "manager": "何建國",
        "supplier": "永安機電工程股份有限公司",
        "licence": "24536806",
        "contact": "梁志明",
        "customer": "郭" + RARE,
        "room": "A座12樓B室",
        "scope": "冷氣機保養及清洗\n家用電器檢修\n水電管線更新",
        "charge": "按管理處公告之價目收取，由管理處代收，每月十日前結付。",
        "content": "家政清潔：每週一次，每次三小時\n冷氣機清洗：每季一次，共三台",
        "amount": "NT$5,400　每月",
        "capitals": "新臺幣伍仟肆佰元整",
        "paid": "每月五日前付清；臨時加做之項目按價目另計。",
        "ours": "按約定時間派固定人員上門，工具及清潔劑自備；損壞照價賠償；不進入未約定之房間。",
        "theirs": "提前一日通知改期；貴重物品自行收妥；服務完成後於單據上簽名並提出意見。",
        "remark": "春節期間暫停兩週，順延補做。",
    },
    "zh_Hans": {
        "authority": "区市场监督管理局",
        "reference": "价备〔2026〕118 号",
        "manager": "何建国",
        "supplier": "永安机电设备工程有限公司",
        "licence": "91310000MA1K4D7X2P",
        "contact": "梁志明",
        "customer": "郭" + RARE,
        "room": "3栋2单元1201室",
        "scope": "空调保养清洗\n家用电器维修\n水电管线更新",
        "charge": "按管理处公示的标价收取，由管理处代收，每月十日前结付。",
        "content": "家政保洁：每周一次，每次三小时\n空调清洗：每季度一次，共三台",
        "amount": "¥680.00　每月",
        "capitals": "人民币陆佰捌拾元整",
        "paid": "每月五日前付清；临时加做的项目按标价另计。",
        "ours": "按约定时间派固定人员上门，自带工具和清洁剂；损坏照价赔偿；不进入未约定的房间。",
        "theirs": "提前一天通知改期；贵重物品自行收妥；服务完成后在单据上签字并提出意见。",
        "remark": "春节期间暂停两周，顺延补做。",
    },
}


def board(language: str, count: int = 7, **changes: object) -> PriceBoard:
    """What hangs in the centre."""
    said, items, money = WORDS[language], ITEMS[language], JOBS[language].custom.money
    lines = tuple(
        PriceLine(name, unit, money(Decimal(price)), materials)
        for name, unit, price, materials in (items[at % len(items)] for at in range(count))
    )
    values: dict[str, object] = {
        "number": "B2026-000003",
        "scan_code": "B2026000003S0K",
        "lines": lines,
        "in_force_on": dt.date(2026, 11, 20),
        "filed_on": dt.date(2026, 11, 12),
        "filed_with": said["authority"],
        "reference": said["reference"],
        "approved_by": said["manager"],
        "phone": "2345 6789",
    }
    return PriceBoard(job=JOBS[language], **(values | changes))  # type: ignore[arg-type]


def with_supplier(language: str, **changes: object) -> SupplierAgreement:
    """What a household has a company do."""
    said = WORDS[language]
    values: dict[str, object] = {
        "number": "V2026-000002",
        "scan_code": "V2026000002T0E",
        "supplier": said["supplier"],
        "licence": said["licence"],
        "contact": said["contact"],
        "phone": "2345 6789",
        "customer": said["customer"],
        "unit": said["room"],
        "scope": tuple(said["scope"].split("\n")),
        "charge": said["charge"],
        "since": dt.date(2026, 12, 1),
        "until": dt.date(2027, 11, 30),
        "follows": "V2025-000009",
        "remark": said["remark"],
        "supplier_signed": said["contact"],
        "supplier_signed_on": dt.date(2026, 11, 21),
    }
    return SupplierAgreement(job=JOBS[language], **(values | changes))  # type: ignore[arg-type]


def with_customer(language: str, **changes: object) -> ServiceAgreement:
    """What a household has done all year."""
    said = WORDS[language]
    values: dict[str, object] = {
        "number": "W2026-000001",
        "scan_code": "W2026000001U0B",
        "unit": said["room"],
        "customer": said["customer"],
        "phone": "9123 4567",
        "content": tuple(said["content"].split("\n")),
        "since": dt.date(2026, 12, 1),
        "until": dt.date(2027, 11, 30),
        "amount": said["amount"],
        "capitals": said["capitals"],
        "charge": said["paid"],
        "office_terms": said["ours"],
        "customer_terms": said["theirs"],
        "remark": said["remark"],
        "office_signed": said["manager"],
        "office_signed_on": dt.date(2026, 11, 21),
    }
    return ServiceAgreement(job=JOBS[language], **(values | changes))  # type: ignore[arg-type]


def filled(name: str, language: str) -> FormData:
    """The named form with the values of a day."""
    made: dict[str, FormData] = {
        "price_board": board(language),
        "supplier_agreement": with_supplier(language),
        "service_agreement": with_customer(language),
    }
    return made[name]


def empty(name: str, language: str) -> FormData:
    """The named form for the drawer."""
    data: FormData = FORMS[name].FORM.data(job=JOBS[language])
    return data
