"""What the calendar window asks of the program, on the open desk."""

from desk.services.workplace import Workplace


class CalendarDeeds:
    """Thin: each method is one deed of the services."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
