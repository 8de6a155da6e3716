"""What the screens of the service order ask of the program, on the open desk."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal

from desk.domain.price_board import Item
from desk.domain.service_order import AgreeEntry, Kind, OrderEntry, State
from desk.domain.service_order_deeds import Deed
from desk.services import (
    complaint_case,
    household,
    price_board,
    reception,
    service_agreement,
    service_callback,
    service_order,
    service_order_people,
    service_person,
)
from desk.services.service_callback import CallbackRow
from desk.services.service_order import KIND, Order, OrderFilter, OrderRow
from desk.services.service_order_people import Candidate
from desk.services.workplace import Workplace
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.kit.desk_deeds import RecordDeeds
from desk.ui.kit.record_model import Page
from desk.ui.kit.search_line import Find
from desk.ui.paper.deeds import PaperDeeds
from desk.wording import reasons_words

_DAY = dt.timedelta(days=1)
OPEN, LATE = "open", "late"
_HERE = (State.REVIEW, State.WRITTEN, State.AGREED)
_AWAY = (State.DISPATCHED, State.ON_SITE, State.REWORK)
AT_DESK, OUT = "at_desk", "out"
_STATES = {AT_DESK: _HERE, OUT: _AWAY}


class OrderDeeds(RecordDeeds):
    """Bridges the screens to the services; `find_people` answers the field of a person.

    `record_wanted` asks the window for what an order came from, by its word and key.
    """

    record_wanted = Signal(str, str)

    def __init__(self, workplace: Workplace, find_people: Find) -> None:
        super().__init__(workplace)
        self.find_people = find_people
        self.paper = PaperDeeds(workplace)

    # Looking

    def page(self, asked: Mapping[str, str], after: object | None) -> Page[OrderRow]:
        """A page of the register."""
        key = after if isinstance(after, tuple) else None
        found = service_order.page(self.workplace, self._filter_of(asked), key)
        return Page(found.rows, found.next_key)

    def get(self, key: int | str) -> Order:
        """One order by its id or its number."""
        return service_order.get(self.workplace, key)

    def of_unit(self, unit_id: int | None) -> tuple[OrderRow, ...]:
        """The unit's orders that are not over: a second one is seen before it is made."""
        if unit_id is None:
            return ()
        wanted = OrderFilter(unit_id=unit_id, open=True)
        return tuple(service_order.page(self.workplace, wanted, limit=5).rows)

    def attachments(self, order_id: int) -> AttachmentDeeds:
        """The files of an order."""
        return AttachmentDeeds(self.workplace, KIND, order_id)

    def callbacks(self, order_id: int) -> Sequence[CallbackRow]:
        """The callbacks of an order, what its slip says too (R247)."""
        with self.workplace.reading() as reader:
            return service_callback.of_order(reader, order_id)

    def sources(self, known: Order) -> Iterator[tuple[str, int, str]]:
        """What an order came from and is done under: word, id and number of each record."""
        detail = known.detail
        if detail.complaint_id is not None:
            yield "complaint", detail.complaint_id, detail.complaint or ""
        if detail.reception_id is not None:
            yield "reception", detail.reception_id, detail.reception or ""
        if detail.agreement_id is not None:
            agreement = service_agreement.get(self.workplace, detail.agreement_id)
            yield service_agreement.KIND, agreement.id, agreement.number

    def items(self, text: str) -> tuple[Item, ...]:
        """What the price board in force offers for what was typed: a word of it, or a part of its
        name."""
        said = text.strip().casefold()
        found = {one.code for one in price_board.items(self.workplace, text)}
        return tuple(
            one
            for one in price_board.items(self.workplace)
            if one.active and (one.code in found or said in one.name.casefold())
        )

    def agreement_of(self, unit_id: int | None) -> tuple[int, str] | None:
        """The long-term agreement of a unit that is in force today: id, and number with content."""
        if unit_id is None:
            return None
        with self.workplace.reading() as reader:
            found = service_agreement.of_unit(reader, unit_id, self.today())
        if found is None:
            return None
        return found.id, " · ".join((found.number, *found.content))

    def people(self) -> Sequence[tuple[int, str]]:
        """The service people who are here, by id and name: what the list is narrowed to."""
        everyone = service_person.everyone(self.workplace)
        return [(one.id, one.name) for one in everyone if one.active]

    def candidates(self, known: Order, skill: str = "") -> Sequence[Candidate]:
        """Who may be sent, and why somebody may not (R251)."""
        return service_order_people.candidates(self.workplace, known, skill)

    def skills(self) -> Sequence[str]:
        """Every skill that somebody here has, by its word."""
        everyone = service_person.everyone(self.workplace)
        return sorted({skill.code for one in everyone if one.active for skill in one.skills})

    # Beginning

    def empty(self, kind: Kind = Kind.COMMISSIONED) -> OrderEntry:
        """An order that begins with nothing known."""
        return OrderEntry(kind)

    def of_resident(self, resident_id: int) -> OrderEntry:
        """An order that begins from a person: name, unit and phone as the estate knows them."""
        unit_id = household.unit_of_resident(self.workplace, resident_id)
        home = household.household(self.workplace, unit_id)
        known = next(one for one in (*home.residents, *home.former) if one.id == resident_id)
        return replace(
            self.empty(),
            customer=known.name,
            unit_id=unit_id,
            resident_id=resident_id,
            phone=known.phones[0] if known.phones else "",
        )

    def from_reception(self, reception_id: int) -> OrderEntry:
        """An order that begins from a visit: who called, from where, and what was wished."""
        visit = reception.get(self.workplace, reception_id)
        begun = replace(
            self.empty(),
            customer=visit.caller_name,
            unit_id=visit.unit_id,
            phone=visit.caller_phone,
        )
        if visit.resident_id is not None:
            begun = self.of_resident(visit.resident_id)
        return replace(begun, reception_id=reception_id, wish=visit.request)

    def from_complaint(self, complaint_id: int) -> OrderEntry:
        """A repair that a complaint asks for (R156, R166)."""
        detail = complaint_case.get(self.workplace, complaint_id).detail
        return replace(
            self.empty(Kind.REPAIR),
            customer=detail.complainant,
            unit_id=detail.unit_id,
            resident_id=detail.resident_id,
            phone=detail.contact,
            place=detail.place,
            complaint_id=complaint_id,
            wish=detail.course,
        )

    def unit_words(self, unit_id: int) -> str:
        """What a unit is called."""
        return household.household(self.workplace, unit_id).unit.label

    # Deeds

    def save(self, known: Order | None, entry: OrderEntry) -> Order:
        """Write down what is new; correct what is known."""
        if known is None:
            return service_order.write(self.workplace, entry)
        return service_order.correct(self.workplace, known.detail.id, known.detail.version, entry)

    def agree(self, known: Order, entry: AgreeEntry) -> Order:
        """Price and time are agreed (R236)."""
        detail = known.detail
        return service_order.agree(self.workplace, detail.id, detail.version, entry)

    def why_not(self, deed: Deed, known: Order) -> str:
        """Why a deed is not done now, "" where it is."""
        return reasons_words(service_order.why_not(self.workplace, known, deed))

    # Parts

    def _filter_of(self, asked: Mapping[str, str]) -> OrderFilter:
        today = self.today()
        spans = {"today": today, "week": today - 6 * _DAY, "month": today.replace(day=1)}
        state = asked.get("state", "")
        single = (State(state),) if state and state not in (OPEN, LATE, *_STATES) else ()
        return OrderFilter(
            kind=Kind(asked["kind"]) if "kind" in asked else None,
            states=_STATES.get(state, single),
            person_id=int(asked["person"]) if "person" in asked else None,
            open=state == OPEN,
            late=state == LATE,
            first_day=spans.get(asked.get("days", "")),
            text=asked.get("text", ""),
        )
