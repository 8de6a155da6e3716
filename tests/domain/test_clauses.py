"""The clauses in scope, and the table that says where each is kept."""

import pytest

from desk.domain import clauses
from desk.domain.clauses import ClauseRow, cites, faults, manual_of, read

GOOD = ClauseRow("R150", "M2", "rule", ("desk.x",), ("tests/x.py::test_y",))


@pytest.mark.parametrize(
    ("clause", "manual"),
    [
        ("R1", "M0"), ("R41", "M0"), ("R42", "M1"), ("R127", "M1"), ("R128", "M2"),
        ("R198", "M2"), ("R199", "M3"), ("R223", "M3"), ("R224", "M4"), ("R260", "M4"),
        ("R261", ""), ("R0", ""), ("R01", ""), ("K6", ""), ("", ""), ("R1 ", ""),
    ],
)  # fmt: skip
def test_a_clause_stands_in_its_manual(clause: str, manual: str) -> None:
    assert manual_of(clause) == manual


def test_the_clauses_about_complaints_and_the_first_asked_duty() -> None:
    known = set(clauses.COMPLAINTS)
    assert {"R1", "R19", "R71", "R85", "R96", "R128", "R223"} <= known
    assert known.isdisjoint({"R20", "R70", "R72", "R84", "R97", "R127", "R224"})
    assert len(known) == 19 + 1 + 12 + 96


@pytest.mark.parametrize(
    ("text", "clause", "cited"),
    [
        ("Closed (R171).", "R171", True),
        ("Closed (R171, R174).", "R174", True),
        ("R166-R174", "R170", True),
        ("R137 to R139", "R138", True),
        ("R137–R139", "R139", True),
        ("R137, R139", "R138", False),
        ("R17", "R171", False),
        ("R171", "R17", False),
        ("(K6)", "K6", True),
        ("(K16)", "K6", False),
        ("", "R1", False),
    ],
)
def test_a_docstring_cites_a_clause(text: str, clause: str, cited: bool) -> None:
    assert cites(text, clause) is cited


def test_the_table_is_read() -> None:
    text = "clause\tmanual\tkind\twhere\ttest\nR150\tM2\trule\tdesk.x\ttests/x.py::test_y\n\n"
    assert read(text) == (GOOD,)
    assert read("head\nR1\tM0\tlater\n") == (ClauseRow("R1", "M0", "later", (), ()),)
    assert read("head\nR1\tM0\trule\ta; b ;\tc;d\n")[0].where == ("a", "b")
    assert read("") == ()


def codes(*rows: ClauseRow, scope: tuple[str, ...] = ("R150",)) -> list[str]:
    return [fault.code for fault in faults(rows, scope)]


def test_a_whole_table_has_no_faults() -> None:
    assert codes(GOOD) == []
    assert codes(ClauseRow("R150", "M2", "reference", (), ())) == []


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((), "clause.missing"),
        ((GOOD, GOOD), "clause.twice"),
        ((ClauseRow("R150", "M0", "rule", ("a",), ("b",)),), "clause.manual"),
        ((ClauseRow("R150", "M2", "law", ("a",), ("b",)),), "clause.kind"),
        ((ClauseRow("R150", "M2", "policy", (), ("b",)),), "clause.nowhere"),
        ((ClauseRow("R150", "M2", "record", ("a",), ()),), "clause.untested"),
    ],
)
def test_what_is_wrong_with_a_table_is_said(rows: tuple[ClauseRow, ...], code: str) -> None:
    assert codes(*rows) == [code]
