"""What a clerk does with buildings, units, residents and instructions, and who may."""

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from desk.clock import FixedClock
from desk.domain.estate import (
    IdentityDocument,
    IdentityKind,
    InstructionEntry,
    PersonKind,
    ResidentEntry,
    ResidentRole,
)
from desk.domain.permissions import Role
from desk.domain.room import Room
from desk.domain.staff import AccountEntry
from desk.errors import NotFound, RuleRefused, StaleRecord
from desk.services import estate, household, instruction, resident, sign_in, staff
from desk.services.household import ResidentView
from desk.services.workplace import Workplace
from desk.wording import SENTENCES
from tests.conftest import CHEAP, PASSWORD

TODAY = date(2026, 11, 21)
HKID = IdentityDocument(IdentityKind.HKID, "a123456(3)")


def _as(workplace: Workplace, role: Role) -> Workplace:
    staff.add(workplace, AccountEntry(role, "某人", role), PASSWORD, CHEAP)
    return sign_in.switch(workplace, role, PASSWORD)


def _codes(deed: Callable[[], object]) -> list[tuple[str, str | None]]:
    with pytest.raises(RuleRefused) as refused:
        deed()
    assert all(reason.code in SENTENCES for reason in refused.value.reasons)
    return [(reason.code, reason.field) for reason in refused.value.reasons]


def _labels(workplace: Workplace, text: str = "") -> list[str]:
    return [row.label for row in household.units(workplace, text).rows]


@pytest.fixture
def unit_id(workplace: Workplace) -> int:
    """A座12樓B室, empty."""
    return estate.add_unit(workplace, Room("A", "", "12", "B"))


def _only(workplace: Workplace, unit_id: int) -> ResidentView:
    (view,) = household.household(workplace, unit_id).residents
    return view


# Buildings and units


def test_a_unit_is_labelled_by_custom_and_brings_its_building(workplace: Workplace) -> None:
    estate.add_unit(workplace, Room("A", "", "12", "B"))
    estate.add_unit(workplace, Room("A座", "", "2", "B"))
    assert _labels(workplace) == ["A座2樓B室", "A座12樓B室"]


def test_one_place_is_one_unit_in_whatever_writing(workplace: Workplace, unit_id: int) -> None:
    place = Room("Ａ座", "", "12/F", "b")
    assert _codes(lambda: estate.add_unit(workplace, place)) == [("unit.exists", "door")]


def test_a_place_that_says_nothing_is_refused_with_every_reason(workplace: Workplace) -> None:
    assert _codes(lambda: estate.add_unit(workplace, Room(" ", "", "", "\u202e"))) == [
        ("building.name.missing", "building"),
        ("unit.door.missing", "door"),
    ]
    assert _codes(lambda: estate.add_unit(workplace, Room("A", "", "1" * 21, "B"))) == [
        ("text.too_long", "floor")
    ]


def test_a_unit_that_moves_takes_its_residents_along(workplace: Workplace, unit_id: int) -> None:
    resident.add(workplace, unit_id, ResidentEntry("陳大文"))
    unit = household.household(workplace, unit_id).unit
    estate.change_unit(workplace, unit_id, unit.version, Room("B", "", "3", "C"))
    assert _labels(workplace, "陳 B座3樓") == ["B座3樓C室"]
    assert _labels(workplace, "12樓") == []


def test_a_unit_changed_by_somebody_else_is_not_overwritten(
    workplace: Workplace, unit_id: int
) -> None:
    unit = household.household(workplace, unit_id).unit
    estate.change_unit(workplace, unit_id, unit.version, Room("A", "", "12", "C"))
    with pytest.raises(StaleRecord):
        estate.change_unit(workplace, unit_id, unit.version, Room("A", "", "12", "D"))


# Residents


def test_a_resident_is_written_down_clean_and_found(workplace: Workplace, unit_id: int) -> None:
    entry = ResidentEntry(
        name=" 陳\u202e大文\x00 ",
        role=ResidentRole.STAFF,
        company="海昌  有限公司",
        phones=("9123 4567", "", "9123 4567", "+86 138 0013 8000"),
        documents=(HKID,),
        note="一\r\n二",
    )
    resident.add(workplace, unit_id, entry)
    view = _only(workplace, unit_id)
    assert (view.name, view.company, view.note) == ("陳大文", "海昌 有限公司", "一\n二")
    assert view.phones == ("9123 4567", "+86 138 0013 8000")
    assert view.documents[0].masked == "A123***(*)"
    for text in ("cdw", "8000", "海昌", "12b 陳大"):
        assert _labels(workplace, text) == ["A座12樓B室"], text


def test_everything_that_is_wrong_with_a_resident_is_told_at_once(
    workplace: Workplace, unit_id: int
) -> None:
    entry = ResidentEntry(
        name="",
        role=ResidentRole.STAFF,
        phones=("1", "2"),
        documents=(IdentityDocument(IdentityKind.HKID, "A123456(4)"),),
        note="x" * 2_001,
    )
    assert set(_codes(lambda: resident.add(workplace, unit_id, entry))) == {
        ("text.too_long", "note"),
        ("resident.name.missing", "name"),
        ("resident.company.missing", "company"),
        ("phone.shape", "phones"),
        ("identity.hkid.check_digit", "number"),
    }


def test_a_name_stands_once_in_a_household(workplace: Workplace, unit_id: int) -> None:
    first = resident.add(workplace, unit_id, ResidentEntry("陳大文"))
    twice = [("resident.name.twice", "name")]
    assert _codes(lambda: resident.add(workplace, unit_id, ResidentEntry("陳大文"))) == twice
    resident.end(workplace, first, 1)
    resident.add(workplace, unit_id, ResidentEntry("陳大文"))
    assert _codes(lambda: resident.bring_back(workplace, first, 2)) == twice


def test_a_resident_is_corrected_and_no_longer_found_as_before(
    workplace: Workplace, unit_id: int
) -> None:
    resident.add(workplace, unit_id, ResidentEntry("陳大文", phones=("91234567", "23456789")))
    view = _only(workplace, unit_id)
    resident.change(
        workplace, view, ResidentEntry("陳小文", kind=PersonKind.NATURAL, phones=("61234568",))
    )
    after = _only(workplace, unit_id)
    assert (after.name, after.phones) == ("陳小文", ("61234568",))
    assert _labels(workplace, "4568") == ["A座12樓B室"]
    for gone in ("4567", "6789", "陳大文"):
        assert _labels(workplace, gone) == [], gone


def test_phones_changed_by_somebody_else_are_not_overwritten(
    workplace: Workplace, unit_id: int
) -> None:
    resident.add(workplace, unit_id, ResidentEntry("陳大文", phones=("91234567",)))
    seen = _only(workplace, unit_id)
    resident.change(workplace, seen, ResidentEntry("陳大文", phones=("91234567", "23456789")))
    with pytest.raises(StaleRecord):
        resident.change(workplace, seen, ResidentEntry("陳大文", phones=("61234567",)))


def test_who_leaves_is_kept_but_no_longer_of_the_household(
    workplace: Workplace, unit_id: int
) -> None:
    added = resident.add(workplace, unit_id, ResidentEntry("陳大文"))
    resident.end(workplace, added, 1)
    seen = household.household(workplace, unit_id)
    assert (seen.residents, [one.name for one in seen.former]) == ((), ["陳大文"])
    assert household.units(workplace).rows[0].names == ()
    resident.bring_back(workplace, added, 2)
    assert _only(workplace, unit_id).name == "陳大文"


# Identity papers


def test_a_paper_is_masked_and_each_look_at_it_is_recorded(
    workplace: Workplace, unit_id: int
) -> None:
    resident.add(workplace, unit_id, ResidentEntry("陳大文", documents=(HKID,)))
    clerk = _as(workplace, Role.RECEPTIONIST)
    (paper,) = _only(clerk, unit_id).documents
    assert "A1234563" not in repr(household.household(clerk, unit_id))
    assert household.see_identity(clerk, paper.id) == "A1234563"
    with workplace.reading() as reader:
        rows = reader.exec_driver_sql(
            "SELECT actor_id, record_id, changes FROM history WHERE deed = 'seen'"
        ).all()
    assert [tuple(row) for row in rows] == [
        (clerk.actor.id, paper.id, json.dumps({"resident_id": 1}))
    ]


def test_who_may_not_see_papers_sees_none_and_phones_but_masked(
    workplace: Workplace, unit_id: int
) -> None:
    entry = ResidentEntry("陳大文", phones=("9123 4567",), documents=(HKID,))
    resident.add(workplace, unit_id, entry)
    quality = _as(workplace, Role.QUALITY_SUPERVISOR)
    view = _only(quality, unit_id)
    assert view.phones == ("9123 ****",)
    assert _codes(lambda: household.see_identity(quality, view.documents[0].id)) == [
        ("permission.missing", None)
    ]


def test_a_paper_is_added_once_and_taken_away(workplace: Workplace, unit_id: int) -> None:
    added = resident.add(workplace, unit_id, ResidentEntry("陳大文", documents=(HKID,)))
    assert _codes(lambda: resident.add_document(workplace, added, HKID)) == [
        ("identity.number.twice", "number")
    ]
    passport = IdentityDocument(IdentityKind.PASSPORT, "k1234567")
    paper = resident.add_document(workplace, added, passport)
    assert household.see_identity(workplace, paper) == "K1234567"
    resident.remove_document(workplace, paper)
    assert len(_only(workplace, unit_id).documents) == 1
    with pytest.raises(NotFound):
        household.see_identity(workplace, paper)


# Standing instructions


def test_an_instruction_holds_from_its_first_to_its_last_day_by_the_estates_clock(
    workplace: Workplace, unit_id: int, clock: FixedClock
) -> None:
    instruction.add(workplace, unit_id, InstructionEntry("先致電", TODAY, TODAY))
    instruction.add(workplace, unit_id, InstructionEntry("將來", TODAY + timedelta(days=2)))

    def holding() -> list[str]:
        return [one.text for one in household.household(workplace, unit_id).instructions]

    assert holding() == ["先致電"]
    clock.advance(timedelta(hours=9))  # 23:30 in Hong Kong
    assert holding() == ["先致電"]
    clock.advance(timedelta(hours=1))  # 00:30, though the day of UTC is the same
    assert holding() == []
    clock.advance(timedelta(days=1))
    assert holding() == ["將來"]


def test_an_instruction_is_corrected_and_ended(workplace: Workplace, unit_id: int) -> None:
    first = instruction.add(workplace, unit_id, InstructionEntry("a", TODAY - timedelta(days=9)))
    changed = InstructionEntry("b", TODAY - timedelta(days=9))
    instruction.change(workplace, first, 1, changed)
    with pytest.raises(StaleRecord):
        instruction.change(workplace, first, 1, changed)
    instruction.end(workplace, first, 2)
    seen = household.household(workplace, unit_id)
    assert seen.instructions == ()
    assert [(one.text, one.ends) for one in seen.other_instructions] == [
        ("b", TODAY - timedelta(days=1))
    ]


def test_an_instruction_that_never_held_is_taken_away_and_the_history_knows(
    workplace: Workplace, unit_id: int
) -> None:
    added = instruction.add(workplace, unit_id, InstructionEntry("x", TODAY))
    instruction.end(workplace, added, 1)
    assert household.household(workplace, unit_id).other_instructions == ()
    with workplace.reading() as reader:
        deeds = reader.exec_driver_sql(
            "SELECT deed FROM history WHERE kind = 'standing_instruction' ORDER BY id"
        ).scalars()
        assert list(deeds) == ["created", "removed"]


def test_an_instruction_says_something_and_does_not_end_before_it_starts(
    workplace: Workplace, unit_id: int
) -> None:
    entry = InstructionEntry(" ", TODAY, TODAY - timedelta(days=1))
    assert _codes(lambda: instruction.add(workplace, unit_id, entry)) == [
        ("instruction.text.missing", "text"),
        ("instruction.ends_before_start", "ends"),
    ]


# Who may


def test_a_receptionist_changes_no_household(workplace: Workplace, unit_id: int) -> None:
    added = resident.add(workplace, unit_id, ResidentEntry("陳大文"))
    clerk = _as(workplace, Role.RECEPTIONIST)
    for deed in (
        lambda: estate.add_unit(clerk, Room("C", "", "1", "A")),
        lambda: resident.add(clerk, unit_id, ResidentEntry("李")),
        lambda: resident.end(clerk, added, 1),
        lambda: resident.add_document(clerk, added, HKID),
        lambda: instruction.add(clerk, unit_id, InstructionEntry("x", TODAY)),
    ):
        assert _codes(deed) == [("permission.missing", None)]


def test_there_is_no_such_household(workplace: Workplace) -> None:
    with pytest.raises(NotFound):
        household.household(workplace, 99)


def test_units_are_paged_in_their_natural_order(workplace: Workplace) -> None:
    for floor in (10, 2, 1, 11, 3):
        estate.add_unit(workplace, Room("A", "", str(floor), "B"))
    first = household.units(workplace, limit=3)
    second = household.units(workplace, after=first.next_key, limit=3)
    labels = [row.label for row in (*first.rows, *second.rows)]
    assert labels == [f"A座{floor}樓B室" for floor in (1, 2, 3, 10, 11)]
    assert second.next_key is None
