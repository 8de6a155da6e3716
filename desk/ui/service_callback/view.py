"""What the screens show of a callback: a line of the list, an order, a customer to be visited."""

import datetime as dt
from dataclasses import dataclass, field

from desk.services.service_callback import CallbackRow, CallbackView, ChoiceRow
from desk.services.service_callback_choice import SampleRow
from desk.services.service_callback_visit import CustomerRow, HomeVisit

ORDER, AGREEMENT = "order", "agreement"


@dataclass(frozen=True)
class Line:
    """One line of the list: an order that is owed, a callback that was made, a visit that is owed.

    `key` names what opens beside it, such as `order:7`; `at` is by when, or when it was made.
    """

    key: str
    place: int
    number: str
    unit: str
    customer: str
    phone: str
    what: str
    provider: str
    at: dt.datetime | None
    owed: ChoiceRow | None = None
    made: CallbackRow | None = None
    visit: HomeVisit | None = None


@dataclass(frozen=True)
class OrderShown:
    """An order with its callbacks, and the sample that drew it."""

    view: CallbackView
    sample: SampleRow | None = None
    shut: dict[str, str] = field(default_factory=dict)

    @property
    def row(self) -> ChoiceRow:
        """The order."""
        return self.view.order

    @property
    def version(self) -> int:
        """How many callbacks there are: a new one makes it another."""
        return len(self.view.callbacks)


@dataclass(frozen=True)
class CustomerShown:
    """A customer with a long-term agreement, and the latest visits."""

    row: CustomerRow
    visits: tuple[CallbackRow, ...]
    due: HomeVisit | None = None
    shut: dict[str, str] = field(default_factory=dict)

    @property
    def version(self) -> int:
        """How many visits there are."""
        return len(self.visits)
