"""Agreements: signed by both, a copy kept, run out, renewed, ended (F22, F23, R106, R239)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.clock import FixedClock
from desk.domain.agreement_course import CourseState, EndEntry, Signatory, SignEntry
from desk.domain.permissions import Permission
from desk.domain.service_agreement import AgreementPer
from desk.domain.signed_paper import Home
from desk.errors import RuleRefused
from desk.services import service_agreement, supplier_agreement
from desk.services.workplace import Workplace
from tests.services.catalogue_course import (
    TODAY,
    codes_of,
    company,
    company_entry,
    household_entry,
    with_company,
    with_household,
)
from tests.services.conftest import Household
from tests.services.key_course import DAY, at_desk


def test_an_agreement_with_a_customer_says_all_that_the_manual_asks(workplace: Workplace) -> None:
    entry = household_entry(0, content=(), amount=None, office_terms="", customer_terms="")
    entry = replace(entry, unit_id=None, customer=" ", starts=None, ends=None)
    with pytest.raises(RuleRefused) as refused:
        service_agreement.register(workplace, entry)
    assert codes_of(refused.value.reasons) == [
        "service_agreement.unit.missing",
        "service_agreement.customer.missing",
        "agreement.lines.missing",
        "agreement.starts.missing",
        "agreement.ends.missing",
        "service_agreement.amount.missing",
        "service_agreement.office_terms.missing",
        "service_agreement.customer_terms.missing",
    ]


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        (Decimal(-1), "service_agreement.amount.range"),
        (Decimal("0.001"), "service_agreement.amount.places"),
    ],
)
def test_its_amount_is_money(
    workplace: Workplace, household: Household, amount: Decimal, code: str
) -> None:
    with pytest.raises(RuleRefused) as refused:
        service_agreement.register(
            workplace, household_entry(household.unit_id, amount=amount, ends=date(2025, 1, 1))
        )
    assert codes_of(refused.value.reasons) == ["agreement.ends.before_starts", code]


def test_a_slip_in_the_year_is_noticed(workplace: Workplace, household: Household) -> None:
    with pytest.raises(RuleRefused) as refused:
        service_agreement.register(
            workplace, household_entry(household.unit_id, ends=date(2206, 1, 1))
        )
    assert codes_of(refused.value.reasons) == ["agreement.ends.far"]


def test_it_holds_once_both_have_signed(workplace: Workplace, household: Household) -> None:
    known = service_agreement.register(workplace, household_entry(household.unit_id))
    assert known.number == "W2026-000001"
    assert service_agreement.state(workplace, known) is CourseState.SIGNING
    with workplace.reading() as reader:
        assert service_agreement.of_unit(reader, household.unit_id, TODAY) is None
    known = with_household(workplace, household.unit_id)
    assert service_agreement.state(workplace, known) is CourseState.IN_FORCE
    assert known.signed_on == TODAY
    with workplace.reading() as reader:
        held = service_agreement.of_unit(reader, household.unit_id, TODAY)
        assert held is not None
        assert (held.number, held.per, held.amount) == (
            known.number,
            AgreementPer.MONTH,
            Decimal(680),
        )
        assert service_agreement.of_unit(reader, household.unit_id, date(2027, 1, 1)) is None
        assert service_agreement.of_unit(reader, household.unit_id, date(2025, 12, 31)) is None


def test_each_party_signs_once_on_a_day_that_has_come(
    workplace: Workplace, household: Household
) -> None:
    known = service_agreement.register(workplace, household_entry(household.unit_id))
    known = service_agreement.sign(
        workplace, known.id, known.version, SignEntry(Signatory.CUSTOMER, "曾德華", TODAY)
    )
    for entry, codes in (
        (SignEntry(Signatory.CUSTOMER, "曾德華", TODAY), ["agreement.party.signed"]),
        (SignEntry(Signatory.SUPPLIER, "梁", TODAY), ["agreement.party.none"]),
        (
            SignEntry(Signatory.OFFICE, "", TODAY + DAY),
            ["agreement.person.missing", "agreement.signed_on.future"],
        ),
        (SignEntry(Signatory.OFFICE, "何"), ["agreement.signed_on.missing"]),
    ):
        with pytest.raises(RuleRefused) as refused:
            service_agreement.sign(workplace, known.id, known.version, entry)
        assert codes_of(refused.value.reasons) == codes
    with pytest.raises(RuleRefused) as refused:
        service_agreement.change(
            workplace, known.id, known.version, household_entry(household.unit_id)
        )
    assert codes_of(refused.value.reasons) == ["agreement.signed"]


def test_what_nobody_signed_is_changed_or_void(workplace: Workplace, household: Household) -> None:
    known = service_agreement.register(workplace, household_entry(household.unit_id))
    entry = household_entry(household.unit_id, amount=Decimal(700), content=("窗戶清潔", ""))
    known = service_agreement.change(workplace, known.id, known.version, entry)
    assert (known.amount, known.content) == (Decimal(700), ("窗戶清潔",))
    with pytest.raises(RuleRefused) as refused:
        service_agreement.void(workplace, known.id, known.version, "")
    assert codes_of(refused.value.reasons) == ["agreement.why.missing"]
    known = service_agreement.void(workplace, known.id, known.version, "住戶不要了")
    assert service_agreement.state(workplace, known) is CourseState.VOID
    assert service_agreement.void_blockers(workplace, known)
    assert service_agreement.sign_blockers(workplace, known)


def test_what_both_signed_ends_with_a_day_and_a_reason(
    workplace: Workplace, household: Household, clock: FixedClock
) -> None:
    known = with_household(workplace, household.unit_id)
    with pytest.raises(RuleRefused) as refused:
        service_agreement.void(workplace, known.id, known.version, "x")
    assert codes_of(refused.value.reasons) == ["agreement.signed_by_both"]
    with pytest.raises(RuleRefused) as refused:
        service_agreement.end(workplace, known.id, known.version, EndEntry(date(2027, 2, 1)))
    assert codes_of(refused.value.reasons) == ["agreement.last_day.late", "agreement.why.missing"]
    known = service_agreement.end(workplace, known.id, known.version, EndEntry(TODAY, "搬走"))
    assert service_agreement.state(workplace, known) is CourseState.IN_FORCE
    clock.moment += DAY
    assert service_agreement.state(workplace, known) is CourseState.ENDED
    assert codes_of(service_agreement.force_blockers(workplace, known)) == ["agreement.ended"]


def test_it_is_renewed_once(workplace: Workplace, household: Household) -> None:
    known = with_household(workplace, household.unit_id)
    entry = service_agreement.renewal_of(known)
    new = service_agreement.renew(workplace, known.id, known.version, entry)
    assert new.follows == known.number
    with pytest.raises(RuleRefused) as refused:
        service_agreement.renew(workplace, known.id, known.version, entry)
    assert codes_of(refused.value.reasons) == ["agreement.renewed"]
    service_agreement.void(workplace, new.id, new.version, "重寫")
    assert service_agreement.renew(workplace, known.id, known.version, entry).follows_id == known.id
    with pytest.raises(RuleRefused) as refused:
        service_agreement.renew(workplace, new.id, new.version + 1, entry)
    assert codes_of(refused.value.reasons) == ["agreement.void"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((date(2026, 1, 1), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 12, 31))),
        ((date(2026, 3, 15), date(2028, 3, 14)), (date(2028, 3, 15), date(2030, 3, 14))),
        ((date(2026, 4, 1), date(2026, 9, 30)), (date(2026, 10, 1), date(2027, 4, 1))),
        ((date(2023, 3, 1), date(2024, 2, 29)), (date(2024, 3, 1), date(2025, 2, 28))),
        ((date(9980, 1, 1), date(9998, 12, 31)), (date(9999, 1, 1), date.max)),
        ((date(9990, 1, 2), date.max), (date.max, date.max)),
    ],
)
def test_a_renewal_begins_where_the_old_one_ends_and_is_as_long(
    workplace: Workplace,
    household: Household,
    old: tuple[date, date],
    new: tuple[date, date],
) -> None:
    starts, ends = old
    known = service_agreement.register(
        workplace, household_entry(household.unit_id, starts=starts, ends=ends)
    )
    entry = service_agreement.renewal_of(known)
    assert (entry.starts, entry.ends) == new


def test_the_signed_paper_ticks_the_customers_signature(
    workplace: Workplace, household: Household
) -> None:
    known = service_agreement.register(workplace, household_entry(household.unit_id))
    home = Home(TODAY, "曾德華")
    with workplace.deed(Permission.REGISTER) as work:
        ticked = service_agreement.signed_home(work, known.id, home)
        again = service_agreement.signed_home(work, known.id, home)
        work.commit()
    assert (ticked, again) == ("service_agreement.customer_signature", "")
    known = service_agreement.get(workplace, known.number)
    assert (known.customer_signed_by, known.customer_signed_how) == ("曾德華", "paper")


# With a supplier


def test_a_standing_agreement_is_signed_by_the_office_and_the_supplier(
    workplace: Workplace,
) -> None:
    firm = company(workplace)
    known = supplier_agreement.register(workplace, company_entry(firm.id))
    assert (known.number, known.facts.parties) == (
        "V2026-000001",
        (Signatory.OFFICE, Signatory.SUPPLIER),
    )
    assert codes_of(supplier_agreement.force_blockers(workplace, known)) == [
        "agreement.signature.office",
        "agreement.signature.supplier",
        "agreement.copy.missing",
    ]
    known = with_company(workplace, firm.id)
    assert supplier_agreement.state(workplace, known) is CourseState.IN_FORCE
    assert [one[1] for one in known.signatures] == ["梁先生", "梁先生"]


def test_a_households_agreement_is_signed_by_its_customer(
    workplace: Workplace, household: Household
) -> None:
    firm = company(workplace)
    entry = company_entry(firm.id, unit_id=household.unit_id)
    with pytest.raises(RuleRefused) as refused:
        supplier_agreement.register(workplace, entry)
    assert codes_of(refused.value.reasons) == ["supplier_agreement.customer.missing"]
    known = supplier_agreement.register(workplace, replace(entry, customer="曾德華"))
    assert known.facts.parties == (Signatory.CUSTOMER, Signatory.SUPPLIER)
    assert known.unit == "A座12樓B室"


def test_no_copy_is_kept_of_what_is_not_signed(workplace: Workplace) -> None:
    known = supplier_agreement.register(workplace, company_entry(company(workplace).id))
    with pytest.raises(RuleRefused) as refused:
        supplier_agreement.keep_copy(workplace, known.id, known.version, TODAY + DAY)
    assert codes_of(refused.value.reasons) == [
        "agreement.signature.office",
        "agreement.signature.supplier",
        "agreement.copy.future",
    ]


def test_the_signed_paper_is_the_copy_that_is_kept(workplace: Workplace) -> None:
    known = supplier_agreement.register(workplace, company_entry(company(workplace).id))
    home = Home(TODAY, "梁先生")
    with workplace.deed(Permission.REGISTER) as work:
        told = [supplier_agreement.signed_home(work, known.id, home) for _time in range(2)]
        work.commit()
    assert told == ["supplier_agreement.supplier_signature", ""]
    known = supplier_agreement.get(workplace, known.id)
    assert known.copy_kept_on == TODAY
    assert known.facts.signed == (Signatory.SUPPLIER,)
    known = supplier_agreement.sign(
        workplace, known.id, known.version, SignEntry(Signatory.OFFICE, "何經理", TODAY)
    )
    assert supplier_agreement.state(workplace, known) is CourseState.IN_FORCE


def test_agreements_are_found_by_number_supplier_and_scope(workplace: Workplace) -> None:
    known = with_company(workplace, company(workplace).id)
    for said, count in (("V2026-1", 1), ("永安", 1), ("空調", 1), ("水泵", 0)):
        wanted = supplier_agreement.AgreementFilter(text=said)
        assert len(supplier_agreement.page(workplace, wanted).rows) == count, said
    wanted = supplier_agreement.AgreementFilter(is_open=False)
    assert supplier_agreement.page(workplace, wanted).rows == ()
    assert supplier_agreement.page(
        workplace, supplier_agreement.AgreementFilter(known.supplier_id)
    ).rows == (known,)


def test_a_clerk_writes_agreements(workplace: Workplace, household: Household) -> None:
    desk = at_desk(workplace, "clerk")
    assert with_household(desk, household.unit_id).entered_by == "clerk 主任"
