"""《顧客委託服務單》 (F18), 《維修服務單》 (F8, F9): the technician needs nothing but the slip."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from desk import i18n
from desk.domain.paper import PaperCode
from desk.printing.form import FormData, plain
from desk.printing.forms.service_order_slip import MaterialLine, WorkSlip
from desk.printing.ops import Box, Glyphs, Page, Polyline
from desk.printing.papers import MM
from tests.printing import order_samples
from tests.printing.checks import room_to_sign, squeezed, writing
from tests.printing.order_samples import FORMS, finished, order, repair

SCRIPTS = ("zh_Hant", "zh_Hans")
MAKERS: dict[str, Callable[..., WorkSlip]] = {"service_order": order, "repair_slip": repair}
SIGNERS = ("Technician", "Customer: done as agreed", "Desk: slip taken back")

every_form = pytest.mark.parametrize("form", FORMS)
every_script = pytest.mark.parametrize("language", SCRIPTS)
every_paper = pytest.mark.parametrize("paper", tuple(PaperCode))


def pages_of(form: str, data: FormData, language: str, paper: str) -> list[Page]:
    with i18n.speaking(language):
        found: list[Page] = FORMS[form].FORM.lay(data, language, paper=paper)
    return found


def text_of(pages: list[Page]) -> str:
    return squeezed("".join(map(writing, pages)))


def ticks(pages: list[Page]) -> int:
    return sum(isinstance(op, Polyline) for page in pages for op in page.ops)


@every_form
@every_script
@pytest.mark.parametrize("paper", [PaperCode.A4, PaperCode.CONTINUOUS])
def test_an_ordinary_order_is_one_page(form: str, paper: str, language: str) -> None:
    assert len(pages_of(form, MAKERS[form](language), language, paper)) == 1
    assert len(pages_of(form, order_samples.empty(form, language), language, paper)) == 1


@every_form
@every_script
@pytest.mark.parametrize("paper", [PaperCode.A5, PaperCode.HALF])
def test_on_small_paper_it_is_two(form: str, paper: str, language: str) -> None:
    assert len(pages_of(form, MAKERS[form](language), language, paper)) == 2


@every_form
@every_paper
@every_script
def test_the_technician_reads_where_whom_to_ring_and_what_it_costs(
    form: str, paper: str, language: str
) -> None:
    said = order_samples.WORDS[language]
    text = text_of(pages_of(form, MAKERS[form](language), language, paper))
    wanted = (said["room"], "9123 4567", said["time"], said["wish"], said["item"], "500")
    materials = (said["material"], said["tape"], said["own"])
    assert [one for one in (*wanted, *materials) if squeezed(one) not in text] == []


@every_form
@every_script
@pytest.mark.parametrize("paper", [PaperCode.A4, PaperCode.A5, PaperCode.CONTINUOUS])
def test_how_to_behave_and_whom_to_ask_stands_on_it(form: str, paper: str, language: str) -> None:
    """R241, R243, R252."""
    text = text_of(pages_of(form, MAKERS[form](language), language, paper))
    assert "23456789" in text
    assert {"zh_Hant": "職員證", "zh_Hans": "工牌"}[language] in text


@every_form
@every_paper
@every_script
def test_the_number_to_ring_stands_on_one_line(form: str, paper: str, language: str) -> None:
    pages = pages_of(form, MAKERS[form](language), language, paper)
    runs = [op.text for page in pages for op in page.ops if isinstance(op, Glyphs)]
    assert any("2345 6789" in text for text in runs)


@every_form
@every_paper
@every_script
def test_each_who_signs_has_room(form: str, paper: str, language: str) -> None:
    pages = pages_of(form, MAKERS[form](language), language, paper)
    free = 9 if paper == PaperCode.THIRD else 10.5 if paper == PaperCode.HALF else 15
    with i18n.speaking(language):
        titles = [i18n.pgettext("order paper", title) for title in SIGNERS]
    for title in titles:
        page = next(one for one in reversed(pages) if any(op[4:5] == (title,) for op in one.ops))
        assert room_to_sign(page, title, language) >= free * MM


@every_form
@every_paper
def test_every_material_has_two_boxes_until_it_was_looked_at(form: str, paper: str) -> None:
    """R238, R253, R254."""
    data = MAKERS[form]("zh_Hant")
    without = replace(data, materials=())
    looked = replace(data, materials=tuple(replace(one, fit=True) for one in data.materials))

    def boxes(one: WorkSlip) -> int:
        pages = pages_of(form, one, "zh_Hant", paper)
        return sum(isinstance(op, Box) and op.w == op.h == 9.0 for page in pages for op in page.ops)

    assert boxes(data) - boxes(looked) == 2 * len(data.materials)
    assert boxes(without) == boxes(looked) + 2  # one row more to write by hand


def test_what_is_unfit_is_ticked_as_such() -> None:
    materials = (MaterialLine("甲", is_own=True, fit=False), MaterialLine("乙", fit=True))
    pages = pages_of("service_order", order("zh_Hant", materials=materials), "zh_Hant", "A4")
    marks = sorted(op.x for op in pages[0].ops if getattr(op, "text", "") == "√")
    assert len(marks) == 2
    assert marks[1] - marks[0] > 10 * MM


@every_paper
@every_script
def test_what_is_known_afterwards_stands_on_the_reprint(paper: str, language: str) -> None:
    """R247: the result of the callback is on the order."""
    said = order_samples.WORDS[language]
    pages = pages_of("service_order", finished(language), language, paper)
    wanted = ("change", "rework", "opinion", "remark", "callback", "waiver")
    assert [name for name in wanted if squeezed(said[name]) not in text_of(pages)] == []
    assert "Y2026-000017" in text_of(pages)
    assert ticks(pages) == 3  # paid on site, reduced, satisfied


@every_form
@every_paper
def test_a_blank_one_ticks_nothing(form: str, paper: str) -> None:
    assert ticks(pages_of(form, order_samples.empty(form, "zh_Hant"), "zh_Hant", paper)) == 0
    assert plain(order_samples.empty(form, "zh_Hant")) == {}


def test_a_repair_says_how_it_is_mended_and_who_answers_for_it() -> None:
    """R188."""
    with i18n.speaking("zh_Hant"):
        heads = [
            i18n.pgettext("order paper", one) for one in ("How it is mended", "Who answers for it")
        ]
    text = text_of(pages_of("repair_slip", repair("zh_Hant"), "zh_Hant", "A4"))
    assert [head for head in heads if head not in text] == []
    assert order_samples.WORDS["zh_Hant"]["plan"] in text
