"""The catalogue as the tests of its services need it: a board, people, a supplier, agreements."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from desk.domain.agreement_course import Signatory, SignEntry
from desk.domain.approval import Answer, Verdict
from desk.domain.permissions import Role
from desk.domain.price_board import FilingEntry, ItemEntry
from desk.domain.service_agreement import ServiceAgreementEntry
from desk.domain.service_person import PersonEntry, Skill
from desk.domain.supplier import SupplierEntry
from desk.domain.supplier_agreement import SupplierAgreementEntry
from desk.errors import ReasonLike
from desk.services import (
    price_board,
    price_board_draft,
    service_agreement,
    service_person,
    staff,
    supplier,
    supplier_agreement,
)
from desk.services.price_board import Version
from desk.services.service_agreement import ServiceAgreementRow
from desk.services.service_person import PersonRow
from desk.services.supplier import SupplierRow
from desk.services.supplier_agreement import SupplierAgreementRow
from desk.services.workplace import Workplace
from tests.conftest import CHEAP, PASSWORD

TODAY = date(2026, 11, 21)
TAP = ItemEntry(name="水龍頭更換", unit="個", price=Decimal("80.00"), skill="水電")
DRAIN = ItemEntry(name="疏通廁所", unit="次", price=Decimal("150.00"), materials="含工具")
FILED = FilingEntry(filed_on=TODAY, filed_with="區市場監督管理局", reference="備 2026-118")
PLUMBER = PersonEntry(
    name="黃志強",
    phone="9123 4567",
    since=date(2025, 3, 1),
    skills=(Skill("水電", "電工證", "E-118", date(2026, 12, 10)),),
)
COMPANY = SupplierEntry(
    name="永安機電工程有限公司", trade="空調保養、電器維修", contact="梁先生", phone="2345 6789"
)


def codes_of(reasons: Iterable[ReasonLike]) -> list[str]:
    return [one.code for one in reasons]


def manager(workplace: Workplace, login: str = "manager") -> Answer:
    """A manager with an account, and her yes."""
    entry = staff.AccountEntry(login, "何經理", Role.MANAGER, "zh_Hant")
    staff.add(workplace, entry, PASSWORD, CHEAP)
    return Answer(login, PASSWORD, Verdict.GRANTED)


def drafted(workplace: Workplace, *entries: ItemEntry) -> Version:
    """The next version with these items more."""
    known = price_board_draft.start(workplace)
    for entry in entries:
        known = price_board_draft.put_item(workplace, known.row.id, known.row.version, entry)
    return known


def filed(workplace: Workplace, known: Version) -> Version:
    return price_board_draft.file(workplace, known.row.id, known.row.version, FILED)


def in_force(workplace: Workplace, answer: Answer, *entries: ItemEntry) -> Version:
    """A version with these items more, approved by somebody else."""
    known = filed(workplace, drafted(workplace, *entries))
    return price_board.approve(workplace, known.row.id, known.row.version, answer)


def plumber(workplace: Workplace, **told: object) -> PersonRow:
    return service_person.register(workplace, replace(PLUMBER, **told))  # type: ignore[arg-type]


def company(workplace: Workplace) -> SupplierRow:
    return supplier.register(workplace, COMPANY)


def company_entry(supplier_id: int, **told: object) -> SupplierAgreementEntry:
    entry = SupplierAgreementEntry(
        supplier_id=supplier_id,
        scope=("空調清洗", "電器維修"),
        charge="按價目收取，每月結算一次",
        starts=date(2026, 1, 1),
        ends=date(2026, 12, 31),
    )
    return replace(entry, **told)  # type: ignore[arg-type]


def household_entry(unit_id: int, **told: object) -> ServiceAgreementEntry:
    entry = ServiceAgreementEntry(
        unit_id=unit_id,
        customer="曾德華",
        phone="9123 4567",
        content=("每週家政清潔一次", "每季空調清洗一次"),
        starts=date(2026, 1, 1),
        ends=date(2026, 12, 31),
        amount=Decimal("680.00"),
        office_terms="按時派人，工具自備。",
        customer_terms="提前一日預約，當月付清。",
    )
    return replace(entry, **told)  # type: ignore[arg-type]


def with_company(workplace: Workplace, supplier_id: int, **told: object) -> SupplierAgreementRow:
    """A standing agreement that both signed, with its copy kept."""
    known = supplier_agreement.register(workplace, company_entry(supplier_id, **told))
    for party in known.facts.parties:
        entry = SignEntry(party, "梁先生", TODAY)
        known = supplier_agreement.sign(workplace, known.id, known.version, entry)
    return supplier_agreement.keep_copy(workplace, known.id, known.version, TODAY)


def with_household(workplace: Workplace, unit_id: int, **told: object) -> ServiceAgreementRow:
    """An agreement that both signed."""
    known = service_agreement.register(workplace, household_entry(unit_id, **told))
    for party in (Signatory.CUSTOMER, Signatory.OFFICE):
        entry = SignEntry(party, "曾德華", TODAY)
        known = service_agreement.sign(workplace, known.id, known.version, entry)
    return known
