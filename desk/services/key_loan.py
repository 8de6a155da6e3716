"""What is done with a key that goes out: lend, take back, extend, void, look (R112, R113)."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from desk.domain import key_loan as rules
from desk.domain import numbering
from desk.domain.key_loan import ExtendEntry, LoanEntry, ReturnEntry
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.signed_paper import Home
from desk.errors import NotFound, RuleRefused
from desk.models.key_loan import KeyLoan
from desk.models.key_set import KeySet
from desk.models.lists import Page
from desk.models.lists import key_loan as key_loan_list
from desk.models.lists import key_set as key_set_list
from desk.models.lists.key_loan import ExtensionRow, Filter, Key, KeyLoanRow
from desk.models.unit_of_work import UnitOfWork
from desk.services import key_set, key_set_entry, key_word, paper_let_go, personal_data
from desk.services.cleaning import Cleaning
from desk.services.key_set import KeySetRow
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = [
    "ExtensionRow",
    "Key",
    "KeyLoanFilter",
    "KeyLoanRow",
    "bring_back",
    "bring_back_blockers",
    "due_by_default",
    "extend",
    "extensions",
    "get",
    "lend",
    "lend_blockers",
    "open_loan",
    "page",
    "signed_home",
    "uses",
    "void",
    "wanted",
]

KIND = "key_loan"
LETTER = "K"
PAGE = 50
MOST_OVERDUE = 200
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class KeyLoanFilter:
    """What the register is narrowed to; days are the estate's, both included."""

    key_set_id: int | None = None
    agreement_id: int | None = None
    is_open: bool | None = None
    overdue: bool = False
    first_day: date | None = None
    last_day: date | None = None
    text: str = ""


# Deeds


def lend(workplace: Workplace, set_id: int, version: int, entry: LoanEntry) -> KeyLoanRow:
    """A set goes out for a purpose that was agreed, or with the owner's word (R112, R113)."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(KeySet, set_id, version)
        known = key_set_list.detail(work.reader, set_id)
        assert known is not None
        entry = _ready(workplace, work, known, entry)
        loan = _loan(work, row, entry)
        row.free_at = entry.out_at
        work.add(loan)
        key_word.settle_loan(work, loan)
        return work.committed(key_loan_list.detail, KIND, loan.id)


def bring_back(workplace: Workplace, loan_id: int, version: int, entry: ReturnEntry) -> KeyLoanRow:
    """The set comes back: by whom, in what condition, signed for."""
    with workplace.deed(Permission.REGISTER) as work:
        loan = work.get_as_seen(KeyLoan, loan_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            returned_by=cleaning.line(entry.returned_by, rules.NAME_LIMIT, "returned_by"),
            text=cleaning.line(entry.text, rules.TEXT_LIMIT, "text"),
        )
        cleaning.refuse(rules.return_reasons(_known(work, loan_id).facts, entry, work.now))
        assert entry.condition is not None
        assert entry.signed is not None
        loan.returned_at = loan.ended_at = entry.at
        loan.returned_by, loan.received_by_id = entry.returned_by, work.actor_id
        loan.condition, loan.condition_text = entry.condition, entry.text
        loan.return_signed = entry.signed
        work.get(KeySet, loan.key_set_id).free_at = entry.at
        key_word.settle_loan(work, loan)
        return work.committed(key_loan_list.detail, KIND, loan_id)


def extend(workplace: Workplace, loan_id: int, version: int, entry: ExtendEntry) -> KeyLoanRow:
    """It may stay out longer, for a reason."""
    with workplace.deed(Permission.REGISTER) as work:
        loan = work.get_as_seen(KeyLoan, loan_id, version)
        cleaning = Cleaning()
        entry = replace(entry, why=cleaning.line(entry.why, rules.TEXT_LIMIT, "why"))
        ends = key_set_entry.last_day(work.reader, loan.agreement_id)
        back_on = workplace.estate.custom.day(entry.until) if entry.until else None
        cleaning.refuse(
            rules.extend_reasons(_known(work, loan_id).facts, entry, work.now),
            rules.beyond_reasons(ends, back_on, "until"),
        )
        assert entry.until is not None
        span = loan.due_at, entry.until
        work.add(key_word.extension(work, (KIND, loan.id), span, entry.why))
        loan.due_at = entry.until
        key_word.settle_loan(work, loan)
        return work.committed(key_loan_list.detail, KIND, loan_id)


def void(workplace: Workplace, loan_id: int, version: int, why: str) -> KeyLoanRow:
    """It was written down by mistake and the set never went out; the number stays."""
    with workplace.deed(Permission.REGISTER) as work:
        loan = work.get_as_seen(KeyLoan, loan_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.TEXT_LIMIT, "why")
        cleaning.refuse(rules.void_reasons(_known(work, loan_id).facts, why))
        loan.void_why, loan.ended_at = why, work.now
        paper_let_go.let_go_all(work, KIND, loan_id, why)
        key_word.settle_loan(work, loan)
        return work.committed(key_loan_list.detail, KIND, loan_id)


def signed_home(work: UnitOfWork, record_id: int, home: Home) -> str:
    """The slip that the borrower signed is back: names what it ticked, "" where nothing waited."""
    loan = work.get(KeyLoan, record_id)
    if loan.slip_home_on is not None or loan.void_why:
        return ""
    loan.slip_home_on, loan.slip_signed_by = home.signed_on, home.signed_by
    return "key_loan.slip"


# Looking


def get(workplace: Workplace, key: int | str) -> KeyLoanRow:
    """One loan by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        if isinstance(key, int):
            found = key_loan_list.detail(reader, key)
        else:
            found = key_loan_list.detail_by_number(reader, key)
    if found is None:
        raise NotFound(KIND, str(key))
    return personal_data.shown(workplace, found)


def open_loan(workplace: Workplace, known: KeySetRow) -> KeyLoanRow | None:
    """The loan on which a set is out."""
    return None if known.loan_id is None else get(workplace, known.loan_id)


def wanted(workplace: Workplace, key: str) -> KeyLoanRow:
    """The loan of a number, or the one on which the set of a tag is out."""
    if numbering.parse_number(key) is not None or numbering.from_scan_code(key) is not None:
        return get(workplace, numbering.typed(key))
    found = open_loan(workplace, key_set.get(workplace, key))
    if found is None:
        raise RuleRefused([Reason("key_loan.none")])
    return found


def page(
    workplace: Workplace, wanted: KeyLoanFilter, after: Key | None = None, limit: int = PAGE
) -> Page[KeyLoanRow]:
    """Some of the register, newest first, after the key of the last row seen."""
    with workplace.reading() as reader:
        found = key_loan_list.loans(reader, _narrowed(workplace, wanted), after, limit)
    return personal_data.masked(found)


def uses(workplace: Workplace, wanted: KeyLoanFilter) -> tuple[KeyLoanRow, ...]:
    """The use log 鑰匙使用記錄 of a set or an agreement, the oldest first (R112, F38)."""
    with workplace.reading() as reader:
        return personal_data.masked(key_loan_list.uses(reader, _narrowed(workplace, wanted)))


def extensions(workplace: Workplace, loan_id: int) -> tuple[ExtensionRow, ...]:
    """How often it went on, the oldest first."""
    with workplace.reading() as reader:
        found = key_loan_list.extensions(reader, KIND, loan_id)
    return personal_data.shown(workplace, found)


def due_by_default(workplace: Workplace, out_at: datetime) -> datetime:
    """The last minute of the estate's day on which it went out."""
    workplace.require(Permission.READ)
    custom = workplace.estate.custom
    return custom.day_bounds(custom.day(out_at))[1] - _MINUTE


def lend_blockers(workplace: Workplace, known: KeySetRow) -> tuple[Reason, ...]:
    """Why it is not lent now: the words on a shut button."""
    with workplace.reading() as reader:
        facts = key_set.facts_of(reader, known)
    blockers = rules.lend_blockers(facts, key_set.today(workplace))
    return (*workplace.missing(Permission.REGISTER), *blockers)


def bring_back_blockers(workplace: Workplace, known: KeyLoanRow) -> tuple[Reason, ...]:
    """Why it does not come back, and is not extended or void, now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *rules.open_blockers(known.facts))


# Parts


def _narrowed(workplace: Workplace, wanted: KeyLoanFilter) -> Filter:
    custom = workplace.estate.custom
    first, last = wanted.first_day, wanted.last_day
    return Filter(
        key_set_id=wanted.key_set_id,
        agreement_id=wanted.agreement_id,
        is_open=wanted.is_open,
        overdue_at=workplace.now() if wanted.overdue else None,
        since=custom.day_bounds(first)[0] if first else None,
        until=custom.day_bounds(last)[1] if last else None,
        terms=terms_of(wanted.text),
    )


def _known(work: UnitOfWork, loan_id: int) -> KeyLoanRow:
    found = key_loan_list.detail(work.reader, loan_id)
    assert found is not None
    return found


def _ready(workplace: Workplace, work: UnitOfWork, known: KeySetRow, entry: LoanEntry) -> LoanEntry:
    """The entry with clean texts, or every reason against it."""
    cleaning = Cleaning()
    about = cleaning.line(entry.about, rules.ABOUT_LIMIT, "about")
    tail = cleaning.line(entry.proof_tail, rules.TAIL_LIMIT, "proof_tail")
    entry = replace(
        entry,
        borrower=cleaning.line(entry.borrower, rules.NAME_LIMIT, "borrower"),
        company=cleaning.line(entry.company, rules.COMPANY_LIMIT, "company"),
        phone=cleaning.line(entry.phone, rules.PHONE_LIMIT, "phone"),
        proof_tail="".join(tail.split()).upper(),
        purpose=cleaning.line(entry.purpose, rules.PURPOSE_LIMIT, "purpose"),
        about=numbering.typed(about),
        word=key_word.cleaned(workplace.actor.name, cleaning, entry.word),
    )
    facts = key_set.facts_of(work.reader, known)
    day = workplace.estate.custom.day
    cleaning.refuse(rules.lend_reasons(facts, entry, work.now, day(work.now), day(entry.due_at)))
    return entry


def _loan(work: UnitOfWork, row: KeySet, entry: LoanEntry) -> KeyLoan:
    return KeyLoan(
        number=work.next_number(LETTER, entry.out_at),
        key_set_id=row.id,
        agreement_id=row.agreement_id,
        keys=entry.keys or row.keys,
        borrower=entry.borrower,
        company=entry.company,
        phone=entry.phone,
        proof=entry.proof,
        proof_tail=entry.proof_tail,
        purpose=entry.purpose,
        about=entry.about,
        out_at=entry.out_at,
        due_at=entry.due_at,
        lent_by_id=work.actor_id,
        entered_at=work.now,
        signed=entry.signed,
        **key_word.columns(entry.word),
    )
