"""Who and what a record names belongs to its home: residents, agreements, what money is for."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from desk.domain.permissions import Permission
from desk.domain.receipt import LineEntry, ReceiptEntry
from desk.domain.service_order import Kind, OrderEntry
from desk.errors import RuleRefused
from desk.models.estate import Building, Unit
from desk.models.service_agreement import ServiceAgreement
from desk.services import receipt, service_order
from desk.services.workplace import Workplace
from tests.services.conftest import Household
from tests.services.order_course import seen

WISH = OrderEntry(Kind.REPAIR, "曾德華", "水管漏水")
MONEY = ReceiptEntry(payer="曾德華", lines=(LineEntry("維修費", Decimal(80)),))


@pytest.fixture
def other(workplace: Workplace, household: Household) -> Iterator[int]:
    """Another home."""
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        unit = Unit(
            building=Building(name="B座"), floor="1", door="A", label="B座1樓A室", position="2"
        )
        work.add(unit)
        work.commit()
    yield unit.id


def refused(workplace: Workplace, entry: OrderEntry) -> list[tuple[str, str | None]]:
    with pytest.raises(RuleRefused) as found:
        service_order.write(workplace, entry)
    return [(one.code, one.field) for one in found.value.reasons]


def test_an_order_names_no_resident_of_another_home(
    workplace: Workplace, household: Household, other: int
) -> None:
    wrong = replace(WISH, unit_id=other, resident_id=household.resident_id)
    reason = [("service_order.resident.elsewhere", "resident")]
    assert refused(workplace, wrong) == reason
    known = service_order.write(workplace, replace(wrong, unit_id=household.unit_id))
    with pytest.raises(RuleRefused) as found:
        service_order.correct(workplace, *seen(known), wrong)
    assert [(one.code, one.field) for one in found.value.reasons] == reason


def test_an_order_is_under_no_agreement_of_another_home(
    workplace: Workplace, household: Household, other: int
) -> None:
    with workplace.deed(Permission.REGISTER) as work:
        agreement = ServiceAgreement(
            number=work.next_number("W"),
            unit_id=household.unit_id,
            customer="曾德華",
            starts=dt.date(2026, 1, 1),
            ends=dt.date(2026, 12, 31),
            content=["清潔"],
            amount=Decimal(100),
            per="month",
            office_terms="按時",
            customer_terms="付款",
            entered_at=work.now,
            entered_by_id=work.actor_id,
        )
        work.add(agreement)
        work.commit()
    wrong = replace(WISH, unit_id=other, agreement_id=agreement.id)
    assert refused(workplace, wrong) == [("service_order.agreement.elsewhere", "agreement")]
    service_order.write(workplace, replace(wrong, unit_id=household.unit_id))


def test_a_receipt_is_of_the_home_of_what_it_was_paid_for(
    workplace: Workplace, household: Household, other: int
) -> None:
    known = service_order.write(workplace, replace(WISH, unit_id=household.unit_id))
    entry = replace(MONEY, kind="service_order", record_id=known.detail.id, unit_id=other)
    with pytest.raises(RuleRefused) as found, workplace.deed(Permission.REGISTER) as work:
        receipt.write(work, entry)
    assert [one.code for one in found.value.reasons] == ["receipt.unit.elsewhere"]
    with workplace.deed(Permission.REGISTER) as work:
        receipt.write(work, replace(entry, unit_id=household.unit_id))
