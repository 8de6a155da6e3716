"""Lending and return as words of the command line."""

from dataclasses import fields

from desk.cli.case.deed import Given, Option, choice, flag, moment, number, text
from desk.cli.case.words import AT, TEXT, WHY
from desk.cli.key.deed import LOAN, SIGNED, WORD, KeyDeed, word_of
from desk.domain.key_loan import ExtendEntry, KeyCondition, KeyProof, LoanEntry, ReturnEntry
from desk.i18n import N_
from desk.services import key_loan, key_set
from desk.services.key_loan import KeyLoanFilter, KeyLoanRow
from desk.services.workplace import Workplace

MOST = 5_000
LOANED = N_("the set’s tag, or the number of the loan")

LENT: tuple[Option, ...] = (
    text("borrower", N_("who takes the key")),
    text("company", N_("the borrower’s company")),
    text("phone", N_("the borrower’s phone")),
    choice("proof", KeyProof, N_("which paper was seen"), vocabulary="key_proof"),
    text("proof-tail", N_("the last four characters of its number")),
    text("purpose", N_("for what; one that was agreed, such as gas, or other words")),
    text("about", N_("the number of the case or the order")),
    number("keys", N_("how many keys of the set; all where nothing is said")),
    moment("out", N_("when it went out; now where nothing is said"), field="out_at"),
    moment(
        "due", N_("until when; the end of the day where nothing is said"), now=False, field="due_at"
    ),
    SIGNED,
    *WORD,
)
BACK: tuple[Option, ...] = (
    AT,
    text("by", N_("who brought it back"), "returned_by"),
    choice("condition", KeyCondition, N_("how it came back"), vocabulary="key_condition"),
    TEXT,
    SIGNED,
)


def _lend(workplace: Workplace, key: str, given: Given) -> KeyLoanRow:
    known = key_set.get(workplace, key)
    told = {one.name: given[one.name] for one in fields(LoanEntry) if one.name != "word"}
    told["due_at"] = told["due_at"] or key_loan.due_by_default(workplace, told["out_at"])
    entry = LoanEntry(**told, word=word_of(given))
    return key_loan.lend(workplace, known.id, known.version, entry)


def _return(workplace: Workplace, key: str, given: Given) -> KeyLoanRow:
    known = key_loan.wanted(workplace, key)
    return key_loan.bring_back(workplace, known.id, known.version, ReturnEntry(**given))


def _extend(workplace: Workplace, key: str, given: Given) -> KeyLoanRow:
    known = key_loan.wanted(workplace, key)
    return key_loan.extend(workplace, known.id, known.version, ExtendEntry(**given))


def _void(workplace: Workplace, key: str, given: Given) -> KeyLoanRow:
    known = key_loan.wanted(workplace, key)
    return key_loan.void(workplace, known.id, known.version, given["why"])


def _loans(workplace: Workplace, _key: str, given: Given) -> list[KeyLoanRow]:
    narrowed = KeyLoanFilter(
        is_open=True if given["open"] else None, overdue=given["overdue"], text=given["text"]
    )
    return list(key_loan.page(workplace, narrowed, None, MOST).rows)


NARROWED: tuple[Option, ...] = (
    flag("open", N_("what is still out")),
    flag("overdue", N_("what should be back by now")),
    text("text", N_("a tag, a borrower, a company, a purpose")),
)
UNTIL = moment("until", N_("until when it may stay out"), now=False)

LOANS = (
    KeyDeed("lend", N_("lend a set"), LENT, _lend, LOAN),
    KeyDeed("return", N_("a set comes back"), BACK, _return, LOAN, LOANED),
    KeyDeed("extend", N_("it may stay out longer"), (UNTIL, WHY), _extend, LOAN, LOANED),
    KeyDeed("void", N_("a loan was written down by mistake"), (WHY,), _void, LOAN, LOANED),
    KeyDeed("loans", N_("list the loans, newest first"), NARROWED, _loans, LOAN, ""),
)
