"""What is done with a custody agreement 代管委托書: write, sign, extend, end, void (R112, F38)."""

from dataclasses import dataclass, replace
from datetime import date

from desk.domain import custody_agreement as rules
from desk.domain.custody_agreement import (
    AgreementEntry,
    AgreementState,
    EndEntry,
    ExtendEntry,
    Party,
    SignEntry,
)
from desk.domain.key_word import SignedHow
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.signed_paper import Home
from desk.errors import NotFound, RuleRefused
from desk.models.custody_agreement import CustodyAgreement
from desk.models.key_set import KeySet
from desk.models.lists import Page
from desk.models.lists import custody_agreement as agreement_list
from desk.models.lists import key_loan as key_loan_list
from desk.models.lists import key_set as key_set_list
from desk.models.lists.agreement import Key
from desk.models.lists.custody_agreement import AgreementRow, Filter
from desk.models.lists.key_loan import ExtensionRow
from desk.models.lists.key_set import KeySetRow
from desk.models.unit_of_work import UnitOfWork
from desk.services import custody_agreement_entry as entries
from desk.services import key_set, key_word, paper_let_go, personal_data, sign_in
from desk.services.cleaning import Cleaning
from desk.services.custody_agreement_entry import entry_of
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = [
    "AgreementFilter",
    "AgreementRow",
    "ExtensionRow",
    "Key",
    "change",
    "change_blockers",
    "custodian_of",
    "custodians",
    "end",
    "end_blockers",
    "entry_of",
    "extend",
    "extend_blockers",
    "extensions",
    "force_blockers",
    "get",
    "page",
    "register",
    "sets",
    "sign",
    "sign_blockers",
    "signed_home",
    "state",
    "void",
    "void_blockers",
]

KIND = "custody_agreement"
LETTER = "D"
PAGE = 50


@dataclass(frozen=True)
class AgreementFilter:
    """What the register is narrowed to; `is_open` is neither ended nor void."""

    unit_id: int | None = None
    is_open: bool | None = None
    text: str = ""


# Deeds


def register(workplace: Workplace, entry: AgreementEntry) -> AgreementRow:
    """Number an agreement and write it down; it holds once both have signed (R112)."""
    with workplace.deed(Permission.REGISTER) as work:
        entry = entries.ready(work.reader, entry)
        row = CustodyAgreement(
            number=work.next_number(LETTER), entered_at=work.now, entered_by_id=work.actor_id
        )
        entries.write(work, row, entry)
        work.add(row)
        return _committed(workplace, work, row)


def change(
    workplace: Workplace, agreement_id: int, version: int, entry: AgreementEntry
) -> AgreementRow:
    """Correct what nobody has signed yet."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(CustodyAgreement, agreement_id, version)
        blockers = rules.change_blockers(_known(work, agreement_id).facts)
        entries.write(work, row, entries.ready(work.reader, entry, blockers))
        return _committed(workplace, work, row)


def sign(workplace: Workplace, agreement_id: int, version: int, entry: SignEntry) -> AgreementRow:
    """One party has signed, at the desk (R112)."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(CustodyAgreement, agreement_id, version)
        cleaning = Cleaning()
        entry = replace(entry, person=cleaning.line(entry.person, rules.NAME_LIMIT, "person"))
        facts = _known(work, agreement_id).facts
        cleaning.refuse(rules.sign_reasons(facts, entry, workplace.estate.custom.day(work.now)))
        assert entry.signed_on is not None
        _sign(row, entry.party, entry.person, entry.signed_on, entry.how)
        return _committed(workplace, work, row)


def extend(
    workplace: Workplace, agreement_id: int, version: int, entry: ExtendEntry
) -> AgreementRow:
    """It runs longer, by the owner's word."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(CustodyAgreement, agreement_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            why=cleaning.line(entry.why, rules.WHY_LIMIT, "why"),
            word=key_word.cleaned(workplace.actor.name, cleaning, entry.word),
        )
        cleaning.refuse(rules.extend_reasons(_known(work, agreement_id).facts, entry, work.now))
        assert entry.until is not None
        bounds = workplace.estate.custom.day_bounds
        span = bounds(row.ends)[1], bounds(entry.until)[1]
        work.add(key_word.extension(work, (KIND, row.id), span, entry.why, entry.word))
        row.ends = entry.until
        return _committed(workplace, work, row)


def end(workplace: Workplace, agreement_id: int, version: int, entry: EndEntry) -> AgreementRow:
    """Everything under it goes back to the owner at once, with one signature (R34, R112)."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(CustodyAgreement, agreement_id, version)
        cleaning = Cleaning()
        entry = key_set.ready_to_give_back(cleaning, entry)
        cleaning.refuse(rules.end_reasons(_known(work, agreement_id).facts, entry, work.now))
        for known in key_set_list.of_agreement(work.reader, agreement_id):
            if known.left_at is None:
                key_set.leave(work, work.get(KeySet, known.id), entry)
        assert entry.signed is not None
        row.ended_at, row.ended_by_id = entry.at, work.actor_id
        row.ended_to, row.ended_authority = entry.person, entry.authority
        row.ended_signed, row.ended_why = entry.signed, entry.why
        return _committed(workplace, work, row)


def void(workplace: Workplace, agreement_id: int, version: int, why: str) -> AgreementRow:
    """It never came about; its number stays."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(CustodyAgreement, agreement_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(rules.void_reasons(_known(work, agreement_id).facts, why))
        row.void_why = why
        paper_let_go.let_go_all(work, KIND, agreement_id, why)
        return _committed(workplace, work, row)


def signed_home(work: UnitOfWork, record_id: int, home: Home) -> str:
    """The paper that the owner signed is back: names what it ticked, "" where nothing waited.

    The office's own signature is recorded at the desk, under the name of who signed.
    """
    row = work.get(CustodyAgreement, record_id)
    if row.owner_signed_on is not None or row.void_why or row.ended_at is not None:
        return ""
    _sign(row, Party.OWNER, home.signed_by, home.signed_on, SignedHow.PAPER)
    return "custody_agreement.owner_signature"


# Looking


def get(workplace: Workplace, key: int | str) -> AgreementRow:
    """One agreement by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        if isinstance(key, int):
            found = agreement_list.detail(reader, key)
        else:
            found = agreement_list.detail_by_number(reader, key)
    if found is None:
        raise NotFound(KIND, str(key))
    return personal_data.shown(workplace, found)


def page(
    workplace: Workplace, wanted: AgreementFilter, after: Key | None = None, limit: int = PAGE
) -> Page[AgreementRow]:
    """Some of the register, newest first, after the key of the last row seen."""
    terms = terms_of(wanted.text)
    narrowed = Filter(wanted.unit_id, wanted.is_open, terms)
    with workplace.reading() as reader:
        return personal_data.masked(agreement_list.agreements(reader, narrowed, after, limit))


def sets(workplace: Workplace, agreement_id: int) -> tuple[KeySetRow, ...]:
    """The sets that are or were under it, in the order they came."""
    with workplace.reading() as reader:
        return personal_data.masked(key_set_list.of_agreement(reader, agreement_id))


def extensions(workplace: Workplace, agreement_id: int) -> tuple[ExtensionRow, ...]:
    """How often it was extended, the oldest first."""
    with workplace.reading() as reader:
        found = key_loan_list.extensions(reader, KIND, agreement_id)
    return personal_data.shown(workplace, found)


def custodians(workplace: Workplace) -> tuple[tuple[int, str], ...]:
    """Who may be named as its custodian: id and name."""
    with workplace.reading() as reader:
        return entries.custodians(reader)


def custodian_of(workplace: Workplace, login: str) -> int:
    """The account of a login name; refused where nobody who is there has it."""
    with workplace.reading() as reader:
        found = entries.account_of(reader, sign_in.plain_login(login))
    if found is None:
        raise RuleRefused([Reason("custody_agreement.custodian.gone", "custodian")])
    return found


def state(workplace: Workplace, known: AgreementRow) -> AgreementState:
    """Where it stands today."""
    workplace.require(Permission.READ)
    return known.state(key_set.today(workplace))


def force_blockers(workplace: Workplace, known: AgreementRow) -> tuple[Reason, ...]:
    """What is missing until keys may be lent under it."""
    workplace.require(Permission.READ)
    return rules.force_blockers(known.facts, key_set.today(workplace))


def change_blockers(workplace: Workplace, known: AgreementRow) -> tuple[Reason, ...]:
    """Why it is not changed now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *rules.change_blockers(known.facts))


def sign_blockers(workplace: Workplace, known: AgreementRow) -> tuple[Reason, ...]:
    """Why nobody signs it now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *rules.sign_blockers(known.facts))


def extend_blockers(workplace: Workplace, known: AgreementRow) -> tuple[Reason, ...]:
    """Why it is not extended now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *rules.extend_blockers(known.facts))


def end_blockers(workplace: Workplace, known: AgreementRow) -> tuple[Reason, ...]:
    """Why it is not ended now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *rules.end_blockers(known.facts))


def void_blockers(workplace: Workplace, known: AgreementRow) -> tuple[Reason, ...]:
    """Why it is not declared void now: the words on a shut button."""
    blockers = rules.void_reasons(known.facts, known.number)
    return (*workplace.missing(Permission.REGISTER), *blockers)


# Parts


def _known(work: UnitOfWork, agreement_id: int) -> AgreementRow:
    found = agreement_list.detail(work.reader, agreement_id)
    assert found is not None
    return found


def _sign(
    row: CustodyAgreement, party: Party, person: str, signed_on: date, how: SignedHow
) -> None:
    for name, value in (("on", signed_on), ("by", person), ("how", how)):
        setattr(row, f"{party}_signed_{name}", value)


def _committed(workplace: Workplace, work: UnitOfWork, row: CustodyAgreement) -> AgreementRow:
    """The agreement as it now stands, with what it owes: the keys back when it runs out."""
    bounds = workplace.estate.custom.day_bounds
    span = None if row.void_why else (bounds(row.starts)[0], bounds(row.ends)[1])
    key_word.settle_agreement(work, row.id, span, row.ended_at is not None)
    return work.committed(agreement_list.detail, KIND, row.id)
