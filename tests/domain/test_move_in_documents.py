"""R20, R24-R28, R41: the matrix of papers, each kind of case with each paper missing."""

from dataclasses import replace

import pytest

from desk.domain.move_in import Document, DocumentEntry
from desk.domain.move_in_document import (
    DocumentState,
    document_reasons,
    documents,
    wanted,
)
from desk.domain.move_in_filing import file_reasons
from desk.domain.move_in_rule import MOVE_IN, Arrival, Holder
from tests.domain.move_in_cases import DAY, WITH_TENANTS, complete

HEAD = ("notice", "contract")
PERSON = ("identity",)
COMPANY = (
    "licence",
    "company_authority",
    "trustee_identity",
    "representative_identity",
    "representative_proof",
)
AGENT = ("agent_identity", "owner_authority")
EXPECTED = {
    (Holder.PERSON, False): (*HEAD, *PERSON, "photo", "photo"),
    (Holder.PERSON, True): (*HEAD, *PERSON, "photo", "photo", *AGENT),
    (Holder.COMPANY, False): (*HEAD, *COMPANY, "photo"),
    (Holder.COMPANY, True): (*HEAD, *COMPANY, "photo", *AGENT),
}
KINDS = [pytest.param(*kind, id=f"{kind[0]}-{'agent' if kind[1] else 'self'}") for kind in EXPECTED]
EACH_MISSING = [
    pytest.param(holder, by_agent, at, id=f"{holder}-{'agent' if by_agent else 'self'}-{code}-{at}")
    for (holder, by_agent), codes in EXPECTED.items()
    for at, code in enumerate(codes)
]


@pytest.mark.parametrize(("holder", "by_agent"), KINDS)
def test_r24_r28_the_papers_are_those_of_the_manual(holder: Holder, by_agent: bool) -> None:
    facts = complete(Arrival.OWNER, holder, by_agent=by_agent)
    asked = tuple(one.rule.code for one in wanted(facts, MOVE_IN))
    assert asked == EXPECTED[holder, by_agent]


@pytest.mark.parametrize(("holder", "by_agent"), KINDS)
def test_a_case_with_every_paper_is_filed(holder: Holder, by_agent: bool) -> None:
    facts = complete(Arrival.OWNER, holder, by_agent=by_agent)
    assert {one.state for one in documents(facts, MOVE_IN)} == {DocumentState.COMPLETE}
    assert file_reasons(facts, MOVE_IN) == ()


@pytest.mark.parametrize(("holder", "by_agent", "at"), EACH_MISSING)
def test_each_paper_that_is_missing_keeps_the_case_open_and_is_named(
    holder: Holder, by_agent: bool, at: int
) -> None:
    facts = complete(Arrival.OWNER, holder, by_agent=by_agent)
    gone = facts.documents[at]
    facts = replace(facts, documents=(*facts.documents[:at], *facts.documents[at + 1 :]))
    (reason,) = file_reasons(facts, MOVE_IN)
    item = f"document:{gone.code}" + (f":{gone.person_id}" if gone.person_id else "")
    assert reason.field == item
    assert reason.parameters["document"] == gone.code
    (standing,) = (one for one in documents(facts, MOVE_IN) if one.state is DocumentState.MISSING)
    assert standing.wanted.item == item


@pytest.mark.parametrize("paper", [(*one.values,) for one in EACH_MISSING])
@pytest.mark.parametrize(
    ("change", "code", "state"),
    [
        ({"original": False}, "original", DocumentState.UNCHECKED),
        ({"copy": False}, "copy", DocumentState.UNCHECKED),
        ({"authentic": None}, "unchecked", DocumentState.UNCHECKED),
        ({"authentic": False}, "doubtful", DocumentState.DOUBTFUL),
    ],
)
def test_r20_a_paper_is_seen_copied_and_judged(
    paper: tuple[Holder, bool, int], change: dict[str, bool], code: str, state: DocumentState
) -> None:
    holder, by_agent, at = paper
    facts = complete(Arrival.OWNER, holder, by_agent=by_agent)
    rules = {one.code: one for one in MOVE_IN.documents}
    kept = facts.documents[at]
    asked = {"original": rules[kept.code].original, "copy": rules[kept.code].copy}
    asked["unchecked"] = rules[kept.code].original
    papers = list(facts.documents)
    papers[at] = replace(kept, **change)
    found = file_reasons(replace(facts, documents=tuple(papers)), MOVE_IN)
    if not asked.get(code, True):
        assert found == ()
        return
    assert [one.code for one in found] == [f"move_in.document.{code}"]
    standing = documents(replace(facts, documents=tuple(papers)), MOVE_IN)[at]
    assert standing.state is state


def test_r27_one_photo_for_each_permanent_resident_and_for_nobody_else() -> None:
    facts = complete()
    photos = [one for one in wanted(facts, MOVE_IN) if one.rule.code == "photo"]
    assert [one.person_id for one in photos] == [1, 2]
    assert {one.person.name for one in photos if one.person} == {"何美玲", "何小明"}


def test_r41_nothing_is_asked_of_a_tenant_until_the_estate_writes_it() -> None:
    facts = complete(Arrival.TENANT)
    assert wanted(facts, MOVE_IN) == ()
    assert [one.rule.code for one in wanted(facts, WITH_TENANTS)] == ["lease"]
    company = complete(Arrival.TENANT, Holder.COMPANY)
    assert wanted(company, WITH_TENANTS) == ()


def test_r41_what_the_estate_asks_of_its_tenants_keeps_their_case_open() -> None:
    facts = complete(Arrival.TENANT)
    assert [one.field for one in file_reasons(facts, WITH_TENANTS)] == ["document:lease"]


def test_a_paper_is_written_down_with_its_day_and_doubted_with_a_remark() -> None:
    asked = wanted(complete(), MOVE_IN)
    entries = (
        DocumentEntry("contract", original=True),
        DocumentEntry("notice", received_on=DAY.replace(day=22)),
        DocumentEntry("identity", received_on=DAY, authentic=False),
        DocumentEntry("licence", received_on=DAY),
    )
    assert [one.code for one in document_reasons(entries, asked, DAY)] == [
        "move_in.document.received",
        "move_in.document.future",
        "move_in.document.remark",
        "move_in.document.not_asked",
    ]


def test_what_was_taken_in_and_is_asked_for_no_more_misses_nothing() -> None:
    facts = complete()
    extra = Document("licence", received_on=DAY)
    assert file_reasons(replace(facts, documents=(*facts.documents, extra)), MOVE_IN) == ()
