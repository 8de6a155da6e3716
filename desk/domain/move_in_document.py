"""The papers of a move-in 入住資料: which are asked for, and how each stands (R20, R24-R28).

The matrix builds itself from the policy's list and the case: owner or tenant, natural person or
company, with an agent or without, one photo for each permanent resident.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.domain.move_in import Document, DocumentEntry, MoveInFacts, Person
from desk.domain.move_in_rule import Arrival, DocumentRule, ListedPaper, MoveInRule
from desk.domain.reasons import Reason

DOUBTFUL = ":doubtful"  # after the item of a paper: it is there, and not authentic


class DocumentState(StrEnum):
    """How a paper stands."""

    MISSING = "missing"  # 欠缺
    UNCHECKED = "unchecked"  # 已收，待核驗
    DOUBTFUL = "doubtful"  # 存疑
    COMPLETE = "complete"  # 齊備


@dataclass(frozen=True)
class Wanted:
    """One paper that is asked for; `person` is the permanent resident whose photo it is."""

    rule: DocumentRule
    person: Person | None = None

    @property
    def item(self) -> str:
        """The field of what is missing of it: `document:contract`, `document:photo:7`."""
        ending = "" if self.person is None else f":{self.person.id}"
        return f"document:{self.rule.code}{ending}"

    @property
    def person_id(self) -> int:
        """Of whom it is; 0: of the case."""
        return 0 if self.person is None else self.person.id


@dataclass(frozen=True)
class DocumentStanding:
    """One paper of the matrix: what is asked for, what was taken in, what is missing of it."""

    wanted: Wanted
    document: Document | None
    state: DocumentState
    reasons: tuple[Reason, ...] = ()


def applies(paper: DocumentRule | ListedPaper, arrival: Arrival) -> bool:
    """Whether a paper of the policy is one for this arrival; without any named: for all."""
    return not paper.arrivals or arrival in paper.arrivals


def wanted(facts: MoveInFacts, rule: MoveInRule) -> tuple[Wanted, ...]:
    """Every paper that is asked for, in the policy's order."""
    return tuple(one for paper in rule.documents for one in _wanted(paper, facts))


def _wanted(paper: DocumentRule, facts: MoveInFacts) -> Iterator[Wanted]:
    if not applies(paper, facts.arrival) or (paper.agent and not facts.by_agent):
        return
    if paper.holders and facts.holder not in paper.holders:
        return
    if paper.each_resident:
        yield from (Wanted(paper, one) for one in facts.persons if one.permanent)
    else:
        yield Wanted(paper)


def documents(facts: MoveInFacts, rule: MoveInRule) -> tuple[DocumentStanding, ...]:
    """The matrix: each paper that is asked for and how it stands."""
    taken = {(one.code, one.person_id): one for one in facts.documents}
    return tuple(
        _standing(one, taken.get((one.rule.code, one.person_id))) for one in wanted(facts, rule)
    )


def _standing(asked: Wanted, document: Document | None) -> DocumentStanding:
    reasons = tuple(_lacks(asked, document))
    if document is None or document.received_on is None:
        state = DocumentState.MISSING
    elif document.authentic is False:
        state = DocumentState.DOUBTFUL
    else:
        state = DocumentState.UNCHECKED if reasons else DocumentState.COMPLETE
    return DocumentStanding(asked, document, state, reasons)


def _lacks(asked: Wanted, document: Document | None) -> Iterator[Reason]:
    """Received, the original seen, the copy kept, judged authentic (R20). A photo is no document
    that could be forged: it is received, no more (R27)."""
    told: dict[str, str | int] = {"document": asked.rule.code}
    if asked.person is not None:
        told["person"] = asked.person.name
    if document is None or document.received_on is None:
        code = "missing" if asked.person is None else "photo"
        yield Reason(f"move_in.document.{code}", asked.item, told)
        return
    if asked.rule.original and not document.original:
        yield Reason("move_in.document.original", asked.item, told)
    if asked.rule.copy and not document.copy:
        yield Reason("move_in.document.copy", asked.item, told)
    if asked.rule.original and document.authentic is None:
        yield Reason("move_in.document.unchecked", asked.item, told)
    if document.authentic is False:
        said = told | {"remark": document.remark}
        yield Reason("move_in.document.doubtful", asked.item + DOUBTFUL, said)


def document_reasons(
    entries: Iterable[DocumentEntry], asked: Iterable[Wanted], today: date
) -> tuple[Reason, ...]:
    """Why papers may not be written down: not asked for, to come, doubted without a remark."""
    known = {(one.rule.code, one.person_id): one for one in asked}
    return tuple(
        reason
        for one in entries
        for reason in _entry_reasons(one, known.get((one.code, one.person_id)), today)
    )


def _entry_reasons(entry: DocumentEntry, asked: Wanted | None, today: date) -> Iterator[Reason]:
    if asked is None:
        yield Reason("move_in.document.not_asked", None, {"document": entry.code})
        return
    told = {"document": entry.code}
    if entry.received_on is not None and entry.received_on > today:
        yield Reason("move_in.document.future", asked.item, told)
    checked = entry.original or entry.copy or entry.authentic is not None
    if checked and entry.received_on is None:
        yield Reason("move_in.document.received", asked.item, told)
    if entry.authentic is False and not entry.remark:
        yield Reason("move_in.document.remark", asked.item, told)
