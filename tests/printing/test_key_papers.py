"""What the papers of keys owe to their clauses and to the size they stand on."""

from dataclasses import replace

import pytest

from desk import i18n
from desk.domain.key_loan import KeyCondition
from desk.domain.paper import FormCode, captions_of
from desk.printing.forms import custody_agreement, key_count, key_loan, key_receipt, key_use_log
from desk.printing.forms.key_receipt import KeyLine
from desk.printing.ops import Glyphs, Page
from desk.printing.papers import MM
from tests.printing import key_samples
from tests.printing.checks import room_to_sign, squeezed, writing
from tests.printing.test_registers import ticked

SCRIPTS = ("zh_Hant", "zh_Hans")


def laid(form: object, data: object, language: str = "zh_Hant", paper: str = "A4") -> list[Page]:
    with i18n.speaking(language):
        return form.lay(data, language, paper=paper)  # type: ignore[attr-defined, no-any-return]


def words(text: str, language: str) -> str:
    with i18n.speaking(language):
        return i18n.pgettext("key paper", text)


@pytest.mark.parametrize("language", SCRIPTS)
@pytest.mark.parametrize("paper", ["241x93", "241x140"])
def test_a_short_receipt_and_a_loan_are_one_slip(language: str, paper: str) -> None:
    for name in ("key_receipt", "key_loan"):
        form = key_samples.FORMS[name].FORM
        for data in (key_samples.filled(name, language), key_samples.empty(name, language)):
            assert len(laid(form, data, language, paper)) == 1, name


@pytest.mark.parametrize("language", SCRIPTS)
@pytest.mark.parametrize("code", [FormCode.KEY_RECEIPT, FormCode.KEY_LOAN])
def test_a_reprint_in_four_parts_is_still_one_slip(code: FormCode, language: str) -> None:
    data = key_samples.filled(code, language)
    again = replace(data, job=replace(data.job, reprint=3))
    form = key_samples.FORMS[code].FORM
    [page] = form.pages(again, language, paper="241x93", captions=captions_of(code, 4))
    for said in ("第四", "第 3 次"):
        assert said in writing(page)


@pytest.mark.parametrize("language", SCRIPTS)
@pytest.mark.parametrize("kind", ["filled", "empty"])
def test_a_count_on_a_small_page_is_one_page(kind: str, language: str) -> None:
    data = getattr(key_samples, kind)("key_count", language)
    assert len(laid(key_count, data, language, "A5")) == 1


@pytest.mark.parametrize("language", SCRIPTS)
def test_the_owner_has_room_to_sign_for_the_keys(language: str) -> None:
    [page] = laid(key_receipt, key_samples.receipt(language), language)
    title = words("Owner or receiver: keys counted and received", language)
    assert room_to_sign(page, title, language) >= 15 * MM - 0.01


def test_a_receipt_counts_all_keys() -> None:
    [page] = laid(key_receipt, key_samples.receipt("zh_Hant"))
    assert "合計 8" in writing(page)
    none = replace(key_samples.receipt("zh_Hant"), keys=(KeyLine("大門"),))
    assert "合計 0" in writing(laid(key_receipt, none)[0])


@pytest.mark.parametrize("language", SCRIPTS)
def test_the_agreement_has_the_duties_of_both_and_both_signatures(language: str) -> None:
    pages = laid(custody_agreement, key_samples.agreement(language), language)
    said = squeezed(" ".join(map(writing, pages)))
    with i18n.speaking(language):
        duties = (*custody_agreement._custodian_duties(), *custody_agreement._owner_duties())
    assert len(duties) == 9
    assert [duty for duty in duties if squeezed(duty) not in said] == []
    for party in ("Owner", "Custodian", "Owner: everything received back", "Given back by"):
        assert words(party, language) in said


def test_an_agreement_without_an_end_says_so() -> None:
    data = replace(key_samples.agreement("zh_Hant"), until=None)
    assert "至終止代管為止" in writing(laid(custody_agreement, data)[0])


@pytest.mark.parametrize(
    ("condition", "word"),
    [
        (KeyCondition.AS_LENT, "完好"),
        (KeyCondition.DAMAGED, "損壞"),
        (KeyCondition.INCOMPLETE, "不齊"),
    ],
)
def test_the_condition_of_a_return_is_ticked(condition: KeyCondition, word: str) -> None:
    data = replace(key_samples.loan("zh_Hant"), condition=condition)
    assert ticked(laid(key_loan, data)) == [word]
    assert ticked(laid(key_loan, key_samples.loan("zh_Hant"))) == []


def test_both_sign_when_it_goes_and_when_it_is_back() -> None:
    [page] = laid(key_loan, key_samples.loan("zh_Hant"), paper="241x93")
    said = writing(page)
    for title in ("借用人", "借出經手人", "歸還人", "收回經手人"):
        assert title in said


def test_the_use_log_has_empty_rows_for_the_uses_to_come() -> None:
    [page] = laid(key_use_log, key_samples.use_log("zh_Hant", 1))
    assert page.width > page.height
    assert writing(page).count("李大文") == 1
    many = laid(key_use_log, key_samples.use_log("zh_Hant", 60))
    assert len(many) > 4
    assert all("借用人簽名" in writing(one) for one in many)


def test_a_count_without_differences_says_none() -> None:
    data = replace(key_samples.count("zh_Hant"), differences=())
    [page] = laid(key_count, data)
    said = [op.text.strip() for op in page.ops if isinstance(op, Glyphs)]
    assert "無" in said


def test_two_thousand_tags_go_on_over_pages_and_none_is_lost() -> None:
    pages = laid(key_count, key_samples.count("zh_Hant", 2_000))
    said = " ".join(map(writing, pages))
    assert [n for n in range(1, 1_998) if f"K-{n:03}" not in said] == []
    assert "接收人" in writing(pages[-1])
