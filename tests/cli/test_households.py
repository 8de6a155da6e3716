"""Households in and out of the command line, and the sample estate."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Desk, Estate, is_one_plain_line

ENDINGS = pytest.mark.parametrize("ending", ["xlsx", "csv"])


@ENDINGS
def test_what_is_exported_can_be_imported_again_and_changes_nothing(
    desk: Desk, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"households.{ending}"
    told = desk("export", "households", str(path))
    count = told.rows[0][0]

    assert told == (0, f"{count}\t{path}\n", "")
    assert int(count) >= 40
    for words in (["--dry-run"], [], []):
        again = desk("import", "households", str(path), *words)
        assert again == (0, f"new\t0\nchanged\t0\nunchanged\t{count}\n", "")


@ENDINGS
def test_the_template_is_written_in_the_words_of_the_account(
    desk: Desk, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"template.{ending}"
    told = desk("template", "households", str(path))

    assert told == (0, f"{path}\n", "")
    if ending == "csv":
        assert "姓名" in path.read_text("utf-8-sig")
    empty = desk("import", "households", str(path))
    assert is_one_plain_line(empty)


def _sheet(tmp_path: Path, desk: Desk, *rows: str) -> Path:
    template = tmp_path / "template.csv"
    desk("template", "households", str(template))
    heading = template.read_text("utf-8-sig").splitlines()[0]
    path = tmp_path / "new.csv"
    path.write_text("\n".join([heading, *rows]) + "\n", "utf-8")
    return path


def _row(floor: str, name: str) -> str:
    return f"9座,,{floor},B,{name},業主" + "," * 12


def test_a_dry_run_says_what_would_be_and_does_nothing(desk: Desk, tmp_path: Path) -> None:
    path = _sheet(tmp_path, desk, _row("31", "霍冠龘"), _row("32", "𠮷野家"))
    for _time in range(2):
        told = desk("import", "households", str(path), "--dry-run", "--json")
        assert (told.code, told.err) == (0, "")
        said = json.loads(told.out)
        assert (said["new"], said["changed"], said["faults"]) == (2, 0, [])
    assert desk("find", "霍冠龘").out == ""


def test_an_import_is_done_and_found(desk: Desk, tmp_path: Path) -> None:
    path = _sheet(tmp_path, desk, _row("31", "霍冠龘"))

    assert desk("import", "households", str(path)) == (0, "new\t1\nchanged\t0\nunchanged\t0\n", "")
    (resident,) = (row for row in desk("find", "hgd").rows if row[0] == "resident")
    assert resident[3] == "霍冠龘"


def test_every_fault_is_told_with_its_place_and_nothing_is_imported(
    desk: Desk, tmp_path: Path
) -> None:
    path = _sheet(tmp_path, desk, _row("31", "霍冠龘"), ",,,," + "無房" + "," * 13)
    told = desk("import", "households", str(path))

    assert is_one_plain_line(told)
    assert told.rows[0][0] == "3"
    assert "unchanged" not in told.out
    assert desk("find", "霍冠龘").out == ""
    dry = desk("import", "households", str(path), "--dry-run", "--json")
    assert is_one_plain_line(dry)
    assert json.loads(dry.out)["faults"][0]["row"] == 3


def test_a_role_that_may_not_import_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = _sheet(tmp_path, desk, _row("31", "霍冠龘"))

    assert is_one_plain_line(desk("import", "households", str(path), login="reception"))
    assert is_one_plain_line(
        desk("export", "households", str(tmp_path / "out.csv"), login="reception")
    )
    assert not (tmp_path / "out.csv").exists()


# The sample estate


def test_a_sample_estate_is_made_and_its_accounts_open_it(
    desk: Desk, estate: Estate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "sample"
    told = desk("demo", "--households", "5", "--days", "3", "--seed", "4", data=data)

    assert (told.code, told.err) == (0, "")
    assert {row[2] for row in told.rows} == {
        "administrator",
        "receptionist",
        "supervisor",
        "quality_supervisor",
        "manager",
        "general_manager",
    }
    login, password, _role = told.rows[1]
    monkeypatch.setitem(estate.passwords, login, password)
    assert desk("list", "receptions", login=login, data=data).code == 0


def test_a_folder_in_use_is_refused_and_left_as_it_is(desk: Desk, estate: Estate) -> None:
    before = estate.path.joinpath("vault.json").read_bytes()
    told = desk("demo", "--households", "5", "--days", "3")

    assert is_one_plain_line(told)
    assert estate.path.joinpath("vault.json").read_bytes() == before
