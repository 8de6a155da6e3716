"""What the reception screens ask of the program, on the open desk."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.domain.permissions import Permission
from desk.domain.reception import Channel, Kind, ReceptionEntry, State
from desk.i18n import EstateFormat
from desk.services import complaint, household, reception, reception_export, staff
from desk.services.complaint import ComplaintRow
from desk.services.household import Household
from desk.services.reception import ReceptionDetail, ReceptionFilter, ReceptionRow
from desk.services.workplace import Workplace
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.record_model import Page
from desk.ui.kit.search_line import Find
from desk.ui.reception.days import span_of
from desk.ui.reception.duty_deeds import DutyDeeds

LAST_VISITS = 8
WAITING = "waiting"  # a choice among the states: open, and followed nowhere else
_WAITING_LIMIT = 100


@dataclass(frozen=True)
class UnitPicture:
    """All that the desk should see of a unit before it writes down one matter more.

    `last_visits` are those that are done; what is open stands before them.
    """

    household: Household
    open_receptions: tuple[ReceptionRow, ...]
    open_complaints: tuple[ComplaintRow, ...]
    last_visits: tuple[ReceptionRow, ...]


class ReceptionDeeds:
    """Bridges the screens to the services; `find_people` answers the person field."""

    def __init__(self, workplace: Workplace, find_people: Find) -> None:
        self.workplace = workplace
        self.find_people = find_people
        self.duty = DutyDeeds(workplace)

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates."""
        return self.workplace.estate.custom

    def now(self) -> dt.datetime:
        """The present."""
        return self.workplace.now()

    def may(self, permission: Permission) -> bool:
        """Whether the clerk at the desk may do this."""
        return self.workplace.allows(permission)

    def clerk_id(self) -> int:
        """The clerk at the desk."""
        return self.workplace.actor.id

    def clerk_choices(self) -> Sequence[Choice]:
        """Everybody who may have been asked first, the clerk at the desk before the others."""
        active = [row for row in staff.accounts(self.workplace) if row.active]
        ranked = sorted((row.id != self.clerk_id(), row.login, row.id, row.name) for row in active)
        return [Choice(str(number), name) for _other, _login, number, name in ranked]

    def waiting(self) -> int:
        """How many receptions are still open, up to a hundred."""
        return reception.open_count(self.workplace, _WAITING_LIMIT)

    def page(self, asked: Mapping[str, str], after: object | None) -> Page[ReceptionRow]:
        """A page of the register."""
        key = after if isinstance(after, tuple) else None
        found = reception.page(self.workplace, self.filter_of(asked), key)
        return Page(found.rows, found.next_key)

    def filter_of(self, asked: Mapping[str, str]) -> ReceptionFilter:
        """The filter that the codes of the filter bar mean."""
        today = self.custom.day(self.now())
        first, last = span_of(asked, today, self.custom)
        clerk, unit, state = asked.get("clerk"), asked.get("unit"), asked.get("state")
        return ReceptionFilter(
            kind=Kind(asked["kind"]) if "kind" in asked else None,
            channel=Channel(asked["channel"]) if "channel" in asked else None,
            state=State(state) if state and state != WAITING else None,
            first_asked_id=int(clerk) if clerk else None,
            unit_id=int(unit) if unit else None,
            first_day=first,
            last_day=last,
            text=asked.get("text", ""),
            waiting=state == WAITING,
        )

    def get(self, key: int | str) -> ReceptionDetail:
        """One reception by its id or number."""
        return reception.get(self.workplace, key)

    def save(self, known: ReceptionDetail | None, entry: ReceptionEntry) -> ReceptionDetail:
        """Register what is new, correct what is known."""
        if known is None:
            return reception.register(self.workplace, entry)
        return reception.change(self.workplace, known.id, known.version, entry)

    def unit_of_resident(self, resident_id: int) -> int | None:
        """The unit of a resident who was picked."""
        return reception.unit_of_resident(self.workplace, resident_id)

    def picture(self, unit_id: int) -> UnitPicture:
        """The unit as it stands today."""
        last = reception.last_of_unit(self.workplace, unit_id, LAST_VISITS)
        return UnitPicture(
            household=household.household(self.workplace, unit_id),
            open_receptions=reception.open_of_unit(self.workplace, unit_id),
            open_complaints=complaint.open_of_unit(self.workplace, unit_id),
            last_visits=tuple(row for row in last if row.state != State.OPEN),
        )

    def export(self, asked: Mapping[str, str], path: Path, progress: Callable[[int], None]) -> int:
        """Write the filtered register as a workbook; called in a thread, which progress may end."""
        return reception_export.export(self.workplace, self.filter_of(asked), path, progress)
