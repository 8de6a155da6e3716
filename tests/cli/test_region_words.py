"""The command line speaks the words of the region that its estate lies in."""

import json

import pytest

from desk.cli import main
from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Calendar, EstateEntry, Region
from desk.services import estate_settings, sign_in
from tests.cli.conftest import TODAY, Desk, Estate


def moved(estate: Estate, region: Region) -> None:
    """The estate is written down in another region."""
    workplace = sign_in.sign_in(
        DataFolder(estate.path), "manager", estate.passwords["manager"], FixedClock(TODAY)
    )
    known = estate_settings.current(workplace)
    estate_settings.change(
        workplace, known.version, EstateEntry(known.name, region, Calendar.GREGORIAN)
    ).close()


def test_rules_are_told_in_the_words_of_the_region(desk: Desk, estate: Estate) -> None:
    show = ("policy", "show", "--language", "zh_Hant")
    told = desk(*show).out
    assert "曆日" in told
    assert "日曆天" not in told
    moved(estate, Region.TW)
    assert "日曆天" in desk(*show).out
    moved(estate, Region.HK)
    assert "日曆天" not in desk(*show).out


def test_profiles_are_told_in_the_words_of_the_region(
    desk: Desk, estate: Estate, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those that come with the program too; without an account nobody knows the region."""
    show = ("policy", "show", "M2", "--language", "zh_Hant", "--json")
    here = desk(*show).out
    moved(estate, Region.TW)
    there = desk(*show).out
    assert "買賣合約" in here
    assert "買賣合約" not in there and "買賣契約" in there
    monkeypatch.delenv("DESK_USER")
    assert main(["--data", str(estate.path), *show]) == 0
    assert json.loads(capsys.readouterr().out)["policy"] == json.loads(here)["policy"]
