"""The paper of a release pass says what the pass says, and its code is known again at the desk."""

from pathlib import Path

import pytest

from desk.domain.estate import Calendar, EstateEntry, Region
from desk.domain.paper import Caption, PaperCode
from desk.domain.release_pass_gate import Said
from desk.domain.release_pass_locks import OwnerHow
from desk.domain.release_pass_rule import PassKind
from desk.errors import NotFound, RuleRefused
from desk.services import estate_settings, paper, release_pass, release_pass_seal
from desk.services.paper import FormCode
from desk.services.paper_sheet import LATEST, Asked, Sheet
from desk.services.workplace import Workplace
from tests.printing.reading import texts
from tests.services.conftest import Household
from tests.services.pass_course import Course

PASS = FormCode.RELEASE_PASS
LANGUAGES = ("zh_Hant", "zh_Hans", "en")


@pytest.fixture
def course(workplace: Workplace, household: Household, tmp_path: Path) -> Course:
    return Course(workplace, household.unit_id, tmp_path)


def prepared(course: Course, key: int | str, **asked: object) -> Sheet:
    wanted = Asked(**{"language": "zh_Hant"} | asked)  # type: ignore[arg-type]
    return paper.prepare(course.workplace, PASS, key, wanted)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", PaperCode)
def test_the_paper_says_what_the_pass_says(course: Course, language: str, size: str) -> None:
    known = course.issued(PassKind.MOVING_OUT, gate="東門", identity="hkid", identity_tail="3A4B")
    sheet = prepared(course, known.detail.id, language=language, paper=size)
    read = "".join(texts(sheet.pdf))
    for said in ("曾德華", "A座12樓B室", "AB1234", "東門", "雙門冰箱", "紙箱", "****3A4B"):
        assert said in read
    assert known.detail.number in read
    assert "91234567" not in sheet.content["owner"]
    assert "21/11/2026" in sheet.content["fees"]


def test_the_code_on_the_paper_is_genuine_at_the_desk_and_one_letter_off_is_not(
    course: Course,
) -> None:
    known = course.issued()
    sheet = prepared(course, known.detail.id)
    code = str(sheet.content["scan_code"])
    assert release_pass_seal.verify(course.workplace, code).said is Said.GENUINE
    spoilt = code.replace(code[-5], "2" if code[-5] != "2" else "3", 1)
    assert release_pass_seal.verify(course.workplace, spoilt).said is not Said.GENUINE


def test_the_gate_is_told_which_number_to_ring(course: Course) -> None:
    desk = course.workplace
    known = estate_settings.current(desk)
    entry = EstateEntry(known.name, Region.HK, Calendar.GREGORIAN, " 2345\u202e 6000 ")
    desk = estate_settings.change(desk, known.version, entry)
    sheet = paper.prepare(desk, PASS, course.issued().detail.id, "zh_Hant")
    assert sheet.content["desk_phone"] == "2345 6000"
    assert "23456000" in "".join(texts(sheet.pdf)).replace(" ", "")


def test_a_draft_prints_nothing(course: Course) -> None:
    with pytest.raises(RuleRefused) as refused:
        prepared(course, course.draft().detail.id)
    assert [one.code for one in refused.value.reasons] == ["release_pass.not_issued"]


def test_a_void_pass_is_void_on_paper(course: Course) -> None:
    known = course.issued()
    after = release_pass.void(course.workplace, known.detail.id, known.detail.version, "改期")
    sheet = prepared(course, after.detail.number)
    assert sheet.is_void


def test_its_copies_are_the_stub_the_customers_and_the_gates(course: Course) -> None:
    sheet = prepared(course, course.issued().detail.number, paper="241x140")
    assert sheet.captions == (Caption.STUB, Caption.CUSTOMER, Caption.GATE)


@pytest.mark.parametrize("key", ["number", "code", LATEST])
def test_a_pass_is_found_by_its_number_its_code_and_as_the_latest(course: Course, key: str) -> None:
    known = course.issued()
    wanted = {"number": known.detail.number, "code": course.code(known), LATEST: LATEST}[key]
    assert prepared(course, wanted).number == known.detail.number


def test_there_is_no_latest_before_the_first(course: Course) -> None:
    with pytest.raises(NotFound):
        prepared(course, LATEST)


def test_a_lock_nobody_asks_for_says_so(course: Course) -> None:
    sheet = prepared(course, course.issued(PassKind.CONTRACTOR_TOOLS).detail.id, language="en")
    assert sheet.content["fees"] == sheet.content["owner"] == "Not asked for"


@pytest.mark.parametrize("how", OwnerHow)
def test_how_the_owner_confirmed_stands_in_words(course: Course, how: OwnerHow) -> None:
    known = course.draft()
    letter = course.statement(known) if how is OwnerHow.LETTER else None
    known = course.issue(course.confirm(known, how=how, attachment_id=letter))
    said = prepared(course, known.detail.id, language="en").content["owner"]
    assert "曾德華" in said
    assert "21/11/2026" in said


def test_the_blank_names_nobody(course: Course) -> None:
    sheet = paper.prepare_blank(course.workplace, PASS, Asked("zh_Hant", paper="241x140"))
    assert sheet.number == ""
    assert sheet.content == {}


def test_the_latest_is_the_newest_that_can_be_printed(course: Course) -> None:
    known = course.issued()
    course.draft()
    assert prepared(course, LATEST).number == known.detail.number
