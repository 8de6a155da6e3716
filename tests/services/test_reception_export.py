"""The register as a workbook: read back with another library, cell by cell."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import text

from desk import i18n
from desk.domain.permissions import Role
from desk.domain.reception import Kind, ReceptionEntry, State
from desk.errors import EnvironmentFault, RuleRefused
from desk.models.unit_of_work import UnitOfWork
from desk.services import reception, register_export
from desk.services.reception import ReceptionFilter
from desk.services.reception_export import export
from desk.services.workplace import Workplace
from tests.services.conftest import Household

Everything = ReceptionFilter()


@pytest.fixture
def filled(workplace: Workplace, household: Household, now: dt.datetime) -> Workplace:
    """Two receptions: one that a spreadsheet would like to run, and one that is open."""
    earlier = now - dt.timedelta(days=1)
    risky = ReceptionEntry(
        earlier,
        caller_name="@王先生",
        caller_phone="+85291234567",
        request='=HYPERLINK("x")',
        answer="440101199003074512",
        state=State.CLOSED,
    )
    reception.register(workplace, risky)
    asked = ReceptionEntry(now, resident_id=household.resident_id, request="漏水", kind=Kind.HELP)
    reception.register(workplace, asked)
    return workplace


def nothing(_count: int) -> None:
    pass


def table(path: Path, sheet: int = 0) -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(sheet).to_python()


def wall(words: str) -> dt.datetime:
    return dt.datetime.fromisoformat(words)


def trail(workplace: Workplace) -> list[dict[str, Any]]:
    with workplace.reading() as reader:
        rows = reader.execute(text("SELECT changes FROM history WHERE deed = 'exported'"))
        return [json.loads(row.changes) for row in rows]


def test_texts_stay_texts_and_moments_are_dates_by_the_estates_clock(
    filled: Workplace, tmp_path: Path
) -> None:
    path = tmp_path / "register.xlsx"
    assert export(filled, Everything, path, nothing) == 2
    head, newest, oldest = table(path)
    assert head[:3] == ["Number", "Happened", "Entered"]
    assert newest[:5] == [
        "R2026-000002",
        wall("2026-11-21 14:30"),
        wall("2026-11-21 14:30"),
        "A座12樓B室",
        "曾德華",
    ]
    assert oldest[1] == wall("2026-11-20 14:30")
    assert oldest[4:10] == [
        "@王先生",
        "+85291234567",
        "Walk-in",
        "Inquiry",
        '=HYPERLINK("x")',
        "440101199003074512",
    ]


def test_it_speaks_the_current_language(filled: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    i18n.use("zh_Hans")
    export(filled, Everything, path, nothing)
    assert table(path)[1][7] == "求助"


def test_years_of_the_republic_are_written_in_words(filled: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    taiwan = replace(
        filled, estate=replace(filled.estate, region="TW", zone="Asia/Taipei", calendar="roc")
    )
    export(taiwan, Everything, path, nothing)
    assert table(path)[1][1] == "115/11/21 14:30"


def test_the_register_is_never_put_among_the_estates_own_files(filled: Workplace) -> None:
    with pytest.raises(EnvironmentFault, match=r"file\.data_folder"):
        export(filled, Everything, filled.folder.backups / "register.xlsx", nothing)
    assert list(filled.folder.backups.iterdir()) == []


def test_the_filter_chooses_the_rows_and_stands_in_the_history(
    filled: Workplace, tmp_path: Path
) -> None:
    wanted = ReceptionFilter(kind=Kind.HELP, first_day=dt.date(2026, 11, 21))
    assert export(filled, wanted, tmp_path / "register.xlsx", nothing) == 1
    assert trail(filled) == [
        {"filter": {"kind": "help", "first_day": "2026-11-21"}, "rows": 1},
    ]


def test_an_export_of_what_waits_says_so_in_the_history(filled: Workplace, tmp_path: Path) -> None:
    export(filled, ReceptionFilter(waiting=True), tmp_path / "register.xlsx", nothing)
    (told,) = trail(filled)
    assert told["filter"] == {"waiting": True}


def test_whoever_may_not_export_gets_no_file(filled: Workplace, tmp_path: Path) -> None:
    clerk = replace(filled, actor=replace(filled.actor, role=Role.RECEPTIONIST))
    with pytest.raises(RuleRefused):
        export(clerk, Everything, tmp_path / "register.xlsx", nothing)
    assert not (tmp_path / "register.xlsx").exists()


def stop(_count: int) -> None:
    raise KeyboardInterrupt


def full(_count: int) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("progress", "raised"), [(stop, KeyboardInterrupt), (full, EnvironmentFault)]
)
def test_what_is_cut_off_leaves_the_old_file_and_no_trace(
    filled: Workplace,
    tmp_path: Path,
    progress: Callable[[int], None],
    raised: type[BaseException],
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "register.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(raised):
        export(filled, Everything, path, progress)
    assert [one.name for one in folder.iterdir()] == ["register.xlsx"]
    assert path.read_bytes() == b"old"
    assert trail(filled) == []


def test_what_cannot_be_recorded_is_not_taken_out(
    filled: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: object) -> None:
        raise EnvironmentFault("storage.busy")

    monkeypatch.setattr(UnitOfWork, "record", refused)
    path = tmp_path / "register.xlsx"
    with pytest.raises(EnvironmentFault):
        export(filled, Everything, path, nothing)
    assert not path.exists()


def test_a_missing_folder_is_said_in_words(filled: Workplace, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        export(filled, Everything, tmp_path / "gone" / "register.xlsx", nothing)
    assert fault.value.code == "file.no_folder"


def test_what_no_sheet_can_hold_goes_on_in_the_next(
    filled: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_export, "SHEET_ROWS", 2)
    path = tmp_path / "register.xlsx"
    export(filled, Everything, path, nothing)
    assert [row[0] for row in table(path, 1)] == ["Number", "R2026-000001"]
