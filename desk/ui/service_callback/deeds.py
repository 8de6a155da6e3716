"""What the screens of callbacks ask of the program, on the open desk."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from desk.domain.permissions import Permission
from desk.services import (
    service_callback,
    service_callback_choice,
    service_callback_mark,
    service_callback_visit,
)
from desk.services.service_callback import (
    CallbackEntry,
    CallbackFilter,
    CallbackRow,
    CallbackView,
    ChoiceRow,
    TellEntry,
)
from desk.services.service_callback_choice import Meter
from desk.services.service_callback_mark import MarkEntry
from desk.services.service_callback_visit import CustomerRow, HomeVisit
from desk.ui.kit.desk_deeds import DeskDeeds
from desk.ui.kit.record_model import Page
from desk.ui.service_callback.view import AGREEMENT, ORDER, CustomerShown, Line, OrderShown
from desk.wording import reasons_words

OWED, MADE, UNTOLD, VISITS = "owed", "made", "untold", "visits"


class CallbackDeeds(DeskDeeds):
    """Bridges the screens to the services; `changed` says that something was done."""

    changed = Signal()

    # Looking

    def page(self, asked: Mapping[str, str], after: object | None) -> Page[Line]:
        """A page of the list: what is owed, what was made, or who is to be visited."""
        show = asked.get("show", OWED)
        key = after if isinstance(after, tuple) else None
        if show == VISITS:
            return Page([_visit(one) for one in service_callback_visit.owed(self.workplace)])
        if show == OWED:
            found = service_callback.owed(self.workplace, key)
            return Page([_owed(one) for one in found.rows], found.next_key)
        made = service_callback.page(self.workplace, CallbackFilter(untold=show == UNTOLD), key)
        return Page([_made(one) for one in made.rows], made.next_key)

    def meter(self) -> Meter:
        """Where this month stands."""
        return service_callback_choice.meter(self.workplace)

    def visits_owed(self) -> Sequence[HomeVisit]:
        """Who is to be visited at home in this quarter."""
        return service_callback_visit.owed(self.workplace)

    def order(self, key: int | str) -> OrderShown:
        """An order by its id or number, with its callbacks."""
        return self._shown(service_callback.get(self.workplace, key))

    def customer(self, agreement_id: int) -> CustomerShown:
        """A customer with a long-term agreement, with the latest visits."""
        row = service_callback_visit.customer(self.workplace, agreement_id)
        owed = {one.customer.id: one for one in self.visits_owed()}
        visits = service_callback_visit.of_agreement(self.workplace, agreement_id)
        shut = {"visit": self._missing()}
        if visits:
            shut["void"] = reasons_words(service_callback.void_blockers(self.workplace, visits[0]))
        return CustomerShown(row, visits, owed.get(agreement_id), shut)

    # Doing

    def call(self, order_id: int, entry: CallbackEntry) -> OrderShown:
        """The customer was asked, or tried for in vain."""
        return self._told(service_callback.call_back(self.workplace, order_id, entry))

    def visit(self, row: CustomerRow, entry: CallbackEntry) -> CustomerShown:
        """The customer was visited, or was not at home."""
        service_callback_visit.visit(self.workplace, row.id, entry)
        self.changed.emit()
        return self.customer(row.id)

    def tell(self, row: CallbackRow, entry: TellEntry) -> OrderShown:
        """The provider was told the result."""
        service_callback.tell(self.workplace, row.id, row.version, entry)
        return self._again(row)

    def void(self, row: CallbackRow, why: str) -> OrderShown:
        """It was written down in error."""
        service_callback.void(self.workplace, row.id, row.version, why)
        return self._again(row)

    def void_visit(self, shown: CustomerShown, why: str) -> CustomerShown:
        """The latest visit was written down in error."""
        latest = shown.visits[0]
        service_callback.void(self.workplace, latest.id, latest.version, why)
        self.changed.emit()
        return self.customer(shown.row.id)

    def mark(self, shown: OrderShown, entry: MarkEntry) -> OrderShown:
        """Whoever did the work was complained about."""
        service_callback_mark.mark(self.workplace, entry)
        self.changed.emit()
        return self.order(shown.row.id)

    def draw(self) -> int:
        """Draw now what the share still lacks; how many."""
        drawn = service_callback_choice.draw(self.workplace)
        self.changed.emit()
        return drawn

    # Parts

    def _again(self, row: CallbackRow) -> OrderShown:
        self.changed.emit()
        return self.order(row.order_id or 0)

    def _told(self, view: CallbackView) -> OrderShown:
        self.changed.emit()
        return self._shown(view)

    def _shown(self, view: CallbackView) -> OrderShown:
        place, answer = self.workplace, view.answer
        shut = {
            "call": reasons_words(service_callback.call_back_blockers(place, view)),
            "mark": self._missing(),
        }
        if answer is not None:
            shut["tell"] = reasons_words(service_callback.tell_blockers(place, answer))
        if view.callbacks:
            shut["void"] = reasons_words(service_callback.void_blockers(place, view.callbacks[-1]))
        month = view.order.done_at and self.custom.day(view.order.done_at)
        samples = service_callback_choice.samples(place, month) if view.order.sample_id else ()
        drawn = next((one for one in samples if one.id == view.order.sample_id), None)
        return OrderShown(view, drawn, shut)

    def _missing(self) -> str:
        return reasons_words(self.workplace.missing(Permission.REGISTER))


def _owed(row: ChoiceRow) -> Line:
    return Line(
        key=f"{ORDER}:{row.id}",
        place=row.id,
        number=row.number,
        unit=row.unit or "",
        customer=row.customer,
        phone=row.phone,
        what=row.item_name or " ".join(row.wish.split()),
        provider=row.provider,
        at=row.due_at,
        owed=row,
    )


def _made(row: CallbackRow) -> Line:
    kind, key = (ORDER, row.order_id) if row.order_id else (AGREEMENT, row.agreement_id)
    return Line(
        key=f"{kind}:{key}",
        place=row.id,
        number=row.number,
        unit=row.unit or "",
        customer=row.customer,
        phone="",
        what=row.item_name,
        provider=row.provider,
        at=row.at,
        made=row,
    )


def _visit(one: HomeVisit) -> Line:
    return Line(
        key=f"{AGREEMENT}:{one.customer.id}",
        place=one.customer.id,
        number=one.customer.number,
        unit=one.customer.unit,
        customer=one.customer.customer,
        phone=one.customer.phone,
        what="",
        provider="",
        at=one.due_at,
        visit=one,
    )
