"""The papers of keys from their records: what is known of the record stands on the paper."""

from dataclasses import replace

import pytest

from desk.domain.key_count import CountEntry, CountFound, CountKind, DifferenceEntry
from desk.domain.key_receipt import LineEntry, ReceiptEntry
from desk.domain.paper import FORMS, FormCode
from desk.errors import NotFound, RuleRefused
from desk.services import custody_agreement, key_count, key_loan, key_receipt, paper
from desk.services.paper_sheet import Asked, Sheet
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.printing.reading import texts
from tests.services import key_course
from tests.services.conftest import Household

KEY_FORMS = (
    FormCode.KEY_RECEIPT,
    FormCode.CUSTODY_AGREEMENT,
    FormCode.KEY_USE_LOG,
    FormCode.KEY_LOAN,
    FormCode.KEY_COUNT,
)
HANT = Asked("zh_Hant", copies=1)


def read(sheet: Sheet) -> str:
    return "".join(texts(sheet.pdf))


def test_a_loan_slip_says_who_what_for_and_until_when(workplace: Workplace) -> None:
    loan = key_course.lent(workplace, key_course.pump(workplace))
    for key in (loan.id, loan.number, "latest"):
        sheet = paper.prepare(workplace, FormCode.KEY_LOAN, key, HANT)
        said = read(sheet)
        for words in (loan.number, "E-01", "水泵房", "黃師傅", "永安機電", "檢修水泵", "18:30"):
            assert words in said, words
        assert (sheet.kind, sheet.record_id, sheet.record_version) == ("key_loan", loan.id, 1)


def test_the_borrowers_slip_does_not_give_the_owners_number_away(
    workplace: Workplace, household: Household
) -> None:
    _known, one = key_course.agreed(workplace, household)
    loan = key_course.lent(workplace, one, purpose="帶人看樓", word=key_course.WORD)
    for form, key in ((FormCode.KEY_LOAN, loan.id), (FormCode.KEY_USE_LOG, one.id)):
        said = read(paper.prepare(workplace, form, key, HANT)).replace(" ", "")
        assert "曾德華" in said
        assert "9123****" in said
        assert "91234567" not in said


def test_a_slip_shows_the_return_and_the_condition(workplace: Workplace) -> None:
    loan = key_course.lent(workplace, key_course.pump(workplace), out_at=NOW - key_course.HOUR)
    entry = replace(key_course.BACK, at=NOW, condition="damaged", text="鑰匙彎曲")
    key_loan.bring_back(workplace, loan.id, loan.version, entry)
    said = read(paper.prepare(workplace, FormCode.KEY_LOAN, loan.id, HANT))
    assert "鑰匙彎曲" in said


def test_a_void_loan_prints_with_the_stamp(workplace: Workplace) -> None:
    loan = key_course.lent(workplace, key_course.pump(workplace))
    key_loan.void(workplace, loan.id, loan.version, "誤登")
    assert paper.prepare(workplace, FormCode.KEY_LOAN, loan.id, HANT).is_void


def test_an_agreement_names_things_purposes_and_both_duties(
    workplace: Workplace, household: Household
) -> None:
    known, one = key_course.agreed(workplace, household)
    said = read(paper.prepare(workplace, FormCode.CUSTODY_AGREEMENT, known.number, HANT))
    for words in (known.number, household.name, household.unit, one.tag, "澆花", "通風", "陳大文"):
        assert words in said, words
    for duty in ("將上列鑰匙及物品上鎖保管", "將代管物全部交齊"):
        assert duty in said


def test_the_use_log_is_of_a_set_or_of_an_agreement(
    workplace: Workplace, household: Household
) -> None:
    known, one = key_course.agreed(workplace, household)
    word = key_course.WORD
    key_course.lent(workplace, one, purpose="帶人看樓", word=word)
    of_agreement = paper.prepare(workplace, FormCode.KEY_USE_LOG, known.number, HANT)
    of_set = paper.prepare(workplace, FormCode.KEY_USE_LOG, one.id, HANT)
    assert (of_agreement.kind, of_set.kind) == ("custody_agreement", "key_set")
    for sheet in (of_agreement, of_set):
        said = read(sheet)
        for words in (one.tag, known.number, "黃師傅", "帶人看樓", "曾德華", "澆花"):
            assert words in said, words
    assert paper.prepare(workplace, FormCode.KEY_USE_LOG, "d-11", HANT).record_id == one.id


def test_a_key_left_for_the_gas_needs_no_agreement_and_says_so(
    workplace: Workplace, household: Household
) -> None:
    one = key_course.left_for_gas(workplace, household)
    said = read(paper.prepare(workplace, FormCode.KEY_USE_LOG, one.tag, HANT))
    assert "煤氣開通" in said


def test_a_receipt_lists_every_key_for_the_owner_to_sign(
    workplace: Workplace, household: Household
) -> None:
    one = key_course.left_for_gas(workplace, household)
    lines = (LineEntry(one.id), LineEntry(what="信箱", keys=3))
    entry = ReceiptEntry(NOW, household.unit_id, household.name, lines=lines)
    known = key_receipt.register(workplace, entry)
    sheet = paper.prepare(workplace, FormCode.KEY_RECEIPT, known.number, HANT)
    said = read(sheet)
    for words in (known.number, household.unit, household.name, "G-07", "信箱", "合計5"):
        assert words in said, words


def test_the_count_sheet_shows_figures_and_differences(
    workplace: Workplace, household: Household
) -> None:
    bob = key_course.at_desk(workplace, "bob")
    own, left = key_course.pump(workplace), key_course.left_for_gas(workplace, household)
    key_course.lent(workplace, left, purpose="gas")
    key_course.pump(workplace, tag="E-02", hook="A2")
    known = key_count.begin(workplace, CountKind.HANDOVER, bob.actor.id)
    found = DifferenceEntry(own.tag, CountFound.MISSING, "保安取用")
    known = key_count.write(workplace, known.id, known.version, CountEntry((found,)))
    sheet = paper.prepare(workplace, FormCode.KEY_COUNT, known.id, HANT)
    said = read(sheet)
    for words in (known.number, "陳大文", "bob主任", "保安取用", "黃師傅", "E-02"):
        assert words in said, words
    assert (sheet.content["expected"], sheet.content["found"]) == (2, 1)


def test_a_lent_set_that_hangs_there_is_found(workplace: Workplace, household: Household) -> None:
    bob = key_course.at_desk(workplace, "bob")
    key_course.lent(workplace, key_course.pump(workplace))
    known = key_count.begin(workplace, CountKind.STOCKTAKING, bob.actor.id)
    found = DifferenceEntry("E-01", CountFound.PRESENT, "已交回，未登記")
    known = key_count.write(workplace, known.id, known.version, CountEntry((found,)))
    content = paper.prepare(workplace, FormCode.KEY_COUNT, known.id, HANT).content
    assert (content["expected"], content["found"]) == (0, 1)
    assert "out" not in content


@pytest.mark.parametrize("form", KEY_FORMS)
@pytest.mark.parametrize("language", ["zh_Hant", "zh_Hans"])
def test_every_paper_of_keys_has_a_blank(workplace: Workplace, form: str, language: str) -> None:
    for size in FORMS[form].papers:
        sheet = paper.prepare_blank(workplace, form, Asked(language, paper=size))
        assert (sheet.number, sheet.record_id, sheet.paper) == ("", None, size)


@pytest.mark.parametrize("form", KEY_FORMS)
def test_a_record_there_is_not_is_said(workplace: Workplace, form: str) -> None:
    with pytest.raises(NotFound):
        paper.prepare(workplace, form, 7, HANT)
    with pytest.raises(NotFound):
        paper.prepare(workplace, form, "X2026-000001", HANT)


def test_a_paper_it_does_not_stand_on_is_refused(
    workplace: Workplace, household: Household
) -> None:
    known = key_course.written(workplace, household)
    with pytest.raises(RuleRefused) as refused:
        paper.prepare(workplace, FormCode.CUSTODY_AGREEMENT, known.id, Asked("zh_Hant", "241x93"))
    assert [one.code for one in refused.value.reasons] == ["paper.size.unfit"]
    assert custody_agreement.get(workplace, known.id).version == known.version
