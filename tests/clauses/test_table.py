"""The table of clauses says what the tests show: no clause without its rule, no rule unshown."""

import pytest

from desk.cli import policy_check
from desk.domain.clauses import SCOPE, ClauseRow, Kept
from tests.clauses import every

ROWS = {row.clause: row for row in policy_check.table()}
SHOWN = every.SHOWN
ENFORCED = [row for row in ROWS.values() if row.kind in (Kept.RULE, Kept.POLICY, Kept.RECORD)]


def test_the_program_agrees_with_the_table() -> None:
    assert policy_check.check().faults == ()


def test_every_clause_in_scope_is_kept_read_or_said_to_come_later() -> None:
    assert set(SCOPE) <= ROWS.keys()
    assert all(row.kind in set(Kept) for row in ROWS.values())


@pytest.mark.parametrize("row", ENFORCED, ids=lambda row: row.clause)
def test_every_place_of_a_clause_is_taken_away_by_one_of_its_tests(row: ClauseRow) -> None:
    shown = [SHOWN[test] for test in row.tests if test in SHOWN]
    taken = {place for one in shown if row.clause in one.clauses for place in one.without}
    assert set(row.where) <= taken


@pytest.mark.parametrize("name", SHOWN)
def test_every_test_of_a_clause_stands_in_its_row(name: str) -> None:
    for clause in SHOWN[name].clauses:
        assert name in ROWS[clause].tests
        assert set(SHOWN[name].without) <= set(ROWS[clause].where)


def test_what_comes_later_and_what_is_only_read_is_told_apart() -> None:
    read = {row.clause for row in ROWS.values() if row.kind == Kept.REFERENCE}
    later = {row.clause for row in ROWS.values() if row.kind == Kept.LATER}
    assert read == {
        *("R1", "R22", "R136", "R183", "R185", "R192"),
        *("R225", "R227", "R230", "R241", "R252", "R259", "R260"),
    }
    assert {"R12", "R13", "R15", "R16", "R90", "R95", "R96"} <= later
