"""The estate written down anew: name, region and zone, calendar; by whom, and with its history."""

import datetime as dt
import json

import pytest

from desk import i18n
from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Calendar, EstateEntry, Region
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.errors import RuleRefused, StaleRecord
from desk.services import estate_settings, sign_in, staff
from desk.services.workplace import Workplace
from tests.conftest import CHEAP, PASSWORD

TAIPEI = EstateEntry(" 翠湖\u202e花園 ", Region.TW, Calendar.ROC)


def test_the_zone_follows_the_region_and_the_desk_knows_it_at_once(
    workplace: Workplace, now: dt.datetime
) -> None:
    known = estate_settings.current(workplace)
    changed = estate_settings.change(workplace, known.version, TAIPEI)
    assert (changed.estate.name, changed.estate.zone) == ("翠湖花園", "Asia/Taipei")
    assert "115" in changed.estate.custom.date(now)
    assert changed.actor == workplace.actor


def test_it_holds_for_the_next_sign_in(
    workplace: Workplace, folder: DataFolder, clock: FixedClock
) -> None:
    estate_settings.change(workplace, estate_settings.current(workplace).version, TAIPEI)
    again = sign_in.sign_in(folder, "admin", PASSWORD, clock)
    assert (again.estate.name, again.estate.region) == ("翠湖花園", "TW")
    again.close()


def test_the_program_speaks_the_words_of_the_region_once_the_estate_is_open(
    workplace: Workplace, clock: FixedClock
) -> None:
    i18n.use("zh_Hant")
    assert i18n._("Estate") == "屋苑"
    version = estate_settings.current(workplace).version
    moved = estate_settings.change(
        workplace, version, EstateEntry("綠園社區", Region.TW, Calendar.ROC)
    )
    assert i18n._("Estate") == "社區"
    moved.close()
    i18n.serve("")
    assert i18n._("Estate") == "屋苑"
    opened = sign_in.sign_in(moved.folder, "admin", PASSWORD, clock)
    assert i18n._("Estate") == "社區"
    opened.close()


def test_the_trail_tells_what_it_was_and_what_it_is(workplace: Workplace) -> None:
    estate_settings.change(workplace, estate_settings.current(workplace).version, TAIPEI)
    with workplace.storage.reading() as reader:
        row = reader.exec_driver_sql(
            "SELECT deed, kind, changes FROM history ORDER BY id DESC LIMIT 1"
        ).one()
    assert (row.deed, row.kind) == ("changed", "estate")
    assert json.loads(row.changes) == {
        "name": ["海濱花園", "翠湖花園"],
        "region": ["HK", "TW"],
        "zone": ["Asia/Hong_Kong", "Asia/Taipei"],
        "calendar": ["gregorian", "roc"],
    }


def test_an_estate_without_a_name_is_refused(workplace: Workplace) -> None:
    known = estate_settings.current(workplace)
    with pytest.raises(RuleRefused) as refused:
        estate_settings.change(workplace, known.version, EstateEntry(" ", Region.HK, Calendar.ROC))
    assert [one.field for one in refused.value.reasons] == ["name"]
    assert estate_settings.current(workplace) == known


def test_what_someone_else_changed_meanwhile_is_not_written_over(workplace: Workplace) -> None:
    seen = estate_settings.current(workplace).version
    estate_settings.change(workplace, seen, TAIPEI)
    with pytest.raises(StaleRecord):
        estate_settings.change(
            workplace, seen, EstateEntry("海濱花園", Region.HK, Calendar.GREGORIAN)
        )


@pytest.mark.parametrize("role", [Role.RECEPTIONIST, Role.SUPERVISOR, Role.QUALITY_SUPERVISOR])
def test_a_role_that_does_not_manage_the_estate_is_refused(
    workplace: Workplace, role: Role
) -> None:
    staff.add(workplace, AccountEntry("lee", "李美玲", role), PASSWORD, CHEAP)
    other = sign_in.switch(workplace, "lee", PASSWORD)
    with pytest.raises(RuleRefused):
        estate_settings.change(other, 1, TAIPEI)
