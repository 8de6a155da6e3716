"""Callbacks of services through their services, on a real database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desk.clock import FixedClock
from desk.domain.callback import CallbackHow, CallbackOutcome
from desk.domain.complaint import Nature
from desk.domain.permissions import Permission, Role
from desk.domain.service_callback import CallbackEntry
from desk.domain.service_order import DoneEntry, Satisfaction
from desk.domain.service_order_rule import AlwaysClass
from desk.domain.today import Section
from desk.errors import NotFound, RuleRefused, StaleRecord
from desk.models.lists.service_callback import Filter
from desk.models.service_order import ServiceOrder
from desk.services import (
    complaint,
    service_callback,
    service_callback_choice,
    service_callback_mark,
    service_order_work,
    today,
)
from desk.services.service_callback import CallbackView, TellEntry
from desk.services.service_callback_mark import MarkEntry
from desk.services.workplace import Workplace
from tests.domain.callback_profiles import M1, M4, STRICTEST
from tests.services import case_course
from tests.services.callback_course import done_orders, person, under
from tests.services.conftest import Household
from tests.services.order_course import REPAIR, Course

FRIDAY = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)  # 14:00
TRIES = STRICTEST.tries
LONG_AGO = date(2020, 1, 1)
ANSWER = CallbackEntry(
    CallbackHow.PHONE, CallbackOutcome.REACHED, timeliness=5, manners=5, quality=5, requirement=5
)
UNHAPPY = replace(ANSWER, quality=1, words="洗完仍滴水")
TRIED = CallbackEntry(CallbackHow.PHONE, CallbackOutcome.UNREACHABLE, why="無人接聽")


@pytest.fixture
def strict(workplace: Workplace) -> Workplace:
    under(workplace, STRICTEST, date(2026, 11, 21))
    return workplace


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> set[str]:
    return {one.code for one in refused.value.reasons}


def called(workplace: Workplace, order_id: int) -> CallbackView:
    return service_callback.call_back(workplace, order_id, ANSWER)


# What is owed


@pytest.mark.parametrize(
    ("rule", "asked"), [(M1, 30), (M4, 60), (STRICTEST, 60)], ids=["M1", "M4", "strictest"]
)
def test_a_month_of_ninety_nine_orders_owes_its_share(
    workplace: Workplace, rule: object, asked: int
) -> None:
    under(workplace, rule, date(2026, 11, 21))  # type: ignore[arg-type]
    done_orders(workplace, 99, FRIDAY, timedelta(minutes=5))
    found = service_callback_choice.meter(workplace)
    assert (found.orders, found.least, found.owed, found.to_draw) == (99, asked, asked, 0)
    assert len(service_callback.owed(workplace, limit=200).rows) == asked


def test_the_window_is_in_working_days(strict: Workplace) -> None:
    (order_id,) = done_orders(strict, 1, FRIDAY)
    (row,) = service_callback.owed(strict).rows
    monday = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
    assert (row.id, row.due_at) == (order_id, monday)
    assert service_callback_choice.meter(strict).missed == 0


def test_a_window_that_passed_is_missed(strict: Workplace, clock: FixedClock) -> None:
    done_orders(strict, 1, FRIDAY)
    clock.advance(datetime(2026, 11, 23, 6, 0, 1, tzinfo=UTC) - clock.now())
    assert service_callback_choice.meter(strict).missed == 1


def test_the_meter_grows_with_the_month(strict: Workplace, clock: FixedClock) -> None:
    done_orders(strict, 10, FRIDAY)
    assert service_callback_choice.meter(strict).owed == 6
    clock.advance(timedelta(hours=2))
    done_orders(strict, 10, FRIDAY + timedelta(minutes=30), timedelta(minutes=1))
    found = service_callback_choice.meter(strict)
    assert (found.orders, found.owed, found.to_draw) == (20, 12, 0)


def test_a_sample_that_draws_itself_waits_an_hour(strict: Workplace, clock: FixedClock) -> None:
    done_orders(strict, 1, FRIDAY)
    service_callback_choice.settle(strict)
    done_orders(strict, 9, FRIDAY)
    waiting = service_callback_choice.meter(strict)
    assert (waiting.owed, waiting.to_draw) == (1, 5)
    clock.advance(timedelta(hours=1))
    assert service_callback_choice.meter(strict).owed == 6


def test_who_draws_by_hand_waits_for_nothing_and_is_named(strict: Workplace) -> None:
    done_orders(strict, 1, FRIDAY)
    service_callback_choice.settle(strict)
    done_orders(strict, 9, FRIDAY)
    assert service_callback_choice.draw(strict) == 5
    first, second = service_callback_choice.samples(strict)
    assert (first.by, second.by) == (None, "陳大文")


def test_anybody_can_draw_the_same_again(strict: Workplace) -> None:
    done_orders(strict, 30, FRIDAY, timedelta(minutes=10))
    service_callback_choice.settle(strict)
    (sample,) = service_callback_choice.samples(strict)
    assert len(sample.among) == 30
    assert len(sample.drawn) == 18
    assert (sample.share, sample.orders) == (60, 30)
    assert service_callback_choice.was_drawn_so(sample)
    assert not service_callback_choice.was_drawn_so(replace(sample, seed="another"))
    drawn = {row.id for row in service_callback.owed(strict).rows}
    assert drawn == set(sample.drawn)


def test_open_windows_are_drawn_before_those_that_passed(strict: Workplace) -> None:
    late = done_orders(strict, 6, FRIDAY - timedelta(days=9))
    done_orders(strict, 4, FRIDAY, timedelta(minutes=1))
    service_callback_choice.settle(strict)
    fresh, old = service_callback_choice.samples(strict)
    assert (len(fresh.drawn), len(old.drawn)) == (4, 2)
    assert set(old.among) == set(late)


def test_always_classes_are_added_and_what_was_drawn_stays(
    strict: Workplace, clock: FixedClock
) -> None:
    done_orders(strict, 10, FRIDAY)
    service_callback_choice.settle(strict)
    before = {row.id for row in service_callback.owed(strict).rows}
    new = person(strict, "李新", date(2026, 11, 10))
    clock.advance(timedelta(hours=2))
    added = done_orders(strict, 3, FRIDAY + timedelta(hours=1), person_id=new)
    rows = service_callback.owed(strict).rows
    assert {row.id for row in rows} >= before | set(added)
    assert {row.always for row in rows if row.id in added} == {(AlwaysClass.NEW_PERSON,)}
    found = service_callback_choice.meter(strict)
    assert (found.always, found.least, found.in_all) == (3, 8, 9)


def test_nothing_is_looked_at_twice_in_vain(strict: Workplace) -> None:
    done_orders(strict, 3, FRIDAY)
    service_callback_choice.settle(strict)
    with strict.reading() as reader:
        before = reader.exec_driver_sql("SELECT count(*) FROM history").scalar()
    service_callback_choice.settle(strict)
    with strict.reading() as reader:
        assert reader.exec_driver_sql("SELECT count(*) FROM history").scalar() == before


def test_an_estate_without_a_quota_owes_nothing(workplace: Workplace) -> None:
    under(workplace, replace(M1, tiers=(), always=()), date(2026, 11, 21))
    done_orders(workplace, 5, FRIDAY)
    assert service_callback.owed(workplace).rows == ()
    assert service_callback_choice.meter(workplace).is_met


# Calling back


def test_a_callback_is_kept_and_nothing_is_owed_any_more(strict: Workplace) -> None:
    (order_id,) = done_orders(strict, 1, FRIDAY)
    service_callback_choice.settle(strict)
    view = called(strict, order_id)
    assert view.answer is not None
    assert (view.answer.signed_by, view.answer.satisfaction) == ("陳大文", "satisfied")
    assert view.order.called_at == view.answer.at
    assert service_callback.owed(strict).rows == ()
    assert service_callback_choice.meter(strict).made == 1
    with strict.reading() as reader:
        assert service_callback.of_order(reader, order_id) == view.callbacks


def test_who_has_answered_is_not_asked_again(strict: Workplace) -> None:
    (order_id,) = done_orders(strict, 1, FRIDAY)
    called(strict, order_id)
    with pytest.raises(RuleRefused) as refused:
        called(strict, order_id)
    assert codes(refused) == {"service_callback.answered"}


def test_everything_that_is_wrong_is_said_at_once(strict: Workplace) -> None:
    (order_id,) = done_orders(strict, 1, FRIDAY)
    wrong = CallbackEntry(CallbackHow.VISIT, CallbackOutcome.REACHED, quality=5, requirement=1)
    with pytest.raises(RuleRefused) as refused:
        service_callback.call_back(strict, order_id, wrong)
    assert {one.field for one in refused.value.reasons} == {
        "timeliness",
        "manners",
        "words",
        "signed_by",
    }


def test_work_that_is_not_done_is_not_called_back(strict: Workplace) -> None:
    (order_id,) = done_orders(strict, 1, FRIDAY, state="rework")
    with pytest.raises(RuleRefused) as refused:
        called(strict, order_id)
    assert codes(refused) == {"service_callback.not_done"}
    with pytest.raises(NotFound):
        called(strict, order_id + 1)


def test_an_order_that_nobody_chose_counts_when_it_is_called_back(strict: Workplace) -> None:
    ids = done_orders(strict, 10, FRIDAY, timedelta(minutes=1))
    service_callback_choice.settle(strict)
    owed = {row.id for row in service_callback.owed(strict).rows}
    besides = next(one for one in ids if one not in owed)
    called(strict, besides)
    found = service_callback_choice.meter(strict)
    assert (found.made, found.owed, found.in_all) == (1, 6, 7)


def test_who_is_tried_in_vain_is_let_off_and_another_is_drawn(
    strict: Workplace, clock: FixedClock
) -> None:
    done_orders(strict, 10, FRIDAY, timedelta(minutes=1))
    service_callback_choice.settle(strict)
    clock.advance(timedelta(hours=1))
    first = service_callback.owed(strict).rows[0].id
    for tries in range(TRIES):
        assert service_callback.get(strict, first).order.tries == tries
        service_callback.call_back(strict, first, TRIED)
        clock.advance(timedelta(hours=1))
    rows = service_callback.owed(strict).rows
    assert first not in {row.id for row in rows}
    assert len(rows) == 6
    assert service_callback_choice.meter(strict).let_off == 1


def test_three_tries_within_a_minute_let_nobody_off(strict: Workplace, clock: FixedClock) -> None:
    """R107: only tries apart count; what is missing is said until the third that does."""
    (order_id,) = done_orders(strict, 1, FRIDAY)
    service_callback_choice.settle(strict)
    clock.advance(timedelta(hours=1))
    for _try in range(TRIES):
        view = service_callback.call_back(strict, order_id, TRIED)
    (reason,) = view.missing
    assert dict(reason.parameters) == {"counted": 1, "asked": TRIES, "minutes": 60}
    assert view.tries.next_at == clock.now() + timedelta(hours=1)
    assert view.order.let_off_at is None
    assert [row.id for row in service_callback.owed(strict).rows] == [order_id]
    for _try in range(2):
        clock.advance(timedelta(hours=1))
        view = service_callback.call_back(strict, order_id, TRIED)
    assert (view.missing, view.order.let_off_at) == ((), clock.now())


def test_how_far_apart_tries_are_is_the_policys(workplace: Workplace, clock: FixedClock) -> None:
    under(workplace, replace(STRICTEST, tries_apart=5), date(2026, 11, 21))
    (order_id,) = done_orders(workplace, 1, FRIDAY)
    service_callback_choice.settle(workplace)
    for _try in range(TRIES):
        clock.advance(timedelta(minutes=5))
        view = service_callback.call_back(workplace, order_id, TRIED)
    assert view.order.let_off_at is not None


def test_after_how_many_tries_somebody_is_let_off_is_the_policys(
    workplace: Workplace, clock: FixedClock
) -> None:
    under(workplace, replace(STRICTEST, tries=2), date(2026, 11, 21))
    (order_id,) = done_orders(workplace, 1, FRIDAY)
    service_callback_choice.settle(workplace)
    clock.advance(timedelta(hours=1))
    view = service_callback.call_back(workplace, order_id, TRIED)
    (reason,) = view.missing
    assert (reason.parameters["counted"], reason.parameters["asked"]) == (1, 2)
    clock.advance(timedelta(hours=1))
    view = service_callback.call_back(workplace, order_id, TRIED)
    assert view.order.let_off_at == clock.now()


def test_a_void_callback_is_owed_again(strict: Workplace) -> None:
    (order_id,) = done_orders(strict, 1, FRIDAY)
    service_callback_choice.settle(strict)
    view = called(strict, order_id)
    assert view.answer is not None
    found = service_callback.void(strict, view.answer.id, view.answer.version, "寫錯單")
    assert found.void_why == "寫錯單"
    assert [row.id for row in service_callback.owed(strict).rows] == [order_id]
    with strict.reading() as reader:
        assert service_callback.of_order(reader, order_id) == ()
    with pytest.raises(StaleRecord):
        service_callback.void(strict, view.answer.id, view.answer.version, "寫錯單")


def test_work_that_is_done_over_is_called_back_once_more(
    strict: Workplace, clock: FixedClock
) -> None:
    (order_id,) = done_orders(strict, 1, FRIDAY)
    called(strict, order_id)
    clock.advance(timedelta(hours=3))
    with strict.deed(Permission.REGISTER) as work:
        row = work.get(ServiceOrder, order_id)
        row.done_at, row.reworks = clock.now() - timedelta(hours=1), 1
        work.commit()
    assert [one.id for one in service_callback.owed(strict).rows] == [order_id]
    assert called(strict, order_id).order.called_at == clock.now()


@pytest.mark.parametrize("minutes_ago", [0, 300])
def test_the_answer_about_the_former_work_counts_neither_during_nor_after_a_rework(
    strict: Workplace, clock: FixedClock, minutes_ago: int
) -> None:
    """R256: done over in the past, before another order that was already seen, it is owed too."""
    course = Course(strict, clock)
    course.finished()
    order_id = course.order.detail.id
    called(strict, order_id)
    assert service_callback_choice.meter(strict).made == 1
    course.go_on(60)
    course.rework()
    found = service_callback_choice.meter(strict)
    assert (found.made, found.owed, found.missed) == (0, 1, 0)
    clock.advance(timedelta(days=9))
    assert service_callback_choice.meter(strict).missed == 0
    with pytest.raises(RuleRefused) as refused:
        called(strict, order_id)
    assert codes(refused) == {"service_callback.not_done"}
    course.dispatch()
    course.arrive()
    clock.advance(timedelta(minutes=minutes_ago + 10))
    done_orders(strict, 1, clock.now())
    service_callback_choice.meter(strict)
    at = clock.now() - timedelta(minutes=minutes_ago)
    course.do(service_order_work.done, DoneEntry("再換一段", at=at), minutes=0)
    assert order_id in {row.id for row in service_callback.owed(strict).rows}
    found = service_callback_choice.meter(strict)
    assert (found.made, found.owed) == (0, 2)
    assert called(strict, order_id).order.called_at == clock.now()
    assert service_callback_choice.meter(strict).made == 1


def test_a_void_attempt_brings_no_answer_of_the_former_work_back(
    strict: Workplace, clock: FixedClock
) -> None:
    course = Course(strict, clock)
    course.finished()
    order_id = course.order.detail.id
    attempt = service_callback.call_back(strict, order_id, TRIED).callbacks[-1]
    called(strict, order_id)
    course.rework()
    service_callback.void(strict, attempt.id, attempt.version, "寫錯單")
    assert service_callback.get(strict, order_id).order.called_at is None


# The provider


def test_the_provider_is_told_by_whom_and_when(strict: Workplace) -> None:
    (order_id,) = done_orders(strict, 1, FRIDAY, provider="潔淨服務公司", supplier_id=None)
    answer = called(strict, order_id).answer
    assert answer is not None
    untold = service_callback.page(strict, Filter(untold=True)).rows
    assert [row.id for row in untold] == [answer.id]
    told = service_callback.tell(strict, answer.id, answer.version, TellEntry("何經理"))
    assert (told.told_to, told.told_at, told.told_by) == ("何經理", strict.now(), "陳大文")
    assert service_callback.page(strict, Filter(untold=True)).rows == ()
    with pytest.raises(RuleRefused) as refused:
        service_callback.tell(strict, answer.id, told.version, TellEntry(""))
    assert codes(refused) == {"service_callback.told", "service_callback.told_to.missing"}


# Who was complained about


def test_a_dissatisfied_answer_has_the_next_service_called_back(
    strict: Workplace, clock: FixedClock
) -> None:
    worker = person(strict, "黃師傅", LONG_AGO)
    (first,) = done_orders(strict, 1, FRIDAY, person_id=worker)
    service_callback.call_back(strict, first, UNHAPPY)
    (mark,) = service_callback_mark.marked(strict)
    assert (mark.person, mark.why) == ("黃師傅", "洗完仍滴水")
    clock.advance(timedelta(days=2))
    (second,) = done_orders(strict, 1, clock.now(), person_id=worker)
    assert service_callback.owed(strict).rows[0].always == (AlwaysClass.COMPLAINED_PERSON,)
    called(strict, second)
    assert service_callback_mark.marked(strict) == ()
    (third,) = done_orders(strict, 1, clock.now(), person_id=worker)
    service_callback_choice.draw(strict)
    assert service_callback.get(strict, third).order.always == ()


def test_a_void_callback_marks_nobody(strict: Workplace) -> None:
    worker = person(strict, "黃師傅", LONG_AGO)
    (first,) = done_orders(strict, 1, FRIDAY, person_id=worker)
    answer = service_callback.call_back(strict, first, UNHAPPY).answer
    assert answer is not None
    manager = strict.signed_in_as(replace(strict.actor, role=Role.MANAGER))
    service_callback.void(manager, answer.id, answer.version, "寫錯單")
    assert service_callback_mark.marked(strict) == ()


def test_an_answer_that_marks_somebody_is_void_by_who_may_take_the_mark_away(
    strict: Workplace,
) -> None:
    worker = person(strict, "黃師傅", LONG_AGO)
    (first,) = done_orders(strict, 1, FRIDAY, person_id=worker)
    answer = service_callback.call_back(strict, first, UNHAPPY).answer
    assert answer is not None
    clerk = strict.signed_in_as(replace(strict.actor, role=Role.RECEPTIONIST))
    with pytest.raises(RuleRefused) as refused:
        service_callback.void(clerk, answer.id, answer.version, "寫錯單")
    assert codes(refused) == {"permission.missing"}
    shut = service_callback.void_blockers(clerk, answer)
    assert [one.code for one in shut] == ["permission.missing"]
    assert len(service_callback_mark.marked(strict)) == 1


def test_a_complaint_marks_by_hand(strict: Workplace) -> None:
    worker = person(strict, "黃師傅", LONG_AGO)
    with pytest.raises(RuleRefused) as refused:
        service_callback_mark.mark(strict, MarkEntry(worker, "", "C2026-000009"))
    assert codes(refused) == {
        "service_callback.mark_why.missing",
        "service_callback.complaint.unknown",
    }
    (mark,) = service_callback_mark.mark(strict, MarkEntry(worker, "遲到且無禮"))
    with pytest.raises(RuleRefused) as refused:
        service_callback_mark.void(strict, mark.id, mark.version, "查無此事")
    assert codes(refused) == {"permission.missing"}
    manager = strict.signed_in_as(replace(strict.actor, role=Role.MANAGER))
    assert service_callback_mark.void(manager, mark.id, mark.version, "查無此事") == ()


def test_a_dissatisfied_opinion_on_the_slip_marks_who_did_the_work(
    workplace: Workplace, clock: FixedClock
) -> None:
    """R109 ④: corrected to a better one, the mark is gone."""
    course = Course(workplace, clock)
    course.finished()
    course.sign(Satisfaction.DISSATISFIED)
    (mark,) = service_callback_mark.marked(workplace)
    number = course.order.detail.number
    assert (mark.person, mark.number, mark.why) == ("王師傅", number, "還可以")
    course.sign(Satisfaction.DISSATISFIED)
    assert len(service_callback_mark.marked(workplace)) == 1
    course.sign(Satisfaction.FAIR)
    assert service_callback_mark.marked(workplace) == ()
    course.sign(Satisfaction.DISSATISFIED)
    assert len(service_callback_mark.marked(workplace)) == 1


def test_an_effective_case_marks_the_person_whose_order_it_names(
    workplace: Workplace, clock: FixedClock
) -> None:
    """R109 ④: once, when it is filed; a complaint about nobody's order marks nobody."""
    course = Course(workplace, clock)
    course.finished()
    number = course.order.detail.number
    case_course.filed(workplace)
    case = case_course.registered(workplace, about=f"維修單{number.lower()}，遲到且無禮")
    assert service_callback_mark.marked(workplace) == ()
    case = case_course.file(workplace, case)
    (mark,) = service_callback_mark.marked(workplace)
    assert (mark.person, mark.number) == ("王師傅", case.detail.number)
    manager = workplace.signed_in_as(replace(workplace.actor, role=Role.MANAGER))
    service_callback_mark.void(manager, mark.id, mark.version, "查無此事")
    entry = replace(complaint.entry_of(case.detail), demand="致歉")
    complaint.change(workplace, case.detail.id, case.detail.version, entry)
    assert service_callback_mark.marked(workplace) == ()


def test_an_effective_case_marks_the_person_it_names_who_was_at_that_home(
    workplace: Workplace, clock: FixedClock, household: Household
) -> None:
    """R109 ④; a complaint that is judged communicative marks nobody until it is judged anew."""
    course = Course(workplace, clock, replace(REPAIR, unit_id=household.unit_id))
    course.finished()
    told = {"about": "王師傅", "unit_id": household.unit_id, "nature": Nature.VENTING}
    case = case_course.file(workplace, case_course.registered(workplace, **told))
    assert service_callback_mark.marked(workplace) == ()
    entry = replace(complaint.entry_of(case.detail), nature=Nature.EFFECTIVE)
    complaint.change(workplace, case.detail.id, case.detail.version, entry, "查實")
    (mark,) = service_callback_mark.marked(workplace)
    assert (mark.person, mark.number) == ("王師傅", case.detail.number)


# The day


def test_the_day_shows_who_is_to_be_called_back(strict: Workplace, clock: FixedClock) -> None:
    (order_id,) = done_orders(strict, 1, FRIDAY)
    clock.advance(timedelta(days=2))
    (part,) = [one for one in today.day(strict).parts if one.section is Section.CALLBACKS]
    (line,) = part.rows
    assert (line.kind, line.record_id, line.who) == ("service_callback", order_id, "曾德華")
    assert line.what == "清洗分體冷氣機"
    called(strict, order_id)
    assert not any(one.rows for one in today.day(strict).parts if one.section is Section.CALLBACKS)


def test_the_phone_is_masked_for_who_only_looks(strict: Workplace) -> None:
    (order_id,) = done_orders(strict, 1, FRIDAY, phone="9123 4567")
    assert service_callback.get(strict, order_id).order.phone == "9123 4567"
    looking = strict.signed_in_as(replace(strict.actor, role=Role.GENERAL_MANAGER))
    assert "4567" not in service_callback.get(looking, order_id).order.phone
    with pytest.raises(RuleRefused):
        called(looking, order_id)
