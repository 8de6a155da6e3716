"""What a role may do: one table."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """A post at the desk. One account has one role."""

    RECEPTIONIST = "receptionist"  # 接待員 / 前臺文員
    SUPERVISOR = "supervisor"  # 客服主管
    MANAGER = "manager"  # 管理處經理
    GENERAL_MANAGER = "general_manager"  # 公司總經理
    QUALITY_SUPERVISOR = "quality_supervisor"  # 品質主管
    ADMINISTRATOR = "administrator"  # 系統管理員


class Permission(StrEnum):
    """A deed that not everybody may do."""

    READ = "read"
    REGISTER = "register"  # receptions, complaints, attachments
    CLOSE = "close"  # end a complaint for now
    APPROVE = "approve"  # give one's word as a second person: an overrun, a close, a promise
    SEE_IDENTITY = "see_identity"  # unmask an identity document; each look is recorded
    EXPORT = "export"  # take lists out of the program
    IMPORT_HOUSEHOLDS = "import_households"
    EDIT_HOUSEHOLDS = "edit_households"
    EDIT_GUIDE = "edit_guide"  # departments, duty matrix, FAQ, reference texts
    RECORD_BREACHES = "record_breaches"  # look for breaches of the first-asked duty (R220, R221)
    PRINT = "print"
    READ_HISTORY = "read_history"
    MANAGE_ACCOUNTS = "manage_accounts"
    EDIT_POLICY = "edit_policy"  # a new version of the estate's policy, opening hours, holidays
    MANAGE_ESTATE = "manage_estate"  # estate name, region, calendar


_DESK_WORK = frozenset({Permission.READ, Permission.REGISTER, Permission.PRINT})
_LEAD = _DESK_WORK | {
    Permission.CLOSE,
    Permission.SEE_IDENTITY,
    Permission.EXPORT,
    Permission.IMPORT_HOUSEHOLDS,
    Permission.EDIT_HOUSEHOLDS,
    Permission.EDIT_GUIDE,
    Permission.RECORD_BREACHES,
    Permission.READ_HISTORY,
    Permission.EDIT_POLICY,
}
_LOOK = frozenset({Permission.READ, Permission.PRINT, Permission.EXPORT, Permission.READ_HISTORY})

ALLOWED: Mapping[Role, frozenset[Permission]] = MappingProxyType(
    {
        Role.RECEPTIONIST: _DESK_WORK | {Permission.CLOSE, Permission.SEE_IDENTITY},
        Role.SUPERVISOR: _LEAD | {Permission.APPROVE},
        Role.MANAGER: _LEAD | {Permission.APPROVE, Permission.MANAGE_ESTATE},
        Role.GENERAL_MANAGER: _LOOK | {Permission.APPROVE},
        Role.QUALITY_SUPERVISOR: _LOOK | {Permission.RECORD_BREACHES},
        Role.ADMINISTRATOR: _LEAD | {Permission.MANAGE_ESTATE, Permission.MANAGE_ACCOUNTS},
    }
)


def may(role: Role, permission: Permission) -> bool:
    """Whether the role may do the deed (R153, R177-R180)."""
    return permission in ALLOWED[role]
