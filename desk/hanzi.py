"""Chinese characters for search keys: one form for all variants, and how each may be read.

A key is never shown: names stay in the script they were written in. The tables come from OpenCC
and pypinyin, but are derived beforehand (`packaging/hanzi_tables.py`): neither library is loaded by
the program, and a stored token keeps meeting the queries of later versions.

This is the one door to the tables, which are loaded late, at the first Chinese character.
"""

from functools import cache, lru_cache


def fold(text: str) -> str:
    """Bring every character to its one search form: 臺 and 台, 峯 and 峰, 戶 and 户 meet.

    Works character by character and keeps the length, so any part of a text folds as it does
    within the whole.
    """
    return text if text.isascii() else text.translate(_folding())


@lru_cache(maxsize=8192)
def readings(char: str) -> tuple[str, ...]:
    """Return every toneless pinyin reading of one character, surnames included (曾: ceng, zeng).

    A reading with ü is given as v and as u. A character that nobody reads gives nothing.
    """
    if len(char) != 1 or char < "\u3007":
        return ()
    folded = fold(char)
    listed = _syllables().items()
    return tuple(spoken for spoken, chars in listed if char in chars or folded in chars)


@cache
def _folding() -> dict[int, str]:
    from desk import hanzi_tables as tables  # noqa: PLC0415 - loaded late, here only

    return str.maketrans(dict(zip(tables.FOLD_FROM, tables.FOLD_TO, strict=True)))


@cache
def _syllables() -> dict[str, str]:
    from desk import hanzi_tables as tables  # noqa: PLC0415 - loaded late, here only

    return tables.READINGS
