"""Paper: its sizes, its copies, and every kind of form with what it is by its clauses (R224).

A form is one definition for every paper it may stand on. 241 mm continuous paper is carbonless: one
strike prints every part, so its captions stand in one line; cut paper prints a sheet a copy.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class PaperCode(StrEnum):
    """The papers of the trade, by width and height in millimetres."""

    A4 = "A4"
    A5 = "A5"
    CONTINUOUS = "241x279"  # 連續紙 全頁
    HALF = "241x140"  # 連續紙 二等分
    THIRD = "241x93"  # 連續紙 三等分


@dataclass(frozen=True)
class PaperSize:
    """Width and height in millimetres as it comes out of the printer; continuous or cut."""

    width: float
    height: float
    continuous: bool = False


SIZES: Mapping[str, PaperSize] = MappingProxyType(
    {
        PaperCode.A4: PaperSize(210, 297),
        PaperCode.A5: PaperSize(148, 210),
        PaperCode.CONTINUOUS: PaperSize(241, 279.4, continuous=True),
        PaperCode.HALF: PaperSize(241, 139.7, continuous=True),
        PaperCode.THIRD: PaperSize(241, 93.1, continuous=True),
    }
)

MOST_COPIES = 4


class Caption(StrEnum):
    """Whose a copy 聯 is."""

    STUB = "stub"  # 存根
    CUSTOMER = "customer"  # 客戶
    GATE = "gate"  # 門崗
    DEPARTMENT = "department"  # 部門
    ACCOUNTS = "accounts"  # 財務
    PROVIDER = "provider"  # 服務人員
    SUPPLIER = "supplier"  # 供方
    BUILDER = "builder"  # 建設單位


class FormCode(StrEnum):
    """Every kind of paper, by the word that names its room."""

    COMPLAINT_SHEET = "complaint_sheet"  # F1, F4, F10
    COMPLAINT_RECORD = "complaint_record"  # F2, F3, F6
    CORRECTIVE_ACTION = "corrective_action"  # R146
    SPECIAL_REPORT = "special_report"  # F14
    JOINT_REPORT = "joint_report"  # F15
    COORDINATION_SLIP = "coordination_slip"  # F17
    DISPOSAL_RECORD = "disposal_record"  # F5
    FOLLOW_UP_REGISTER = "follow_up_register"  # F13
    MONTHLY_SUMMARY = "monthly_summary"  # F7
    RELEASE_PASS = "release_pass"  # noqa: S105 - F37 放行條
    KEY_RECEIPT = "key_receipt"  # F36 鑰匙領取單
    CUSTODY_AGREEMENT = "custody_agreement"  # F38 代管委托書
    KEY_USE_LOG = "key_use_log"  # F38 鑰匙使用記錄
    KEY_LOAN = "key_loan"  # 鑰匙借用單
    KEY_COUNT = "key_count"  # 鑰匙交接盤點表
    SERVICE_ORDER = "service_order"  # F18 顧客委託服務單, F24 居家服務情況記錄表
    REPAIR_SLIP = "repair_slip"  # F8, F9 維修服務單
    PRICE_BOARD = "price_board"  # F20, F21 有償服務明碼標價牌
    SUPPLIER_AGREEMENT = "supplier_agreement"  # F22 委託服務協議
    SERVICE_AGREEMENT = "service_agreement"  # F23 特約服務協議
    RECEIPT = "receipt"  # F25 收據
    SERVICE_FIGURES = "service_figures"  # F27 統計分析報告
    WORK_LOG = "work_log"  # F19 工作日誌
    OWNER_REGISTRATION = "owner_registration"  # F28 業主信息登記表
    OWNER_CARD = "owner_card"  # F29 業主資料卡
    INSPECTION = "inspection"  # F30 業主入住房屋驗收表
    DEFECT_LIST = "defect_list"  # R35 返修跟進表
    MOVE_IN_AGREEMENT = "move_in_agreement"  # F31 前期物業服務協議 and others
    MATERIALS_RECEIPT = "materials_receipt"  # F32 資料領取單
    DOCUMENT_LIST = "document_list"  # F33 入住資料清單
    MOVE_IN_NOTICE = "move_in_notice"  # F33 入住通知書
    AUTHORISATION = "authorisation"  # F34 授權委託書
    FEE_MANDATE = "fee_mandate"  # F35 收費委託書


_FULL = (PaperCode.A4, PaperCode.A5, PaperCode.CONTINUOUS)
_EVERY = tuple(PaperCode)
_REGISTER = (PaperCode.A4, PaperCode.CONTINUOUS)
_INSIDE = (Caption.STUB, Caption.DEPARTMENT)


@dataclass(frozen=True)
class FormFacts:
    """What is known of a kind of paper.

    `letter` names it in a paper's code: one letter, or Z and a second one; `clauses` are the
    manuals' forms and rules; the first of `papers` is the usual one; `captions` are its copies in
    their order, and the first `copies` of them are printed unless told; a paper that `comes_home`
    is signed and brought back; a `register` is of a period and not of a record.
    """

    letter: str
    clauses: tuple[str, ...]
    papers: tuple[PaperCode, ...] = _FULL
    captions: tuple[Caption, ...] = (Caption.STUB, Caption.CUSTOMER, Caption.DEPARTMENT)
    copies: int = 1
    comes_home: bool = False
    register: bool = False


_GATE = (Caption.STUB, Caption.CUSTOMER, Caption.GATE, Caption.ACCOUNTS)
_TWO = (Caption.STUB, Caption.CUSTOMER)
_ORDER = (Caption.STUB, Caption.CUSTOMER, Caption.PROVIDER, Caption.ACCOUNTS)
_MONEY = (Caption.STUB, Caption.CUSTOMER, Caption.ACCOUNTS)
_PARTIES = (Caption.STUB, Caption.SUPPLIER, Caption.CUSTOMER)
_BUILDER = (Caption.STUB, Caption.CUSTOMER, Caption.BUILDER)

FORMS: Mapping[str, FormFacts] = MappingProxyType(
    {
        FormCode.COMPLAINT_SHEET: FormFacts("A", ("F1", "F4", "F10"), comes_home=True),
        FormCode.COMPLAINT_RECORD: FormFacts("B", ("F2", "F3", "F6"), comes_home=True),
        FormCode.CORRECTIVE_ACTION: FormFacts("C", ("R146",), comes_home=True),
        FormCode.SPECIAL_REPORT: FormFacts("D", ("F14",)),
        FormCode.JOINT_REPORT: FormFacts("E", ("F15",)),
        FormCode.COORDINATION_SLIP: FormFacts("F", ("F17",), comes_home=True),
        FormCode.DISPOSAL_RECORD: FormFacts("G", ("F5",), _REGISTER, _INSIDE, register=True),
        FormCode.FOLLOW_UP_REGISTER: FormFacts("H", ("F13",), _REGISTER, _INSIDE, register=True),
        FormCode.MONTHLY_SUMMARY: FormFacts("I", ("F7",), _REGISTER, _INSIDE, register=True),
        FormCode.RELEASE_PASS: FormFacts(
            "J", ("F37", "R37", "R38", "R39", "R40"), _EVERY, _GATE, copies=3, comes_home=True
        ),
        FormCode.KEY_RECEIPT: FormFacts(
            "K", ("F36", "R34"), _EVERY, _TWO, copies=2, comes_home=True
        ),
        FormCode.CUSTODY_AGREEMENT: FormFacts(
            "L", ("F38", "R112"), _FULL, _TWO, copies=2, comes_home=True
        ),
        FormCode.KEY_USE_LOG: FormFacts("M", ("F38", "R112"), _REGISTER, _INSIDE),
        FormCode.KEY_LOAN: FormFacts("N", ("R112", "R113"), _EVERY, _TWO, comes_home=True),
        FormCode.KEY_COUNT: FormFacts("P", ("R112",), _FULL, _TWO, comes_home=True),
        FormCode.SERVICE_ORDER: FormFacts(
            "Q", ("F18", "F24", "R105", "R238"), _EVERY, _ORDER, copies=3, comes_home=True
        ),
        FormCode.REPAIR_SLIP: FormFacts(
            "R", ("F8", "F9", "R166", "R188"), _EVERY, _ORDER, copies=3, comes_home=True
        ),
        FormCode.PRICE_BOARD: FormFacts("S", ("F20", "F21", "R233", "R234"), _REGISTER, _INSIDE),
        FormCode.SUPPLIER_AGREEMENT: FormFacts(
            "T", ("F22", "R239"), _FULL, _PARTIES, copies=2, comes_home=True
        ),
        FormCode.SERVICE_AGREEMENT: FormFacts(
            "U", ("F23", "R106"), _FULL, _TWO, copies=2, comes_home=True
        ),
        FormCode.RECEIPT: FormFacts("V", ("F25", "R32", "R244"), _EVERY, _MONEY, copies=3),
        FormCode.SERVICE_FIGURES: FormFacts(
            "W", ("F27", "R257", "R258"), _REGISTER, _INSIDE, register=True
        ),
        FormCode.WORK_LOG: FormFacts(
            "X", ("F19", "R235", "R237"), _REGISTER, _INSIDE, register=True
        ),
        FormCode.OWNER_REGISTRATION: FormFacts("Y", ("F28", "R29"), _FULL, _TWO, comes_home=True),
        FormCode.OWNER_CARD: FormFacts("ZA", ("F29", "R57"), _FULL, _INSIDE),
        FormCode.INSPECTION: FormFacts(
            "ZB", ("F30", "R30"), _FULL, _BUILDER, copies=3, comes_home=True
        ),
        FormCode.DEFECT_LIST: FormFacts("ZC", ("R35",), _FULL, _BUILDER, copies=2),
        FormCode.MOVE_IN_AGREEMENT: FormFacts(
            "ZD", ("F31", "R31"), _FULL, _TWO, copies=2, comes_home=True
        ),
        FormCode.MATERIALS_RECEIPT: FormFacts(
            "ZE", ("F32", "R33"), _EVERY, _TWO, copies=2, comes_home=True
        ),
        FormCode.DOCUMENT_LIST: FormFacts("ZF", ("F33", "R20", "R24"), _FULL, _TWO),
        FormCode.MOVE_IN_NOTICE: FormFacts("ZG", ("F33", "R24"), _FULL, _TWO),
        FormCode.AUTHORISATION: FormFacts(
            "ZH", ("F34", "R26", "R28"), _FULL, _TWO, comes_home=True
        ),
        FormCode.FEE_MANDATE: FormFacts("ZI", ("F35", "R32"), _FULL, _BUILDER[::2], copies=2),
    }
)

REGISTERS = tuple(code for code in FormCode if code in FORMS and FORMS[code].register)


def usual_paper(form: str) -> PaperCode:
    """The paper a form stands on unless told."""
    return FORMS[form].papers[0]


def captions_of(form: str, copies: int) -> tuple[Caption, ...]:
    """Whose the first so many copies of a form are; a copy beyond the named ones is a stub again.

    One copy alone needs no caption.
    """
    if copies <= 1:
        return ()
    named = FORMS[form].captions
    return tuple(named[place] if place < len(named) else Caption.STUB for place in range(copies))


class Outcome(StrEnum):
    """What is known of a print: sent is not yet printed."""

    ASKED = "asked"  # sent to the queue; whether it came out is not answered yet
    PRINTED = "printed"
    FAILED = "failed"  # it did not come out
