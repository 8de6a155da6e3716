"""What the screens of receipts ask of the program, on the open desk."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from desk.domain.estate import ResidentRole
from desk.domain.receipt import Method, ReceiptEntry, Sum
from desk.errors import ReasonLike
from desk.services import fee_mandate, household, receipt, reception
from desk.services.fee_mandate import MandateRow
from desk.services.receipt import ReceiptFilter, ReceiptRow
from desk.services.workplace import Workplace
from desk.ui.kit.desk_deeds import RecordDeeds
from desk.ui.kit.person_field import PickedPerson
from desk.ui.kit.record_model import Page
from desk.ui.kit.search_line import Find
from desk.ui.paper.deeds import PaperDeeds
from desk.wording import sentence

TODAY, YESTERDAY, MONTH, LAST_MONTH = "today", "yesterday", "month", "last_month"
_DAY = dt.timedelta(days=1)


class ReceiptDeeds(RecordDeeds):
    """Bridges the screens to the services; `find_people` answers the field of who pays."""

    def __init__(self, workplace: Workplace, find_people: Find) -> None:
        super().__init__(workplace)
        self.find_people = find_people
        self.paper = PaperDeeds(workplace)

    # Looking

    def page(self, asked: Mapping[str, str], after: object | None) -> Page[ReceiptRow]:
        """A page of the register, newest first."""
        method = asked.get("method")
        first, last = self.days(asked.get("when", "")) or (None, None)
        wanted = ReceiptFilter(
            method=Method(method) if method else None,
            first_day=first,
            last_day=last,
            text=asked.get("text", ""),
        )
        found = receipt.page(self.workplace, wanted, after if isinstance(after, tuple) else None)
        return Page(found.rows, found.next_key)

    def get(self, key: int | str) -> ReceiptRow:
        """One receipt by its id or its number."""
        return receipt.get(self.workplace, key)

    def about(self, known: ReceiptRow) -> str:
        """The number of the record it was paid for."""
        return receipt.about(self.workplace, known)

    def days(self, when: str) -> tuple[dt.date, dt.date] | None:
        """The days a choice means, both included; None for no choice."""
        today = self.today()
        first = today.replace(day=1)
        known = {
            TODAY: (today, today),
            YESTERDAY: (today - _DAY, today - _DAY),
            MONTH: (first, today),
            LAST_MONTH: ((first - _DAY).replace(day=1), first - _DAY),
        }
        return known.get(when)

    def sums(self, when: str) -> Sequence[Sum]:
        """What came in, by the way it was paid; of today where no days are chosen."""
        return receipt.sums(self.workplace, *(self.days(when) or self.days(TODAY) or ()))

    def mandates(self) -> Sequence[MandateRow]:
        """The builder's mandates that hold today."""
        return fee_mandate.in_force(self.workplace)

    # Who

    def unit_of(self, person: PickedPerson | None) -> int | None:
        """The unit of whoever was picked."""
        if person is None:
            return None
        if person.kind == "resident":
            return reception.unit_of_resident(self.workplace, int(person.key))
        return int(person.key)

    def home(self, unit_id: int) -> tuple[str, str]:
        """What a home is called, and its first owner."""
        known = household.household(self.workplace, unit_id)
        owners = (one.name for one in known.residents if one.role is ResidentRole.OWNER)
        return known.unit.label, next(owners, "")

    # Doing

    def take(self, entry: ReceiptEntry) -> ReceiptRow:
        """Number it and write it down."""
        return receipt.take(self.workplace, entry)

    def void(self, known: ReceiptRow, why: str) -> ReceiptRow:
        """It does not hold."""
        return receipt.void(self.workplace, known.id, known.version, why)

    def see_void(self, known: ReceiptRow) -> ReceiptRow:
        """A second person has looked at it."""
        return receipt.see_void(self.workplace, known.id, known.version)

    def why_not_seen(self, known: ReceiptRow) -> str:
        """Why it is not looked at now."""
        return reasons_words(receipt.see_blockers(self.workplace, known))

    def why_not_void(self, known: ReceiptRow) -> str:
        """Why it is not void now."""
        return reasons_words(receipt.void_blockers(self.workplace, known))


def reasons_words(reasons: Iterable[ReasonLike]) -> str:
    """Every reason as a sentence, one after the other."""
    return " ".join(sentence(one.code, one.parameters) for one in reasons)
