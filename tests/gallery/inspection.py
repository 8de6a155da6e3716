"""Scenes of inspections and defects."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.services import inspection
from desk.services.inspection import Filter
from desk.ui.inspection.defect_record import DefectRecord
from desk.ui.inspection.defects_page import DefectsPage
from desk.ui.inspection.dialog import InspectionDialog, show_inspection
from desk.ui.move_in.page import MoveInPage
from tests.gallery.stage import Stage


def _page(stage: Stage, login: str = "reception") -> DefectsPage:
    page = stage.page("move_in", login)
    assert isinstance(page, MoveInPage)
    section = page.show_section("defect")
    assert isinstance(section, DefectsPage)
    stage.settle()
    return section


def _open(stage: Stage, state: str) -> DefectRecord:
    """The oldest defect that stands so."""
    page = _page(stage)
    rows = page._deeds.defects({"state": state}, None).rows
    page.open_key(str(rows[0].id))
    stage.settle()
    record = page.open_form()
    assert isinstance(record, DefectRecord)
    return record


def _ask(stage: Stage, state: str, code: str) -> None:
    dialog = _open(stage, state).run_code(code)
    assert dialog is not None
    stage.over.append((dialog, None))
    stage.settle()


def _inspection(stage: Stage, state: str) -> InspectionDialog:
    page = _page(stage)
    rows = inspection.page(page._deeds.workplace, Filter(state=state)).rows
    known = page._deeds.inspection(rows[0].id)
    dialog = show_inspection(page._deeds, page, known)
    stage.over.append((dialog, None))
    stage.settle()
    return dialog


def register(stage: Stage) -> None:
    """What waits, the oldest first, and how much is how old."""
    _page(stage)


def overdue(stage: Stage) -> None:
    """A defect that failed again, with everything that was done about it."""
    _open(stage, "open")


def reminding(stage: Stage) -> None:
    """The builder is reminded."""
    _ask(stage, "open", "remind")


def looking_again(stage: Stage) -> None:
    """What is said to be done is looked at again."""
    _ask(stage, "done", "recheck")


def walking(stage: Stage) -> None:
    """Half-way through a home: the next part waits for its key."""
    _inspection(stage, "open")


def remarking(stage: Stage) -> None:
    """A part fails, and its remark is typed."""
    grid = _inspection(stage, "open").part.grid
    QTest.keyClick(grid, Qt.Key.Key_F)
    stage.settle()


def photographing(stage: Stage) -> None:
    """The photos of a part."""
    dialog = _inspection(stage, "open")
    wanted = dialog.part.show_photos(dialog.part.known().items[0].id)
    stage.over.append((wanted, None))
    stage.settle()


def template(stage: Stage) -> None:
    """The rooms and parts with which every inspection begins."""
    stage.over.append((_page(stage, "manager").template_button.open_template(), None))
    stage.settle()


def metering(stage: Stage) -> None:
    """The meters are copied down."""
    dialog = _inspection(stage, "open").part.record.run_code("meters")
    assert dialog is not None
    stage.over.append((dialog, None))
    stage.settle()


def settled(stage: Stage) -> None:
    """What was settled, with its defects and signatures."""
    _inspection(stage, "done")


SCENES: dict[str, Callable[[Stage], None]] = {
    "defects": register,
    "defect-open": overdue,
    "defect-reminding": reminding,
    "defect-looking-again": looking_again,
    "inspection-walking": walking,
    "inspection-remarking": remarking,
    "inspection-photos": photographing,
    "inspection-template": template,
    "inspection-metering": metering,
    "inspection-settled": settled,
}
