"""The coordination slip (F17) on paper: what it says, how it is found, what the log keeps."""

import datetime as dt
from pathlib import Path

import pytest

from desk.domain import numbering, paper_code
from desk.domain.coordination_slip import SlipEntry
from desk.domain.department import DepartmentEntry
from desk.domain.handover import HandoverEntry
from desk.domain.reception import Kind, ReceptionEntry
from desk.errors import NotFound
from desk.services import coordination_slip, department, handover, paper, reception
from desk.services.coordination_slip import SlipRow
from desk.services.paper import FormCode
from desk.services.workplace import Workplace

SLIP = FormCode.COORDINATION_SLIP


@pytest.fixture
def slip(workplace: Workplace, now: dt.datetime) -> SlipRow:
    """保安部 was handed what is 工程部's, accepted it and filled a slip."""
    works = department.add(workplace, DepartmentEntry("工程部", "張主管", "2345 1001")).id
    guards = department.add(workplace, DepartmentEntry("保安部", "李主管", "2345 1002")).id
    entry = ReceptionEntry(now, kind=Kind.HELP, caller_name="陳小姐", request="廚房漏水")
    kept = reception.register(workplace, entry)
    known = handover.hand_over(
        workplace, kept.id, kept.version, HandoverEntry(department_id=guards)
    )
    assert known.last is not None
    known = handover.accept(workplace, known.last.id, known.last.version, "李主管")
    assert known.last is not None
    told = SlipEntry(works, "廚房漏水屬工程部，請協調", "何主管", (guards,))
    known = coordination_slip.fill_for_wrong(workplace, known.last.id, known.last.version, told)
    return known.slips[0]


def test_R213_the_paper_says_what_the_slip_says(workplace: Workplace, slip: SlipRow) -> None:
    sheet = paper.prepare(workplace, SLIP, slip.id, "zh_Hant")
    assert sheet.pdf.startswith(b"%PDF")
    assert (sheet.number, sheet.form, sheet.record_id) == (
        slip.number,
        "coordination_slip",
        slip.id,
    )
    told = sheet.content
    assert (told["lead"], told["lead_person"], told["department"]) == ("工程部", "張主管", "保安部")
    assert (told["first_asked"], told["handed_over_by"]) == ("陳大文", "陳大文")
    assert (told["customer"], told["addressee"], told["cause"]) == (
        "陳小姐",
        "何主管",
        "wrong_handover",
    )
    assert told["parts"] == [{"department": "保安部"}]
    assert told["scan_code"] == paper_code.write(slip.number, SLIP, 0)


@pytest.mark.parametrize("language", paper.LANGUAGES)
def test_it_is_printed_by_number_by_code_or_as_the_latest_and_logged(
    workplace: Workplace, slip: SlipRow, language: str, tmp_path: Path
) -> None:
    for key in (slip.number, numbering.scan_code(slip.number), paper.LATEST):
        printed = paper.print_record(workplace, SLIP, key, language)
        assert printed.number == slip.number
    file = tmp_path / "slip.pdf"
    assert paper.print_record(workplace, SLIP, paper.LATEST, language, file).reprint == 3
    assert file.read_bytes().startswith(b"%PDF")
    rows = paper.prints_of(workplace, "coordination_slip", slip.id)
    assert [row.reprint for row in rows] == [3, 2, 1, 0]


def test_a_blank_slip_is_printed_for_the_drawer(workplace: Workplace) -> None:
    printed = paper.print_blank(workplace, SLIP, "zh_Hans")
    assert (printed.number, printed.reprint) == ("", 0)


def test_a_slip_that_is_not_there_is_said_to_be(workplace: Workplace) -> None:
    for key in (7, "X2026-000007", paper.LATEST):
        with pytest.raises(NotFound):
            paper.prepare(workplace, SLIP, key, "zh_Hant")
