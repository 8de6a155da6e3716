"""What the sample estate offers for money: a price board in its third version, who does the work,
two suppliers, agreements that hold, run out soon and wait for a signature."""

import json
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from desk.clock import FixedClock
from desk.config import resources_folder
from desk.domain.agreement_course import Signatory, SignEntry
from desk.domain.approval import Answer, Verdict
from desk.domain.permissions import Permission, Role
from desk.domain.price_board import FilingEntry, FilingKind, ItemEntry, ReviewEntry, Reviewer
from desk.domain.service_agreement import ServiceAgreementEntry
from desk.domain.service_person import EmployerKind, PersonEntry, Skill
from desk.domain.supplier import SupplierEntry
from desk.domain.supplier_agreement import SupplierAgreementEntry
from desk.services import (
    department,
    price_board,
    price_board_draft,
    sample_people,
    service_agreement,
    service_person,
    supplier,
    supplier_agreement,
)
from desk.services.department import DepartmentRow
from desk.services.price_board import Version
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.workplace import Workplace

_DAY = timedelta(days=1)
_YEAR = timedelta(days=365)
_LAUNCHED = 12  # days since the newest service was offered
_NEW = 9  # days since the newest person began
_SOON = 21  # days until something runs out


def fill(
    desks: list[Workplace],
    script: Script,
    callers: list[Caller],
    clock: FixedClock,
    span: tuple[int, int],
) -> None:
    """Draw everything up as the office would; `clock` shows today, and does so again afterwards.

    `span` are the days of the estate and its seed.
    """
    today = clock.moment
    try:
        _Office(desks, script, callers, clock, span).play()
    finally:
        clock.moment = today


class _Office:
    """The supervisor draws up, the manager approves."""

    def __init__(
        self,
        desks: list[Workplace],
        script: Script,
        callers: list[Caller],
        clock: FixedClock,
        span: tuple[int, int],
    ) -> None:
        self._lead = _with(desks, Role.SUPERVISOR)
        self._chief = _with(desks, Role.MANAGER)
        self._clerk = _with(desks, Role.RECEPTIONIST)
        path = resources_folder() / "sample" / "services.json"
        self._words: dict[str, Any] = json.loads(path.read_text("utf-8"))[script.region]
        self._region, self._callers, self._clock = script.region, callers, clock
        self._days, seed = span
        self._chance = Random(seed)  # noqa: S311 - a sample, not a secret
        self._now = clock.moment
        self._today: date = self._lead.estate.custom.day(clock.moment)

    def play(self) -> None:
        """The first board at the beginning, then what came later."""
        self._at(self._days)
        self._board(self._words["items"])
        firms = self._suppliers()
        self._people(firms)
        self._with_suppliers(firms)
        self._with_customers()
        if self._days > _LAUNCHED:
            self._at(_LAUNCHED)
            self._board([self._words["launched"]])
        self._at(2)
        self._proposal()

    def _at(self, days: int) -> None:
        self._clock.moment = self._now - days * _DAY

    def _day(self) -> date:
        return self._lead.estate.custom.day(self._clock.moment)

    # The board

    def _board(self, items: list[list[str]]) -> None:
        """A version with these items more: filed, reviewed, approved, on the wall."""
        known = price_board_draft.start(self._lead)
        for name, unit, price, materials, skill in items:
            entry = ItemEntry("", name, unit, Decimal(price), materials, skill)
            known = price_board_draft.put_item(self._lead, known.row.id, known.row.version, entry)
        known = self._filed(known)
        answer = Answer("", "", Verdict.GRANTED)
        known = price_board.approve(self._chief, known.row.id, known.row.version, answer)
        price_board.post(self._clerk, known.row.id, known.row.version, self._day())

    def _filed(self, known: Version) -> Version:
        kind, place, reference = self._words["filing"]
        entry = FilingEntry(FilingKind(kind), self._day(), place, reference)
        known = price_board_draft.file(self._lead, known.row.id, known.row.version, entry)
        for reviewer, person in zip(Reviewer, self._words["reviews"], strict=True):
            review = ReviewEntry(reviewer, person, self._day())
            known = price_board_draft.review(self._lead, known.row.id, known.row.version, review)
        return known

    def _proposal(self) -> None:
        """What was asked for and is not on the board waits on the next draft (R237)."""
        name, unit, price = self._words["proposed"]
        with self._lead.deed(Permission.REGISTER) as work:
            price_board.propose(work, name, unit, Decimal(price), self._words["proposed_why"])
            work.commit()

    # Who does it

    def _suppliers(self) -> list[int]:
        rows = []
        for name, trade, contact, phone, licence in self._words["suppliers"]:
            entry = SupplierEntry(name, trade, contact, phone, licence)
            rows.append(supplier.register(self._lead, entry).id)
        return rows

    def _people(self, firms: list[int]) -> None:
        """The last of them is new; the first one's certificate runs out soon."""
        departments = [one for one in department.departments(self._lead) if one.active]
        people = self._words["people"]
        for place, (name, whose, skills) in enumerate(people):
            of_firm = whose.startswith("supplier")
            since = self._today - _NEW * _DAY if place == len(people) - 1 else None
            entry = PersonEntry(
                name=name,
                phone=sample_people.phone(self._chance, self._region),
                employer=EmployerKind.SUPPLIER if of_firm else EmployerKind(whose),
                department_id=_works(departments).id if whose == "department" else None,
                supplier_id=firms[whose == "supplier2"] if of_firm else None,
                since=since or self._day() - self._chance.randrange(200, 1500) * _DAY,
                skills=tuple(self._skill(one, place) for one in skills),
            )
            service_person.register(self._lead, entry)

    def _skill(self, code: str, place: int) -> Skill:
        certificate, letter = self._words["certificates"][code]
        number = f"{letter}{self._chance.randrange(10**5, 10**6)}"
        left = _SOON * _DAY if place == 0 else self._chance.randrange(300, 1200) * _DAY
        return Skill(code, certificate, number, self._today + left)

    # What was agreed

    def _with_suppliers(self, firms: list[int]) -> None:
        """One holds for long; the other one runs out soon."""
        for place, firm in enumerate(firms):
            ends = self._today + (_SOON * _DAY if place else _YEAR // 2)
            entry = SupplierAgreementEntry(
                supplier_id=firm,
                scope=tuple(self._words["scope"][place]),
                charge=self._words["charge"],
                starts=ends - 2 * _YEAR + _DAY,
                ends=ends,
            )
            known = supplier_agreement.register(self._clerk, entry)
            contact = self._words["suppliers"][place][2]
            signers = {Signatory.OFFICE: self._chief.actor.name, Signatory.SUPPLIER: contact}
            for party, person in signers.items():
                signed = SignEntry(party, person, self._day())
                known = supplier_agreement.sign(self._clerk, known.id, known.version, signed)
            supplier_agreement.keep_copy(self._clerk, known.id, known.version, self._day())

    def _with_customers(self) -> None:
        """One since the beginning, one that is new, one that waits for its customer."""
        begins = (self._days, min(self._days, 20), min(self._days, 3))
        for place, (caller, days) in enumerate(zip(self._homes(), begins, strict=False)):
            self._at(days)
            starts = self._day()
            entry = ServiceAgreementEntry(
                unit_id=caller.unit_id,
                customer=caller.name,
                phone=caller.phone,
                content=tuple(self._words["content"]),
                starts=starts,
                ends=starts + _YEAR - _DAY,
                amount=Decimal(self._words["amount"]),
                charge=self._words["paid"],
                office_terms=self._words["ours"],
                customer_terms=self._words["theirs"],
            )
            known = service_agreement.register(self._clerk, entry)
            signers = {Signatory.OFFICE: self._chief.actor.name, Signatory.CUSTOMER: caller.name}
            for party, person in list(signers.items())[: 1 if place == 2 else 2]:
                signed = SignEntry(party, person, starts)
                known = service_agreement.sign(self._clerk, known.id, known.version, signed)

    def _homes(self) -> list[Caller]:
        """Three callers of three homes."""
        homes = {one.unit_id: one for one in reversed(self._callers)}
        return self._chance.sample(list(homes.values()), min(3, len(homes)))


def _works(departments: list[DepartmentRow]) -> DepartmentRow:
    """The department of works, where there is one."""
    return next((one for one in departments if "工" in one.name), departments[0])


def _with(desks: list[Workplace], role: Role) -> Workplace:
    return next(desk for desk in desks if desk.actor.role is role)
