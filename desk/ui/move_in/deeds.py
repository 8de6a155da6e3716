"""What the screens of moving in ask of the program, on the open desk."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal

from desk.domain.estate import PersonKind, ResidentRole
from desk.domain.move_in import MoveInEntry, State
from desk.domain.move_in_filing import items
from desk.domain.move_in_rule import Arrival, Holder
from desk.errors import ReasonLike
from desk.services import household, move_in, move_in_lacking
from desk.services.household import ResidentView
from desk.services.move_in import MoveIn, MoveInFilter, MoveInRow
from desk.services.workplace import Workplace
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.inspection.deeds import InspectionDeeds
from desk.ui.kit.desk_deeds import RecordDeeds
from desk.ui.kit.record_model import Page
from desk.ui.kit.search_line import Find
from desk.ui.paper.deeds import PaperDeeds
from desk.wording import sentence

_DAY = dt.timedelta(days=1)
_ROLES = {Arrival.OWNER: ResidentRole.OWNER, Arrival.TENANT: ResidentRole.TENANT}


class MoveInDeeds(RecordDeeds):
    """Bridges the screens to the services; `find_people` answers the field of a room.

    `record_wanted` asks the window for another record by its word and key, `pass_wanted` for a new
    release pass of a unit; `packet_sent` carries the prints of a packet that went to a printer.
    """

    record_wanted = Signal(str, str)
    pass_wanted = Signal(int)
    packet_sent = Signal(object)

    def __init__(self, workplace: Workplace, find_people: Find) -> None:
        super().__init__(workplace)
        self.find_people = find_people
        self._lacking: dict[int, int] = {}
        self.paper = PaperDeeds(workplace)
        self.inspections = InspectionDeeds(workplace)
        self.inspections.reload_wanted.connect(self.reload)

    # Looking

    def page(self, asked: Mapping[str, str], after: object | None) -> Page[MoveInRow]:
        """A page of the register."""
        key = after if isinstance(after, tuple) else None
        found = move_in.page(self.workplace, self._filter_of(asked), key)
        self._lacking.update(move_in_lacking.lacking(self.workplace, found.rows))
        return Page(found.rows, found.next_key)

    def lacking(self, row: MoveInRow) -> int | None:
        """How much an open case of the list lacks; None of one that is not open."""
        return self._lacking.get(row.id) if row.state == State.OPEN else None

    def saw(self, known: MoveIn) -> MoveInRow:
        """The line of the list that a case makes as it stands now."""
        self._lacking[known.detail.id] = len(items(known.blockers))
        return known.detail

    def get(self, key: int | str) -> MoveIn:
        """One case by its id or its number."""
        return move_in.get(self.workplace, key)

    def attachments(self, move_in_id: int) -> AttachmentDeeds:
        """The files of a case."""
        return AttachmentDeeds(self.workplace, move_in.KIND, move_in_id)

    # Beginning

    def empty(self) -> MoveInEntry:
        """A case of today, in the concentrated period where one runs (R23)."""
        starts, ends = move_in.period(self.workplace)
        return MoveInEntry(
            moved_on=self.today(),
            concentrated=starts is not None,
            period_starts=starts,
            period_ends=ends,
        )

    def of_unit(self, unit_id: int, arrival: Arrival = Arrival.OWNER) -> MoveInEntry:
        """A case that begins from a room: whom the estate knows there as owner or tenant."""
        home = household.household(self.workplace, unit_id)
        found = (one for one in home.residents if one.role is _ROLES[arrival])
        known = next(found, None)
        entry = replace(self.empty(), unit_id=unit_id, arrival=arrival)
        return entry if known is None else _of(known, entry)

    def of_resident(self, resident_id: int) -> MoveInEntry:
        """A case that begins from somebody the estate knows."""
        unit_id = household.unit_of_resident(self.workplace, resident_id)
        home = household.household(self.workplace, unit_id)
        lived = (*home.residents, *home.former)
        known = next(one for one in lived if one.id == resident_id)
        is_tenant = known.role is ResidentRole.TENANT
        arrival = Arrival.TENANT if is_tenant else Arrival.OWNER
        return _of(known, replace(self.empty(), unit_id=unit_id, arrival=arrival))

    def unit_words(self, unit_id: int) -> str:
        """What a unit is called."""
        return household.household(self.workplace, unit_id).unit.label

    # Deeds

    def save(self, known: MoveIn | None, entry: MoveInEntry) -> MoveIn:
        """Write down what is new, correct what is known."""
        if known is None:
            return move_in.write(self.workplace, entry)
        return move_in.change(self.workplace, known.detail.id, known.detail.version, entry)

    # Why not

    def why_not_change(self, known: MoveIn) -> str:
        """Why nothing is taken in or corrected, "" where it may be."""
        return reasons_words(move_in.change_reasons(self.workplace, known))

    def why_not_part(self, kind: str, known: MoveIn) -> str:
        """Why no part of a kind (`document`, `agreement`, `material`, `fee`, `keys`) is taken in,
        "" where it may be: after the filing what was let pass still comes (R57)."""
        return reasons_words(move_in.part_reasons(self.workplace, known, kind))

    # Parts

    def _filter_of(self, asked: Mapping[str, str]) -> MoveInFilter:
        today = self.today()
        spans = {"today": today, "week": today - 6 * _DAY, "month": today.replace(day=1)}
        state = asked.get("state", "")
        return MoveInFilter(
            states=(State(state),) if state else (),
            arrival=Arrival(asked["arrival"]) if "arrival" in asked else None,
            first_day=spans.get(asked.get("days", "")),
            text=asked.get("text", ""),
        )


def _of(known: ResidentView, entry: MoveInEntry) -> MoveInEntry:
    """The entry in the name of somebody the estate knows: a company comes as one (R26)."""
    holder = Holder.COMPANY if known.kind is PersonKind.LEGAL else Holder.PERSON
    phone = known.phones[0] if known.phones else ""
    return replace(entry, name=known.name, phone=phone, holder=holder)


def reasons_words(reasons: Iterable[ReasonLike]) -> str:
    """Every reason on a line of its own."""
    return "\n".join(reason_sentences(reasons))


def reason_sentences(reasons: Iterable[ReasonLike]) -> Sequence[str]:
    """Every reason as a sentence."""
    return [sentence(one.code, one.parameters) for one in reasons]
