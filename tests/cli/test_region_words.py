"""The command line speaks the words of the region that its estate lies in."""

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
