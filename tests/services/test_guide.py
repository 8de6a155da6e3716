"""The guide on a real database: departments, duty matrix, questions, reference texts."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.department import DepartmentEntry
from desk.domain.duty import DutyEntry
from desk.domain.estate import Region
from desk.domain.faq import FaqEntry
from desk.domain.permissions import Role
from desk.domain.reference_text import ReferenceCode, ReferenceEntry
from desk.errors import NotFound, RuleRefused, StaleRecord
from desk.i18n import LANGUAGES
from desk.models.vault import Cost
from desk.services import department, duty, faq, find, reference_text, sample_estate
from desk.services.duty import DutyFilter
from desk.services.faq import FaqFilter
from desk.services.sample_estate import Size
from desk.services.workplace import Workplace

CHEAP = Cost(passes=1, memory=8, lanes=1)
WORKS = DepartmentEntry("工程部", "張主管", "2345 1001", "一期管理部")


def refused(error: pytest.ExceptionInfo[RuleRefused]) -> set[tuple[str, str | None]]:
    return {(reason.code, reason.field) for reason in error.value.reasons}


@pytest.fixture
def works(workplace: Workplace) -> int:
    return department.add(workplace, WORKS).id


def matters(workplace: Workplace, text: str) -> list[str]:
    return [one.matter for one in duty.duties(workplace, DutyFilter(text=text))]


# Departments


def test_a_department_is_written_down_corrected_and_ended(workplace: Workplace) -> None:
    kept = department.add(workplace, WORKS)
    assert (kept.name, kept.head, kept.active) == ("工程部", "張主管", True)
    changed = department.change(
        workplace, kept.id, kept.version, replace(WORKS, head="李主管", active=False)
    )
    assert department.get(workplace, kept.id) == changed
    with pytest.raises(StaleRecord):
        department.change(workplace, kept.id, kept.version, WORKS)
    with pytest.raises(NotFound):
        department.get(workplace, 99)


def test_R204_a_department_has_a_name_of_its_own_and_a_phone(
    workplace: Workplace, works: int
) -> None:
    with pytest.raises(RuleRefused) as error:
        department.add(workplace, DepartmentEntry(" 工程 部 "))
    assert refused(error) == {("department.phone.missing", "phone"), ("department.exists", "name")}
    row = department.get(workplace, works)
    assert department.change(workplace, works, row.version, replace(WORKS, head="")).head == ""


# The matrix


def test_R202_who_does_what_is_found_by_matter_department_phone_and_either_script(
    workplace: Workplace, works: int
) -> None:
    kept = duty.add(workplace, DutyEntry("水喉、廁所維修", works, note="緊急漏水即時通知"))
    assert (kept.department, kept.phone) == ("工程部", "2345 1001")
    for text in ("水喉", "工程部", "漏水", "厕所", "1001"):
        assert matters(workplace, text) == ["水喉、廁所維修"], text
    assert matters(workplace, "泳池") == []
    changed = duty.change(
        workplace, kept.id, kept.version, DutyEntry("水喉維修", works, phone="2345 9999")
    )
    assert (changed.phone, matters(workplace, "9999")) == ("2345 9999", ["水喉維修"])
    assert duty.get(workplace, kept.id) == changed


def test_a_department_renamed_takes_its_matters_along(workplace: Workplace, works: int) -> None:
    duty.add(workplace, DutyEntry("水喉維修", works))
    row = department.get(workplace, works)
    department.change(workplace, works, row.version, replace(WORKS, name="機電部"))
    assert matters(workplace, "機電部") == ["水喉維修"]
    assert matters(workplace, "工程部") == []


def test_a_matter_says_what_it_is_and_whose(workplace: Workplace) -> None:
    with pytest.raises(RuleRefused) as error:
        duty.add(workplace, DutyEntry(" ", None))
    assert refused(error) == {
        ("duty.matter.missing", "matter"),
        ("duty.department.missing", "department"),
    }
    with pytest.raises(NotFound):
        duty.get(workplace, 1)


def test_the_matrix_is_narrowed_to_a_department_and_to_what_still_holds(
    workplace: Workplace, works: int
) -> None:
    other = department.add(workplace, DepartmentEntry("保安部", phone="2345 1002")).id
    duty.add(workplace, DutyEntry("巡樓", other))
    ended = duty.add(workplace, DutyEntry("水喉", works, active=False))
    assert [one.id for one in duty.duties(workplace, DutyFilter(works))] == [ended.id]
    assert [one.matter for one in duty.duties(workplace, DutyFilter(active=True))] == ["巡樓"]


# Questions


def test_R205_a_question_is_found_by_its_words_its_answer_and_its_keywords(
    workplace: Workplace,
) -> None:
    entry = FaqEntry("管理費何時到期？", "每月一日到期。", "轉數快 autopay")
    kept = faq.add(workplace, entry)
    for text in ("管理費", "管理费", "每月", "轉數快", "auto"):
        assert [one.id for one in faq.faqs(workplace, FaqFilter(text=text))] == [kept.id], text
    changed = faq.change(workplace, kept.id, kept.version, replace(entry, active=False))
    assert faq.faqs(workplace, FaqFilter(active=True)) == ()
    assert faq.get(workplace, kept.id) == changed
    with pytest.raises(NotFound):
        faq.get(workplace, 99)


def test_a_question_has_an_answer(workplace: Workplace) -> None:
    with pytest.raises(RuleRefused) as error:
        faq.add(workplace, FaqEntry("", ""))
    assert refused(error) == {
        ("faq.question.missing", "question"),
        ("faq.answer.missing", "answer"),
    }


# The one search box


def test_the_search_box_finds_matters_and_questions_that_still_hold(
    workplace: Workplace, works: int
) -> None:
    duty.add(workplace, DutyEntry("停車場閘桿", works))
    duty.add(workplace, DutyEntry("停車證", works, active=False))
    faq.add(workplace, FaqEntry("訪客停車多久？", "兩小時。"))
    found = find.find(workplace, "停車")
    assert [one.matter for one in found.duties] == ["停車場閘桿"]
    assert [one.question for one in found.faqs] == ["訪客停車多久？"]


def test_the_search_box_shows_a_few_of_them_beside_the_records(
    workplace: Workplace, works: int
) -> None:
    for number in range(6):
        duty.add(workplace, DutyEntry(f"停車場第{number}層", works))
    assert len(find.find(workplace, "停車場").duties) == find.GUIDE_LIMIT


# Reference texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_R1_R45_R133_R176_every_text_is_shipped_in_every_language(language: str) -> None:
    texts = reference_text.shipped(language)
    assert [one.code for one in texts] == list(ReferenceCode)
    assert all(one.title and len(one.body) > 40 for one in texts)
    lines = {one.code: len(one.body.splitlines()) for one in texts}
    assert (lines["cautions"], lines["receiving"]) == (12, 10)


def test_R1_the_estate_writes_a_text_anew_in_one_language(workplace: Workplace) -> None:
    seen = reference_text.get(workplace, ReferenceCode.SERVICE_RULES, "zh_Hant")
    kept = reference_text.change(workplace, seen, ReferenceEntry("本苑規範", "一、微笑。"))
    assert (kept.title, kept.body) == ("本苑規範", "一、微笑。")
    again = reference_text.change(workplace, kept, ReferenceEntry("本苑規範", "二、問好。"))
    assert reference_text.texts(workplace, "zh_Hant")[0] == again
    other = reference_text.get(workplace, ReferenceCode.SERVICE_RULES, "zh_Hans")
    assert other.body != again.body
    with pytest.raises(StaleRecord):
        reference_text.change(workplace, kept, ReferenceEntry("本苑規範", "三"))
    with pytest.raises(RuleRefused) as error:
        reference_text.change(workplace, again, ReferenceEntry("", " "))
    assert refused(error) == {
        ("reference_text.title.missing", "title"),
        ("reference_text.body.missing", "body"),
    }


# Who may


@pytest.mark.parametrize("role", list(Role))
def test_the_guide_is_read_by_all_and_edited_by_supervisors_and_above(
    workplace: Workplace, works: int, role: Role
) -> None:
    desk = replace(workplace, actor=replace(workplace.actor, role=role))
    assert [one.id for one in department.departments(desk)] == [works]
    editors = {Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR}
    assert (not department.edit_reasons(desk)) == (role in editors)
    if role not in editors:
        with pytest.raises(RuleRefused):
            duty.add(desk, DutyEntry("水喉", works))


@pytest.mark.parametrize("region", list(Region))
def test_every_sample_estate_has_a_guide(tmp_path: Path, clock: FixedClock, region: Region) -> None:
    folder = DataFolder(tmp_path / region)
    workplace, _accounts = sample_estate.create(folder, Size(8, 2, 1, region), clock, cost=CHEAP)
    names = [one.name for one in department.departments(workplace)]
    told = duty.duties(workplace, DutyFilter()), faq.faqs(workplace, FaqFilter())
    found = find.find(workplace, "漏水")
    workplace.close()
    assert len(names) == len(set(names)) == 8
    assert (len(told[0]), len(told[1])) == (26, 12)
    assert found.duties and found.faqs
