"""Text to search tokens, and what is typed into the search box to a question about tokens.

A record is found when, for every term of the question, it holds one of the term's tokens: exact
tokens only, so that the answer is one look-up and not a walk. Whatever may be typed while a word is
still unfinished is therefore a token of its own.

Tokens consist of letters, figures and Chinese characters, without blanks; those of rooms hold `_`
before each component. Nothing that is typed can be read as the syntax of an index.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from desk.domain import numbering, room
from desk.domain.search_key import (
    LINK,
    RUN,
    WORD,
    Hanzi,
    beginnings,
    figures_of,
    is_han,
    key,
    word_tokens,
)
from desk.domain.search_names import name_tokens
from desk.domain.search_query import LONGEST_TAIL, Term, query_terms

__all__ = (
    "Hanzi",
    "Term",
    "name_tokens",
    "number_tokens",
    "phone_tokens",
    "query_terms",
    "room_tokens",
    "text_tokens",
)

_SHORTEST_TAIL = 4
_GROUND_FLOOR = "地下"  # as Hong Kong says G/F
_PHONE = r"\+?\(?\d[\d\s()\-.]*"
_EXTENSION = r"(?i)(?:分機|分机|內線|内线|轉|转|ext\.?|extension|[x#])\s*\d+"


def text_tokens(text: str, hanzi: Hanzi) -> frozenset[str]:
    """Return what finds a free text: pairs of characters, words and their beginnings, figures."""
    folded = key(text, hanzi)
    found: set[str] = set()
    for run in re.findall(RUN, folded):
        links = re.findall(LINK, run)
        found.update([first + second for first, second in pairwise(links)])
    for word in re.findall(WORD, folded):
        found.update(word_tokens(word))
    return frozenset(found)


@lru_cache(maxsize=16_384)
def room_tokens(place: room.Room, hanzi: Hanzi) -> frozenset[str]:
    """Return what finds a room by any partial writing of it; see `room.tokens`."""
    folded = room.Room(*(hanzi.fold(part) for part in place.parts))
    named: set[str] = set()
    for part in room.components(folded):
        if is_han(part):
            named.update(map("".join, pairwise(part)))
        elif len(part) > 2 and part.isalpha():
            named.update(beginnings(part))
        elif part == "g":
            named.add(_GROUND_FLOOR)
    return room.tokens(folded) | named


def phone_tokens(phones: str) -> frozenset[str]:
    """Return the last four to eight figures, and all of them, of the phone numbers in a text."""
    found: set[str] = set()
    for figures in _phones(unicodedata.normalize("NFKC", phones)):
        tails = range(_SHORTEST_TAIL, min(len(figures), LONGEST_TAIL + 1))
        found.update((figures, *(figures[-size:] for size in tails)))
    return frozenset(found)


def number_tokens(number: str) -> frozenset[str]:
    """Return what finds `R2026-000123`: r2026000123, 2026000123, 000123, 123 and r123."""
    parsed = numbering.parse_number(number)
    if parsed is None:
        return frozenset()
    letter, value = parsed.letter.lower(), str(parsed.value)
    whole = str(parsed).replace("-", "").lower()
    return frozenset((whole, whole[1:], value.zfill(6), value, letter + value))


def _phones(text: str) -> Iterator[str]:
    """The figures of each number of a text; blanks part two numbers only if both are whole."""
    for written in re.findall(_PHONE, re.sub(_EXTENSION, " ; ", text)):
        parts = [figures_of(part) for part in written.split()]
        if all(len(part) >= 7 for part in parts):
            yield from parts
        else:
            yield "".join(parts)
