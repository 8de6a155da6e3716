"""What a deed on keys asks for, as data, and what it answers."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desk.cli.case.deed import Given, Option, choice, moment, text
from desk.domain.key_loss import unanswered
from desk.domain.key_word import OwnerWord, SignedHow, WordHow
from desk.i18n import N_
from desk.services import key_set
from desk.services.custody_agreement import AgreementRow
from desk.services.key_loan import KeyLoanRow
from desk.services.key_loss import KeyLossRow
from desk.services.workplace import Workplace

Do = Callable[[Workplace, str, Given], Any]
TAG = N_("the set’s tag")

SET = ("tag", "state", "hook", "basis", "unit", "opens", "borrower", "due_at")
LOAN = ("number", "state", "tag", "borrower", "company", "out_at", "due_at", "purpose")
AGREEMENT = ("number", "state", "unit", "owner", "custodian", "starts", "ends", "kept")
LOSS = ("id", "state", "tag", "noticed_at", "noticed_by", "open_steps")
COUNT = ("number", "state", "kind", "at", "by", "to")
RECEIPT = ("number", "state", "unit", "receiver", "handed_over_at")
HOOK = ("hook", "state", "tag", "opens", "borrower", "due_at")


@dataclass(frozen=True)
class KeyDeed:
    """One deed: its name, what it is for (marked for the catalogues), its words, who does it.

    `on` says what it is done on, marked too; "" is nothing that is there already. The answer is a
    row, or several; `columns` are what a line says of it.
    """

    name: str
    help: str
    options: tuple[Option, ...]
    do: Do
    columns: tuple[str, ...]
    on: str = TAG


SIGNED = choice(
    "signed",
    SignedHow,
    N_("where the signature stands; not signed where nothing is said"),
    vocabulary="signed_how",
)
WORD = (
    choice("word", WordHow, N_("how the owner agreed"), vocabulary="word_how"),
    text("word-person", N_("who gave the owner’s word")),
    moment("word-at", N_("when the owner agreed"), now=False),
    text("word-phone", N_("which number was called")),
    text("word-caller", N_("who called; the clerk where nobody is named")),
    text("word-text", N_("what was allowed, or what the letter says")),
)


def word_of(given: Given) -> OwnerWord | None:
    """The owner's word, where any was given."""
    if given["word"] is None:
        return None
    names = ("person", "at", "phone", "caller", "text")
    return OwnerWord(given["word"], **{name: given[f"word_{name}"] for name in names})


def as_mapping(workplace: Workplace, row: Any) -> Mapping[str, Any]:
    """A row with its state, as JSON gives it and a line is taken from."""
    told = dataclasses.asdict(row) | {"state": _state(workplace, row)}
    if isinstance(row, KeyLossRow):
        told |= {"open_steps": ",".join(unanswered(row.facts))}
    return told


def rows_of(answer: Any) -> Iterable[Any]:
    """The rows of an answer."""
    return answer if isinstance(answer, list | tuple) else (answer,)


def _state(workplace: Workplace, row: Any) -> str:
    if isinstance(row, KeyLoanRow):
        return row.state(workplace.now())
    if isinstance(row, AgreementRow):
        return row.state(key_set.today(workplace))
    state: str = row.state
    return state
