"""Identity papers and phones: whether they can be right, how they are kept and shown.

A check answers with reasons and never with the number itself, so that no log line or message can
carry personal data.
"""

import re
import unicodedata
from datetime import date

from desk.domain.estate import IdentityKind, Region
from desk.domain.reasons import Reason

_DASHES = re.compile(r"[\s\-‐-―－·./()（）]")
_HKID = re.compile(r"[A-Z]{1,2}\d{6}[0-9A]", re.ASCII)
_TWID = re.compile(r"[A-Z][1289A-D]\d{8}")
_PRC_ID = re.compile(r"[1-9]\d{16}[0-9X]")
_PRC_OLD = re.compile(r"[1-9]\d{14}")
_PASSPORT = re.compile(r"[A-Z0-9]{5,14}")
_BR = re.compile(r"\d{8}(?:\d{3}|\d{7}[0-9A-Z])?")  # number, branch, month, year, check
_UBN = re.compile(r"\d{8}")
_USCC = re.compile(r"[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}")
_TW_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"

_SHAPES = {
    IdentityKind.HKID: _HKID,
    IdentityKind.TWID: _TWID,
    IdentityKind.PRC_ID: re.compile(f"{_PRC_ID.pattern}|{_PRC_OLD.pattern}"),
    IdentityKind.PASSPORT: _PASSPORT,
    IdentityKind.BUSINESS_REGISTRATION: _BR,
    IdentityKind.UBN: _UBN,
    IdentityKind.USCC: _USCC,
}


def normalise(kind: IdentityKind, number: str) -> str:
    """Return the number in capitals and figures, without blanks, hyphens and brackets.

    Of a unified business number only the figures are kept, with or without 統一編號 before them.
    """
    plain = _DASHES.sub("", unicodedata.normalize("NFKC", number)).upper()
    return plain.removeprefix("統一編號").lstrip(":") if kind is IdentityKind.UBN else plain


def check(kind: IdentityKind, number: str) -> tuple[Reason, ...]:
    """Say why a number cannot be right: empty, of another shape, or with a wrong check digit."""
    plain = normalise(kind, number)
    if not plain:
        return (Reason("identity.number.missing", "number"),)
    if not plain.isascii() or not _SHAPES[kind].fullmatch(plain):
        return (Reason(f"identity.{kind.value}.shape", "number"),)
    holds = _RULES.get(kind)
    if holds is not None and not holds(plain):
        return (Reason(f"identity.{kind.value}.check_digit", "number"),)
    return ()


def _hkid_holds(number: str) -> bool:
    """Weights 9 to 2 over letters (A = 10, none = 36) and figures, check A = 10, modulus 11."""
    body = number[:-1].rjust(8)
    values = [36 if char == " " else int(char, 36) for char in body]
    total = sum(value * weight for value, weight in zip(values, range(9, 1, -1), strict=True))
    return (total + int(number[-1], 16)) % 11 == 0


def _twid_holds(number: str) -> bool:
    """The letter stands for 10 to 35; weights 1, 9 … 1, 1, modulus 10."""
    area = _TW_LETTERS.index(number[0]) + 10
    second = number[1]
    value = (_TW_LETTERS.index(second) + 10) % 10 if second.isalpha() else int(second)
    digits = [area // 10, area % 10, value, *map(int, number[2:])]
    weights = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 10 == 0


def _prc_holds(number: str) -> bool:
    """A day of birth that exists and, with 18 figures, ISO 7064 MOD 11-2."""
    born = number[6:14] if len(number) == 18 else "19" + number[6:12]
    try:
        date(int(born[:4]), int(born[4:6]), int(born[6:]))
    except ValueError:
        return False
    if len(number) == 15:
        return True
    total = sum(int(digit) * 2 ** (17 - at) for at, digit in enumerate(number[:17]))
    return "10X98765432"[total % 11] == number[-1]


def _ubn_holds(number: str) -> bool:
    """Weights 12121241 over the figures of each product; the sum is divisible by 5 (since 2023)."""
    products = [
        int(digit) * weight for digit, weight in zip(number, (1, 2, 1, 2, 1, 2, 4, 1), strict=True)
    ]
    total = sum(product // 10 + product % 10 for product in products)
    return total % 5 == 0 or (number[6] == "7" and (total + 1) % 5 == 0)


def _uscc_holds(number: str) -> bool:
    """Powers of 3 modulo 31 over the alphabet without I, O, S, V, Z (GB 32100-2015)."""
    total = sum(_USCC_ALPHABET.index(char) * pow(3, at, 31) for at, char in enumerate(number[:17]))
    return _USCC_ALPHABET[-total % 31] == number[-1]


_RULES = {
    IdentityKind.HKID: _hkid_holds,
    IdentityKind.TWID: _twid_holds,
    IdentityKind.PRC_ID: _prc_holds,
    IdentityKind.UBN: _ubn_holds,
    IdentityKind.USCC: _uscc_holds,
}


def mask(kind: IdentityKind, number: str) -> str:
    """Return the number as paper and screen show it by custom of where the paper comes from.

    Hong Kong `A123***(*)`; Taiwan hides the last four; the mainland shows the first and last four.
    """
    plain = normalise(kind, number)
    if not plain:
        return ""
    if kind is IdentityKind.HKID:
        letters = len(plain) - len(plain.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        return _kept(plain[:-1], letters + 3, 0) + "(*)"
    if kind in (IdentityKind.TWID, IdentityKind.UBN):
        return _kept(plain, len(plain) - 4, 0)
    if kind in (IdentityKind.PRC_ID, IdentityKind.USCC):
        return _kept(plain, 4, 4) if len(plain) > 10 else _kept(plain, 1, 1)
    return _kept(plain, len(plain) - 4, 0)


def _kept(text: str, first: int, last: int) -> str:
    first, last = max(first, 0), max(last, 0)
    hidden = len(text) - first - last
    if hidden < 1:
        return "*" * len(text)
    return text[:first] + "*" * hidden + text[len(text) - last :]


_EXTENSION = re.compile(
    r"\s*[,;]?\s*(?:分機|分机|內線|内线|轉|转|ext\.?|extension|x|#)\s*\d.*$",
    re.IGNORECASE | re.DOTALL,
)
_FIGURES = re.compile(r"\d(?:[\s\-‐-―－.()（）]*\d)*")  # what may be one phone
_LONGEST_PHONE = 15
_PHONE = re.compile(r"\+?[\d\s()\-./]+", re.ASCII)
_COUNTRY = {Region.HK: "852", Region.TW: "886", Region.CN: "86"}
_NATIONAL = {
    Region.HK: re.compile(r"[2-9]\d{7}", re.ASCII),
    Region.TW: re.compile(r"0[2-8]\d{7,8}|09\d{8}", re.ASCII),
    Region.CN: re.compile(r"1[3-9]\d{9}|0\d{9,11}|[2-9]\d{6,7}|[48]00\d{7}", re.ASCII),
}


def phone_digits(phone: str, region: Region | str) -> str:
    """Return the figures of a phone number, without its extension.

    A number of the estate's region comes in its national form, with or without +852, 00886 or 86
    before it; any other keeps its country code.
    """
    digits = "".join(char for char in _without_extension(phone) if char in "0123456789")
    shape, code = _NATIONAL[Region(region)], _COUNTRY[Region(region)]
    rest = digits.removeprefix("00").removeprefix(code)
    forms = (digits, rest, f"0{rest}") if rest != digits else (digits,)
    return next((form for form in forms if shape.fullmatch(form)), digits)


def check_phone(phone: str, region: Region | str) -> tuple[Reason, ...]:
    """Say why a phone cannot be right; from abroad it begins with + or 00, 7 to 15 figures long."""
    text = _without_extension(phone)
    if not text:
        return (Reason("phone.missing", "phone"),)
    digits = phone_digits(phone, region)
    if _PHONE.fullmatch(text) and _NATIONAL[Region(region)].fullmatch(digits):
        return ()
    abroad = digits.removeprefix("00") if text.startswith(("+", "00")) else ""
    if _PHONE.fullmatch(text) and 7 <= len(abroad) <= 15:
        own = abroad.startswith(_COUNTRY[Region(region)])
        return (Reason("phone.shape", "phone"),) if own else ()
    return (Reason("phone.shape", "phone"),)


def mask_phone(phone: str) -> str:
    """Return a phone as others may see it: its last four figures and its extension are hidden.

    Of several in one text each; of figures too many for one phone none is shown.
    """
    text = unicodedata.normalize("NFKC", phone)
    main = len(_EXTENSION.sub("", text))
    hidden = set(range(main, len(text)))
    for run in _FIGURES.finditer(text, 0, main):
        figures = [at for at in range(*run.span()) if text[at].isdecimal()]
        hidden.update(figures if len(figures) > _LONGEST_PHONE else figures[-4:])
    return "".join(
        "*" if at in hidden and char.isdecimal() else char for at, char in enumerate(text)
    )


def _without_extension(phone: str) -> str:
    return _EXTENSION.sub("", unicodedata.normalize("NFKC", phone)).strip()
