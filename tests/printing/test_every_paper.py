"""Every form on every paper it stands on, filled, blank and as bad as its values may come."""

from dataclasses import replace
from typing import NamedTuple

import pytest
import zxingcpp

from desk import i18n
from desk.domain.paper import FORMS, SIZES, FormCode, captions_of
from desk.errors import RuleRefused
from desk.printing import form
from desk.printing.form import FormData
from desk.printing.ops import Page
from desk.printing.papers import MM, PAPERS
from tests.printing.checks import crossings, faults, overlaps, squeezed, writing
from tests.printing.every_form import SAMPLES, SCRIPTS, with_rows, with_texts
from tests.printing.reading import faces, pictures, texts
from tests.printing.samples import RARE

ADDRESS = "九龍觀塘道一百二十三號海景花園第十二座三十四樓" * 9
EMOJI = "\U0001fae0"
LONGEST = 200


class Where(NamedTuple):
    """A form on one of its papers."""

    code: FormCode
    paper: str

    def pages(self, data: FormData, language: str, copies: int = 0) -> list[Page]:
        captions = captions_of(self.code, copies or FORMS[self.code].copies)
        return SAMPLES[self.code].form.pages(data, language, paper=self.paper, captions=captions)

    def build(self, data: FormData, language: str) -> bytes:
        return SAMPLES[self.code].form.build(data, language, paper=self.paper)

    def filled(self, language: str) -> FormData:
        """Its sample, with a code as long as a sealed one."""
        data = SAMPLES[self.code].filled(language)
        if not data.scan_code:
            return data
        return replace(data, scan_code=f"{data.scan_code[:11]}A0GQ85UF")


def places() -> list[Where]:
    return [Where(code, paper) for code in SAMPLES for paper in FORMS[code].papers]


everywhere = pytest.mark.parametrize("where", places(), ids="-".join)
every_script = pytest.mark.parametrize("language", SCRIPTS)
in_every_language = pytest.mark.parametrize(
    ("where", "language"),
    [(where, language) for where in places() for language in SAMPLES[where.code].languages],
    ids=lambda value: value if isinstance(value, str) else "-".join(value),
)


def test_every_form_that_stands_in_the_house_is_shown_here() -> None:
    assert set(SAMPLES) == set(FORMS)


def test_every_paper_of_the_trade_is_laid_out() -> None:
    for code, size in SIZES.items():
        paper = PAPERS[code]
        assert (paper.width, paper.height) == (size.width, size.height)
        assert paper.continuous is size.continuous
        assert paper.side - paper.strip >= 4
        assert min(paper.text, paper.caption, paper.small, paper.minor) >= 9
        assert paper.qr >= 18
        if paper.continuous:
            assert min(paper.text, paper.caption, paper.minor) >= 10.5


@in_every_language
@pytest.mark.parametrize("case", ["filled", "blank", "marked"])
def test_nothing_leaves_the_paper_or_stands_on_something_else(
    case: str, where: Where, language: str
) -> None:
    data = where.filled(language) if case != "blank" else SAMPLES[where.code].empty(language)
    if case == "marked":
        data = replace(data, job=replace(data.job, reprint=3, void=True))
    pages = where.pages(data, language, copies=4)
    size = PAPERS[where.paper]
    for page in pages:
        assert sorted((page.width, page.height)) == pytest.approx(
            sorted((size.width * MM, size.height * MM))
        )
        assert faults(page) == []
        assert overlaps(page) == []
        assert crossings(page) == []


@in_every_language
def test_what_was_entered_can_be_read_back_in_embedded_faces(where: Where, language: str) -> None:
    data = where.filled(language)
    pdf = where.build(data, language)
    text = "".join(texts(pdf))
    entered = [value for _field, value in form.texts(data)]
    assert [value for value in entered if squeezed(value) not in text] == []
    assert all(faces(pdf).values())


@everywhere
@every_script
def test_the_code_is_read_from_a_picture_of_150_dpi(where: Where, language: str) -> None:
    data = where.filled(language)
    shown = pictures(where.build(data, language), 150)
    read = [[code.text for code in zxingcpp.read_barcodes(page)] for page in shown]
    assert read == [[data.scan_code] if data.scan_code else []] * len(shown)


@everywhere
def test_carbonless_paper_names_every_part_and_cut_paper_has_a_set_for_each(where: Where) -> None:
    data = where.filled("zh_Hant")
    names = ["第一聯", "第二聯", "第三聯"]
    pages = where.pages(data, "zh_Hant", copies=3)
    alone = SAMPLES[where.code].form.pages(data, "zh_Hant", paper=where.paper)
    said = [[name for name in names if name in writing(page)] for page in pages]
    if PAPERS[where.paper].continuous:
        assert said == [names] * len(alone)
    else:
        assert said == [[name] for name in names for _page in alone]


@everywhere
@every_script
def test_rare_names_and_long_addresses_stand_there_whole(where: Where, language: str) -> None:
    data = with_texts(where.filled(language), _hard)
    pages = where.pages(data, language, copies=1)
    text = squeezed("".join(map(writing, pages)))
    assert RARE in text
    for page in pages:
        assert faults(page) == []
        assert overlaps(page) == []


def _hard(name: str, text: str) -> str:
    """A rare name where a name stands, an address of 200 characters in a room or a place."""
    if name in ("room", "place", "address", "unit"):
        return ADDRESS[:LONGEST]
    return RARE if 0 < len(text) < 5 else text


@everywhere
@every_script
def test_eighty_rows_go_on_over_pages_and_none_is_lost(where: Where, language: str) -> None:
    few, many = (with_rows(where.filled(language), count) for count in (2, 80))
    pages = where.pages(many, language, copies=1)
    if many == with_rows(few, 2):
        return
    text = squeezed("".join(map(writing, pages)))
    for _field, value in form.texts(many):
        assert squeezed(value) in text
    assert len(pages) > 1
    for page in pages:
        assert faults(page) == []
        assert overlaps(page) == []
        assert crossings(page) == []


@everywhere
def test_an_emoji_is_refused_with_its_code_point(where: Where) -> None:
    data = with_texts(where.filled("zh_Hant"), lambda _name, text: text and EMOJI)
    with pytest.raises(RuleRefused) as refused:
        where.build(data, "zh_Hant")
    told = {(one.code, one.parameters["code_point"]) for one in refused.value.reasons}
    assert told == {("paper.glyph.missing", "U+1FAE0")}


def test_a_third_of_a_page_says_its_copies_in_one_line() -> None:
    with i18n.speaking("zh_Hant"):
        assert i18n.pgettext("paper", "Copy 1: {whose}").startswith("第一聯")
