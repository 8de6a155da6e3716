"""A complaint sheet in both scripts; the rare character is in the text of the paper."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from desk.cli.checks import RARE, need
from desk.clock import SystemClock
from desk.domain.complaint import ContactMethod, ContentClass, Nature, Severity
from desk.domain.reception import Channel
from desk.estate_format import EstateFormat
from desk.i18n import _
from desk.printing.forms.complaint_sheet import ComplaintSheet, build
from desk.printing.job import Job


def check(_folder: Path) -> None:
    """Build the sheet and read it back."""
    for language in ("zh_Hant", "zh_Hans"):
        text = _text_of(build(_sheet(SystemClock().now()), language))
        words = _("{character} is not on the paper").format(character=RARE)
        need(RARE in text, words)


def _sheet(now: datetime) -> ComplaintSheet:
    return ComplaintSheet(
        job=_job(now),
        number="C2026-000045",
        scan_code="C2026000045K",
        received_at=now,
        channel=Channel.WALK_IN,
        complainant=f"{RARE}野家",
        contact_method=ContactMethod.PHONE,
        occurred_at=now,
        course=f"{RARE}野家說明事情的經過。",
        nature=Nature.EFFECTIVE,
        content_class=ContentClass.QUALITY,
        severity=Severity.MINOR,
    )


def _job(now: datetime) -> Job:
    custom = EstateFormat.of("HK")
    return Job(estate="自我檢測", custom=custom, printed_at=now, printed_by=f"{RARE}野家")


def _text_of(pdf: bytes) -> str:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)  # type: ignore[call-overload]
    try:
        document.load(buffer)
        return "".join(document.getAllText(page).text() for page in range(document.pageCount()))
    finally:
        document.close()
