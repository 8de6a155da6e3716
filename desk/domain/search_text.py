"""Text to search tokens, and what is typed into the search box to a question about tokens.

A record is found when, for every term of the question, it holds one of the term's tokens: exact
tokens only, so that the answer is one look-up and not a walk. Whatever may be typed while a word is
still unfinished is therefore a token of its own.

Tokens consist of letters, figures and Chinese characters, without spaces; those of rooms begin with
`_`. Nothing that is typed can be read as the syntax of an index.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, product
from typing import Protocol

from desk.domain import numbering, room

QUERY_LIMIT = 200  # characters of a question that are read
_WORD_PREFIX = 12  # longer words of free text are found by their first twelve letters
_TAILS = range(4, 9)  # how many last figures of a phone are asked for
_PERSON = 4  # a name with more Chinese characters is that of a company
_SPOKEN_LIMIT = 48  # readings of one name that are written out in full
_INITIALS_LIMIT = 256

_HAN = "\u2e80-\u2fdf\u3005\u3007\u3040-\u30ff\u3105-\u312f\u31a0-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PIECE = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_CHAIN = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+")
_CHAIN_RUN = re.compile(r"[^\W_]+")
_IS_HAN = re.compile(rf"[{_HAN}]")
_FIGURES = re.compile(r"\d{2,}")
_SPLIT = re.compile(r"[\s,，、;；。|]+")
_JOINERS = re.compile("[·•‧・\u200b-\u200f]")
_MARK = "座栋幢期楼层室房户号门"
_ADDRESS = re.compile(
    rf"[0-9a-z]+(?:单元|[{_MARK}]|[#之\-]|[0-9a-z])*(?:单元|[{_MARK}])(?:[#之\-]?[0-9a-z]+)*|"
    r"[0-9a-z]+(?:[#\-~./][0-9a-z]+)+"
)


class Hanzi(Protocol):
    """What the search knows about Chinese characters; `desk.hanzi` is one."""

    def fold(self, text: str, /) -> str:
        """Bring every character to its one search form, keeping the length."""

    def readings(self, char: str, /) -> tuple[str, ...]:
        """Return every toneless reading of a character."""


Term = frozenset[str]


@lru_cache(maxsize=65_536)
def name_tokens(name: str, hanzi: Hanzi) -> frozenset[str]:
    """Return what finds a person or a company by name.

    In Chinese: each character and each pair. In Latin letters: every beginning of the name, of the
    given name and of its initials, by any reading (`z`, `zengd`, `dehua`, `zdh`, `cdh`).
    """
    found: set[str] = set()
    han: list[str] = []
    words: list[str] = []
    for piece in _PIECE.findall(_key(_JOINERS.sub("", name), hanzi)):
        (han if _IS_HAN.match(piece) else words).append(piece)
    chars = "".join(han)
    found.update(chars)
    found.update(first + second for first, second in pairwise(chars))
    found.update(_spoken(chars, name, hanzi))
    found.update(_latin(words))
    return frozenset(found)


def text_tokens(text: str, hanzi: Hanzi) -> frozenset[str]:
    """Return what finds a free text: pairs of characters, words and their beginnings, figures."""
    found: set[str] = set()
    for run in _CHAIN_RUN.findall(_key(text, hanzi)):
        links = _CHAIN.findall(run)
        found.update(map("".join, pairwise(links)))
        for link in links:
            if link.isascii() or not _IS_HAN.match(link):
                found.update(_word(link))
    return frozenset(found)


def room_tokens(place: room.Room, hanzi: Hanzi | None = None) -> frozenset[str]:
    """Return what finds a room by any partial writing of it; see `room.tokens`."""
    if hanzi is not None:
        place = room.Room(*(hanzi.fold(part) for part in place.parts))
    found = set(room.tokens(place))
    for part in room.components(place):
        if _IS_HAN.match(part):
            found.update(map("".join, pairwise(part)))
        elif len(part) > 2 and part.isalpha():
            found.update(_word(part))
    return frozenset(found)


def phone_tokens(phone: str) -> frozenset[str]:
    """Return the last four to eight figures of a phone number in any writing, and all of them."""
    figures = _figures_of(phone)
    if len(figures) < _TAILS.start:
        return frozenset((figures,)) if len(figures) > 2 else frozenset()
    return frozenset((figures, *(figures[-size:] for size in _TAILS if size < len(figures))))


def number_tokens(number: str) -> frozenset[str]:
    """Return what finds a record number: `r2026000123`, `000123`, `123` and `r123`."""
    parsed = numbering.parse_number(number)
    if parsed is None:
        return frozenset(_word(_ascii(number)))
    value = str(parsed.value)
    whole = str(parsed).replace("-", "").lower()
    return frozenset((whole, value.zfill(6), value, parsed.letter.lower() + value))


def query_terms(text: str, hanzi: Hanzi) -> tuple[Term, ...]:
    """Return, for each thing asked for, the tokens of which a record must hold one.

    No term means that nothing was asked that could be found.
    """
    cut = _key(room.plain(_JOINERS.sub("", text[:QUERY_LIMIT])), hanzi)
    terms: list[Term] = []
    for written in _figures_joined(_SPLIT.split(cut)):
        terms.extend(_ask(written))
    return tuple(dict.fromkeys(term for term in terms if term))


def _key(text: str, hanzi: Hanzi) -> str:
    """Bring a text to one width, case, accent and form of each character."""
    if text.isascii():
        return text.lower()
    flat = unicodedata.normalize("NFKD", text)
    bare = flat if flat == text else "".join(c for c in flat if not unicodedata.combining(c))
    return hanzi.fold(unicodedata.normalize("NFC", bare).lower())


def _ascii(text: str) -> str:
    return re.sub(r"[^0-9a-z]", "", unicodedata.normalize("NFKC", text).lower())


def _figures_of(text: str) -> str:
    return "".join(str(int(char)) for char in text if char.isdecimal())


def _beginnings(word: str, shortest: int = 1) -> Iterator[str]:
    return (word[:size] for size in range(shortest, len(word) + 1))


def _word(word: str) -> Iterator[str]:
    """A word of free text, its beginnings from three letters, and the figures within it."""
    if len(word) < 2:
        return
    if word.isdecimal():
        yield word
        return
    yield word[:_WORD_PREFIX]
    yield from _beginnings(word[:_WORD_PREFIX], 3)
    yield from _FIGURES.findall(word)


def _latin(words: Sequence[str]) -> Iterator[str]:
    """Every beginning of each word, of the words run together, and of their initials."""
    for word in words[:12]:
        yield from _beginnings(word[:24])
    if 1 < len(words) <= 6:
        for start in range(len(words) - 1):
            yield from _beginnings("".join(words[start:])[:24])
            yield from _beginnings("".join(word[0] for word in words[start:]))


def _spoken(chars: str, name: str, hanzi: Hanzi) -> Iterator[str]:
    """The name as it is typed in pinyin, from every character on where it is a person's."""
    if not chars:
        return
    originals = [char for char in unicodedata.normalize("NFC", name) if _IS_HAN.match(char)]
    if len(originals) != len(chars):
        originals = list(chars)
    said = [
        tuple(dict.fromkeys(hanzi.readings(a) + hanzi.readings(b)))
        for a, b in zip(originals, chars, strict=True)
    ]
    person = len(said) <= _PERSON
    for start in range(len(said) if person else 1):
        yield from _typed(said[start:])


def _typed(said: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Beginnings of the syllables written out, of initials, and of a surname with initials."""
    known = []
    for syllables in said[:8]:
        if not syllables:
            break
        known.append(syllables)
    if not known:
        return
    full, short = known[:_PERSON], [sorted({one[0] for one in some}) for some in known]
    for spoken in _combined(full, _SPOKEN_LIMIT):
        yield from _beginnings(spoken)
    initials = _combined(short, _INITIALS_LIMIT)
    for letters in initials:
        yield from _beginnings(letters)
    if 2 < len(known) <= _PERSON:
        for rest in _combined(short[1:], _SPOKEN_LIMIT):
            yield from (first + rest for first in known[0])


def _combined(choices: Sequence[Iterable[str]], limit: int) -> list[str]:
    found = []
    for chosen in product(*choices):
        found.append("".join(chosen))
        if len(found) == limit:
            break
    return found


def _figures_joined(written: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each piece of the question with the phone number it may be a part of (2345 6789)."""
    at = 0
    while at < len(written):
        end = at
        while end < len(written) and re.fullmatch(r"\+?[\d()\-]+", written[end]):
            end += 1
        whole = _figures_of("".join(written[at:end])) if end - at > 1 else ""
        for piece in written[at : max(end, at + 1)]:
            yield piece, whole if len(whole) > 6 else ""
        at = max(end, at + 1)


def _ask(written: tuple[str, str]) -> Iterator[Term]:
    """The terms of one piece between spaces."""
    piece, phone = written
    also = set(_phone_alternatives(phone))
    number = numbering.from_scan_code(piece) or (
        str(known) if (known := numbering.parse_number(piece)) else None
    )
    if number:
        yield frozenset((number.replace("-", "").lower(), _ascii(piece), *also))
        return
    rest = piece
    for address in _ADDRESS.finditer(piece):
        before, rest = piece[: address.start()], piece[address.end() :]
        yield from _ask_words(before, also)
        yield from _ask_address(address.group(0), also)
        piece = " " * address.end() + rest
    yield from _ask_words(rest, also)


def _ask_address(text: str, also: set[str]) -> Iterator[Term]:
    parts = room.parse(text)
    also = also | {room.token(parts)} | set(_phone_alternatives(_figures_of(text)))
    if "-" in text or "." in text:
        words = [word for word in _PIECE.findall(text) if len(word) > 1]
        if words and not any(word.isdecimal() for word in words):
            yield from (frozenset(({word[:_WORD_PREFIX], word}) | also) for word in words)
            return
        yield frozenset(also)
        return
    links = _CHAIN.findall("".join(_PIECE.findall(text)))
    pairs = ["".join(pair) for pair in pairwise(links)] or [text]
    yield from (frozenset({pair} | also) for pair in pairs)


def _ask_words(text: str, also: set[str]) -> Iterator[Term]:
    for word in _PIECE.findall(text):
        if not _IS_HAN.match(word):
            yield frozenset(_word_alternatives(word) | also)
            continue
        parts = room.parse(word)
        place = {room.token(parts)} if len(parts) == 1 else set()
        pairs = ["".join(pair) for pair in pairwise(word)] or [word]
        yield from (frozenset({pair} | place | also) for pair in pairs)


def _word_alternatives(word: str) -> set[str]:
    found = {word, word[:_WORD_PREFIX]}
    if word.isdecimal():
        found.update(_phone_alternatives(word))
    parts = room.parse(word)
    if parts and len(parts) < 5 and (len(word) < 3 or any(part.isdecimal() for part in parts)):
        found.add(room.token(parts))
    return found


def _phone_alternatives(figures: str) -> tuple[str, ...]:
    if len(figures) < 7:
        return ()
    return (figures, figures[-_TAILS.stop + 1 :])
