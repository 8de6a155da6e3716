"""Frequent questions, as read."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from desk.domain.search_text import Term
from desk.models import search_index
from desk.models.faq import Faq
from desk.models.lists import Reader

MOST = 1_000
_COLUMNS = (Faq.id, Faq.version, Faq.question, Faq.answer, Faq.keywords, Faq.active)


@dataclass(frozen=True)
class FaqRow:
    """One question with its unified answer 統一回復口徑."""

    id: int
    version: int
    question: str
    answer: str
    keywords: str
    active: bool


@dataclass(frozen=True)
class Filter:
    """What the questions are narrowed to. `terms`: no term means that nothing can be found."""

    active: bool | None = None
    terms: Sequence[Term] | None = None


def faqs(reader: Reader, wanted: Filter, limit: int = MOST) -> tuple[FaqRow, ...]:
    """The questions in the order written down: an estate has some hundred."""
    query = select(*_COLUMNS).order_by(Faq.active.desc(), Faq.id)
    if wanted.active is not None:
        query = query.where(Faq.active == wanted.active)
    if wanted.terms is not None:
        found = search_index.find(reader, Faq.search_table, wanted.terms, MOST)
        if not found:
            return ()
        query = query.where(Faq.id.in_(found))
    rows = reader.execute(query.limit(limit))
    return tuple(FaqRow(*row) for row in rows)


def faq(reader: Reader, faq_id: int) -> FaqRow | None:
    """One question by its id."""
    row = reader.execute(select(*_COLUMNS).where(Faq.id == faq_id)).first()
    return None if row is None else FaqRow(*row)


def hits(reader: Reader, terms: Sequence[Term], limit: int) -> tuple[FaqRow, ...]:
    """What the one search box finds: questions that are still answered so."""
    return faqs(reader, Filter(active=True, terms=terms), limit)
