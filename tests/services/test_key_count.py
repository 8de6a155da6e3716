"""Counting the keys, on a real database: at the change of shift, and stock-taking."""

import pytest

from desk.clock import FixedClock
from desk.domain.key_count import (
    CountEntry,
    CountExpected,
    CountFound,
    CountKind,
    CountState,
    DifferenceEntry,
)
from desk.domain.permissions import Permission, Role
from desk.domain.signed_paper import Home
from desk.errors import RuleRefused, StaleRecord
from desk.services import key_count
from desk.services.key_count import KeyCountRow
from desk.services.workplace import Workplace
from tests.conftest import NOW, PASSWORD
from tests.services.key_course import HOUR, TODAY, at_desk, lent, loan_entry, pump

GONE = DifferenceEntry("e-02", CountFound.MISSING)


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> set[str]:
    return {one.code for one in refused.value.reasons}


@pytest.fixture
def lee(workplace: Workplace) -> Workplace:
    return at_desk(workplace, "lee")


@pytest.fixture
def count(workplace: Workplace, lee: Workplace) -> KeyCountRow:
    """One lent, one on its hook."""
    lent(workplace, pump(workplace))
    pump(workplace, tag="E-02", hook="A2")
    return key_count.begin(workplace, CountKind.HANDOVER, lee.actor.id)


def test_a_count_fixes_what_is_expected(count: KeyCountRow, workplace: Workplace) -> None:
    assert (count.number, count.by, count.to) == ("N2026-000001", "陳大文", "lee 主任")
    assert [(one.tag, one.expected, one.holder) for one in count.expected] == [
        ("E-01", CountExpected.LENT, "黃師傅"),
        ("E-02", CountExpected.IN, ""),
    ]
    assert count.expected[0].due_at == loan_entry().due_at
    assert count.state is CountState.COUNTING
    assert key_count.get(workplace, count.number) == count
    assert key_count.page(workplace).rows[0].number == count.number


def test_two_people_count_and_one_count_at_a_time(
    workplace: Workplace, lee: Workplace, count: KeyCountRow
) -> None:
    assert (lee.actor.id, "lee 主任") in key_count.successors(workplace)
    with pytest.raises(RuleRefused) as refused:
        key_count.begin(workplace, CountKind.STOCKTAKING, workplace.actor.id)
    assert codes(refused) == {"key_count.to.same", "key_count.open"}
    key_count.void(workplace, count.id, count.version, "重新開始")
    with pytest.raises(RuleRefused) as refused:
        key_count.begin(workplace, CountKind.STOCKTAKING, None)
    assert codes(refused) == {"key_count.to.missing"}


def test_both_sign_and_each_only_for_himself(
    workplace: Workplace, lee: Workplace, count: KeyCountRow
) -> None:
    with pytest.raises(RuleRefused) as refused:
        key_count.confirm(lee, count.id, count.version)
    assert codes(refused) == {"key_count.state.counting"}
    with pytest.raises(RuleRefused) as refused:
        key_count.sign(lee, count.id, count.version)
    assert codes(refused) == {"key_count.not_counter"}
    signed = key_count.sign(workplace, count.id, count.version)
    assert signed.state is CountState.SIGNED
    with pytest.raises(RuleRefused) as refused:
        key_count.confirm(workplace, signed.id, signed.version)
    assert codes(refused) == {"key_count.not_successor"}
    done = key_count.confirm(lee, signed.id, signed.version)
    assert (done.state, done.to_signed_at) == (CountState.DONE, NOW)


def test_who_takes_over_signs_in_over_the_shoulder(
    workplace: Workplace, lee: Workplace, count: KeyCountRow
) -> None:
    signed = key_count.sign(workplace, count.id, count.version)
    with pytest.raises(RuleRefused) as refused:
        key_count.confirm_at_desk(workplace, signed.id, signed.version, "lee", "wrong")
    assert codes(refused) == {"sign_in.refused"}
    with pytest.raises(RuleRefused) as refused:
        key_count.confirm_at_desk(workplace, signed.id, signed.version, "admin", PASSWORD)
    assert codes(refused) == {"key_count.not_successor"}
    done = key_count.confirm_at_desk(workplace, signed.id, signed.version, "lee", PASSWORD)
    assert (done.state, done.to_id) == (CountState.DONE, lee.actor.id)


def test_a_difference_is_explained_or_written_off_by_who_may(
    workplace: Workplace, lee: Workplace, count: KeyCountRow
) -> None:
    written = key_count.write(workplace, count.id, count.version, CountEntry((GONE,), "明早再找"))
    assert [(one.tag, one.expected) for one in written.differences] == [("E-02", "in")]
    with pytest.raises(RuleRefused) as refused:
        key_count.sign(workplace, written.id, written.version)
    assert codes(refused) == {"key_count.unexplained"}
    with pytest.raises(StaleRecord):
        key_count.write(workplace, count.id, count.version, CountEntry())
    (one,) = written.differences
    with pytest.raises(RuleRefused) as refused:
        key_count.write_off(lee, written.id, written.version, one.id, "無法解釋")
    assert codes(refused) == {"permission.missing"}
    lam = at_desk(workplace, "lam", Role.MANAGER)
    off = key_count.write_off(lam, written.id, written.version, one.id, "無法解釋")
    assert off.differences[0].written_off_by == "lam 主任"
    signed = key_count.sign(workplace, off.id, off.version)
    assert signed.state is CountState.SIGNED
    with pytest.raises(RuleRefused) as refused:
        key_count.write(workplace, signed.id, signed.version, CountEntry())
    assert codes(refused) == {"key_count.state.signed"}


def test_what_was_no_difference_is_withdrawn(workplace: Workplace, count: KeyCountRow) -> None:
    extra = DifferenceEntry("X-9", CountFound.PRESENT, "無主鑰匙")
    written = key_count.write(workplace, count.id, count.version, CountEntry((GONE, extra)))
    assert [(one.tag, one.expected) for one in written.differences] == [
        ("E-02", "in"),
        ("X-9", "none"),
    ]
    second = key_count.write(workplace, count.id, written.version, CountEntry((extra,)))
    assert [one.tag for one in second.differences] == ["X-9"]


def test_what_is_as_expected_is_no_difference(workplace: Workplace, count: KeyCountRow) -> None:
    wrong = (
        DifferenceEntry("E-01", CountFound.MISSING),
        DifferenceEntry("E-02", CountFound.PRESENT),
        DifferenceEntry("E-02", CountFound.MISSING),
        DifferenceEntry(" ", CountFound.MISSING),
    )
    with pytest.raises(RuleRefused) as refused:
        key_count.write(workplace, count.id, count.version, CountEntry(wrong))
    assert [one.code for one in refused.value.reasons] == [
        "key_count.no_difference",
        "key_count.no_difference",
        "key_count.tag.twice",
        "key_count.tag.missing",
    ]


def test_keys_that_move_meanwhile_are_noticed(
    workplace: Workplace, count: KeyCountRow, clock: FixedClock
) -> None:
    clock.moment = NOW + HOUR
    lent(workplace, pump(workplace, tag="E-03", hook="A3"), out_at=clock.moment)
    assert key_count.moved(workplace, count) == ("E-03",)
    with pytest.raises(RuleRefused) as refused:
        key_count.sign(workplace, count.id, count.version)
    assert codes(refused) == {"key_count.moved"}
    signed = key_count.sign(workplace, count.id, count.version, moved_known=True)
    assert signed.moved == key_count.moved(workplace, signed) == ("E-03",)


def test_the_signed_sheet_comes_home_once(workplace: Workplace, count: KeyCountRow) -> None:
    home = Home(TODAY, "陳大文")
    with workplace.deed(Permission.REGISTER) as work:
        assert key_count.signed_home(work, count.id, home) == "key_count.sheet"
        assert key_count.signed_home(work, count.id, home) == ""
        work.commit()
    assert key_count.get(workplace, count.id).sheet_home_on == TODAY
