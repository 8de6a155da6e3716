"""The complaint sheet 《客戶投訴意見表》 (F4), read back from its PDF."""

import re
from dataclasses import fields, replace

import pytest
import zxingcpp

from desk import i18n
from desk.domain.complaint import ContactMethod
from desk.errors import RuleRefused
from desk.printing import form
from desk.printing.flow import Body
from desk.printing.forms import complaint_sheet
from desk.printing.forms.complaint_sheet import ComplaintSheet
from desk.printing.job import DocumentHead
from desk.printing.ops import Box, Glyphs, Page, Polyline, Squares
from desk.printing.papers import MM, PAPERS
from tests.printing.checks import faults, overlaps, room_to_sign, squeezed, stamps, writing
from tests.printing.reading import faces, opened, pictures, texts
from tests.printing.samples import JOBS, RARE, SCAN_CODE, filled, handled

LANGUAGES = ("zh_Hant", "zh_Hans", "en")
every_paper = pytest.mark.parametrize("paper", ["A4", "A5", "241x279"])
TITLES = {
    "zh_Hant": "客戶投訴意見表",
    "zh_Hans": "客户投诉意见表",
    "en": "Customer Complaint Sheet",
}


def pages_of(sheet: ComplaintSheet, language: str, paper: str = "A4") -> list[Page]:
    with i18n.speaking(language):
        return complaint_sheet.lay(sheet, language, paper=paper)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_entered_can_be_read_back_from_the_paper(language: str) -> None:
    sheet = filled(language)
    [text] = texts(complaint_sheet.build(sheet, language))
    custom = sheet.job.custom
    assert sheet.received_at is not None
    assert sheet.occurred_at is not None
    entered = [
        *(text for _field, text in form.texts(sheet)),
        *(custom.datetime(moment) for moment in (sheet.received_at, sheet.occurred_at)),
        custom.datetime(sheet.job.printed_at),
        sheet.job.estate,
        sheet.job.policy,
        TITLES[language],
    ]
    assert [value for value in entered if squeezed(value) not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_text_goes_on_over_pages_and_loses_nothing(language: str) -> None:
    sheet = handled(language, course="\n".join([filled(language).course * 4] * 12))
    pdf = complaint_sheet.build(sheet, language)
    paper = PAPERS["A4"]
    left = (paper.side + paper.section + paper.label) * MM
    column = Body(left, (paper.width - paper.side) * MM - left, 720, 70)
    parts = texts(pdf, column)
    with i18n.speaking(language):
        mark = squeezed(i18n.pgettext("paper", "(continued on the next page)"))
        label = squeezed(i18n.pgettext("paper", "(continued)"))
    assert len(parts) >= 3
    assert [mark in part for part in parts[:3]] == [True, True, len(parts) > 3 and mark in parts[2]]
    assert label in texts(pdf)[1]
    assert squeezed(sheet.course) in "".join(part.replace(mark, "") for part in parts)


@every_paper
@pytest.mark.parametrize("dpi", [72, 150])
def test_the_code_on_every_page_scans_to_the_record(paper: str, dpi: int) -> None:
    pages = pictures(complaint_sheet.build(handled("zh_Hant"), "zh_Hant", paper=paper), dpi)
    read = [zxingcpp.read_barcodes(page) for page in pages]
    assert [[code.text for code in codes] for codes in read] == [[SCAN_CODE]] * len(pages)
    assert {code.ec_level for codes in read for code in codes} == {"M"}


def test_the_code_is_no_smaller_than_eighteen_millimetres_and_is_printed_under_it() -> None:
    [page] = pages_of(filled("zh_Hant"), "zh_Hant")
    [squares] = [op for op in page.ops if isinstance(op, Squares)]
    low, high = (
        min(x for x, _y, _w, _h in squares.rectangles),
        max(x + w for x, _y, w, _h in squares.rectangles),
    )
    assert high - low >= 18 * MM
    [code] = [op for op in page.ops if isinstance(op, Glyphs) and op.text == SCAN_CODE]
    assert code.y < min(y for _x, y, _w, _h in squares.rectangles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_face_in_the_file_is_embedded(language: str) -> None:
    found = faces(complaint_sheet.build(filled(language), language))
    assert all(found.values())
    assert any("HanaMin" in name for name in found)
    assert all(re.fullmatch(r"[A-Z]{6}\+.+", name) for name in found), "a whole face is embedded"


def test_a_rare_name_can_be_copied_out_of_the_file() -> None:
    [text] = texts(complaint_sheet.build(filled("zh_Hant", complainant=RARE), "zh_Hant"))
    assert RARE in text


MARKUP = '<img src="file:///etc/passwd"/></para><b>&amp;{x}%s\\n'


def test_markup_is_printed_as_it_was_typed() -> None:
    sheet = filled("en", course=MARKUP, complainant=MARKUP, about="</para>")
    [text] = texts(complaint_sheet.build(sheet, "en"))
    assert text.count(squeezed(MARKUP)) == 2


@pytest.mark.parametrize(
    "name", [field.name for field in fields(ComplaintSheet) if field.type in (str, "str")]
)
def test_a_character_no_face_has_is_refused_in_whichever_field(name: str) -> None:
    with pytest.raises(RuleRefused) as refused:
        complaint_sheet.build(filled("zh_Hant", **{name: "\U0001fae0"}), "zh_Hant")
    assert [(reason.code, reason.field) for reason in refused.value.reasons] == [
        ("paper.glyph.missing", name)
    ]


@pytest.mark.parametrize("name", ["estate", "printed_by", "copy", "policy"])
def test_a_character_no_face_has_is_refused_in_the_head_and_foot_too(name: str) -> None:
    job = replace(JOBS["en"], **{name: "\U0001fae0"})  # type: ignore[arg-type]
    with pytest.raises(RuleRefused) as refused:
        complaint_sheet.build(filled("en", job=job), "en")
    assert [reason.field for reason in refused.value.reasons] == [name]


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert complaint_sheet.build(filled("zh_Hant"), "zh_Hant") == complaint_sheet.build(
        filled("zh_Hant"), "zh_Hant"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_says_what_it_is_and_names_no_person(language: str) -> None:
    sheet = filled(language)
    pdf = complaint_sheet.build(sheet, language)
    with opened(pdf) as document:
        said = document.get_metadata_dict()
    assert said["Title"] == f"{TITLES[language]} C2026-000045"
    assert said["Author"] == sheet.job.estate
    persons = (sheet.complainant, sheet.received_by, sheet.job.printed_by)
    assert not any(person in value for person in persons for value in said.values())
    assert f"/Lang ({language.replace('_', '-')})".encode() in pdf


@pytest.mark.parametrize("language", LANGUAGES)
@every_paper
def test_a_blank_form_asks_everything_and_ticks_nothing(language: str, paper: str) -> None:
    pdf = complaint_sheet.blank(JOBS[language], language, paper=paper)
    pages = pages_of(ComplaintSheet(job=JOBS[language]), language, paper)
    assert TITLES[language].replace(" ", "") in texts(pdf)[0]
    ticks = [op for page in pages for op in page.ops if isinstance(op, Polyline)]
    codes = [op for page in pages for op in page.ops if isinstance(op, Squares)]
    assert (ticks, codes) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_ordinary_complaint_and_a_blank_form_need_one_page(language: str) -> None:
    assert len(pages_of(filled(language), language)) == 1
    assert len(pages_of(ComplaintSheet(job=JOBS[language]), language)) == 1


@pytest.mark.parametrize("lines", range(0, 60, 3))
def test_signatures_never_stand_on_a_page_of_their_own(lines: int) -> None:
    pages = pages_of(filled("zh_Hant", course="一\n" * lines), "zh_Hant")
    assert "領表人簽收" in writing(pages[-1])
    assert "回訪時間" in writing(pages[-1])


def test_each_given_answer_is_ticked_once() -> None:
    [page] = pages_of(filled("zh_Hant"), "zh_Hant")
    assert sum(isinstance(op, Polyline) for op in page.ops) == 5
    assert sum(isinstance(op, Box) for op in page.ops) > 20


def test_an_answer_by_a_way_the_manual_does_not_know_shows_all_the_same() -> None:
    letter = ContactMethod.LETTER
    known, other = (
        pages_of(filled("zh_Hant", told_how=how), "zh_Hant")
        for how in (ContactMethod.PHONE, letter)
    )
    boxes = [sum(isinstance(op, Box) for op in pages[0].ops) for pages in (known, other)]
    assert boxes[1] == boxes[0] + 1


def test_a_void_record_says_so_across_every_page() -> None:
    job = replace(JOBS["zh_Hant"], void=True)
    pages = pages_of(handled("zh_Hant", job=job), "zh_Hant")
    assert [stamps(page) for page in pages] == [["作廢"]] * len(pages)
    assert stamps(pages_of(filled("zh_Hant"), "zh_Hant")[0]) == []


def test_a_reprint_says_which_one_it_is() -> None:
    job = replace(JOBS["zh_Hant"], reprint=2)
    [page] = pages_of(filled("zh_Hant", job=job), "zh_Hant")
    assert "補印第 2 次" in writing(page)
    assert "補印" not in writing(pages_of(filled("zh_Hant"), "zh_Hant")[0])


def test_the_document_head_shows_what_the_estate_keeps_of_it_and_no_empty_captions() -> None:
    head = DocumentHead("QP-07-F04", "B", "3", None, "甲", "乙", "丙")
    job = replace(JOBS["en"], document=head)
    [page] = pages_of(filled("en", job=job), "en")
    written = writing(page)
    for shown in ("QP-07-F04", "Revisions", "Prepared by 甲", "Reviewed by 乙", "Approved by 丙"):
        assert squeezed(shown) in squeezed(written)
    small = [op.text for op in page.ops if isinstance(op, Glyphs) and op.size == PAPERS["A4"].small]
    assert "Version" in small
    assert "Effective" not in small
    [bare] = pages_of(filled("en"), "en")
    assert "Revisions" not in writing(bare)


def test_dates_follow_the_estates_custom() -> None:
    assert "115/11/21 09:15" in writing(pages_of(filled("zh_Hant"), "zh_Hant")[0])
    assert "2026/11/21 09:15" in writing(pages_of(filled("zh_Hans"), "zh_Hans")[0])
    assert "21/11/2026 09:15" in writing(pages_of(filled("en"), "en")[0])


# What may be on paper at all

HUGE = "電梯（三號）壞了。" * 400
CASES = [
    ("filled", filled),
    ("handled", handled),
    ("blank", lambda language: ComplaintSheet(job=JOBS[language])),
    ("huge", lambda language: filled(language, **dict.fromkeys(("complainant", "place"), HUGE))),
    ("word", lambda language: filled(language, contact="x" * 900, room="y" * 900)),
    (
        "wide",
        lambda language: filled(
            language,
            job=replace(
                JOBS[language],
                estate="海景花園" * 20,
                printed_by="陳" * 80,
                policy="依據" * 200,
                copy="第一聯" * 5,
                reprint=12,
                void=True,
                document=DocumentHead("Q" * 60, "A" * 30, "9" * 30, None, "甲" * 60),
            ),
        ),
    ),
]


@pytest.mark.parametrize("language", LANGUAGES)
@every_paper
@pytest.mark.parametrize("case", CASES, ids=[name for name, _make in CASES])
def test_nothing_leaves_the_page_and_everything_prints(
    case: tuple[str, object], language: str, paper: str
) -> None:
    sheet = case[1](language)  # type: ignore[operator]
    assert [faults(page) for page in pages_of(sheet, language, paper) if faults(page)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@every_paper
@pytest.mark.parametrize("case", CASES, ids=[name for name, _make in CASES])
def test_no_words_stand_on_others(case: tuple[str, object], language: str, paper: str) -> None:
    sheet = case[1](language)  # type: ignore[operator]
    assert [overlaps(page) for page in pages_of(sheet, language, paper) if overlaps(page)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@every_paper
def test_a_box_to_sign_in_has_fifteen_millimetres_free(language: str, paper: str) -> None:
    pages = pages_of(filled(language), language, paper)
    with i18n.speaking(language):
        title = i18n.pgettext("paper", "Head of department")
    assert room_to_sign(pages[-1], title, language) >= 15 * MM


@pytest.mark.slow
def test_a_hundred_thousand_characters_print() -> None:
    course = "電梯（三號）壞了，" * 11_112
    pdf = complaint_sheet.build(filled("zh_Hant", course=course), "zh_Hant")
    with opened(pdf) as document:
        assert len(document) > 50
