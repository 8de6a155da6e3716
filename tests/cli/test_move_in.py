"""Move-ins from the command line: from empty to filed and left, refused in the window's words."""

import json
from datetime import UTC, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from desk.cli.move_in import DEEDS
from desk.wording import sentence
from tests.cli.conftest import Desk, Estate, Told

WALL = ZoneInfo("Asia/Hong_Kong")


class Arrivals(NamedTuple):
    """Move-ins on the command line."""

    desk: Desk
    unit: int

    def do(self, deed: str, *words: str, login: str = "reception") -> Told:
        return self.desk("move-in", deed, *words, login=login)

    def done(self, deed: str, *words: str, login: str = "reception") -> list[str]:
        told = self.do(deed, *words, login=login)
        assert (told.code, told.err) == (0, ""), (deed, told)
        return told.rows[-1]

    def new(self, *words: str) -> str:
        given = ("--unit", str(self.unit), "--name", "何美玲", "--phone", "91234567")
        return self.done("new", *given, *words)[0]

    def shown(self, number: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.do("show", number, "--json").out)
        return found


@pytest.fixture
def arrivals(desk: Desk, estate: Estate, monkeypatch: pytest.MonkeyPatch) -> Arrivals:
    monkeypatch.setenv("DESK_APPROVER", "manager")
    monkeypatch.setenv("DESK_APPROVER_PASSWORD", estate.passwords["manager"])
    listed = desk("household", "units", "--json").out
    free = json.loads(listed.splitlines()[-1]) if listed else {"id": 1}
    return Arrivals(desk, free["id"])


def test_a_case_says_what_is_missing(arrivals: Arrivals) -> None:
    number = arrivals.new()
    found = arrivals.shown(number)
    items = [one["item"] for one in found["missing"]]
    assert "document:contract" in items
    assert {"registration", "inspection", "keys", "fee"} <= set(items)
    plain = arrivals.do("show", number).rows
    told = {row[1]: row[2] for row in plain if row[0] == "missing"}
    assert told["keys"] == sentence("move_in.keys.missing")


def test_a_home_is_named_by_its_room(arrivals: Arrivals) -> None:
    room = arrivals.desk("household", "show", str(arrivals.unit), login="reception").rows[0][-1]
    number = arrivals.done("new", "--unit", room, "--name", "何美玲")[0]
    assert arrivals.shown(number)["record"]["unit"] == room
    listed = arrivals.do("list", "--unit", room.lower()).rows
    assert number in {row[0] for row in listed}
    begun = arrivals.desk(
        "defect", "inspect", "begin", "--unit", room, "--move-in", number, login="reception"
    )
    assert (begun.code, begun.err) == (0, "")
    assert "inspection.missing" not in str(arrivals.shown(number)["missing"])
    inspections = arrivals.desk("defect", "inspect", "list", "--unit", room, login="reception")
    assert begun.rows[0][0] in {row[0] for row in inspections.rows}
    nowhere = arrivals.desk("defect", "list", "--unit", "無此房號", login="reception")
    assert nowhere.code != 0
    assert "無此房號" in nowhere.err


def test_what_is_refused_is_said_all_at_once(arrivals: Arrivals) -> None:
    told = arrivals.do("new")
    assert told.code != 0
    codes = ("move_in.unit.missing", "move_in.name.missing")
    assert told.err == "".join(f"desk: {sentence(code)}\n" for code in codes)


def test_a_home_from_empty_to_filed(arrivals: Arrivals) -> None:
    number = arrivals.new()
    arrivals.done("resident", number, "--name", "何小明", "--role", "family", "--phone", "98765432")
    everything = ("--original", "--copy", "--authentic")
    arrivals.done("document", number, "--all", *everything)
    arrivals.done("agreement", number, "--all")
    arrivals.done("material", number, "--all")
    fee = ("--kind", "property", "--what", "物業費", "--amount", "980.50")
    arrivals.done("fee", number, *fee)
    arrivals.done("look", number)
    arrivals.done("receipt", number)
    arrivals.done("keys", number, "--what", "大門=3", "--signed-by", "何美玲")
    refused = arrivals.do("file", number, "--told", "李小姐")
    codes = ("move_in.registration.missing", "move_in.inspection.missing")
    assert refused.err == "".join(f"desk: {sentence(code)}\n" for code in codes)
    items = ("--item", "registration", "--item", "inspection", "--why", "現樓")
    arrivals.done("except", number, *items)
    assert arrivals.done("file", number, "--told", "李小姐") == [number, "filed", "0"]
    visit = ("--person", "李小姐", "--alarm", "--text", "一切滿意")
    arrivals.done("visit", number, *visit)
    leaving = arrivals.do("move-out", number)
    assert sentence("move_in.leave.no_pass") in leaving.err
    assert sentence("move_in.leave.fees") in leaving.err
    names = arrivals.desk("household", "show", str(arrivals.unit), "--json")
    assert "何小明" in names.out
    assert number in names.out


def test_an_identity_number_is_masked_and_looked_at_by_who_may(arrivals: Arrivals) -> None:
    number = arrivals.new()
    words = ("--line", "1", "--identity", "passport", "--identity-number", "K12345678")
    arrivals.done("resident", number, *words)
    assert "K12345678" not in arrivals.do("show", number, "--json").out
    assert arrivals.done("identity", number, "--line", "1")[-1] == "K12345678"
    assert arrivals.do("identity", number, "--line", "1", login="quality").code != 0


def test_the_register_is_listed(arrivals: Arrivals) -> None:
    number = arrivals.new()
    rows = arrivals.do("list", "--state", "open", "--text", "何美玲").rows
    assert number in {row[0] for row in rows}


@pytest.mark.parametrize("deed", DEEDS)
def test_every_deed_has_its_help(arrivals: Arrivals, deed: str) -> None:
    told = arrivals.do(deed, "--help")
    assert told.code == 0
    assert "--json" in told.out


def test_a_wrong_line_is_taken_off(arrivals: Arrivals) -> None:
    number = arrivals.new()
    arrivals.done("fee", number, "--kind", "other", "--what", "垃圾費", "--amount", "20")
    arrivals.done("drop-fee", number, "--line", "1")
    assert arrivals.shown(number)["fees"] == []
    told = arrivals.do("drop-fee", number, "--line", "1")
    assert told.code != 0


def test_the_day_of_moving_in_is_today(arrivals: Arrivals) -> None:
    number = arrivals.new()
    today = f"{datetime.now(UTC).astimezone(WALL):%Y-%m-%d}"
    assert arrivals.shown(number)["record"]["moved_on"] == today
