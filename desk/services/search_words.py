"""The words typed into the line of a register, as its list takes them."""

from desk import hanzi
from desk.domain import search_text
from desk.domain.search_text import Term


def terms_of(text: str) -> tuple[Term, ...] | None:
    """The terms of what was typed; None where nothing was: then the list is not narrowed."""
    said = text.strip()
    return search_text.query_terms(said, hanzi) if said else None
