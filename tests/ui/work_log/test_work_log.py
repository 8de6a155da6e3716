"""The work log's page: what each kind asks for, and the way of a report to the superior."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import wording
from desk.clock import FixedClock
from desk.domain.permissions import Role
from desk.domain.work_log import Kind, WorkLogEntry
from desk.i18n import gettext
from desk.services import staff, work_log
from desk.services.work_log import WorkLogRow
from desk.services.workplace import Actor, Workplace
from desk.ui.kit.person_field import PickedPerson
from desk.ui.kit.retranslate import speak
from desk.ui.shell.finding import people_of
from desk.ui.work_log.deeds import WorkLogDeeds
from desk.ui.work_log.form import WorkLogForm
from desk.ui.work_log.page import WorkLogPage
from tests.conftest import CHEAP, PASSWORD
from tests.services.conftest import Household, household
from tests.ui.conftest import Freed

__all__ = ["household"]

ROUND = {"participants": "曾德華", "topic": "天台及水泵房", "findings": "照明一盞不亮"}


def page_of(workplace: Workplace, qtbot: QtBot) -> WorkLogPage:
    page = WorkLogPage(WorkLogDeeds(workplace, partial(people_of, workplace)))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.shown()
    return page


@pytest.fixture
def page(workplace: Workplace, qtbot: QtBot) -> Iterator[WorkLogPage]:
    made = page_of(workplace, qtbot)
    yield made
    form = made.open_form()
    if isinstance(form, WorkLogForm):
        form._set_dirty(False)
    made.close()


def at_desk(workplace: Workplace, login: str, role: Role) -> Workplace:
    one = staff.add(workplace, staff.AccountEntry(login, login, role, "en"), PASSWORD, CHEAP)
    return workplace.signed_in_as(Actor(one.id, login, login, role, "en"))


def new(page: WorkLogPage, kind: Kind, **said: object) -> WorkLogForm:
    form = page.start_new()
    assert isinstance(form, WorkLogForm)
    for key, value in ({"kind": kind} | said).items():
        form.field(key).set_value(value)
        form.field(key).changed.emit()
    return form


def shown(form: WorkLogForm) -> set[str]:
    keys = form.fields.keys()
    return {key for key in keys if form.fields.cell(key).isVisibleTo(form)}


def rows(page: WorkLogPage) -> list[WorkLogRow]:
    return [page.table.model().row_at(at) for at in range(page.table.row_count())]


def patrol(workplace: Workplace) -> WorkLogRow:
    return work_log.register(workplace, WorkLogEntry(Kind.PATROL, workplace.now(), **ROUND))


ALWAYS = {"kind", "happened_at"}
ASKED = {
    Kind.TRAINING: {"participants", "topic", "text"},
    Kind.INTERVIEW_PLAN: {"first_day", "last_day", "plan", "text"},
    Kind.FILING_CHECK: {"about", "first_day", "last_day", "participants", "findings", "measure"},
    Kind.PATROL: {"participants", "topic", "findings", "measure"},
    Kind.HOUSEHOLD_VISIT: {"unit", "participants", "text", "findings", "measure"},
    Kind.MONTHLY_SUMMARY: {"first_day", "last_day", "text", "plan"},
}


@pytest.mark.parametrize("kind", ASKED)
def test_a_kind_asks_for_its_own_and_nothing_else(
    workplace: Workplace, qtbot: QtBot, kind: Kind
) -> None:
    page = page_of(at_desk(workplace, "lam", Role.SUPERVISOR), qtbot)
    form = new(page, kind)
    assert shown(form) == ALWAYS | ASKED[kind]
    form._set_dirty(False)


def test_a_measure_is_told_where_there_is_one(page: WorkLogPage) -> None:
    form = new(page, Kind.PATROL)
    assert "measure_text" not in shown(form)
    form.field("measure").set_value("rectification")
    form.field("measure").changed.emit()
    assert "measure_text" in shown(form)


def test_an_entry_is_saved_and_stands_in_the_list(page: WorkLogPage) -> None:
    form = new(page, Kind.PATROL, **ROUND)
    assert form.save()
    (row,) = rows(page)
    assert (row.number, row.topic, form.heading()) == ("L2026-000001", ROUND["topic"], row.number)
    assert "21/11/2026" in form.standing.text()


def test_refusals_stand_beside_their_fields_in_each_language(
    page: WorkLogPage, language: str
) -> None:
    form = new(page, Kind.PATROL, participants="")
    assert not form.save()
    for key in ("participants", "topic", "findings"):
        assert form.refusal(key) == wording.sentence(f"work_log.{key}.missing")


def test_everything_is_said_in_each_language(
    page: WorkLogPage, workplace: Workplace, language: str, dressed: QApplication
) -> None:
    known = patrol(workplace)
    form = page.open_key(known.number)
    assert isinstance(form, WorkLogForm)
    assert page.new_words() == gettext("New log entry")
    assert form.button("submit").text() == wording.gettext("Hand in") or language != "en"
    speak(dressed, "en")
    assert form.button("submit").text() == "Hand in"
    assert form.standing.text() == "To be handed in by 21/11/2026."


def test_a_summary_begins_with_this_month_and_a_plan_with_this_year(page: WorkLogPage) -> None:
    form = new(page, Kind.MONTHLY_SUMMARY)
    period = [form.field(key).value() for key in ("first_day", "last_day")]
    assert period == [dt.date(2026, 11, 1), dt.date(2026, 11, 30)]
    form = new(page, Kind.INTERVIEW_PLAN) if form.load(None) is None else form
    period = [form.field(key).value() for key in ("first_day", "last_day")]
    assert period == [dt.date(2026, 1, 1), dt.date(2026, 12, 31)]


def test_what_a_kind_does_not_ask_for_is_not_sent(page: WorkLogPage) -> None:
    form = new(page, Kind.MONTHLY_SUMMARY, text="十一月", plan="十二月")
    form.field("kind").set_value(Kind.WORK_RECORD)
    form.field("kind").changed.emit()
    entry = form.read()
    assert (entry.kind, entry.plan, entry.first_day) == (Kind.WORK_RECORD, "", None)


def test_a_visit_names_the_household(page: WorkLogPage, household: Household) -> None:
    form = new(page, Kind.HOUSEHOLD_VISIT, text="問候")
    assert not form.save()
    assert form.refusal("unit") == wording.sentence("work_log.unit.missing")
    person = PickedPerson("resident", str(household.resident_id), household.name, "")
    form.field("unit").set_value(person)
    assert form.save()
    assert rows(page)[0].unit == household.unit


def test_a_round_is_handed_in_and_signed_by_the_superior(
    page: WorkLogPage, workplace: Workplace, qtbot: QtBot, clock: FixedClock
) -> None:
    known = patrol(workplace)
    form = page.form_of(known)
    page.show_record(form)
    dialog = form.open_deed("submit")
    assert not dialog.save()
    assert dialog.refusal("submitted_to")
    dialog.field("submitted_to").set_value("lam")
    assert dialog.save()
    assert "22/11/2026 09:00" in form.standing.text()
    assert not form.button("give_back").isEnabled()
    assert wording.sentence("work_log.own") in form.button("give_back").toolTip()
    lam = page_of(at_desk(workplace, "lam", Role.SUPERVISOR), qtbot)
    signed = lam.form_of(known)
    lam.show_record(signed)
    dialog = signed.open_deed("give_back")
    dialog.field("remark").set_value("盡快換燈")
    assert dialog.save()
    assert "盡快換燈" in signed.standing.text()
    assert signed.button("give_back").isHidden()


def test_a_void_entry_is_read_only_and_says_why(page: WorkLogPage, workplace: Workplace) -> None:
    form = page.form_of(patrol(workplace))
    page.show_record(form)
    dialog = form.open_deed("void")
    dialog.field("why").set_value("重複登記")
    assert dialog.save()
    assert form.is_read_only()
    assert "重複登記" in form.standing.text()
    assert form.button("void").isHidden()


def test_a_clerk_reads_a_check_of_filing_and_does_not_make_one(
    workplace: Workplace, qtbot: QtBot
) -> None:
    lam = at_desk(workplace, "lam", Role.SUPERVISOR)
    check = WorkLogEntry(
        Kind.FILING_CHECK,
        lam.now(),
        participants="lam",
        findings="齊全",
        first_day=dt.date(2026, 11, 1),
        last_day=dt.date(2026, 11, 20),
    )
    known = work_log.register(lam, check)
    page = page_of(at_desk(workplace, "lee", Role.RECEPTIONIST), qtbot)
    form = page.form_of(known)
    assert form.is_read_only()
    assert Kind.FILING_CHECK not in page._deeds.kinds()
    page.show_record(form)


def test_the_list_is_narrowed_by_kind_and_by_words(page: WorkLogPage, workplace: Workplace) -> None:
    known = patrol(workplace)
    training = WorkLogEntry(Kind.TRAINING, workplace.now(), participants="李", topic="禮儀")
    work_log.register(workplace, training)
    page.filters.set_value("kind", Kind.PATROL)
    assert [row.number for row in rows(page)] == [known.number]
    page.filters.clear()
    page.words.setText("水泵房")
    page.reload()
    assert [row.number for row in rows(page)] == [known.number]


def test_a_closed_form_is_freed(page: WorkLogPage, freed: Freed) -> None:
    assert freed(page.new_form)
