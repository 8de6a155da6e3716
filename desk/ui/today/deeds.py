"""What the first page and the reminder ask of the program, on the open desk."""

import datetime as dt

from desk.domain.permissions import Permission
from desk.i18n import EstateFormat
from desk.services import today
from desk.services.today import Day, Turned
from desk.services.workplace import Workplace


class TodayDeeds:
    """Bridges the page to the services."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates."""
        return self._workplace.estate.custom

    def now(self) -> dt.datetime:
        """The present."""
        return self._workplace.now()

    def may_register(self) -> bool:
        """Whether the clerk at the desk may write visits down."""
        return self._workplace.allows(Permission.REGISTER)

    def day(self) -> Day:
        """What the day asks of the clerk."""
        return today.day(self._workplace)

    def count(self) -> int:
        """What is overdue or due today, up to a hundred."""
        return today.owed_count(self._workplace)

    def complaint_count(self) -> int:
        """Complaints that nobody has judged or that are overdue, up to a hundred."""
        return today.complaint_count(self._workplace)

    def turned(self, since: dt.datetime) -> Turned:
        """The clocks that ran out since a moment."""
        return today.turned(self._workplace, since)
