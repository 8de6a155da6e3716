"""The register of defects: by age, the oldest first, its deeds beside it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.clock import FixedClock
from desk.domain.defect import Age, State
from desk.domain.inspection import said
from desk.domain.permissions import Role
from desk.services import attachment, inspection_template
from desk.ui.attachment.photos_field import PhotosField
from desk.ui.inspection import defect_acts
from desk.ui.inspection.deeds import InspectionDeeds
from desk.ui.inspection.defect_record import DefectRecord
from desk.ui.inspection.defects_page import DefectsPage
from desk.ui.inspection.template_act import TemplateButton
from tests.services.inspection_course import Course
from tests.services.pass_course import PNG

DAY = dt.timedelta(days=1)


@pytest.fixture
def page(deeds: InspectionDeeds) -> Iterator[DefectsPage]:
    made = DefectsPage(deeds)
    made.resize(1280, 720)
    made.show()
    made.shown()
    yield made
    made.close()
    made.deleteLater()


def opened(page: DefectsPage, number: str = "F2026-000001") -> DefectRecord:
    record = page.open_key(number)
    assert isinstance(record, DefectRecord)
    return record


def test_every_age_says_how_many(course: Course, page: DefectsPage, clock: FixedClock) -> None:
    course.settled("窗", "地漏")
    clock.advance(40 * DAY)
    page.reload()
    assert page.ages.buttons[Age.TO_60].text().endswith("2")
    page.ages.buttons[Age.TO_30].click()
    assert page.table.model().rowCount() == 0
    page.ages.buttons[Age.TO_60].click()
    assert page.table.model().rowCount() == 2
    page.ages.buttons[Age.TO_60].click()
    assert page.ages.value() == ""


def test_a_reminder_is_written_down_from_the_record(course: Course, page: DefectsPage) -> None:
    course.settled("窗")
    record = opened(page)
    dialog = record.run_code("remind")
    assert dialog is not None
    assert dialog.field("to").value() == "林工"
    dialog.field("answer").set_value("next week")
    assert dialog.save()
    assert record.known().detail.reminders == 1
    assert "next week" in record.journal.words()


def test_nothing_is_promised_for_a_day_that_nobody_named(course: Course, page: DefectsPage) -> None:
    course.settled("窗")
    record = opened(page)
    dialog = record.run_code("promise")
    assert dialog is not None
    dialog.field("by").set_value("林工")
    assert not dialog.save()
    assert dialog.refusal("promised_on") == "Enter the promised day."
    assert record.read_again().detail.promised_on is None
    dialog.reject()


def test_a_defect_goes_to_repaired_from_the_record(course: Course, page: DefectsPage) -> None:
    course.settled("窗")
    record = opened(page)
    done = record.run_code("done")
    assert done is not None and done.save()
    look = record.run_code("recheck")
    assert look is not None
    assert not look.save()
    look.field("verdict").set_value("pass")
    assert look.save()
    assert record.known().facts.state is State.PASSED


def test_a_recheck_that_fails_says_what_is_still_wrong(course: Course, page: DefectsPage) -> None:
    course.done(course.defect())
    look = opened(page).run_code("recheck")
    assert look is not None
    look.field("verdict").set_value("fail")
    assert not look.save()
    assert look.refusal("remark") == "Write down what is still wrong."
    look.untouched()
    look.reject()


def test_r35_photos_are_taken_while_it_is_looked_at_again(
    course: Course, page: DefectsPage, tmp_path: Path
) -> None:
    known = course.done(course.defect())
    picture, junk = tmp_path / "IMG_1.png", tmp_path / "notes.txt"
    picture.write_bytes(PNG)
    junk.write_bytes(b"no picture")
    record = opened(page)
    look = record.run_code("recheck")
    assert look is not None
    photos = look.field("photos")
    assert isinstance(photos, PhotosField)
    photos.add([picture, junk])
    assert "notes.txt" in photos.fault()
    look.field("verdict").set_value("pass")
    assert look.save()
    rows = attachment.of_record(course.workplace, "defect", known.detail.id)
    assert [one.name for one in rows] == ["IMG_1.png"]
    assert [one.name for one in record.attachments.rows()] == ["IMG_1.png"]


def test_the_template_of_rooms_is_changed_without_an_inspection(
    course: Course, page: DefectsPage
) -> None:
    dialog = page.template_button.open_template()
    text = dialog.field("rooms").value()
    dialog.field("rooms").set_value(f"{text}\n書房：門、窗")
    assert not dialog.save()  # nobody changes it without a reason
    dialog.field("why").set_value("新戶型")
    assert dialog.save()
    found = inspection_template.in_force(course.workplace)
    assert (found.number, found.why) == (1, "新戶型")
    assert [said(one.names, "zh_Hant") for one in found.rooms][-1] == "書房"


def test_who_may_not_change_the_template_is_told_why(course: Course, qtbot: QtBot) -> None:
    desk = course.workplace
    clerk = desk.signed_in_as(replace(desk.actor, role=Role.RECEPTIONIST))
    button = TemplateButton(InspectionDeeds(clerk))
    qtbot.addWidget(button)
    assert not button.isEnabled()
    assert button.toolTip()


def test_the_desk_is_told_who_declares_a_defect_void(course: Course) -> None:
    desk, known = course.workplace, course.defect()
    for role, words in ((Role.RECEPTIONIST, "supervisor or a manager"), (Role.SUPERVISOR, "")):
        at_post = desk.signed_in_as(replace(desk.actor, role=role))
        acts = defect_acts.acts(InspectionDeeds(at_post))
        shut = next(one for one in acts if one.code == "void").shut(known)
        assert words in shut
        assert bool(shut) is bool(words)


def test_what_is_overdue_is_red(course: Course, page: DefectsPage, clock: FixedClock) -> None:
    known = course.defect()
    clock.advance((known.rule.defect_days + 1) * DAY)
    record = opened(page)
    assert record.known().is_overdue


def test_what_was_found_today_is_not_zero_days_old(
    course: Course, page: DefectsPage, clock: FixedClock
) -> None:
    course.defect()
    assert "21/11/2026 · today" in opened(page).facts.words()
    clock.advance(DAY)
    assert "21/11/2026 · 1 day ago" in opened(page).facts.words()
