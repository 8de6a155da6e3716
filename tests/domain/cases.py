"""Cases and a policy for the tables of the complaint's rules."""

from datetime import UTC, datetime, timedelta
from typing import Any

from desk.domain.business_calendar import BusinessCalendar
from desk.domain.complaint import Nature, State
from desk.domain.complaint_case import CaseFacts, Era, Step

T0 = datetime(2026, 3, 5, 2, 12, tzinfo=UTC)  # 5 March 2026, 10:12 in Hong Kong: a Thursday
CALENDAR = BusinessCalendar.plain("Asia/Hong_Kong")
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def case(severity: str = "minor", **known: Any) -> CaseFacts:
    """An effective complaint of T0, filed at once, with what else is known of it."""
    given: dict[str, Any] = {
        "id": 1,
        "state": State.REGISTERED,
        "nature": Nature.EFFECTIVE,
        "received_at": T0,
        "filed_at": T0,
        "eras": (Era(severity, T0),),
    }
    return CaseFacts(**(given | known))


def step(kind: str, at: datetime, code: str = "", by_id: int = 1) -> Step:
    """One step of the journal."""
    return Step(1, kind, at, by_id, "陳大文", code)
