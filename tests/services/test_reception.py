"""What a clerk does with the reception register, on a real encrypted database."""

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from desk.clock import FixedClock
from desk.domain.permissions import Permission, Role
from desk.domain.reception import Channel, Kind, ReceptionEntry, State
from desk.errors import NotFound, RuleRefused, StaleRecord
from desk.models.estate import Building, Unit
from desk.services import reception
from desk.services.reception import ReceptionFilter
from desk.services.workplace import Workplace
from tests.services.conftest import Household


@pytest.fixture
def entry(household: Household, now: dt.datetime) -> ReceptionEntry:
    return ReceptionEntry(
        happened_at=now, resident_id=household.resident_id, request="停車場月租多少？"
    )


def refused(error: pytest.ExceptionInfo[RuleRefused]) -> set[tuple[str, str | None]]:
    return {(reason.code, reason.field) for reason in error.value.reasons}


def trail(workplace: Workplace, deed: str) -> list[dict[str, Any]]:
    with workplace.reading() as reader:
        rows = reader.execute(
            text("SELECT changes FROM history WHERE kind = 'reception' AND deed = :deed"),
            {"deed": deed},
        )
        return [json.loads(row.changes) for row in rows]


def test_a_resident_is_registered_by_name_room_and_phone_as_they_stand_that_day(
    workplace: Workplace, household: Household, entry: ReceptionEntry
) -> None:
    kept = reception.register(workplace, entry)
    assert (kept.number, kept.unit, kept.caller_name, kept.caller_phone) == (
        "R2026-000001",
        household.unit,
        household.name,
        "9123 4567",
    )
    assert (kept.state, kept.first_asked, kept.entered_at) == ("open", "陳大文", entry.happened_at)
    assert kept.closed_by is None


def test_an_inquiry_answered_at_once_is_closed_by_whoever_answered(
    workplace: Workplace, entry: ReceptionEntry, now: dt.datetime
) -> None:
    kept = reception.register(workplace, replace(entry, answer="每月800元", state=State.CLOSED))
    assert (kept.state, kept.closed_at, kept.closed_by) == ("closed", now, "陳大文")


def test_a_visitor_unknown_to_the_estate_is_registered_by_name(
    workplace: Workplace, now: dt.datetime
) -> None:
    kept = reception.register(
        workplace,
        ReceptionEntry(now, Channel.WALK_IN, Kind.VISITOR, caller_name=" 王 先生 ", request="訪友"),
    )
    assert (kept.caller_name, kept.unit, kept.resident) == ("王 先生", None, None)


def test_what_happened_before_is_entered_later_with_both_times(
    workplace: Workplace, entry: ReceptionEntry, now: dt.datetime
) -> None:
    earlier = now - dt.timedelta(days=1)
    kept = reception.register(workplace, replace(entry, happened_at=earlier))
    assert (kept.happened_at, kept.entered_at, kept.is_late) == (earlier, now, True)


def test_the_number_is_of_the_year_in_which_it_happened_by_the_estates_clock(
    workplace: Workplace, entry: ReceptionEntry
) -> None:
    new_year_in_hong_kong = dt.datetime(2025, 12, 31, 16, 0, tzinfo=dt.UTC)
    before = replace(entry, happened_at=new_year_in_hong_kong - dt.timedelta(seconds=1))
    assert reception.register(workplace, before).number == "R2025-000001"
    after = replace(entry, happened_at=new_year_in_hong_kong)
    assert reception.register(workplace, after).number == "R2026-000001"


def test_an_unfit_entry_is_refused_with_every_reason_and_uses_up_no_number(
    workplace: Workplace, entry: ReceptionEntry, now: dt.datetime
) -> None:
    unfit = ReceptionEntry(
        happened_at=now + dt.timedelta(days=1),
        caller_name="\x00 \u202e",
        request="長" * 4_001,
        state=State.CLOSED,
    )
    with pytest.raises(RuleRefused) as error:
        reception.register(workplace, unfit)
    assert refused(error) == {
        ("reception.happened_at.future", "happened_at"),
        ("reception.person.missing", "person"),
        ("reception.answer.missing", "answer"),
        ("text.too_long", "request"),
    }
    assert reception.register(workplace, entry).number == "R2026-000001"


def test_five_million_characters_are_refused_beside_their_field(
    workplace: Workplace, entry: ReceptionEntry
) -> None:
    with pytest.raises(RuleRefused) as error:
        reception.register(workplace, replace(entry, answer="字" * 5_000_000))
    assert refused(error) == {("text.too_long", "answer")}


def test_texts_are_kept_clean_and_markup_is_just_text(
    workplace: Workplace, entry: ReceptionEntry
) -> None:
    kept = reception.register(workplace, replace(entry, request="a\r\nb\x00<b>\u202ec</b>"))
    assert kept.request == "a\nb<b>c</b>"


def test_an_unknown_unit_or_clerk_is_not_registered(
    workplace: Workplace, entry: ReceptionEntry
) -> None:
    for unknown in ({"unit_id": 99}, {"first_asked_id": 99}, {"resident_id": 99}):
        with pytest.raises(NotFound):
            reception.register(workplace, replace(entry, **unknown))


def test_whoever_may_only_read_registers_nothing(
    workplace: Workplace, entry: ReceptionEntry
) -> None:
    reader = replace(workplace, actor=replace(workplace.actor, role=Role.QUALITY_SUPERVISOR))
    with pytest.raises(RuleRefused) as error:
        reception.register(reader, entry)
    assert refused(error) == {("permission.missing", None)}


def test_a_correction_keeps_in_the_history_what_was_there(
    workplace: Workplace, entry: ReceptionEntry
) -> None:
    kept = reception.register(workplace, entry)
    corrected = replace(entry, request="停車場時租多少？", kind=Kind.BUSINESS)
    kept = reception.change(workplace, kept.id, kept.version, corrected)
    assert (kept.request, kept.kind, kept.version) == ("停車場時租多少？", "business", 2)
    assert trail(workplace, "changed") == [
        {"request": ["停車場月租多少？", "停車場時租多少？"], "kind": ["inquiry", "business"]}
    ]


def test_a_reception_put_to_another_unit_is_found_there_and_no_longer_here(
    workplace: Workplace, entry: ReceptionEntry
) -> None:
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        shop = Unit(building=Building(name="商場"), door="8", label="商場8號舖", position="2")
        work.add(shop)
        work.commit()
    kept = reception.register(workplace, entry)
    corrected = replace(entry, resident_id=None, caller_name="何先生", unit_id=shop.id)
    reception.change(workplace, kept.id, kept.version, corrected)
    assert reception.page(workplace, ReceptionFilter(text="12樓B室")).rows == ()
    assert reception.page(workplace, ReceptionFilter(text="曾德華")).rows == ()
    (found,) = reception.page(workplace, ReceptionFilter(text="商場8")).rows
    assert (found.unit, found.version) == ("商場8號舖", 2)


def test_a_correction_over_somebody_elses_is_refused(
    workplace: Workplace, entry: ReceptionEntry
) -> None:
    kept = reception.register(workplace, entry)
    reception.change(workplace, kept.id, kept.version, replace(entry, request="二"))
    with pytest.raises(StaleRecord):
        reception.change(workplace, kept.id, kept.version, replace(entry, request="三"))
    assert reception.get(workplace, kept.id).request == "二"


def test_a_correction_leaves_the_first_asked_clerk_in_place(
    workplace: Workplace, entry: ReceptionEntry
) -> None:
    kept = reception.register(workplace, entry)
    other = replace(workplace, actor=replace(workplace.actor, id=workplace.actor.id + 7))
    changed = reception.change(other, kept.id, kept.version, replace(entry, request="二"))
    assert changed.first_asked_id == workplace.actor.id


def test_closing_ends_the_first_asked_duty_with_moment_and_clerk(
    workplace: Workplace, entry: ReceptionEntry, clock: FixedClock
) -> None:
    kept = reception.register(workplace, entry)
    clock.advance(dt.timedelta(hours=2))
    done = replace(entry, answer="已電話回覆", state=State.CLOSED)
    closed = reception.change(workplace, kept.id, kept.version, done)
    assert (closed.state, closed.answer, closed.closed_at, closed.closed_by) == (
        "closed",
        "已電話回覆",
        clock.now(),
        "陳大文",
    )


def test_a_reception_closed_by_mistake_is_opened_again(
    workplace: Workplace, entry: ReceptionEntry
) -> None:
    kept = reception.register(workplace, replace(entry, answer="好", state=State.CLOSED))
    again = reception.change(workplace, kept.id, kept.version, replace(entry, answer="好"))
    assert (again.state, again.closed_at, again.closed_by) == ("open", None, None)
    assert "closed_at" in trail(workplace, "changed")[0]


def test_one_is_found_by_its_number_and_an_unknown_one_is_said_to_be(
    workplace: Workplace, entry: ReceptionEntry
) -> None:
    kept = reception.register(workplace, entry)
    assert reception.get(workplace, kept.number) == kept
    for unknown in (kept.id + 1, "R2026-000002"):
        with pytest.raises(NotFound):
            reception.get(workplace, unknown)


def test_a_unit_shows_what_is_open_and_its_last_visits(
    workplace: Workplace, household: Household, entry: ReceptionEntry, now: dt.datetime
) -> None:
    for day in range(4):
        closed = {"answer": "好", "state": State.CLOSED} if day % 2 else {}
        moment = now - dt.timedelta(days=day)
        reception.register(workplace, replace(entry, happened_at=moment, **closed))
    open_ones = reception.open_of_unit(workplace, household.unit_id)
    assert [row.number for row in open_ones] == ["R2026-000001", "R2026-000003"]
    last = reception.last_of_unit(workplace, household.unit_id, 3)
    assert [row.happened_at for row in last] == [now - dt.timedelta(days=day) for day in range(3)]


def test_days_of_a_filter_are_the_estates_days_both_included(
    workplace: Workplace, entry: ReceptionEntry, now: dt.datetime
) -> None:
    midnight = dt.datetime(2026, 11, 19, 16, 0, tzinfo=dt.UTC)  # 20 November begins in Hong Kong
    for seconds in (-1, 0, 86_399, 86_400):
        moment = midnight + dt.timedelta(seconds=seconds)
        reception.register(workplace, replace(entry, happened_at=moment))
    day = dt.date(2026, 11, 20)
    wanted = ReceptionFilter(first_day=day, last_day=day)
    found = reception.page(workplace, wanted).rows
    assert [row.number for row in found] == ["R2026-000003", "R2026-000002"]
    assert reception.page(workplace, replace(wanted, text="停車場")).rows == found


def test_words_that_say_nothing_find_nothing(workplace: Workplace, entry: ReceptionEntry) -> None:
    reception.register(workplace, entry)
    assert reception.page(workplace, ReceptionFilter(text="，。")).rows == ()
    assert len(reception.page(workplace, ReceptionFilter(text="  ")).rows) == 1
