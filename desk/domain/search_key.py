"""What the sides of the search share: the form in which texts meet, and the words of a text."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Protocol

_FIRST_HAN = "\u3005"  # letters from here on stand for themselves: characters, kana, hangul
_HAN = r"[^\W_\0-\u3004]"
_LETTER = r"[^\W_\u3005-\U0010ffff]"

# Compiled by `re` when first asked for: the start of the program does not wait for them.
PIECE = rf"{_HAN}+|{_LETTER}+"  # a run of characters, or a word
LINK = rf"{_HAN}|{_LETTER}+"  # one character, or a word
RUN = r"[^\W_]+"  # characters and words without anything between
WORD = rf"{_LETTER}{{2,}}"
JOINERS = "[·•‧・\u200b-\u200f]"  # within a name: 买买提·艾力

WORD_PREFIX = 12  # a longer word of free text is found by its first twelve letters
NAME_PREFIX = 24

_FIGURES = r"\d{2,}"


class Hanzi(Protocol):
    """What the search knows about Chinese characters; `desk.hanzi` is one."""

    def fold(self, text: str, /) -> str:
        """Bring every character to its one search form, keeping the length."""

    def readings(self, char: str, /) -> tuple[str, ...]:
        """Return every toneless reading of a character."""


def is_han(text: str) -> bool:
    """Whether a piece is a run of characters and not a word."""
    return text[:1] >= _FIRST_HAN


def key(text: str, hanzi: Hanzi) -> str:
    """Bring a text to one width, small letters, no accents and one form of each character."""
    if text.isascii():
        return text.lower()
    if not unicodedata.is_normalized("NFKD", text):
        flat = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in flat if not unicodedata.combining(char))
        text = unicodedata.normalize("NFC", text)
    return hanzi.fold(text.lower())


def figures_of(text: str) -> str:
    """Return the figures of a text, of whatever script, as 0 to 9."""
    return "".join(str(int(char)) for char in text if char.isdecimal())


def beginnings(word: str, shortest: int = 1) -> Iterator[str]:
    """Yield what stands in the box while a word is typed: `zen`, `zeng`."""
    return (word[:size] for size in range(shortest, len(word) + 1))


def word_tokens(word: str) -> Iterator[str]:
    """Yield a word of free text, its beginnings from three letters, and the figures within it."""
    yield word[:WORD_PREFIX]
    if not word.isdecimal():
        yield from beginnings(word[:WORD_PREFIX], 3)
        yield from re.findall(_FIGURES, word)
