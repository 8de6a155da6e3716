"""The household file 住戶檔案 / 业主档案: everything of a unit on one page, in time (R57, R63).

M1 asks a file for each household, kept whole. Nothing is copied into it: it is the records
themselves, read by unit, in groups that somebody looks for.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Group(StrEnum):
    """What somebody looks for in the file."""

    MOVE_INS = "move_ins"  # 入住、驗收
    PEOPLE = "people"  # 人員
    PAPERS = "papers"  # 資料
    KEYS = "keys"  # 鑰匙
    PASSES = "passes"  # 放行條
    CASES = "cases"  # 投訴、待整改項
    ORDERS = "orders"  # 委託服務
    VISITS = "visits"  # 接待、走訪
    RECEIPTS = "receipts"  # 收據


# Kinds of records by group; a kind is the name of its table.
KINDS: Mapping[Group, tuple[str, ...]] = MappingProxyType(
    {
        Group.MOVE_INS: ("move_in", "move_in_event", "inspection"),
        Group.PEOPLE: ("resident",),
        Group.PAPERS: ("print_log", "move_in_document"),
        Group.KEYS: ("key_receipt", "key_set", "key_loan", "custody_agreement"),
        Group.PASSES: ("release_pass",),
        Group.CASES: ("complaint", "defect"),
        Group.ORDERS: ("service_order", "service_agreement"),
        Group.VISITS: ("reception", "work_log"),
        Group.RECEIPTS: ("receipt",),
    }
)
GROUPS: Mapping[str, Group] = MappingProxyType(
    {kind: group for group, kinds in KINDS.items() for kind in kinds}
)
