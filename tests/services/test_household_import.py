"""Households in and out: all or nothing, the same again and again, written down."""

import csv
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Calendar, Region, ResidentEntry
from desk.domain.household_sheet import LANGUAGES, Column, heading
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.errors import EnvironmentFault, RuleRefused
from desk.models.unit_of_work import UnitOfWork
from desk.models.vault import Cost
from desk.services import (
    household,
    household_export,
    household_import,
    resident,
    sign_in,
    spreadsheet,
    staff,
)
from desk.services.household_import import Outcome, Status
from desk.services.workplace import Workplace
from desk.wording import sentence
from tests.conftest import CHEAP, PASSWORD

HEAD = [
    "座別", "樓層", "室號", "姓名", "住戶身分", "電話1", "證件類別", "證件號碼", "備註",
    "留意事項", "留意開始日期", "留意結束日期",
]  # fmt: skip
ROWS = [
    ["A", "12", "B", "陳大文", "業主", "9123 4567", "", "A123456(3)", "", "致電", "2026-01-01", ""],
    ["A", "12", "B", "李小明", "租戶", "", "", "", "=1+1", "", "", ""],
    ["A", "12", "C", "歐陽𠮷", "業主", "+886 912 345 678", "護照", "K1234567", "", "", "", ""],
    ["A", "13", "A", "", "", "", "", "", "", "空置，鑰匙在管理處", "2026-02-01", "2026-12-31"],
    ["B", "1", "1", "O'Brien, Seán", "業主", "", "", "", "", "", "", ""],
]  # fmt: skip

Make = Callable[..., Path]


@pytest.fixture
def sheet(tmp_path: Path) -> Make:
    """Writes a csv file of these rows below the headings."""

    def make(*rows: Sequence[str], name: str = "in.csv") -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEAD, *rows])
        return path

    return make


def _as(workplace: Workplace, role: Role) -> Workplace:
    staff.add(workplace, AccountEntry(role, "某人", role), PASSWORD, CHEAP)
    return sign_in.switch(workplace, role, PASSWORD)


def _history(workplace: Workplace, deed: str) -> list[tuple[int, dict[str, object]]]:
    with workplace.reading() as reader:
        rows = reader.exec_driver_sql(
            "SELECT actor_id, changes FROM history WHERE deed = ? AND kind = 'estate'", (deed,)
        )
        return [(row[0], json.loads(row[1])) for row in rows]


def _count(workplace: Workplace, table: str) -> int:
    with workplace.reading() as reader:
        return int(reader.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def _carried(workplace: Workplace, path: Path) -> Outcome:
    plan = household_import.read(workplace, path)
    assert plan.faults == ()
    return household_import.carry_out(workplace, plan)


def test_a_preview_writes_nothing(workplace: Workplace, sheet: Make) -> None:
    plan = household_import.read(workplace, sheet(*ROWS))
    assert plan.faults == ()
    assert plan.count(Status.NEW) == len(ROWS)
    assert _count(workplace, "unit") == _count(workplace, "resident") == 0


def test_an_import_brings_units_people_and_instructions(workplace: Workplace, sheet: Make) -> None:
    assert _carried(workplace, sheet(*ROWS)) == Outcome(new=5)
    first = household.units(workplace).rows[0]
    assert (first.label, first.names) == ("A座12樓B室", ("陳大文", "李小明"))
    seen = household.household(workplace, first.id)
    chen, li = seen.residents
    assert (chen.phones, chen.documents[0].masked) == (("9123 4567",), "A123***(*)")
    assert (li.role, li.note) == ("tenant", "=1+1")
    assert [one.text for one in seen.instructions] == ["致電"]
    assert household.see_identity(workplace, chen.documents[0].id) == "A1234563"


def test_what_was_imported_is_found(workplace: Workplace, sheet: Make) -> None:
    _carried(workplace, sheet(*ROWS))
    for text in ("陳大文", "cdw", "4567", "12b 陳", "A座12樓B室"):
        assert [one.label for one in household.units(workplace, text).rows] == ["A座12樓B室"], text


def test_the_second_time_nothing_changes(workplace: Workplace, sheet: Make) -> None:
    path = sheet(*ROWS)
    _carried(workplace, path)
    entries = _count(workplace, "history")
    assert _carried(workplace, path) == Outcome(unchanged=5)
    assert _count(workplace, "history") == entries + 1  # that there was an import


def test_only_what_changed_is_written(workplace: Workplace, sheet: Make) -> None:
    _carried(workplace, sheet(*ROWS))
    entries = _count(workplace, "history")
    changed = [[*ROWS[0][:5], "2345 6789", *ROWS[0][6:]], *ROWS[1:]]
    plan = household_import.read(workplace, sheet(*changed))
    assert [row.status for row in plan.rows] == [Status.CHANGED] + [Status.UNCHANGED] * 4
    assert household_import.carry_out(workplace, plan) == Outcome(changed=1, unchanged=4)
    assert _count(workplace, "history") == entries + 2
    assert household.units(workplace, "6789").rows
    assert not household.units(workplace, "4567").rows


def test_who_is_not_in_the_sheet_is_left_alone(workplace: Workplace, sheet: Make) -> None:
    _carried(workplace, sheet(*ROWS))
    _carried(workplace, sheet(ROWS[1]))
    assert len(household.household(workplace, 1).residents) == 2


def test_who_left_comes_back_with_the_sheet(workplace: Workplace, sheet: Make) -> None:
    _carried(workplace, sheet(*ROWS))
    chen = household.household(workplace, 1).residents[0]
    resident.end(workplace, chen.id, chen.version)
    assert household.household(workplace, 1).former[0].name == "陳大文"
    assert _carried(workplace, sheet(*ROWS)) == Outcome(changed=1, unchanged=4)
    assert len(household.household(workplace, 1).residents) == 2


def test_one_fault_and_nothing_is_done(workplace: Workplace, sheet: Make) -> None:
    wrong = ["A", "12", "D", "張三", "朋友", "12", "", "A123456(4)", "", "", "", ""]
    plan = household_import.read(workplace, sheet(*ROWS, wrong))
    told = [(fault.row, fault.column, fault.heading) for fault in plan.faults]
    assert told == [(7, "E", "住戶身分"), (7, "F", "電話1"), (7, "H", "證件號碼")]
    for fault in plan.faults:
        assert fault.reason.code not in sentence(fault.reason.code, fault.reason.parameters)
    with pytest.raises(RuleRefused) as refused:
        household_import.carry_out(workplace, plan)
    assert refused.value.reasons[0].code == "import.faults"
    assert _count(workplace, "unit") == 0


def test_a_name_that_stands_twice_is_told_though_its_first_row_is_wrong_too(
    workplace: Workplace, sheet: Make
) -> None:
    wrong = [*ROWS[0][:5], "12", *ROWS[0][6:]]
    nowhere = ["", "", "", "張三", *[""] * 8]
    plan = household_import.read(workplace, sheet(wrong, ROWS[0], nowhere, nowhere))
    assert [(fault.row, fault.reason.code) for fault in plan.faults] == [
        (2, "phone.shape"),
        (3, "import.resident.twice"),
        (4, "building.name.missing"),
        (4, "unit.door.missing"),
        (5, "building.name.missing"),
        (5, "unit.door.missing"),
    ]


def test_headings_that_mean_nothing_are_told(workplace: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("座別,室號,姓名,車牌\nA,1,陳大文,AB123\n")
    assert household_import.read(workplace, path).ignored == ("車牌",)


@pytest.mark.parametrize(
    ("text", "code"),
    [("a,b\n1,2\n", "import.no_headings"), ("座別,室號,姓名\n", "spreadsheet.empty")],
)
def test_a_file_that_says_nothing_is_refused(
    workplace: Workplace, tmp_path: Path, text: str, code: str
) -> None:
    path = tmp_path / "in.csv"
    path.write_text(text)
    with pytest.raises(EnvironmentFault) as refused:
        household_import.read(workplace, path)
    assert refused.value.code == code


def test_what_changed_since_the_preview_is_not_done(workplace: Workplace, sheet: Make) -> None:
    _carried(workplace, sheet(*ROWS))
    plan = household_import.read(workplace, sheet(ROWS[0], ["A", "12", "B", "王五", *[""] * 8]))
    resident.add(workplace, 1, ResidentEntry("王五"))
    with pytest.raises(RuleRefused) as refused:
        household_import.carry_out(workplace, plan)
    assert refused.value.reasons[0].code == "import.changed_meanwhile"


def test_an_import_stopped_by_its_progress_leaves_nothing(
    workplace: Workplace, sheet: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(household_import, "STEP", 2)
    steps: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        steps.append((done, total))
        if len(steps) > 1:
            raise KeyboardInterrupt

    plan = household_import.read(workplace, sheet(*ROWS))
    with pytest.raises(KeyboardInterrupt):
        household_import.carry_out(workplace, plan, progress)
    assert steps == [(2, 5), (4, 5)]
    assert _count(workplace, "unit") == _count(workplace, "resident") == 0
    assert household_import.carry_out(workplace, plan) == Outcome(new=5)


def test_a_failure_in_the_middle_leaves_nothing(
    workplace: Workplace, sheet: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(household_import, "STEP", 2)

    def broken(done: int, _total: int) -> None:
        if done > 2:
            raise OSError

    plan = household_import.read(workplace, sheet(*ROWS))
    with pytest.raises(OSError):
        household_import.carry_out(workplace, plan, broken)
    assert _count(workplace, "unit") == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_export_gives_back_what_import_takes(
    workplace: Workplace, sheet: Make, tmp_path: Path, language: str, suffix: str
) -> None:
    _carried(workplace, sheet(*ROWS))
    path = tmp_path / f"out{suffix}"
    assert household_export.export(workplace, path, language) == 5
    plan = household_import.read(workplace, path)
    assert (plan.faults, plan.ignored) == ((), ())
    assert [row.status for row in plan.rows] == [Status.UNCHANGED] * 5


def test_an_estate_moves_to_another_folder_whole(
    workplace: Workplace, sheet: Make, tmp_path: Path, clock: FixedClock
) -> None:
    _carried(workplace, sheet(*ROWS))
    household_export.export(workplace, tmp_path / "one.xlsx", "zh_Hans")
    beginning = sign_in.Beginning(
        "另一個",
        Region.HK,
        Calendar.GREGORIAN,
        AccountEntry("admin", "陳", Role.ADMINISTRATOR),
        PASSWORD,
    )
    other, _ = sign_in.begin(DataFolder(tmp_path / "other"), beginning, clock, Cost(1, 8, 1))
    _carried(other, tmp_path / "one.xlsx")
    household_export.export(other, tmp_path / "two.csv", "en")
    household_export.export(workplace, tmp_path / "one.csv", "en")
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    other.close()


def test_several_papers_and_phones_come_back(workplace: Workplace, sheet: Make) -> None:
    row = [
        *ROWS[0][:5],
        "23456781;23456782;23456783;23456784",
        "護照;香港身份證",
        "K1234567;A123456(3)",
    ]
    _carried(workplace, sheet([*row, "一\n二", "", "", ""]))
    path = sheet(name="out.csv")
    household_export.export(workplace, path)
    assert household_import.read(workplace, path).count(Status.UNCHANGED) == 1
    assert len(household.household(workplace, 1).residents[0].phones) == 4


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_template_has_headings_and_nothing_to_import(
    workplace: Workplace, tmp_path: Path, language: str, suffix: str
) -> None:
    path = tmp_path / f"template{suffix}"
    household_export.template(workplace, path, language)
    with pytest.raises(EnvironmentFault) as refused:
        household_import.read(workplace, path)
    assert refused.value.code == "spreadsheet.empty"


def test_a_template_explains_itself(workplace: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    household_export.template(workplace, path, "en")
    _households, guide = spreadsheet.read(path, len, True)
    assert [row[0] for row in guide[1:]] == [heading(column, "en") for column in Column]
    assert all(row[1] for row in guide)


def test_imports_and_exports_are_written_down(
    workplace: Workplace, sheet: Make, tmp_path: Path
) -> None:
    _carried(workplace, sheet(*ROWS))
    household_export.export(workplace, tmp_path / "out.csv")
    me = workplace.actor.id
    assert _history(workplace, "imported") == [(me, {"new": 5, "changed": 0, "unchanged": 0})]
    assert _history(workplace, "exported") == [
        (me, {"rows": 5, "identity_papers": True, "phones": True, "format": "csv"})
    ]


def test_an_export_that_fails_is_not_written_down(workplace: Workplace, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        household_export.export(workplace, tmp_path / "none" / "out.csv")
    assert _history(workplace, "exported") == []


def test_an_export_that_is_not_written_down_does_not_stand(
    workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"an older file")

    def full(_work: UnitOfWork) -> None:
        raise EnvironmentFault("storage.disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(UnitOfWork, "commit", full)
        with pytest.raises(EnvironmentFault, match=r"storage\.disk_full"):
            household_export.export(workplace, path)
    assert path.read_bytes() == b"an older file"


def test_roles_may_only_what_they_may(workplace: Workplace, sheet: Make, tmp_path: Path) -> None:
    path = sheet(*ROWS)
    _carried(workplace, path)
    receptionist = _as(workplace, Role.RECEPTIONIST)
    for refused in (
        lambda: household_import.read(receptionist, path),
        lambda: household_export.export(receptionist, tmp_path / "out.csv"),
    ):
        with pytest.raises(RuleRefused):
            refused()
    household_export.template(receptionist, tmp_path / "template.xlsx")


def test_who_may_not_see_papers_nor_call_exports_without_papers_and_phones(
    workplace: Workplace, sheet: Make, tmp_path: Path
) -> None:
    _carried(workplace, sheet(*ROWS))
    quality = _as(workplace, Role.QUALITY_SUPERVISOR)
    household_export.export(quality, tmp_path / "out.csv")
    written = (tmp_path / "out.csv").read_text("utf-8-sig")
    assert "A1234563" not in written
    assert not re.search(r"\d{4}[ -]?\d{4}", written)
    assert household_import.read(workplace, tmp_path / "out.csv").count(Status.UNCHANGED) == 5
