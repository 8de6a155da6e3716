"""The grid of an inspection: every finding by a key, saved as it is made."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desk.domain.inspection import State, Verdict
from desk.domain.meter import MeterKind
from desk.services import inspection as inspections
from desk.ui.inspection.deeds import InspectionDeeds
from desk.ui.inspection.dialog import InspectionDialog, open_inspection
from desk.ui.inspection.part import InspectionPart
from desk.ui.kit.deed_dialog import DeedDialog
from tests.services.inspection_course import Course


@pytest.fixture
def part(course: Course, deeds: InspectionDeeds) -> Iterator[InspectionPart]:
    made = InspectionPart(deeds)
    made.resize(1240, 700)
    made.show()
    made.load(course.begun())
    made.grid.setFocus()
    yield made
    made.close()
    made.deleteLater()


def press(part: InspectionPart, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(part.grid, key)


def verdicts(part: InspectionPart) -> list[str]:
    known = inspections.get(part._deeds.workplace, part.known().detail.id)
    return [one.verdict.value for one in known.items]


def type_remark(part: InspectionPart, text: str) -> None:
    QTest.keyClicks(editor(part), text)
    QTest.keyClick(editor(part), Qt.Key.Key_Return)
    QCoreApplication.processEvents()


def editor(part: InspectionPart) -> QLineEdit:
    found = part.grid.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_p_passes_and_goes_on_over_the_next_room(part: InspectionPart) -> None:
    press(part, Qt.Key.Key_P, Qt.Key.Key_Space, Qt.Key.Key_P)
    assert verdicts(part) == ["pass", "pass", "pass"]


def test_f_fails_and_asks_for_the_remark_at_once(part: InspectionPart) -> None:
    press(part, Qt.Key.Key_F)
    type_remark(part, "crack")
    (first, *_others) = part.known().items
    assert (first.verdict, first.remark) == (Verdict.FAIL, "crack")
    assert part.grid.item_id() == part.known().items[1].id


def test_a_passes_the_rest_of_the_room(part: InspectionPart) -> None:
    press(part, Qt.Key.Key_A)
    assert verdicts(part) == ["pass", "pass", "unseen"]
    assert part.grid.item_id() == part.known().items[2].id


def test_a_remark_alone_fails_the_part(part: InspectionPart) -> None:
    press(part, Qt.Key.Key_R)
    type_remark(part, "leaks")
    assert verdicts(part) == ["fail", "unseen", "unseen"]


def test_delete_takes_a_finding_back(part: InspectionPart) -> None:
    press(part, Qt.Key.Key_P, Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert verdicts(part) == ["unseen", "unseen", "unseen"]


def test_arrows_walk_over_the_heads_of_rooms(part: InspectionPart) -> None:
    press(part, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert part.grid.item_id() == part.known().items[2].id


def test_what_is_missing_stands_beside_it(part: InspectionPart) -> None:
    assert "3" in part.record.missing.words()
    press(part, Qt.Key.Key_A, Qt.Key.Key_A)
    assert "Parts nobody has looked at" not in part.record.missing.words()


def test_meters_are_copied_down_in_one_dialog(part: InspectionPart) -> None:
    dialog = part.record.run_code("meters")
    assert dialog is not None
    for kind, value in (("water", "１２．５"), ("electricity", "103")):
        dialog.field(f"{kind}.meter_number").set_value(f"{kind[0]}-1")
        dialog.field(f"{kind}.value").set_value(value)
    dialog.field("gas.why").set_value("no supply yet")
    assert dialog.save()
    known = part.known()
    assert [one.absent for one in known.readings] == ["", "", "no supply yet"]
    reading = known.reading(MeterKind.WATER)
    assert reading is not None and str(reading.value) == "12.500"
    told = {one.value for one in part.record._meters(known)}
    assert {"W-1 · Reading 12.5", "E-1 · Reading 103", "no supply yet"} == told


def test_an_odd_reading_is_refused_beside_its_field(course: Course, part: InspectionPart) -> None:
    dialog = part.record.run_code("meters")
    assert dialog is not None
    dialog.field("water.value").set_value("twelve")
    assert not dialog.save()
    assert dialog.refusal("water.value") == "Write down what the meter shows."
    dialog.untouched()
    dialog.reject()


def test_it_is_settled_from_its_deeds_and_the_grid_is_shut(
    course: Course, part: InspectionPart
) -> None:
    part.load(course.metered(course.judged(part.known(), "窗")))
    dialog = part.record.run_code("finish")
    assert dialog is not None and dialog.save()
    assert part.known().facts.state is State.DONE
    assert "F2026-000001" in part.record.defects.words()
    press(part, Qt.Key.Key_Delete)
    assert "unseen" not in verdicts(part)


def test_rooms_are_typed_as_lines(part: InspectionPart) -> None:
    dialog = part.record.run_code("rooms")
    assert dialog is not None
    text = str(dialog.field("rooms").value())
    assert text.splitlines()[0] == "客廳：牆面、窗"
    dialog.field("rooms").set_value("客廳：北牆、窗\n露台：欄杆")
    assert dialog.save()
    assert [one.part[""] for one in part.known().items] == ["北牆", "窗", "欄杆"]


def test_photos_of_a_part_are_added_in_its_dialog(part: InspectionPart) -> None:
    dialog = part.show_photos(part.known().items[0].id)
    assert dialog.photos.add_button.isEnabled()
    dialog.accept()


def test_the_door_begins_one_and_then_opens_it(
    course: Course, deeds: InspectionDeeds, part: InspectionPart
) -> None:
    known = part.known()
    inspections.void(course.workplace, known.detail.id, known.detail.version, "寫錯")
    begun = open_inspection(deeds, part, course.unit_id, owner="曾德華")
    assert isinstance(begun, DeedDialog)
    assert begun.field("builder").value() == "新城建設"
    assert begun.save()
    again = open_inspection(deeds, part, course.unit_id)
    assert isinstance(again, InspectionDialog)
    assert again.part.known().detail.owner == "曾德華"
    for dialog in part.window().findChildren(InspectionDialog):
        dialog.accept()


def test_a_signature_is_written_down_from_the_record(course: Course, part: InspectionPart) -> None:
    part.load(course.metered(course.judged(part.known())))
    finish = part.record.run_code("finish")
    assert finish is not None and finish.save()
    for signer, name in (("owner", "曾德華"), ("builder", "林工"), ("staff", "何小姐")):
        dialog = part.record.run_code("sign")
        assert dialog is not None
        dialog.field("signer").set_value(signer)
        dialog.field("signer").changed.emit()
        assert dialog.field(signer).value() == name
        dialog.field(signer).set_value("")
        assert not dialog.save()
        assert dialog.refusal(signer)
        dialog.field(signer).set_value(name)
        assert dialog.save()
    assert part.known().is_complete
    assert part.record.missing.words() == ""
