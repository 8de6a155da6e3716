"""Attaching pictures and PDFs to a record."""

import json
from pathlib import Path

import pytest

from desk.domain.attachment import SIZE_LIMIT
from desk.errors import EnvironmentFault, NotFound, RuleRefused
from desk.models.attachments import AttachmentStore
from desk.services import attachment, complaint
from desk.services.complaint import ComplaintDetail
from desk.services.workplace import Workplace
from tests.services.test_complaint import WHOLE, history

CANARY = b"canary-7f3a-canary"
PDF = b"%PDF-1.7\n" + CANARY * 40


@pytest.fixture
def record(workplace: Workplace) -> ComplaintDetail:
    return complaint.register(workplace, WHOLE)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "曾德華 收據.pdf"
    path.write_bytes(PDF)
    return path


def test_a_pdf_is_attached_listed_and_opened(
    workplace: Workplace, record: ComplaintDetail, source: Path
) -> None:
    row = attachment.add(workplace, "complaint", record.id, source)
    assert (row.name, row.media_type, row.size) == ("曾德華 收據.pdf", "application/pdf", len(PDF))
    assert row.added_by == "陳大文"
    assert attachment.of_record(workplace, "complaint", record.id) == (row,)
    assert attachment.of_record(workplace, "reception", record.id) == ()
    assert attachment.open_attachment(workplace, row.id) == PDF
    assert source.read_bytes() == PDF


def test_every_look_is_recorded(
    workplace: Workplace, record: ComplaintDetail, source: Path
) -> None:
    row = attachment.add(workplace, "complaint", record.id, source)
    attachment.open_attachment(workplace, row.id)
    attachment.open_attachment(workplace, row.id)
    assert history(workplace, "attachment", row.id) == ["created", "seen", "seen"]


def test_nothing_of_the_file_stands_in_the_folder_in_plain(
    workplace: Workplace, record: ComplaintDetail, source: Path
) -> None:
    row = attachment.add(workplace, "complaint", record.id, source)
    attachment.open_attachment(workplace, row.id)
    files = [path for path in workplace.folder.path.rglob("*") if path.is_file()]
    assert any(row.digest in path.name for path in files)
    for path in files:
        content = path.read_bytes()
        assert CANARY not in content
        assert "曾德華".encode() not in content
        assert "曾德華" not in str(path)


def test_the_file_is_on_the_disk_before_the_row_is(
    workplace: Workplace,
    record: ComplaintDetail,
    source: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_anything: object) -> str:
        raise EnvironmentFault("storage.disk_full")

    monkeypatch.setattr(AttachmentStore, "put", full)
    with pytest.raises(EnvironmentFault):
        attachment.add(workplace, "complaint", record.id, source)
    assert attachment.of_record(workplace, "complaint", record.id) == ()


def test_a_tampered_file_is_not_shown_and_no_look_is_recorded(
    workplace: Workplace, record: ComplaintDetail, source: Path
) -> None:
    row = attachment.add(workplace, "complaint", record.id, source)
    path = workplace.folder.attachments / row.digest[:2] / row.digest
    path.write_bytes(path.read_bytes()[:-1] + b"\x00")
    with pytest.raises(EnvironmentFault, match=r"attachment\.damaged"):
        attachment.open_attachment(workplace, row.id)
    assert history(workplace, "attachment", row.id) == ["created"]


def test_a_program_in_a_pictures_clothes_is_refused(
    workplace: Workplace, record: ComplaintDetail, tmp_path: Path
) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"MZ\x90\x00 this program cannot be run")
    with pytest.raises(RuleRefused) as refused:
        attachment.add(workplace, "complaint", record.id, path)
    assert [reason.code for reason in refused.value.reasons] == ["attachment.type"]


def test_an_empty_a_giant_and_a_missing_file_are_refused(
    workplace: Workplace, record: ComplaintDetail, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.pdf"
    empty.touch()
    with pytest.raises(RuleRefused):
        attachment.add(workplace, "complaint", record.id, empty)
    giant = tmp_path / "giant.pdf"
    with giant.open("wb") as stream:
        stream.write(b"%PDF-")
        stream.truncate(SIZE_LIMIT + 1)
    with pytest.raises(EnvironmentFault, match=r"file\.too_big"):
        attachment.add(workplace, "complaint", record.id, giant)
    with pytest.raises(EnvironmentFault, match=r"file\.missing"):
        attachment.add(workplace, "complaint", record.id, tmp_path / "none.pdf")
    with pytest.raises(EnvironmentFault, match=r"file\.is_folder"):
        attachment.add(workplace, "complaint", record.id, tmp_path)
    with pytest.raises(EnvironmentFault, match=r"file\.unreadable"):
        attachment.add(workplace, "complaint", record.id, tmp_path / ("長" * 300))


def test_nothing_is_attached_to_a_record_that_is_not_there(
    workplace: Workplace, source: Path
) -> None:
    with pytest.raises(NotFound):
        attachment.add(workplace, "complaint", 99, source)
    with pytest.raises(NotFound):
        attachment.open_attachment(workplace, 99)


def test_the_trail_knows_the_attachment(
    workplace: Workplace, record: ComplaintDetail, source: Path
) -> None:
    row = attachment.add(workplace, "complaint", record.id, source)
    with workplace.reading() as reader:
        told = reader.exec_driver_sql(
            "SELECT changes FROM history WHERE kind = 'attachment' AND record_id = ?", (row.id,)
        ).scalar()
    assert json.loads(told)["digest"] == row.digest
