"""The price board and who does the work from the command line, with the window's refusals."""

import json
from pathlib import Path

import pytest

from desk.wording import sentence
from tests.cli.conftest import Desk, Estate


@pytest.fixture
def approver(estate: Estate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_APPROVER", "manager")
    monkeypatch.setenv("DESK_APPROVER_PASSWORD", estate.passwords["manager"])


def test_the_board_in_force_is_listed_searched_and_shown(desk: Desk) -> None:
    versions = desk("price-board", "list", login="reception").rows
    assert [one[1] for one in versions] == ["draft", "in_force", "superseded"]
    items = desk("price-board", "items", login="reception").rows
    assert (len(items), items[0][:4]) == (17, ["001", "更換水龍頭", "個", "180.00"])
    found = desk("price-board", "items", "--text", "窗簾", login="reception").rows
    assert [one[1] for one in found] == ["安裝窗簾路軌"]
    shown = json.loads(desk("price-board", "show", "--json", login="reception").out)
    assert shown["record"]["state"] == "in_force"
    assert shown["items"][0]["price"] == "180.00"
    assert "更換水龍頭" in desk("show", "B2026-2", login="reception").out
    assert "冷氣機檢修" in desk("show", "V2026-1", login="reception").out


@pytest.mark.usefixtures("approver")
def test_a_version_is_drawn_up_approved_and_hung_up(desk: Desk) -> None:
    number = desk("price-board", "new", login="supervisor").rows[0][0]
    told = desk(
        "price-board", "item", number, "--code", "001", "--price", "190", login="supervisor"
    )
    assert told.code == 0, told.err
    name = ("--name", "代客泊車", "--unit", "次", "--price", "50")
    assert desk("price-board", "item", number, *name, login="supervisor").rows[0][2] == "19"
    assert desk("price-board", "drop", number, "--code", "018", login="supervisor").code == 0
    refused = desk("price-board", "approve", number, login="supervisor")
    assert refused.err == f"desk: {sentence('price_board.filing.missing')}\n"
    why = ("--kind", "not_asked", "--with", "本地毋須備案")
    assert desk("price-board", "file", number, *why, login="supervisor").code == 0
    review = ("--reviewer", "quality", "--person", "關志明", "--on", "2026-01-05")
    assert desk("price-board", "review", number, *review, login="supervisor").code == 0
    approved = desk("price-board", "approve", number, login="supervisor")
    assert (approved.err, approved.rows[0][1]) == ("", "in_force")
    assert desk("price-board", "post", number, login="reception").code == 0
    items = desk("price-board", "items", login="reception").rows
    assert (items[0][3], items[-1][1]) == ("190.00", "代客泊車")


def test_what_is_refused_says_why(desk: Desk) -> None:
    told = desk("price-board", "drop", "B2026-2", "--code", "999", login="supervisor")
    assert sentence("price_board.code.unknown", {"code": "999"}) in told.err
    told = desk("price-board", "item", "B2026-2", "--code", "001", login="supervisor")
    assert sentence("price_board.not_draft.in_force") in told.err
    assert desk("price-board", "new", login="reception").code != 0


def test_the_board_in_force_is_printed_for_the_wall(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "board.pdf"
    told = desk(
        "price-board", "print", "--language", "zh_Hant", "--output", str(file), login="reception"
    )
    assert told.err == ""
    assert told.rows[0][0] == "B2026-000002"
    assert file.read_bytes().startswith(b"%PDF")


def test_somebody_is_written_down_skilled_and_gone(desk: Desk) -> None:
    who = ("--name", "陳師傅", "--since", "2026-01-05", "--phone", "6123 4567")
    key = desk("provider", "person", "new", *who, login="supervisor").rows[0][0]
    skill = ("--skill", "水電", "--certificate", "A牌", "--until", "2099-01-01")
    told = desk("provider", "person", "skill", key, *skill, login="supervisor")
    assert told.rows[0][5] == "水電"
    told = desk("provider", "person", "leave", key, "--why", "退休", login="supervisor")
    assert told.rows[0][-1] != ""
    assert desk("provider", "person", "back", key, login="supervisor").rows[0][-1] == ""
    assert desk("provider", "person", "drop-skill", key, "--skill", "水電", login="supervisor")
    rows = desk("provider", "person", "list", "--text", "陳師傅", login="reception").rows
    assert [one[1] for one in rows] == ["陳師傅"]
    told = desk("provider", "person", "new", login="supervisor")
    assert sentence("service_person.name.missing") in told.err
    assert sentence("service_person.since.missing") in told.err


def test_an_agreement_goes_its_way(desk: Desk) -> None:
    company = ("--name", "順發水喉", "--trade", "水喉", "--phone", "2333 4444")
    key = desk("provider", "supplier", "new", *company, login="supervisor").rows[0][0]
    said = ("--supplier", key, "--service", "水喉維修", "--charge", "按價目")
    period = ("--from", "2026-01-01", "--until", "2055-12-31")
    told = desk("provider", "agreement", "new", *said, *period, login="reception")
    number = told.rows[0][0]
    for party in ("office", "supplier"):
        sign = ("--party", party, "--person", "何先生")
        assert desk("provider", "agreement", "sign", number, *sign, login="reception").code == 0
    told = desk("provider", "agreement", "keep", number, login="reception")
    assert told.rows[0][1] == "in_force"
    told = desk("provider", "supplier", "end", key, "--why", "不合作", login="supervisor")
    assert sentence("supplier.agreements_hold", {"count": 1}) in told.err
    told = desk("provider", "agreement", "change", number, "--charge", "x", login="reception")
    assert sentence("agreement.signed") in told.err


def test_a_long_term_agreement_is_shown_and_renewed(desk: Desk) -> None:
    (row, *_others) = desk("provider", "long-term", "list", "--open", login="reception").rows
    signing = row[0]
    told = desk("provider", "long-term", "renew", signing, login="reception")
    assert sentence("agreement.signature.customer") in told.err
    sign = ("--party", "customer", "--person", row[2])
    assert desk("provider", "long-term", "sign", signing, *sign, login="reception").code == 0
    told = desk("provider", "long-term", "renew", signing, "--amount", "1500", login="reception")
    renewed = json.loads(
        desk("provider", "long-term", "show", told.rows[0][0], "--json", login="reception").out
    )
    assert (renewed["follows"], renewed["amount"]) == (signing, "1500.00")
