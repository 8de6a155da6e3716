"""Papers from the command line: scanned, taken home, listed, let go."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk.clock import SystemClock
from desk.config import DataFolder
from desk.domain import paper_code
from desk.domain.paper import Outcome
from desk.domain.permissions import Permission
from desk.models.print_log import PrintLog
from desk.services import complaint, sign_in
from desk.services.complaint import ComplaintFilter
from tests.cli.conftest import Desk, Estate, is_one_plain_line

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"page"
DAY = timedelta(days=1)


@pytest.fixture
def number(estate: Estate) -> str:
    """A complaint with a sheet that went out yesterday, and one nobody answered for."""
    login = "admin"
    workplace = sign_in.sign_in(
        DataFolder(estate.path), login, estate.passwords[login], SystemClock()
    )
    record = complaint.page(workplace, ComplaintFilter()).rows[0]
    told = {"kind": "complaint", "record_id": record.id, "number": record.number}
    told |= {"language": "zh_Hant", "template_version": "1", "digest": "0" * 64}
    told |= {"destination": "printer", "content": {}, "captions": [], "awaited": True}
    by = {"printed_by_id": workplace.actor.id, "printed_at": datetime.now(UTC) - DAY}
    with workplace.deed(Permission.PRINT) as work:
        work.add(PrintLog(form="complaint_sheet", **told, **by))
        work.add(PrintLog(form="complaint_record", outcome=Outcome.ASKED, **told, **by))
        work.commit()
    workplace.close()
    return record.number


def code(number: str, form: str = "complaint_sheet") -> str:
    """What stands under its QR."""
    return paper_code.write(number, form, 0)


def test_a_paper_is_scanned(desk: Desk, number: str) -> None:
    told = desk("scan", code(number).lower())
    assert told.code == 0
    assert told.rows[0][:2] == ["out", number]
    assert "It is out and waited for." in told.rows[0][2]


def test_what_is_not_ours_says_so_by_its_exit_code(desk: Desk, number: str) -> None:
    wrong = code(number)[:-1] + ("0" if not code(number).endswith("0") else "1")
    for text, standing in ((wrong, "misread"), (code("C2020-000001"), "unknown"), ("x", "no_code")):
        told = desk("scan", text)
        assert (told.code, told.rows[0][0]) == (1, standing)
        assert desk("scan", text, "--returned", "--signed-by", "李").code == 1


def test_a_paper_is_taken_home_with_its_pages(desk: Desk, number: str, tmp_path: Path) -> None:
    page = tmp_path / "一頁.png"
    page.write_bytes(PNG)
    told = desk("scan", code(number), "--returned", "--signed-by", "李主管", "--attach", str(page))
    assert told.code == 0
    assert told.rows[0][0] == number
    scanned = json.loads(desk("scan", code(number), "--json").out)
    assert (scanned["standing"], scanned["genuine"]) == ("home", True)
    assert scanned["signed"][0]["signed_by"] == "李主管"
    again = desk("scan", code(number), "--returned", "--signed-by", "李主管")
    assert is_one_plain_line(again)
    assert desk("scan", code(number), "--returned", "--signed-by", "李", "--knowingly").code == 0


def test_what_is_wrong_is_said_a_line_each(desk: Desk, number: str) -> None:
    told = desk("scan", code(number), "--returned", "--on", "2999-01-01")
    assert told.code != 0
    assert told.err.splitlines() == [
        "desk: Write down who signed it.",
        "desk: This day is still to come. Enter the day of signing.",
    ]


def test_a_word_that_would_change_nothing_is_told(desk: Desk, number: str) -> None:
    assert is_one_plain_line(desk("scan", code(number), "--signed-by", "李"))
    assert is_one_plain_line(desk("scan", code(number), "--returned", "--on", "yesterday"))


def test_the_papers_out_are_listed(desk: Desk, number: str) -> None:
    rows = desk("papers", "--out").rows
    assert [row[1:3] for row in rows] == [[number, "complaint_sheet"], [number, "complaint_record"]]
    assert desk("papers", "--form", "key-loan").rows == []
    assert json.loads(desk("papers", "--json").out)[0]["awaited"] is True


def test_a_print_is_answered_and_a_paper_let_go(desk: Desk, number: str) -> None:
    (row,) = desk("papers", "--unanswered").rows
    assert is_one_plain_line(desk("papers", "answer", row[0], "maybe"))
    assert desk("papers", "answer", row[0], "no").rows == [[row[0], number, "failed"]]
    assert desk("papers", "--unanswered").rows == []
    (out,) = desk("papers").rows
    assert is_one_plain_line(desk("papers", "let-go", out[0], " "))
    assert desk("papers", "let-go", out[0], "紙張損毀").code == 0
    assert desk("papers").rows == []
    assert json.loads(desk("scan", code(number), "--json").out)["standing"] == "let_go"


def test_what_was_taken_home_by_mistake_is_withdrawn(desk: Desk, number: str) -> None:
    taken = desk("scan", code(number), "--returned", "--signed-by", "李", "--json")
    signed = str(json.loads(taken.out)["id"])
    assert desk("papers", "withdraw", signed, "認錯單號").rows == [[signed, number, "認錯單號"]]
    assert len(desk("papers").rows) == 2
    assert is_one_plain_line(desk("papers", "withdraw", "999", "x"))
