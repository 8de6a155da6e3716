"""Problems beside the first one: filed on their own, settled, or still open (R168, R169)."""

from dataclasses import replace

import pytest

from desk.domain import side_problem as rules
from desk.domain.complaint import Filing, State
from desk.domain.complaint_case import CaseFacts, SideProblem
from desk.domain.reasons import Reason
from desk.domain.side_problem import FileEntry, Linked, SettleEntry
from tests.domain.cases import T0, case

OPEN = SideProblem(3, "走廊燈不亮")
FILED = SideProblem(4, "水錶不準", filed_id=9, filed_number="C2026-000009")
ORDERED = SideProblem(5, "門鎖壞", reference="W2026-000012")
SETTLED = SideProblem(6, "地面濕滑", settled_at=T0, settled_text="已抹乾")
BESIDE = case(sides=(OPEN, FILED, ORDERED, SETTLED))
SHUT = case(sides=(OPEN,), state=State.CLOSED)
OTHER = Linked(9, Filing.FILED)
NUMBER = FileEntry(3, "C2026-000009")


def beside(reasons: tuple[Reason, ...]) -> dict[str, str | None]:
    return {one.code: one.field for one in reasons}


def test_r169_only_what_nothing_has_become_of_waits() -> None:
    assert rules.waiting(BESIDE) == (OPEN,)
    assert rules.waiting_blockers(BESIDE) == ()
    assert beside(rules.waiting_blockers(case(sides=(FILED, SETTLED)))) == {
        "side_problem.none_waiting": None
    }
    assert beside(rules.waiting_blockers(SHUT)) == {"complaint.closed": None}


def test_r168_a_side_problem_is_noted_while_the_case_is_open() -> None:
    assert rules.note_reasons(case(), "走廊燈不亮") == ()
    assert beside(rules.note_reasons(case(), "")) == {"side_problem.text.missing": "text"}
    assert beside(rules.note_reasons(SHUT, "走廊燈不亮")) == {"complaint.closed": None}


@pytest.mark.parametrize(
    ("facts", "entry", "linked", "told"),
    [
        (BESIDE, NUMBER, OTHER, {}),
        (BESIDE, FileEntry(3, "", "W2026-000012"), None, {}),
        (BESIDE, FileEntry(3), None, {"side_problem.link.missing": "number"}),
        (BESIDE, NUMBER, None, {"side_problem.number.unknown": "number"}),
        (BESIDE, NUMBER, Linked(1, Filing.FILED), {"side_problem.number.same": "number"}),
        (BESIDE, NUMBER, Linked(9, Filing.PENDING), {"side_problem.number.not_filed": "number"}),
        (
            BESIDE,
            NUMBER,
            Linked(9, Filing.EXPLAINED),
            {"side_problem.number.not_filed": "number"},
        ),
        (
            BESIDE,
            replace(NUMBER, problem_id=0),
            OTHER,
            {"side_problem.missing": "problem_id"},
        ),
        (
            BESIDE,
            replace(NUMBER, problem_id=4),
            OTHER,
            {"side_problem.filed_already": "problem_id"},
        ),
        (
            BESIDE,
            replace(NUMBER, problem_id=5),
            OTHER,
            {"side_problem.filed_already": "problem_id"},
        ),
        (
            BESIDE,
            replace(NUMBER, problem_id=6),
            OTHER,
            {"side_problem.settled_already": "problem_id"},
        ),
        (SHUT, NUMBER, OTHER, {"complaint.closed": None}),
    ],
)
def test_r168_it_stands_on_its_own_under_a_number_that_exists(
    facts: CaseFacts, entry: FileEntry, linked: Linked | None, told: dict[str, str | None]
) -> None:
    assert beside(rules.file_reasons(facts, entry, linked)) == told


@pytest.mark.parametrize(
    ("facts", "entry", "told"),
    [
        (BESIDE, SettleEntry(3, "已更換燈泡"), {}),
        (BESIDE, SettleEntry(3), {"side_problem.settled.missing": "text"}),
        (BESIDE, SettleEntry(0, "已更換燈泡"), {"side_problem.missing": "problem_id"}),
        (BESIDE, SettleEntry(4, "已更換燈泡"), {"side_problem.filed_already": "problem_id"}),
        (BESIDE, SettleEntry(6, "已更換燈泡"), {"side_problem.settled_already": "problem_id"}),
        (SHUT, SettleEntry(3, "已更換燈泡"), {"complaint.closed": None}),
    ],
)
def test_r169_it_is_settled_once_with_words(
    facts: CaseFacts, entry: SettleEntry, told: dict[str, str | None]
) -> None:
    assert beside(rules.settle_reasons(facts, entry)) == told
