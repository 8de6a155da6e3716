"""What the screens of the catalogue ask of the program, on the open desk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from desk.domain.estate import ResidentRole
from desk.domain.permissions import Permission
from desk.domain.service_agreement import ServiceAgreementEntry
from desk.errors import ReasonLike
from desk.services import (
    department,
    household,
    paper,
    price_board,
    price_board_draft,
    reception,
    service_agreement,
    service_agreement_watch,
    service_person,
    supplier,
    supplier_agreement,
)
from desk.services.paper import FormCode
from desk.services.price_board import Version
from desk.services.workplace import Workplace
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.desk_deeds import DeskDeeds
from desk.ui.kit.person_field import PickedPerson
from desk.ui.kit.record_model import Page
from desk.ui.kit.search_line import Find
from desk.ui.paper.deeds import PaperDeeds, PaperPlan
from desk.wording import reasons_words

_OPEN = {"open": True, "over": False}
Blockers = Callable[[Workplace, Any], Sequence[ReasonLike]]


class CatalogueDeeds(DeskDeeds):
    """Bridges the screens to the services; `find_people` answers the field of a household.

    `changed` says that something was written down: the other sections read again.
    """

    changed = Signal()

    def __init__(self, workplace: Workplace, find_people: Find) -> None:
        super().__init__(workplace)
        self.find_people = find_people
        self.paper = PaperDeeds(workplace)

    def may(self, permission: Permission) -> bool:
        """Whether the clerk at the desk may do this."""
        return self.workplace.allows(permission)

    def why_not(self, blockers: Blockers, known: Any) -> str:
        """Why a deed of a record is not done now; "" where it is open."""
        return reasons_words(blockers(self.workplace, known))

    def why_not_lead(self) -> str:
        """Why the clerk at the desk writes no people and companies down."""
        return reasons_words(self.workplace.missing(Permission.EDIT_GUIDE))

    def paper_plan(self, form: FormCode, kind: str, record_id: int, number: str) -> PaperPlan:
        """A paper of a record, asked for by its number."""
        plan = self.paper.of_record(form, kind, record_id)
        return replace(plan, prepare=partial(paper.prepare, self.workplace, form, number))

    # Lists

    def boards(self, _asked: Mapping[str, str], after: object | None) -> Page[Any]:
        """A page of versions, newest first."""
        found = price_board.page(self.workplace, _key(after))
        return Page(found.rows, found.next_key)

    def people(self, asked: Mapping[str, str], after: object | None) -> Page[Any]:
        """A page of people."""
        is_here = {"here": True, "gone": False}.get(asked.get("state", ""))
        wanted = service_person.PersonFilter(is_here=is_here, text=asked.get("text", ""))
        found = service_person.page(self.workplace, wanted, _key(after))
        return Page(found.rows, found.next_key)

    def suppliers(self, asked: Mapping[str, str], after: object | None) -> Page[Any]:
        """A page of companies."""
        is_active = _OPEN.get(asked.get("state", ""))
        wanted = supplier.SupplierFilter(is_active=is_active, text=asked.get("text", ""))
        found = supplier.page(self.workplace, wanted, _key(after))
        return Page(found.rows, found.next_key)

    def with_suppliers(self, asked: Mapping[str, str], after: object | None) -> Page[Any]:
        """A page of agreements with suppliers."""
        wanted = supplier_agreement.AgreementFilter(
            is_open=_OPEN.get(asked.get("state", "")), text=asked.get("text", "")
        )
        found = supplier_agreement.page(self.workplace, wanted, _key(after))
        return Page(found.rows, found.next_key)

    def with_customers(self, asked: Mapping[str, str], after: object | None) -> Page[Any]:
        """A page of long-term agreements."""
        wanted = service_agreement.AgreementFilter(
            is_open=_OPEN.get(asked.get("state", "")), text=asked.get("text", "")
        )
        found = service_agreement.page(self.workplace, wanted, _key(after))
        return Page(found.rows, found.next_key)

    # What fields offer

    def departments(self) -> Sequence[Choice]:
        """The departments there are."""
        rows = department.departments(self.workplace)
        return [Choice(str(one.id), one.name) for one in rows if one.active]

    def companies(self) -> Sequence[Choice]:
        """The suppliers the office works with."""
        rows = supplier.everyone(self.workplace)
        return [Choice(str(one.id), one.name) for one in rows if one.active]

    def unit_of(self, person: PickedPerson | None) -> int | None:
        """The unit of whoever was picked."""
        if person is None:
            return None
        if person.kind == "resident":
            return reception.unit_of_resident(self.workplace, int(person.key))
        return int(person.key)

    def home(self, unit_id: int) -> tuple[str, str, str]:
        """A home: what it is called, its first owner and the owner's phone."""
        known = household.household(self.workplace, unit_id)
        owners = (one for one in known.residents if one.role is ResidentRole.OWNER)
        owner = next(owners, None)
        if owner is None:
            return known.unit.label, "", ""
        return known.unit.label, owner.name, next(iter(owner.phones), "")

    def usual_terms(self) -> ServiceAgreementEntry:
        """The rights and duties of the newest long-term agreement, for the next one."""
        wanted = service_agreement.AgreementFilter()
        rows = service_agreement.page(self.workplace, wanted, None, 1).rows
        if not rows:
            return ServiceAgreementEntry()
        last = rows[0]
        return ServiceAgreementEntry(
            office_terms=last.office_terms, customer_terms=last.customer_terms
        )

    def notice_days(self) -> int:
        """So many days before it runs out an agreement is seen."""
        return service_agreement_watch.notice_days(self.workplace)

    # The board

    def version(self, key: int | str) -> Version:
        """One version with its items."""
        return price_board.get(self.workplace, key)

    def start(self) -> Version:
        """The next version: the draft there is, or a copy of what is in force."""
        return price_board_draft.start(self.workplace)


def _key(after: object | None) -> tuple[int] | None:
    return after if isinstance(after, tuple) else None
