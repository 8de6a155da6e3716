"""What is done with a supplier's 《委託服務協議》 (F22, R239): write, sign, keep, renew, end."""

from dataclasses import dataclass
from datetime import date

from desk.domain import agreement_course as course
from desk.domain.agreement_course import Signatory
from desk.domain.key_word import SignedHow
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.signed_paper import Home
from desk.models.lists import Page
from desk.models.lists import supplier_agreement as agreement_list
from desk.models.lists.agreement import Key
from desk.models.lists.supplier_agreement import Filter, SupplierAgreementRow
from desk.models.supplier_agreement import SupplierAgreement
from desk.models.unit_of_work import UnitOfWork
from desk.services import agreement_course as shared
from desk.services import supplier_agreement_entry as entries
from desk.services.agreement_deeds import AgreementDeeds
from desk.services.cleaning import Cleaning
from desk.services.search_words import terms_of
from desk.services.supplier_agreement_entry import entry_of, renewal_of
from desk.services.workplace import Workplace

__all__ = [
    "KIND",
    "AgreementFilter",
    "Key",
    "SupplierAgreementRow",
    "change",
    "change_blockers",
    "end",
    "end_blockers",
    "entry_of",
    "force_blockers",
    "get",
    "keep_blockers",
    "keep_copy",
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

KIND = "supplier_agreement"
LETTER = "V"
PAGE = 50


@dataclass(frozen=True)
class AgreementFilter:
    """What the register is narrowed to; `is_open` is neither ended nor void."""

    supplier_id: int | None = None
    unit_id: int | None = None
    is_open: bool | None = None
    text: str = ""


_DEEDS = AgreementDeeds(
    KIND,
    LETTER,
    SupplierAgreement,
    agreement_list.detail,
    agreement_list.detail_by_number,
    entries.ready,
)
get = _DEEDS.get
state = _DEEDS.state
force_blockers = _DEEDS.force_blockers
register = _DEEDS.register
change = _DEEDS.change
sign = _DEEDS.sign
renew = _DEEDS.renew
end = _DEEDS.end
void = _DEEDS.void
change_blockers = _DEEDS.change_blockers
sign_blockers = _DEEDS.sign_blockers
renew_blockers = _DEEDS.renew_blockers
end_blockers = _DEEDS.end_blockers
void_blockers = _DEEDS.void_blockers


def page(
    workplace: Workplace, wanted: AgreementFilter, after: Key | None = None, limit: int = PAGE
) -> Page[SupplierAgreementRow]:
    """Some of the register, newest first, after the key of the last row seen."""
    terms = terms_of(wanted.text)
    narrowed = Filter(wanted.supplier_id, wanted.unit_id, wanted.is_open, terms)
    with workplace.reading() as reader:
        return agreement_list.agreements(reader, narrowed, after, limit)


def keep_copy(
    workplace: Workplace, agreement_id: int, version: int, day: date
) -> SupplierAgreementRow:
    """One copy of what both have signed is kept at the centre (R239)."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(SupplierAgreement, agreement_id, version)
        late = day > workplace.estate.custom.day(work.now)
        future = (Reason("agreement.copy.future", "day"),) if late else ()
        Cleaning().refuse(course.keep_blockers(_DEEDS.known(work, agreement_id).facts), future)
        row.copy_kept_on = day
        return _DEEDS.committed(workplace, work, row)


def signed_home(work: UnitOfWork, record_id: int, home: Home) -> str:
    """The signed paper is back: names what it ticked, "" where nothing waited.

    It is the copy that is kept at the centre (R239). The signature on it is the supplier's, or the
    customer's where the supplier has signed already; the office's own is recorded at the desk.
    """
    row = work.get(SupplierAgreement, record_id)
    facts = _DEEDS.known(work, record_id).facts
    if course.open_blockers(facts):
        return ""
    ticked = ""
    for party in (Signatory.SUPPLIER, Signatory.CUSTOMER):
        if party in facts.parties and party not in facts.signed:
            shared.put_signature(row, party, home.signed_by, home.signed_on, SignedHow.PAPER)
            ticked = f"{KIND}.{party}_signature"
            break
    if row.copy_kept_on is None:
        row.copy_kept_on = home.signed_on
        ticked = ticked or f"{KIND}.copy"
    if ticked:
        _DEEDS.settle_renewed(work, _DEEDS.known(work, record_id))
    return ticked


def keep_blockers(workplace: Workplace, known: SupplierAgreementRow) -> tuple[Reason, ...]:
    """Why no copy is kept now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *course.keep_blockers(known.facts))
