"""The price board, service people, suppliers and agreements in the one search box, as read.

Agreements and the board are found by whole numbers; people, suppliers and agreements by any of
their words too: name, trade, skill, room, phone tail.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from desk.domain.search_text import Term
from desk.models import search_index
from desk.models.base import Searchable
from desk.models.lists import Page, Reader
from desk.models.lists import price_board as board_list
from desk.models.lists import service_agreement as customer_list
from desk.models.lists import service_person as person_list
from desk.models.lists import supplier as company_list
from desk.models.lists import supplier_agreement as supplier_list
from desk.models.lists.find import EXCERPT, RecordHit
from desk.models.lists.service_agreement import ServiceAgreementRow
from desk.models.lists.service_person import PersonRow
from desk.models.lists.supplier import SupplierRow
from desk.models.lists.supplier_agreement import SupplierAgreementRow
from desk.models.service_agreement import ServiceAgreement
from desk.models.service_person import ServicePerson
from desk.models.supplier import Supplier
from desk.models.supplier_agreement import SupplierAgreement

HERE, GONE = "here", "gone"  # whether somebody still does the work
_BETWEEN = " · "


class Worded(Protocol):
    """What a register is narrowed to, words among it."""

    @property
    def terms(self) -> Sequence[Term] | None: ...


Wanted = TypeVar("Wanted", bound=Worded)
Row = TypeVar("Row")


@dataclass(frozen=True)
class CatalogueHits:
    """What was found of who does the services, and of what was agreed about them."""

    people: tuple[RecordHit, ...] = ()
    suppliers: tuple[RecordHit, ...] = ()
    with_suppliers: tuple[RecordHit, ...] = ()
    with_customers: tuple[RecordHit, ...] = ()


def hits(reader: Reader, terms: Sequence[Term], today: date, limit: int) -> CatalogueHits:
    """The newest of each that answer to the words."""
    of_people, of_companies = person_list.Filter(terms=terms), company_list.Filter(terms=terms)
    of_theirs, of_ours = supplier_list.Filter(terms=terms), customer_list.Filter(terms=terms)
    people = _newest(reader, person_list.people, of_people, ServicePerson, limit)
    companies = _newest(reader, company_list.suppliers, of_companies, Supplier, limit)
    theirs = _newest(reader, supplier_list.agreements, of_theirs, SupplierAgreement, limit)
    ours = _newest(reader, customer_list.agreements, of_ours, ServiceAgreement, limit)
    return CatalogueHits(
        tuple(map(_person, people)),
        tuple(map(_company, companies)),
        tuple(_agreed_with_company(one, today) for one in theirs),
        tuple(_agreed_with_customer(one, today) for one in ours),
    )


def _newest(
    reader: Reader,
    pages: Callable[[Reader, Wanted, None, int], Page[Row]],
    wanted: Wanted,
    table: type[Searchable],
    limit: int,
) -> Sequence[Row]:
    """The first page of a register; nothing is asked of one whose index holds no such words."""
    if not search_index.find(reader, table.search_table, wanted.terms or (), 1):
        return ()
    return pages(reader, wanted, None, limit).rows


def by_number(reader: Reader, number: str, today: date) -> tuple[str, RecordHit] | None:
    """The version or the agreement of a whole number; `today` is the estate's day."""
    for kind, hit in (
        ("price_board", _board(reader, number)),
        ("supplier_agreement", _with_supplier(reader, number, today)),
        ("service_agreement", _with_customer(reader, number, today)),
    ):
        if hit is not None:
            return kind, hit
    return None


def _board(reader: Reader, number: str) -> RecordHit | None:
    row = board_list.detail_by_number(reader, number)
    if row is None:
        return None
    told = _BETWEEN.join(one.name for one in board_list.items(reader, row.id))[:EXCERPT]
    return RecordHit(row.id, row.number, row.written_at, row.by or "", None, "", row.state, told)


def _with_supplier(reader: Reader, number: str, today: date) -> RecordHit | None:
    row = supplier_list.detail_by_number(reader, number)
    return None if row is None else _agreed_with_company(row, today)


def _with_customer(reader: Reader, number: str, today: date) -> RecordHit | None:
    row = customer_list.detail_by_number(reader, number)
    return None if row is None else _agreed_with_customer(row, today)


def _agreed_with_company(row: SupplierAgreementRow, today: date) -> RecordHit:
    told, unit = _BETWEEN.join(row.scope)[:EXCERPT], row.unit or ""
    state = row.state(today)
    return RecordHit(
        row.id, row.number, row.entered_at, row.supplier, row.unit_id, unit, state, told
    )


def _agreed_with_customer(row: ServiceAgreementRow, today: date) -> RecordHit:
    told, state = _BETWEEN.join(row.content)[:EXCERPT], row.state(today)
    return RecordHit(
        row.id, row.number, row.entered_at, row.customer, row.unit_id, row.unit, state, told
    )


def _person(row: PersonRow) -> RecordHit:
    told = _BETWEEN.join(one.code for one in row.skills)[:EXCERPT]
    whose = row.supplier or row.department or ""
    state = HERE if row.left_on is None else GONE
    return RecordHit(row.id, row.name, row.entered_at, whose, None, "", state, told)


def _company(row: SupplierRow) -> RecordHit:
    state = HERE if row.active else GONE
    return RecordHit(
        row.id, row.name, row.entered_at, row.contact, None, "", state, row.trade[:EXCERPT]
    )
