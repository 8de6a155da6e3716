"""Words that papers of key custody share: an identity paper, a purpose, the owner's word."""

from desk.domain.identity import mask_phone
from desk.domain.key_set import KeyLeftFor
from desk.estate_format import EstateFormat
from desk.i18n import pgettext
from desk.models.lists.key_loan import KeyLoanRow
from desk.wording import label

_LEFT_FOR = frozenset(KeyLeftFor)


def proof_words(proof: str, tail: str) -> str:
    """What showed who somebody is; of a number its last characters alone."""
    if not proof:
        return ""
    return " ".join(filter(None, (label("key_proof", proof), f"…{tail}" if tail else "")))


def purpose_words(purpose: str) -> str:
    """A purpose as it was agreed; one of R113 is a code."""
    return label("key_left_for", purpose) if purpose in _LEFT_FOR else purpose


def word_words(said: KeyLoanRow, custom: EstateFormat) -> str:
    """The owner's word: how, who, by which number, when, what; "" where none was needed.

    The borrower takes a copy away: of the number the end is hidden.
    """
    if not said.word_how:
        return ""
    when = "" if said.word_at is None else custom.datetime(said.word_at)
    told = (label("word_how", said.word_how), said.word_person, mask_phone(said.word_phone), when)
    words = " ".join(filter(None, told))
    if not said.word_text:
        return words
    return pgettext("key paper", "{word}: {text}").format(word=words, text=said.word_text)
