"""The duty matrix 部門職責表 (R202): which matter is whose, and under which phone."""

from dataclasses import dataclass

from desk.domain.reasons import Reason

MATTER_LIMIT = 200
PHONE_LIMIT = 40
NOTE_LIMIT = 1_000


@dataclass(frozen=True)
class DutyEntry:
    """One matter; texts are already clean. Without a phone of its own the department's holds."""

    matter: str
    department_id: int | None
    phone: str = ""
    note: str = ""
    active: bool = True


def entry_reasons(entry: DutyEntry) -> tuple[Reason, ...]:
    """A matter says what it is and whose."""
    reasons = []
    if not entry.matter:
        reasons.append(Reason("duty.matter.missing", "matter"))
    if entry.department_id is None:
        reasons.append(Reason("duty.department.missing", "department"))
    return tuple(reasons)
