"""How the number of a record looks, and the code a scanner reads.

A number is a letter for the series, the year in the estate's zone and six digits: `R2026-000123`.
Numbers are gapless within a year and start again at 1 with the next. The scanned code leaves the
hyphen out and ends with a check character (ISO 7064 MOD 37,36): `R2026000123T`; upper-case letters
and digits only, because a scanner types through the input method.
"""

import re
import unicodedata
from dataclasses import dataclass

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MODULUS = len(_ALPHABET)
_NUMBER = re.compile(r"([A-Z])(\d{4})(?:-(\d{1,9})|(\d{6}))", re.ASCII)
_NAMED = re.compile(r"(?<![A-Z0-9])([A-Z])(\d{4})(-\d{1,9}|\d{6})(?!\d)", re.ASCII)
_SCANNED = re.compile(r"([A-Z])(\d{4})(\d{6,9})([0-9A-Z])", re.ASCII)


@dataclass(frozen=True, order=True)
class RecordNumber:
    """The parts of a number; as text it looks like `R2026-000123`."""

    letter: str
    year: int
    value: int

    def __str__(self) -> str:
        return format_number(self.letter, self.year, self.value)


def format_number(letter: str, year: int, value: int) -> str:
    """Write a number: `("R", 2026, 123)` gives `R2026-000123`."""
    return f"{letter}{year:04d}-{value:06d}"


def parse_number(text: str) -> RecordNumber | None:
    """Read a number as people type it: small letters, no hyphen, full width. None if it is none."""
    match = _NUMBER.fullmatch(_plain(text))
    if match is None:
        return None
    letter, year, short, long = match.groups()
    return RecordNumber(letter, int(year), int(short or long))


def typed(text: str) -> str:
    """The number that a text means, typed or scanned; else the text, in whole characters."""
    return str(
        from_scan_code(text) or parse_number(text) or text.encode("utf-8", "replace").decode()
    )


def named_in(text: str) -> tuple[str, ...]:
    """The record numbers that a text names, each once, as they are written: `O2026-000012`."""
    found = (parse_number("".join(match)) for match in _NAMED.findall(text.upper()))
    numbers = (format_number(one.letter, one.year, one.value) for one in found if one)
    return tuple(dict.fromkeys(numbers))


def scan_code(number: str) -> str:
    """Return the code printed under the QR of `number`; ValueError when it is no record number."""
    parsed = parse_number(number)
    if parsed is None:
        raise ValueError("not a record number")
    body = str(parsed).replace("-", "")
    return body + check_character(body)


def from_scan_code(code: str) -> str | None:
    """Return the number of a scanned code, or None when its check character does not fit."""
    match = _SCANNED.fullmatch(_plain(code))
    if match is None:
        return None
    letter, year, value, check = match.groups()
    if check_character(letter + year + value) != check:
        return None
    return format_number(letter, int(year), int(value))


def check_character(body: str) -> str:
    """Return the ISO 7064 MOD 37,36 check character of upper-case letters and digits."""
    product = _MODULUS
    for char in body:
        total = (product + _ALPHABET.index(char)) % _MODULUS or _MODULUS
        product = total * 2 % (_MODULUS + 1)
    return _ALPHABET[(1 - product) % _MODULUS]


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()
