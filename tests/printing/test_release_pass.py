"""《放行條》 (F37) on five papers: everything readable, nothing cut, room to sign."""

from dataclasses import fields, replace

import pytest
import zxingcpp

from desk import i18n
from desk.domain import release_pass as rules
from desk.domain.paper import PaperCode
from desk.domain.release_pass_rule import PassKind
from desk.errors import RuleRefused
from desk.printing import form
from desk.printing.forms import release_pass
from desk.printing.forms.release_pass import FORM, ReleasedItem, ReleasePass
from desk.printing.ops import Box, Page, Polyline, Squares
from desk.printing.papers import MM
from desk.wording import label
from tests.printing import pass_samples
from tests.printing.checks import (
    crossings,
    faults,
    overlaps,
    room_to_sign,
    squeezed,
    stamps,
    writing,
)
from tests.printing.pass_samples import CODE, filled, returnable, things
from tests.printing.reading import faces, pictures, texts
from tests.printing.samples import JOBS

LANGUAGES = ("zh_Hant", "zh_Hans", "en")
PAPERS = tuple(PaperCode)
LONG = "紅木家具（連拆件）" * 30
ADDRESS = "九龍觀塘區康寧道一百二十八號海景花園第三期" * 10
MISSING = "\U0001fae0"
MOST_MARKS = rules.MARKS_LIMIT + rules.SERIAL_LIMIT + 3
SIGNERS = ("Applicant", "Owner", "Issued by", "Guard")

every_language = pytest.mark.parametrize("language", LANGUAGES)
every_paper = pytest.mark.parametrize("paper", PAPERS)


def pages_of(data: ReleasePass, language: str, paper: str) -> list[Page]:
    with i18n.speaking(language):
        return FORM.lay(data, language, paper=paper)


def page_is_compact(paper: str) -> bool:
    """Half a page and less, whose boxes are 15 mm high with their titles."""
    return paper in (PaperCode.HALF, PaperCode.THIRD)


@pytest.mark.parametrize("language", ["zh_Hant", "zh_Hans"])
def test_four_things_stand_on_one_small_page(language: str) -> None:
    [page] = pages_of(filled(language, 4, applicant="黃小明"), language, PaperCode.A5)
    assert {"zh_Hant": "時間", "zh_Hans": "时间"}[language] in writing(page)


@pytest.mark.parametrize("language", ["zh_Hant", "zh_Hans"])
def test_goods_that_go_on_a_third_page_have_their_head_again(language: str) -> None:
    pages = pages_of(filled(language, 8), language, PaperCode.THIRD)
    with i18n.speaking(language):
        head = i18n.pgettext("release paper", "What")
    assert all(head in writing(page) for page in pages)


def longest(language: str) -> ReleasePass:
    """Every text as long as it may be entered."""
    item = ReleasedItem(LONG[: rules.WHAT_LIMIT], "99,999 " + "箱" * 12, LONG[:MOST_MARKS], True)
    return filled(
        language,
        items=(item,) * 7,
        applicant=LONG[: rules.NAME_LIMIT],
        unit=ADDRESS[:200],
        phone="9" * rules.PHONE_LIMIT,
        plate="A" * rules.PLATE_LIMIT,
        gate=LONG[: rules.GATE_LIMIT],
        fees=LONG[:200],
        owner=LONG[:200],
    )


CASES = {
    "filled": filled,
    "returnable": returnable,
    "blank": lambda language: ReleasePass(job=JOBS[language]),
    "longest": longest,
    "eighty": lambda language: filled(language, 80),
    "void": lambda language: filled(
        language, job=replace(JOBS[language], void=True, reprint=3, policy="依據" * 80)
    ),
}


@every_language
@every_paper
def test_everything_entered_can_be_read_back(language: str, paper: str) -> None:
    data = filled(language)
    text = "".join(texts(FORM.build(data, language, paper=paper)))
    entered = [text for _field, text in form.texts(data)]
    custom = data.job.custom
    moments = [custom.datetime(data.since or data.job.printed_at), custom.time(pass_samples.ENDS)]
    assert [value for value in (*entered, *moments) if squeezed(value) not in text] == []


@every_language
@every_paper
@pytest.mark.parametrize("case", CASES)
def test_nothing_leaves_the_page_or_stands_on_something_else(
    case: str, language: str, paper: str
) -> None:
    for page in pages_of(CASES[case](language), language, paper):
        assert faults(page) == []
        assert overlaps(page) == []
        if case != "longest":
            assert crossings(page) == []


@pytest.mark.parametrize(
    ("language", "count"), [("zh_Hant", 8), ("zh_Hans", 8), ("en", 6)], ids=LANGUAGES
)
@pytest.mark.parametrize("make", [filled, returnable, CASES["blank"]])
def test_the_three_part_form_is_one_page_of_140_mm_with_its_signatures(
    make: object, language: str, count: int
) -> None:
    data = make(language)  # type: ignore[operator]
    (page,) = pages_of(replace(data, items=data.items[:count]), language, PaperCode.HALF)
    assert page.height == pytest.approx(139.7 * MM)


@every_language
@pytest.mark.parametrize("paper", [PaperCode.A4, PaperCode.CONTINUOUS])
@pytest.mark.parametrize("make", [filled, returnable, CASES["blank"]])
def test_a_whole_page_holds_an_ordinary_pass(make: object, paper: str, language: str) -> None:
    assert len(pages_of(make(language), language, paper)) == 1  # type: ignore[operator]


@every_language
@every_paper
@pytest.mark.parametrize("case", ["filled", "blank"])
def test_each_of_the_four_who_sign_has_room(case: str, language: str, paper: str) -> None:
    pages = pages_of(CASES[case](language), language, paper)
    free = 11.5 if page_is_compact(paper) else 15
    with i18n.speaking(language):
        titles = [i18n.pgettext("release paper", title) for title in SIGNERS]
    for title in titles:
        page = next(one for one in reversed(pages) if any(op[4:5] == (title,) for op in one.ops))
        assert room_to_sign(page, title, language) >= free * MM


@every_language
@every_paper
@pytest.mark.parametrize("count", [1, 7, 80])
def test_every_thing_has_its_number_its_name_and_its_box(
    count: int, paper: str, language: str
) -> None:
    marked = tuple(replace(one, what=f"始{at}終") for at, one in enumerate(things(language, count)))
    data = filled(language, items=marked)
    pages = pages_of(data, language, paper)
    written = squeezed("".join(writing(page) for page in pages))
    assert [at for at in range(count) if f"始{at}終" not in written] == []
    ticked = sum(isinstance(op, Box) and op.w == op.h == 9.0 for page in pages for op in page.ops)
    with i18n.speaking(language):
        bare = pages_of(filled(language, items=marked[:1]), language, paper)
    others = sum(isinstance(op, Box) and op.w == op.h == 9.0 for page in bare for op in page.ops)
    assert ticked - others == count - 1


@every_language
@every_paper
def test_a_list_of_eighty_goes_on_under_the_same_head(language: str, paper: str) -> None:
    pages = pages_of(filled(language, 80), language, paper)
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        with i18n.speaking(language):
            told = i18n.pgettext("paper", "Page {page} of {pages}")
        assert told.format(page=number, pages=len(pages)) in writing(page)
        assert pass_samples.NUMBER in writing(page)


@every_paper
def test_the_code_on_every_page_is_read_at_150_dpi(paper: str) -> None:
    for picture in pictures(FORM.build(filled("zh_Hant", 40), "zh_Hant", paper=paper), 150):
        assert [found.text for found in zxingcpp.read_barcodes(picture)] == [CODE]


@every_language
@every_paper
def test_a_blank_pass_names_nobody_and_ticks_nothing(language: str, paper: str) -> None:
    pages = pages_of(ReleasePass(job=JOBS[language]), language, paper)
    assert [op for page in pages for op in page.ops if isinstance(op, Polyline | Squares)] == []
    written = "".join(writing(page) for page in pages)
    with i18n.speaking(language):
        kinds = [label("pass_kind", kind) for kind in PassKind]
    assert [kind for kind in kinds if squeezed(kind) not in squeezed(written)] == []


@every_paper
def test_a_void_pass_says_so_across_every_page(paper: str) -> None:
    pages = pages_of(CASES["void"]("zh_Hant"), "zh_Hant", paper)
    assert [stamps(page) for page in pages] == [["作廢"]] * len(pages)


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_nothing_can_be_added_after_the_last_thing(count: int) -> None:
    """Cut paper closes the list with a line, short paper fills the empty place beside the last."""
    with i18n.speaking("zh_Hant"):
        filler = i18n.pgettext("release paper", "Nothing follows")
    whole = writing(pages_of(filled("zh_Hant", count), "zh_Hant", "A4")[0])
    short = writing(pages_of(filled("zh_Hant", count), "zh_Hant", PaperCode.HALF)[0])
    assert str(count) in whole.partition("—")[2].partition("—")[0]
    assert (filler in short) is bool(count % 2)


@every_language
def test_only_goods_that_come_back_have_a_box_for_it(language: str) -> None:
    with i18n.speaking(language):
        caption = i18n.pgettext("release paper", "Back")
    pieces = [
        {op[4] for page in pages_of(make(language), language, "A4") for op in page.ops if op[4:5]}
        for make in (filled, returnable)
    ]
    assert [caption in found for found in pieces] == [False, True]


def test_a_window_within_a_day_names_it_once() -> None:
    data = filled("zh_Hans")
    across = replace(data, until=pass_samples.ENDS.replace(day=23))
    one = squeezed(writing(pages_of(data, "zh_Hans", "A4")[0]))
    two = squeezed(writing(pages_of(across, "zh_Hans", "A4")[0]))
    assert "2026/11/2109:00–18:00" in one
    assert "2026/11/2109:00–2026/11/2318:00" in two


@every_language
@every_paper
def test_every_face_is_embedded(language: str, paper: str) -> None:
    assert all(faces(FORM.build(filled(language), language, paper=paper)).values())


def test_a_character_no_face_has_is_refused_by_its_field() -> None:
    spoilt = filled("zh_Hant", applicant=MISSING, items=(ReleasedItem(MISSING, "1", MISSING),))
    with pytest.raises(RuleRefused) as refused:
        FORM.build(spoilt, "zh_Hant")
    named = {reason.field for reason in refused.value.reasons}
    assert named == {"applicant", "items_what", "items_marks"}


def test_the_log_keeps_what_stands_on_it_and_nothing_of_a_blank() -> None:
    kept = form.plain(returnable("zh_Hant"))
    assert kept["items"][0]["what"] == "三人沙發"
    assert kept["kind"] == "returnable_goods"
    assert form.plain(ReleasePass(job=JOBS["zh_Hant"])) == {}
    assert {one.name for one in fields(ReleasePass)} >= set(kept)
    assert release_pass.TEMPLATE_VERSION == "F37-1"
