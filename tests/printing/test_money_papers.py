"""What receipts, the builder's mandate and the work log owe to their clauses and their paper."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from desk import i18n
from desk.domain.money_words import capitals
from desk.domain.paper import SIZES, FormCode, captions_of
from desk.estate_format import EstateFormat
from desk.printing.forms import fee_mandate, receipt, work_log
from desk.printing.ops import Glyphs, Line, Page
from desk.printing.papers import MM
from tests.printing import money_samples
from tests.printing.checks import room_to_sign, squeezed, stamps, writing
from tests.printing.samples import JOBS
from tests.printing.test_registers import ticked

SCRIPTS = ("zh_Hant", "zh_Hans")
PAPERS = tuple(SIZES)


def laid(form: object, data: object, language: str = "zh_Hant", paper: str = "A4") -> list[Page]:
    with i18n.speaking(language):
        return form.lay(data, language, paper=paper)  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("language", SCRIPTS)
@pytest.mark.parametrize("paper", PAPERS)
def test_f25_a_receipt_says_its_amount_in_figures_and_in_capitals(
    paper: str, language: str
) -> None:
    data = money_samples.paid(language)
    [page] = laid(receipt, data, language, paper)
    said = squeezed(writing(page))
    assert data.total in said
    assert data.capitals == capitals(Decimal("1409.50"), data.job.custom.region)
    assert data.capitals in said
    assert "Y2026-000012" in said


@pytest.mark.parametrize("paper", PAPERS)
def test_f25_the_total_is_never_broken_over_two_lines(paper: str) -> None:
    data = replace(
        money_samples.paid("zh_Hant"),
        total="NT$123,456.70",
        capitals=capitals(Decimal("123456.70"), EstateFormat.of("TW").region),
    )
    [page] = laid(receipt, data, "zh_Hant", paper)
    assert data.total in [op.text for op in page.ops if isinstance(op, Glyphs)]


@pytest.mark.parametrize("language", SCRIPTS)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_void_receipt_has_it_across_every_page_and_says_why(paper: str, language: str) -> None:
    data = money_samples.paid(language, void_why="退款")
    void = replace(data, job=replace(data.job, void=True))
    across = {"zh_Hant": "作廢", "zh_Hans": "作废"}[language]
    pages = laid(receipt, void, language, paper)
    assert [stamps(page) for page in pages] == [[across]] * len(pages)
    assert "退款" in " ".join(map(writing, pages))
    assert stamps(laid(receipt, money_samples.paid(language), language, paper)[0]) == []


@pytest.mark.parametrize("language", SCRIPTS)
def test_three_parts_of_a_receipt_are_one_strike_on_continuous_paper(language: str) -> None:
    data = money_samples.paid(language)
    captions = captions_of(FormCode.RECEIPT, 3)
    for paper in ("241x279", "241x140", "241x93"):
        [page] = receipt.FORM.pages(data, language, paper=paper, captions=captions)
        assert ("财务" if language == "zh_Hans" else "財務") in writing(page)
    assert len(receipt.FORM.pages(data, language, paper="A5", captions=captions)) == 3


def test_the_way_of_paying_and_the_place_are_ticked() -> None:
    assert ticked(laid(receipt, money_samples.paid("zh_Hant"))) == ["現金", "管理服務中心"]
    blank = receipt.FORM.data(job=JOBS["zh_Hant"])
    assert ticked(laid(receipt, blank)) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_r32_a_receipt_for_the_builder_names_his_mandate(paper: str) -> None:
    data = money_samples.paid("zh_Hant", mandate="海濱置業，委託書 G2026-000001")
    pages = laid(receipt, data, paper=paper)
    said = " ".join(map(writing, pages))
    assert "代發展商收取" in squeezed(said)
    assert "G2026-000001" in said


@pytest.mark.parametrize("language", SCRIPTS)
def test_forty_lines_are_all_on_the_receipt_and_the_sum_comes_last(language: str) -> None:
    data = money_samples.paid(language, 40)
    said = " ".join(map(writing, laid(receipt, data, language)))
    assert [line.what for line in data.lines if line.what not in said] == []
    assert said.rindex(data.lines[-1].what) < said.index(data.capitals)


@pytest.mark.parametrize("language", SCRIPTS)
def test_f35_a_mandate_names_items_standards_basis_and_has_room_for_the_seal(
    language: str,
) -> None:
    data = money_samples.mandate(language)
    [page] = laid(fee_mandate, data, language)
    said = squeezed(writing(page))
    for item in data.items:
        for part in (item.name, item.standard, item.basis):
            assert squeezed(part) in said
    with i18n.speaking(language):
        title = i18n.pgettext("mandate paper", "Builder (signature and seal)")
    assert room_to_sign(page, title, language) >= 15 * MM - 0.01


def test_a_mandate_without_an_end_says_so() -> None:
    endless = replace(money_samples.mandate("zh_Hant"), until=None, endless=True)
    assert "至撤回為止" in writing(laid(fee_mandate, endless)[0])


@pytest.mark.parametrize("language", SCRIPTS)
@pytest.mark.parametrize("paper", ["A4", "241x279"])
def test_f19_the_log_has_its_columns_and_room_to_sign(paper: str, language: str) -> None:
    wanted = {
        "zh_Hant": ("委託服務要求", "處理情況", "跟進人"),
        "zh_Hans": ("委托服务要求", "处理情况", "跟进人"),
    }[language]
    blank = work_log.FORM.data(job=JOBS[language])
    for data in (money_samples.log(language), blank):
        [page] = laid(work_log, data, language, paper)
        assert [one for one in wanted if one not in writing(page)] == []
        edges = sorted({op.y1 for op in page.ops if isinstance(op, Line) and op.y1 == op.y2})
        rows = [high - low for low, high in pairwise(edges)][:-2]
        assert min(rows) >= 11 * MM - 0.01


def test_a_log_of_many_wishes_has_its_columns_on_every_page() -> None:
    pages = laid(work_log, money_samples.log("zh_Hant", 40))
    assert len(pages) > 2
    assert all("處理情況" in writing(page) for page in pages)
