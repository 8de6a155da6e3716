"""The small estates the pictures are taken of: one of each region, always the same."""

import datetime as dt
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from reportlab.pdfgen.canvas import Canvas

from desk import hanzi
from desk.clock import FixedClock
from desk.config import DataFolder, resources_folder
from desk.domain.complaint import State
from desk.domain.estate import PersonKind, Region
from desk.models.vault import Cost
from desk.services import attachment, household, sample_estate, sign_in
from desk.services.household import Household, ResidentView
from desk.services.sample_estate import Size
from desk.services.workplace import Workplace
from tests.gallery import cases

NOW = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)  # 14:30 in all three regions
CHEAP = Cost(passes=1, memory=8, lanes=1)
CODE = "K7QF-2MXD-9RTA-PW4C-H3JE-8VNB"  # as long as a real one, opens nothing
HOUSEHOLDS, DAYS = 96, 40


@dataclass(frozen=True)
class Script:
    """One row of pictures: its name, the language of the window, the region of the estate."""

    name: str
    language: str
    region: Region


SCRIPTS = (
    Script("zh_Hant", "zh_Hant", Region.HK),
    Script("zh_Hans", "zh_Hans", Region.CN),
    Script("zh_Hant_TW", "zh_Hant", Region.TW),
    Script("en", "en", Region.HK),
)
USUAL = ("zh_Hant", "zh_Hans", "zh_Hant_TW")


@dataclass(frozen=True)
class Estate:
    """A sample estate on disk, and what the scenes want to know of it."""

    script: Script
    folder: DataFolder
    clock: FixedClock
    passwords: dict[str, str]
    household: Household
    complaints: dict[str, int]
    words: dict[str, Any]

    def enter(self, login: str = "reception") -> Workplace:
        """The open desk of one of its clerks."""
        return sign_in.sign_in(self.folder, login, self.passwords[login], self.clock)

    @property
    def resident(self) -> ResidentView:
        """The person who stands at the counter."""
        return self.household.residents[0]

    def initials(self) -> str:
        """How she is looked for: the first letter of each character of the name."""
        return "".join(hanzi.readings(char)[0][0] for char in self.resident.name)

    def phone_tail(self) -> str:
        """The last digits of her phone."""
        return "".join(filter(str.isdigit, self.resident.phones[0]))[-4:]


def build(script: Script, path: Path, days: int = DAYS) -> Estate:
    """Make the estate of a script in an empty folder."""
    folder, clock = DataFolder(path), FixedClock(NOW)
    size = Size(HOUSEHOLDS, days, seed=7, region=script.region)
    workplace, accounts = sample_estate.create(folder, size, clock, cost=CHEAP)
    workplace.close()
    passwords = {one.login: one.password for one in accounts}
    chosen, numbers = _live_on(folder, clock, passwords, script)
    return Estate(script, folder, clock, passwords, chosen, numbers, _words(script))


def _live_on(
    folder: DataFolder, clock: FixedClock, passwords: dict[str, str], script: Script
) -> tuple[Household, dict[str, int]]:
    """One household has a complaint at each stage of its life, one of them with files."""
    desk, colleague = (
        sign_in.sign_in(folder, login, passwords[login], clock)
        for login in ("supervisor", "manager")
    )
    try:
        chosen, numbers = _busiest(desk), {}
        for hours, name, play, which in _CASES:
            clock.moment = NOW - dt.timedelta(hours=hours, minutes=25)
            about = _words(script)["complaints"][which]
            entry = cases.entry_of(chosen, about, clock.moment)
            if name in _HOT:
                entry = cases.hot(entry, cases.WORDS[script.language]["topic"])
            course = cases.begun(desk, colleague, clock, script.language, entry)
            course.about = about
            play(course)
            numbers[name] = course.case.detail.id
        clock.moment = NOW - dt.timedelta(minutes=10)
        _attach(desk, numbers[State.REGISTERED], folder.path.parent)
    finally:
        clock.moment = NOW
        desk.close()
        colleague.close()
    return chosen, numbers


_HOT = ("busy", "reported")
_CASES = (
    (12 * 24, "reported", cases.reported, 3),
    (6 * 24, str(State.CLOSED), cases.closed, 2),
    (3 * 24, str(State.HANDLED), cases.handled, 1),
    (21, "busy", cases.busy, 3),
    (0, str(State.REGISTERED), cases.registered, 0),
)


def _words(script: Script) -> dict[str, Any]:
    path = resources_folder() / "sample" / f"{script.region}.json"
    told: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return told


def _busiest(workplace: Workplace) -> Household:
    """A natural person's household with an instruction that holds, and several residents."""
    rows = household.units(workplace, limit=HOUSEHOLDS).rows
    found = [household.household(workplace, row.id) for row in rows]
    return max(found, key=_interest)


def _interest(one: Household) -> tuple[bool, bool, int]:
    first = one.residents[0] if one.residents else None
    readable = first is not None and all(hanzi.readings(char) for char in first.name)
    is_person = first is not None and first.kind is PersonKind.NATURAL and len(first.name) == 3
    return bool(is_person and readable), bool(one.instructions), len(one.residents)


def _attach(workplace: Workplace, complaint_id: int, beside: Path) -> None:
    """A picture and a PDF."""
    for name, content in (("IMG_2051.png", picture()), ("letter.pdf", letter())):
        path = beside / name
        path.write_bytes(content)
        attachment.add(workplace, "complaint", complaint_id, path)
        path.unlink()


def picture() -> bytes:
    """A photograph of a leak, as far as a few lines of code are a camera."""
    image = QImage(960, 640, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    ground = QLinearGradient(0, 0, 0, 640)
    ground.setColorAt(0, QColor("#d8d2c4"))
    ground.setColorAt(1, QColor("#8e8778"))
    painter.fillRect(image.rect(), ground)
    painter.setPen(Qt.PenStyle.NoPen)
    for at, size in ((300, 220), (360, 160), (420, 240), (520, 120)):
        painter.setBrush(QColor(90, 84, 70, 90))
        painter.drawEllipse(at, 140 + size // 3, size, size)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def letter() -> bytes:
    """A one-page PDF."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    canvas.drawString(72, 760, "To the management office")
    canvas.save()
    return stream.getvalue()


__all__ = ["CODE", "NOW", "SCRIPTS", "USUAL", "Estate", "Script", "build"]
