"""Every door of personal data 個人資料: what a clerk may see of it, and that each look is recorded.

The rule itself stands in `domain.personal_data`; here it meets the clerk at the desk (R36).
"""

from dataclasses import replace
from typing import Any, TypeVar

from desk.domain import personal_data as rules
from desk.domain.permissions import Permission
from desk.domain.personal_data import TO_CALL, is_registration, masked, phones
from desk.domain.reasons import Reason
from desk.models.lists import Reader
from desk.models.lists import signed_paper as paper_list
from desk.models.lists.print_log import PrintRow
from desk.models.print_log import SignedPaper
from desk.models.unit_of_work import UnitOfWork
from desk.services.workplace import Workplace

__all__ = [
    "TO_CALL",
    "is_registration",
    "listed_print",
    "masked",
    "may_see_paper",
    "paper_reasons",
    "phones",
    "record_look",
    "record_paper",
    "refuse_paper",
    "shown",
    "shown_paper",
    "to_see_file",
]

Told = TypeVar("Told")


def shown(workplace: Workplace, told: Told) -> Told:
    """A record as this clerk may see it: phones are whole for whoever may call."""
    return told if workplace.allows(rules.TO_CALL) else masked(told)


def shown_paper(workplace: Workplace, form: str, values: Told) -> Told:
    """The values of a paper as this clerk may see them."""
    return values if workplace.allows(rules.TO_CALL) else rules.masked_paper(form, values)


def listed_print(row: PrintRow) -> PrintRow:
    """A print as it stands in a list."""
    return replace(row, content=rules.listed_paper(row.form, row.content))


def may_see_paper(workplace: Workplace, form: str) -> bool:
    """Whether the clerk may see what stands on a paper made of a record."""
    return not paper_reasons(workplace, form)


def paper_reasons(workplace: Workplace, form: str) -> tuple[Reason, ...]:
    """Why the clerk is not shown a paper made of a record: the words on a shut button."""
    return workplace.missing(rules.to_see_paper(form))


def refuse_paper(workplace: Workplace, form: str) -> None:
    """Refuse a paper made of a record to whoever may not see what stands on it."""
    workplace.require(rules.to_see_paper(form))


def to_see_file(reader: Reader, kind: str, record_id: int) -> Permission:
    """What is asked of somebody who looks at a file of a record."""
    if kind != SignedPaper.__tablename__:
        return rules.to_see_file(kind)
    paper = paper_list.signed(reader, record_id)
    return rules.to_see_file(kind) if paper is None else rules.to_see_file(paper.kind, paper.form)


def record_paper(work: UnitOfWork, form: str, kind: str, record_id: int | None) -> None:
    """A paper of a record is looked at or printed: recorded where it tells who somebody is."""
    if is_registration(form) and record_id is not None:
        record_look(work, kind, record_id, {"form": form})


def record_look(work: UnitOfWork, kind: str, record_id: int, told: dict[str, Any]) -> None:
    """Write into the history that the clerk has looked: at what, never what was seen."""
    work.record("seen", kind, record_id, told)
