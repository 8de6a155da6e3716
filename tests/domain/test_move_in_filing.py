"""R20-R36, R74: what keeps a move-in from being filed, let pass, visited, ended."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desk.domain.estate import ResidentRole
from desk.domain.move_in import Excepted, KeysHanded, MoveInFacts, Person, State
from desk.domain.move_in_filing import (
    ExceptionEntry,
    LeavingFacts,
    MoveOutEntry,
    VisitEntry,
    exception_reasons,
    file_reasons,
    leaving_reasons,
    missing,
    still_missing,
    visit_due,
    visit_reasons,
)
from desk.domain.move_in_rule import MOVE_IN, Arrival, Holder
from desk.domain.reasons import Reason
from tests.domain.move_in_cases import DAY, complete

NEXT = DAY + dt.timedelta(days=1)
FEE = complete().fees[0]


def _without(code: str) -> dict[str, Any]:
    return {"listed": tuple(one for one in complete().listed if one.code != code)}


# Every condition, flipped alone: what it then says, and what the thing is called.
FLIPPED: dict[str, tuple[dict[str, Any], str, str]] = {
    "nobody": (
        {"persons": (Person(2, "何小明", ResidentRole.FAMILY, permanent=False),)},
        "move_in.persons.owner",
        "persons",
    ),
    "registration": ({"registered": False}, "move_in.registration.missing", "registration"),
    "no inspection": ({"inspection": None}, "move_in.inspection.missing", "inspection"),
    "inspection open": (
        {"inspection": (Reason("inspection.unsigned"),)},
        "inspection.unsigned",
        "inspection",
    ),
    "agreement service": (_without("service"), "move_in.agreement.lacking", "agreement:service"),
    "agreement renovation": (
        _without("renovation"),
        "move_in.agreement.lacking",
        "agreement:renovation",
    ),
    "agreement covenant": (
        _without("covenant"),
        "move_in.agreement.lacking",
        "agreement:covenant",
    ),
    "handbook": (_without("handbook"), "move_in.material.lacking", "material:handbook"),
    "guide": (
        _without("renovation_guide"),
        "move_in.material.lacking",
        "material:renovation_guide",
    ),
    "no property fee": ({"fees": ()}, "move_in.fee.property", "fee"),
    "no second look": (
        {"fees": (replace(FEE, looked_by="", receipt_id=None),)},
        "move_in.fee.look",
        "fee:1",
    ),
    "not received": ({"fees": (replace(FEE, receipt_id=None),)}, "move_in.fee.unpaid", "fee:1"),
    "no keys": ({"keys": ()}, "move_in.keys.missing", "keys"),
    "keys not signed": (
        {"keys": (KeysHanded(1, "H1", signed=False),)},
        "move_in.keys.unsigned",
        "keys",
    ),
}


@pytest.mark.parametrize("name", FLIPPED)
def test_r36_each_condition_alone_keeps_the_case_open(name: str) -> None:
    change, code, item = FLIPPED[name]
    facts = complete(**change)
    if name == "nobody":
        facts = replace(facts, documents=complete().documents)
    assert [(one.code, one.field) for one in file_reasons(facts, MOVE_IN)] == [(code, item)]


@pytest.mark.parametrize("name", [name for name in FLIPPED if name != "nobody"])
def test_r36_what_was_let_pass_is_still_missing_but_keeps_nothing_open(name: str) -> None:
    change, _code, item = FLIPPED[name]
    facts = complete(**change, excepted=(Excepted(item, "發展商遲交"),))
    assert [one.field for one in missing(facts, MOVE_IN)] == [item]
    assert file_reasons(facts, MOVE_IN) == ()


def test_everything_that_is_missing_is_said_at_once() -> None:
    facts = MoveInFacts(persons=complete().persons)
    assert len(file_reasons(facts, MOVE_IN)) == 14


@pytest.mark.parametrize("state", [State.FILED, State.MOVED_OUT, State.VOID])
def test_a_case_is_filed_once(state: State) -> None:
    reasons = file_reasons(complete(state=state), MOVE_IN)
    assert [one.code for one in reasons] == [f"move_in.state.{state}"]


def test_r41_of_a_tenant_the_manual_asks_neither_form_fee_keys_nor_inspection() -> None:
    facts = complete(
        Arrival.TENANT, fees=(), keys=(), inspection=None, registered=False, documents=()
    )
    assert file_reasons(facts, MOVE_IN) == ()
    unpaid = replace(facts, fees=(replace(FEE, receipt_id=None),))
    assert [one.code for one in file_reasons(unpaid, MOVE_IN)] == ["move_in.fee.unpaid"]


def test_r21_the_second_look_is_the_policys_to_ask() -> None:
    facts = complete(fees=(replace(FEE, looked_by="", receipt_id=None),))
    calm = replace(MOVE_IN, second_look=False)
    assert [one.code for one in still_missing(facts, calm)] == ["move_in.fee.unpaid"]


# Exceptions


def test_only_what_is_missing_is_let_pass_with_a_reason() -> None:
    facts = complete(keys=())
    assert exception_reasons(facts, MOVE_IN, ExceptionEntry(("keys",), "鑰匙遲到")) == ()
    wrong = ExceptionEntry(("keys", "inspection"), "")
    assert [one.code for one in exception_reasons(facts, MOVE_IN, wrong)] == [
        "move_in.exception.not_missing",
        "move_in.why.missing",
    ]
    assert [one.code for one in exception_reasons(facts, MOVE_IN, ExceptionEntry())] == [
        "move_in.exception.items",
        "move_in.why.missing",
    ]


def test_that_nobody_moves_in_is_never_let_pass() -> None:
    facts = complete(persons=(), documents=())
    entry = ExceptionEntry(("persons",), "?")
    reasons = exception_reasons(facts, MOVE_IN, entry)
    assert [one.code for one in reasons] == ["move_in.exception.persons"]


# The visit


def test_r74_the_visit_is_owed_within_a_week_of_moving_in() -> None:
    assert visit_due(DAY, MOVE_IN) == DAY + dt.timedelta(days=7)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"visited_on": None}, "move_in.visit.day.missing"),
        ({"visited_on": NEXT}, "move_in.visit.day.future"),
        ({"visited_on": DAY - dt.timedelta(days=1)}, "move_in.visit.day.early"),
        ({"person": ""}, "move_in.visit.person.missing"),
        ({"text": ""}, "move_in.visit.text.missing"),
    ],
)
def test_r74_a_visit_says_who_went_when_and_what_was_heard(
    change: dict[str, Any], code: str
) -> None:
    entry = VisitEntry(DAY, "李", alarm=True, text="一切滿意")
    assert visit_reasons(complete(), entry, DAY) == ()
    found = visit_reasons(complete(), replace(entry, **change), DAY)
    assert [one.code for one in found] == [code]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"visited": True}, "move_in.visit.done"),
        ({"state": State.VOID}, "move_in.state.void"),
        ({"state": State.MOVED_OUT}, "move_in.state.moved_out"),
    ],
)
def test_one_visit_is_made_where_somebody_lives(told: dict[str, Any], code: str) -> None:
    found = visit_reasons(complete(**told), VisitEntry(DAY, "李", text="好"), DAY)
    assert [one.code for one in found] == [code]


# Moving out

FREE = LeavingFacts("P1", issued=True, left=True)
TIED: dict[str, tuple[LeavingFacts, list[str]]] = {
    "no pass": (LeavingFacts(), ["move_in.leave.no_pass", "move_in.leave.fees"]),
    "not issued": (
        LeavingFacts("P1", pass_reasons=(Reason("release_pass.fees.missing"),)),
        ["move_in.leave.not_issued", "release_pass.fees.missing"],
    ),
    "not left": (replace(FREE, left=False), ["move_in.leave.not_left"]),
    "a key": (replace(FREE, keys=("K1", "K2")), ["move_in.leave.key"] * 2),
    "an agreement": (replace(FREE, agreements=("D1",)), ["move_in.leave.agreement"]),
    "everything": (
        LeavingFacts(keys=("K1",), agreements=("D1",)),
        [
            "move_in.leave.no_pass",
            "move_in.leave.fees",
            "move_in.leave.key",
            "move_in.leave.agreement",
        ],
    ),
}


def test_a_household_that_nothing_ties_moves_out() -> None:
    facts = complete(state=State.FILED)
    assert leaving_reasons(facts, FREE, MoveOutEntry(DAY), DAY) == ()


@pytest.mark.parametrize("name", TIED)
def test_moving_out_goes_through_the_pass_the_fees_and_the_keys(name: str) -> None:
    leaving, codes = TIED[name]
    found = leaving_reasons(complete(state=State.FILED), leaving, MoveOutEntry(DAY), DAY)
    assert [one.code for one in found] == codes


@pytest.mark.parametrize("state", [State.OPEN, State.MOVED_OUT, State.VOID])
def test_only_who_has_moved_in_moves_out(state: State) -> None:
    found = leaving_reasons(complete(state=state), FREE, MoveOutEntry(DAY), DAY)
    assert [one.code for one in found] == [f"move_in.leaves.{state}"]


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (None, "move_in.left_on.missing"),
        (NEXT, "move_in.left_on.future"),
        (DAY - dt.timedelta(days=1), "move_in.left_on.early"),
    ],
)
def test_the_last_day_lies_between_moving_in_and_today(day: dt.date | None, code: str) -> None:
    found = leaving_reasons(complete(state=State.FILED), FREE, MoveOutEntry(day), DAY)
    assert [one.code for one in found] == [code]


def test_a_companys_case_has_its_owner_without_a_photo() -> None:
    facts = complete(Arrival.OWNER, Holder.COMPANY)
    assert file_reasons(facts, MOVE_IN) == ()
