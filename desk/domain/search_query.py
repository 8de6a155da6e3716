"""What is typed into the search box, as a question about tokens.

The answer is a conjunction: a record is found when it holds one token of every term. A room that
can also be read as text asks for its pairs of characters, each of them or the room.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from desk.domain import numbering, room
from desk.domain.search_key import (
    JOINERS,
    LINK,
    NAME_PREFIX,
    PIECE,
    WORD_PREFIX,
    Hanzi,
    figures_of,
    is_han,
    key,
)

Term = frozenset[str]

QUERY_LIMIT = 200  # characters of a question that are read
TERM_LIMIT = 24
LONGEST_TAIL = 8  # last figures of a phone that are a token
_PHONE = 7  # figures make a phone number
_SHORTEST_NUMBER = len("r2026-1")

_MARK = rf"(?:单元|[{room.MARKS}])"
_NUMERALS = rf"[{room.NUMERALS}]++"
_ADDRESS = rf"(?:第?(?:[0-9a-z]++|{_NUMERALS}(?={_MARK})|(?<=之){_NUMERALS}){_MARK}*+[-#~./之]*+)++"
_MARKED = rf"(?:第?(?:[0-9a-z]++|{_NUMERALS}){_MARK}++(?:之[0-9{room.NUMERALS}]++)?)++"
_SPLIT = r"[\s,，、;；。|]+"
_JOINTS = "-#~./之"
_DIALLED = r"\+?[0-9()\-]+"
_YEAR_AND_VALUE = r"([0-9]{4})-([0-9]{1,6})"
_ROOM_PART = r"[0-9]+|[a-z]{1,2}[0-9]*|[0-9]+[a-z]{1,2}"


@lru_cache(maxsize=256)
def query_terms(text: str, hanzi: Hanzi) -> tuple[Term, ...]:
    """Return, for each thing asked for, the tokens of which a record must hold one.

    No term means that nothing was asked that could be found.
    """
    asked = room.english(key(re.sub(JOINERS, "", text[:QUERY_LIMIT]), hanzi))
    pieces = [piece for piece in re.split(_SPLIT, asked) if piece]
    if len(pieces) > 1 and not asked.isascii():
        pieces = list(_addresses_joined(pieces))
    terms = (
        term for piece, phone in _with_phones(pieces) for term in _ask(piece, _phone_tails(phone))
    )
    return tuple(dict.fromkeys(term for term in terms if term))[:TERM_LIMIT]


def _addresses_joined(pieces: Sequence[str]) -> Iterator[str]:
    """Put neighbouring parts of one address together: `b室` `12楼` `a座` is `a座12楼b室`."""
    group: list[str] = []
    for piece in pieces:
        if re.fullmatch(_MARKED, piece):
            group.append(piece)
            continue
        yield from _one_address(group)
        group = []
        yield piece
    yield from _one_address(group)


def _one_address(group: list[str]) -> list[str]:
    largest_first = room.largest_first(group)
    return group if largest_first is None else ["".join(largest_first)]


def _with_phones(pieces: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each piece with the figures of the phone number that it may be a part of (2345 6789)."""
    if len(pieces) == 1 and pieces[0].isalnum():
        yield pieces[0], ""
        return
    group: list[str] = []
    for piece in (*pieces, ""):
        if re.fullmatch(_DIALLED, piece):
            group.append(piece)
            continue
        yield from ((part, figures_of("".join(group))) for part in group)
        group = []
        if piece:
            yield piece, ""


def _phone_tails(figures: str) -> frozenset[str]:
    if len(figures) < _PHONE:
        return frozenset()
    return frozenset((figures, figures[-LONGEST_TAIL:]))


def _ask(piece: str, phone: Term) -> Iterator[Term]:
    """The terms of one piece between blanks; each may be answered by the phone number too."""
    number = _number(piece) if len(piece) >= _SHORTEST_NUMBER else ""
    if number:
        yield phone | {number}
        return
    if piece.isascii() and piece.isalnum():
        yield from (term | phone for term in _ask_word(piece))
        return
    segments = ["", *_segments(piece), ""]
    for before, segment, after in zip(segments, segments[1:], segments[2:], strict=False):
        if not any(map(is_han, segment)):
            terms = _ask_word(segment) if segment.isalnum() else _ask_joined(segment)
        elif re.match(_MARKED, segment) and re.fullmatch(_ADDRESS, segment):
            terms = _ask_pairs(segment, _place(segment))
        else:
            terms = _ask_characters(segment, before, after)
        yield from (term | phone for term in terms)


def _number(piece: str) -> str:
    number = numbering.from_scan_code(piece) or numbering.parse_number(piece) or ""
    return str(number).replace("-", "").lower()


def _segments(piece: str) -> Iterator[str]:
    """The addresses and words of a piece, and the runs of characters between them."""
    done = 0
    for found in re.finditer(_ADDRESS, piece):
        yield from re.findall(PIECE, piece[done : found.start()])
        yield found.group(0).strip(_JOINTS)
        done = found.end()
    yield from re.findall(PIECE, piece[done:])


def _place(text: str) -> Term:
    """The token of a text that can be read as a room."""
    parts = room.canonical(text)
    return frozenset({room.token(parts)} if parts else ())


def _ask_pairs(text: str, also: Term) -> Iterator[Term]:
    for first, second in pairwise(re.findall(LINK, text)):
        yield also | {first + second}


def _ask_characters(run: str, before: str, after: str) -> Iterator[Term]:
    """Pairs of characters; one alone is of a name, or a pair with its neighbours."""
    if len(run) > 1:
        named = run.rstrip(room.MARKS)
        yield from _ask_pairs(run, frozenset({f"_{named}"} if named not in ("", run) else ()))
        return
    neighbours = [*re.findall(LINK, before)[-1:], run, *re.findall(LINK, after)[:1]]
    yield frozenset((run, f"_{run}", *map("".join, pairwise(neighbours))))


def _ask_word(word: str) -> Iterator[Term]:
    """A name or its beginning, a word, figures of any kind, or a room like 12b."""
    found = frozenset((word, word[:NAME_PREFIX], word[:WORD_PREFIX]))
    if word.isdecimal():
        found |= _phone_tails(word)
    if not word.isalpha() or len(word) < 3:
        found |= _place(word)
    yield found


def _ask_joined(text: str) -> Iterator[Term]:
    """Parts with hyphens: a room (12-5-2), a phone, a number without its letter, or words."""
    words = re.findall(PIECE, text)
    found = _place(text)
    if all(map(str.isdecimal, words)):
        found |= _phone_tails("".join(words))
    shortened = re.fullmatch(_YEAR_AND_VALUE, text)
    if shortened:
        found |= {shortened.group(1) + shortened.group(2).zfill(6)}
    longer = [word for word in words if len(word) > 1]
    figures = any(map(str.isdecimal, text))
    if longer and not (figures and all(re.fullmatch(_ROOM_PART, word) for word in words)):
        yield from (found.union(*_ask_word(word)) for word in longer)
    else:
        yield found
