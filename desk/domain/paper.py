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


_FULL = (PaperCode.A4, PaperCode.A5, PaperCode.CONTINUOUS)
_EVERY = tuple(PaperCode)
_REGISTER = (PaperCode.A4, PaperCode.CONTINUOUS)
_INSIDE = (Caption.STUB, Caption.DEPARTMENT)


@dataclass(frozen=True)
class FormFacts:
    """What is known of a kind of paper.

    `letter` names it in a paper's code; `clauses` are the manuals' forms and rules; the first of
    `papers` is the usual one; `captions` are its copies in their order, and the first `copies` of
    them are printed unless told; a paper that `comes_home` is signed and brought back; a `register`
    is of a period and not of a record.
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
