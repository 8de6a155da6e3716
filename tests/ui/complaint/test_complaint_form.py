"""The form of a complaint: what it is about, how grave, whether a case, and who else calls."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.domain.complaint import ComplaintEntry, Filing, Impact, Severity, State, Urgency
from desk.services import complaint, complaint_case
from desk.services.complaint import ComplaintFilter
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.form import ComplaintForm
from desk.ui.complaint.page import ComplaintPage
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.complaint.topic_field import TopicField
from desk.ui.kit.deed_dialog import DeedDialog
from tests.services.case_course import filed, registered
from tests.services.test_complaint import WHOLE
from tests.ui import walk
from tests.ui.conftest import clear


def nobody(_text: str) -> tuple[()]:
    return ()


@pytest.fixture
def page(workplace: Workplace) -> Iterator[ComplaintPage]:
    made = ComplaintPage(ComplaintDeeds(workplace, nobody))
    made.resize(1166, 680)
    made.show()
    made.shown()
    yield made
    made.close()
    made.deleteLater()
    clear()


@pytest.fixture
def form(page: ComplaintPage) -> ComplaintForm:
    """A new complaint with everything that F4 asks for."""
    made = page.start_new()
    assert isinstance(made, ComplaintForm)
    fill(made, WHOLE)
    return made


def fill(form: ComplaintForm, entry: ComplaintEntry) -> None:
    for key in ("complainant", "contact", "occurred_at", "place", "about", "course", "demand"):
        form.field(key).set_value(getattr(entry, key))


def choose(form: ComplaintForm, key: str, code: str) -> None:
    form.field(key).set_value(code)
    form.field(key).changed.emit()


def correcting(page: ComplaintPage, case: Case) -> ComplaintForm:
    record = page.open_key(case.detail.number)
    assert isinstance(record, ComplaintRecord)
    record.change_button.click()
    made = page.open_form()
    assert isinstance(made, ComplaintForm)
    return made


# The judgement at once


@pytest.mark.parametrize(
    ("decision", "typed", "stands"),
    [
        ("later", {}, (Filing.PENDING, State.REGISTERED)),
        ("file", {"ground": "on_site"}, (Filing.FILED, State.REGISTERED)),
        ("find_out", {"filing_why": "先查錄影"}, (Filing.PENDING, State.REGISTERED)),
        (
            "ask",
            {"asked": "supervisor", "filing_why": "屬鄰居糾紛"},
            (Filing.ASKED, State.REGISTERED),
        ),
        ("explain", {"filing_why": "已說明收費標準"}, (Filing.EXPLAINED, State.EXPLAINED)),
    ],
)
def test_a_complaint_is_judged_while_it_is_registered(
    form: ComplaintForm,
    workplace: Workplace,
    decision: str,
    typed: dict[str, str],
    stands: tuple[Filing, State],
) -> None:
    choose(form, "decision", decision)
    for key, value in typed.items():
        form.field(key).set_value(value)
    assert form.save(), form.summary()
    case = complaint_case.get(workplace, "C2026-000001")
    assert (case.facts.filing, case.facts.state) == stands
    assert case.texts.filing_why == typed.get("filing_why", "")


def test_only_what_a_decision_asks_for_is_there(form: ComplaintForm) -> None:
    seen = {}
    for decision in ("later", "file", "find_out", "ask", "explain"):
        choose(form, "decision", decision)
        keys = ("ground", "asked", "filing_why")
        seen[decision] = [key for key in keys if not form.fields.cell(key).isHidden()]
    assert seen == {
        "later": [],
        "file": ["ground"],
        "find_out": ["filing_why"],
        "ask": ["asked", "filing_why"],
        "explain": ["filing_why"],
    }


def test_everything_wrong_with_complaint_and_judgement_is_said_at_once_and_nothing_is_kept(
    form: ComplaintForm, workplace: Workplace
) -> None:
    form.field("place").set_value("")
    choose(form, "decision", "file")
    assert not form.save()
    assert form.refusal("place") == "Write down where it happened."
    assert form.refusal("ground") == "Choose which of the questions a to f applies."
    form.field("place").set_value("大堂")
    choose(form, "decision", "explain")
    assert not form.save()
    assert form.refusal("filing_why") == "Write down what was explained."
    assert complaint.page(workplace, ComplaintFilter()).rows == ()
    form._set_dirty(False)


# How it is judged


def test_topic_impact_and_urgency_are_kept_and_shown_again(
    page: ComplaintPage, form: ComplaintForm, workplace: Workplace
) -> None:
    form.field("topic").set_value("停電")
    form.field("hot").set_value(["hot"])
    form.field("impact").set_value("common")
    form.field("immediate").set_value(["a", "e"])
    form.field("called_in").set_value("陳經理")
    form.field("wanted_by").set_value(workplace.now())
    assert form.save()
    entry = complaint.entry_of(complaint_case.get(workplace, "C2026-000001").detail)
    assert (entry.topic, entry.hot, entry.impact) == ("停電", True, Impact.COMMON)
    assert entry.immediate == {Urgency.WORSE, Urgency.CRISIS}
    assert (entry.called_in, entry.wanted_by) == ("陳經理", workplace.now())
    again = correcting(page, complaint_case.get(workplace, "C2026-000001"))
    assert again.read() == entry


def test_the_definition_of_the_chosen_severity_stands_under_it(form: ComplaintForm) -> None:
    choose(form, "severity", "minor")
    first = form.fields.cell("severity")._under.text()
    choose(form, "severity", "major")
    assert first.startswith("A slight inconvenience")
    assert form.fields.cell("severity")._under.text() != first


def test_a_severity_judged_anew_says_why(page: ComplaintPage, workplace: Workplace) -> None:
    form = correcting(page, filed(workplace))
    why = form.fields.cell("why")
    assert why.isHidden()
    choose(form, "severity", "important")
    assert not why.isHidden()
    assert not form.save()
    assert form.refusal("why") == "Say why nature or severity is judged anew."
    form.field("why").set_value("住戶滑倒受傷")
    assert form.save()
    case = complaint_case.get(workplace, "C2026-000001")
    assert [era.severity for era in case.facts.eras] == ["minor", "important"]
    record = page.open_form()
    assert isinstance(record, ComplaintRecord)
    assert any("住戶滑倒受傷" in line for line in record.timeline.words())


def test_a_correction_asks_nothing_about_filing(page: ComplaintPage, workplace: Workplace) -> None:
    form = correcting(page, registered(workplace))
    assert form.fields.cell("decision").isHidden()
    assert form.filing._title.isHidden()
    assert form.cases.isHidden()


# Another caller about the same


def test_open_topics_complete_what_is_typed(form: ComplaintForm, workplace: Workplace) -> None:
    complaint.register(workplace, replace(WHOLE, topic="二號電梯夾人"))
    topic = form.field("topic")
    assert isinstance(topic, TopicField)
    QTest.keyClicks(topic.control, "2")
    assert topic.topics() == ["二號電梯夾人"]


def test_cases_of_the_same_topic_are_shown_while_it_is_typed(
    form: ComplaintForm, workplace: Workplace
) -> None:
    known = complaint.register(workplace, replace(WHOLE, topic="停電"))
    assert form.cases.numbers() == []
    form.field("topic").set_value("停電")
    form.field("topic").changed.emit()
    QTest.qWait(400)
    assert form.cases.numbers() == [known.number]


def test_a_caller_is_added_to_an_open_case_with_what_is_typed(
    page: ComplaintPage, form: ComplaintForm, workplace: Workplace
) -> None:
    known = complaint.register(workplace, replace(WHOLE, topic="停電"))
    fill(form, replace(WHOLE, complainant="何國強", contact="98765432", course="冰箱食物變壞"))
    form.field("topic").set_value("停電")
    form._show_cases()
    form._set_dirty(True)
    form.cases.join_button(known.number).click()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, DeedDialog))
    assert dialog.field("name").value() == "何國強"
    assert dialog.save(), dialog.refusal()
    case = complaint_case.get(workplace, known.id)
    assert [(one.name, one.contact, one.words) for one in case.facts.joint] == [
        ("何國強", "98765432", "冰箱食物變壞")
    ]
    record = page.open_form()
    assert isinstance(record, ComplaintRecord)
    assert record.heading() == known.number
    assert complaint.page(workplace, ComplaintFilter()).rows[0].number == known.number


# The rest


def test_a_half_finished_judgement_survives_a_restart(
    page: ComplaintPage, form: ComplaintForm
) -> None:
    choose(form, "decision", "ask")
    form.field("filing_why").set_value("屬鄰居糾紛")
    form.field("immediate").set_value(["b"])
    choose(form, "severity", "major")
    draft = form.draft()
    form._set_dirty(False)
    again = page.resume(draft, "")
    assert isinstance(again, ComplaintForm)
    assert not again.fields.cell("filing_why").isHidden()
    assert again.field("filing_why").value() == "屬鄰居糾紛"
    assert again.read().immediate == {Urgency.ASKED}
    assert again.read().severity is Severity.MAJOR
    again._set_dirty(False)


def test_every_field_is_named_in_every_language(
    form: ComplaintForm, workplace: Workplace, language: str
) -> None:
    complaint.register(workplace, replace(WHOLE, topic="停電"))
    form.field("topic").set_value("停電")
    form._show_cases()
    assert walk.unnamed(form) == [], language
    assert walk.guessing(form) == []
    form._set_dirty(False)


def test_the_words_of_the_form_follow_the_language(
    form: ComplaintForm, speak_chinese: Callable[[], None]
) -> None:
    choose(form, "severity", "minor")
    choose(form, "decision", "ask")
    speak_chinese()
    assert form.fields.cell("severity")._under.text().startswith("因設施")
    assert form.field("decision").value() == "ask"
    form._set_dirty(False)
