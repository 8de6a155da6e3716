"""The papers of key custody as two offices would fill them."""

import datetime as dt
from types import ModuleType

from desk.domain.key_count import CountKind
from desk.printing.form import FormData
from desk.printing.forms import custody_agreement, key_count, key_loan, key_receipt, key_use_log
from desk.printing.forms.custody_agreement import CustodyAgreement, KeptThing
from desk.printing.forms.key_count import CountedKey, KeyCount
from desk.printing.forms.key_loan import KeyLoan
from desk.printing.forms.key_receipt import KeyLine, KeyReceipt
from desk.printing.forms.key_use_log import KeyUse, KeyUseLog
from tests.printing.samples import JOBS, RARE

FORMS: dict[str, ModuleType] = {
    "key_receipt": key_receipt,
    "custody_agreement": custody_agreement,
    "key_use_log": key_use_log,
    "key_loan": key_loan,
    "key_count": key_count,
}

OWNER, PLUMBER = "郭" + RARE, "李大文"

WORDS = {
    "zh_Hant": {
        "room": "A座12樓B室",
        "owner": "業主",
        "door": "住宅大門",
        "gate": "樓下鐵閘",
        "letter": "信箱",
        "marks": "雙鎖，銅色",
        "clerk": "陳美玲",
        "other": "黃小明",
        "company": "港華工程有限公司",
        "purpose": "更換廚房水喉",
        "case": "C2026-000045",
        "word": "郭太太來電同意（9123 4567，11/21 09:05）",
        "purposes": "一、漏水、火警等緊急情況入內處理；二、每月首個星期六清潔公司入內打掃；"
        "三、業主書面通知的維修。",
        "post": "客戶服務主管",
        "out": "借出",
        "hangs": "在位",
        "missing": "不在掛鉤上",
        "why": "清潔部下班前未交回，已致電，明早八時送回。",
        "fine": "齊全完好",
        "bent": "信箱鑰匙彎曲",
    },
    "zh_Hans": {
        "room": "3栋2单元1201室",
        "owner": "业主",
        "door": "入户门",
        "gate": "单元门",
        "letter": "信报箱",
        "marks": "双锁，铜色",
        "clerk": "陈美玲",
        "other": "黄小明",
        "company": "安居维修服务有限公司",
        "purpose": "更换厨房水管",
        "case": "C2026-000045",
        "word": "业主来电同意（138 0013 8000，11/21 09:05）",
        "purposes": "一、漏水、火警等紧急情况入户处理；二、每月首个星期六保洁公司入户打扫；"
        "三、业主书面通知的维修。",
        "post": "客服主管",
        "out": "借出",
        "hangs": "在位",
        "missing": "不在挂钩上",
        "why": "保洁部下班前未交回，已电话联系，明早八点送回。",
        "fine": "齐全完好",
        "bent": "信报箱钥匙弯曲",
    },
}


def at(day: int, hour: int = 1, minute: int = 15) -> dt.datetime:
    """A moment of November 2026 in UTC."""
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=dt.UTC)


def receipt(language: str, keys: int = 3) -> KeyReceipt:
    """Keys of a new home."""
    said = WORDS[language]
    lines = (
        KeyLine(said["door"], 4, said["marks"]),
        KeyLine(said["gate"], 2),
        KeyLine(said["letter"], 2, "No. 1201"),
    )
    more = tuple(KeyLine(f"{said['door']} {number}", 1) for number in range(4, keys + 1))
    return KeyReceipt(
        job=JOBS[language],
        number="H2026-000012",
        scan_code="H2026000012K0M",
        unit=said["room"],
        receiver=OWNER,
        capacity=said["owner"],
        id_seen="A123***(*)" if language == "zh_Hant" else "4401**********1234",
        phone="9123 4567",
        received_at=at(21),
        handed_over_by=said["clerk"],
        keys=(*lines, *more)[:keys],
    )


def agreement(language: str, things: int = 3) -> CustodyAgreement:
    """An owner who is abroad for half a year."""
    said = WORDS[language]
    kept = (
        KeptThing(said["door"], "K-088", 2, said["marks"]),
        KeptThing(said["gate"], "K-088", 1),
        KeptThing(said["letter"], "K-088", 1),
    )
    more = tuple(
        KeptThing(f"{said['door']} {one}", f"K-{one:03}", 1) for one in range(4, things + 1)
    )
    return CustodyAgreement(
        job=JOBS[language],
        number="D2026-000003",
        scan_code="D2026000003L0W",
        unit=said["room"],
        owner=OWNER,
        id_seen="A123***(*)" if language == "zh_Hant" else "4401**********1234",
        phone="9123 4567",
        custodian=said["other"],
        post=said["post"],
        things=(*kept, *more)[:things],
        purposes=said["purposes"],
        since=dt.date(2026, 11, 21),
        until=dt.date(2027, 5, 20),
        owner_signed_on=dt.date(2026, 11, 21),
        office_signed_on=dt.date(2026, 11, 21),
    )


def loan(language: str) -> KeyLoan:
    """A plumber with the owner's word."""
    said = WORDS[language]
    return KeyLoan(
        job=JOBS[language],
        number="K2026-000107",
        scan_code="K2026000107N0A",
        tag="K-088",
        opens=f"{said['door']}、{said['gate']}",
        unit=said["room"],
        keys=3,
        borrower=PLUMBER,
        company=said["company"],
        id_seen="B234***(*)" if language == "zh_Hant" else "4401**********5678",
        phone="6123 4567",
        purpose=said["purpose"],
        case=said["case"],
        allowed=said["word"],
        out_at=at(21),
        lent_by=said["clerk"],
        due_at=at(21, 9, 30),
    )


def use_log(language: str, uses: int = 5) -> KeyUseLog:
    """The uses of one set."""
    said = WORDS[language]
    return KeyUseLog(
        job=JOBS[language],
        tags="K-088",
        opens=f"{said['door']}、{said['gate']}、{said['letter']}",
        unit=said["room"],
        agreement="D2026-000003",
        custodian=said["other"],
        purposes=said["purposes"],
        uses=tuple(_use(said, number, uses) for number in range(uses)),
    )


def _use(said: dict[str, str], number: int, uses: int) -> KeyUse:
    is_out = number == uses - 1
    day = 1 + number % 20
    return KeyUse(
        tag="K-088",
        borrower=PLUMBER,
        out_at=at(day),
        company=said["company"],
        purpose=said["purpose"],
        allowed=said["word"] if number % 3 == 1 else "",
        lent_by=said["clerk"],
        returned_at=None if is_out else at(day, 8),
        condition="" if is_out else said["bent"] if number % 4 == 2 else said["fine"],
        taken_back_by="" if is_out else said["other"],
    )


def count(language: str, sets: int = 40) -> KeyCount:
    """A change of shift with one difference."""
    said = WORDS[language]
    return KeyCount(
        job=JOBS[language],
        number="N2026-000021",
        scan_code="N2026000021P0C",
        kind=CountKind.HANDOVER,
        counted_at=at(21, 10),
        handed_over_by=said["clerk"],
        taken_over_by=said["other"],
        expected=sets - 2,
        found=sets - 3,
        present=tuple(f"K-{number:03}" for number in range(1, sets - 2)),
        out=(
            CountedKey("K-088", said["door"], said["out"], PLUMBER, "115/11/21 17:30"),
            CountedKey("K-091", said["letter"], said["out"], PLUMBER, "115/11/22 12:00"),
        ),
        differences=(
            CountedKey("K-044", said["gate"], said["hangs"], said["missing"], said["why"]),
        ),
    )


_FILLED = {
    "key_receipt": receipt,
    "custody_agreement": agreement,
    "key_use_log": use_log,
    "key_loan": loan,
    "key_count": count,
}


def filled(form: str, language: str) -> FormData:
    """The form's sample in a language."""
    return _FILLED[form](language)


def empty(form: str, language: str) -> FormData:
    """The form's data without values."""
    data: FormData = FORMS[form].FORM.data(job=JOBS[language])
    return data
