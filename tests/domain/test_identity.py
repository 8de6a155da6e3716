"""Identity papers and phones: what can be right, and what others may see of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric, uscc
from stdnum.tw import ubn

from desk.domain.estate import IdentityKind
from desk.domain.identity import (
    check,
    check_phone,
    mask,
    mask_phone,
    normalise,
    phone_digits,
)
from desk.domain.reasons import Reason

HKID, TWID, PRC_ID = IdentityKind.HKID, IdentityKind.TWID, IdentityKind.PRC_ID
PASSPORT, BR = IdentityKind.PASSPORT, IdentityKind.BUSINESS_REGISTRATION
UBN, USCC = IdentityKind.UBN, IdentityKind.USCC

RIGHT = [
    (HKID, "A123456(3)"),
    (HKID, "a1234563"),
    (HKID, "Ａ１２３４５６（３）"),
    (HKID, "G123456(A)"),
    (HKID, "AB987654(3)"),
    (HKID, "C 123456 (9)"),
    (TWID, "A123456789"),
    (TWID, "a123456789"),
    (TWID, "F131104093"),
    (TWID, "A800000014"),
    (TWID, "AB23456789"),
    (PRC_ID, "11010519491231002X"),
    (PRC_ID, "11010519491231002x"),
    (PRC_ID, "440524188001010014"),
    (PRC_ID, "110105491231002"),
    (PASSPORT, "K12345678"),
    (PASSPORT, "E 1234 5678"),
    (BR, "12345678"),
    (BR, "12345678-000-01-26-A"),
    (UBN, "04595257"),
    (UBN, "10458574"),
    (UBN, "10458575"),
    (UBN, "統一編號：04595257"),
    (USCC, "91110000600037341L"),
    (USCC, "91110000 600037341l"),
]
WRONG_DIGIT = [
    (HKID, "A123456(4)"),
    (HKID, "AB987654(4)"),
    (TWID, "A123456788"),
    (TWID, "A800000015"),
    (PRC_ID, "110105194912310021"),
    (PRC_ID, "110105194913310025"),
    (PRC_ID, "110105491331002"),
    (UBN, "04595258"),
    (USCC, "91110000600037342L"),
]
WRONG_SHAPE = [
    (HKID, "1234567"),
    (HKID, "ABC123456(3)"),
    (HKID, "A123456(B)"),
    (HKID, "曾123456(3)"),
    (TWID, "1123456789"),
    (TWID, "A323456789"),
    (TWID, "A12345678"),
    (PRC_ID, "1101051949123100"),
    (PRC_ID, "1.1E+17"),
    (PASSPORT, "K1"),
    (PASSPORT, "護照12345"),
    (BR, "1234567"),
    (UBN, "123456789"),
    (UBN, "٠٤٥٩٥٢٥٧"),
    (USCC, "9111000060003734"),
    (USCC, "91110000600037341O"),
    (USCC, "٩١١١٠٠٠٠٦٠٠٠٣٧٣٤١٢"),
]


@pytest.mark.parametrize(("kind", "number"), RIGHT)
def test_a_right_number_gives_no_reason(kind: IdentityKind, number: str) -> None:
    assert check(kind, number) == ()


@pytest.mark.parametrize(("kind", "number"), WRONG_DIGIT)
def test_a_wrong_check_digit_is_noticed(kind: IdentityKind, number: str) -> None:
    assert check(kind, number) == (Reason(f"identity.{kind}.check_digit", "number"),)


@pytest.mark.parametrize(("kind", "number"), WRONG_SHAPE)
def test_another_shape_is_noticed(kind: IdentityKind, number: str) -> None:
    assert check(kind, number) == (Reason(f"identity.{kind}.shape", "number"),)


@pytest.mark.parametrize("kind", IdentityKind)
def test_an_empty_number_is_missing(kind: IdentityKind) -> None:
    assert check(kind, " - ") == (Reason("identity.number.missing", "number"),)
    assert mask(kind, " ") == ""


@pytest.mark.parametrize("kind", IdentityKind)
@given(st.text(st.characters(exclude_categories=())) | st.text("A1B2X()-", max_size=20))
def test_no_text_breaks_a_check_and_no_reason_repeats_it(kind: IdentityKind, number: str) -> None:
    for reason in check(kind, number):
        assert dict(reason.parameters) == {}
    mask(kind, number)


@given(st.from_regex(r"[0-9]{8}", fullmatch=True))
def test_every_business_number_of_the_old_rule_holds_under_the_new(number: str) -> None:
    assert not ubn.is_valid(number) or check(UBN, number) == ()


@given(st.integers(1900, 2020), st.integers(1, 12), st.integers(1, 28), st.integers(0, 999))
def test_a_resident_number_holds_as_the_standard_says(
    year: int, month: int, day: int, order: int
) -> None:
    body = f"110105{year}{month:02d}{day:02d}{order:03d}"
    good = body + ric.calc_check_digit(body + "0")
    assert [check(PRC_ID, body + last) == () for last in "0123456789X"].count(True) == 1
    assert check(PRC_ID, good) == ()


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=9, max_size=9))
def test_a_credit_code_holds_as_the_standard_says(tail: str) -> None:
    body = f"91110000{tail}"
    assert check(USCC, body + uscc.calc_check_digit(body)) == ()


@given(st.from_regex(r"[A-Z][0-9]{6}", fullmatch=True))
def test_of_eleven_check_digits_one_fits_a_hong_kong_card(body: str) -> None:
    assert [check(HKID, body + last) for last in "0123456789A"].count(()) == 1


@given(st.from_regex(r"[A-Z][1289A-D][0-9]{7}", fullmatch=True))
def test_of_ten_check_digits_one_fits_a_taiwan_number(body: str) -> None:
    assert [check(TWID, body + last) for last in "0123456789"].count(()) == 1


def test_a_number_is_kept_without_what_only_separates() -> None:
    assert normalise(HKID, " ａ123456（3） ") == "A1234563"
    assert normalise(BR, "12345678-000-01-26-A") == "123456780000126A"


@pytest.mark.parametrize(
    ("kind", "number", "shown"),
    [
        (HKID, "A123456(3)", "A123***(*)"),
        (HKID, "AB987654(3)", "AB987***(*)"),
        (TWID, "A123456789", "A12345****"),
        (PRC_ID, "11010519491231002X", "1101**********002X"),
        (PASSPORT, "K12345678", "K1234****"),
        (UBN, "04595257", "0459****"),
        (USCC, "91110000600037341L", "9111**********341L"),
        (BR, "12345678", "1234****"),
        (HKID, "A1", "*(*)"),
        (PASSPORT, "K12", "***"),
    ],
)
def test_a_number_is_shown_masked(kind: IdentityKind, number: str, shown: str) -> None:
    assert mask(kind, number) == shown


@pytest.mark.parametrize(
    ("phone", "region", "digits"),
    [
        ("2345 6789", "HK", "23456789"),
        ("+852 9123-4567", "HK", "91234567"),
        ("００８５２ ９１２３４５６７", "HK", "91234567"),
        ("852 9123 4567", "HK", "91234567"),
        ("2345 6789 ext. 123", "HK", "23456789"),
        ("2345 6789#12", "HK", "23456789"),
        ("0912-345-678", "TW", "0912345678"),
        ("+886 912 345 678", "TW", "0912345678"),
        ("+886-2-2345-6789", "TW", "0223456789"),
        ("(02) 2345-6789 分機 123", "TW", "0223456789"),
        ("02-23456789轉12", "TW", "0223456789"),
        ("0800-123-456", "TW", "0800123456"),
        ("138 1234 5678", "CN", "13812345678"),
        ("+86 13812345678", "CN", "13812345678"),
        ("020-12345678转801", "CN", "02012345678"),
        ("+86 20 12345678", "CN", "02012345678"),
        ("400-123-4567", "CN", "4001234567"),
        ("12345678", "CN", "12345678"),
        ("+44 20 7946 0000", "HK", "442079460000"),
    ],
)
def test_a_phone_is_kept_as_national_figures(phone: str, region: str, digits: str) -> None:
    assert phone_digits(phone, region) == digits


@pytest.mark.parametrize(
    ("phone", "region"),
    [
        ("2345 6789", "HK"),
        ("+852 9123 4567", "HK"),
        ("+86 138 1234 5678", "HK"),
        ("0044 20 7946 0000", "HK"),
        ("(02) 2345-6789 分機 123", "TW"),
        ("0912345678", "TW"),
        ("13812345678", "CN"),
        ("020-12345678", "CN"),
        ("8765 4321", "CN"),
    ],
)
def test_a_usual_phone_gives_no_reason(phone: str, region: str) -> None:
    assert check_phone(phone, region) == ()


@pytest.mark.parametrize(
    ("phone", "region"),
    [
        ("1234 5678", "HK"),
        ("2345 678", "HK"),
        ("138 1234 5678", "HK"),
        ("+852 1234", "HK"),
        ("+852 123 4567 8", "HK"),
        ("2345678", "TW"),
        ("912345678", "TW"),
        ("1381234567", "CN"),
        ("call me", "HK"),
        ("2345 6789 <b>", "HK"),
        ("+", "HK"),
        ("+1234567890123456", "HK"),
    ],
)
def test_what_cannot_be_a_phone_is_refused(phone: str, region: str) -> None:
    assert check_phone(phone, region) == (Reason("phone.shape", "phone"),)


def test_an_empty_phone_is_missing() -> None:
    assert check_phone("  ", "HK") == (Reason("phone.missing", "phone"),)


@given(st.text(st.characters(exclude_categories=())), st.sampled_from(["HK", "TW", "CN"]))
def test_no_text_breaks_a_phone(phone: str, region: str) -> None:
    check_phone(phone, region)
    assert phone_digits(phone, region).isascii()
    mask_phone(phone)


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("9123 4567", "9123 ****"),
        ("+852 9123-4567", "+852 9123-****"),
        ("2345 6789 分機 123", "2345 **** 分機 ***"),
        ("999", "***"),
        ("", ""),
        ("9123 4567 / 6555 1234", "9123 **** / 6555 ****"),
        ("9123 4567、(02)2345-6789", "9123 ****、(02)2345-****"),
        ("9123 4567 6555 1234", "**** **** **** ****"),
        ("陳太 9123 4567，A座12樓34室", "陳太 9123 ****,A座**樓**室"),
    ],
)
def test_a_phone_is_shown_masked(phone: str, shown: str) -> None:
    assert mask_phone(phone) == shown
