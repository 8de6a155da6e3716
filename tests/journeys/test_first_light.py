"""The whole first day, through the real windows, in each script (issue: first light)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import python_calamine
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import Program
from desk.clock import FixedClock
from desk.config import DataFolder, Settings
from desk.domain.estate import Calendar, Region
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.models import history
from desk.services import complaint_case, reception, sign_in, staff
from desk.services.reception import ReceptionFilter
from desk.services.workplace import Workplace
from desk.ui.complaint.form import ComplaintForm
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.estate.page import EstatePage
from desk.ui.kit.retranslate import speak
from desk.ui.paper.preview import Preview
from desk.ui.reception.form import ReceptionForm
from desk.ui.reception.page import ReceptionPage
from desk.ui.shell.first_run import FirstRunWindow
from desk.ui.shell.main_window import MainWindow
from desk.ui.today.page import TodayPage
from tests.conftest import CHEAP, PASSWORD
from tests.journeys.desk_hands import (
    Hands,
    a,
    come_in,
    focused,
    leave,
    running,
    show,
    take_over,
    text_of,
)

Key = Qt.Key


@dataclass(frozen=True)
class Script:
    """One office: its language, its region, its people and its words."""

    language: str
    region: str
    estate: str
    clerk: str
    room: tuple[str, str, str, str]
    resident: str
    initials: str
    request: str
    answer: str
    course: str
    about: str
    demand: str
    heading: str


OFFICES = (
    Script(
        "zh_Hant", "HK", "翠湖花園", "陳詠詩", ("海棠閣", "", "12", "B"), "曾德𠮷", "zdj",
        "查詢泳池開放時間", "早上七時至晚上十時", "升降機於十二樓停住，門開了一半。", "工程部",
        "書面說明原因。", "客戶投訴意見表",
    ),
    Script(
        "zh_Hans", "CN", "阳光花园", "王静", ("3栋", "2单元", "12", "1201"), "单小龘", "sxd",
        "咨询物业费缴纳方式", "可到前台刷卡或银行转账", "电梯在十二层停住，门开了一半。", "工程部",
        "书面说明原因。", "客户投诉意见表",
    ),
)  # fmt: skip


@pytest.fixture(params=OFFICES, ids=[one.language for one in OFFICES])
def office(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Script]:
    """Each office once; the next test begins in English again."""
    yield request.param
    speak(qapp, "en")


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


# The whole day


def test_the_first_day_from_an_empty_folder_to_the_sheet_in_hand(  # noqa: PLR0917
    qapp: QApplication,
    folder: DataFolder,
    clock: FixedClock,
    hands: Hands,
    office: Script,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with running(qapp, folder, clock) as program:
        window = set_up(program, hands, office)
        bring_in_households(window, hands, office, tmp_path, monkeypatch)
        find_by_initials(window, hands, office)
        register_visit(window, hands, office)
        record = make_complaint(window, hands, office)
        attach(record, hands, tmp_path, monkeypatch)
        sheet = print_sheet(record, hands, tmp_path, monkeypatch)
    assert said_on_paper(sheet, office) == []
    workplace = sign_in.sign_in(folder, "admin", PASSWORD, clock)
    try:
        everything_is_written_down(workplace, office)
    finally:
        workplace.close()


def set_up(program: Program, hands: Hands, office: Script) -> MainWindow:
    """First run: language, estate, account, recovery code."""
    first = a(FirstRunWindow, program.window)
    hands.click(first.languages.button(office.language))
    first.set_up_button.setFocus()
    hands.press(Key.Key_Space)
    hands.type(office.estate)
    hands.press(Key.Key_Return)
    while first.estate.field("region").value() != office.region:
        hands.press(Key.Key_Right)
    hands.press(Key.Key_Return)
    for words in (office.clerk, "admin", PASSWORD, PASSWORD):
        hands.type(words)
        hands.press(Key.Key_Return)
    assert first.step() is first.code_step
    code = first.code_step._shown.text()
    hands.type("????")
    hands.press(Key.Key_Return)
    assert program.window is first, "the desk opened without the code"
    first.code_step.fields.field("tail").set_value("")
    hands.type(code[-4:].lower())
    hands.press(Key.Key_Return)
    window = a(MainWindow, program.window)
    show(window)
    assert office.estate in window.windowTitle()
    return window


def bring_in_households(
    window: MainWindow,
    hands: Hands,
    office: Script,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The template is saved, filled in, read, looked at and carried out."""
    page = a(EstatePage, window.go("estate"))
    template, filled = tmp_path / "template.xlsx", tmp_path / "households.xlsx"
    monkeypatch.setattr("desk.ui.estate.sheets.choose_to_save", lambda *_words: template)
    monkeypatch.setattr("desk.ui.estate.sheets.choose_to_open", lambda *_words: filled)
    hands.click(page.template_button)
    fill_in(template, filled, office)
    hands.click(page.import_button)
    hands.wait_until(lambda: page.sheets.dialog is not None)
    dialog = page.sheets.dialog
    assert dialog is not None
    assert dialog.import_button.isEnabled()
    dialog.activateWindow()
    told: list[bool] = []
    dialog.imported.connect(lambda: told.append(True))
    hands.click(dialog.import_button)
    hands.wait_until(lambda: bool(told))
    hands.wait_until(lambda: not window.tasks.is_busy())
    show(window)


def fill_in(template: Path, filled: Path, office: Script) -> None:
    """As a clerk would, in her own spreadsheet."""
    book = python_calamine.CalamineWorkbook.from_path(template)
    headings = book.get_sheet_by_index(0).to_python()[0]
    with xlsxwriter.Workbook(filled) as workbook:
        sheet = workbook.add_worksheet(book.sheet_names[0])
        sheet.write_row(0, 0, headings)
        sheet.write_row(1, 0, (*office.room, office.resident))


def find_by_initials(window: MainWindow, hands: Hands, office: Script) -> None:
    """Ctrl+K, three letters, and she stands first."""
    hands.press_with_ctrl(Key.Key_K)
    assert focused() is window.bar.search
    hands.type(office.initials)
    assert office.resident in window.bar.search.results().current_words()
    hands.press(Key.Key_Escape, Key.Key_Escape)


def register_visit(window: MainWindow, hands: Hands, office: Script) -> None:
    """An inquiry that is answered at once: three key presses after the person."""
    window.go("reception").setFocus()
    hands.press(Key.Key_F2)
    form = a(ReceptionForm, window.page().open_form())
    hands.type(office.initials)
    hands.press(Key.Key_Return)
    before = hands.pressed
    hands.type(office.request)
    hands.press(Key.Key_Return)
    hands.type(office.answer)
    hands.press(Key.Key_F8)
    assert form.value() is not None, form.summary()
    assert hands.pressed - before <= 3
    assert form.value().number.startswith("R2026-")


def make_complaint(window: MainWindow, hands: Hands, office: Script) -> ComplaintRecord:
    """The visit turns out to be a complaint."""
    visit = a(ReceptionForm, window.page().open_form())
    hands.click(visit.complaint_button)
    form = a(ComplaintForm, window.page().open_form())
    assert form.field("complainant").value() == office.resident
    form.field("contact").set_value("108")
    form.field("occurred_at").set_value(window.page()._deeds.now())  # type: ignore[attr-defined]
    for key, words in (
        ("about", office.about),
        ("course", office.course),
        ("demand", office.demand),
    ):
        form.field(key).set_value("")
        form.field(key).setFocus()
        hands.type(words)
    hands.press(Key.Key_F8)
    record = a(ComplaintRecord, window.page().open_form())
    assert record.heading() == "C2026-000001"
    return record


def attach(
    record: ComplaintRecord, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture from the telephone."""
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(QColor("#8e8778"))
    path = tmp_path / "IMG_2051.png"
    assert picture.save(str(path))
    monkeypatch.setattr("desk.ui.attachment.attachment_list.choose_to_open", lambda *_words: path)
    hands.click(record.attachments.add_button)
    assert record.attachments.fault() == ""
    assert [tile.text() for tile in record.attachments.tiles] == ["IMG_2051.png"]


def print_sheet(
    record: ComplaintRecord, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Ctrl+P shows the sheet, Ctrl+S saves it."""
    path = tmp_path / "sheet.pdf"
    monkeypatch.setattr("desk.ui.paper.preview.choose_to_save", lambda *_words: path)
    hands.press_with_ctrl(Key.Key_P)
    preview = a(Preview, show(QApplication.activeModalWidget()))
    assert preview.fault() == ""
    hands.press_with_ctrl(Key.Key_S)
    hands.press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert len(record.prints.words().splitlines()) == 1
    return path


def said_on_paper(sheet: Path, office: Script) -> list[str]:
    """What the paper should say and does not."""
    text = text_of(sheet)
    wanted = (
        office.heading, office.estate, office.resident, office.clerk, office.about, office.course,
        office.demand, "C2026-000001",
    )  # fmt: skip
    return [words for words in wanted if words not in text]


def everything_is_written_down(workplace: Workplace, office: Script) -> None:
    """What the day left behind, as the services tell it."""
    (visit,) = reception.page(workplace, ReceptionFilter()).rows
    assert (visit.caller_name, visit.request, visit.state) == (
        office.resident,
        office.request,
        "closed",
    )
    case = complaint_case.get(workplace, "C2026-000001").detail
    assert (case.reception_number, case.complainant) == (visit.number, office.resident)
    with workplace.reading() as reader:
        assert list(history.broken_entries(reader)) == []


# Lock, switch, language, restart


@pytest.fixture
def begun(folder: DataFolder, clock: FixedClock, office: Script) -> DataFolder:
    """The office on its second day, with another clerk."""
    beginning = sign_in.Beginning(
        estate=office.estate,
        region=Region(office.region),
        calendar=Calendar.GREGORIAN,
        account=AccountEntry("admin", office.clerk, Role.ADMINISTRATOR, office.language),
        password=PASSWORD,
    )
    workplace, _code = sign_in.begin(folder, beginning, clock, CHEAP)
    other = AccountEntry("lee", "李小姐", Role.RECEPTIONIST, "en")
    staff.add(workplace, other, PASSWORD, CHEAP)
    workplace.close()
    return folder


@pytest.fixture
def program(qapp: QApplication, begun: DataFolder, clock: FixedClock) -> Iterator[Program]:
    """The program on that folder, at its entrance."""
    with running(qapp, begun, clock) as started:
        yield started


def half_finish(window: MainWindow, hands: Hands, words: str) -> ReceptionForm:
    """F2 and some words, not saved."""
    window.go("reception").setFocus()
    hands.press(Key.Key_F2)
    form = a(ReceptionForm, window.page().open_form())
    form.field("request").setFocus()
    hands.type(words)
    return form


def test_ctrl_l_hides_everything_and_the_password_brings_it_back(
    program: Program, hands: Hands, office: Script
) -> None:
    window = come_in(program, hands)
    form = half_finish(window, hands, office.request)
    hands.press_with_ctrl(Key.Key_L)
    assert window.is_locked()
    assert not form.isVisible()
    hands.type("wrong")
    hands.press(Key.Key_Return)
    assert window.is_locked()
    hands.type(PASSWORD)
    hands.press(Key.Key_Return)
    assert not window.is_locked()
    assert window.page().open_form() is form
    assert form.field("request").value() == office.request


def test_another_clerk_takes_over_and_the_half_finished_form_waits_for_its_own(
    program: Program, hands: Hands, office: Script
) -> None:
    half_finish(come_in(program, hands), hands, office.request)
    other = take_over(program, hands, "lee")
    assert other.clerk().login == "lee"
    assert isinstance(other.page(), TodayPage)
    assert other.drafts() == []
    back = take_over(program, hands, "admin")
    hands.click(back.tray.buttons()[0])
    form = a(ReceptionForm, back.page().open_form())
    assert form.field("request").value() == office.request


def test_the_language_changes_in_the_running_window_and_is_remembered(
    program: Program, hands: Hands, office: Script, begun: DataFolder, clock: FixedClock
) -> None:
    window = come_in(program, hands)
    form = half_finish(window, hands, office.request)
    before = form.save_button.text()
    wanted = {"zh_Hant": "zh_Hans", "zh_Hans": "zh_Hant"}[office.language]
    languages = window.bar.tile._languages.actions()
    next(action for action in languages if action.data() == wanted).trigger()
    assert {before, form.save_button.text()} == {"儲存", "保存"}
    assert form.field("request").value() == office.request
    workplace = sign_in.switch(program.desk.deeds.workplace, "admin", PASSWORD)
    assert workplace.actor.language == wanted


def test_a_half_finished_form_is_there_after_a_restart(
    qapp: QApplication, begun: DataFolder, clock: FixedClock, hands: Hands, office: Script
) -> None:
    with running(qapp, begun, clock) as program:
        half_finish(come_in(program, hands), hands, office.request)
    with running(qapp, begun, clock) as program:
        window = come_in(program, hands)
        (button,) = window.tray.buttons()
        hands.click(button)
        form = a(ReceptionForm, a(ReceptionPage, window.page()).open_form())
        assert form.field("request").value() == office.request
        assert form.is_dirty()
        assert window.tray.buttons() == []


def test_a_second_window_on_the_same_folder_is_refused_in_words(  # noqa: PLR0917
    qapp: QApplication,
    program: Program,
    begun: DataFolder,
    clock: FixedClock,
    office: Script,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    monkeypatch.setattr("desk.app.tell", lambda _parent, words, _detail="": said.append(words))
    Settings(language=office.language).save(begun.settings)
    second = Program(qapp, begun, clock)
    assert not second.start()
    assert second.window is None
    leave(second)
    assert len(said) == 1
    assert said[0].endswith("。")
