"""Problems beside the first one, on a real database (R168, R169)."""

import pytest

from desk.domain.side_problem import FileEntry, SettleEntry
from desk.errors import RuleRefused
from desk.services import side_problem
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace
from tests.services.case_course import filed, registered


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> list[str]:
    return [reason.code for reason in refused.value.reasons]


def noted(workplace: Workplace) -> Case:
    case = filed(workplace)
    return side_problem.note(workplace, case.detail.id, case.detail.version, "走廊燈不亮")


def blocks(case: Case) -> bool:
    return "complaint.side_problem.open" in {reason.code for reason in case.blockers}


def test_r169_a_side_problem_keeps_the_case_open_until_it_is_settled(workplace: Workplace) -> None:
    case = noted(workplace)
    assert blocks(case)
    (problem,) = case.facts.sides
    entry = SettleEntry(problem.id, "已更換燈泡")
    case = side_problem.settle(workplace, case.detail.id, case.detail.version, entry)
    (problem,) = case.facts.sides
    assert (problem.settled_text, blocks(case)) == ("已更換燈泡", False)


def test_r168_or_until_it_is_a_case_of_its_own(workplace: Workplace) -> None:
    other = filed(workplace)
    case = noted(workplace)
    (problem,) = case.facts.sides
    entry = FileEntry(problem.id, f" {other.detail.number.lower()} ")
    case = side_problem.file(workplace, case.detail.id, case.detail.version, entry)
    (problem,) = case.facts.sides
    assert (problem.filed_id, problem.filed_number) == (other.detail.id, other.detail.number)
    assert not blocks(case)


def test_r168_or_an_order_of_its_own(workplace: Workplace) -> None:
    case = noted(workplace)
    (problem,) = case.facts.sides
    entry = FileEntry(problem.id, reference="W2026-000012")
    case = side_problem.file(workplace, case.detail.id, case.detail.version, entry)
    assert case.facts.sides[0].reference == "W2026-000012"
    assert not blocks(case)


def test_r168_a_link_leads_to_a_case(workplace: Workplace) -> None:
    unjudged = registered(workplace)
    case = noted(workplace)
    (problem,) = case.facts.sides
    for number, code in (
        ("C2026-999999", "unknown"),
        (case.detail.number, "same"),
        (unjudged.detail.number, "not_filed"),
    ):
        with pytest.raises(RuleRefused) as refused:
            side_problem.file(
                workplace, case.detail.id, case.detail.version, FileEntry(problem.id, number)
            )
        assert codes(refused) == [f"side_problem.number.{code}"]


def test_the_side_problem_of_another_case_is_not_this_ones(workplace: Workplace) -> None:
    (problem,) = noted(workplace).facts.sides
    case = filed(workplace)
    with pytest.raises(RuleRefused) as refused:
        side_problem.settle(
            workplace, case.detail.id, case.detail.version, SettleEntry(problem.id, "已修")
        )
    assert codes(refused) == ["side_problem.missing"]
