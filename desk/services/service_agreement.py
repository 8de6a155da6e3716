"""What is done with a customer's 《特約服務協議》: write, sign, renew, end (F23, R106)."""

from dataclasses import dataclass
from datetime import date

from desk.domain import agreement_course as course
from desk.domain.agreement_course import Signatory
from desk.domain.key_word import SignedHow
from desk.domain.signed_paper import Home
from desk.models.lists import Page, Reader
from desk.models.lists import service_agreement as agreement_list
from desk.models.lists.agreement import Key
from desk.models.lists.service_agreement import Filter, ServiceAgreementRow
from desk.models.service_agreement import ServiceAgreement
from desk.models.unit_of_work import UnitOfWork
from desk.services import agreement_course as shared
from desk.services import personal_data
from desk.services import service_agreement_entry as entries
from desk.services.agreement_deeds import AgreementDeeds
from desk.services.search_words import terms_of
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


_DEEDS = AgreementDeeds(
    KIND,
    LETTER,
    ServiceAgreement,
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
) -> Page[ServiceAgreementRow]:
    """Some of the register, newest first, after the key of the last row seen."""
    terms = terms_of(wanted.text)
    narrowed = Filter(wanted.unit_id, wanted.is_open, terms)
    with workplace.reading() as reader:
        return personal_data.masked(agreement_list.agreements(reader, narrowed, after, limit))


def of_unit(reader: Reader, unit_id: int, day: date) -> ServiceAgreementRow | None:
    """The agreement of a household that holds on a day, under which its order is done (R106)."""
    return agreement_list.of_unit(reader, unit_id, day)


def signed_home(work: UnitOfWork, record_id: int, home: Home) -> str:
    """The paper that the customer signed is back: names what it ticked, "" where nothing waited.

    The office's own signature is recorded at the desk, under the name of who signed.
    """
    row = work.get(ServiceAgreement, record_id)
    facts = _DEEDS.known(work, record_id).facts
    if course.open_blockers(facts) or Signatory.CUSTOMER in facts.signed:
        return ""
    shared.put_signature(row, Signatory.CUSTOMER, home.signed_by, home.signed_on, SignedHow.PAPER)
    _DEEDS.settle_renewed(work, _DEEDS.known(work, record_id))
    return f"{KIND}.customer_signature"
