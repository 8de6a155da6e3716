"""The rules of the catalogue as tables: agreements in time, who is sent, what a version needs."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest

from desk.domain import agreement_course, price_board, service_person, supplier_agreement
from desk.domain.agreement_course import CourseFacts, CourseState, EndEntry, Signatory
from desk.domain.price_board import BoardFacts, BoardState, FilingKind, Item, ItemEntry
from desk.domain.service_order_rule import OrderRule
from desk.domain.service_person import Employer, Person, Skill

DAY = timedelta(days=1)
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
BOTH = (Signatory.OFFICE, Signatory.SUPPLIER)
HELD = CourseFacts(FIRST, LAST, BOTH, signed=BOTH, copy_asked=True, copy_kept_on=date(2025, 12, 20))
PERSON = Person(1, "黃志強", Employer(), (Skill("水電", "電工證", "1", LAST),), FIRST)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (FIRST - DAY, CourseState.COMING),
        (FIRST, CourseState.IN_FORCE),
        (LAST, CourseState.IN_FORCE),
        (LAST + DAY, CourseState.RUN_OUT),
    ],
)
def test_an_agreement_holds_from_its_first_day_to_its_last(day: date, state: CourseState) -> None:
    assert agreement_course.state(HELD, day) is state
    assert agreement_course.holds(HELD, day) is (state is CourseState.IN_FORCE)
    assert bool(agreement_course.force_blockers(HELD, day)) is (state is not CourseState.IN_FORCE)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"signed": (Signatory.OFFICE,)}, "agreement.signature.supplier"),
        ({"signed": (Signatory.SUPPLIER,)}, "agreement.signature.office"),
        ({"copy_kept_on": None}, "agreement.copy.missing"),
        ({"is_void": True}, "agreement.void"),
        ({"ended_on": FIRST - DAY}, "agreement.ended"),
    ],
)
def test_one_thing_missing_is_enough_that_nobody_is_sent(
    change: dict[str, object], code: str
) -> None:
    facts = replace(HELD, **change)  # type: ignore[arg-type]
    blockers = agreement_course.force_blockers(facts, FIRST)
    assert [one.code for one in blockers] == [code]
    assert not agreement_course.holds(facts, FIRST)
    told = supplier_agreement.dispatch_reasons([facts], FIRST, active=True)
    expected = "supplier_agreement.none" if code == "agreement.void" else code
    assert [(one.code, one.field) for one in told] == [(expected, "person")]


def test_one_agreement_that_holds_is_enough() -> None:
    unsigned = replace(HELD, signed=())
    for agreements in ([unsigned, HELD], [HELD, unsigned], [HELD]):
        assert supplier_agreement.dispatch_reasons(agreements, FIRST, active=True) == ()
    (ended,) = supplier_agreement.dispatch_reasons([HELD], FIRST, active=False)
    assert ended.code == "supplier.ended"


def test_without_the_copy_asked_for_none_is_missing() -> None:
    facts = replace(HELD, copy_asked=False, copy_kept_on=None)
    assert agreement_course.holds(facts, FIRST)


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        (EndEntry(LAST, "x"), []),
        (EndEntry(LAST + DAY, "x"), ["agreement.last_day.late"]),
        (EndEntry(None, ""), ["agreement.last_day.missing", "agreement.why.missing"]),
    ],
)
def test_an_end_has_its_day_and_its_reason(entry: EndEntry, codes: list[str]) -> None:
    told = agreement_course.end_reasons(HELD, entry, FIRST)
    assert [one.code for one in told] == codes


@pytest.mark.parametrize("deed", ["change", "sign", "end", "keep"])
@pytest.mark.parametrize("over", [{"is_void": True}, {"ended_on": FIRST}])
def test_nothing_is_done_with_what_is_over(deed: str, over: dict[str, object]) -> None:
    facts = replace(HELD, **over)  # type: ignore[arg-type]
    blockers = getattr(agreement_course, f"{deed}_blockers")(facts)
    assert blockers[0].code == ("agreement.void" if "is_void" in over else "agreement.ended")


@pytest.mark.parametrize(
    ("active", "skilled", "proven", "expired", "checked"),
    list(product((True, False), repeat=5)),
)
def test_who_is_sent(
    active: bool, skilled: bool, proven: bool, expired: bool, checked: bool
) -> None:
    skill = Skill("水電" if skilled else "木工", "證" if proven else "", "", LAST)
    person = replace(PERSON, active=active, skills=(skill,))
    rule = replace(OrderRule(), skill_checked=checked)
    day = LAST + DAY if expired else LAST
    told = [one.code for one in service_person.dispatch_reasons(person, "水電", day, rule)]
    if not active:
        assert told == ["service_person.left"]
    elif not checked:
        assert told == []
    elif not skilled:
        assert told == ["service_person.skill.missing"]
    elif not proven:
        assert told == ["service_person.certificate.missing"]
    else:
        assert told == (["service_person.certificate.expired"] if expired else [])


def test_the_later_of_two_certificates_counts() -> None:
    old, new = Skill("水電", "舊證", "1", FIRST), Skill("水 電", "新證", "2", LAST)
    person = replace(PERSON, skills=(old, new))
    assert service_person.dispatch_reasons(person, "水電", LAST, OrderRule()) == ()
    (told,) = service_person.dispatch_reasons(person, "水電", LAST + DAY, OrderRule())
    assert told.parameters["day"] == LAST.isoformat()


@pytest.mark.parametrize(
    ("used", "code"),
    [
        ((), "001"),
        (("001", "009"), "010"),
        (("A7", "999"), "1000"),
        (("２",), "001"),
    ],
)
def test_the_next_code_follows_the_highest_that_was_ever_used(
    used: tuple[str, ...], code: str
) -> None:
    assert price_board.next_code(used) == code


@pytest.mark.parametrize("state", list(BoardState))
@pytest.mark.parametrize("codes", [(), ("001",)])
@pytest.mark.parametrize("filing", [None, *FilingKind])
def test_a_version_comes_into_force_with_items_and_its_filing(
    state: BoardState, codes: tuple[str, ...], filing: FilingKind | None
) -> None:
    told = price_board.approve_blockers(BoardFacts(state, codes, filing))
    is_ready = state is BoardState.DRAFT and bool(codes) and filing is not None
    assert (told == ()) is is_ready


def test_differences_are_by_code_and_say_what_changed() -> None:
    tap = Item(1, "001", "水龍頭更換", "個", Decimal(80), "", "水電", FIRST)
    same = replace(tap, id=9, launched_on=LAST)
    assert price_board.differences([tap], [same]) == ()
    dearer, new = replace(tap, price=Decimal(90)), replace(tap, id=2, code="002")
    told = price_board.differences([tap, new], [dearer])
    assert [(one.code, one.after) for one in told] == [("001", dearer), ("002", None)]


def test_a_board_has_an_end() -> None:
    entry = ItemEntry("x", "a", "b", Decimal(1))
    full = [str(number) for number in range(price_board.MOST_ITEMS)]
    assert [one.code for one in price_board.item_reasons(entry, full)] == ["price_board.items.many"]
    assert price_board.item_reasons(entry, full[1:]) == ()
    assert price_board.item_reasons(replace(entry, price=price_board.MOST_PRICE), ()) == ()
    free = replace(entry, price=Decimal(0))
    assert price_board.item_reasons(free, ()) == ()
