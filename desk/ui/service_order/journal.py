"""What happened to an order: agreed, sent, at the door, done, paid, back."""

from collections.abc import Iterator

from desk.i18n import _
from desk.services.service_order import Order
from desk.services.service_order_case import EventRow
from desk.ui.kit import journal
from desk.wording import label


class Journal(journal.Journal):
    """One line an event: when, what, who, how much, written down by whom."""

    def told(self, event: EventRow, known: Order) -> Iterator[str]:
        """An event in pieces."""
        money = self._custom.beside(known.amounts).money
        yield self._custom.datetime(event.at)
        yield label("order_event", event.kind)
        yield event.person
        yield "" if event.amount is None else money(event.amount)
        yield " ".join(event.text.split())
        if event.by:
            yield _("by {by}").format(by=event.by)
