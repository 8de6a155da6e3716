"""The calibration page: what is measured on it stands where it says."""

from dataclasses import replace

import pytest

from desk.domain.calibration import rulers
from desk.errors import RuleRefused
from desk.printing.calibration import calibration_page, calibration_pages
from desk.printing.ops import Glyphs, Line, Page
from desk.printing.papers import MM, PAPERS
from tests.printing.checks import faults, overlaps, writing
from tests.printing.reading import faces, texts
from tests.printing.samples import JOBS

LANGUAGES = ("zh_Hant", "zh_Hans", "en")
every_paper = pytest.mark.parametrize("paper", PAPERS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def drawn(paper: str, language: str) -> Page:
    [page] = calibration_pages(paper, language, JOBS[language])
    return page


@every_paper
@every_language
def test_everything_stands_on_the_paper_and_beside_everything_else(
    paper: str, language: str
) -> None:
    page = drawn(paper, language)
    assert faults(page) == []
    assert overlaps(page) == []


@every_paper
def test_the_mark_and_the_rulers_are_where_one_measures_them(paper: str) -> None:
    page, marks = drawn(paper, "zh_Hant"), rulers(paper)
    strong = [op for op in page.ops if isinstance(op, Line) and op.width > 1]
    ends = {tuple(round(value / MM, 2) for value in op[:4]) for op in strong}
    high = page.height / MM
    top = round(high - marks.top, 2)
    right = round(marks.left + marks.across, 2)
    bottom = round(high - marks.top - marks.down, 2)
    assert (marks.left, top, right, top) in ends
    assert (marks.left, top, marks.left, bottom) in ends


@every_paper
def test_the_grid_has_a_line_every_ten_millimetres(paper: str) -> None:
    page = drawn(paper, "zh_Hans")
    long = [op for op in page.ops if isinstance(op, Line) and abs(op.y1 - op.y2) > 50 * MM]
    places = sorted({round(op.x1 / MM, 3) for op in long})
    assert all(place % 10 == 0 for place in places)
    assert len(places) >= 5
    numbers = {op.text for op in page.ops if isinstance(op, Glyphs)}
    first, last = (20, 220) if PAPERS[paper].continuous else (10, int(PAPERS[paper].width - 5))
    assert {str(at) for at in range(first, last, 10)} <= numbers


@every_language
def test_it_says_in_words_what_to_do_and_who_printed_it(language: str) -> None:
    job = JOBS[language]
    pdf = calibration_page("241x93", language, job)
    [text] = texts(pdf)
    for wanted in (job.estate, job.printed_by, "241x93", "4."):
        assert "".join(wanted.split()) in text
    assert all(faces(pdf).values())
    assert "60" in writing(drawn("241x93", language))


def test_what_no_face_can_draw_is_refused() -> None:
    with pytest.raises(RuleRefused):
        calibration_page("A4", "en", replace(JOBS["en"], estate="\U0001fae0"))
