"""What the papers of a move-in owe to their clauses."""

from dataclasses import replace

import pytest

from desk import i18n
from desk.domain.move_in_rule import AGREEMENTS, ListedPaper
from desk.domain.paper import captions_of
from desk.printing.forms import (
    authorisation,
    document_list,
    materials_receipt,
    move_in_agreement,
    owner_registration,
)
from desk.printing.forms.authorisation import Authorisation, Letter
from desk.printing.forms.move_in_agreement import Agreement
from desk.printing.forms.owner_registration import Member
from desk.printing.ops import Box, Page
from desk.printing.papers import MM
from tests.printing import move_in_samples
from tests.printing.checks import room_to_sign, squeezed, writing
from tests.printing.samples import JOBS
from tests.printing.test_registers import ticked

SCRIPTS = ("zh_Hant", "zh_Hans")


def laid(form: object, data: object, language: str = "zh_Hant", paper: str = "A4") -> list[Page]:
    with i18n.speaking(language):
        return form.lay(data, language, paper=paper)  # type: ignore[attr-defined, no-any-return]


def words(text: str, language: str) -> str:
    with i18n.speaking(language):
        return i18n.pgettext("move-in paper", text)


def photos(page: Page) -> int:
    """The boxes of 25 by 33 mm."""
    size = (round(25 * MM), round(33 * MM))
    boxes = (op for op in page.ops if isinstance(op, Box))
    return sum((round(op.w), round(op.h)) == size for op in boxes)


@pytest.mark.parametrize("language", SCRIPTS)
@pytest.mark.parametrize("kind", ["filled", "empty"])
def test_a_registration_is_one_page(kind: str, language: str) -> None:
    data = getattr(move_in_samples, kind)("owner_registration", language)
    [page] = laid(owner_registration, data, language)
    title = words("Owner, tenant or agent", language)
    assert room_to_sign(page, title, language) >= 15 * MM - 0.01


def test_there_is_a_box_for_the_photo_of_each_permanent_resident() -> None:
    data = move_in_samples.registration("zh_Hant")
    assert photos(laid(owner_registration, data)[0]) == 3
    seven = replace(data, members=tuple(Member(f"第{at}人") for at in range(7)))
    assert sum(map(photos, laid(owner_registration, seven))) == 7
    blank = move_in_samples.empty("owner_registration", "zh_Hant")
    assert photos(laid(owner_registration, blank)[0]) == 5


def test_who_moves_in_and_in_whose_name_is_ticked() -> None:
    assert ticked(laid(owner_registration, move_in_samples.registration("zh_Hant"))) == [
        words("owner", "zh_Hant"),
        words("person", "zh_Hant"),
    ]
    blank = move_in_samples.empty("owner_registration", "zh_Hant")
    assert ticked(laid(owner_registration, blank)) == []


@pytest.mark.parametrize("language", SCRIPTS)
def test_each_agreement_stands_on_pages_of_its_own_under_its_own_name(language: str) -> None:
    data = move_in_samples.agreement(language)
    pages = laid(move_in_agreement, data, language)
    said = move_in_samples.WORDS[language]
    assert len(pages) == 2
    for page, name in zip(pages, (said["service"], said["renovation"]), strict=True):
        assert name in writing(page)
        title = words("Party A: owner or agent", language)
        assert room_to_sign(page, title, language) >= 15 * MM - 0.01
    assert squeezed(said["terms"]) in squeezed(writing(pages[0]))
    attached = writing(pages[1]).replace(" ", "")
    with i18n.speaking(language):
        assert move_in_samples.OWNER in attached


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("language", SCRIPTS)
def test_an_undertaking_is_given_and_signed_by_the_owner_alone(language: str, paper: str) -> None:
    data = move_in_samples.agreement(language)
    covenant = Agreement("臨時公約", undertaking=True)
    with i18n.speaking(language):
        one = replace(data, agreements=(covenant,))
        (page,) = move_in_agreement.lay(one, language, paper=paper)
    said = writing(page)
    signed = words("Undertaken by: owner or agent", language)
    assert room_to_sign(page, signed, language) >= 15 * MM - 0.01
    for other in ("Party A: owner", "Party A: owner or agent", "Party B: for the office (stamp)"):
        assert words(other, language) not in said
    assert words("{covenant}: Undertaking", language).format(covenant="臨時公約") in said


def test_which_papers_are_undertakings() -> None:
    told = {one.code: one.is_undertaking for one in AGREEMENTS}
    assert told == {"service": False, "renovation": False, "covenant": True}
    ours = ListedPaper("fire", {"zh_Hant": "消防安全承諾書"}, ())
    assert ours.is_undertaking


def test_a_long_agreement_goes_on_and_its_pages_are_counted_by_themselves() -> None:
    data = move_in_samples.agreement("zh_Hant")
    terms = move_in_samples.WORDS["zh_Hant"]["terms"]
    long = replace(data, agreements=(Agreement("規約", "\n".join([terms] * 20)), Agreement("另議")))
    pages = laid(move_in_agreement, long)
    assert "第 1 頁，共 1 頁" in writing(pages[-1])
    assert f"共 {len(pages) - 1} 頁" in writing(pages[0])
    said = squeezed("".join(map(writing, pages)))
    assert said.count(squeezed(terms.splitlines()[1])) == 20


def test_every_copy_has_the_whole_set() -> None:
    data = move_in_samples.agreement("zh_Hant")
    captions = captions_of("move_in_agreement", 2)
    pages = move_in_agreement.FORM.pages(data, "zh_Hant", captions=captions)
    marks = ["第一聯" in writing(page) for page in pages]
    assert marks == [True, True, False, False]


def test_letters_are_those_that_are_wanted_and_a_blank_one_has_all() -> None:
    pages = laid(authorisation, move_in_samples.authority("zh_Hant"))
    assert len(pages) == 2
    blank = laid(authorisation, Authorisation(job=JOBS["zh_Hant"]))
    assert len(blank) == len(Letter)
    for page, name in zip(
        blank,
        ("Owner's Power of Attorney", "Company's Letter of Authority"),
        strict=False,
    ):
        assert words(name, "zh_Hant") in writing(page)


def test_the_resident_reads_what_is_still_missing() -> None:
    data = move_in_samples.documents("zh_Hant")
    [page] = laid(document_list, data)
    for one in data.missing:
        assert squeezed(one) in squeezed(writing(page))
    [page] = laid(document_list, replace(data, missing=()))
    assert words("Nothing is missing.", "zh_Hant") in writing(page)


@pytest.mark.parametrize("paper", ["241x93", "241x140"])
@pytest.mark.parametrize("language", SCRIPTS)
def test_a_receipt_for_materials_is_one_slip(language: str, paper: str) -> None:
    for data in (
        move_in_samples.materials(language),
        move_in_samples.empty("materials_receipt", language),
    ):
        assert len(laid(materials_receipt, data, language, paper)) == 1
