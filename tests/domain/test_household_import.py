"""Rows of a sheet against what the estate knows: new, changed, unchanged, and every fault."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

from desk.domain import household_import, household_rows
from desk.domain.estate import (
    IdentityDocument,
    IdentityKind,
    InstructionEntry,
    PersonKind,
    Region,
    ResidentEntry,
    ResidentRole,
)
from desk.domain.household_layout import Cell, Fault, layout
from desk.domain.household_plan import (
    KnownEstate,
    KnownInstruction,
    KnownResident,
    KnownUnit,
    PlannedRow,
    Status,
)
from desk.domain.household_rows import Custom
from desk.domain.household_sheet import Words
from desk.domain.room import Room
from desk.domain.unit import unit_key

TODAY = date(2026, 11, 21)
HEAD = (
    "座別", "單元", "樓層", "室號", "姓名", "住戶身分", "自然人或法人", "任職公司", "電話1",
    "電話2", "證件類別", "證件號碼", "備註", "留意事項", "留意開始日期", "留意結束日期",
)  # fmt: skip
NOBODY = KnownEstate((), ())


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _custom(region: Region = Region.HK) -> Custom:
    return Custom(region, TODAY, _read_day, Words.known())


def _row(**cells: Cell) -> list[Cell]:
    usual: dict[str, Cell] = {"座別": "A", "樓層": "12", "室號": "B", "姓名": "陳大文"}
    given = usual | cells
    return [given.get(heading) for heading in HEAD]


def _plan(
    *rows: Sequence[Cell], known: KnownEstate = NOBODY, region: Region = Region.HK
) -> tuple[tuple[PlannedRow, ...], tuple[Fault, ...]]:
    custom = _custom(region)
    found = layout([HEAD], custom.words)
    assert found is not None
    sheet, faults = household_rows.read([HEAD, *rows], found, custom)
    planned, between = household_import.plan(sheet, known, found, custom)
    return planned, (*faults, *between)


def _faults(*rows: Sequence[Cell], region: Region = Region.HK) -> list[tuple[int, str, str]]:
    _, faults = _plan(*rows, region=region)
    return [(fault.row, fault.heading, fault.reason.code) for fault in faults]


def _known(*residents: KnownResident, instructions: Sequence[KnownInstruction] = ()) -> KnownEstate:
    unit = KnownUnit(7, Room("A座", "", "12", "B"), "A座12樓B室", residents, tuple(instructions))
    return KnownEstate(("A座",), (unit,))


CHEN = ResidentEntry(
    name="陳大文",
    role=ResidentRole.TENANT,
    phones=("9123 4567",),
    documents=(IdentityDocument(IdentityKind.HKID, "A1234563"),),
    note="養狗",
)


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("座別", "", "building.name.missing"),
        ("座別", "—", "building.name.missing"),
        ("室號", datetime(2026, 3, 2), "import.cell.day"),  # noqa: DTZ001
        ("室號", 1.5, "import.cell.figures_lost"),
        ("姓名", True, "import.cell.not_text"),
        ("姓名", "陳" * 81, "text.too_long"),
        ("姓名", "陳" * 5_000_000, "text.too_long"),
        ("住戶身分", "朋友", "import.word.unknown"),
        ("自然人或法人", "鬼", "import.word.unknown"),
        ("電話1", "12", "phone.shape"),
        ("電話1", "不詳", "phone.shape"),
        ("電話1", 9.123e20, "import.cell.figures_lost"),
        ("證件類別", "圖書證", "identity.number.missing"),
        ("證件號碼", 4.4e17, "import.identity.number_cell"),
        ("證件號碼", 12345678, "import.identity.number_cell"),
        ("證件號碼", "4.4E+17", "import.identity.number_cell"),
        ("證件號碼", "A123456(4)", "identity.hkid.check_digit"),
        ("證件號碼", "A12345", "identity.hkid.shape"),
        ("備註", "字" * 2_001, "text.too_long"),
        ("留意事項", "", "instruction.text.missing"),
    ],
)
def test_a_fault_is_told_at_its_row_and_column(column: str, cell: Cell, code: str) -> None:
    cells = {column: cell}
    if code == "instruction.text.missing":
        cells["留意開始日期"] = "2026-01-01"
    found = _faults(_row(), _row(**({"室號": "C"} | cells)))
    heading = "證件號碼" if code == "identity.number.missing" else column
    assert found == [(3, heading, code)]


def test_a_day_that_is_none_is_told() -> None:
    told = _faults(_row(留意事項="x", 留意開始日期="31/2", 留意結束日期=46024.0))
    assert told == [
        (2, "留意開始日期", "import.day.unreadable"),
        (2, "留意結束日期", "import.day.unreadable"),
    ]


def test_every_fault_of_a_row_is_told_at_once() -> None:
    told = _faults(_row(座別="", 電話1="1", 證件號碼=1.0, 住戶身分="?!x"))
    assert {code for _, _, code in told} == {
        "building.name.missing",
        "phone.shape",
        "import.identity.number_cell",
        "import.word.unknown",
    }


def test_a_unit_needs_a_floor_or_a_door() -> None:
    assert _faults(_row(樓層="", 室號="")) == [(2, "室號", "unit.door.missing")]
    assert _faults(_row(樓層="", 室號="12B")) == []
    assert _faults(_row(樓層="12", 室號="")) == []


def test_a_phone_kept_as_a_number_is_taken_when_its_figures_are_whole() -> None:
    (planned,), faults = _plan(_row(電話1=91234567.0))
    assert not faults
    assert planned.resident is not None
    assert planned.resident.phones == ("91234567",)


def test_a_phone_that_lost_its_zero_is_refused_with_that_reason() -> None:
    told = _faults(_row(電話1=912345678.0), region=Region.TW)
    assert told == [(2, "電話1", "import.phone.zero_lost")]


def test_several_phones_and_papers_stand_in_one_cell() -> None:
    (planned,), faults = _plan(
        _row(
            電話1="9123 4567; 2345 6789",
            電話2="9123 4567",
            證件類別="香港身份證；護照",
            證件號碼="A123456(3)；K1234567",
        )
    )
    assert not faults
    assert planned.resident is not None
    assert planned.resident.phones == ("9123 4567", "2345 6789")
    assert planned.resident.documents == (
        IdentityDocument(IdentityKind.HKID, "A1234563"),
        IdentityDocument(IdentityKind.PASSPORT, "K1234567"),
    )


def test_kinds_of_papers_must_match_their_numbers() -> None:
    told = _faults(_row(證件類別="護照; 護照", 證件號碼="K1234567"))
    assert told == [(2, "證件類別", "import.identity.kinds")]


def test_company_staff_name_their_company() -> None:
    assert _faults(_row(住戶身分="公司員工")) == [(2, "任職公司", "resident.company.missing")]


def test_facts_about_nobody_are_refused_and_a_vacant_unit_is_not() -> None:
    assert _faults(_row(姓名="", 電話1="91234567")) == [(2, "姓名", "resident.name.missing")]
    (planned,), faults = _plan(_row(姓名=""))
    assert not faults
    assert (planned.status, planned.resident) == (Status.NEW, None)


def test_the_same_name_twice_in_a_unit_is_refused_and_in_two_units_is_not() -> None:
    assert _faults(_row(), _row(座別="A座", 樓層="12/F")) == [(3, "姓名", "import.resident.twice")]
    assert _faults(_row(), _row(室號="C")) == []


def test_two_of_one_name_whom_the_unit_knows_are_matched_in_order() -> None:
    known = _known(KnownResident(1, CHEN, True), KnownResident(2, CHEN, True))
    planned, faults = _plan(_row(備註="養狗"), _row(備註="養貓"), known=known)
    assert not faults
    assert [row.status for row in planned] == [Status.UNCHANGED, Status.CHANGED]
    assert planned[1].resident_id == 2


def test_a_bare_unit_said_twice_is_refused() -> None:
    assert _faults(_row(姓名=""), _row(姓名="")) == [(3, "", "import.unit.twice")]


def test_blank_rows_and_comments_say_nothing() -> None:
    planned, faults = _plan([], ["", None], ["# 座別 A"], _row())
    assert not faults
    assert [row.row for row in planned] == [5]


@pytest.mark.parametrize("building", ["A", "A座", "a座", "Ａ座", "Block A"])
def test_a_unit_is_known_in_any_writing(building: str) -> None:
    (planned,), _ = _plan(_row(座別=building), known=_known(KnownResident(1, CHEN, True)))
    assert (planned.unit_id, planned.label, planned.status) == (7, "A座12樓B室", Status.UNCHANGED)


def test_different_rooms_have_different_keys() -> None:
    rooms = [
        Room("A", "", "12", "B"),
        Room("A1", "", "2", "B"),
        Room("A", "1", "2", "B"),
        Room("A", "", "1", "2B"),
        Room("B", "", "12", "B"),
    ]
    assert len({unit_key(room) for room in rooms}) == len(rooms)
    assert unit_key(Room("3", "2", "12", "1201")) == unit_key(Room("3栋", "2单元", "", "1201"))


def test_a_name_is_never_converted_to_the_other_script() -> None:
    (planned,), _ = _plan(_row(姓名="陈大文"), known=_known(KnownResident(1, CHEN, True)))
    assert (planned.status, planned.resident_id) == (Status.NEW, None)


def test_what_is_blank_leaves_alone_what_is_known() -> None:
    (planned,), _ = _plan(_row(), known=_known(KnownResident(1, CHEN, True)))
    assert planned.status is Status.UNCHANGED
    assert planned.resident is None


def test_the_same_figures_written_otherwise_change_nothing() -> None:
    known = _known(KnownResident(1, CHEN, True))
    (planned,), _ = _plan(_row(電話1="+852 91234567", 證件號碼="a123456(3)"), known=known)
    assert planned.status is Status.UNCHANGED


def test_what_changes_is_told_field_by_field_with_papers_masked() -> None:
    known = _known(KnownResident(1, CHEN, True))
    (planned,), _ = _plan(
        _row(住戶身分="業主", 電話1="23456789", 證件類別="護照", 證件號碼="K1234567", 備註="養貓"),
        known=known,
    )
    assert planned.status is Status.CHANGED
    assert [(one.field, one.old, one.new) for one in planned.changes] == [
        ("role", "tenant", "owner"),
        ("note", "養狗", "養貓"),
        ("phones", "9123 4567", "23456789"),
        ("documents", "A123***(*)", "K123****"),
    ]
    assert planned.resident == replace(
        CHEN,
        role=ResidentRole.OWNER,
        phones=("23456789",),
        note="養貓",
        documents=(IdentityDocument(IdentityKind.PASSPORT, "K1234567"),),
    )


def test_who_had_left_and_stands_in_the_sheet_lives_there_again() -> None:
    (planned,), _ = _plan(_row(), known=_known(KnownResident(1, CHEN, False)))
    assert planned.status is Status.CHANGED
    assert [(one.field, one.new) for one in planned.changes] == [("active", "yes")]


def test_an_instruction_without_a_first_day_holds_from_today_and_is_known_tomorrow() -> None:
    (planned,), _ = _plan(_row(留意事項="先致電"))
    assert planned.instruction == InstructionEntry("先致電", TODAY, None)
    yesterday = KnownInstruction(3, InstructionEntry("先致電", date(2026, 11, 20), None))
    known = _known(KnownResident(1, CHEN, True), instructions=[yesterday])
    (again,), _ = _plan(_row(留意事項="先致電"), known=known)
    assert (again.status, again.instruction) == (Status.UNCHANGED, None)


def test_an_instruction_said_beside_each_resident_is_one() -> None:
    planned, faults = _plan(_row(留意事項="先致電"), _row(姓名="李小明", 留意事項="先致電"))
    assert not faults
    assert [row.instruction is not None for row in planned] == [True, False]


def test_an_instruction_with_two_last_days_is_refused() -> None:
    told = _faults(
        _row(留意事項="先致電", 留意結束日期="2026-12-01"),
        _row(姓名="李小明", 留意事項="先致電", 留意結束日期="2026-12-02"),
    )
    assert told == [(3, "留意結束日期", "import.instruction.twice")]


def test_an_instruction_that_ends_before_it_starts_is_refused() -> None:
    told = _faults(_row(留意事項="x", 留意開始日期="2026-12-02", 留意結束日期=date(2026, 12, 1)))
    assert told == [(2, "留意結束日期", "instruction.ends_before_start")]


def test_another_last_day_changes_the_known_instruction() -> None:
    known = _known(
        KnownResident(1, CHEN, True),
        instructions=[KnownInstruction(3, InstructionEntry("先致電", TODAY, None))],
    )
    (planned,), _ = _plan(_row(留意事項="先致電", 留意結束日期="2026-12-31"), known=known)
    assert (planned.status, planned.instruction_id) == (Status.CHANGED, 3)
    assert [(one.field, one.old, one.new) for one in planned.changes] == [
        ("ends", "", "2026-12-31")
    ]


def test_a_new_building_is_written_as_it_was_first_written() -> None:
    planned, _ = _plan(_row(座別="C座"), _row(座別="c", 室號="C"))
    assert [row.room.building for row in planned] == ["C座", "C座"]


def test_a_company_is_a_legal_person() -> None:
    (planned,), faults = _plan(_row(姓名="海昌有限公司", 自然人或法人="法人", 證件號碼="12345678"))
    assert not faults
    assert planned.resident is not None
    assert planned.resident.kind is PersonKind.LEGAL
    assert planned.resident.documents[0].kind is IdentityKind.BUSINESS_REGISTRATION
