"""Households on the screen, and a sheet from its preview to the estate."""

import csv
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desk.domain.estate import IdentityDocument, IdentityKind, InstructionEntry, ResidentEntry
from desk.domain.permissions import Role
from desk.domain.room import Room
from desk.domain.staff import AccountEntry
from desk.services import estate, household, instruction, resident, sign_in, staff
from desk.services.household_import import Outcome
from desk.services.workplace import Workplace
from desk.ui.estate import page as page_module
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.estate.forms import (
    HouseholdForm,
    InstructionForm,
    PaperForm,
    ResidentForm,
    UnitForm,
)
from desk.ui.estate.household_view import HouseholdView
from desk.ui.estate.import_dialog import ImportDialog
from desk.ui.estate.page import EstatePage
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.record_table import RecordTable
from desk.ui.kit.retranslate import speak
from desk.ui.kit.tasks import tasks_of
from tests.conftest import CHEAP, PASSWORD
from tests.ui.conftest import Freed
from tests.ui.walk import guessing, unnamed, visible_words

LATIN = re.compile(r"[A-Za-z]{3,}")
HEAD = ["座別", "樓層", "室號", "姓名", "電話1", "證件號碼", "車牌"]


@pytest.fixture
def unit_id(workplace: Workplace) -> int:
    """A座12樓B室 with a resident, one who left, and two instructions."""
    made = estate.add_unit(workplace, Room("A", "", "12", "B"))
    paper = IdentityDocument(IdentityKind.HKID, "A123456(3)")
    resident.add(
        workplace, made, ResidentEntry("陳大文", phones=("9123 4567",), documents=(paper,))
    )
    left = resident.add(workplace, made, ResidentEntry("李小明"))
    resident.end(workplace, left, 1)
    instruction.add(workplace, made, InstructionEntry("先致電", dt.date(2026, 1, 1)))
    instruction.add(workplace, made, InstructionEntry("將來", dt.date(2027, 1, 1)))
    estate.add_unit(workplace, Room("A", "", "2", "C"))
    return made


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace, unit_id: int) -> Iterator[EstatePage]:
    """The page as it stands in the window at 1366 × 768."""
    made = EstatePage(EstateDeeds(workplace))
    qtbot.addWidget(made)
    made.resize(1165, 680)
    made.show()
    made.shown()
    yield made
    form = made.open_form()
    if isinstance(form, HouseholdForm):
        form._set_dirty(False)


def _view(page: EstatePage, unit_id: int) -> HouseholdView:
    view = page.open_key(f"unit:{unit_id}")
    assert isinstance(view, HouseholdView)
    return view


def _said(widget: object) -> str:
    assert isinstance(widget, HouseholdView)
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def _cells(table: RecordTable[object]) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _agree(monkeypatch: pytest.MonkeyPatch) -> None:
    def yes(*_asked: object) -> bool:
        return True

    monkeypatch.setattr(page_module, "ask", yes)


def _sheet(folder: Path, *rows: list[str]) -> Path:
    path = folder / "households.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *rows])
    return path


# The list and the household


def test_units_stand_in_their_natural_order_with_who_lives_there(page: EstatePage) -> None:
    assert _cells(page.table) == [["A座2樓C室", ""], ["A座12樓B室", "陳大文"]]


@pytest.mark.parametrize("text", ["cdw", "4567", "12b 陳", "A座12樓"])
def test_typing_narrows_the_list(page: EstatePage, qtbot: QtBot, text: str) -> None:
    with qtbot.waitSignal(page.table.reloaded):
        page.words.setText(text)
    assert _cells(page.table) == [["A座12樓B室", "陳大文"]]


def test_a_household_shows_who_lives_there_and_what_holds(page: EstatePage, unit_id: int) -> None:
    said = _said(_view(page, unit_id))
    for words in ("A座12樓B室", "陳大文", "9123 4567", "A123***(*)", "先致電", "將來", "李小明"):
        assert words in said
    assert "A1234563" not in said


def test_a_found_resident_opens_the_household(page: EstatePage, workplace: Workplace) -> None:
    view = page.open_key("resident:1")
    assert isinstance(view, HouseholdView)
    assert view.household.unit.label == "A座12樓B室"


def test_the_eye_shows_the_whole_number_and_the_look_is_recorded(
    page: EstatePage, unit_id: int, workplace: Workplace, qtbot: QtBot
) -> None:
    view = _view(page, unit_id)
    (eye,) = [one for one in view.findChildren(KeyButton) if "whole" in one.accessibleName()]
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert "A1234563" in _said(view)
    assert eye.why_shut()
    with workplace.reading() as reader:
        seen = "SELECT count(*) FROM history WHERE deed = 'seen'"
        assert reader.exec_driver_sql(seen).scalar() == 1


def test_a_role_that_may_not_see_or_change_finds_shut_doors(
    qtbot: QtBot, workplace: Workplace, unit_id: int
) -> None:
    entry = AccountEntry("quality", "品質", Role.QUALITY_SUPERVISOR)
    staff.add(workplace, entry, PASSWORD, CHEAP)
    made = EstatePage(EstateDeeds(sign_in.switch(workplace, "quality", PASSWORD)))
    qtbot.addWidget(made)
    view = _view(made, unit_id)
    names = [one.accessibleName() for one in view.findChildren(KeyButton)]
    assert len(names) == 2  # the door to the file, and the eye
    assert view.findChildren(KeyButton)[1].why_shut()
    assert made.import_button.why_shut()
    assert made.new_words() == ""
    assert "9123 ****" in _said(view)


# Changing


def test_a_new_unit_is_written_down_and_shown(page: EstatePage, qtbot: QtBot) -> None:
    form = page.start_new()
    assert isinstance(form, UnitForm)
    form.field("building").set_value("B")
    form.field("door").set_value("1A")
    assert form.save()
    view = page.open_form()
    assert isinstance(view, HouseholdView)
    assert view.household.unit.label == "B座1A室"
    assert len(_cells(page.table)) == 3


def test_refusals_stand_beside_their_fields(page: EstatePage, unit_id: int) -> None:
    form = page.start_new()
    assert isinstance(form, UnitForm)
    form.field("building").set_value("A")
    assert not form.save()
    assert form.refusal("door")


def test_a_resident_is_added_corrected_and_ends(
    page: EstatePage, unit_id: int, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _view(page, unit_id)
    page.do("resident", None)
    form = page.open_form()
    assert isinstance(form, ResidentForm)
    form.field("name").set_value("王五")
    form.field("phones").set_value("6123 4567\n2345 6789")
    assert form.save()
    view = page.open_form()
    assert isinstance(view, HouseholdView)
    wang = view.household.residents[-1]
    assert (wang.name, wang.phones) == ("王五", ("6123 4567", "2345 6789"))
    page.do("change", wang)
    form = page.open_form()
    assert isinstance(form, ResidentForm)
    form.field("name").set_value("王六")
    assert form.save()
    _agree(monkeypatch)
    page.do("end", household.household(workplace, unit_id).residents[-1])
    assert [one.name for one in household.household(workplace, unit_id).residents] == ["陳大文"]
    page.do("back", household.household(workplace, unit_id).former[-1])
    assert len(household.household(workplace, unit_id).residents) == 2


def test_a_paper_is_added_and_taken_away(
    page: EstatePage, unit_id: int, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = _view(page, unit_id)
    page.do("paper", view.household.residents[0])
    form = page.open_form()
    assert isinstance(form, PaperForm)
    form.field("kind").set_value("passport")
    form.field("number").set_value("K1234567")
    assert form.save()
    papers = household.household(workplace, unit_id).residents[0].documents
    assert [one.kind for one in papers] == ["hkid", "passport"]
    _agree(monkeypatch)
    page.remove_paper(papers[1].id)
    assert len(household.household(workplace, unit_id).residents[0].documents) == 1


def test_an_instruction_is_added_and_ended(
    page: EstatePage, unit_id: int, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _view(page, unit_id)
    page.do("instruction", None)
    form = page.open_form()
    assert isinstance(form, InstructionForm)
    form.field("text").set_value("勿按鈴")
    form.field("ends").set_value("31/13/2026")
    assert not form.save()
    form.field("ends").set_value("31/12/2026")
    assert form.save()
    rows = household.household(workplace, unit_id).instructions
    assert rows[-1].ends == dt.date(2026, 12, 31)
    _agree(monkeypatch)
    page.do("end_instruction", rows[0])
    assert [one.text for one in household.household(workplace, unit_id).instructions] == ["勿按鈴"]


def test_esc_in_a_form_leads_back_to_its_household(page: EstatePage, unit_id: int) -> None:
    _view(page, unit_id)
    page.do("resident", None)
    form = page.open_form()
    assert isinstance(form, ResidentForm)
    form.back_wanted.emit()
    assert isinstance(page.open_form(), HouseholdView)


@pytest.mark.parametrize("deed", ["resident", "change", "instruction", "unit", "paper"])
def test_a_half_finished_form_comes_back_after_a_restart(
    page: EstatePage, unit_id: int, workplace: Workplace, qtbot: QtBot, deed: str
) -> None:
    view = _view(page, unit_id)
    subject = view.household.residents[0] if deed in ("change", "paper") else None
    page.do(deed, subject)
    form = page.open_form()
    assert isinstance(form, HouseholdForm)
    key = {"instruction": "text", "unit": "door", "paper": "number"}.get(deed, "name")
    form.field(key).set_value("半寫")
    other = EstatePage(EstateDeeds(workplace))
    qtbot.addWidget(other)
    again = other.resume(form.draft(), form.subject())
    assert isinstance(again, HouseholdForm)
    assert again.field(key).value() == "半寫"
    assert again.is_dirty()
    assert again.subject() == form.subject()
    again._set_dirty(False)


# Sheets


def _dialog(page: EstatePage, qtbot: QtBot, path: Path) -> ImportDialog:
    page.sheets.read(path)
    qtbot.waitUntil(lambda: page.sheets.dialog is not None, timeout=10_000)
    assert page.sheets.dialog is not None
    return page.sheets.dialog


def test_a_preview_shows_new_and_changed_before_unchanged(
    page: EstatePage, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = (
        ["A", "12", "B", "陳大文", "", "", ""],
        ["A", "12", "B", "陳大文兒", "", "", "AB123"],
        ["A", "2", "C", "王五", "", "", ""],
    )
    dialog = _dialog(page, qtbot, _sheet(tmp_path, *rows))
    assert [cells[0] for cells in _cells(dialog.table)] == ["3", "4", "2"]
    assert "車牌" in dialog._said.text()
    dialog.close()


def test_faults_stand_with_row_and_column_and_nothing_can_be_imported(
    page: EstatePage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = _sheet(tmp_path, ["A", "", "", "李", "12", "A123456(4)", ""])
    dialog = _dialog(page, qtbot, path)
    told = [cells[:2] for cells in _cells(dialog.table)]
    assert told == [["2", "C  室號"], ["2", "E  電話1"], ["2", "F  證件號碼"]]
    assert dialog.import_button.why_shut()
    dialog.close()


def test_an_import_is_carried_out_and_the_list_follows(
    page: EstatePage, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _dialog(page, qtbot, _sheet(tmp_path, ["C", "1", "A", "王五", "61234567", "", ""]))
    with qtbot.waitSignal(dialog.imported, timeout=10_000):
        qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert ["C座1樓A室", "王五"] in _cells(page.table)


def test_a_cancelled_import_closes_and_leaves_nothing(
    page: EstatePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = _dialog(page, qtbot, _sheet(tmp_path, ["C", "1", "A", "王五", "", "", ""]))

    def slow(_self: object, _plan: object, progress: object) -> Outcome:
        while True:
            progress.step(0, 1)  # type: ignore[attr-defined]

    monkeypatch.setattr(EstateDeeds, "carry_out", slow)
    dialog.carry_out()
    with qtbot.waitSignal(dialog.rejected, timeout=5000):
        dialog.reject()
    assert len(_cells(page.table)) == 2


def test_an_import_that_fails_says_why_and_can_be_closed(
    page: EstatePage, qtbot: QtBot, tmp_path: Path, workplace: Workplace
) -> None:
    dialog = _dialog(page, qtbot, _sheet(tmp_path, ["A", "2", "C", "王五", "", "", ""]))
    resident.add(workplace, 2, ResidentEntry("王五"))
    dialog.carry_out()
    qtbot.waitUntil(dialog._refusal.isVisible, timeout=5000)
    assert "preview" in dialog._refusal.text()
    dialog.reject()
    assert not dialog.isVisible()


def test_a_file_that_cannot_be_read_is_told(
    page: EstatePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(_parent: object, words: str) -> None:
        told.append(words)

    monkeypatch.setattr("desk.ui.estate.sheets.tell", tell)
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 cut")
    page.sheets.read(path)
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert "cut off" in told[0]


def test_template_and_export_are_written(page: EstatePage, qtbot: QtBot, tmp_path: Path) -> None:
    page.sheets.write_template(tmp_path / "template.xlsx")
    assert (tmp_path / "template.xlsx").exists()
    path = tmp_path / "out.csv"
    page.sheets.write_export(path)
    qtbot.waitUntil(path.exists, timeout=5000)
    qtbot.waitUntil(lambda: not tasks_of(page).is_busy(), timeout=5000)


# In every language


@pytest.mark.parametrize("deed", ["", "resident", "paper", "instruction", "unit"])
def test_everything_has_a_name_and_plain_words_in_every_language(
    page: EstatePage, unit_id: int, language: str, deed: str
) -> None:
    view = _view(page, unit_id)
    if deed:
        page.do(deed, view.household.residents[0] if deed == "paper" else None)
    QApplication.processEvents()
    assert unnamed(page) == []
    assert guessing(page) == []


@pytest.mark.parametrize("code", ["zh_Hant", "zh_Hans"])
def test_no_english_is_left_on_a_chinese_page(
    page: EstatePage, unit_id: int, dressed: QApplication, code: str
) -> None:
    for deed in ("", "resident", "instruction", "unit"):
        _view(page, unit_id)
        if deed:
            page.do(deed, None)
        speak(dressed, code)
        left = {text for text in visible_words(page) if LATIN.search(text) and text != "Esc"}
        assert left == set(), deed


def test_a_closed_page_and_dialog_are_freed(
    freed: Freed, workplace: Workplace, unit_id: int
) -> None:
    def make() -> EstatePage:
        made = EstatePage(EstateDeeds(workplace))
        _view(made, unit_id)
        return made

    assert freed(make)
