"""Frequent questions and their unified answers 統一回復口徑 (R205)."""

from dataclasses import dataclass, replace

from desk.domain import faq as rules
from desk.domain.faq import FaqEntry
from desk.domain.permissions import Permission
from desk.errors import NotFound
from desk.models.faq import Faq
from desk.models.lists import faq as faq_list
from desk.models.lists.faq import FaqRow, Filter
from desk.services.cleaning import Cleaning
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = ["FaqFilter", "FaqRow", "add", "change", "faqs", "get"]


@dataclass(frozen=True)
class FaqFilter:
    """What the questions are narrowed to."""

    active: bool | None = None
    text: str = ""


def faqs(workplace: Workplace, wanted: FaqFilter) -> tuple[FaqRow, ...]:
    """The questions, in the order written down."""
    terms = terms_of(wanted.text)
    with workplace.reading() as reader:
        return faq_list.faqs(reader, Filter(wanted.active, terms))


def get(workplace: Workplace, faq_id: int) -> FaqRow:
    """One question; NotFound when there is none."""
    with workplace.reading() as reader:
        found = faq_list.faq(reader, faq_id)
    if found is None:
        raise NotFound("faq", str(faq_id))
    return found


def add(workplace: Workplace, entry: FaqEntry) -> FaqRow:
    """Write a question down."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        row = Faq()
        _write(row, _ready(entry))
        work.add(row)
        return work.committed(faq_list.faq, "faq", row.id)


def change(workplace: Workplace, faq_id: int, version: int, entry: FaqEntry) -> FaqRow:
    """Correct a question or its answer, or end it."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        row = work.get_as_seen(Faq, faq_id, version)
        _write(row, _ready(entry))
        return work.committed(faq_list.faq, "faq", faq_id)


def _ready(entry: FaqEntry) -> FaqEntry:
    cleaning = Cleaning()
    entry = replace(
        entry,
        question=cleaning.line(entry.question, rules.QUESTION_LIMIT, "question"),
        answer=cleaning.text(entry.answer, rules.ANSWER_LIMIT, "answer"),
        keywords=cleaning.line(entry.keywords, rules.KEYWORD_LIMIT, "keywords"),
    )
    cleaning.refuse(rules.entry_reasons(entry))
    return entry


def _write(row: Faq, entry: FaqEntry) -> None:
    for field in ("question", "answer", "keywords", "active"):
        setattr(row, field, getattr(entry, field))
