"""The callbacks in the window: the meter, the lists, a callback from the list to the provider."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desk.domain.callback import CallbackHow, CallbackOutcome
from desk.domain.service_callback import Aspect
from desk.services import service_callback, service_callback_choice, service_callback_mark
from desk.services.workplace import Workplace
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.service_callback.deeds import MADE, OWED, UNTOLD, VISITS, CallbackDeeds
from desk.ui.service_callback.page import CallbacksPage
from desk.ui.service_callback.record import CallbackRecord, VisitRecord
from desk.ui.service_callback.view import Line
from tests.domain.callback_profiles import STRICTEST
from tests.services.callback_course import done_orders, person, under
from tests.services.conftest import Household, household
from tests.services.test_service_home_visit import agreement

__all__ = ["household"]

FRIDAY = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)


@pytest.fixture
def orders(workplace: Workplace, household: Household) -> list[int]:
    """Ten orders of Friday: three by somebody new, the others by an old hand."""
    under(workplace, STRICTEST, date(2026, 11, 21))
    new = person(workplace, "李新", date(2026, 11, 10))
    old = person(workplace, "黃師傅", date(2020, 1, 1))
    home = {"unit_id": household.unit_id, "phone": "91234567"}
    return [
        *done_orders(workplace, 3, FRIDAY, person_id=new, provider="李新", **home),
        *done_orders(workplace, 7, FRIDAY, timedelta(minutes=9), person_id=old, provider="黃師傅"),
    ]


@pytest.fixture
def page(workplace: Workplace, orders: list[int], qtbot: QtBot) -> Iterator[CallbacksPage]:
    assert orders
    made = CallbacksPage(CallbackDeeds(workplace))
    qtbot.addWidget(made)
    made.resize(1180, 700)
    made.show()
    made.shown()
    yield made
    made.close()


def shown(page: CallbacksPage, what: str) -> list[Line]:
    page.filters.set_value("show", what)
    return list(page._deeds.page({"show": what}, None).rows)


def opened(page: CallbacksPage, key: str) -> CallbackRecord:
    record = page.open_key(key)
    assert isinstance(record, CallbackRecord)
    return record


def asked(record: CallbackRecord | VisitRecord, code: str) -> DeedDialog:
    act = record.bar.act(code)
    assert act is not None
    dialog = record.run(act)
    assert dialog is not None
    return dialog


def answered(record: CallbackRecord, *, score: str = "5", words: str = "") -> None:
    dialog = asked(record, "call")
    for aspect in Aspect:
        dialog.field(aspect).set_value(score)
    dialog.field("words").set_value(words)
    assert dialog.save(), dialog.refusal()


def test_the_meter_says_how_many_of_which_kind_are_owed(page: CallbacksPage) -> None:
    assert page.meter.asked.text() == "10 orders done this month · 60 % are called back: 6 in all"
    new, drawn, visit = page.meter.chips()
    assert new.startswith("New service person: 3 · by ")
    assert drawn.startswith("Drawn in a sample: 3 · by ")
    assert visit.startswith("To be made at the door: 3 · by ")


def test_what_is_owed_comes_first_by_the_end_of_its_window(page: CallbacksPage) -> None:
    rows = shown(page, OWED)
    assert len(rows) == 6
    assert [row.at for row in rows] == sorted(row.at for row in rows if row.at)
    assert all("12345" not in row.phone for row in rows)


def test_a_callback_is_written_down_and_the_provider_told(page: CallbacksPage) -> None:
    first = shown(page, OWED)[0]
    record = opened(page, first.key)
    answered(record)
    assert [row.key for row in shown(page, OWED)].count(first.key) == 0
    assert [row.key for row in shown(page, UNTOLD)] == [first.key]
    dialog = asked(record, "tell")
    assert dialog.save(), dialog.refusal()
    assert shown(page, UNTOLD) == []
    assert [row.key for row in shown(page, MADE)] == [first.key]
    assert "was told on" in " ".join(record.made.words())
    assert page.meter.made.text().startswith("1 made")


def test_everything_that_is_missing_stands_beside_its_field(page: CallbacksPage) -> None:
    dialog = asked(opened(page, shown(page, OWED)[0].key), "call")
    dialog.field("how").set_value(CallbackHow.VISIT)
    dialog.field("how").changed.emit()
    assert not dialog.save()
    for key in (*Aspect, "signed_by"):
        assert dialog.refusal(key)
    dialog.untouched()
    dialog.reject()


def test_an_attempt_asks_for_the_reason_alone(page: CallbacksPage) -> None:
    record = opened(page, shown(page, OWED)[0].key)
    dialog = asked(record, "call")
    dialog.field("outcome").set_value(CallbackOutcome.UNREACHABLE)
    dialog.fields.changed.emit()
    assert not dialog.fields.cell("quality").isVisibleTo(dialog.fields)
    dialog.field("why").set_value("無人接聽")
    assert dialog.save(), dialog.refusal()
    assert record.shown_order().row.tries == 1


def test_who_is_not_content_says_with_what_and_marks_the_person(
    page: CallbacksPage, workplace: Workplace
) -> None:
    answered(opened(page, shown(page, OWED)[0].key), score="1", words="遲到兩小時")
    assert len(service_callback_mark.marked(workplace)) == 1


def test_a_callback_can_be_taken_back(page: CallbacksPage) -> None:
    first = shown(page, OWED)[0]
    record = opened(page, first.key)
    answered(record)
    dialog = asked(record, "void")
    dialog.field("why").set_value("寫錯單")
    assert dialog.save(), dialog.refusal()
    assert first.key in [row.key for row in shown(page, OWED)]


def test_a_drawn_order_says_from_which_seed(page: CallbacksPage, workplace: Workplace) -> None:
    (sample,) = service_callback_choice.samples(workplace)
    record = opened(page, f"order:{sample.drawn[0]}")
    assert sample.seed in " ".join(record.why.words())


def test_drawing_by_hand_says_how_many(page: CallbacksPage, workplace: Workplace) -> None:
    done_orders(workplace, 10, FRIDAY)
    page.draw_button.click()
    assert len(service_callback_choice.samples(workplace)) == 2
    assert len(service_callback.owed(workplace).rows) == 12


def test_a_customer_is_visited_at_home(
    page: CallbacksPage, workplace: Workplace, household: Household
) -> None:
    key = agreement(workplace, household, date(2026, 5, 1))
    (line,) = shown(page, VISITS)
    record = page.open_key(line.key)
    assert isinstance(record, VisitRecord)
    dialog = asked(record, "visit")
    for aspect in Aspect:
        dialog.field(aspect).set_value("4")
    dialog.field("signed_by").set_value("曾德華")
    assert dialog.save(), dialog.refusal()
    assert shown(page, VISITS) == []
    assert [row.key for row in shown(page, MADE)] == [f"agreement:{key}"]
    assert shown(page, UNTOLD) == []
    dialog = asked(record, "void")
    dialog.field("why").set_value("寫錯戶")
    assert dialog.save(), dialog.refusal()
    assert [row.key for row in shown(page, VISITS)] == [f"agreement:{key}"]


def test_the_words_follow_the_language(page: CallbacksPage, language: str) -> None:
    assert language
    assert page.meter.asked.text()
    for what in (OWED, MADE, UNTOLD, VISITS):
        shown(page, what)
