"""Who is sent: with the skill, proven on the day, for an employer who may (R239, R251)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desk.clock import FixedClock
from desk.domain.agreement_course import EndEntry, Signatory, SignEntry
from desk.domain.permissions import Permission, Role
from desk.domain.reasons import Reason
from desk.domain.service_order_rule import OrderRule
from desk.domain.service_person import EmployerKind, Skill
from desk.domain.signed_paper import Home
from desk.domain.supplier import SupplierEntry
from desk.errors import RuleRefused
from desk.models.lists import service_agreement_watch as watch_list
from desk.services import service_agreement, service_person, supplier, supplier_agreement
from desk.services.service_person import PersonFilter
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.services.catalogue_course import (
    COMPANY,
    PLUMBER,
    TODAY,
    codes_of,
    company,
    company_entry,
    plumber,
    with_company,
    with_household,
)
from tests.services.conftest import Household
from tests.services.key_course import DAY, at_desk

RULE = OrderRule()


def refused_for(
    workplace: Workplace, person_id: int, skill: str = "水電", day: date = TODAY, **told: object
) -> Iterable[Reason]:
    with workplace.reading() as reader:
        return service_person.dispatch_reasons(
            reader,
            person_id,
            skill,
            day,
            told.get("rule", RULE),  # type: ignore[arg-type]
            unit_id=told.get("unit_id"),  # type: ignore[arg-type]
        )


def test_who_has_the_skill_and_its_certificate_is_sent(workplace: Workplace) -> None:
    known = plumber(workplace)
    assert codes_of(refused_for(workplace, known.id)) == []
    assert codes_of(refused_for(workplace, known.id, "")) == []
    assert codes_of(refused_for(workplace, known.id, " 水 電 ")) == []


@pytest.mark.parametrize(
    ("skills", "skill", "code"),
    [
        ((), "水電", "service_person.skill.missing"),
        ((Skill("木工", "木工證"),), "水電", "service_person.skill.missing"),
        ((Skill("水電"),), "水電", "service_person.certificate.missing"),
        ((Skill("水電", "證", "1", TODAY - DAY),), "水電", "service_person.certificate.expired"),
    ],
)
def test_who_has_not_is_not_sent(
    workplace: Workplace, skills: tuple[Skill, ...], skill: str, code: str
) -> None:
    known = plumber(workplace, skills=skills)
    assert codes_of(refused_for(workplace, known.id, skill)) == [code]
    unchecked = replace(RULE, skill_checked=False)
    assert codes_of(refused_for(workplace, known.id, skill, rule=unchecked)) == []


def test_a_certificate_holds_on_its_last_day(workplace: Workplace) -> None:
    known = plumber(workplace, skills=(Skill("水電", "證", "1", TODAY),))
    assert codes_of(refused_for(workplace, known.id)) == []
    told = codes_of(refused_for(workplace, known.id, day=TODAY + DAY))
    assert told == ["service_person.certificate.expired"]


def test_nobody_is_sent_before_the_first_day_or_after_leaving(workplace: Workplace) -> None:
    known = plumber(workplace, since=TODAY + DAY)
    assert codes_of(refused_for(workplace, known.id)) == ["service_person.not_begun"]
    known = service_person.leave(workplace, known.id, known.version, "離職")
    assert codes_of(refused_for(workplace, known.id)) == ["service_person.left"]
    assert [one.active for one in service_person.everyone(workplace)] == [False]
    known = service_person.come_back(workplace, known.id, known.version)
    assert (known.since, known.left_on) == (TODAY, None)


def test_a_suppliers_people_are_sent_under_an_agreement_alone(
    workplace: Workplace, household: Household
) -> None:
    firm = company(workplace)
    known = plumber(workplace, employer=EmployerKind.SUPPLIER, supplier_id=firm.id)
    assert codes_of(refused_for(workplace, known.id)) == ["supplier_agreement.none"]
    unsigned = supplier_agreement.register(workplace, company_entry(firm.id))
    assert codes_of(refused_for(workplace, known.id)) == [
        "agreement.signature.office",
        "agreement.signature.supplier",
        "agreement.copy.missing",
    ]
    supplier_agreement.void(workplace, unsigned.id, unsigned.version, "重寫")
    with_company(workplace, firm.id, unit_id=household.unit_id, customer="曾德華")
    assert codes_of(refused_for(workplace, known.id)) == ["supplier_agreement.none"]
    assert codes_of(refused_for(workplace, known.id, unit_id=household.unit_id)) == []
    with_company(workplace, firm.id)
    assert codes_of(refused_for(workplace, known.id)) == []
    told = codes_of(refused_for(workplace, known.id, skill="", day=date(2027, 1, 1)))
    assert told == ["agreement.run_out"]


def test_what_a_clerk_writes_down_is_whole(workplace: Workplace) -> None:
    with pytest.raises(RuleRefused) as refused:
        plumber(
            workplace,
            name=" ",
            since=None,
            employer=EmployerKind.SUPPLIER,
            skills=(Skill("水電"), Skill("水 電"), Skill("", "證")),
        )
    assert codes_of(refused.value.reasons) == [
        "service_person.name.missing",
        "service_person.since.missing",
        "service_person.supplier.missing",
        "service_person.skill.unnamed",
        "service_person.skill.twice",
    ]


def test_the_employer_is_one_alone(workplace: Workplace) -> None:
    known = plumber(workplace, employer=EmployerKind.OWN, supplier_id=99, department_id=98)
    assert (known.supplier_id, known.department_id) == (None, None)


def test_a_skill_is_changed_and_one_taken_off_keeps_its_row(workplace: Workplace) -> None:
    known = plumber(workplace)
    entry = service_person.entry_of(known)
    renewed = Skill("水電", "電工證", "E-200", date(2030, 1, 1))
    entry = replace(entry, skills=(renewed, Skill("木工", "內部培訓")))
    known = service_person.change(workplace, known.id, known.version, entry)
    assert [one.number for one in known.skills] == ["E-200", ""]
    entry = replace(entry, skills=(Skill("木工", "內部培訓"),))
    known = service_person.change(workplace, known.id, known.version, entry)
    assert [one.code for one in known.skills] == ["木工"]
    assert service_person.skills(workplace) == ("木工",)


def test_people_are_found_by_name_phone_and_skill(workplace: Workplace) -> None:
    plumber(workplace)
    plumber(workplace, name="李小芳", phone="6000 1111", skills=(Skill("家政", "內部培訓"),))
    for said, names in (
        ("黃志", ["黃志強"]),
        ("1111", ["李小芳"]),
        ("家政", ["李小芳"]),
        ("", ["李小芳", "黃志強"]),
    ):
        rows = service_person.page(workplace, PersonFilter(text=said)).rows
        assert [one.name for one in rows] == names, said


def test_pages_go_on_where_the_last_one_ended(workplace: Workplace) -> None:
    for number in range(5):
        plumber(workplace, name=f"師傅{number}")
    first = service_person.page(workplace, PersonFilter(), limit=3)
    assert first.next_key is not None
    rest = service_person.page(workplace, PersonFilter(), first.next_key, limit=3)
    assert [one.name for one in (*first.rows, *rest.rows)] == [
        f"師傅{number}" for number in (4, 3, 2, 1, 0)
    ]
    assert len(first.rows[0].skills) == 1


def test_a_receptionist_looks_and_does_not_write(workplace: Workplace) -> None:
    known = plumber(workplace)
    desk = at_desk(workplace, "clerk")
    assert service_person.get(desk, known.id).name == "黃志強"
    with pytest.raises(RuleRefused):
        service_person.leave(desk, known.id, known.version, "x")
    assert codes_of(service_person.change_blockers(desk, known)) == ["permission.missing"]


# Suppliers


def test_a_company_says_what_it_does_and_how_it_is_reached(workplace: Workplace) -> None:
    with pytest.raises(RuleRefused) as refused:
        supplier.register(workplace, SupplierEntry())
    assert codes_of(refused.value.reasons) == [
        "supplier.name.missing",
        "supplier.trade.missing",
        "supplier.phone.missing",
    ]
    known = company(workplace)
    with pytest.raises(RuleRefused) as refused:
        company(workplace)
    assert codes_of(refused.value.reasons) == ["supplier.name.taken"]
    known = supplier.change(workplace, known.id, known.version, replace(COMPANY, trade="空調"))
    assert known.trade == "空調"


def test_a_company_whose_agreement_holds_is_not_given_up(workplace: Workplace) -> None:
    firm = company(workplace)
    agreed = with_company(workplace, firm.id)
    with pytest.raises(RuleRefused) as refused:
        supplier.end(workplace, firm.id, firm.version, "質量差")
    assert codes_of(refused.value.reasons) == ["supplier.agreements_hold"]
    entry = EndEntry(TODAY - DAY, "質量差")
    supplier_agreement.end(workplace, agreed.id, agreed.version, entry)
    firm = supplier.end(workplace, firm.id, firm.version, "質量差")
    worker = plumber(workplace, employer=EmployerKind.SUPPLIER, supplier_id=firm.id)
    assert codes_of(refused_for(workplace, worker.id)) == ["supplier.ended"]
    with pytest.raises(RuleRefused) as refused:
        supplier_agreement.register(workplace, company_entry(firm.id))
    assert codes_of(refused.value.reasons) == ["supplier.ended"]
    assert supplier.resume(workplace, firm.id, firm.version).active


# What runs out


def expiring(workplace: Workplace, days: int = 60) -> list[tuple[str, str, str]]:
    with workplace.reading() as reader:
        rows = watch_list.expiring(reader, NOW + days * DAY, 10)
    return [(one.kind, one.who, one.what) for one in rows]


def test_what_runs_out_is_seen_before_it_does(workplace: Workplace, household: Household) -> None:
    plumber(workplace)
    plumber(workplace, name="未到期", skills=(Skill("水電", "證", "", date(2028, 1, 1)),))
    with_company(workplace, company(workplace).id)
    with_household(workplace, household.unit_id)
    assert expiring(workplace, 10) == []
    assert expiring(workplace, 30) == [("service_person", "黃志強", "水電 電工證")]
    assert [one[0] for one in expiring(workplace)] == [
        "service_person",
        "service_agreement",
        "supplier_agreement",
    ] or len(expiring(workplace)) == 3


def test_a_renewed_certificate_and_one_who_left_are_watched_no_more(
    workplace: Workplace, clock: FixedClock
) -> None:
    known = plumber(workplace)
    entry = replace(PLUMBER, skills=(Skill("水電", "電工證", "E-200", date(2029, 1, 1)),))
    known = service_person.change(workplace, known.id, known.version, entry)
    assert expiring(workplace) == []
    known = service_person.change(workplace, known.id, known.version, PLUMBER)
    assert len(expiring(workplace)) == 1
    clock.moment += DAY
    service_person.leave(workplace, known.id, known.version, "離職")
    assert expiring(workplace) == []


def test_a_renewal_that_both_signed_settles_the_old_one(
    workplace: Workplace, household: Household
) -> None:
    old = with_household(workplace, household.unit_id)
    entry = service_agreement.renewal_of(old)
    assert (entry.starts, entry.ends) == (date(2027, 1, 1), date(2027, 12, 31))
    new = service_agreement.renew(workplace, old.id, old.version, entry)
    assert len(expiring(workplace)) == 1
    for party in new.facts.parties:
        signed = SignEntry(party, "曾德華", TODAY)
        new = service_agreement.sign(workplace, new.id, new.version, signed)
    assert expiring(workplace) == []
    assert service_agreement.get(workplace, old.id).next == new.number


@pytest.mark.parametrize("place", [0, 1], ids=["customer", "supplier"])
def test_a_renewal_whose_last_signature_came_by_paper_settles_the_old_one_too(
    workplace: Workplace, household: Household, place: int
) -> None:
    rooms: list[tuple[Any, Any, Signatory]] = [
        (service_agreement, with_household(workplace, household.unit_id), Signatory.OFFICE),
        (supplier_agreement, with_company(workplace, company(workplace).id), Signatory.OFFICE),
    ]
    room, old, by_hand = rooms[place]
    new = room.renew(workplace, old.id, old.version, room.renewal_of(old))
    entry = SignEntry(by_hand, "何經理", TODAY)
    room.sign(workplace, new.id, new.version, entry)
    assert len(expiring(workplace)) == 2
    with workplace.deed(Permission.REGISTER) as work:
        assert room.signed_home(work, new.id, Home(TODAY, "對方"))
        work.commit()
    assert len(expiring(workplace)) == 1


def test_what_was_ended_runs_out_no_more(workplace: Workplace, household: Household) -> None:
    known = with_household(workplace, household.unit_id)
    assert len(expiring(workplace)) == 1
    entry = EndEntry(TODAY, "搬走")
    service_agreement.end(workplace, known.id, known.version, entry)
    assert expiring(workplace) == []


def test_an_auditor_looks_at_everything_and_changes_nothing(workplace: Workplace) -> None:
    desk = at_desk(workplace, "quality", Role.QUALITY_SUPERVISOR)
    assert supplier.everyone(desk) == ()
    with pytest.raises(RuleRefused) as refused:
        supplier.register(desk, SupplierEntry("海昌冷氣工程"))
    assert [one.code for one in refused.value.reasons] == ["permission.missing"]
