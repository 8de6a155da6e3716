"""Sheets of paper and the log of what was printed."""

import hashlib
import io
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest

from desk.clock import FixedClock
from desk.domain.permissions import Role
from desk.errors import EnvironmentFault, NotFound, RuleRefused
from desk.models.lists import print_log
from desk.models.unit_of_work import UnitOfWork
from desk.services import complaint, paper
from desk.services.complaint import ComplaintDetail
from desk.services.paper import Destination, FormCode
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.services.test_complaint import WHOLE

SHEET = FormCode.COMPLAINT_SHEET


@pytest.fixture
def record(workplace: Workplace) -> ComplaintDetail:
    return complaint.register(workplace, WHOLE)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def log_count(workplace: Workplace) -> int:
    with workplace.reading() as reader:
        return reader.exec_driver_sql("SELECT count(*) FROM print_log").scalar_one()


@pytest.mark.parametrize("language", ["zh_Hant", "zh_Hans"])
def test_the_sheet_carries_the_complaint(
    workplace: Workplace, record: ComplaintDetail, language: str
) -> None:
    sheet = paper.prepare(workplace, SHEET, record.number, language)
    text = text_of(sheet.pdf)
    for said in (record.number, record.complainant, record.about, record.contact, "海濱花園"):
        assert said in text
    assert sheet.content["course"] == record.course
    assert sheet.content["occurred_at"] == record.occurred_at.isoformat()
    assert sheet.content["severity"] == "minor"


def test_looking_is_not_printing(workplace: Workplace, record: ComplaintDetail) -> None:
    paper.prepare(workplace, SHEET, record.id, "zh_Hant")
    paper.prepare_blank(workplace, SHEET, "zh_Hant")
    assert log_count(workplace) == 0
    assert paper.prints_of(workplace, "complaint", record.id) == ()


def test_a_print_is_logged_with_everything_to_show_it_again(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    sheet = paper.prepare(workplace, SHEET, record.id, "zh_Hans")
    paper.log_print(workplace, sheet, Destination.PRINTER, 2)
    (row,) = paper.prints_of(workplace, "complaint", record.id)
    assert (row.printed_at, row.printed_by, row.form) == (NOW, "陳大文", "complaint_sheet")
    assert (row.number, row.language, row.destination) == (record.number, "zh_Hans", "printer")
    assert (row.copies, row.reprint, row.template_version) == (2, 0, sheet.template_version)
    assert row.digest == hashlib.sha256(sheet.pages).hexdigest()
    assert row.content == sheet.content | {"contact": "9123 ****"}
    assert row.content["complainant"] == record.complainant


def test_the_second_print_carries_the_mark_of_a_reprint(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    first = paper.print_record(workplace, SHEET, record.number, "zh_Hant")
    second = paper.print_record(workplace, SHEET, record.number, "zh_Hant")
    assert (first.reprint, second.reprint) == (0, 1)
    assert "補印" not in text_of(first.pdf)
    assert "補印" in text_of(second.pdf)


def test_a_reprint_in_the_other_script_is_one_too(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    paper.print_record(workplace, SHEET, record.number, "zh_Hant")
    assert paper.print_record(workplace, SHEET, record.number, "zh_Hans").reprint == 1


def test_latest_means_the_complaint_registered_last(
    workplace: Workplace, record: ComplaintDetail, clock: FixedClock
) -> None:
    older = replace(
        WHOLE,
        received_at=NOW - timedelta(days=9),
        occurred_at=NOW - timedelta(days=10),
    )
    clock.advance(timedelta(minutes=1))
    late = complaint.register(workplace, older)
    assert paper.print_record(workplace, SHEET, "latest", "zh_Hant").number == late.number


@pytest.mark.parametrize("written", ["c2026-000001", "C2026000001", " C2026-000001 "])
def test_a_number_is_read_as_people_write_it(
    workplace: Workplace, record: ComplaintDetail, written: str
) -> None:
    assert paper.prepare(workplace, SHEET, written, "zh_Hant").number == record.number


def test_a_scanned_code_is_a_number_too(workplace: Workplace, record: ComplaintDetail) -> None:
    sheet = paper.prepare(workplace, SHEET, record.id, "zh_Hant")
    code = sheet.content["scan_code"]
    assert paper.prepare(workplace, SHEET, code, "zh_Hant").number == record.number


def test_what_is_not_there_is_not_printed(workplace: Workplace) -> None:
    for key in ("latest", "C2026-000001", 7):
        with pytest.raises(NotFound):
            paper.prepare(workplace, SHEET, key, "zh_Hant")


def test_a_blank_sheet_is_printed_and_logged_without_a_record(
    workplace: Workplace, tmp_path: Path
) -> None:
    printed = paper.print_blank(workplace, SHEET, "zh_Hant", tmp_path / "blank.pdf")
    assert (tmp_path / "blank.pdf").read_bytes() == printed.pdf
    assert printed.number == ""
    assert log_count(workplace) == 1


def test_a_character_no_face_has_is_refused_by_name(workplace: Workplace) -> None:
    record = complaint.register(workplace, replace(WHOLE, place="大堂\U0001f6a7"))
    with pytest.raises(RuleRefused) as refused:
        paper.prepare(workplace, SHEET, record.id, "zh_Hant")
    assert refused.value.reasons
    assert log_count(workplace) == 0


# Saving as PDF


def test_a_pdf_is_saved_whole_and_logged(
    workplace: Workplace, record: ComplaintDetail, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"an older file")
    sheet = paper.prepare(workplace, SHEET, record.id, "zh_Hant")
    printed = paper.save_pdf(workplace, sheet, path)
    assert path.read_bytes() == printed.pdf == sheet.pdf
    assert [row.destination for row in paper.prints_of(workplace, "complaint", record.id)] == [
        "pdf"
    ]
    assert [found.name for found in tmp_path.iterdir() if found.suffix == ".part"] == []


def test_a_file_that_cannot_be_written_leaves_no_log_and_the_older_file(
    workplace: Workplace, record: ComplaintDetail, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"an older file")
    sheet = paper.prepare(workplace, SHEET, record.id, "zh_Hant")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("desk.services.files.os.fsync", full)
        with pytest.raises(EnvironmentFault, match=r"file\.disk_full"):
            paper.save_pdf(workplace, sheet, path)
    assert path.read_bytes() == b"an older file"
    assert log_count(workplace) == 0
    with pytest.raises(EnvironmentFault, match=r"file\.no_folder"):
        paper.save_pdf(workplace, sheet, tmp_path / "none" / "sheet.pdf")
    assert log_count(workplace) == 0


def test_a_log_that_cannot_be_written_leaves_no_file(
    workplace: Workplace, record: ComplaintDetail, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = paper.prepare(workplace, SHEET, record.id, "zh_Hant")

    def full(_work: UnitOfWork) -> None:
        raise EnvironmentFault("storage.disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(UnitOfWork, "commit", full)
        with pytest.raises(EnvironmentFault, match=r"storage\.disk_full"):
            paper.save_pdf(workplace, sheet, tmp_path / "sheet.pdf")
    assert not (tmp_path / "sheet.pdf").exists()
    assert log_count(workplace) == 0


def test_a_log_that_cannot_be_written_leaves_the_older_file(
    workplace: Workplace, record: ComplaintDetail, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"an older file")
    sheet = paper.prepare(workplace, SHEET, record.id, "zh_Hant")

    def full(_work: UnitOfWork) -> None:
        raise EnvironmentFault("storage.disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(UnitOfWork, "commit", full)
        with pytest.raises(EnvironmentFault, match=r"storage\.disk_full"):
            paper.save_pdf(workplace, sheet, path)
    assert path.read_bytes() == b"an older file"
    assert [one.name for one in tmp_path.glob("*.p*")] == ["sheet.pdf"]


@pytest.mark.parametrize("name", ["vault.json", "desk.db", "attachments/sheet.pdf"])
def test_a_pdf_never_takes_the_place_of_the_estate(
    workplace: Workplace, record: ComplaintDetail, name: str
) -> None:
    path = workplace.folder.path / name
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(EnvironmentFault, match=r"file\.data_folder"):
        paper.print_record(workplace, SHEET, record.number, "zh_Hant", path)
    assert (path.read_bytes() if path.exists() else None) == before
    assert log_count(workplace) == 0


def test_a_pdf_takes_the_place_of_no_folder_and_no_device(
    workplace: Workplace, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    with pytest.raises(EnvironmentFault, match=r"file\.special"):
        paper.print_blank(workplace, SHEET, "zh_Hant", pipe)
    with pytest.raises(EnvironmentFault, match=r"file\.is_folder"):
        paper.print_blank(workplace, SHEET, "zh_Hant", Path())
    assert pipe.is_fifo()


def test_a_number_with_half_a_character_is_merely_not_there(workplace: Workplace) -> None:
    for number in ("C2026-\udcff", "\udcff", ""):
        with pytest.raises(NotFound):
            paper.prepare(workplace, SHEET, number, "zh_Hant")


def test_prints_are_counted_per_record(workplace: Workplace, record: ComplaintDetail) -> None:
    other = complaint.register(workplace, WHOLE)
    paper.print_record(workplace, SHEET, record.number, "zh_Hant")
    paper.print_blank(workplace, SHEET, "zh_Hant")
    with workplace.reading() as reader:
        counts = [
            print_log.times_printed(reader, "complaint_sheet", "complaint", one.id)
            for one in (record, other)
        ]
    assert counts == [1, 0]


def test_printing_asks_for_the_right_to_print(
    workplace: Workplace, record: ComplaintDetail, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "desk.services.workplace.may", lambda role, permission: permission == "read"
    )
    assert workplace.actor.role is Role.ADMINISTRATOR
    with pytest.raises(RuleRefused):
        paper.prepare(workplace, SHEET, record.id, "zh_Hant")
