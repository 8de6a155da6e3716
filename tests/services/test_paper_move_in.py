"""The papers of a move-in from their records, and the packet that prints them in one go."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from desk.domain.move_in import DocumentEntry, FeeEntry, FeeKind, ListedEntry, MoveInEntry
from desk.domain.move_in_rule import Arrival, Holder
from desk.domain.paper import FORMS, FormCode
from desk.errors import NotFound, RuleRefused
from desk.services import move_in, move_in_document, move_in_fee, move_in_listed, paper
from desk.services.move_in import MoveIn
from desk.services.paper_sheet import Asked, Sheet
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.printing.reading import opened, texts
from tests.services.conftest import Household

CASE_FORMS = (
    FormCode.OWNER_REGISTRATION,
    FormCode.OWNER_CARD,
    FormCode.MOVE_IN_AGREEMENT,
    FormCode.MATERIALS_RECEIPT,
    FormCode.DOCUMENT_LIST,
    FormCode.MOVE_IN_NOTICE,
    FormCode.AUTHORISATION,
)
HANT = Asked("zh_Hant", copies=1)
TODAY = NOW.date()


def read(sheet: Sheet) -> str:
    return "".join(texts(sheet.pdf))


def case(workplace: Workplace, household: Household, **changes: object) -> MoveIn:
    entry = MoveInEntry(
        unit_id=household.unit_id,
        name="郭大明",
        phone="9123 4567",
        by_agent=True,
        agent="李大文",
        agent_phone="6123 4567",
        moved_on=TODAY,
    )
    return move_in.write(workplace, replace(entry, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("form", CASE_FORMS)
def test_every_paper_of_a_case_names_the_home_and_whose_it_is(
    workplace: Workplace, household: Household, form: str
) -> None:
    known = case(workplace, household)
    for key in (known.detail.id, known.detail.number, "latest"):
        sheet = paper.prepare(workplace, form, key, HANT)
        said = read(sheet)
        for words in (known.detail.number, household.unit, "郭大明"):
            assert words.replace(" ", "") in said, words
        assert (sheet.kind, sheet.record_id) == ("move_in", known.detail.id)
    assert sheet.record_version == known.detail.version


@pytest.mark.parametrize("form", CASE_FORMS)
@pytest.mark.parametrize("language", ["zh_Hant", "zh_Hans"])
def test_every_paper_of_a_move_in_has_a_blank(
    workplace: Workplace, form: str, language: str
) -> None:
    for size in FORMS[form].papers:
        sheet = paper.prepare_blank(workplace, form, Asked(language, paper=size))
        assert (sheet.number, sheet.record_id, sheet.paper) == ("", None, size)


@pytest.mark.parametrize("form", CASE_FORMS)
def test_a_case_there_is_not_is_said(workplace: Workplace, form: str) -> None:
    for key in (7, "M2026-000099", "latest"):
        with pytest.raises(NotFound):
            paper.prepare(workplace, form, key, HANT)


def test_the_list_says_what_is_there_and_what_is_missing(
    workplace: Workplace, household: Household
) -> None:
    known = case(workplace, household, by_agent=False)
    entry = DocumentEntry("contract", received_on=TODAY, original=True, authentic=True)
    known = move_in_document.take(workplace, known.detail.id, known.detail.version, (entry,))
    content = paper.prepare(workplace, FormCode.DOCUMENT_LIST, known.detail.id, HANT).content
    [contract] = [one for one in content["documents"] if one["what"] == "買賣合約"]
    assert contract["original"] != contract["copy"]
    assert len(content["missing"]) == sum(
        (one.field or "").partition(":")[0] in ("document", "agreement", "registration")
        for one in known.blockers
    )


def test_the_household_is_not_told_what_the_desk_itself_owes(
    workplace: Workplace, household: Household
) -> None:
    known = case(workplace, household, by_agent=False)
    entry = DocumentEntry("contract", received_on=TODAY, original=True, copy=True)
    known = move_in_document.take(workplace, known.detail.id, known.detail.version, (entry,))
    fee = FeeEntry(FeeKind.PROPERTY, "11月管理費", Decimal(980))
    known = move_in_fee.add(workplace, known.detail.id, known.detail.version, (fee,))
    codes = {one.code for one in known.blockers}
    assert {"move_in.document.unchecked", "move_in.fee.look"} <= codes
    content = paper.prepare(workplace, FormCode.DOCUMENT_LIST, known.detail.id, HANT).content
    about = [one for one in content["missing"] if "11月管理費" in one or "買賣合約" in one]
    assert about == ["11月管理費：未收款。"]


def test_the_agreements_are_those_not_signed_yet(
    workplace: Workplace, household: Household
) -> None:
    known = case(workplace, household)
    entry = ListedEntry("service", TODAY, "郭大明")
    known = move_in_listed.sign(workplace, known.detail.id, known.detail.version, (entry,))
    sheet = paper.prepare(workplace, FormCode.MOVE_IN_AGREEMENT, known.detail.id, HANT)
    names = [one["name"] for one in sheet.content["agreements"]]
    assert names == ["單位裝修管理協議", "大廈公契"]


def test_a_company_has_its_letter_and_the_proof_and_an_owner_in_person_none(
    workplace: Workplace, household: Household
) -> None:
    spoken = {"contact": "陳志強", "by_agent": False, "agent": "", "agent_phone": ""}
    company = case(workplace, household, holder=Holder.COMPANY, **spoken)
    sheet = paper.prepare(workplace, FormCode.AUTHORISATION, company.detail.id, HANT)
    assert sheet.content["letters"] == ["company", "representative"]
    told = paper.prepare(workplace, FormCode.OWNER_REGISTRATION, company.detail.id, HANT).content
    assert (sheet.content["agent"], told["agent"]) == ("陳志強", "陳志強")
    assert "representative" not in told
    move_in.void(workplace, company.detail.id, company.detail.version, "誤登")
    alone = case(workplace, household, by_agent=False)
    with pytest.raises(RuleRefused) as refused:
        paper.prepare(workplace, FormCode.AUTHORISATION, alone.detail.id, HANT)
    assert [one.code for one in refused.value.reasons] == ["paper.authorisation.nobody"]


def test_a_void_case_prints_with_the_stamp(workplace: Workplace, household: Household) -> None:
    known = case(workplace, household)
    move_in.void(workplace, known.detail.id, known.detail.version, "誤登")
    assert paper.prepare(workplace, FormCode.OWNER_CARD, known.detail.id, HANT).is_void


def test_the_packet_is_every_paper_in_one_file_each_in_the_log(
    workplace: Workplace, household: Household, tmp_path: Path
) -> None:
    known = case(workplace, household)
    file, steps = tmp_path / "packet.pdf", []
    batch = paper.print_packet(
        workplace,
        known.detail.number,
        HANT,
        file=file,
        step=lambda done, total: steps.append((done, total)),
    )
    rows = paper.prints_of(workplace, "move_in", known.detail.id)
    assert {one.form for one in rows} == set(CASE_FORMS)
    assert steps[-1] == (len(CASE_FORMS), len(CASE_FORMS))
    with opened(file.read_bytes()) as document:
        assert len(document) == batch.pages


def test_the_packet_of_a_tenant_has_no_letters(
    workplace: Workplace, household: Household, tmp_path: Path
) -> None:
    known = case(workplace, household, arrival=Arrival.TENANT, by_agent=False)
    paper.print_packet(workplace, known.detail.id, HANT, file=tmp_path / "packet.pdf")
    rows = paper.prints_of(workplace, "move_in", known.detail.id)
    forms = {one.form for one in rows}
    assert FormCode.AUTHORISATION not in forms
    assert FormCode.MOVE_IN_AGREEMENT not in forms
