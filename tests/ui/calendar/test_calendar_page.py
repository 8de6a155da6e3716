"""Working days, opening hours and announced years in the window (K10)."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.config import resources_folder
from desk.domain.business_calendar import DayKind, SpecialDay
from desk.domain.calendar_year import KnownYear
from desk.domain.permissions import Role
from desk.services import business_calendar
from desk.services.workplace import Workplace
from desk.ui.calendar import page as page_module
from desk.ui.calendar import year as year_module
from desk.ui.calendar.days_field import DaysField
from desk.ui.calendar.hours import HoursForm
from desk.ui.calendar.page import CalendarPage
from desk.ui.calendar.spans_field import read_spans, spans_words
from desk.ui.calendar.year import YearForm
from desk.ui.kit.retranslate import speak
from tests.ui.calendar.conftest import MakePage
from tests.ui.settings.conftest import desk_of
from tests.ui.walk import guessing, unnamed, visible_words

CHRISTMAS = dt.date(2026, 12, 25)
NEW_YEAR = dt.date(2028, 1, 1)
LATIN = re.compile(r"[A-Za-z]{2,}")
NATIVE = re.compile(r"\b(?:English|F\d+)\b")


def year_form(page: CalendarPage, year: int) -> YearForm:
    page.open_entry(str(year))
    form = page.panel.content()
    assert isinstance(form, YearForm)
    return form


def hours_form(page: CalendarPage) -> HoursForm:
    page.open_entry("hours")
    form = page.panel.content()
    assert isinstance(form, HoursForm)
    return form


def days_of(form: YearForm) -> DaysField:
    field = form.field("special")
    assert isinstance(field, DaysField)
    return field


def type_day(form: YearForm, day: dt.date, kind: DayKind, name: str) -> None:
    days = days_of(form)
    days.choose(day)
    days.one.field("kind").set_value(kind)
    days.one.field("name").set_value(name)
    days.put_button.click()


def rows(page: CalendarPage) -> list[tuple[str, str]]:
    model = page.table.model()
    return [
        (str(model.index(row, 0).data()), str(model.index(row, 1).data()))
        for row in range(page.table.row_count())
    ]


def calendar_file(place: Path, **changed: Any) -> Path:
    data = json.loads((resources_folder() / "calendars" / "HK.json").read_text("utf-8"))
    path = place / "calendar.json"
    path.write_text(json.dumps(data | changed), "utf-8")
    return path


# The list


def test_hours_stand_first_then_the_years_down_from_the_one_not_announced(
    page: CalendarPage,
) -> None:
    titles = [title for title, _state in rows(page)]
    assert titles[0].startswith("Opening hours")
    assert [title[:4] for title in titles[1:4]] == ["2028", "2027", "2026"]
    assert rows(page)[1] == ("2028 Only weekdays are counted", "Not announced")
    assert rows(page)[3][1] == "Announced"


def test_this_year_is_open_at_once(page: CalendarPage) -> None:
    assert page.panel.content().heading() == "2026"  # type: ignore[union-attr]


# A year


def test_a_year_not_announced_is_said_to_be_so_until_it_is(
    page: CalendarPage, workplace: Workplace
) -> None:
    assert page.new_words() == "Announce a year"
    page.start_new()
    form = page.panel.content()
    assert isinstance(form, YearForm)
    assert "2028: not yet announced. Only weekdays are counted." in visible_words(form)
    type_day(form, NEW_YEAR, DayKind.HOLIDAY, "元旦")
    assert not form.save()
    assert form.refusal("source")
    form.field("source").set_value("政府憲報")
    assert form.save()
    calendar = business_calendar.of(workplace)
    assert calendar.special[NEW_YEAR] == SpecialDay(NEW_YEAR, DayKind.HOLIDAY, "元旦")
    assert rows(page)[1] == ("2029 Only weekdays are counted", "Not announced")
    assert rows(page)[2] == ("2028 1 holiday · 政府憲報", "Announced")


def test_days_are_added_changed_and_taken_out(page: CalendarPage, workplace: Workplace) -> None:
    form = year_form(page, 2026)
    days = days_of(form)
    type_day(form, dt.date(2026, 12, 27), DayKind.WORKING, "補班")
    type_day(form, CHRISTMAS, DayKind.HOLIDAY, "耶誕")
    days.choose(dt.date(2026, 12, 26))
    days.drop_button.click()
    assert form.is_dirty()
    assert form.save()
    calendar = business_calendar.of(workplace)
    assert calendar.is_working_day(dt.date(2026, 12, 27))
    assert calendar.special[CHRISTMAS].name == "耶誕"
    assert dt.date(2026, 12, 26) not in calendar.special


def test_a_day_of_another_year_is_refused_beside_its_field(page: CalendarPage) -> None:
    days = days_of(year_form(page, 2026))
    days.one.field("day").set_value(dt.date(2025, 12, 25))
    days.put()
    assert days.one.cell("day").refusal() == "Enter a day of the year 2026."


def test_a_day_that_was_begun_is_not_lost_by_saving(page: CalendarPage) -> None:
    form = year_form(page, 2026)
    days_of(form).one.field("name").set_value("颱風")
    assert not form.save()
    assert "list" in form.refusal("special")


def test_a_day_cannot_be_taken_out_that_is_not_there(page: CalendarPage) -> None:
    days = days_of(year_form(page, 2026))
    days.choose(dt.date(2026, 11, 21))
    assert days.drop_button.why_shut()
    days.drop()
    assert len(days.value()) == 17


def test_the_year_is_walked_with_the_arrow_keys(qtbot: QtBot, page: CalendarPage) -> None:
    days = days_of(year_form(page, 2026))
    grid = days.grid
    grid.setFocus()
    assert grid.accessibleDescription().startswith("01/01/2026 Thursday: Holiday")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(grid, key)
    assert grid.accessibleDescription() == "03/02/2026 Tuesday: working day"
    assert days.one.field("day").value() == dt.date(2026, 2, 3)
    qtbot.keyClick(grid, Qt.Key.Key_End)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.day == dt.date(2026, 12, 31)
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    qtbot.keyClick(grid, Qt.Key.Key_Up)
    assert grid.day == dt.date(2026, 1, 1)


def test_a_click_on_a_day_looks_at_it(qtbot: QtBot, page: CalendarPage) -> None:
    days = days_of(year_form(page, 2026))
    place = days.grid._cell(CHRISTMAS).center()
    qtbot.mouseClick(days.grid, Qt.MouseButton.LeftButton, pos=place)
    assert days.one.field("day").value() == CHRISTMAS
    assert days.table.chosen_id() == CHRISTMAS
    assert days.one.field("name").value()


def test_a_year_is_taken_back_after_a_question(
    page: CalendarPage, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = year_form(page, 2027)
    monkeypatch.setattr(year_module, "ask", lambda *_asked: False)
    form.withdraw_button.click()
    assert business_calendar.of(workplace).is_announced(2027)
    monkeypatch.setattr(year_module, "ask", lambda *_asked: True)
    form.withdraw_button.click()
    assert not business_calendar.of(workplace).is_announced(2027)
    assert ("2027 Only weekdays are counted", "Not announced") in rows(page)
    assert form.value() == KnownYear(2027, "", ())


def test_of_two_who_correct_a_year_the_second_is_told(
    page: CalendarPage, make_page: MakePage, workplace: Workplace
) -> None:
    one, other = year_form(page, 2026), year_form(make_page(workplace), 2026)
    type_day(one, dt.date(2026, 11, 23), DayKind.HOLIDAY, "甲")
    type_day(other, dt.date(2026, 11, 24), DayKind.HOLIDAY, "乙")
    assert one.save()
    assert not other.save()
    assert other.summary()
    assert dt.date(2026, 11, 24) not in business_calendar.of(workplace).special


def test_a_half_finished_year_survives_a_restart(
    page: CalendarPage, make_page: MakePage, workplace: Workplace
) -> None:
    form = year_form(page, 2026)
    type_day(form, dt.date(2026, 11, 23), DayKind.HOLIDAY, "甲")
    again = make_page(workplace).resume(json.loads(json.dumps(form.draft())), form.subject())
    assert isinstance(again, YearForm)
    assert dt.date(2026, 11, 23) in {one.day for one in days_of(again).value()}
    assert again.save()


# Opening hours


def test_opening_hours_are_typed_as_spans_and_kept(
    page: CalendarPage, workplace: Workplace
) -> None:
    form = hours_form(page)
    form.field("workdays").set_value(["0", "1", "2", "3", "4", "5"])
    form.field("week.5").restore("９：00至12:30、1400-1800")
    form.field("holiday").restore("")
    assert form.save()
    calendar = business_calendar.of(workplace)
    assert calendar.week[5] == ((540, 750), (840, 1080))
    assert calendar.is_working_day(dt.date(2026, 11, 21))
    assert form.field("week.5").draft() == "09:00–12:30, 14:00–18:00"


@pytest.mark.parametrize("typed", ["nine to five", "09:00", "18:00-09:00", "09:61-10:00", "9-17 x"])
def test_hours_that_cannot_be_read_are_refused_beside_their_day(
    page: CalendarPage, typed: str
) -> None:
    form = hours_form(page)
    form.field("week.0").restore(typed)
    assert not form.save()
    assert form.refusal("week.0")


def test_a_week_without_work_and_without_hours_is_refused(page: CalendarPage) -> None:
    form = hours_form(page)
    form.field("workdays").set_value([])
    for day in range(7):
        form.field(f"week.{day}").restore("")
    assert not form.save()
    assert form.refusal("workdays")
    assert form.summary()


@pytest.mark.parametrize("text", ["", "09:00–18:00", "00:00–09:00, 13:00–24:00"])
def test_spans_are_written_as_they_are_read(text: str) -> None:
    spans = read_spans(text)
    assert spans is not None
    assert spans_words(spans) == text


# Bringing in


def test_a_file_is_looked_at_before_it_is_taken(
    page: CalendarPage, workplace: Workplace, tmp_path: Path
) -> None:
    before = business_calendar.of(workplace)
    special = [{"day": "2028-01-01", "kind": "holiday", "name": "元旦"}]
    week = [[["08:00", "17:00"]]] * 6 + [[]]
    path = calendar_file(tmp_path, announced=[2028], special=special, week=week, source="憲報")
    dialog = page.preview_file(path)
    assert dialog is not None
    words = "\n".join(visible_words(dialog))
    assert "2028 · 1 holiday · not announced so far" in words
    assert "Monday: 09:00–18:00, working day → 08:00–17:00, working day" in words
    assert business_calendar.of(workplace) == before
    assert dialog.save()
    after = business_calendar.of(workplace)
    assert after.is_announced(2028)
    assert after.week == before.week
    assert rows(page)[2][1] == "Announced"


def test_hours_of_a_file_are_taken_only_where_that_is_wanted(
    page: CalendarPage, workplace: Workplace, tmp_path: Path
) -> None:
    path = calendar_file(tmp_path, week=[[["08:00", "17:00"]]] * 6 + [[]])
    dialog = page.preview_file(path)
    assert dialog is not None
    assert dialog.field("years").value() == []
    assert not dialog.save()
    assert dialog.refusal("years")
    dialog.field("hours").set_value("yes")
    assert dialog.save()
    assert business_calendar.of(workplace).week[0] == ((480, 1020),)


def test_a_file_that_is_no_calendar_is_told_and_nothing_happens(
    page: CalendarPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(page_module, "tell", lambda _page, _text, why: told.append(why))
    path = tmp_path / "calendar.json"
    path.write_text("[1, 2]")
    assert page.preview_file(path) is None
    assert told == ["This file holds no calendar."]


def test_newer_data_of_the_program_is_offered_and_taken(
    page: CalendarPage, workplace: Workplace
) -> None:
    assert not page.offer_button.isVisible()
    known = {one.year: one for one in business_calendar.years(workplace)}[2027]
    business_calendar.withdraw_year(workplace, 2027, known.version)
    page.reload()
    assert page.offer_button.isVisible()
    dialog = page.preview_offers()
    assert dialog.field("years").value() == ["2027"]
    assert dialog.save()
    assert business_calendar.of(workplace).is_announced(2027)
    assert not page.offer_button.isVisible()


# Who, and in which language


def test_a_receptionist_only_looks(make_page: MakePage, workplace: Workplace) -> None:
    page = make_page(desk_of(workplace, Role.RECEPTIONIST))
    assert page.new_words() == ""
    assert page.import_button.why_shut()
    for form in (year_form(page, 2026), hours_form(page)):
        assert form.is_read_only()
        assert not form.save_button.isVisible()


@pytest.mark.parametrize("key", ["hours", "2026", "2028"])
def test_every_control_is_named_and_every_label_plain(
    language: str, page: CalendarPage, key: str
) -> None:
    page.open_entry(key)
    assert unnamed(page) == []
    assert guessing(page) == []


@pytest.mark.parametrize("code", ["zh_Hant", "zh_Hans"])
@pytest.mark.parametrize("key", ["hours", "2026", "2028"])
def test_no_english_is_left_in_chinese(
    dressed: QApplication, page: CalendarPage, code: str, key: str
) -> None:
    page.open_entry(key)
    speak(dressed, code)
    left = {words for words in visible_words(page) if LATIN.search(NATIVE.sub("", words))}
    assert left == set()
