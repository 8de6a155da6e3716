"""The sheet of an inspection and the list of its defects, as the printer gets them."""

import pytest

from desk.domain.inspection import Verdict
from desk.domain.paper import FormCode, PaperCode
from desk.domain.signed_paper import Home
from desk.services import inspection as inspections
from desk.services import paper, paper_log, signed_paper
from desk.services.paper import Asked
from desk.services.workplace import Workplace
from tests.services.conftest import Household
from tests.services.inspection_course import Course

PAPERS = (PaperCode.A4, PaperCode.A5, PaperCode.CONTINUOUS)


@pytest.fixture
def course(workplace: Workplace, household: Household) -> Course:
    return Course(workplace, household.unit_id)


@pytest.mark.parametrize("language", ["zh_Hant", "zh_Hans"])
@pytest.mark.parametrize("size", PAPERS)
def test_a_sheet_with_findings_stands_on_its_papers(
    course: Course, size: PaperCode, language: str
) -> None:
    known = course.settled("窗")
    sheet = paper.prepare(
        course.workplace, FormCode.INSPECTION, known.detail.number, Asked(language, paper=size)
    )
    assert sheet.number == known.detail.number
    parts = sheet.content["parts"]
    assert [one["verdict"] for one in parts] == [Verdict.PASS, Verdict.FAIL, Verdict.PASS]
    assert sheet.content["meters"][0]["reading"] == "12.5"


def test_a_blank_sheet_has_the_estates_rooms_in_its_language(course: Course) -> None:
    sheet = paper.prepare_blank(course.workplace, FormCode.INSPECTION, Asked("zh_Hans"))
    assert sheet.record_id is None
    assert sheet.content["parts"][0]["room"] == "入户"


def test_the_list_has_what_waits_of_the_home_from_an_earlier_inspection_too(
    course: Course,
) -> None:
    course.settled("窗")
    known = course.settled("地漏")
    sheet = paper.prepare(course.workplace, FormCode.DEFECT_LIST, known.detail.id, Asked("zh_Hant"))
    numbers = [one["number"] for one in sheet.content["defects"]]
    assert numbers == ["F2026-000002", "F2026-000001"]


def test_r35_the_list_says_which_day_a_defect_was_said_to_be_done(course: Course) -> None:
    """The day is that of the repair, not of the re-inspection it waits for."""
    known = course.done(course.defect("窗"))
    sheet = paper.prepare(
        course.workplace, FormCode.DEFECT_LIST, known.detail.number, Asked("en", paper=PaperCode.A4)
    )
    (row,) = sheet.content["defects"]
    day = course.workplace.estate.custom.date(course.workplace.now())
    assert row["standing"] == f"Said to be done on {day}\nTo be inspected again"


def test_the_list_is_had_by_the_number_of_a_defect(course: Course) -> None:
    known = course.settled("窗")
    sheet = paper.prepare(
        course.workplace, FormCode.DEFECT_LIST, known.defects[0].number, Asked("zh_Hant")
    )
    assert sheet.record_id == known.detail.id


def test_the_signed_sheet_comes_home_by_its_print(course: Course) -> None:
    known = course.settled()
    asked = Asked("zh_Hant")
    paper.print_record(course.workplace, FormCode.INSPECTION, known.detail.id, asked)
    (printed,) = paper_log.prints_of(course.workplace, inspections.KIND, known.detail.id)
    today = course.workplace.estate.custom.day(course.workplace.now())
    row = signed_paper.get(course.workplace, printed.id)
    signed_paper.take_home(course.workplace, row.id, row.version, Home(today, "曾德華"))
    assert inspections.get(course.workplace, known.detail.id).is_complete
