"""《入住資料清單》 (F33, R20): what is there of each paper, what is missing, to take home."""

from collections.abc import Iterator
from functools import partial

from desk.domain import move_in_filing as filing
from desk.domain.move_in_document import DocumentStanding
from desk.domain.paper import FormCode
from desk.i18n import pgettext
from desk.printing.forms.document_list import FORM, DocumentList, ListedDocument
from desk.printing.job import Job
from desk.services import paper_move_in
from desk.services.move_in import MoveIn
from desk.services.move_in_words import named
from desk.services.paper_move_in import joined
from desk.services.paper_sheet import Asked, Sheet
from desk.services.policy_name import name
from desk.services.workplace import Workplace
from desk.wording import label, sentence

CODE = FormCode.DOCUMENT_LIST
_RESIDENTS = ("document", "agreement", "fee", filing.REGISTRATION)  # what the household brings

_DESKS = frozenset({"move_in.document.unchecked", "move_in.fee.property"})
_HEARD = {"move_in.fee.look": "move_in.fee.unpaid"}


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The list of a case."""
    known = paper_move_in.case_of(workplace, key)
    gather = partial(gathered, workplace.estate.phone)
    return paper_move_in.of_case(workplace, CODE, FORM, known, asked, gather)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The list without values, for the drawer."""
    return paper_move_in.blank(workplace, CODE, FORM, asked)


def gathered(phone: str, known: MoveIn, job: Job) -> DocumentList:
    """The whole matrix, then every missing thing in a sentence."""
    detail = known.detail
    arrival = label("arrival", detail.arrival)
    return DocumentList(
        job=job,
        number=detail.number,
        unit=detail.unit,
        resident=joined(detail.name, detail.contact),
        arrival=joined(arrival, label("holder", detail.holder)),
        at=known.seen_at,
        documents=tuple(map(_listed, known.documents)),
        missing=tuple(_missing(known)),
        office=joined(job.estate, phone),
        by=job.printed_by,
    )


def _missing(known: MoveIn) -> Iterator[str]:
    """What the household still brings, signs or pays; what the desk itself owes is not its
    business: of a fee nobody has looked at again it hears that it is not paid."""
    for one in named(filing.still_missing(known.facts, known.rule), known.rule):
        is_desks = one.code in _DESKS
        if not is_desks and (one.field or "").partition(":")[0] in _RESIDENTS:
            yield sentence(_HEARD.get(one.code, one.code), one.parameters)


def _listed(one: DocumentStanding) -> ListedDocument:
    rule, taken = one.wanted.rule, one.document
    called = name(rule.labels, rule.code)
    if one.wanted.person is not None:
        called = f"{called}　{one.wanted.person.name}"
    if taken is None or taken.received_on is None:
        return ListedDocument(called, _asked(rule.original), _asked(rule.copy))
    return ListedDocument(
        called,
        _seen(rule.original, taken.original),
        _kept(rule.copy, taken.copy),
        _judged(rule.original, taken.authentic),
        taken.checked_by,
    )


def _asked(wanted: bool) -> str:
    return pgettext("move-in paper", "missing") if wanted else "—"


def _seen(wanted: bool, seen: bool) -> str:
    return pgettext("move-in paper", "seen") if seen else _asked(wanted)


def _kept(wanted: bool, kept: bool) -> str:
    return pgettext("move-in paper", "kept") if kept else _asked(wanted)


def _judged(wanted: bool, authentic: bool | None) -> str:
    if authentic is None:
        return pgettext("move-in paper", "not yet") if wanted else "—"
    if authentic:
        return pgettext("move-in paper", "yes")
    return pgettext("move-in paper", "doubtful")
