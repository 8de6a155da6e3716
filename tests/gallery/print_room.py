"""Scenes of the print room: papers out by age, a paper that comes home, the log, the forms."""

from datetime import timedelta
from pathlib import Path

from desk.domain import paper_code
from desk.domain.complaint import State
from desk.domain.document_control import DocumentEntry
from desk.domain.paper import FormCode
from desk.domain.signed_paper import Home
from desk.services import document_control, paper, signed_paper
from desk.services.signed_paper import PaperRow
from desk.services.workplace import Workplace
from desk.ui.print_room.home_dialog import HomeDialog, home_dialog
from desk.ui.print_room.page import PrintRoomPage
from desk.ui.print_room.paper_view import PaperView
from tests.gallery.estates import NOW
from tests.gallery.stage import Stage

_AGES = (
    (State.REGISTERED, FormCode.COMPLAINT_SHEET, timedelta(days=5, hours=3)),
    (State.HANDLED, FormCode.COMPLAINT_RECORD, timedelta(days=2, hours=4)),
    ("busy", FormCode.COMPLAINT_SHEET, timedelta(days=1, hours=2)),
    (State.CLOSED, FormCode.COMPLAINT_RECORD, timedelta(hours=3)),
)


def papers_out(stage: Stage) -> None:
    """What is out, the oldest first; one of them beside the list."""
    page = _page(stage)
    _view(page, _rows(stage)[0])
    stage.settle()


def coming_home(stage: Stage) -> None:
    """Signed paper returned: what it will tick, two pages of it."""
    dialog = _dialog(stage, 1)
    dialog.field("signed_by").set_value(stage.estate.resident.name)
    dialog.field("scans").set_value([Path("IMG_2041.jpg"), Path("IMG_2042.jpg")])
    stage.cover(dialog)


def refused(stage: Stage) -> None:
    """Nobody named, and a day to come."""
    dialog = _dialog(stage, 1)
    dialog.field("signed_on").set_value(NOW.date() + timedelta(days=3))
    dialog.save()
    stage.cover(dialog)


def replaced(stage: Stage) -> None:
    """An older version comes back: what changed since, taken in only knowingly."""
    page = _page(stage)
    dialog = home_dialog(page._deeds, page._deeds.find(_old_code(stage)), page.window())
    stage.cover(dialog)


def home(stage: Stage) -> None:
    """What came home, who signed and what it ticked."""
    page = _page(stage)
    workplace = stage.workplace()
    row = _rows(stage)[2]
    day = workplace.estate.custom.day(row.printed_at)
    known = Home(day, stage.estate.resident.name)
    signed_paper.take_home(workplace, row.id, row.version, known, knowingly=True)
    _view(page, row)
    stage.settle()


def log(stage: Stage) -> None:
    """Every print, with what stood on it."""
    page = _page(stage)
    section = page.show_section("log")
    section.reload()
    section.open_key(str(_rows(stage)[0].id))
    stage.settle()


def forms(stage: Stage) -> None:
    """Every form; the head of one."""
    page = _page(stage)
    _keep_head(stage.workplace())
    page.show_section("forms").reload()
    page.open_key(FormCode.COMPLAINT_SHEET)
    stage.settle()


def _page(stage: Stage) -> PrintRoomPage:
    page = stage.page("print_room", "supervisor")
    assert isinstance(page, PrintRoomPage)
    _print(stage)
    page.reload()
    stage.settle()
    return page


def _print(stage: Stage) -> None:
    """Papers of several days, once an estate."""
    workplace, clock = stage.workplace(), stage.estate.clock
    if signed_paper.out(workplace, limit=1).rows:
        return
    for state, form, age in _AGES:
        clock.moment = NOW - age
        key = stage.estate.complaints[state]
        paper.print_record(workplace, form, key, stage.language)
    clock.moment = NOW
    key = stage.estate.complaints[State.REGISTERED]
    paper.print_record(workplace, FormCode.COMPLAINT_SHEET, key, stage.language)


def _rows(stage: Stage) -> tuple[PaperRow, ...]:
    return signed_paper.out(stage.workplace()).rows


def _old_code(stage: Stage) -> str:
    """The first print of the sheet that was printed again since."""
    key = stage.estate.complaints[State.REGISTERED]
    first = paper.prints_of(stage.workplace(), "complaint", key)[-1]
    return paper_code.write(first.number, first.form, first.reprint)


def _view(page: PrintRoomPage, row: PaperRow) -> PaperView:
    shown = page.open_key(str(row.id))
    assert isinstance(shown, PaperView)
    return shown


def _dialog(stage: Stage, place: int) -> HomeDialog:
    page = _page(stage)
    found = page._deeds.of_print(_rows(stage)[place].id)
    return home_dialog(page._deeds, found, page.window())


def _keep_head(workplace: Workplace) -> None:
    known = document_control.of_form(workplace, FormCode.COMPLAINT_SHEET)
    if known.id is None:
        day = workplace.estate.custom.day(NOW)
        entry = DocumentEntry("WY-07-01", "B", "2", day, "李美玲", "林志強", "陳國華")
        document_control.keep(workplace, known.form, known.version, entry)


SCENES = {
    "papers_out": papers_out,
    "signed_paper_returned": coming_home,
    "signed_paper_refused": refused,
    "signed_paper_replaced": replaced,
    "signed_paper_home": home,
    "print_log": log,
    "forms": forms,
}
