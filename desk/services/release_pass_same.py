"""How things on release passes are compared: the same serial number, the same words."""

import re
import unicodedata

from desk import hanzi
from desk.domain import search_key

_BETWEEN = re.compile(r"[\s\-‐-―－·./,;:、，。()（）]+")
_SERIAL_LIMIT = 120
_WORDS_LIMIT = 400


def same_keys(what: str, serial: str) -> tuple[str, str]:
    """What a thing is and its serial number, as both are compared; "" where there is none."""
    words = _BETWEEN.sub("", search_key.key(what, hanzi))
    number = _BETWEEN.sub("", unicodedata.normalize("NFKC", serial)).upper()
    return words[:_WORDS_LIMIT], number[:_SERIAL_LIMIT]
