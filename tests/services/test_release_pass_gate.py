"""A release pass at the gate on a real database: left, back, extended, expired, genuine, home."""

import datetime as dt
from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.domain import paper_code
from desk.domain.permissions import Role as Post
from desk.domain.release_pass import ItemEntry, State
from desk.domain.release_pass_gate import EventKind, Said
from desk.domain.release_pass_rule import PassKind
from desk.domain.signed_paper import Home
from desk.errors import RuleRefused
from desk.models.lists import deadline
from desk.models.seal import secret
from desk.services import release_pass
from desk.services import release_pass_evidence as proof
from desk.services import release_pass_gate as gate
from desk.services import release_pass_seal as seals
from desk.services.release_pass import Pass, PassFilter
from desk.services.release_pass_gate import ExtendEntry, Outcome
from desk.services.workplace import Workplace
from tests.services.conftest import Household
from tests.services.pass_course import GUARD, HOUR, Course
from tests.services.test_release_pass import codes, seated

RETURNS = PassKind.RETURNABLE_GOODS


@pytest.fixture
def course(workplace: Workplace, household: Household, tmp_path: Path) -> Course:
    return Course(workplace, household.unit_id, tmp_path)


@pytest.fixture
def supervisor(workplace: Workplace) -> Workplace:
    return seated(workplace, "supervisor", Post.SUPERVISOR)


def owed(course: Course, now: dt.datetime) -> list[tuple[str, dt.datetime]]:
    with course.workplace.reading() as reader:
        return [(one.clock, one.due_at) for one in deadline.due(reader, "pass", now, 9)]


LATE = dt.datetime(2027, 11, 21, tzinfo=dt.UTC)


# Leaving and coming back


def test_what_the_guard_says_is_written_down_with_name_and_time(
    course: Course, clock: FixedClock
) -> None:
    known = course.issued()
    clock.moment += HOUR
    at = clock.moment - dt.timedelta(minutes=10)
    after = course.gate(known, at=at)
    event = after.events[-1]
    assert after.facts.state is State.LEFT
    assert (event.kind, event.person, event.at, event.entered_at) == (
        EventKind.LEFT,
        GUARD,
        at,
        clock.moment,
    )
    assert event.by == "陳大文"


def test_it_leaves_in_parts_and_the_rest_is_told(course: Course) -> None:
    known = course.issued()
    boxes = known.items[1]
    after = course.gate(known, Outcome.PARTLY_LEFT, counts={boxes.id: 3})
    assert after.facts.state is State.PARTLY_LEFT
    told = seals.verify(course.workplace, course.code(after))
    assert [(item.what, item.remains) for item in told.remaining] == [("雙門冰箱", 1), ("紙箱", 2)]
    after = course.gate(after, Outcome.PARTLY_LEFT, counts={boxes.id: 2, known.items[0].id: 1})
    assert after.facts.state is State.LEFT
    assert after.events[-1].kind == EventKind.LEFT


def test_a_refusal_is_kept_with_its_reason_and_the_pass_may_come_again(course: Course) -> None:
    after = course.gate(course.issued(), Outcome.REFUSED, why="多了一台電視")
    assert (after.facts.state, after.events[-1].why) == (State.REFUSED, "多了一台電視")
    assert course.gate(after).facts.state is State.LEFT


def test_returnable_goods_stay_open_until_the_last_is_back(course: Course) -> None:
    known = course.gate(course.issued(RETURNS))
    assert (known.facts.state, known.detail.out) == (State.LEFT, 6)
    listed = release_pass.page(course.workplace, PassFilter(out=True)).rows
    assert [one.number for one in listed] == [known.detail.number]
    known = course.back(known, counts={known.items[1].id: 5})
    assert (known.facts.state, known.detail.out) == (State.LEFT, 1)
    known = course.back(known)
    assert (known.facts.state, known.detail.out) == (State.BACK, 0)
    assert release_pass.page(course.workplace, PassFilter(out=True)).rows == ()
    with pytest.raises(RuleRefused) as refused:
        course.back(known)
    assert codes(refused) == ["release_pass.nothing_out"]


def test_what_is_out_is_found_without_walking_over_every_item(course: Course) -> None:
    asked = 'SELECT pass_id FROM release_item WHERE release_item.returnable AND "left" > back'
    with course.workplace.reading() as reader:
        plan = reader.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}").all()
    assert "ix_release_item_out" in str(plan)


def test_goods_that_are_long_overdue_keep_no_window_from_running_out(
    course: Course, clock: FixedClock
) -> None:
    course.gate(course.issued(RETURNS))
    clock.moment += dt.timedelta(days=30)
    starts = clock.moment
    other = (ItemEntry("書櫃"),)
    known = course.issued(starts=starts, ends=starts + HOUR, items=other)
    clock.moment += 2 * HOUR
    assert gate.expire_due(course.workplace, limit=1) == 1
    assert release_pass.get(course.workplace, known.detail.id).facts.state is State.EXPIRED


# What is owed


def test_the_window_is_owed_until_it_has_left(course: Course) -> None:
    known = course.issued()
    ends = course.workplace.now() + 3 * HOUR
    assert owed(course, LATE) == [("window", ends)]
    course.gate(known)
    assert owed(course, LATE) == []


def test_what_is_to_come_back_is_owed_to_the_end_of_its_day(course: Course) -> None:
    known = course.gate(course.issued(RETURNS))
    end = course.workplace.estate.custom.day_bounds(dt.date(2026, 11, 23))[1]
    assert owed(course, LATE) == [("goods_back", end)]
    course.back(known)
    assert owed(course, LATE) == []


def test_a_draft_and_a_void_pass_owe_nothing(course: Course) -> None:
    course.draft()
    assert owed(course, LATE) == []
    known = course.issued()
    release_pass.void(course.workplace, known.detail.id, known.detail.version, "改期")
    assert owed(course, LATE) == []


# The window


def test_it_expires_by_itself_and_once(course: Course, clock: FixedClock) -> None:
    known = course.issued()
    ends = known.detail.ends
    assert gate.expire_due(course.workplace) == 0
    clock.moment += 3 * HOUR + dt.timedelta(seconds=1)
    assert gate.expire_due(course.workplace) == 1
    assert gate.expire_due(course.workplace) == 0
    after = release_pass.get(course.workplace, known.detail.number)
    assert after.facts.state is State.EXPIRED
    assert (after.events[-1].kind, after.events[-1].at, after.events[-1].by) == (
        EventKind.EXPIRED,
        ends,
        None,
    )
    with pytest.raises(RuleRefused) as refused:
        course.gate(after)
    assert codes(refused) == ["release_pass.window.over"]


def test_the_register_shows_no_pass_that_ran_out_as_issued(
    course: Course, clock: FixedClock
) -> None:
    course.issued()
    clock.moment += 4 * HOUR
    rows = release_pass.page(course.workplace, PassFilter()).rows
    assert [row.state for row in rows] == [State.EXPIRED]


def test_what_left_in_time_is_written_down_after_it_expired(
    course: Course, clock: FixedClock
) -> None:
    known = course.issued()
    left_at = clock.moment + HOUR
    clock.moment += 4 * HOUR
    gate.expire_due(course.workplace)
    known = release_pass.get(course.workplace, known.detail.id)
    assert course.gate(known, at=left_at).facts.state is State.LEFT


def test_only_a_supervisor_extends_it_and_it_is_on_record(
    course: Course, supervisor: Workplace, clock: FixedClock
) -> None:
    known = course.issued()
    paper = course.code(known)
    clock.moment += 4 * HOUR
    gate.expire_due(course.workplace)
    known = release_pass.get(course.workplace, known.detail.id)
    entry = ExtendEntry(clock.moment + HOUR, "貨車延誤")
    with pytest.raises(RuleRefused) as refused:
        gate.extend(course.workplace, known.detail.id, known.detail.version, entry)
    assert codes(refused) == ["permission.missing"]
    after = gate.extend(supervisor, known.detail.id, known.detail.version, entry)
    event = after.events[-1]
    assert after.facts.state is State.ISSUED
    assert (event.ended, event.ends, event.why) == (known.detail.ends, entry.ends, "貨車延誤")
    assert seals.verify(course.workplace, paper).said is Said.GENUINE
    assert seals.verify(course.workplace, course.code(after)).said is Said.GENUINE
    assert course.gate(after).facts.state is State.LEFT


# Genuine or not


def test_the_code_on_the_paper_is_genuine_and_so_is_that_of_a_reprint(course: Course) -> None:
    known = course.issued()
    for reprint in (0, 1, 2):
        told = seals.verify(course.workplace, course.code(known, reprint))
        assert (told.said, told.lets_pass, told.number) == (Said.GENUINE, True, "P2026-000001")


def test_a_code_is_read_with_blanks_and_in_small_letters(course: Course) -> None:
    code = course.code(course.issued()).lower()
    spelt = " ".join(code[at : at + 4] for at in range(0, len(code), 4))
    assert seals.verify(course.workplace, spelt).said is Said.GENUINE


def test_one_character_misread_is_noticed_by_the_check(course: Course) -> None:
    code = course.code(course.issued())
    for at in range(len(code)):
        for other in "7K":
            wrong = code[:at] + other + code[at + 1 :]
            if wrong != code:
                assert not seals.verify(course.workplace, wrong).lets_pass


def test_a_forger_without_the_secret_makes_no_genuine_code(course: Course) -> None:
    known = course.issued()
    forged = paper_code.write(known.detail.number, "release_pass", 0, "22222")
    assert seals.verify(course.workplace, forged).said is Said.FORGED
    unsealed = paper_code.write(known.detail.number, "release_pass", 0)
    assert seals.verify(course.workplace, unsealed).said is Said.FORGED


def test_the_seal_of_one_pass_is_no_seal_of_another(course: Course) -> None:
    one, other = course.issued(), course.issued(said="另一件")
    seal = seals.seal_of(course.workplace, one.detail.id)
    mixed = paper_code.write(other.detail.number, "release_pass", 0, seal)
    assert seals.verify(course.workplace, mixed).said is Said.FORGED


OTHERS = [
    ("", Said.UNREADABLE),
    ("放行條", Said.UNREADABLE),
    ("P2026000001J0ABCDEZ", Said.UNREADABLE),
    ("C2026-000001", Said.OTHER),
    ("P2026-000099", Said.UNKNOWN),
    ("P2026-000001", Said.UNSEALED),
    ("p2026000001", Said.UNSEALED),
]


@pytest.mark.parametrize(("typed", "expected"), OTHERS)
def test_what_else_may_be_typed_is_told_apart(course: Course, typed: str, expected: Said) -> None:
    course.issued()
    assert seals.verify(course.workplace, typed).said is expected


def test_what_the_desk_answers_follows_the_pass(course: Course, clock: FixedClock) -> None:
    def said(known: Pass) -> Said:
        return seals.verify(course.workplace, code_of[known.detail.id]).said

    code_of: dict[int, str] = {}
    gone, void, over = (course.issue(course.proven(PassKind.BULKY_GOODS), "另") for _ in range(3))
    early = course.issue(
        course.proven(
            PassKind.BULKY_GOODS, starts=clock.moment + HOUR, ends=clock.moment + 9 * HOUR
        ),
        "另",
    )
    for one in (gone, void, over, early):
        code_of[one.detail.id] = course.code(one)
    assert said(early) is Said.EARLY
    course.gate(gone)
    release_pass.void(course.workplace, void.detail.id, void.detail.version, "改期")
    assert (said(gone), said(void)) == (Said.GONE, Said.VOID)
    clock.moment += 4 * HOUR
    assert (said(over), said(early)) == (Said.EXPIRED, Said.GENUINE)
    assert release_pass.get(course.workplace, over.detail.id).facts.state is State.EXPIRED


def test_a_draft_has_no_seal_and_its_number_is_not_issued(course: Course) -> None:
    known = course.draft()
    assert seals.seal_of(course.workplace, known.detail.id) == ""
    assert seals.verify(course.workplace, known.detail.number).said is Said.NOT_ISSUED


def test_the_secret_is_made_once_and_told_to_no_history(course: Course) -> None:
    with course.workplace.reading() as reader:
        assert secret(reader) is None
    course.issued()
    with course.workplace.reading() as reader:
        first = secret(reader)
    course.issued(said="另一件")
    with course.workplace.reading() as reader:
        assert secret(reader) == first
        told = reader.exec_driver_sql("SELECT count(*) FROM history WHERE kind = 'seal_key'")
        assert told.scalar() == 0
    assert first is not None
    assert len(first) == 32


# Home again


def home(course: Course, known: Pass) -> str:
    with course.workplace.by_itself() as work:
        ticked = proof.signed_home(work, known.detail.id, Home(dt.date(2026, 11, 21), "曾德華"))
        work.commit()
    return ticked


def test_a_signed_pass_ticks_the_owners_signature_and_later_the_gates_copy(course: Course) -> None:
    known = course.issued()
    assert home(course, known) == proof.OWNER_SIGNATURE
    assert home(course, known) == ""
    known = release_pass.get(course.workplace, known.detail.id)
    assert known.detail.owner_signed_by == "曾德華"
    known = course.gate(known)
    assert home(course, known) == proof.GATE_COPY
    assert home(course, known) == ""
    known = release_pass.get(course.workplace, known.detail.id)
    assert known.detail.gate_copy_on == dt.date(2026, 11, 21)


def test_an_owner_who_signed_at_the_desk_is_not_waited_for(course: Course) -> None:
    signed = course.confirm(course.draft(), how="signature", caller="", phone="")
    known = course.issue(signed)
    assert home(course, known) == ""
    assert home(course, course.gate(known)) == proof.GATE_COPY


def test_a_draft_ticks_nothing(course: Course) -> None:
    assert home(course, course.draft()) == ""
