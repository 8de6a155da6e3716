"""Receipts and the builder's mandates from the command line, refused in the window's words."""

import json
from pathlib import Path

import pytest

from desk.cli import receipt
from desk.cli.receipt_deeds import DEEDS
from desk.wording import sentence
from tests.cli.conftest import Desk, Told, is_one_plain_line


def done(told: Told) -> list[list[str]]:
    assert (told.code, told.err) == (0, ""), told
    return told.rows


def taken(desk: Desk, *more: str) -> str:
    words = ("receipt", "take", "--payer", "曾德華", "--line", "換水喉=1280", *more)
    return done(desk(*words, login="reception"))[0][0]


def test_money_is_taken_and_told_in_capitals(desk: Desk) -> None:
    words = ("--line", "減收＝大門=−HK$80.50", "--method", "card")
    told = done(desk("receipt", "take", "--payer", "曾德華", "--line", "換水喉=1280", *words))
    number = told[0][0]
    assert told == [[number, "1199.50", "港幣壹仟壹佰玖拾玖元伍角正", ""]]
    shown = json.loads(desk("receipt", "show", number, "--json").out)
    assert (shown["payer"], shown["method"], shown["total"]) == ("曾德華", "card", "1199.50")
    assert [one["what"] for one in shown["lines"]] == ["換水喉", "減收＝大門"]
    plain = desk("receipt", "show", number).out
    assert "line\t換水喉\t1280.00" in plain


def test_everything_missing_is_said_at_once(desk: Desk) -> None:
    told = desk("receipt", "take", "--for-builder")
    codes = ("receipt.payer.missing", "receipt.lines.missing", "receipt.mandate.missing")
    assert told.code == 1
    assert told.err == "".join(f"desk: {sentence(code)}\n" for code in codes)


@pytest.mark.parametrize("line", ["換水喉", "換水喉=many", "=", "換水喉=--5", "換水喉=1,5"])
def test_a_line_that_cannot_be_read_says_how_it_is_written(desk: Desk, line: str) -> None:
    told = desk("receipt", "take", "--payer", "曾德華", "--line", line)
    assert told.code == 2
    assert is_one_plain_line(told)
    assert "Visit=180" in told.err


def test_a_void_receipt_is_listed_with_its_reason_and_not_summed(desk: Desk) -> None:
    first, second = taken(desk), taken(desk, "--method", "cheque", "--reference", "0045")
    before = done(desk("receipt", "sums"))
    assert ["cheque", "1", "1280.00"] in before
    assert desk("receipt", "void", second).err == (f"desk: {sentence('receipt.why.missing')}\n")
    done(desk("receipt", "void", second, "--why", "退款"))
    after = done(desk("receipt", "sums"))
    assert ["cheque", "1", "1280.00"] not in after
    listed = {row[0]: row[-1] for row in done(desk("receipt", "list", "--text", "曾德華"))}
    assert (listed[first], listed[second]) == ("", "退款")
    assert {row[0] for row in done(desk("receipt", "list", "--method", "cheque"))} >= {second}


def test_a_receipt_for_another_record_names_it(desk: Desk) -> None:
    (reception, *_rest) = done(desk("list", "receptions"))
    number = taken(desk, "--for", reception[0])
    shown = json.loads(desk("receipt", "show", number, "--json").out)
    assert shown["kind"] == "reception"
    assert desk("receipt", "take", "--for", "R1999-000001").code == 1


def test_r32_the_builders_fees_from_mandate_to_receipt(desk: Desk) -> None:
    words = ("--builder", "海濱發展", "--from", "2020-01-01", "--item", "裝修按金|每戶 2,000|合約")
    written = done(desk("receipt", "mandate", *words))[0]
    number = written[0]
    assert written[1:3] == ["to_sign", "海濱發展"]
    money = ("receipt", "take", "--payer", "曾德華", "--line", "裝修按金=2000", "--mandate", number)
    assert desk(*money).err == (
        f"desk: {sentence('receipt.mandate.to_sign', {'number': number})}\n"
    )
    done(desk("receipt", "mandate-change", number, "--remark", "每月彙解"))
    signed = ("--person", "何經理", "--on", "2020-01-01")
    assert done(desk("receipt", "mandate-sign", number, *signed))[0][1] == "in_force"
    done(desk(*money))
    assert number in {row[0] for row in done(desk("receipt", "mandates", "--in-force"))}
    shown = desk("receipt", "show", number).out
    assert "item\t裝修按金\t每戶 2,000\t合約" in shown
    assert "每月彙解" in shown
    done(desk("receipt", "mandate-void", number, "--why", "撤回"))
    assert desk(*money).err == f"desk: {sentence('receipt.mandate.void', {'number': number})}\n"


@pytest.mark.parametrize("deed", [*DEEDS, "show", "list", "sums", "mandates"])
def test_every_deed_tells_its_words(deed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        receipt.parse([deed, "--help"])
    assert "every field as JSON" in capsys.readouterr().out


def test_desk_show_has_receipts_and_mandates(desk: Desk) -> None:
    number = taken(desk)
    assert desk("show", number).out == desk("receipt", "show", number).out
    (mandate, *_others) = done(desk("receipt", "mandates"))
    shown = json.loads(desk("show", mandate[0], "--json").out)
    assert (shown["number"], shown["builder"]) == (mandate[0], mandate[2])


def test_receipt_mandate_and_work_log_are_printed(desk: Desk, tmp_path: Path) -> None:
    number = taken(desk)
    (mandate, *_others) = done(desk("receipt", "mandates"))
    for at, words in enumerate(
        (
            ("receipt", number, "--paper", "241x93", "--language", "zh_Hant"),
            ("fee-mandate", mandate[0], "--language", "zh_Hans"),
            ("work-log", "--from", "2026-11-01", "--to", "2026-11-21", "--language", "zh_Hant"),
        )
    ):
        file = tmp_path / f"{at}.pdf"
        told = desk("print", *words, "--output", str(file))
        assert (told.code, told.err) == (0, ""), words
        assert file.read_bytes().startswith(b"%PDF")
