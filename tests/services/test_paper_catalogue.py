"""The catalogue on paper: what was agreed and offered is what is printed, and its way home."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk.domain.paper import FormCode
from desk.domain.signed_paper import Home
from desk.errors import NotFound
from desk.services import paper, service_agreement, signed_paper, supplier_agreement
from desk.services.paper import Asked
from desk.services.workplace import Workplace
from tests.printing.reading import texts
from tests.services.catalogue_course import (
    DRAIN,
    TAP,
    TODAY,
    company,
    company_entry,
    drafted,
    household_entry,
    in_force,
    manager,
)
from tests.services.conftest import Household

ASKED = Asked("zh_Hant")


def words_of(workplace: Workplace, form: FormCode, key: int | str, place: Path) -> str:
    file = place / "one.pdf"
    paper.print_record(workplace, form, key, ASKED, file)
    return "".join("".join(texts(file.read_bytes())).split())


def test_the_latest_board_is_the_one_in_force(workplace: Workplace, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        words_of(workplace, FormCode.PRICE_BOARD, "latest", tmp_path)
    in_force(workplace, manager(workplace), TAP)
    drafted(workplace, DRAIN)
    told = words_of(workplace, FormCode.PRICE_BOARD, "latest", tmp_path)
    assert "B2026-000001" in told
    assert "水龍頭更換" in told
    assert "HK$80.00" in told
    assert "備2026-118" in told
    assert "疏通廁所" not in told


def test_a_signed_agreement_comes_home_by_its_paper(
    workplace: Workplace, household: Household, tmp_path: Path
) -> None:
    known = service_agreement.register(workplace, household_entry(household.unit_id))
    told = words_of(workplace, FormCode.SERVICE_AGREEMENT, known.number, tmp_path)
    assert "每週家政清潔一次" in told
    assert "HK$680.00" in told
    (out,) = signed_paper.out(workplace).rows
    assert signed_paper.will_tick(workplace, out) == "service_agreement.customer_signature"
    signed_paper.take_home(workplace, out.id, out.version, Home(TODAY, "曾德華"))
    assert service_agreement.get(workplace, known.id).customer_signed_by == "曾德華"


def test_the_copy_of_a_suppliers_agreement_is_the_paper_that_came_home(
    workplace: Workplace, tmp_path: Path
) -> None:
    known = supplier_agreement.register(workplace, company_entry(company(workplace).id))
    told = words_of(workplace, FormCode.SUPPLIER_AGREEMENT, "latest", tmp_path)
    assert "空調清洗" in told
    (out,) = signed_paper.out(workplace).rows
    signed_paper.take_home(workplace, out.id, out.version, Home(TODAY, "梁先生"))
    known = supplier_agreement.get(workplace, known.id)
    assert (known.copy_kept_on, known.supplier_signed_by) == (TODAY, "梁先生")


@pytest.mark.parametrize(
    "form", [FormCode.PRICE_BOARD, FormCode.SUPPLIER_AGREEMENT, FormCode.SERVICE_AGREEMENT]
)
def test_each_is_printed_empty_for_the_drawer(
    workplace: Workplace, form: FormCode, tmp_path: Path
) -> None:
    paper.print_blank(workplace, form, ASKED, tmp_path / "blank.pdf")
    assert (tmp_path / "blank.pdf").read_bytes().startswith(b"%PDF")


def test_a_long_term_agreement_says_its_amount_in_capitals_and_when_it_holds(
    workplace: Workplace, household: Household, tmp_path: Path
) -> None:
    known = service_agreement.register(workplace, household_entry(household.unit_id))
    told = words_of(workplace, FormCode.SERVICE_AGREEMENT, known.number, tmp_path)
    assert "港幣陸佰捌拾元正" in told
    assert "自雙方簽署之日起生效" in told


def test_a_customer_who_signs_himself_has_a_copy_of_the_suppliers_agreement(
    workplace: Workplace, household: Household
) -> None:
    """R239: one is the centre's, one the supplier's."""
    standing = company_entry(company(workplace).id)
    own = replace(standing, unit_id=household.unit_id, customer="曾德華")
    known = [supplier_agreement.register(workplace, one).id for one in (standing, own)]
    sheets = [paper.prepare(workplace, FormCode.SUPPLIER_AGREEMENT, one, ASKED) for one in known]
    captions = [["stub", "supplier"], ["stub", "supplier", "customer"]]
    assert [list(one.captions) for one in sheets] == captions
