"""The owner's word 業主同意: for whatever goes beyond what a key was left for (R112, R113).

By signature, by phone (who called which number when, who answered), or by letter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desk.domain.reasons import Reason

NAME_LIMIT = 80
PHONE_LIMIT = 40
TEXT_LIMIT = 400
CLOCKS_DIFFER = timedelta(minutes=1)


class WordHow(StrEnum):
    """How the owner said it."""

    SIGNATURE = "signature"  # 簽名
    PHONE = "phone"  # 電話
    LETTER = "letter"  # 信函


class SignedHow(StrEnum):
    """Where a signature stands."""

    DESK = "desk"  # 在登記簿上簽名
    PAPER = "paper"  # 在單據上簽名，單據交回


@dataclass(frozen=True)
class OwnerWord:
    """What the owner said: how, who, when; `phone` is the number that was called.

    `caller` is who called; the clerk at the desk where nobody is named. `text` is what was allowed.
    """

    how: WordHow
    person: str = ""
    at: datetime | None = None
    phone: str = ""
    caller: str = ""
    text: str = ""


def minute(moment: datetime) -> datetime:
    """The minute a moment lies in: times are typed in minutes."""
    return moment.replace(second=0, microsecond=0)


def word_reasons(word: OwnerWord | None, now: datetime) -> tuple[Reason, ...]:
    """Why this is not the owner's word yet: what is missing for the way it was given."""
    if word is None:
        return (Reason("key_word.missing", "word_how"),)
    return tuple(_word_reasons(word, now))


def _word_reasons(word: OwnerWord, now: datetime) -> Iterator[Reason]:
    if not word.person:
        yield Reason("key_word.person.missing", "word_person")
    if word.at is None:
        yield Reason("key_word.at.missing", "word_at")
    elif word.at > now + CLOCKS_DIFFER:
        yield Reason("key_word.at.future", "word_at")
    if word.how is WordHow.PHONE and not word.phone:
        yield Reason("key_word.phone.missing", "word_phone")
    if word.how is WordHow.PHONE and not word.caller:
        yield Reason("key_word.caller.missing", "word_caller")
    if word.how is WordHow.LETTER and not word.text:
        yield Reason("key_word.text.missing", "word_text")
