"""Writing a pass down by keyboard: the person, the things one by one, the gate."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.domain.reasons import Reason
from desk.domain.release_pass import ItemEntry, PassEntry, Role, State
from desk.domain.release_pass_rule import PassKind
from desk.errors import RuleRefused
from desk.services import release_pass
from desk.services.workplace import Workplace
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.estate.page import EstatePage
from desk.ui.kit.result_list import Found
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.release_pass.form import PassForm
from desk.ui.release_pass.item_lines import read_line, read_lines
from desk.ui.release_pass.items_field import ItemsField
from desk.ui.release_pass.page import PassPage
from desk.ui.release_pass.record import PassRecord
from tests.conftest import NOW
from tests.services.conftest import Household
from tests.services.pass_course import Course


def found(household: Household) -> Found:
    return Found("resident", str(household.resident_id), household.name, household.unit)


def begun(page: PassPage, household: Household) -> PassForm:
    form = page.start_new()
    assert isinstance(form, PassForm)
    form.person.set_value(None)
    form.person._picked(found(household))  # as the search line gives it
    return form


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("三人沙發", ItemEntry("三人沙發")),
        ("紙箱 x8 個", ItemEntry("紙箱", 8, "個")),
        ("椅子×12", ItemEntry("椅子", 12)),
        ("3. 床架 * 2", ItemEntry("床架", 2)),
        ("• 電視", ItemEntry("電視")),
        ("雪櫃\t2\t台\t左側刮痕\tSN-9", ItemEntry("雪櫃", 2, "台", "左側刮痕", "SN-9")),
        ("MacBook x", ItemEntry("MacBook x")),
        ("55 吋電視", ItemEntry("55 吋電視")),
    ],
)
def test_a_line_is_read_as_a_thing(line: str, entry: ItemEntry) -> None:
    assert read_line(line) == entry


def test_empty_lines_are_no_things() -> None:
    assert [one.what for one in read_lines("沙發\n\n  \r\n桌子\n")] == ["沙發", "桌子"]


def test_the_person_brings_name_role_unit_and_phone(page: PassPage, household: Household) -> None:
    form = begun(page, household)
    entry = form.read()
    assert (entry.applicant, entry.role, entry.unit_id) == ("曾德華", Role.OWNER, household.unit_id)
    assert entry.phone == "9123 4567"


def test_a_new_pass_begins_now_ends_with_the_day_and_takes_the_last_gate(
    course: Course, page: PassPage, deeds: PassDeeds
) -> None:
    course.draft(gate="東門")
    entry = deeds.empty()
    assert entry.starts == NOW
    assert entry.ends is not None
    assert deeds.custom.datetime(entry.ends) == "21/11/2026 18:00"
    assert entry.gate == "東門"


def test_enter_goes_to_the_next_thing_and_reads_how_many(
    page: PassPage, household: Household
) -> None:
    form = begun(page, household)
    items = form.items
    QTest.keyClicks(items.rows[0].what, "sofa")
    QTest.keyClick(items.rows[0].what, Qt.Key.Key_Return)
    QTest.keyClicks(items.rows[1].what, "boxes x8 ctn")
    QTest.keyClick(items.rows[1].what, Qt.Key.Key_Return)
    assert form.items.value() == (ItemEntry("sofa"), ItemEntry("boxes", 8, "ctn"))
    assert len(items.rows) == 3
    left: list[bool] = []
    items.entered.connect(lambda: left.append(True))
    QTest.keyClick(items.rows[2].what, Qt.Key.Key_Return)
    assert left == [True]


def test_several_lines_pasted_are_several_things(page: PassPage, household: Household) -> None:
    form = begun(page, household)
    QGuiApplication.clipboard().setText("沙發\n紙箱 x3 個\n洗衣機\t1\t台\t白色\tW-77")
    QTest.keyClick(form.items.rows[0].what, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert form.items.value() == (
        ItemEntry("沙發"),
        ItemEntry("紙箱", 3, "個"),
        ItemEntry("洗衣機", 1, "台", "白色", "W-77"),
    )
    assert form.items.rows[-1].is_empty()


def test_a_thing_is_taken_off_the_list(qapp: QApplication) -> None:
    field = ItemsField()
    field.set_value((ItemEntry("沙發"), ItemEntry("桌子")))
    field.rows[0].shut.click()
    assert field.value() == (ItemEntry("桌子"),)
    assert field.rows[0]._number.text() == "1"
    field.deleteLater()


def test_what_comes_back_is_marked_by_the_kind_and_asks_for_its_day(
    page: PassPage, household: Household
) -> None:
    form = begun(page, household)
    back = form.fields.cell("back_by")
    assert not back.isVisibleTo(form)
    form.field("kind").set_value(PassKind.RETURNABLE_GOODS)
    form.field("kind").changed.emit()
    assert back.isVisibleTo(form)
    form.items.put_lines("梯子", form.items.rows[0])
    assert form.items.value() == (ItemEntry("梯子", returnable=True),)


def test_a_pass_is_saved_and_opens_with_its_locks(
    page: PassPage, household: Household, language: str
) -> None:
    form = begun(page, household)
    form.items.put_lines("沙發\n桌子 x2", form.items.rows[0])
    assert form.save()
    record = page.open_form()
    assert isinstance(record, PassRecord)
    known = record.known()
    assert (known.detail.number, known.facts.state) == ("P2026-000001", State.DRAFT)
    assert [item.quantity for item in known.items] == [1, 2]
    assert page.table.model().rowCount() == 1


def test_what_is_missing_stands_beside_its_field_all_at_once(page: PassPage) -> None:
    form = page.start_new()
    assert isinstance(form, PassForm)
    form.items.set_value((ItemEntry("燈", 2, serial="A-1"),))
    assert not form.save()
    assert form.refusal("applicant")
    assert form.refusal("unit")
    assert "1" in form.refusal("items")


def test_a_refusal_of_the_whole_pass_is_of_no_field(
    page: PassPage, household: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = begun(page, household)

    def refuse(_workplace: Workplace, _entry: PassEntry, _items: object) -> None:
        raise RuleRefused([Reason("release_pass.issued"), Reason("x", "items.2.what")])

    monkeypatch.setattr(release_pass, "draft", refuse)
    with pytest.raises(RuleRefused) as refused:
        form.save_value(form.read())
    assert [one.field for one in refused.value.reasons] == [None, "items"]


def test_a_draft_is_corrected_with_its_list(
    course: Course, page: PassPage, household: Household
) -> None:
    known = course.draft()
    record = page.open_key(known.detail.number)
    assert isinstance(record, PassRecord)
    record.change_button.click()
    form = page.open_form()
    assert isinstance(form, PassForm)
    form.field("plate").set_value("XY 99")
    form.items.put_lines("鋼琴", form.items.rows[-1])
    assert form.save()
    after = release_pass.get(course.workplace, known.detail.id)
    assert after.detail.plate == "XY 99"
    assert [item.what for item in after.items] == ["雙門冰箱", "紙箱", "鋼琴"]
    assert [item.id for item in after.items][:2] == [item.id for item in known.items]


def test_a_half_finished_form_survives_a_restart(
    deeds: PassDeeds, page: PassPage, household: Household
) -> None:
    form = begun(page, household)
    form.items.put_lines("沙發\n紙箱 x8 個", form.items.rows[0])
    form.field("gate").set_value("東門")
    kept = json.loads(json.dumps(form.draft()))
    later = PassPage(deeds)
    resumed = later.resume(kept, "")
    assert isinstance(resumed, PassForm)
    assert resumed.is_dirty()
    assert resumed.read() == form.read()
    assert resumed.items.value() == form.items.value()
    later.deleteLater()


def test_the_units_other_passes_are_seen_before_another_is_written(
    course: Course, page: PassPage, household: Household, language: str
) -> None:
    known = course.issued()
    page.panel.keeps_aside = True
    form = begun(page, household)
    (line,) = form.others.lines
    assert known.detail.number in line.link.text()
    line.link.click()
    record = page.open_form()
    assert isinstance(record, PassRecord)
    assert record.heading() == known.detail.number


def test_a_pass_is_begun_from_a_household_and_from_a_person(
    page: PassPage, household: Household, language: str
) -> None:
    form = page.begin_for_unit(household.unit_id)
    assert isinstance(form, PassForm)
    assert (form.read().unit_id, form.read().applicant) == (household.unit_id, "")
    assert not form.is_dirty()
    form = page.begin_for_resident(household.resident_id)
    assert isinstance(form, PassForm)
    assert (form.read().unit_id, form.read().applicant) == (household.unit_id, "曾德華")


def test_who_moves_out_begins_with_that_kind(page: PassPage, household: Household) -> None:
    form = page.begin_for_unit(household.unit_id, PassKind.MOVING_OUT)
    assert isinstance(form, PassForm)
    assert form.read().kind is PassKind.MOVING_OUT
    assert not form.is_dirty()


def test_a_household_asks_for_a_pass(workplace: Workplace, household: Household) -> None:
    estate = EstatePage(EstateDeeds(workplace))
    estate.open_key(str(household.unit_id))
    asked: list[int] = []
    estate.pass_wanted.connect(asked.append)
    estate.do("release_pass", None)
    assert asked == [household.unit_id]
    estate.deleteLater()
