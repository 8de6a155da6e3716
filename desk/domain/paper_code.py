"""The short code under a paper's QR: which record, form and print, and whether it is ours.

`P2026000012`, the form's letter (or Z and a second one), the print (0 the first, 1 its first
reprint, Z from the 35th on), the seal, a check character (ISO 7064 MOD 37,36):
`P2026000012J0GQ85UF`. Capitals and digits only, because a scanner types through the input method.
The seal is five characters of a keyed digest on
papers that somebody might forge, and empty on all others. The code of a record alone, as it was
printed before 0.3.0, is read too.
"""

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from desk.domain import numbering
from desk.domain.numbering import check_character
from desk.domain.paper import FORMS

SEAL_LENGTH = 5

_PRINTS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SEAL = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is misheard or misread for another
_CODE = re.compile(
    rf"([A-Z])(\d{{4}})(\d{{6,9}})([A-Y]|Z[A-Z])([0-9A-Z])([{_SEAL}]{{{SEAL_LENGTH}}})?([0-9A-Z])",
    re.ASCII,
)
_OF_A_RECORD = re.compile(r"[A-Z]\d{10,13}[0-9A-Z]", re.ASCII)
_FORMS = {facts.letter: form for form, facts in FORMS.items()}


@dataclass(frozen=True)
class PaperCode:
    """What a code says: the record's number; form and print where it is a paper's own code."""

    number: str
    form: str = ""
    reprint: int | None = None
    seal: str = ""

    @property
    def is_last_print(self) -> bool:
        """Whether `reprint` stands for every print from there on."""
        return self.reprint == len(_PRINTS) - 1


def write(number: str, form: str, reprint: int, seal: str = "") -> str:
    """The code of one print of a record's form; ValueError when `number` is no record number."""
    record = numbering.parse_number(number)
    if record is None:
        raise ValueError("not a record number")
    place = _PRINTS[min(reprint, len(_PRINTS) - 1)]
    body = str(record).replace("-", "") + FORMS[form].letter + place + seal
    return body + check_character(body)


def plain(text: str) -> str:
    """A code as a scanner reads it: no blanks, no hyphens, capitals, nothing full width."""
    return re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", text)).upper()


def is_misread(text: str) -> bool:
    """Whether it looks like a code that stands under a QR, and its check character does not fit."""
    given = plain(text)
    shaped = _CODE.fullmatch(given) or _OF_A_RECORD.fullmatch(given)
    return shaped is not None and check_character(given[:-1]) != given[-1]


def read(text: str) -> PaperCode | None:
    """What was scanned or typed, blanks and hyphens wherever they help; None if it is no code."""
    given = plain(text)
    number = numbering.from_scan_code(given)
    if number is not None:
        return PaperCode(number)
    match = _CODE.fullmatch(given)
    if match is None or check_character(given[:-1]) != given[-1]:
        return None
    letter, year, value, form, place, seal, _check = match.groups()
    if form not in _FORMS:
        return None
    written = numbering.format_number(letter, int(year), int(value))
    return PaperCode(written, _FORMS[form], _PRINTS.index(place), seal or "")


def seal(secret: bytes, facts: Iterable[str]) -> str:
    """Five characters of a keyed digest (HMAC SHA-256) over what the paper says."""
    said = "\x1f".join(facts).encode("utf-8", "surrogatepass")
    digest = hmac.new(secret, said, hashlib.sha256).digest()
    value = int.from_bytes(digest[:8], "big")
    return "".join(_SEAL[(value >> (5 * place)) & 31] for place in range(SEAL_LENGTH))
