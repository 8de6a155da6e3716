"""What is done with a customer's 《特約服務協議》: write, sign, renew, end (F23, R106)."""

from dataclasses import dataclass
from datetime import date

from desk import hanzi
from desk.domain import agreement_course as course
from desk.domain import search_text
from desk.domain.agreement_course import CourseState, EndEntry, Signatory, SignEntry
from desk.domain.key_word import SignedHow
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.service_agreement import ServiceAgreementEntry
from desk.domain.signed_paper import Home
from desk.errors import NotFound
from desk.models.lists import Page, Reader
from desk.models.lists import service_agreement as agreement_list
from desk.models.lists.service_agreement import Filter, Key, ServiceAgreementRow
from desk.models.service_agreement import ServiceAgreement
from desk.models.unit_of_work import UnitOfWork
from desk.services import agreement_course as shared
from desk.services import paper_let_go
from desk.services import service_agreement_entry as entries
from desk.services import service_agreement_watch as watch
from desk.services.cleaning import Cleaning
from desk.services.service_agreement_entry import entry_of, renewal_of
from desk.services.workplace import Workplace

__all__ = [
    "KIND",
    "AgreementFilter",
    "Key",
    "ServiceAgreementRow",
    "change",
    "change_blockers",
    "end",
    "end_blockers",
    "entry_of",
    "force_blockers",
    "get",
    "holding",
    "of_unit",
    "page",
    "register",
    "renew",
    "renew_blockers",
    "renewal_of",
    "sign",
    "sign_blockers",
    "signed_home",
    "state",
    "void",
    "void_blockers",
]

KIND = "service_agreement"
LETTER = "W"
PAGE = 50


@dataclass(frozen=True)
class AgreementFilter:
    """What the register is narrowed to; `is_open` is neither ended nor void."""

    unit_id: int | None = None
    is_open: bool | None = None
    text: str = ""


# Looking


def get(workplace: Workplace, key: int | str) -> ServiceAgreementRow:
    """One agreement by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        if isinstance(key, int):
            found = agreement_list.detail(reader, key)
        else:
            found = agreement_list.detail_by_number(reader, key)
    if found is None:
        raise NotFound(KIND, str(key))
    return found


def page(
    workplace: Workplace, wanted: AgreementFilter, after: Key | None = None, limit: int = PAGE
) -> Page[ServiceAgreementRow]:
    """Some of the register, newest first, after the key of the last row seen."""
    said = wanted.text.strip()
    terms = search_text.query_terms(said, hanzi) if said else None
    narrowed = Filter(wanted.unit_id, wanted.is_open, terms)
    with workplace.reading() as reader:
        return agreement_list.agreements(reader, narrowed, after, limit)


def holding(workplace: Workplace, first: date, last: date) -> tuple[ServiceAgreementRow, ...]:
    """Every agreement that held on some day of a time, both included: whom R110 asks to visit."""
    with workplace.reading() as reader:
        return agreement_list.holding(reader, first, last)


def of_unit(reader: Reader, unit_id: int, day: date) -> ServiceAgreementRow | None:
    """The agreement of a household that holds on a day, under which its order is done (R106)."""
    return agreement_list.of_unit(reader, unit_id, day)


def state(workplace: Workplace, known: ServiceAgreementRow) -> CourseState:
    """Where it stands today."""
    workplace.require(Permission.READ)
    return known.state(workplace.today())


def force_blockers(workplace: Workplace, known: ServiceAgreementRow) -> tuple[Reason, ...]:
    """What is missing until it holds."""
    workplace.require(Permission.READ)
    return course.force_blockers(known.facts, workplace.today())


# Deeds


def register(workplace: Workplace, entry: ServiceAgreementEntry) -> ServiceAgreementRow:
    """Number an agreement and write it down; it holds once both have signed (R106)."""
    with workplace.deed(Permission.REGISTER) as work:
        return _committed(workplace, work, _added(work, entry, None))


def change(
    workplace: Workplace, agreement_id: int, version: int, entry: ServiceAgreementEntry
) -> ServiceAgreementRow:
    """Correct what nobody has signed yet."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(ServiceAgreement, agreement_id, version)
        blockers = course.change_blockers(_known(work, agreement_id).facts)
        entries.write(work, row, entries.ready(entry, blockers))
        return _committed(workplace, work, row)


def sign(
    workplace: Workplace, agreement_id: int, version: int, entry: SignEntry
) -> ServiceAgreementRow:
    """One party has signed, at the desk (R106)."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(ServiceAgreement, agreement_id, version)
        shared.sign(row, _known(work, agreement_id).facts, entry, _today_of(workplace, work))
        return _committed(workplace, work, row)


def renew(
    workplace: Workplace, agreement_id: int, version: int, entry: ServiceAgreementEntry
) -> ServiceAgreementRow:
    """Another agreement takes its place; it runs on until both have signed the new one."""
    with workplace.deed(Permission.REGISTER) as work:
        work.get_as_seen(ServiceAgreement, agreement_id, version)
        known = _known(work, agreement_id)
        Cleaning().refuse(_renew_blockers(known))
        return _committed(workplace, work, _added(work, entry, agreement_id))


def end(
    workplace: Workplace, agreement_id: int, version: int, entry: EndEntry
) -> ServiceAgreementRow:
    """It ends with a day, for a reason."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(ServiceAgreement, agreement_id, version)
        shared.end(row, _known(work, agreement_id).facts, entry, _today_of(workplace, work))
        return _committed(workplace, work, row)


def void(workplace: Workplace, agreement_id: int, version: int, why: str) -> ServiceAgreementRow:
    """It never came about; its number stays."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(ServiceAgreement, agreement_id, version)
        why = shared.void(row, _known(work, agreement_id).facts, why)
        paper_let_go.let_go_all(work, KIND, agreement_id, why)
        return _committed(workplace, work, row)


def signed_home(work: UnitOfWork, record_id: int, home: Home) -> str:
    """The paper that the customer signed is back: names what it ticked, "" where nothing waited.

    The office's own signature is recorded at the desk, under the name of who signed.
    """
    row = work.get(ServiceAgreement, record_id)
    facts = _known(work, record_id).facts
    if course.open_blockers(facts) or Signatory.CUSTOMER in facts.signed:
        return ""
    shared.put_signature(row, Signatory.CUSTOMER, home.signed_by, home.signed_on, SignedHow.PAPER)
    _settle_renewed(work, _known(work, record_id))
    return f"{KIND}.customer_signature"


# What stands in the way


def change_blockers(workplace: Workplace, known: ServiceAgreementRow) -> tuple[Reason, ...]:
    """Why it is not changed now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *course.change_blockers(known.facts))


def sign_blockers(workplace: Workplace, known: ServiceAgreementRow) -> tuple[Reason, ...]:
    """Why nobody signs it now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *course.sign_blockers(known.facts))


def renew_blockers(workplace: Workplace, known: ServiceAgreementRow) -> tuple[Reason, ...]:
    """Why it is not renewed now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *_renew_blockers(known))


def end_blockers(workplace: Workplace, known: ServiceAgreementRow) -> tuple[Reason, ...]:
    """Why it is not ended now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *course.end_blockers(known.facts))


def void_blockers(workplace: Workplace, known: ServiceAgreementRow) -> tuple[Reason, ...]:
    """Why it is not declared void now: the words on a shut button."""
    blockers = course.void_reasons(known.facts, known.number)
    return (*workplace.missing(Permission.REGISTER), *blockers)


# Parts


def _renew_blockers(known: ServiceAgreementRow) -> tuple[Reason, ...]:
    taken = (Reason("agreement.renewed", None, {"number": known.next or ""}),)
    return (*course.renew_blockers(known.facts), *(taken if known.next_id else ()))


def _today_of(workplace: Workplace, work: UnitOfWork) -> date:
    return workplace.estate.custom.day(work.now)


def _known(work: UnitOfWork, agreement_id: int) -> ServiceAgreementRow:
    work.flush()
    found = agreement_list.detail(work.reader, agreement_id)
    if found is None:
        raise NotFound(KIND, str(agreement_id))
    return found


def _added(
    work: UnitOfWork, entry: ServiceAgreementEntry, follows_id: int | None
) -> ServiceAgreement:
    entry = entries.ready(entry)
    row = ServiceAgreement(
        number=work.next_number(LETTER),
        entered_at=work.now,
        entered_by_id=work.actor_id,
        follows_id=follows_id,
    )
    entries.write(work, row, entry)
    work.add(row)
    return row


def _committed(
    workplace: Workplace, work: UnitOfWork, row: ServiceAgreement
) -> ServiceAgreementRow:
    """As it now stands, watched until it runs out; what it renews is settled once it is signed."""
    known = _known(work, row.id)
    renewed = known.next_id is not None and shared.is_signed(_known(work, known.next_id).facts)
    watch.watch_agreement(workplace, work, (KIND, row.id), known.facts, renewed=renewed)
    _settle_renewed(work, known)
    return work.committed(agreement_list.detail, KIND, row.id)


def _settle_renewed(work: UnitOfWork, known: ServiceAgreementRow) -> None:
    if known.follows_id is not None and shared.is_signed(known.facts):
        watch.renewed(work, KIND, known.follows_id)
