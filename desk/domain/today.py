"""The first page 今日: which groups of what is owed stand before which role, and in what order.

R194: the morning begins with yesterday's repairs and complaints, with what is unfinished, and with
the callbacks of what is finished. R178: the supervisor watches deadlines and approvals.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from desk.domain.complaint_clock import Category
from desk.domain.permissions import Role


class Section(StrEnum):
    """A group of the page, by its word."""

    OVERDUE = "overdue"  # 已逾期
    DUE = "due"  # 今日到期
    APPROVALS = "approvals"  # 待批
    JUDGE = "judge"  # 待判斷是否立項
    PROMISES = "promises"  # 今日承諾
    CALLBACKS = "callbacks"  # 待回訪
    BACK = "back"  # 待交回
    ORDERS = "orders"  # 委託服務: who is to be at which door (R240)
    PASSES = "passes"  # 放行條: the gate's time, goods to come back (R37)
    KEYS = "keys"  # 應還鑰匙 (R112)
    DEFECTS = "defects"  # 催辦返修 (R35)
    EXPIRING = "expiring"  # 協議、證書到期 (R106, R239, R251)
    MOVE_INS = "move_ins"  # 入住一週內走訪 (R74)
    VISITS = "visits"  # 未答覆的接待
    YESTERDAY = "yesterday"  # 昨日投訴與報修 (R194)


WORK = (Category.WORK, Category.HAND_OUT, Category.REPORT, Category.TELL, Category.PAPER)
CATEGORIES: Mapping[Section, tuple[Category, ...]] = MappingProxyType(
    {
        Section.OVERDUE: WORK,
        Section.DUE: WORK,
        Section.APPROVALS: (Category.APPROVAL,),
        Section.PROMISES: (Category.PROMISE,),
        Section.CALLBACKS: (Category.CALLBACK,),
        Section.BACK: (Category.RETURN,),
    }
)

_DESK = (
    Section.OVERDUE,
    Section.DUE,
    Section.ORDERS,
    Section.PROMISES,
    Section.JUDGE,
    Section.CALLBACKS,
    Section.BACK,
    Section.PASSES,
    Section.KEYS,
    Section.MOVE_INS,
    Section.DEFECTS,
    Section.EXPIRING,
    Section.VISITS,
    Section.YESTERDAY,
)
_LEAD = (
    Section.APPROVALS,
    Section.OVERDUE,
    Section.DUE,
    Section.ORDERS,
    Section.PROMISES,
    Section.CALLBACKS,
    Section.BACK,
    Section.PASSES,
    Section.KEYS,
    Section.MOVE_INS,
    Section.DEFECTS,
    Section.EXPIRING,
    Section.JUDGE,
    Section.VISITS,
    Section.YESTERDAY,
)
_READ = (Section.OVERDUE, Section.DUE, Section.CALLBACKS, Section.YESTERDAY)

SECTIONS: Mapping[Role, tuple[Section, ...]] = MappingProxyType(
    {
        Role.RECEPTIONIST: _DESK,
        Role.SUPERVISOR: _LEAD,
        Role.MANAGER: _LEAD,
        Role.ADMINISTRATOR: _LEAD,
        Role.GENERAL_MANAGER: (Section.APPROVALS, *_READ),
        Role.QUALITY_SUPERVISOR: _READ,
    }
)
