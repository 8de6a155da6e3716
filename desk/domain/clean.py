"""The one door for text from outside: what is typed, pasted, imported or scanned.

NFC and never NFKC, because a name keeps the characters it was written with. What cannot be seen
and does no good (NUL, control characters, direction overrides, stray zero-width marks, halves of
characters) is dropped; joiners and variation selectors that change how a character looks are kept.
Nothing is ever cut silently: what is too long is answered with a reason. Markup is just text.
"""

import re
import unicodedata

from desk.domain.reasons import Reason
from desk.errors import RuleRefused

LINE_LIMIT = 200
TEXT_LIMIT = 4_000

_NEWLINES = re.compile("\r\n?|[\u0085\u2028\u2029\v\f]")
_JUNK = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_JOINERS = re.compile("(?<![^\\s\u200c\u200d])[\u200c\u200d]+|[\u200c\u200d]+(?=\\s|$)")
_BLANKS = re.compile(r"\s+")
_LINE_ENDS = re.compile(r"[^\S\n]+(?=\n|$)")
_MANY_LINES = re.compile(r"\n{3,}")


def clean_line(text: str, limit: int = LINE_LIMIT, field: str | None = None) -> str:
    """Return one clean line: newlines and runs of blanks become one space.

    Raises RuleRefused with `text.too_long` (limit, length) when more than `limit` characters
    remain.
    """
    refuse_giant(text, limit, field)
    kept = _dropped(_NEWLINES.sub(" ", text))
    return _bounded(_BLANKS.sub(" ", kept).strip(), limit, field)


def clean_text(text: str, limit: int = TEXT_LIMIT, field: str | None = None) -> str:
    """Return a clean text of several lines: newlines are `\\n`, tabs blanks, ends trimmed.

    Raises RuleRefused with `text.too_long` (limit, length) when more than `limit` characters
    remain.
    """
    refuse_giant(text, limit, field)
    kept = _dropped(_NEWLINES.sub("\n", text).replace("\t", " "))
    kept = _MANY_LINES.sub("\n\n", _LINE_ENDS.sub("", kept))
    return _bounded(kept.strip(), limit, field)


def too_long(text: str, limit: int, field: str | None = None) -> tuple[Reason, ...]:
    """Say whether a clean text is longer than `limit` characters."""
    if len(text) <= limit:
        return ()
    return (Reason("text.too_long", field, {"limit": limit, "length": len(text)}),)


def refuse_giant(text: str, limit: int, field: str | None = None) -> None:
    """Refuse, before anything else is done with it, a text that cannot become short enough."""
    if len(text) > 4 * limit + 1_000:
        raise RuleRefused(too_long(text, limit, field))


def _dropped(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    kept = unicodedata.normalize("NFC", _JUNK.sub("", text))
    return _JOINERS.sub("", kept)


def _bounded(text: str, limit: int, field: str | None) -> str:
    reasons = too_long(text, limit, field)
    if reasons:
        raise RuleRefused(reasons)
    return text
