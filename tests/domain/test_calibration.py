"""What is measured on the calibration page, and what mends it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.calibration import (
    Correction,
    Measured,
    correction,
    reasons,
    rulers,
)
from desk.domain.paper import SIZES

papers = st.sampled_from(sorted(SIZES))
shifts = st.floats(-10, 10)
stretches = st.floats(0.95, 1.05)


def printed(paper: str, shift: float, stretch: float, through: Correction) -> Measured:
    """What one measures on a page of a printer that shifts and stretches, printed through that."""

    def stands(at: float, side: int) -> float:
        return shift + stretch * (at * through.scale[side] / 100 + through.offset[side])

    marks = rulers(paper)
    left, top = stands(marks.left, 0), stands(marks.top, 1)
    return Measured(
        left,
        top,
        stands(marks.left + marks.across, 0) - left,
        stands(marks.top + marks.down, 1) - top,
    )


@pytest.mark.parametrize("paper", SIZES)
def test_the_rulers_of_every_paper_stand_on_it(paper: str) -> None:
    marks = rulers(paper)
    assert marks.left + marks.across < SIZES[paper].width - 13
    assert marks.top + marks.down < SIZES[paper].height - 5
    assert min(marks.across, marks.down) >= 60


@pytest.mark.parametrize("paper", SIZES)
def test_a_printer_that_is_right_is_left_alone(paper: str) -> None:
    marks = rulers(paper)
    found = correction(Measured(marks.left, marks.top, marks.across, marks.down), paper)
    assert found == Correction()


def test_a_page_two_millimetres_too_far_right_is_moved_back() -> None:
    found = correction(Measured(32, 19, 100, 100), "A4")
    assert found == Correction((-2.0, 1.0), (100.0, 100.0))


def test_a_page_stretched_by_two_per_cent_is_made_smaller() -> None:
    found = correction(Measured(30.6, 20.4, 102, 102), "A4")
    assert found.scale == (98.04, 98.04)
    assert found.offset == (0.0, 0.0)


@given(papers, shifts, stretches, shifts, st.floats(97, 103))
def test_printed_through_the_correction_everything_stands_where_it_should(
    paper: str, shift: float, stretch: float, before: float, scale: float
) -> None:
    now = Correction((before, before), (scale, scale))
    found = correction(printed(paper, shift, stretch, now), paper, now)
    again, marks = printed(paper, shift, stretch, found), rulers(paper)
    assert math.isclose(again.left, marks.left, abs_tol=0.03)
    assert math.isclose(again.top, marks.top, abs_tol=0.03)
    assert math.isclose(again.across, marks.across, abs_tol=0.02)
    assert math.isclose(again.down, marks.down, abs_tol=0.02)


@pytest.mark.parametrize(
    ("measured", "wrong"),
    [
        (Measured(30, 20, 100, 100), []),
        (Measured(45, 5, 110, 90), []),
        (Measured(45.1, 20, 100, 100), ["left"]),
        (Measured(30, 4.9, 100, 100), ["top"]),
        (Measured(30, 20, 10, 100), ["across"]),
        (Measured(30, 20, 100, 110.5), ["down"]),
        (Measured(0, 0, 0, 0), ["left", "top", "across", "down"]),
        (Measured(*[math.nan] * 4), ["left", "top", "across", "down"]),
        (Measured(*[math.inf] * 4), ["left", "top", "across", "down"]),
    ],
)
def test_what_no_printer_does_was_measured_wrong(measured: Measured, wrong: list[str]) -> None:
    found = reasons(measured, "A4")
    assert [reason.field for reason in found] == wrong
    assert [reason.code for reason in found] == [f"calibration.{name}" for name in wrong]


def test_a_third_of_a_page_has_a_shorter_ruler_down() -> None:
    assert reasons(Measured(30, 20, 100, 60), "241x93") == ()
    [reason] = reasons(Measured(30, 20, 100, 100), "241x93")
    assert (reason.field, reason.parameters) == ("down", {"about": 60})
