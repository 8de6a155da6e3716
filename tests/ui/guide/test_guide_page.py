"""The guide's page: its sections by role, search, editing, the inspection."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.clock import FixedClock
from desk.domain.department import DepartmentEntry
from desk.domain.duty import DutyEntry
from desk.domain.faq import FaqEntry
from desk.domain.permissions import Role
from desk.domain.reception import Kind, ReceptionEntry
from desk.services import department, duty, faq, reception
from desk.services.workplace import Workplace
from desk.ui.guide.breach_form import BreachForm
from desk.ui.guide.deeds import GuideDeeds
from desk.ui.guide.departments import DepartmentForm
from desk.ui.guide.faq import FaqForm
from desk.ui.guide.matrix import MatterForm
from desk.ui.guide.page import GuidePage
from desk.ui.guide.reference import ReferenceForm
from desk.ui.guide.register import SearchedRegister
from desk.ui.guide.spans import span_of
from desk.ui.kit.retranslate import speak
from desk.ui.shell.finding import groups_of
from tests.ui import walk


@pytest.fixture
def filled(workplace: Workplace) -> Workplace:
    """Two departments, three matters, two questions."""
    works = department.add(workplace, DepartmentEntry("工程部", "張主管", "2345 1001")).id
    guards = department.add(workplace, DepartmentEntry("保安部", "李主管", "2345 1002")).id
    for matter, whose in (("水喉維修", works), ("停電", works), ("巡樓", guards)):
        duty.add(workplace, DutyEntry(matter, whose))
    faq.add(workplace, FaqEntry("管理費何時到期？", "每月一日到期。"))
    faq.add(workplace, FaqEntry("會所幾點開放？", "早上七時。"))
    return workplace


def made(qtbot: QtBot, workplace: Workplace) -> GuidePage:
    page = GuidePage(GuideDeeds(workplace))
    qtbot.addWidget(page)
    page.resize(1165, 680)
    page.show()
    page.shown()
    QApplication.processEvents()
    return page


@pytest.fixture
def page(qtbot: QtBot, filled: Workplace) -> Iterator[GuidePage]:
    guide = made(qtbot, filled)
    yield guide
    for key in tuple(guide._sections):
        form = guide.show_section(key).open_form()
        if form is not None:
            form._set_dirty(False)  # type: ignore[attr-defined]


def as_role(workplace: Workplace, role: Role) -> Workplace:
    return replace(workplace, actor=replace(workplace.actor, role=role))


@pytest.mark.parametrize(
    ("role", "keys"),
    [
        (Role.RECEPTIONIST, ("duty", "faq", "text", "department")),
        (Role.SUPERVISOR, ("duty", "faq", "text", "department", "breach")),
        (Role.QUALITY_SUPERVISOR, ("duty", "faq", "text", "department", "breach")),
    ],
)
def test_a_role_sees_its_sections(
    qtbot: QtBot, filled: Workplace, role: Role, keys: tuple[str, ...]
) -> None:
    assert made(qtbot, as_role(filled, role)).keys() == keys


def test_R202_words_narrow_the_matrix(page: GuidePage) -> None:
    section = page.show_section("duty")
    assert isinstance(section, SearchedRegister)
    assert section.table.row_count() == 3
    section.words.setText("工程部")
    section.reload()
    assert section.table.row_count() == 2
    section.words.setText("巡樓 1002")
    section.reload()
    assert section.table.row_count() == 1
    section.words.setText("泳池")
    section.reload()
    assert section.table.row_count() == 0


def test_a_matter_is_written_down_refused_and_corrected(page: GuidePage) -> None:
    form = page.start_new()
    assert isinstance(form, MatterForm)
    assert not form.save()
    assert form.refusal("matter") == "Write down the matter."
    assert form.refusal("department") == "Choose the department in charge."
    form.field("matter").set_value("困電梯")
    form.field("department").set_value(form.field("department").combo.itemData(0))  # type: ignore[attr-defined]
    assert form.save()
    assert form.value().department == "工程部"
    assert page.section().table.row_count() == 4
    form.field("state").set_value("ended")
    assert form.save()
    assert not form.value().active


def test_a_question_and_its_answer_are_written_down(page: GuidePage) -> None:
    page.show_section("faq")
    form = page.start_new()
    assert isinstance(form, FaqForm)
    form.field("question").set_value("可以養狗嗎？")
    assert not form.save()
    form.field("answer").set_value("可以，須登記。")
    assert form.save()
    assert form.heading() == "可以養狗嗎？"


def test_a_department_is_written_down_with_a_name_of_its_own(page: GuidePage) -> None:
    page.show_section("department")
    form = page.start_new()
    assert isinstance(form, DepartmentForm)
    form.field("name").set_value("工程部")
    form.field("phone").set_value("1")
    assert not form.save()
    assert form.refusal("name") == "There is a department of this name already."
    form.field("name").set_value("園藝組")
    assert form.save()


def test_R1_a_reference_text_is_written_anew_in_the_language_of_the_screen(
    page: GuidePage, dressed: QApplication
) -> None:
    speak(dressed, "zh_Hant")
    section = page.show_section("text")
    section.reload()
    form = section.open_key("service_rules")
    assert isinstance(form, ReferenceForm)
    form.field("body").set_value("一、微笑。")
    assert form.save()
    assert form.value().language == "zh_Hant"
    speak(dressed, "zh_Hans")
    other = section.open_key("service_rules")
    assert isinstance(other, ReferenceForm)
    assert "微笑" not in other.value().body


@pytest.mark.parametrize("key", ["duty", "faq", "text", "department"])
def test_a_receptionist_reads_and_changes_nothing(
    qtbot: QtBot, filled: Workplace, key: str
) -> None:
    page = made(qtbot, as_role(filled, Role.RECEPTIONIST))
    section = page.show_section(key)
    assert page.new_words() == ""
    assert page.start_new() is None
    form = section.open_key("service_rules" if key == "text" else "1")
    assert form is not None
    assert not form.save_button.isVisible()  # type: ignore[attr-defined]


def test_what_the_search_box_finds_is_opened_in_its_section(
    page: GuidePage, filled: Workplace
) -> None:
    groups = {group.title: group.items for group in groups_of(filled, "管理費")}
    (found,) = groups["Frequent questions"]
    form = page.open_key(f"{found.kind}:{found.key}")
    assert isinstance(form, FaqForm)
    assert form.value().answer == "每月一日到期。"
    (matter,) = {group.title: group.items for group in groups_of(filled, "巡樓")}["Who does what"]
    assert matter.detail == "保安部 · 2345 1002 · 李主管"
    assert isinstance(page.open_key(f"{matter.kind}:{matter.key}"), MatterForm)
    assert page.open_key("breach") is page.section()
    assert page.open_key("nothing") is None


def test_a_form_that_waited_comes_back_to_its_section(page: GuidePage) -> None:
    page.keeps_aside = True
    waiting: list[object] = []
    page.set_aside.connect(waiting.append)
    section = page.show_section("faq")
    form = page.start_new()
    assert isinstance(form, FaqForm)
    form.field("question").set_value("半份")
    form.field("question").changed.emit()
    section.panel.put_aside()
    assert waiting == [form]
    page.show_section("duty")
    assert page.take_back(form)
    assert page.open_form() is form
    draft = form.draft()
    form._set_dirty(False)
    again = page.resume(draft, "")
    assert isinstance(again, FaqForm)
    assert again.field("question").value() == "半份"


# The inspection


@pytest.fixture
def overdue(filled: Workplace, clock: FixedClock) -> str:
    """A visit that has been open for four days."""
    entry = ReceptionEntry(clock.now(), kind=Kind.HELP, caller_name="陳小姐", request="漏水")
    kept = reception.register(filled, entry)
    clock.advance(dt.timedelta(days=4))
    return kept.number


def test_R220_R221_a_breach_is_found_and_recorded_with_its_measure(
    page: GuidePage, overdue: str
) -> None:
    section = page.show_section("breach")
    section.reload()
    assert section.table.row_count() == 1
    section.table.setCurrentIndex(section.table.model().index(0, 0))
    form = section.open_form()
    assert isinstance(form, BreachForm)
    assert form.heading() == "Duty open for too long"
    form.field("finding").set_value("breach")
    assert not form.save()
    assert "measure" in form.refusal("measure")
    form.field("measure").set_value("口頭警告")
    assert form.save()
    assert section.table.row_count() == 1
    assert form.value().finding == "breach"
    section.filters.set_value("finding", "open")
    assert section.table.row_count() == 0


def test_R206_a_breach_that_somebody_saw_is_recorded_for_a_visit(
    page: GuidePage, overdue: str, qtbot: QtBot
) -> None:
    page.show_section("breach")
    form = page.start_new()
    assert isinstance(form, BreachForm)
    form.field("person").set_value("王師傅")
    form.field("measure").set_value("口頭警告")
    form.field("number").set_value("R2026-000009")
    assert not form.save()
    assert "R2026-000009" in form.summary()
    form.field("number").set_value(overdue)
    assert form.save()
    assert (form.value().kind, form.value().person) == ("rude", "王師傅")
    with qtbot.waitSignal(page.visit_wanted):
        form.visit_button.click()


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("week", dt.date(2026, 3, 4)),
        ("month", dt.date(2026, 3, 1)),
        ("last_month", dt.date(2026, 2, 1)),
        ("quarter", dt.date(2025, 12, 11)),
        ("year", dt.date(2026, 1, 1)),
        (None, dt.date(2025, 3, 11)),
    ],
)
def test_the_spans_begin_where_they_say(code: str | None, first: dt.date) -> None:
    assert span_of(code, dt.date(2026, 3, 10))[0] == first


def test_last_month_ends_with_its_last_day() -> None:
    assert span_of("last_month", dt.date(2024, 3, 10))[1] == dt.date(2024, 2, 29)


@pytest.mark.parametrize("key", ["duty", "faq", "text", "department", "breach"])
def test_every_section_is_spoken_in_every_language(
    page: GuidePage, overdue: str, key: str, language: str
) -> None:
    section = page.show_section(key)
    section.reload()
    section.table.setCurrentIndex(section.table.model().index(0, 0))
    assert section.open_form() is not None
    assert walk.unnamed(page) == []
    assert walk.guessing(page) == []
