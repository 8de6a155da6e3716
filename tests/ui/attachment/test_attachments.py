"""Attachments on the screen: added, refused in words, looked at without a copy on the disk."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from desk.domain.attachment import MediaType
from desk.errors import EnvironmentFault
from desk.services import complaint, paper
from desk.services.complaint import ComplaintDetail
from desk.services.workplace import Workplace
from desk.ui.attachment.attachment_list import AttachmentList, dropped
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.attachment.file_tile import size_words
from desk.ui.attachment.picture import Picture, pages_of
from tests.services.test_complaint import WHOLE, history


@pytest.fixture
def record(workplace: Workplace) -> ComplaintDetail:
    return complaint.register(workplace, WHOLE)


@pytest.fixture
def listed(workplace: Workplace, record: ComplaintDetail) -> Iterator[AttachmentList]:
    made = AttachmentList()
    made.show_record(AttachmentDeeds(workplace, "complaint", record.id))
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("#336699"))
    path = tmp_path / "大堂.png"
    assert picture.save(str(path))
    return path


def test_every_language_has_its_words(listed: AttachmentList, language: str) -> None:
    assert listed.add_button.text()
    assert listed.add_button.accessibleName()


def test_a_photo_is_added_and_looked_at(
    listed: AttachmentList, photo: Path, workplace: Workplace
) -> None:
    listed.add([photo])
    (tile,) = listed.tiles
    assert "大堂.png" in tile.accessibleName()
    row = listed.rows()[0]
    viewer = listed.open(row)
    assert viewer is not None
    assert viewer.windowTitle() == "大堂.png"
    assert viewer.view.picture(0, QSize(40, 30)).pixelColor(5, 5) == QColor("#336699")
    assert history(workplace, "attachment", row.id) == ["created", "seen"]
    viewer.close()


def test_a_pdf_is_looked_at_page_by_page(
    listed: AttachmentList, workplace: Workplace, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(paper.prepare_blank(workplace, paper.FormCode.COMPLAINT_SHEET, "zh_Hant").pdf)
    listed.add([path])
    viewer = listed.open(listed.rows()[0])
    assert viewer is not None
    viewer.close()


def test_what_is_refused_is_said_by_its_name_and_the_others_are_kept(
    listed: AttachmentList, photo: Path, tmp_path: Path
) -> None:
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ\x90\x00")
    listed.add([program, photo, tmp_path / "none.pdf"])
    assert len(listed.tiles) == 1
    lines = listed.fault().splitlines()
    assert [line.partition(":")[0] for line in lines] == ["setup.exe", "none.pdf"]


def test_a_damaged_file_says_so_and_opens_nothing(
    listed: AttachmentList, photo: Path, workplace: Workplace
) -> None:
    listed.add([photo])
    row = listed.rows()[0]
    path = workplace.folder.attachments / row.digest[:2] / row.digest
    path.write_bytes(b"rubbish")
    assert listed.open(row) is None
    assert "damaged" in listed.fault()


def test_a_picture_in_name_only_is_said_to_be_damaged(
    listed: AttachmentList, tmp_path: Path
) -> None:
    path = tmp_path / "cut.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(9))
    listed.add([path])
    assert listed.open(listed.rows()[0]) is None
    assert "cannot be shown" in listed.fault()


def test_looking_leaves_no_plain_copy(
    listed: AttachmentList, photo: Path, workplace: Workplace, tmp_path: Path
) -> None:
    content = photo.read_bytes()
    listed.add([photo])
    photo.unlink()
    viewer = listed.open(listed.rows()[0])
    assert viewer is not None
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or content[-40:] not in path.read_bytes()
    viewer.close()


def test_only_files_of_this_pc_can_be_dropped() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.png"), QUrl.fromLocalFile("/tmp/b.png")])
    assert dropped(data) == [Path("/tmp/b.png")]


def test_a_giant_picture_is_read_smaller() -> None:
    wide = QImage(9_000, 10, QImage.Format.Format_Grayscale8)
    wide.fill(255)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert wide.save(buffer, "PNG")
    picture = Picture(content.data(), MediaType.PNG)
    assert picture.page_points(0).width() == pytest.approx(6_000 * 0.75)


def test_a_pdf_that_is_none_is_a_plain_fault() -> None:
    with pytest.raises(EnvironmentFault):
        pages_of(b"%PDF-1.7 broken", "application/pdf")


@pytest.mark.parametrize(
    ("size", "words"), [(12, "12 B"), (2_048, "2 KB"), (5 * 1024 * 1024, "5.0 MB")]
)
def test_sizes_are_said_as_people_say_them(size: int, words: str) -> None:
    assert size_words(size) == words


def test_a_closed_list_is_freed(
    workplace: Workplace,
    record: ComplaintDetail,
    photo: Path,
    freed: Callable[[Callable[[], QWidget]], bool],
) -> None:
    def fresh() -> QWidget:
        made = AttachmentList()
        made.show_record(AttachmentDeeds(workplace, "complaint", record.id))
        made.add([photo])
        return made

    assert freed(fresh)
