"""Service orders from the command line: every deed of the window, refused in its words."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest

from desk.cli.service_order import DEEDS
from desk.clock import SystemClock
from desk.config import DataFolder
from desk.services import sign_in
from desk.services.workplace import Workplace
from desk.wording import sentence
from tests.cli.conftest import Desk, Estate, Told, is_one_plain_line
from tests.services.order_course import worker


class Orders(NamedTuple):
    """Orders on the command line."""

    desk: Desk

    def do(self, deed: str, *words: str, login: str = "reception") -> Told:
        return self.desk("order", deed, *words, login=login)

    def done(self, deed: str, *words: str, login: str = "reception") -> list[str]:
        told = self.do(deed, *words, login=login)
        assert (told.code, told.err) == (0, ""), (deed, told)
        return told.rows[-1]

    def new(self, *words: str, kind: str = "repair") -> str:
        said = ("--customer", "曾德華", "--wish", "水管漏水", "--place", "A座大堂")
        return self.done("new", "--kind", kind, *said, *words)[0]

    def shown(self, number: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.do("show", number, "--json").out)
        return found


@pytest.fixture
def orders(desk: Desk, estate: Estate) -> Orders:
    with at_desk(estate) as workplace:
        worker(workplace, "盧師傅")
    return Orders(desk)


@contextmanager
def at_desk(estate: Estate) -> Iterator[Workplace]:
    folder, clock = DataFolder(estate.path), SystemClock()
    workplace = sign_in.sign_in(folder, "admin", estate.passwords["admin"], clock)
    try:
        yield workplace
    finally:
        workplace.close()


def said(*codes: str, **given: str) -> str:
    return "".join(f"desk: {sentence(f'service_order.{one}', given)}\n" for one in codes)


def test_an_order_goes_from_the_wish_to_its_end(orders: Orders) -> None:
    number = orders.new()
    assert orders.done("agree", number, "--price", "280")[1] == "agreed"
    assert orders.done("dispatch", number, "--person", "盧師傅")[1] == "dispatched"
    orders.done("accept", number)
    assert orders.done("arrive", number)[1] == "on_site"
    orders.done(
        "materials", number, "--source", "customer", "--what", "水龍頭", "--fit", "fit",
        "--checked-by", "盧師傅",
    )  # fmt: skip
    told = orders.done("done", number, "--text", "換水管", "--amount", "280")
    assert told[1] == "done"
    missing = ["signed", "opinion", "paid", "slip_back"]
    assert told[4] == (
        "The customer’s signature is missing. The customer’s opinion is missing."
        " HK$280.00 is not paid yet. The slip is not back at the desk."
    )
    codes = [one["code"] for one in orders.shown(number)["missing"]]
    assert codes == [f"service_order.close.{one}" for one in missing]
    orders.done("sign", number, "--opinion", "satisfied", "--signed-by", "曾德華")
    orders.done("pay", number, "--place", "on_site", "--collected-by", "盧師傅")
    orders.done("back", number, "--person", "盧師傅")
    assert orders.done("close", number)[1] == "closed"
    shown = orders.shown(number)
    assert (shown["paid"], shown["owed"], shown["missing"]) == ("280.00", "0.00", [])
    kinds = [one["kind"] for one in shown["journal"]]
    assert kinds == [
        "written", "agreed", "dispatched", "accepted", "arrived", "material", "done", "opinion",
        "signed", "paid", "slip_back", "closed",
    ]  # fmt: skip
    assert orders.desk("show", number, login="reception").rows[0][0] == "id"


def test_a_change_and_a_waiver_have_the_word_of_the_manager(
    orders: Orders, estate: Estate, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = orders.new()
    orders.done("agree", number, "--price", "100")
    orders.done("dispatch", number, "--person", "盧師傅")
    orders.done("arrive", number)
    orders.done("change", number, "--what", "另需開牆", "--price", "500")
    told = orders.do("done", number, "--text", "換水管", "--amount", "500")
    assert said("change.open") in told.err
    asked = orders.do("confirm", number, "--agreed-by", "曾德華")
    assert is_one_plain_line(asked)
    monkeypatch.setenv("DESK_APPROVER", "manager")
    monkeypatch.setenv("DESK_APPROVER_PASSWORD", estate.passwords["manager"])
    orders.done("confirm", number, "--agreed-by", "曾德華", "--note", "同意")
    assert orders.done("done", number, "--text", "換水管", "--amount", "500")[3] == "500.00"
    orders.done("damage", number, "--what", "地磚")
    orders.done("settle", number, "--apologised", "--compensation", "0", "--agreed-by", "曾德華")
    orders.done("waive", number, "--amount", "100", "--why", "等候太久")
    assert orders.shown(number)["owed"] == "400.00"


def test_work_is_done_again_from_the_command_line(orders: Orders) -> None:
    number = orders.new()
    orders.done("agree", number, "--price", "0")
    orders.done("dispatch", number, "--person", "盧師傅")
    orders.done("arrive", number)
    orders.done("done", number, "--text", "換水管", "--amount", "0")
    orders.done("rework", number, "--why", "仍然滴水", "--person", "曾德華", "--apologised")
    orders.done("dispatch", number, "--person", "盧師傅")
    orders.done("arrive", number)
    assert orders.done("done", number, "--text", "再換")[1] == "done"
    assert orders.shown(number)["record"]["reworks"] == 1


def test_what_is_refused_says_why_all_at_once(orders: Orders) -> None:
    bare = orders.do("new", "--kind", "repair")
    assert (bare.code, bare.err) == (1, said("customer.missing", "wish.missing", "place.missing"))
    number = orders.new()
    early = orders.do("close", number)
    assert early.code == 1
    assert early.err.startswith(said("is.written"))
    assert is_one_plain_line(orders.do("new"))
    assert is_one_plain_line(orders.do("agree", "O2026-999999", "--price", "1"))


def test_beyond_the_board_and_void_are_said_too(orders: Orders) -> None:
    number = orders.new(kind="commissioned")
    assert orders.shown(number)["record"]["state"] == "review"
    orders.done("correct", number, "--wish", "搬鋼琴")
    told = orders.done("review", number, "--own", "--refuse", "--note", "無此人手", login="manager")
    assert told[1] == "unable"
    other = orders.new()
    assert orders.done("void", other, "--why", "取消")[1] == "void"


def test_the_list_is_narrowed(orders: Orders) -> None:
    number = orders.new()
    rows = orders.do("list", "--state", "written", "--text", number).rows
    assert [row[0] for row in rows] == [number]
    told = json.loads(orders.do("list", "--text", "水管漏水", "--open", "--json").out)
    assert number in {one["number"] for one in told}
    assert number not in {row[0] for row in orders.do("list", "--late").rows if row}


def test_every_deed_has_its_help(orders: Orders) -> None:
    for deed in DEEDS:
        told = orders.do(deed, "--help")
        assert told.code == 0
        assert "NUMBER" in told.out


def test_of_several_that_wait_one_is_chosen_by_its_line(orders: Orders) -> None:
    number = orders.new()
    orders.done("agree", number, "--price", "280")
    orders.done("dispatch", number, "--person", "盧師傅")
    orders.done("arrive", number)
    for what in ("水龍頭", "膠帶"):
        orders.done("materials", number, "--source", "customer", "--what", what)
    fit = ("check", number, "--fit", "fit", "--checked-by", "盧師傅")
    told = orders.do(*fit)
    assert is_one_plain_line(told)
    orders.done(*fit, "--line", "2")
    orders.done(*fit)
    assert [one["fit"] for one in orders.shown(number)["materials"]] == ["fit", "fit"]


def test_a_home_is_the_room_and_an_agreement_its_number(orders: Orders) -> None:
    agreed = json.loads(orders.desk("provider", "long-term", "list", "--json").out)[0]
    whole = {"unit_id": agreed["unit_id"], "agreement_id": agreed["id"]}
    wish = ("--kind", "repair", "--customer", "曾德華", "--wish", "水管漏水")
    for unit, agreement in ((agreed["unit"], agreed["number"]), map(str, whole.values())):
        number = orders.done("new", *wish, "--unit", unit, "--agreement", agreement)[0]
        record = orders.shown(number)["record"]
        assert {name: record[name] for name in whole} == whole
        assert number in orders.do("list", "--unit", unit).out


def test_a_room_that_is_none_or_several_is_refused_in_one_line(orders: Orders) -> None:
    wish = ("--kind", "repair", "--customer", "曾德華", "--wish", "水管漏水")
    for unit in ("Z座99X", "999999", " "):
        told = orders.do("new", *wish, "--unit", unit)
        assert told.code == 1
        assert is_one_plain_line(told)
    several = orders.do("new", *wish, "--unit", "1座")
    assert several.code == 2
    assert is_one_plain_line(several)
    assert is_one_plain_line(orders.do("new", *wish, "--agreement", "W2026-999999"))
