"""The tokens that find a person or a company by name."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise, product

from desk.domain.search_key import (
    NAME_PREFIX,
    PIECE,
    Hanzi,
    beginnings,
    is_han,
    key,
)

_PERSON = 4  # a name with more Chinese characters is that of a company
_SYLLABLES = 8  # of a company's name are spoken
_WORDS = 8  # of a Latin name are read
_WAYS = {True: 256, False: 8}  # to read the name of a person, of a company


@lru_cache(maxsize=16_384)
def name_tokens(name: str, hanzi: Hanzi) -> frozenset[str]:
    """Return what finds a person or a company by name.

    In Chinese: each character and each pair. In Latin letters: every beginning of the name, of the
    given name and of its initials, by any reading (`z`, `zengd`, `dehua`, `zdh`, `cdh`, `zengdh`).
    """
    pieces = re.findall(PIECE, key(name, hanzi))
    folded = "".join(piece for piece in pieces if is_han(piece))
    readings = (hanzi.readings(char) for char in name if is_han(char))
    words = [piece for piece in pieces if not is_han(piece)][:_WORDS]
    return frozenset(
        (
            *folded,
            *map("".join, pairwise(folded)),
            *_spoken([spoken for spoken in readings if spoken]),
            *_latin(words),
        )
    )


def _spoken(said: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The name as it is typed in pinyin, from every character on where it is a person's.

    A character that nobody can read is left out.
    """
    person = len(said) <= _PERSON
    for start in range(len(said) if person else min(len(said), 1)):
        known = said[start : start + _SYLLABLES]
        initials = [sorted({reading[0] for reading in some}) for some in known]
        for letters in (*_ways(known, person=person), *_ways(initials, person=person)):
            yield from beginnings(letters[:NAME_PREFIX])
        if person and len(known) > 2:
            yield from _ways([known[0], *initials[1:]], person=True)


def _ways(choices: Sequence[Collection[str]], *, person: bool) -> Iterator[str]:
    return islice(map("".join, product(*choices)), _WAYS[person])


def _latin(words: Sequence[str]) -> Iterator[str]:
    """Every beginning of each word, of the words run together, and of their initials."""
    for start, word in enumerate(words):
        yield from beginnings(word[:NAME_PREFIX])
        if start < len(words) - 1:
            yield from beginnings("".join(words[start:])[:NAME_PREFIX])
            yield from beginnings("".join(word[0] for word in words[start:]))
