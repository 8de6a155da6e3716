"""The departments 部門 of the estate: who heads them, how they are reached, their 管理部 (R202)."""

from dataclasses import dataclass

from desk.domain.reasons import Reason

NAME_LIMIT = 80
PHONE_LIMIT = 40


@dataclass(frozen=True)
class DepartmentEntry:
    """What is written down about a department; texts are clean. `division` is its 管理部."""

    name: str
    head: str = ""
    phone: str = ""
    division: str = ""
    active: bool = True


def name_key(name: str) -> str:
    """The same for every writing of one name: blanks and case do not tell departments apart."""
    return "".join(name.split()).casefold()


def entry_reasons(entry: DepartmentEntry) -> tuple[Reason, ...]:
    """A department has a name, and a number under which it can be reached (R204)."""
    reasons = []
    if not entry.name:
        reasons.append(Reason("department.name.missing", "name"))
    if not entry.phone:
        reasons.append(Reason("department.phone.missing", "phone"))
    return tuple(reasons)
