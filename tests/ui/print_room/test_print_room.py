"""The print room: papers out by age, a paper taken home, scanning with and without a dialog."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.clock import FixedClock
from desk.domain import paper_code
from desk.domain.complaint import Ground, Severity
from desk.domain.hand_out import HandOutEntry, sheets
from desk.domain.paper import FORMS, FormCode, Outcome
from desk.domain.permissions import Role
from desk.domain.signed_paper import PaperStanding
from desk.services import (
    attachment,
    complaint_case,
    complaint_handling,
    document_control,
    print_log,
    signed_paper,
    staff,
)
from desk.services import paper as print_services
from desk.services.complaint_case import Case
from desk.services.print_log import PrintFilter
from desk.services.signed_paper import PaperRow
from desk.services.workplace import Actor, Workplace
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.retranslate import speak
from desk.ui.kit.theme import Tone
from desk.ui.open_desk import OpenDesk
from desk.ui.print_room import words
from desk.ui.print_room.deeds import PrintRoomDeeds
from desk.ui.print_room.forms import FormsPage, HeadForm
from desk.ui.print_room.home_dialog import HomeDialog, home_dialog
from desk.ui.print_room.log import LogPage
from desk.ui.print_room.page import PrintRoomPage
from desk.ui.print_room.pages_field import PagesField
from desk.ui.print_room.paper_view import PaperView
from desk.ui.print_room.papers import PaperPage
from tests.conftest import CHEAP, PASSWORD
from tests.services import case_course as course
from tests.services.test_signed_paper import PNG, home, printed
from tests.ui.conftest import Freed, clear

SHEET = FormCode.COMPLAINT_SHEET


@pytest.fixture
def case(workplace: Workplace, clock: FixedClock) -> Case:
    """A case whose sheet is with the department."""
    known = course.filed(workplace, Severity.MAJOR, Ground.ON_SITE)
    clock.advance(timedelta(minutes=5))
    entry = HandOutEntry(workplace.now(), ("工程部",))
    return complaint_handling.hand_out(workplace, known.detail.id, known.detail.version, entry)


@pytest.fixture
def paper(workplace: Workplace, case: Case, clock: FixedClock) -> PaperRow:
    """Its sheet, out since four days; another one since an hour."""
    made = printed(workplace, case.detail, SHEET)
    clock.advance(timedelta(days=4))
    return made


@pytest.fixture
def deeds(workplace: Workplace) -> PrintRoomDeeds:
    return PrintRoomDeeds(workplace)


@pytest.fixture
def above(qtbot: QtBot) -> QDialog:
    """Any window for a dialog to stand over."""
    made = QDialog()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def page(deeds: PrintRoomDeeds, paper: PaperRow, qtbot: QtBot) -> Iterator[PrintRoomPage]:
    made = PrintRoomPage(deeds)
    qtbot.addWidget(made)
    made.resize(1160, 700)
    made.show()
    made.shown()
    yield made
    made.close()


@pytest.fixture
def desk(
    dressed: QApplication, workplace: Workplace, paper: PaperRow, qtbot: QtBot
) -> Iterator[OpenDesk]:
    """The whole window."""
    made = OpenDesk(dressed, workplace, 10)
    qtbot.addWidget(made.window)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitActive(made.window)
    yield made
    for dialog in dialogs():
        dialog._is_dirty = False
        dialog.reject()
    made.window.close()
    clear()


def dialogs() -> list[DeedDialog]:
    """What stands over the window."""
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, DeedDialog) and one.isVisible()]


def code(row: PaperRow) -> str:
    return paper_code.write(row.number, row.form, row.reprint)


def scan(text: str) -> None:
    """A scanner types into whatever has the keyboard."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, text)
    QTest.keyClick(target, Qt.Key.Key_Return)
    QTest.qWait(20)


def papers(page: PrintRoomPage) -> PaperPage:
    section = page.section()
    assert isinstance(section, PaperPage)
    return section


def view(page: PrintRoomPage, row: PaperRow) -> PaperView:
    """The paper beside the list."""
    opened = page.open_key(str(row.id))
    assert isinstance(opened, PaperView)
    return opened


# Papers out


def test_the_papers_out_stand_oldest_first_with_their_age(
    page: PrintRoomPage, workplace: Workplace, case: Case, paper: PaperRow, language: str
) -> None:
    fresh = printed(workplace, case.detail, SHEET)
    page.reload()
    shown = papers(page).table.model()
    assert shown.rowCount() == 2
    now = workplace.now()
    assert words.age_chip(paper, now).tone is Tone.OVERDUE
    assert words.age_chip(fresh, now).tone is Tone.NEUTRAL
    old = words.age_chip(paper, paper.printed_at + timedelta(days=1, hours=2))
    assert old.tone is Tone.DUE
    assert "1" in old.text


def test_the_count_is_of_those_out_for_more_than_a_day(
    deeds: PrintRoomDeeds, workplace: Workplace, case: Case, paper: PaperRow
) -> None:
    printed(workplace, case.detail, SHEET)
    assert deeds.out_count() == 1


def test_a_paper_says_how_it_stands_and_what_can_be_done(
    page: PrintRoomPage, paper: PaperRow, language: str
) -> None:
    shown = view(page, paper)
    assert shown.found.standing is PaperStanding.OUT
    visible = [one for one in shown._buttons() if one.isVisibleTo(shown)]
    assert shown.home_button in visible
    assert shown.let_go_button in visible
    assert shown.yes_button not in visible
    assert all(one.accessibleName() for one in visible)


def test_a_paper_is_let_go_with_a_reason(page: PrintRoomPage, paper: PaperRow) -> None:
    shown = view(page, paper)
    shown.let_go()
    (dialog,) = dialogs()
    assert not dialog.save()
    assert dialog.refusal("why")
    dialog.field("why").set_value("紙張損毀")
    assert dialog.save()
    assert shown.found.standing is PaperStanding.LET_GO
    assert papers(page).table.model().rowCount() == 0


def test_a_print_is_answered_for(page: PrintRoomPage, workplace: Workplace, case: Case) -> None:
    asked = printed(workplace, case.detail, FormCode.COMPLAINT_RECORD, outcome=Outcome.ASKED)
    page.show_section("unanswered").reload()
    assert papers(page).table.model().rowCount() == 1
    shown = view(page, asked)
    shown.yes_button.click()
    assert signed_paper.get(workplace, asked.id).outcome == Outcome.PRINTED
    assert not shown.yes_button.isVisibleTo(shown)


def test_whoever_may_only_read_is_told_why(
    workplace: Workplace, paper: PaperRow, qtbot: QtBot
) -> None:
    one = staff.add(
        workplace, staff.AccountEntry("look", "look", Role.GENERAL_MANAGER, "en"), PASSWORD, CHEAP
    )
    actor = Actor(one.id, "look", "look", Role.GENERAL_MANAGER, "en")
    shown = PaperView(PrintRoomDeeds(workplace.signed_in_as(actor)), paper.id)
    qtbot.addWidget(shown)
    assert not shown.home_button.isEnabled()
    assert shown.home_button.toolTip()


# Taken home


def test_the_dialog_says_what_it_will_tick_and_ticks_it(
    deeds: PrintRoomDeeds, case: Case, paper: PaperRow, above: QDialog, tmp_path: Path
) -> None:
    workplace = deeds.workplace
    dialog = home_dialog(deeds, deeds.of_print(paper.id), above)
    assert "R145" in dialog.plan.lead() if dialog.plan.lead else ""
    assert dialog.field("signed_on").value() == deeds.today()
    assert not dialog.save()
    assert dialog.refusal("signed_by")
    pages = dialog.field("scans")
    assert isinstance(pages, PagesField)
    for number in (2, 1):
        path = tmp_path / f"{number}.png"
        path.write_bytes(PNG + bytes([number]))
        pages.add([path])
    dialog.field("signed_by").set_value("李主管")
    assert dialog.save()
    assert sheets(complaint_case.get(workplace, case.detail.id).facts)[0].returned is not None
    (row,) = signed_paper.of_print(workplace, paper.id)
    kept = attachment.of_record(workplace, signed_paper.KIND, row.id)
    assert [one.name for one in kept] == ["2.png", "1.png"]


def test_a_page_is_left_out_again(qtbot: QtBot) -> None:
    field = PagesField()
    qtbot.addWidget(field)
    field.add([Path("a.png"), Path("b.png"), Path("c.png")])
    field.take_off(1)
    assert [one.name for one in field.value()] == ["a.png", "c.png"]


def test_a_second_copy_is_taken_in_only_by_whoever_says_so(
    deeds: PrintRoomDeeds, workplace: Workplace, paper: PaperRow, above: QDialog
) -> None:
    signed_paper.take_home(workplace, paper.id, paper.version, home(workplace))
    dialog = home_dialog(deeds, deeds.of_print(paper.id), above)
    dialog.field("signed_by").set_value("李主管")
    assert not dialog.save()
    assert dialog.refusal("knowingly")
    dialog.field("knowingly").set_value(["yes"])
    assert dialog.save()


def test_the_history_leads_to_a_print_and_to_a_signed_paper(
    page: PrintRoomPage, workplace: Workplace, paper: PaperRow
) -> None:
    row = signed_paper.take_home(workplace, paper.id, paper.version, home(workplace))
    for key in (f"print_log:{paper.id}", f"signed_paper:{row.id}"):
        shown = page.open_key(key)
        assert isinstance(shown, PaperView)
        assert shown.found.paper is not None
        assert shown.found.paper.id == paper.id


def test_what_came_home_is_shown_and_withdrawn(
    page: PrintRoomPage, workplace: Workplace, paper: PaperRow, language: str
) -> None:
    signed_paper.take_home(workplace, paper.id, paper.version, home(workplace, remark="已修好"))
    shown = view(page, paper)
    (part,) = shown.signed
    assert "李主管" in part.words()
    assert "已修好" in part.words()
    part.withdraw_button.click()
    (dialog,) = dialogs()
    assert "R145" in dialog.plan.lead() if dialog.plan.lead else ""
    dialog.field("why").set_value("認錯單號")
    assert dialog.save()
    assert shown.found.standing is PaperStanding.OUT
    assert "認錯單號" in shown.signed[0].words()


# Scanning


def test_a_scan_opens_the_record_and_asks_what_came_back(
    desk: OpenDesk, workplace: Workplace, paper: PaperRow
) -> None:
    scan(code(paper))
    (dialog,) = dialogs()
    assert isinstance(dialog, HomeDialog)
    assert desk.window.page() is desk.window.go("complaint")
    assert desk.window.page().open_form() is not None
    dialog.field("signed_by").set_value("李主管")
    assert dialog.save()
    assert signed_paper.get(workplace, paper.id).home_at is not None


def test_another_scan_takes_the_place_of_an_empty_dialog(
    desk: OpenDesk, workplace: Workplace, paper: PaperRow, case: Case
) -> None:
    other = printed(workplace, case.detail, FormCode.COMPLAINT_RECORD)
    scan(code(paper))
    scan(code(other))
    (dialog,) = dialogs()
    assert form_of(dialog) == FormCode.COMPLAINT_RECORD


def form_of(dialog: DeedDialog) -> str:
    """The form a dialog is about."""
    found: object = dialog.plan.do.args[1]  # type: ignore[attr-defined]
    return str(found.paper.form)  # type: ignore[attr-defined]


def test_while_something_is_being_written_a_scan_is_offered(
    desk: OpenDesk, paper: PaperRow
) -> None:
    scan(code(paper))
    (dialog,) = dialogs()
    QTest.keyClicks(dialog.field("signed_by").control, "Li")
    scan(code(paper))
    assert dialogs() == [dialog]
    assert dialog.field("signed_by").value() == "Li"
    assert desk.window.status.reminder.isVisibleTo(desk.window)
    dialog._is_dirty = False
    dialog.reject()
    desk.window.status.reminder.click()
    assert len(dialogs()) == 1


class Answering(QDialog):
    """A dialog that answers for codes itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.codes: list[str] = []
        self.line = QLineEdit(self)

    def show_code(self, code: str) -> None:
        """Answer for a code."""
        self.codes.append(code)


def test_a_dialog_that_answers_for_codes_gets_them(desk: OpenDesk, paper: PaperRow) -> None:
    dialog = Answering(desk.window)
    dialog.open()
    dialog.line.setFocus()
    scan(code(paper))
    assert dialog.codes == [code(paper)]
    assert dialogs() == []
    dialog.reject()


def test_a_locked_desk_hears_no_scanner(desk: OpenDesk, paper: PaperRow) -> None:
    desk.window.lock()
    target = desk.window.focusWidget()
    assert target is not None
    QTest.keyClicks(target, code(paper))
    QTest.qWait(200)
    assert dialogs() == []


def test_the_short_code_may_be_typed_into_the_search_box(desk: OpenDesk, paper: PaperRow) -> None:
    search = desk.window.bar.search
    search.begin()
    desk.window.scanner.stop()
    QTest.keyClicks(search, code(paper).lower())
    QTest.keyClick(search, Qt.Key.Key_Return)
    (dialog,) = dialogs()
    assert isinstance(dialog, HomeDialog)


def test_what_is_forged_leads_nowhere_and_is_told(
    desk: OpenDesk, paper: PaperRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def tell(_parent: object, text: str, detail: str = "", *, warning: bool = True) -> None:
        said.append(f"{text} {detail} {warning}")

    monkeypatch.setattr("desk.ui.print_room.scanning.tell", tell)
    before = desk.window.page()
    scan(paper_code.write(paper.number, SHEET, 0, "GQ85U"))
    assert len(said) == 1
    assert "forged" in said[0]
    assert "True" in said[0]
    assert desk.window.page() is before


def test_every_word_follows_the_language(
    page: PrintRoomPage, paper: PaperRow, dressed: QApplication
) -> None:
    shown = view(page, paper)
    english = shown.home_button.accessibleName()
    speak(dressed, "zh_Hant")
    assert shown.home_button.accessibleName()
    speak(dressed, "en")
    assert shown.home_button.accessibleName() == english


def test_what_is_closed_is_freed(deeds: PrintRoomDeeds, paper: PaperRow, freed: Freed) -> None:
    assert freed(lambda: PrintRoomPage(deeds))
    assert freed(lambda: PaperView(deeds, paper.id))


# The log and the forms


def test_the_log_is_narrowed_and_shows_what_stood_on_a_print(
    page: PrintRoomPage, workplace: Workplace, paper: PaperRow, language: str
) -> None:
    section = page.show_section("log")
    assert isinstance(section, LogPage)
    section.reload()
    assert section.table.model().rowCount() == 1
    section.words.setText(code(paper).lower())
    section.reload()
    assert section.table.model().rowCount() == 1
    section.words.setText("C2026-000999")
    section.reload()
    assert section.table.model().rowCount() == 0
    shown = section.open_key(str(paper.id))
    assert isinstance(shown, PaperView)
    assert "大堂" in shown._values.text()
    assert not shown.show_button.isEnabled()  # its pages were not kept


def test_a_real_print_is_shown_again(page: PrintRoomPage, workplace: Workplace, case: Case) -> None:
    made = print_services.print_record(workplace, SHEET, case.detail.id, "zh_Hant")
    shown = page.open_key(str(made.log_id))
    assert isinstance(shown, PaperView)
    viewer = shown.show_print()
    assert viewer is not None
    viewer.reject()


def test_every_form_has_its_head_and_its_blank(
    page: PrintRoomPage, workplace: Workplace, language: str
) -> None:
    section = page.show_section("forms")
    assert isinstance(section, FormsPage)
    assert section.table.model().rowCount() == len(FORMS)
    form = page.open_key(SHEET)
    assert isinstance(form, HeadForm)
    form.field("number").set_value("WY-07-01")
    assert not form.save()
    form.field("edition").set_value("A")
    form.field("effective_on").set_value(workplace.estate.custom.day(workplace.now()))
    for name in ("prepared_by", "reviewed_by", "approved_by"):
        form.field(name).set_value("陳大文")
    assert form.save(), [form.fields.cell(one).refusal() for one in ("number", "edition")]
    assert document_control.of_form(workplace, SHEET).number == "WY-07-01"
    preview = form.print_blank()
    assert preview.sheet() is not None
    preview.reject()


def test_the_blanks_of_every_form_are_one_file(
    page: PrintRoomPage, tmp_path: Path, qtbot: QtBot
) -> None:
    section = page.show_section("forms")
    assert isinstance(section, FormsPage)
    path = tmp_path / "blanks.pdf"
    with qtbot.waitSignal(section.started) as started:
        section.write_blanks(path)
    task = started.args[0]
    qtbot.waitUntil(path.exists, timeout=20_000)
    assert task is not None
    assert path.read_bytes().startswith(b"%PDF")
    QTest.qWait(50)


def test_those_of_a_period_are_one_file(  # noqa: PLR0917 - fixtures
    page: PrintRoomPage,
    workplace: Workplace,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    filed = [course.filed(workplace) for _time in range(3)]
    path = tmp_path / "many.pdf"
    monkeypatch.setattr("desk.ui.print_room.many_forms.choose_to_save", lambda *_words: path)
    page.show_section("forms")
    form = page.open_key(SHEET)
    assert isinstance(form, HeadForm)
    form.many_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DeedDialog)
    day = workplace.estate.custom.day(workplace.now())
    dialog.field("since").set_value(day)
    dialog.field("until").set_value(day - timedelta(days=1))
    assert not dialog.save()
    assert dialog.refusal("until")
    dialog.field("until").set_value(day)
    assert dialog.save()
    qtbot.waitUntil(path.exists, timeout=20_000)
    printed = print_log.page(workplace, PrintFilter()).rows
    assert {row.number for row in printed} >= {case.detail.number for case in filed}
    QTest.qWait(50)
