"""The year's letter of authority: one year's, whole, and the newest one holds (R8, F52)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.domain import authority_letter as rules
from desk.domain.authority_letter import Letter, LetterEntry
from desk.domain.policy import Post
from desk.domain.reasons import Reason

WHOLE = LetterEntry(
    Post.OFFICE_MANAGER,
    "黃經理",
    date(2026, 1, 1),
    date(2026, 12, 31),
    Decimal("2000.00"),
    "減免管理費、賠償財物損失、修復",
    "何總經理",
)
KEPT = Letter(
    1,
    Post.OFFICE_MANAGER,
    "黃經理",
    date(2026, 1, 1),
    date(2026, 12, 31),
    Decimal("2000.00"),
    "減免管理費",
    "何總經理",
)
DAY = date(2026, 11, 21)


def beside(reasons: tuple[Reason, ...]) -> dict[str, str | None]:
    return {one.code: one.field for one in reasons}


def test_f52_a_whole_letter_is_kept() -> None:
    assert rules.letter_reasons(WHOLE) == ()
    assert rules.letter_reasons(replace(WHOLE, amount_limit=None)) == ()


@pytest.mark.parametrize("field", ["post", "holder", "starts", "ends", "matters", "signed_by"])
def test_r8_a_letter_names_everything(field: str) -> None:
    nothing = None if field in ("post", "starts", "ends") else ""
    told = beside(rules.letter_reasons(replace(WHOLE, **{field: nothing})))
    assert told == {f"letter.{field}.missing": field}


@pytest.mark.parametrize(
    ("starts", "ends", "code"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), None),
        (date(2026, 1, 1), date(2027, 1, 1), "letter.ends.over_a_year"),
        (date(2026, 4, 1), date(2027, 3, 31), None),
        (date(2028, 2, 29), date(2029, 2, 28), None),
        (date(2028, 2, 29), date(2029, 3, 1), "letter.ends.over_a_year"),
        (date(2026, 5, 1), date(2026, 4, 30), "letter.ends.before_starts"),
        (date(2026, 5, 1), date(2026, 5, 1), None),
    ],
)
def test_r8_a_letter_holds_for_a_year_at_most(starts: date, ends: date, code: str | None) -> None:
    told = beside(rules.letter_reasons(replace(WHOLE, starts=starts, ends=ends)))
    assert list(told) == ([] if code is None else [code])


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ("0.01", None),
        ("0", "letter.amount.outside"),
        ("-5", "letter.amount.outside"),
        ("1000000000", None),
        ("1000000000.01", "letter.amount.outside"),
        ("10.005", "letter.amount.cents"),
    ],
)
def test_an_amount_is_money(amount: str, code: str | None) -> None:
    told = beside(rules.letter_reasons(replace(WHOLE, amount_limit=Decimal(amount))))
    assert told == ({} if code is None else {code: "amount_limit"})


@pytest.mark.parametrize(
    ("post", "holder", "day", "void_why", "holds"),
    [
        (Post.OFFICE_MANAGER, "黃經理", DAY, "", True),
        (Post.OFFICE_MANAGER, "黃經理", date(2026, 1, 1), "", True),
        (Post.OFFICE_MANAGER, "黃經理", date(2026, 12, 31), "", True),
        (Post.OFFICE_MANAGER, "黃經理", date(2027, 1, 1), "", False),
        (Post.OFFICE_MANAGER, "黃經理", date(2025, 12, 31), "", False),
        (Post.OFFICE_MANAGER, "李主管", DAY, "", False),
        (Post.SUPERVISOR, "黃經理", DAY, "", False),
        (None, "黃經理", DAY, "", False),
        (Post.OFFICE_MANAGER, "黃經理", DAY, "調職", False),
    ],
)
def test_r8_a_letter_holds_for_its_holder_in_its_time(
    post: Post | None, holder: str, day: date, void_why: str, holds: bool
) -> None:
    letter = replace(KEPT, void_why=void_why)
    assert rules.letter_of([letter], post, holder, day) == (letter if holds else None)


def test_f52_of_two_letters_the_newer_holds() -> None:
    newer = replace(KEPT, id=2, amount_limit=Decimal(500))
    for letters in ([KEPT, newer], [newer, KEPT]):
        assert rules.letter_of(letters, Post.OFFICE_MANAGER, "黃經理", DAY) == newer


def test_a_letter_is_voided_once_and_says_why() -> None:
    assert rules.void_reasons(KEPT, "調職") == ()
    assert beside(rules.void_reasons(KEPT, "")) == {"letter.void.why": "why"}
    void = replace(KEPT, void_why="調職")
    assert beside(rules.void_reasons(void, "離職")) == {"letter.void_already": None}


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1200", "1200"),
        ("1,200.50", "1200.50"),
        (" １２００ ", "1200"),
        ("1，200", "1200"),
        ("12.345", None),
        ("1,5", None),
        ("12,00,000", None),
        ("-5", None),
        ("1e3", None),
        ("千元", None),
        ("", None),
    ],
)
def test_an_amount_is_read_as_it_is_typed(typed: str, amount: str | None) -> None:
    assert rules.amount_of(typed) == (None if amount is None else Decimal(amount))
