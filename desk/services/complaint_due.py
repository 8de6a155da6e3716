"""What runs out before tomorrow: the open clocks of all cases, one line each."""

from collections.abc import Collection

from desk.models.lists import Page
from desk.models.lists import complaint_due as due_list
from desk.models.lists.complaint_due import DueRow, Key
from desk.services import complaint_case
from desk.services.workplace import Workplace

__all__ = ["DueRow", "due"]

PAGE = 500


def due(
    workplace: Workplace,
    states: Collection[str] = (),
    severity: str | None = None,
    after: Key | None = None,
    limit: int = PAGE,
) -> Page[DueRow]:
    """What is overdue or falls due today by the estate's clock, the earliest first.

    Month-old cases become 重大 before anybody looks (R137).
    """
    complaint_case.promote_due(workplace)
    wanted = due_list.Filter(workplace.after_today(), states, severity)
    with workplace.reading() as reader:
        return due_list.due(reader, wanted, after, limit)
