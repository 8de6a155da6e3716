"""The year's letter of authority 授權書: what its holder may promise on the spot (R8, F52, K18)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desk.domain.money import AmountRule
from desk.domain.policy import Post
from desk.domain.reasons import Reason

MATTERS_LIMIT = 4_000
NAME_LIMIT = 80
WHY_LIMIT = 400

_AMOUNT_RULE = AmountRule(
    Decimal(1_000_000_000), "letter.amount.outside", "letter.amount.cents", zero=False
)
_AMOUNT = re.compile(r"([0-9]{1,3}(,[0-9]{3}){1,3}|[0-9]{1,12})(\.[0-9]{1,2})?", re.ASCII)


@dataclass(frozen=True)
class LetterEntry:
    """What a letter says: for which post and holder, from when to when, up to what, signed by whom.

    `amount_limit` None: the letter names no amount, and no money may be promised under it.
    """

    post: Post | None = None
    holder: str = ""
    starts: date | None = None
    ends: date | None = None
    amount_limit: Decimal | None = None
    matters: str = ""
    signed_by: str = ""


@dataclass(frozen=True)
class Letter:
    """A letter of authority as it is kept; `void_why` says why it holds no more."""

    id: int
    post: Post
    holder: str
    starts: date
    ends: date
    amount_limit: Decimal | None
    matters: str
    signed_by: str
    void_why: str = ""

    def holds(self, post: Post | None, holder: str, day: date) -> bool:
        """Whether it stands for this person in this post on this day."""
        is_theirs = self.post is post and self.holder == holder
        return is_theirs and not self.void_why and self.starts <= day <= self.ends


def amount_of(text: str) -> Decimal | None:
    """The amount of money that was typed, None where it is none; `1,200.50` in any width."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    return Decimal(plain.replace(",", "")) if _AMOUNT.fullmatch(plain) else None


def letter_reasons(entry: LetterEntry) -> tuple[Reason, ...]:
    """R8, F52: a letter is one year's, names its holder, limits and signer."""
    return tuple(_letter(entry))


def _letter(entry: LetterEntry) -> Iterator[Reason]:
    if entry.post is None:
        yield Reason("letter.post.missing", "post")
    for field in ("holder", "matters", "signed_by"):
        if not getattr(entry, field):
            yield Reason(f"letter.{field}.missing", field)
    for field in ("starts", "ends"):
        if getattr(entry, field) is None:
            yield Reason(f"letter.{field}.missing", field)
    if entry.starts is not None and entry.ends is not None:
        yield from _span(entry.starts, entry.ends)
    yield from amount_reasons(entry.amount_limit, "amount_limit")


def _span(starts: date, ends: date) -> Iterator[Reason]:
    if ends < starts:
        yield Reason("letter.ends.before_starts", "ends")
    elif ends >= _year_later(starts):
        yield Reason("letter.ends.over_a_year", "ends")


def _year_later(day: date) -> date:
    """The same day a year later; 1 March after a leap day."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def amount_reasons(amount: Decimal | None, field: str) -> Iterator[Reason]:
    """An amount of money is more than nothing, and has at most two places."""
    return _AMOUNT_RULE.reasons(amount, field)


def void_reasons(letter: Letter, why: str) -> tuple[Reason, ...]:
    """A letter is never deleted: it is voided with a reason, once."""
    twice = (Reason("letter.void_already"),) if letter.void_why else ()
    missing = () if why else (Reason("letter.void.why", "why"),)
    return (*twice, *missing)


def letter_of(
    letters: Iterable[Letter], post: Post | None, holder: str, day: date
) -> Letter | None:
    """R8: the letter under which a person may promise on a day; the newest where several do."""
    found = [one for one in letters if one.holds(post, holder, day)]
    return max(found, key=lambda one: one.id, default=None)
