"""The first-asked duty in the visit's panel: what M3 wants, its deeds, its refusals, its chain."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desk.domain.department import DepartmentEntry
from desk.domain.permissions import Role
from desk.domain.reception import Kind, ReceptionEntry
from desk.i18n import gettext
from desk.services import department, first_asked, reception
from desk.services.workplace import Workplace
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.reception.deeds import ReceptionDeeds
from desk.ui.reception.form import ReceptionForm
from desk.ui.reception.page import ReceptionPage
from desk.ui.shell.finding import people_of
from tests.ui import walk
from tests.ui.reception.conftest import Household, new_form
from tests.ui.reception.test_form import pick, write


@pytest.fixture
def departments(workplace: Workplace) -> tuple[int, int]:
    told = (
        DepartmentEntry("工程部", "張主管", "2345 1001"),
        DepartmentEntry("保安部", "李主管", "2345 1002"),
    )
    first, second = (department.add(workplace, one).id for one in told)
    return first, second


@pytest.fixture
def opened(page: ReceptionPage, workplace: Workplace, household: Household) -> ReceptionForm:
    """A call for help in the panel."""
    entry = ReceptionEntry(
        workplace.now(), kind=Kind.HELP, resident_id=household.owner_id, request="廚房漏水"
    )
    kept = reception.register(workplace, entry)
    form = page.open_key(str(kept.id))
    assert isinstance(form, ReceptionForm)
    QApplication.processEvents()
    return form


def judge(form: ReceptionForm, scope: str) -> None:
    """As the clerk clicks it."""
    form.duty.scope.set_value(scope)
    form.duty.scope.changed.emit()
    QApplication.processEvents()


def deed(form: ReceptionForm, key: str, **values: object) -> DeedDialog:
    """Open a deed, type, press F8."""
    dialog = form.duty.open_deed(key)
    for name, value in values.items():
        dialog.field(name).set_value(value)
        dialog.field(name).changed.emit()
    dialog.save()
    QApplication.processEvents()
    return dialog


def chain(form: ReceptionForm) -> list[str]:
    return [label.text() for label in form.duty.chain.findChildren(QLabel)][1::2]


def test_R206_help_is_judged_before_anything_else(opened: ReceptionForm) -> None:
    assert "Judge whose duty it is" in opened.duty.advice()
    assert opened.duty.scope.isVisible()
    assert not opened.duty.next_button.isVisible()


def test_R208_what_was_judged_says_what_comes_next(opened: ReceptionForm) -> None:
    judge(opened, "department")
    assert "department in charge" in opened.duty.advice()
    assert opened.duty.next_button.text() == "Hand over"
    judge(opened, "unclear")
    assert "customer relations supervisor" in opened.duty.advice()
    assert opened.value().duty_scope == "unclear"


def test_F6_opens_the_deed_that_is_wanted(
    qtbot: QtBot, page: ReceptionPage, opened: ReceptionForm, departments: tuple[int, int]
) -> None:
    judge(opened, "department")
    qtbot.keyClick(page, Qt.Key.Key_F6)
    dialogs = page.window().findChildren(DeedDialog)
    assert [one.plan.title() for one in dialogs] == ["Hand over"]
    assert dialogs[0].field("recipient").value() == "department"
    dialogs[0].reject()


def test_every_refusal_of_a_hand_over_stands_beside_its_field(
    opened: ReceptionForm, departments: tuple[int, int]
) -> None:
    judge(opened, "department")
    dialog = deed(opened, "hand_over", mode="accompanied")
    assert dialog.refusal("department") == "Choose the department that receives it."
    assert "Ask the customer first" in dialog.refusal("consent")
    assert opened.duty.duty().chain == ()  # type: ignore[union-attr]
    dialog.done(0)


def test_a_visit_goes_through_its_whole_duty(
    page: ReceptionPage,
    opened: ReceptionForm,
    departments: tuple[int, int],
    workplace: Workplace,
) -> None:
    works, guards = departments
    judge(opened, "department")
    deed(opened, "hand_over", department=str(guards), mode="phone")
    assert opened.duty.next_button.text() == "Accepted"
    deed(opened, "accept")
    assert "tell the supervisor" in opened.duty.advice()
    assert "may not pass it on" in opened.duty.button("hand_over").why_shut()
    deed(opened, "wrong", lead=str(works), addressee="何主管", others=[str(guards)])
    assert opened.duty.next_button.text() == "Answer the slip"
    assert "no answer yet" in opened.duty.button("end").why_shut()
    deed(opened, "answer", result="已協調工程部")
    deed(opened, "end", told="何主管", situation="已修妥")
    assert opened.value().state == "closed"
    assert opened.duty.advice() == "The first-asked duty has ended."
    said = "\n".join(chain(opened))
    for words in ("陳大文", "保安部 李主管", "X2026-000001", "工程部", "已協調工程部", "已修妥"):
        assert words in said
    row = next(one for one in page._deeds.page({}, None).rows if one.id == opened.value().id)
    assert row.state == "closed"
    assert not opened.is_dirty()


def test_R206_a_refusal_brings_the_duty_back(
    opened: ReceptionForm, departments: tuple[int, int]
) -> None:
    judge(opened, "department")
    deed(opened, "hand_over", department=str(departments[0]))
    deed(opened, "refuse", why="不屬本部")
    assert opened.duty.next_button.text() == "Hand over"
    assert "張主管" in "\n".join(chain(opened))


def test_R211_several_departments_get_a_slip(
    opened: ReceptionForm, departments: tuple[int, int]
) -> None:
    judge(opened, "several")
    dialog = deed(opened, "several", lead=str(departments[0]), addressee="何主管")
    assert "at least one department" in dialog.refusal("others")
    dialog.field("others").set_value([str(departments[1])])
    assert dialog.save()
    assert opened.duty.print_button.isVisible()


def test_the_slip_is_looked_at_on_paper(
    opened: ReceptionForm, departments: tuple[int, int]
) -> None:
    judge(opened, "several")
    lead, other = map(str, departments)
    deed(opened, "several", lead=lead, addressee="何主管", others=[other])
    preview = opened.duty.open_preview()
    sheet = preview.sheet()
    assert sheet is not None
    assert (sheet.number, sheet.form) == ("X2026-000001", "coordination_slip")
    preview.done(0)


def test_R219_closing_what_was_handed_over_is_refused_beside_the_state(
    opened: ReceptionForm, departments: tuple[int, int]
) -> None:
    deed(opened, "hand_over", department=str(departments[0]))
    opened.field("answer").set_value("好")
    opened.field("state").set_value("closed")
    assert not opened.save()
    assert "End the duty with the notice" in opened.refusal("state")
    opened.load(opened.value())


def test_what_was_typed_is_saved_before_a_deed(opened: ReceptionForm) -> None:
    write(opened, "answer", "稍後回覆")
    assert opened.duty.button("end").why_shut() == "Save what you typed first."
    assert opened.save()
    assert opened.duty.button("end").why_shut() == ""


def test_R199_a_question_answered_at_once_says_nothing_of_a_duty(page: ReceptionPage) -> None:
    form = new_form(page)
    assert not form.duty.isVisible()
    pick(form, "曾德華")
    write(form, "request", "停車")
    write(form, "answer", "每月800元")
    assert form.save()
    assert form.value().state == "closed"
    assert not form.duty.isVisible()


def test_R204_R205_a_question_that_is_open_says_how_it_is_answered(page: ReceptionPage) -> None:
    form = new_form(page)
    pick(form, "曾德華")
    write(form, "request", "停車")
    form.field("channel").set_value("phone")
    assert form.save()
    assert form.duty.advice() == "Give the right phone number politely."
    assert not form.duty.scope.isVisible()
    form.field("channel").set_value("walk_in")
    assert form.save()
    assert "answer yourself" in form.duty.advice()


def test_R201_somebody_without_an_account_is_named(
    page: ReceptionPage, workplace: Workplace
) -> None:
    form = new_form(page)
    assert not form.fields.cell("first_asked_name").isVisible()
    pick(form, "曾德華")
    write(form, "request", "找狗")
    form.field("first_asked").set_value("rank:operator")
    form.field("first_asked").changed.emit()
    assert form.fields.cell("first_asked_name").isVisible()
    assert not form.save()
    assert form.refusal("first_asked_name") == "Write down the name of who was asked first."
    form.field("first_asked_name").set_value("王師傅")
    assert form.save()
    kept = form.value()
    assert (kept.first_asked, kept.first_asked_rank) == ("王師傅", "operator")
    assert form.field("first_asked").value() == "rank:operator"
    assert form.duty.scope.isVisible()


def test_K14_who_was_asked_first_is_only_read_afterwards(opened: ReceptionForm) -> None:
    assert not opened.field("first_asked").control.isEnabled()
    write(opened, "answer", "稍後")
    assert opened.save()
    assert opened.value().first_asked == "陳大文"


def test_whoever_may_only_read_does_no_deed(
    qtbot: QtBot, workplace: Workplace, household: Household
) -> None:
    entry = ReceptionEntry(
        workplace.now(), kind=Kind.HELP, resident_id=household.owner_id, request="漏水"
    )
    kept = reception.register(workplace, entry)
    reader = replace(workplace, actor=replace(workplace.actor, role=Role.QUALITY_SUPERVISOR))
    form = ReceptionForm(ReceptionDeeds(reader, lambda text: people_of(reader, text)))
    qtbot.addWidget(form)
    form.load(kept)
    form.show()
    assert "does not include" in form.duty.button("end").why_shut()


def test_a_stale_judgement_is_said_and_changes_nothing(
    opened: ReceptionForm, workplace: Workplace
) -> None:
    kept = opened.value()
    entry = ReceptionEntry(
        kept.happened_at, kind=Kind.HELP, resident_id=kept.resident_id, request="二"
    )
    reception.change(workplace, kept.id, kept.version, entry)
    judge(opened, "own")
    assert first_asked.duty(workplace, kept.id).visit.duty_scope == ""


def test_every_control_of_the_duty_is_spoken_and_translated(
    opened: ReceptionForm, departments: tuple[int, int], language: str
) -> None:
    deed(opened, "hand_over", department=str(departments[0]))
    assert walk.unnamed(opened) == []
    assert walk.guessing(opened) == []
    assert opened.duty.next_button.text() == gettext("Accepted")


def test_the_chain_stands_in_time(
    opened: ReceptionForm, departments: tuple[int, int], now: dt.datetime
) -> None:
    deed(opened, "hand_over", department=str(departments[0]))
    deed(opened, "accept")
    said = chain(opened)
    assert [words.split()[0] for words in said] == ["First", "Handed", "Accepted"]
