"""The papers of an inspection as two offices would fill them."""

import datetime as dt
from types import ModuleType

from desk.domain.inspection import Signer, Verdict, said
from desk.printing.form import FormData
from desk.printing.forms import defect_list, inspection
from desk.printing.forms.defect_list import DefectLine, DefectList
from desk.printing.forms.inspection import Inspection, MeterLine, PartLine, SignedLine
from desk.services import inspection_template
from tests.printing.samples import JOBS, RARE

FORMS: dict[str, ModuleType] = {"inspection": inspection, "defect_list": defect_list}

OWNER = "郭" + RARE
NUMBER, SCAN_CODE = "A2026-000012", "A2026000012K"
HELD_ON = dt.date(2026, 11, 20)

WORDS = {
    "zh_Hant": {
        "room": "A座12樓B室",
        "builder": "新城建設股份有限公司",
        "contact": "林工程師",
        "staff": "陳美玲",
        "crack": "左下角有細裂紋約 20 厘米",
        "leak": "地漏排水慢，試水三分鐘未退",
        "lock": "門鎖卡滯",
        "gas": "瓦斯表未裝，待瓦斯公司安裝",
        "water": "水表",
        "power": "電表",
        "gas_meter": "瓦斯表",
        "remark": "屋主要求複驗時通知到場。",
        "open": "待修繕",
        "done": "2026/11/25 已修繕\n待複驗",
    },
    "zh_Hans": {
        "room": "3栋2单元1201室",
        "builder": "新城置业有限公司",
        "contact": "林工",
        "staff": "陈美玲",
        "crack": "左下角有细裂纹约20厘米",
        "leak": "地漏排水慢，试水三分钟未退",
        "lock": "门锁卡滞",
        "gas": "燃气表未装，待燃气公司安装",
        "water": "水表",
        "power": "电表",
        "gas_meter": "气表",
        "remark": "业主要求复验时通知到场。",
        "open": "待整改",
        "done": "2026/11/25 已整改\n待复验",
    },
}


def filled(name: str, language: str) -> FormData:
    """A sheet that was filled in, or the list of what failed on it."""
    return _inspection(language) if name == "inspection" else _defects(language)


def empty(name: str, language: str) -> FormData:
    """The form without values; the sheet with the rooms of the shipped template."""
    if name == "inspection":
        return Inspection(job=JOBS[language], parts=_parts(language, {}))
    return DefectList(job=JOBS[language])


def _inspection(language: str) -> Inspection:
    told = WORDS[language]
    fails = {1: told["lock"], 4: told["crack"], 32: told["leak"]}
    return Inspection(
        job=JOBS[language],
        number=NUMBER,
        scan_code=SCAN_CODE,
        unit=told["room"],
        held_on=HELD_ON,
        builder=told["builder"],
        contact=told["contact"],
        phone="2345 6789",
        owner=OWNER,
        staff=told["staff"],
        parts=_parts(language, fails),
        meters=(
            MeterLine(told["water"], "W-20481102", "12.5"),
            MeterLine(told["power"], "E-77120045", "103"),
            MeterLine(told["gas_meter"], "", "", told["gas"]),
        ),
        remark=told["remark"],
        signed=(SignedLine(Signer.OWNER, OWNER, JOBS[language].custom.date(HELD_ON)),),
    )


def _parts(language: str, fails: dict[int, str]) -> tuple[PartLine, ...]:
    pairs = [
        (said(room.names, language), said(part.names, language))
        for room in inspection_template.shipped()
        for part in room.parts
    ]
    if not fails:
        return tuple(PartLine(*pair) for pair in pairs)
    return tuple(
        PartLine(*pair, Verdict.FAIL, fails[at]) if at in fails else PartLine(*pair, Verdict.PASS)
        for at, pair in enumerate(pairs, 1)
    )


def _defects(language: str) -> DefectList:
    told = WORDS[language]
    pairs = [
        (said(room.names, language), said(part.names, language))
        for room in inspection_template.shipped()
        for part in room.parts
    ]
    due = HELD_ON + dt.timedelta(days=30)
    lines = (
        DefectLine(
            "F2026-000031", " · ".join(pairs[0]), told["lock"], HELD_ON, due, 2, told["open"]
        ),
        DefectLine(
            "F2026-000032", " · ".join(pairs[3]), told["crack"], HELD_ON, due, 1, told["done"]
        ),
        DefectLine(
            "F2026-000033", " · ".join(pairs[30]), told["leak"], HELD_ON, due, 0, told["open"]
        ),
    )
    return DefectList(
        job=JOBS[language],
        number=NUMBER,
        scan_code=SCAN_CODE,
        unit=told["room"],
        owner=OWNER,
        builder=told["builder"],
        contact=told["contact"],
        phone="2345 6789",
        as_of=dt.date(2026, 11, 21),
        defects=lines,
    )
