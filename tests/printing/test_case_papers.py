"""The papers of a complaint, each in every language, filled and blank, on both papers."""

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

import pytest

from desk import i18n
from desk.domain.complaint import Severity
from desk.domain.policy import Post
from desk.errors import RuleRefused
from desk.printing import form
from desk.printing.form import FormData
from desk.printing.forms import complaint_sheet
from desk.printing.job import PolicyNames
from desk.printing.ops import Page, Polyline, Squares
from desk.printing.papers import MM
from desk.wording import LABELS
from tests.printing.case_samples import FORMS, WORDS, empty, filled
from tests.printing.checks import (
    crossings,
    faults,
    overlaps,
    room_to_sign,
    squeezed,
    stamps,
    writing,
)
from tests.printing.reading import faces, opened, texts
from tests.printing.samples import JOBS

LANGUAGES = ("zh_Hant", "zh_Hans", "en")
HUGE = "電梯（三號）壞了。" * 300
NAMES = {"written_by", "reported_by", "responsible", "verified_by", "agreed_by", "closed_by"}
NAME_LIMIT = 120
MISSING = "\U0001fae0"
SIGNED_BY = {
    "complaint_record": ("Agrees to the closing", "Customer service clerk"),
    "coordination_slip": ("Lead department", "Customer service supervisor"),
    "corrective_action": ("Head of department", "Manager"),
    "follow_up_register": ("Kept by", "Checked by the manager"),
    "joint_report": ("Manager", "Received by branch company"),
    "monthly_summary": ("Made by", "Supervisor", "Manager"),
    "special_report": ("Supervisor", "Archived by"),
}

every_form = pytest.mark.parametrize("name", FORMS)
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_paper = pytest.mark.parametrize("paper", ["A4", "A5", "241x279"])


def pages_of(name: str, data: FormData, language: str, paper: str = "A4") -> list[Page]:
    with i18n.speaking(language):
        return FORMS[name].lay(data, language, paper=paper)


def moments(value: object, data: FormData) -> Iterator[str]:
    """Every moment and day of the data as the estate writes it."""
    custom = data.job.custom
    match value:
        case datetime():
            yield custom.date(value)
            yield custom.time(value)
        case date():
            yield custom.date(value)
        case tuple():
            for part in value:
                yield from moments(part, data)
        case _ if hasattr(value, "__dataclass_fields__"):
            for one in fields(value):
                yield from moments(getattr(value, one.name), data)


@every_form
@every_language
def test_everything_entered_can_be_read_back_from_the_paper(name: str, language: str) -> None:
    data = filled(name, language)
    text = "".join(texts(FORMS[name].build(data, language)))
    entered = [text for _field, text in form.texts(data)]
    shown = {one.name: getattr(data, one.name) for one in fields(data) if one.name != "job"}
    if name == "monthly_summary":
        shown.pop("month")
        entered.append("11/2026" if language == "en" else "年11月")
    days = [day for value in shown.values() for day in moments(value, data)]
    assert [value for value in (*entered, *days) if squeezed(value) not in text] == []


@every_form
@every_language
def test_every_face_in_the_file_is_embedded(name: str, language: str) -> None:
    assert all(faces(FORMS[name].build(filled(name, language), language)).values())


@every_form
@every_language
@every_paper
def test_a_blank_form_ticks_nothing_and_names_nobody(name: str, language: str, paper: str) -> None:
    pages = pages_of(name, empty(name, language), language, paper)
    drawn = [op for page in pages for op in page.ops if isinstance(op, Polyline | Squares)]
    assert drawn == []
    assert FORMS[name].blank(JOBS[language], language, paper=paper).startswith(b"%PDF")


@every_form
@every_language
@every_paper
@pytest.mark.parametrize("case", ["filled", "blank", "huge", "word", "wide"])
def test_nothing_leaves_the_page_or_stands_on_something_else(
    case: str, name: str, language: str, paper: str
) -> None:
    for page in pages_of(name, made(case, name, language), language, paper):
        assert faults(page) == []
        assert overlaps(page) == []
        if case in ("filled", "blank"):
            assert crossings(page) == []


def made(case: str, name: str, language: str) -> FormData:
    """The form's data, ordinary or as bad as they may come."""
    data = filled(name, language)
    match case:
        case "blank":
            return empty(name, language)
        case "huge":
            return with_texts(data, HUGE)
        case "word":
            return with_texts(data, "x" * 400)
        case "wide":
            job = replace(
                data.job, estate="海景花園" * 20, policy="依據" * 200, reprint=12, void=True
            )
            return replace(data, job=job, title="客戶投訴處理記錄表" * 4)
    return data


def with_texts(data: Any, text: str) -> Any:
    """The same with this text in every field, those of the rows too, but for number and code.

    A name that stands in a signature box is no longer than names may be.
    """
    changed: dict[str, object] = {}
    for one in fields(data):
        value = getattr(data, one.name)
        if one.name in ("job", "title", "number", "scan_code"):
            continue
        if type(value) is str:
            changed[one.name] = text[:NAME_LIMIT] if one.name in NAMES else text
        elif isinstance(value, tuple) and value and hasattr(value[0], "__dataclass_fields__"):
            changed[one.name] = tuple(with_texts(row, text) for row in value)
    return replace(data, **changed)


@every_form
@every_language
def test_long_texts_go_on_over_pages_and_lose_nothing(name: str, language: str) -> None:
    marked = f"始{HUGE}終"
    data = with_texts(filled(name, language), marked)
    pages = pages_of(name, data, language)
    text = squeezed("".join(writing(page) for page in pages))
    wanted = sum(value == marked for _field, value in form.texts(data))
    assert len(pages) > 2
    assert min(text.count("始"), text.count("終")) >= wanted > 0


@every_form
@every_language
def test_the_policy_gives_the_title(name: str, language: str) -> None:
    title = "Record of 投訴" if language == "en" else "投訴檔案表"
    data = replace(filled(name, language), title=title, number="C2026-000045")
    pdf = FORMS[name].build(data, language)
    assert squeezed(title) in texts(pdf)[0]
    with i18n.speaking(language):
        own = FORMS[name].title_name()
    assert squeezed(own) not in texts(pdf)[0]
    with opened(pdf) as document:
        assert document.get_metadata_dict()["Title"] == f"{title} C2026-000045"
    assert squeezed(title) in texts(FORMS[name].blank(JOBS[language], language, title=title))[0]


@every_form
def test_a_form_without_a_title_of_the_policy_has_its_own(name: str) -> None:
    with i18n.speaking("zh_Hant"):
        own = FORMS[name].title_name()
    assert own.isascii() is False
    assert own in texts(FORMS[name].blank(JOBS["zh_Hant"], "zh_Hant"))[0]


@every_form
def test_a_character_no_face_has_is_refused_in_whichever_field(name: str) -> None:
    data = with_texts(filled(name, "zh_Hant"), MISSING)
    data = replace(data, title=MISSING, number=MISSING, scan_code=MISSING)
    with pytest.raises(RuleRefused) as refused:
        FORMS[name].build(data, "zh_Hant")
    named = {reason.field for reason in refused.value.reasons}
    assert named == {field for field, text in form.texts(data) if text == MISSING}
    plain_texts = {one.name for one in fields(data) if type(getattr(data, one.name)) is str}
    assert plain_texts <= named


def test_a_text_in_a_row_of_a_table_is_refused_under_the_tables_name() -> None:
    data = filled("joint_report", "en")
    spoilt = replace(data.complainants[1], name=MISSING)  # type: ignore[attr-defined]
    with pytest.raises(RuleRefused) as refused:
        FORMS["joint_report"].build(replace(data, complainants=(spoilt,)), "en")  # type: ignore[call-arg]
    assert [reason.field for reason in refused.value.reasons] == ["complainants_name"]


@every_form
def test_the_same_data_give_the_same_bytes(name: str) -> None:
    build = FORMS[name].build
    assert build(filled(name, "zh_Hant"), "zh_Hant") == build(filled(name, "zh_Hant"), "zh_Hant")


@every_form
def test_the_log_keeps_the_values_as_plain_json_and_leaves_out_what_is_empty(name: str) -> None:
    data = filled(name, "zh_Hans")
    kept = form.plain(data)
    assert json.loads(json.dumps(kept)) == kept
    assert "job" not in kept
    assert {field.partition("_")[0] for field, _text in form.texts(data)} & {
        key.partition("_")[0] for key in kept
    }
    assert form.plain(empty(name, "zh_Hans")) == {}


@pytest.mark.parametrize("name", SIGNED_BY)
@every_language
@every_paper
@pytest.mark.parametrize("make", [filled, empty], ids=["filled", "blank"])
def test_a_box_to_sign_in_has_fifteen_millimetres_free(
    make: Any, name: str, language: str, paper: str
) -> None:
    pages = pages_of(name, make(name, language), language, paper)
    with i18n.speaking(language):
        titles = [i18n.pgettext("paper", title) for title in SIGNED_BY[name]]
    for title in titles:
        page = [one for one in pages if any(op[4:5] == (title,) for op in one.ops)][-1]
        assert room_to_sign(page, title, language) >= 15 * MM


@every_form
def test_a_void_paper_says_so_across_every_page(name: str) -> None:
    job = replace(JOBS["zh_Hant"], void=True)
    pages = pages_of(name, replace(filled(name, "zh_Hant"), job=job), "zh_Hant")
    assert [stamps(page) for page in pages] == [["作廢"]] * len(pages)


@every_form
def test_head_and_foot_carry_the_document_and_the_policy(name: str) -> None:
    for page in pages_of(name, filled(name, "zh_Hant"), "zh_Hant"):
        written = squeezed(writing(page))
        assert "QP-07-F04" in written
        assert squeezed(JOBS["zh_Hant"].policy) in written
        assert FORMS[name].TEMPLATE_VERSION in written


def test_every_template_has_a_version_of_its_own() -> None:
    versions = {module.TEMPLATE_VERSION for module in (*FORMS.values(), complaint_sheet)}
    assert len(versions) == len(FORMS) + 1
    assert complaint_sheet.TEMPLATE_VERSION == "F4-2"


@pytest.mark.parametrize(
    "name", ["complaint_record", "joint_report", "corrective_action", "special_report"]
)
def test_levels_are_called_as_the_policy_calls_them(name: str) -> None:
    names = PolicyNames(severities={Severity.IMPORTANT: "一般"})
    data = filled(name, "zh_Hant")
    pages = pages_of(name, replace(data, job=replace(data.job, names=names)), "zh_Hant")
    written = "".join(writing(page) for page in pages)
    assert "一般" in written


def test_what_the_policy_does_not_name_is_called_as_the_program_does() -> None:
    names = PolicyNames(posts={Post.SUPERVISOR: "客戶關係主管"})
    assert names.post(Post.SUPERVISOR) == "客戶關係主管"
    assert names.post(Post.GENERAL_MANAGER) == LABELS["post"]["general_manager"]
    assert names.severity(Severity.MINOR) == "Minor"


def test_words_of_the_samples_are_told_in_every_language() -> None:
    assert len({frozenset(words) for words in WORDS.values()}) == 1
