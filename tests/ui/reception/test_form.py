"""The form starts from the person, and an inquiry answered at once takes few keys."""

import datetime as dt
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.clock import FixedClock
from desk.domain.permissions import Role
from desk.domain.reception import Channel, Kind, ReceptionEntry, State
from desk.services import reception
from desk.services.reception import ReceptionDetail, ReceptionFilter
from desk.services.workplace import Workplace
from desk.ui.kit.person_field import PickedPerson
from desk.ui.reception.deeds import ReceptionDeeds
from desk.ui.reception.form import ReceptionForm
from desk.ui.reception.page import ReceptionPage
from desk.ui.shell.finding import people_of
from tests.ui.reception.conftest import Household, new_form

OWNER = "曾德華"


class Keys:
    """Presses keys where the keyboard is, and counts those that are not typing."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.pressed: list[Qt.Key] = []

    def press(self, key: Qt.Key) -> None:
        self.pressed.append(key)
        self._qtbot.keyClick(focused(), key)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        self._qtbot.keyClicks(focused(), words)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def pick(form: ReceptionForm, words: str) -> None:
    """Type into the person field and press Enter on the first that was found."""
    form.person.line.setText(words)
    form.person.line.look_again()
    form.person.line.results().choose_current()
    QApplication.processEvents()


def write(form: ReceptionForm, key: str, words: str) -> None:
    """As the clerk types it."""
    sheet = form.field(key).control
    assert isinstance(sheet, QPlainTextEdit)
    sheet.setPlainText(words)


def said(form: ReceptionForm, key: str) -> list[str]:
    """The words around a field."""
    return [label.text() for label in form.fields.cell(key).findChildren(QLabel)]


def newest(workplace: Workplace) -> ReceptionDetail:
    return reception.get(workplace, reception.page(workplace, ReceptionFilter()).rows[0].id)


def test_an_inquiry_answered_at_once_takes_three_key_presses_after_the_person(
    page: ReceptionPage, qtbot: QtBot, workplace: Workplace
) -> None:
    new_form(page)
    person, keys = Keys(qtbot), Keys(qtbot)
    person.type("zdh")
    person.press(Qt.Key.Key_Return)
    keys.type("parking fee")
    keys.press(Qt.Key.Key_Return)
    keys.type("800 a month")
    keys.press(Qt.Key.Key_F8)
    kept = newest(workplace)
    assert (kept.caller_name, kept.request, kept.answer, kept.state, kept.kind) == (
        OWNER,
        "parking fee",
        "800 a month",
        "closed",
        "inquiry",
    )
    assert len(keys.pressed) <= 3


def test_the_form_begins_here_and_now_with_the_clerk_at_the_desk(
    page: ReceptionPage, workplace: Workplace, now: dt.datetime
) -> None:
    form = new_form(page)
    entry = form.read()
    assert (entry.happened_at, entry.channel, entry.kind) == (now, Channel.WALK_IN, Kind.INQUIRY)
    assert (entry.state, entry.first_asked_id) == (State.OPEN, workplace.actor.id)


def test_the_real_time_is_set_back_and_both_times_are_shown(
    page: ReceptionPage, clock: FixedClock
) -> None:
    form = new_form(page)
    pick(form, OWNER)
    write(form, "request", "夜間停水")
    form.field("happened_at").set_value(clock.now() - dt.timedelta(hours=9))
    assert form.save()
    assert form.value().happened_at == clock.now() - dt.timedelta(hours=9)
    assert "Entered later, 21/11/2026 14:30" in said(form, "happened_at")


PROPOSALS = [
    (Kind.INQUIRY, "每月800元", State.CLOSED),
    (Kind.INQUIRY, "", State.OPEN),
    (Kind.VISITOR, "已致電住戶", State.CLOSED),
    (Kind.HELP, "已通知工程部", State.OPEN),
    (Kind.COMPLAINT, "已記錄", State.OPEN),
]


@pytest.mark.parametrize(("kind", "answer", "state"), PROPOSALS)
def test_only_what_is_done_with_its_answer_is_proposed_to_be_closed(
    page: ReceptionPage, kind: Kind, answer: str, state: State
) -> None:
    form = new_form(page)
    write(form, "answer", answer)
    form.field("kind").set_value(kind)
    form.field("kind").changed.emit()
    assert form.field("state").value() == state


def test_the_state_a_clerk_chose_is_left_alone(page: ReceptionPage) -> None:
    form = new_form(page)
    form.field("state").set_value(State.OPEN)
    form.field("state").changed.emit()
    write(form, "answer", "稍後回覆")
    assert form.field("state").value() == State.OPEN


def test_every_refusal_stands_beside_its_field_at_once(
    page: ReceptionPage, workplace: Workplace, clock: FixedClock
) -> None:
    form = new_form(page)
    form.field("happened_at").set_value(clock.now() + dt.timedelta(days=1))
    form.field("state").set_value(State.CLOSED)
    assert not form.save()
    keys = form.fields.keys()
    refused = {key for key in keys if form.refusal(key)}
    assert refused == {"person", "request", "answer", "happened_at"}
    assert reception.page(workplace, ReceptionFilter()).rows == ()


def test_a_visitor_unknown_to_the_estate_comes_by_a_free_name(
    page: ReceptionPage, workplace: Workplace
) -> None:
    form = new_form(page)
    pick(form, "速遞員 順達")
    assert form.fields.cell("caller_phone").isVisibleTo(form)
    form.field("caller_phone").set_value("6000 0000")
    write(form, "request", "派件")
    assert form.save()
    kept = newest(workplace)
    assert (kept.caller_name, kept.caller_phone, kept.unit_id) == ("速遞員 順達", "6000 0000", None)


def test_a_visitor_of_a_unit_is_asked_for_the_name(
    page: ReceptionPage, workplace: Workplace, household: Household
) -> None:
    form = new_form(page)
    pick(form, "B座1室")
    assert focused() is form.field("caller_name").control
    write(form, "request", "看屋")
    assert not form.save()
    assert form.refusal("person")
    form.field("caller_name").set_value("地產代理")
    assert form.save()
    kept = newest(workplace)
    assert (kept.caller_name, kept.unit_id) == ("地產代理", household.empty_unit_id)


def test_a_known_reception_is_corrected_and_keeps_its_person(
    page: ReceptionPage, workplace: Workplace, visits: list[str]
) -> None:
    form = page.form_of_key(visits[1])
    page.show_record(form)
    assert form.heading() == visits[1]
    write(form, "answer", "工程部已修好")
    form.field("state").set_value(State.CLOSED)
    assert form.save()
    kept = reception.get(workplace, visits[1])
    assert (kept.state, kept.caller_name, kept.caller_phone) == ("closed", OWNER, "9123 4567")
    assert "Closed 21/11/2026 14:30 by 陳大文" in said(form, "state")


def test_another_person_put_in_brings_the_own_name_and_unit(
    page: ReceptionPage, workplace: Workplace, visits: list[str]
) -> None:
    form = page.form_of_key(visits[0])
    page.show_record(form)
    pick(form, "李美玲")
    assert form.save()
    assert reception.get(workplace, visits[0]).caller_name == "李美玲"


def test_what_somebody_else_saved_is_not_written_over(
    page: ReceptionPage, workplace: Workplace, deeds: ReceptionDeeds, visits: list[str]
) -> None:
    form = page.form_of_key(visits[1])
    page.show_record(form)
    other = page.form_of_key(visits[1])
    write(other, "answer", "先到")
    assert other.save()
    other.deleteLater()
    write(form, "answer", "後到")
    assert not form.save()
    assert "changed this record" in form.summary()
    assert reception.get(workplace, visits[1]).answer == "先到"


def test_a_complaint_is_made_of_what_stands_there(
    page: ReceptionPage, qtbot: QtBot, workplace: Workplace
) -> None:
    form = new_form(page)
    pick(form, OWNER)
    write(form, "request", "樓上噪音")
    with qtbot.waitSignal(page.complaint_wanted, timeout=1000) as wanted:
        form.complaint_button.click()
    assert wanted.args == [newest(workplace).id]


def test_nothing_unfit_becomes_a_complaint(page: ReceptionPage, qtbot: QtBot) -> None:
    form = new_form(page)
    with qtbot.assertNotEmitted(page.complaint_wanted):
        form.complaint_button.click()
    assert form.refusal("request")


def test_a_draft_brings_back_everything_typed_and_the_household(
    page: ReceptionPage, household: Household
) -> None:
    form = new_form(page)
    pick(form, OWNER)
    write(form, "request", "漏水")
    form.field("channel").set_value(Channel.PHONE)
    form.field("happened_at").restore(["20/11/2026", "9:"])
    form.field("state").set_value(State.OPEN)
    form.field("state").changed.emit()
    draft = form.draft()
    form.load(None)
    page.panel.close_content()
    assert not page.household.isVisible()
    again = page.resume(draft, "")
    assert isinstance(again, ReceptionForm)
    assert again.draft() == draft
    assert again.is_dirty()
    assert again.unit_id() == page.household.unit_id() == household.unit_id
    assert page.household.isVisible()
    assert again.person.value() == PickedPerson(*draft["person"])
    write(again, "answer", "已登記")
    assert again.field("state").value() == State.OPEN


def test_whoever_may_only_read_sees_and_changes_nothing(
    qtbot: QtBot, workplace: Workplace, visits: list[str]
) -> None:
    reader = replace(workplace, actor=replace(workplace.actor, role=Role.QUALITY_SUPERVISOR))
    page = ReceptionPage(ReceptionDeeds(reader, partial(people_of, reader)))
    qtbot.addWidget(page)
    assert page.start_new() is None
    form = page.form_of_key(visits[0])
    qtbot.addWidget(form)
    assert form.is_read_only()
    assert not form.save_button.isVisibleTo(form)
    assert not form.complaint_button.isVisibleTo(form)


def test_a_correction_kept_over_a_restart_minds_what_was_saved_meanwhile(
    page: ReceptionPage, household: Household, workplace: Workplace
) -> None:
    entry = ReceptionEntry(workplace.now(), resident_id=household.owner_id, request="漏水")
    known = reception.register(workplace, entry)
    page.open_key(str(known.id))
    form = page.open_form()
    assert isinstance(form, ReceptionForm)
    write(form, "request", "漏電")
    draft, subject = form.draft(), form.subject()
    form.load(known)
    page.panel.close_content()
    reception.change(workplace, known.id, known.version, replace(entry, request="漏氣"))
    again = page.resume(draft, subject)
    assert isinstance(again, ReceptionForm)
    assert not again.save()
    assert again.summary()
    assert reception.get(workplace, known.id).request == "漏氣"
