"""What the screens of every room ask of the open desk, whatever they are about."""

import datetime as dt
from itertools import chain

from PySide6.QtCore import QObject, Signal

from desk.domain.permissions import Permission
from desk.i18n import EstateFormat
from desk.services import personal_data
from desk.services.workplace import Workplace
from desk.wording import reasons_words


class DeskDeeds(QObject):
    """Who is at the desk, what time it is there, how the estate writes; a room adds its deeds."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates and money."""
        return self.workplace.estate.custom

    def now(self) -> dt.datetime:
        """The present."""
        return self.workplace.now()

    def today(self) -> dt.date:
        """The estate's day."""
        return self.workplace.today()

    def clerk(self) -> str:
        """Who is at the desk."""
        return self.workplace.actor.name

    def may_register(self) -> bool:
        """Whether the clerk at the desk may write records down."""
        return self.workplace.allows(Permission.REGISTER)

    def why_not_register(self) -> str:
        """Why the clerk at the desk may not; "" where she may."""
        return reasons_words(self.workplace.missing(Permission.REGISTER))

    def why_not_print(self, *forms: str) -> str:
        """Why nothing is printed here, "" where it may be; none of `forms`, where some are named:
        what tells who somebody is, is for those alone who may see it (R36)."""
        missing = self.workplace.missing(Permission.PRINT)
        found = (personal_data.paper_reasons(self.workplace, form) for form in forms)
        return reasons_words(dict.fromkeys((*missing, *chain.from_iterable(found))))


class RecordDeeds(DeskDeeds):
    """`reload_wanted` tells the open record that it was changed outside of a dialog."""

    reload_wanted = Signal()

    def reload(self) -> None:
        """Let the open record read itself again."""
        self.reload_wanted.emit()
