"""The price board, service people, suppliers and agreements in the one search box, as read.

Agreements and the board are found by whole numbers; people, suppliers and agreements by any of
their words too: name, trade, skill, room, phone tail.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.domain.search_text import Term
from desk.models.lists import Reader
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

HERE, GONE = "here", "gone"  # whether somebody still does the work
_BETWEEN = " · "


@dataclass(frozen=True)
class CatalogueHits:
    """What was found of who does the services, and of what was agreed about them."""

    people: tuple[RecordHit, ...] = ()
    suppliers: tuple[RecordHit, ...] = ()
    with_suppliers: tuple[RecordHit, ...] = ()
    with_customers: tuple[RecordHit, ...] = ()


def hits(reader: Reader, terms: Sequence[Term], today: date, limit: int) -> CatalogueHits:
    """The newest of each that answer to the words."""
    people = person_list.people(reader, person_list.Filter(terms=terms), None, limit)
    companies = company_list.suppliers(reader, company_list.Filter(terms=terms), None, limit)
    theirs = supplier_list.agreements(reader, supplier_list.Filter(terms=terms), None, limit)
    ours = customer_list.agreements(reader, customer_list.Filter(terms=terms), None, limit)
    return CatalogueHits(
        tuple(map(_person, people.rows)),
        tuple(map(_company, companies.rows)),
        tuple(_agreed_with_company(one, today) for one in theirs.rows),
        tuple(_agreed_with_customer(one, today) for one in ours.rows),
    )


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
