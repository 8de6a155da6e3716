"""The first page: what stands on it, how it is walked through, what it leads to."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import Program
from desk.clock import FixedClock
from desk.domain.complaint import Severity, Urgency
from desk.domain.permissions import Role
from desk.domain.receipt import LineEntry, ReceiptEntry
from desk.domain.reception import Kind, ReceptionEntry, State
from desk.domain.today import Section
from desk.errors import EnvironmentFault
from desk.services import (
    complaint_handling,
    receipt,
    reception,
    service_agreement,
    service_callback_visit,
    today,
)
from desk.services.today import OwedRow
from desk.services.workplace import Workplace
from desk.ui.complaint.page import ComplaintPage
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.kit.faults import fault_words
from desk.ui.kit.retranslate import speak
from desk.ui.kit.theme import Tone
from desk.ui.reception.form import ReceptionForm
from desk.ui.reception.page import ReceptionPage
from desk.ui.service_callback.page import CallbacksPage
from desk.ui.service_callback.record import VisitRecord
from desk.ui.service_order.page import ServiceOrderPage
from desk.ui.shell.main_window import MainWindow
from desk.ui.today.deeds import TodayDeeds
from desk.ui.today.lines import Calm, Head, Line, More, Shown
from desk.ui.today.page import TodayPage
from desk.ui.today.words import lines_of
from desk.wording import label
from tests.services import case_course as course
from tests.services.catalogue_course import with_household
from tests.services.conftest import Household
from tests.services.conftest import household as of_estate
from tests.services.order_course import Course
from tests.ui.conftest import Freed
from tests.ui.walk import guessing, unnamed

HOUR = dt.timedelta(hours=1)
EVERY = frozenset(Section)
household = of_estate


def made(workplace: Workplace) -> TodayPage:
    return TodayPage(TodayDeeds(workplace), new_visit, EVERY)


def new_visit() -> str:
    return "New visit"


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace) -> TodayPage:
    found = made(workplace)
    qtbot.addWidget(found)
    found.resize(1166, 680)
    found.show()
    return found


def lines(page: TodayPage) -> list[Line]:
    page.reload()
    return list(page.list.lines.lines)


def rows(page: TodayPage, section: Section) -> list[Shown]:
    return [one for one in lines(page) if isinstance(one, Shown) and one.section is section]


def heads(page: TodayPage) -> list[tuple[Section, str]]:
    return [(one.section, one.count) for one in lines(page) if isinstance(one, Head)]


def calm(page: TodayPage) -> str:
    return next(one.words for one in lines(page) if isinstance(one, Calm))


def visit(workplace: Workplace) -> int:
    entry = ReceptionEntry(
        workplace.now(), caller_name="王大明", request="水龍頭漏水", kind=Kind.HELP
    )
    return reception.register(workplace, entry).id


# What stands on it


def test_an_empty_day_says_so_and_what_to_do_first(page: TodayPage, language: str) -> None:
    page.reload()
    assert page.clear.isVisible()
    assert heads(page) == []
    words = page._clear_title.text() + page._clear_hint.text()
    assert "F2" in words
    assert lines(page) == []
    assert page.list.accessibleName()


def test_parts_stand_in_the_order_of_the_role_with_their_counts(
    page: TodayPage, workplace: Workplace
) -> None:
    course.filed(workplace)
    course.registered(workplace)
    visit(workplace)
    assert [section for section, _count in heads(page)] == [
        Section.DUE,
        Section.JUDGE,
        Section.VISITS,
    ]
    assert dict(heads(page))[Section.JUDGE] == "1"
    assert not page.clear.isVisible()


def test_empty_parts_fold_into_one_sentence(
    page: TodayPage, workplace: Workplace, language: str
) -> None:
    course.registered(workplace)
    said = calm(page)
    assert label("clear", "overdue").lower() in said.lower()
    assert label("clear", "judge") not in said
    assert sum(isinstance(one, Calm) for one in lines(page)) == 1


def test_a_line_says_what_is_owed_who_answers_where_and_about_what(
    page: TodayPage, workplace: Workplace, clock: FixedClock
) -> None:
    known = course.filed(workplace)
    (found,) = [one for one in rows(page, Section.DUE) if one.row.clock == "hand_out"]
    assert found.deed == "Hand out to the department within 10 minutes"
    assert (found.chip.tone, found.chip.text) == (Tone.NEUTRAL, "10 minutes left")
    assert (found.by, found.place) == ("Receptionist", "李小龍")
    assert (found.number, found.what) == (known.detail.number, known.detail.course)
    assert [tag.text for tag in found.tags] == ["Minor"]
    clock.advance(dt.timedelta(days=3))
    (late,) = [one for one in rows(page, Section.OVERDUE) if one.row.clock == "solve.minor"]
    assert (late.chip.tone, late.chip.text) == (Tone.OVERDUE, "1 day overdue")
    assert late.by == "Customer service supervisor · the overrun awaits Estate manager"
    assert "1 day overdue" in late.spoken
    (asked,) = rows(page, Section.APPROVALS)
    assert asked.deed == "Approve the overrun: Handle within 2 days"
    assert asked.by == "Estate manager"


def test_r240_a_line_of_an_order_says_by_when_somebody_is_to_be_at_the_door(
    page: TodayPage, workplace: Workplace, clock: FixedClock
) -> None:
    order = Course(workplace, clock)
    order.appoint(2)  # 16:30 by the clock of the estate
    order.dispatch()
    (found,) = rows(page, Section.ORDERS)
    assert (found.deed, found.by) == ("Be at the door", "due today 16:30")
    assert found.chip.text == "1 hour left"
    clock.advance(2 * HOUR)
    (late,) = rows(page, Section.ORDERS)
    assert (late.by, late.chip.tone) == ("due today 16:30", Tone.OVERDUE)
    assert "due today 16:30" in late.spoken


def test_r3_a_case_to_be_acted_on_at_once_is_marked_and_on_top(
    page: TodayPage, workplace: Workplace
) -> None:
    course.filed(workplace)
    urgent = course.filed(workplace)
    complaint_handling.act_immediately(
        workplace, urgent.detail.id, urgent.detail.version, {Urgency.CRISIS}
    )
    first = rows(page, Section.DUE)[0]
    assert first.number == urgent.detail.number
    assert "At once" in [tag.text for tag in first.tags]


def test_lines_about_one_case_are_told_apart_from_a_new_one(
    page: TodayPage, workplace: Workplace
) -> None:
    course.filed(workplace, Severity.MAJOR)
    found = rows(page, Section.DUE)
    assert [one.goes_on for one in found] == [False] + [True] * (len(found) - 1)
    assert all(one.number in one.spoken for one in found)


def test_r194_yesterday_says_what_is_done_and_what_is_to_be_followed(
    page: TodayPage, workplace: Workplace, clock: FixedClock
) -> None:
    open_one = course.filed(workplace)
    told = ReceptionEntry(workplace.now(), caller_name="王大明", request="漏水", kind=Kind.HELP)
    done = reception.register(workplace, replace(told, answer="已修", state=State.CLOSED))
    clock.advance(dt.timedelta(days=1))
    found = {one.number: one.chip for one in rows(page, Section.YESTERDAY)}
    assert found[open_one.detail.number].text == "To be followed"
    assert (found[done.number].tone, found[done.number].text) == (Tone.DONE, "Done")


def test_the_strip_leads_to_a_part_and_says_when_nothing_is_overdue(
    page: TodayPage, workplace: Workplace, clock: FixedClock
) -> None:
    course.filed(workplace)
    visit(workplace)
    page.reload()
    assert page.strip.clear_chip.isVisible()
    page.strip.button(Section.VISITS).click()
    chosen = page.list.chosen()
    assert isinstance(chosen, Shown)
    assert chosen.section is Section.VISITS
    clock.advance(HOUR)
    page.reload()
    assert not page.strip.clear_chip.isVisible()
    assert "Overdue" in page.strip.button(Section.OVERDUE).accessibleName()


def test_it_speaks_the_language_at_once(
    page: TodayPage, workplace: Workplace, dressed: QApplication
) -> None:
    course.filed(workplace)
    page.reload()
    before = [one.spoken for one in page.list.lines.lines]
    speak(dressed, "zh_Hant")
    after = [one.spoken for one in page.list.lines.lines]
    assert len(before) == len(after)
    assert all(one != other for one, other in zip(before, after, strict=True))
    assert "剩" in after[1]


def test_a_fault_is_said_and_what_was_read_stays(
    page: TodayPage, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.filed(workplace)
    before = lines(page)
    fault = EnvironmentFault("storage.busy")

    def fail() -> None:
        raise fault

    monkeypatch.setattr(page._deeds, "day", fail)
    page.reload()
    assert page.note.isVisible()
    assert page.note.text() == fault_words(fault)
    assert list(page.list.lines.lines) == before


# How it is walked through


def test_arrows_walk_through_all_parts_and_enter_opens(
    page: TodayPage, workplace: Workplace, qtbot: QtBot
) -> None:
    course.registered(workplace)
    seen = visit(workplace)
    page.reload()
    page.list.setFocus()
    with qtbot.assertNotEmitted(page.record_wanted):
        qtbot.keyClick(page.list, Qt.Key.Key_Return)  # nothing is chosen yet
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    first = page.list.chosen()
    assert isinstance(first, Shown)
    assert first.section is Section.JUDGE
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)  # the end stays the end
    with qtbot.waitSignal(page.record_wanted) as told:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert told.args == ["reception", str(seen)]
    for key, section in (
        (Qt.Key.Key_Home, Section.JUDGE),
        (Qt.Key.Key_End, Section.VISITS),
        (Qt.Key.Key_Up, Section.JUDGE),
        (Qt.Key.Key_PageDown, Section.VISITS),
        (Qt.Key.Key_PageUp, Section.JUDGE),
    ):
        qtbot.keyClick(page.list, key)
        chosen = page.list.chosen()
        assert isinstance(chosen, Shown)
        assert chosen.section is section


def test_a_click_opens_and_a_heading_does_nothing(
    page: TodayPage, workplace: Workplace, qtbot: QtBot
) -> None:
    known = course.registered(workplace)
    page.reload()
    view = page.list
    head, row = (view.visualRect(view.lines.index(at)).center() for at in (0, 1))
    with qtbot.assertNotEmitted(page.record_wanted):
        press(qtbot, page, head)
    with qtbot.waitSignal(page.record_wanted) as told:
        press(qtbot, page, row)
    assert told.args == ["complaint", str(known.detail.id)]


def press(qtbot: QtBot, page: TodayPage, at: QPoint) -> None:
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_choice_stays_while_the_day_is_read_anew(
    page: TodayPage, workplace: Workplace, qtbot: QtBot
) -> None:
    course.registered(workplace)
    visit(workplace)
    page.reload()
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    key = page.list.chosen_key()
    course.filed(workplace)
    qtbot.keyClick(page, Qt.Key.Key_F5)
    assert page.list.chosen_key() == key
    assert dict(heads(page))[Section.DUE]


def test_what_there_is_no_room_for_is_in_the_register(
    page: TodayPage, workplace: Workplace, qtbot: QtBot
) -> None:
    for _time in range(21):
        course.registered(workplace)
    page.reload()
    assert dict(heads(page))[Section.JUDGE] == "20+"
    (more,) = [one for one in lines(page) if isinstance(one, More)]
    assert more.section is Section.JUDGE
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    with qtbot.waitSignal(page.register_wanted) as told:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert told.args == [Section.JUDGE]


# How it looks and lives


@pytest.mark.parametrize("size", [(1166, 680), (900, 600), (627, 298)])
def test_it_is_painted_at_every_size(
    page: TodayPage, workplace: Workplace, size: tuple[int, int], language: str
) -> None:
    course.filed(workplace, Severity.MAJOR)
    page.reload()
    page.resize(*size)
    page.list.setFocus()
    page.list.go_to(Section.DUE)
    assert not page.grab().isNull()
    assert page.strip.isVisible() is (size[1] > 400)
    assert page.list.horizontalScrollBar().maximum() == 0


def test_every_control_is_named_and_nothing_guesses_markup(
    page: TodayPage, workplace: Workplace, language: str
) -> None:
    course.filed(workplace)
    page.reload()
    assert unnamed(page) == []
    assert guessing(page) == []


def test_a_closed_page_is_freed(workplace: Workplace, freed: Freed) -> None:
    assert freed(lambda: made(workplace))


# In the program


@pytest.fixture
def window(dressed: QApplication, workplace: Workplace, clock: FixedClock) -> Iterator[MainWindow]:
    program = Program(dressed, workplace.folder, clock)
    yield program.show_desk(workplace)
    assert program.window is not None
    program.window.close()
    program.window.deleteLater()


def a_today(window: MainWindow) -> TodayPage:
    page = window.page()
    assert isinstance(page, TodayPage)
    return page


def test_the_window_opens_on_it_with_the_keyboard_in_its_list(window: MainWindow) -> None:
    page = a_today(window)
    assert window.rail.button("today").isChecked()
    assert window.focusWidget() is page.list


def test_a_line_opens_its_record_in_its_register(window: MainWindow, workplace: Workplace) -> None:
    known = course.registered(workplace)
    page = a_today(window)
    page.reload()
    page.list._open(page.list.lines.index(1))
    opened = window.page()
    assert isinstance(opened, ComplaintPage)
    record = opened.open_form()
    assert isinstance(record, ComplaintRecord)
    assert known.detail.number in record.heading()


def test_a_home_visit_owed_opens_the_callbacks_at_its_customer(
    window: MainWindow, workplace: Workplace, household: Household
) -> None:
    """R110: not the agreement under which it is owed."""
    known = with_household(workplace, household.unit_id)
    told = known.number, household.unit, known.customer, "", workplace.now()
    row = OwedRow(service_agreement.KIND, known.id, *told, clock=service_callback_visit.OWED)
    a_today(window)._open(row)
    opened = window.page()
    assert isinstance(opened, ServiceOrderPage)
    assert opened.tabs.value() == "callbacks"
    section = opened.show_section("callbacks")
    assert isinstance(section, CallbacksPage)
    assert isinstance(section.open_form(), VisitRecord)


def test_f2_serves_a_visitor(window: MainWindow) -> None:
    assert a_today(window).new_words()
    window.start_new()
    assert isinstance(window.page(), ReceptionPage)
    assert isinstance(window.page().open_form(), ReceptionForm)


def test_who_may_not_register_is_not_offered_it(workplace: Workplace, qtbot: QtBot) -> None:
    above = workplace.signed_in_as(replace(workplace.actor, role=Role.GENERAL_MANAGER))
    page = made(above)
    qtbot.addWidget(page)
    assert page.new_words() == ""
    with qtbot.assertNotEmitted(page.new_wanted):
        page.start_new()
    assert "F2" not in page._clear_hint.text()


@pytest.mark.parametrize(
    ("section", "asked"),
    [
        (Section.OVERDUE, {"due": "overdue"}),
        (Section.DUE, {"due": "today"}),
        (Section.JUDGE, {"state": "registered"}),
        (Section.VISITS, {"state": "waiting"}),
    ],
)
def test_show_all_narrows_the_register(
    window: MainWindow, section: Section, asked: dict[str, str]
) -> None:
    a_today(window).register_wanted.emit(section)
    page = window.page()
    if isinstance(page, ReceptionPage):
        assert dict(page.asked.values()) == asked
    else:
        assert isinstance(page, ComplaintPage)
        assert dict(page.filters.values()) == asked


def test_the_rail_counts_what_is_owed_and_what_waits(
    window: MainWindow, workplace: Workplace, clock: FixedClock
) -> None:
    course.registered(workplace)
    course.filed(workplace)
    window.refresh_counts()
    assert window.rail.button("complaint").count() == 1
    assert window.rail.button("today").count() == len(rows(a_today(window), Section.DUE))
    clock.advance(HOUR)
    window.refresh_counts()
    assert window.rail.button("complaint").count() == 2


def test_a_void_receipt_stands_beside_who_paid_and_under_it_who_declared_it_void(
    workplace: Workplace,
) -> None:
    """R21: the clerk's name is not read as that of the household."""
    paid = receipt.take(
        workplace, ReceiptEntry(payer="曾德華", lines=(LineEntry("裝修按金", Decimal(2000)),))
    )
    receipt.void(workplace, paid.id, paid.version, "寫錯")
    lines = lines_of(today.day(workplace), workplace.estate.custom, EVERY)
    [line] = [one for one in lines if isinstance(one, Shown) and one.number == paid.number]
    assert line.place == "曾德華"
    assert line.by.endswith(f" · {workplace.actor.name}")
