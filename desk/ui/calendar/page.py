"""The calendar section."""

from desk.ui.calendar.deeds import CalendarDeeds
from desk.ui.kit.shell_page import ShellPage


class CalendarPage(ShellPage):
    """To come."""

    def __init__(self, deeds: CalendarDeeds) -> None:
        super().__init__()
        self._deeds = deeds
