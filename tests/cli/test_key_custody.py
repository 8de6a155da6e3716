"""Keys from the command line: every deed of the window, refused in the words of the window."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from desk.wording import sentence
from tests.cli.conftest import Desk

WALL = ZoneInfo("Asia/Hong_Kong")
UNIT = "1"
PUMP = ("--tag", "X-01", "--hook", "Z1", "--opens", "水泵房", "--keys", "2")
WHO = ("--borrower", "黃師傅", "--company", "永安", "--proof", "known", "--signed", "desk")


def wall(back: timedelta = timedelta()) -> str:
    return f"{datetime.now(UTC).astimezone(WALL) - back:%Y-%m-%d %H:%M}"


def said(*codes: str, **given: object) -> str:
    return "".join(f"desk: {sentence(code, given)}\n" for code in codes)


def one(desk: Desk, *words: str, login: str = "reception") -> Any:
    told = desk("key", *words, "--json", login=login)
    assert told.err == ""
    return json.loads(told.out)


@pytest.fixture
def pump(desk: Desk) -> str:
    assert one(desk, "new", *PUMP)["state"] == "in"
    return "X-01"


def test_a_set_goes_out_is_extended_and_comes_back(desk: Desk, pump: str) -> None:
    ago = wall(timedelta(minutes=5))
    told = desk("key", "lend", pump, *WHO, "--purpose", "檢修", "--out", wall(), login="reception")
    assert told.rows[0][1:4] == ["out", "X-01", "黃師傅"]
    number = told.rows[0][0]
    assert one(desk, "show", pump)["borrower"] == "黃師傅"
    until = wall(timedelta(days=-2))
    assert one(desk, "extend", pump, "--until", until, "--why", "未完工")["number"] == number
    back = ("--by", "黃師傅", "--condition", "as_lent", "--signed", "desk")
    early = desk("key", "return", number, *back, "--at", ago, login="reception")
    assert early.err == said("key_loan.at.before_out")
    assert one(desk, "return", number, *back)["state"] == "back"
    assert desk("key", "return", pump, *back).err == said("key_loan.none")
    listed = desk("key", "loans", "--text", "X-01").rows
    assert [row[:3] for row in listed] == [[number, "back", "X-01"]]


def test_what_is_missing_is_said_at_once_in_the_words_of_the_window(desk: Desk, pump: str) -> None:
    told = desk("key", "lend", pump, login="reception")
    assert (told.code, told.out) == (1, "")
    assert told.err == said(
        "key_loan.borrower.missing",
        "key_loan.phone.missing",
        "key_loan.proof.missing",
        "key_loan.signature.missing",
        "key_loan.purpose.missing",
    )
    looker = desk("key", "lend", pump, *WHO, "--purpose", "檢修", login="quality")
    assert looker.code == 1


def test_a_key_left_for_gas_goes_out_for_gas_or_by_the_owners_word(desk: Desk) -> None:
    left = ("--left-for", "gas", "--left-by", "曾德華", "--unit", UNIT)
    assert one(desk, "new", *PUMP, *left)["basis"] == "exception"
    told = desk("key", "lend", "X-01", *WHO, "--purpose", "看房", login="reception")
    assert told.err == said("key_word.missing")
    word = ("--word", "phone", "--word-person", "曾德華", "--word-at", wall())
    told = desk("key", "lend", "X-01", *WHO, "--purpose", "看房", *word, login="reception")
    assert told.err == said("key_word.phone.missing")
    loan = one(desk, "lend", "X-01", *WHO, "--purpose", "看房", *word, "--word-phone", "91234567")
    assert (loan["word_how"], loan["word_phone"]) == ("phone", "91234567")


def test_an_agreement_from_its_writing_to_its_end(desk: Desk) -> None:
    told = ("--unit", UNIT, "--owner", "曾德華", "--custodian", "reception")
    days = ("--starts", f"{wall():.10}", "--ends", f"{wall(timedelta(days=-30)):.10}")
    known = one(desk, "agreement", "new", *told, *days, "--purpose", "澆花", "--thing", "信件")
    number = known["number"]
    one(desk, "new", *PUMP, "--agreement", number)
    refused = desk("key", "lend", "X-01", *WHO, "--purpose", "澆花", login="reception")
    assert refused.err == said(
        "custody_agreement.owner_signature.missing", "custody_agreement.office_signature.missing"
    )
    for party, person in (("owner", "曾德華"), ("office", "陳詠詩")):
        signed = one(desk, "agreement", "sign", number, "--party", party, "--person", person)
    assert signed["state"] == "in_force"
    back = ("--to", "曾德華", "--signed", "desk")
    assert one(desk, "agreement", "end", number, *back)["state"] == "ended"
    assert one(desk, "show", "X-01")["state"] == "returned"
    assert number in [row[0] for row in desk("key", "agreement", "list").rows]


def test_a_count_is_signed_by_both(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, estate: Any
) -> None:
    known = one(desk, "count", "begin", "--to", "reception2")
    assert len(known["expected"]) > 20
    wrong = desk(
        "key", "count", "write", known["number"], "--difference", "E-01", login="reception"
    )
    assert "A-01=missing:why" in wrong.err
    difference = ("--difference", "E-01=missing:漏記")
    one(desk, "count", "write", known["number"], *difference)
    assert one(desk, "count", "sign", known["number"])["state"] == "signed"
    refused = desk("key", "count", "take-over", known["number"], login="reception")
    assert refused.err == said("key_count.not_successor")
    monkeypatch.setenv("DESK_APPROVER", "reception2")
    monkeypatch.setenv("DESK_APPROVER_PASSWORD", estate.passwords["reception2"])
    done = one(desk, "count", "take-over", known["number"], "--at-desk")
    assert (done["state"], done["to"]) == ("done", known["to"])


def test_a_lost_set_is_answered_step_by_step(desk: Desk, pump: str) -> None:
    lost = ("--person", "保安員", "--text", "不見了")
    known = one(desk, "lost", pump, *lost)
    assert known["state"] == "open"
    assert "owner_told" in str(known["open_steps"]).split(",")
    assert desk("key", "losses").rows[-1][2] == pump
    steps = ("owner_told", "lock_changed", "reported", "compensation", "replaced")
    for step in steps:
        words = ("--step", step, "--answer", "waived", "--text", "不需要")
        known = one(desk, "step", pump, *words)
    assert known["state"] == "answered"
    assert desk("key", "write-off", pump, "--why", "找不到", login="reception").code == 1
    assert (
        one(desk, "write-off", pump, "--why", "找不到", login="manager")["state"] == "written_off"
    )


def test_a_receipt_is_signed_for(desk: Desk) -> None:
    words = ("--unit", UNIT, "--receiver", "曾德華", "--keys", "信箱=2")
    known = one(desk, "receipt", "new", *words)
    signed = one(desk, "receipt", "sign", known["number"], "--person", "曾德華")
    assert (signed["state"], signed["lines"][0]["keys"]) == ("signed", 2)


def test_the_board_shows_every_hook(desk: Desk) -> None:
    rows = desk("key", "board").rows
    assert {row[1] for row in rows} == {"in", "overdue", "lost", "empty"}
    lost = desk("key", "board", "--state", "lost").rows
    assert [row[2] for row in lost] == ["E-05"]
    assert len(desk("key", "list", "--overdue").rows) >= 2


@pytest.mark.parametrize("group", [(), ("agreement",), ("count",), ("receipt",)])
def test_every_deed_says_what_it_is_for(desk: Desk, group: tuple[str, ...]) -> None:
    told = desk("key", *group, "--help")
    assert told.code == 0
    assert "new" in told.out or "begin" in told.out


def test_show_knows_the_numbers_of_the_key_log(desk: Desk) -> None:
    kinds = {"K": "key_loan", "D": "custody_agreement", "H": "key_receipt", "N": "key_count"}
    for letter, kind in kinds.items():
        told = json.loads(desk("show", f"{letter}2026-000001", "--json").out)
        assert (told["kind"], told["number"]) == (kind, f"{letter}2026-000001")
    plain = dict(row[:2] for row in desk("show", "k2026-1").rows)
    assert plain["number"] == "K2026-000001"
    assert desk("show", "K2026-999999").code == 1
