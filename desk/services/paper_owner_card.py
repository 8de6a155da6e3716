"""《業主資料卡》 (F29, R57): the household on one card for the desk, and what its file holds."""

from collections.abc import Iterator

from desk.domain.move_in_document import DocumentStanding, DocumentState
from desk.domain.paper import FormCode
from desk.i18n import ngettext
from desk.printing.forms.owner_card import FORM, CardMember, CardPaper, OwnerCard
from desk.printing.job import Job
from desk.services import paper_move_in
from desk.services.move_in import MoveIn
from desk.services.paper_move_in import joined, phone_words
from desk.services.paper_sheet import Asked, Sheet
from desk.services.policy_name import name
from desk.services.workplace import Workplace
from desk.wording import label

CODE = FormCode.OWNER_CARD


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The card of a case."""
    known = paper_move_in.case_of(workplace, key)
    return paper_move_in.of_case(workplace, CODE, FORM, known, asked, gathered)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The card without values, for the drawer."""
    return paper_move_in.blank(workplace, CODE, FORM, asked)


def gathered(known: MoveIn, job: Job) -> OwnerCard:
    """Everybody who moves in, the keys handed over, every paper that is complete."""
    detail = known.detail
    return OwnerCard(
        job=job,
        number=detail.number,
        unit=detail.unit,
        owner=joined(detail.name, detail.contact),
        holder=label("holder", detail.holder),
        phone=detail.phone,
        agent=joined(detail.agent, detail.agent_phone),
        arrives_on=detail.moved_on,
        members=tuple(
            CardMember(one.name, label("resident_role", one.role), phone_words(one))
            for one in known.persons
        ),
        keys=_keys(known),
        papers=(*_documents(known), *_signed(known)),
        remark=detail.remark,
    )


def _keys(known: MoveIn) -> str:
    said = (
        ngettext("{number}: {count} key", "{number}: {count} keys", one.keys).format(
            number=one.number, count=one.keys
        )
        for one in known.keys
    )
    return joined(*said)


def _documents(known: MoveIn) -> Iterator[CardPaper]:
    for one in known.documents:
        if one.state is DocumentState.COMPLETE and one.document is not None:
            yield CardPaper(_document_name(one), one.document.received_on)


def _document_name(one: DocumentStanding) -> str:
    """What the policy calls it, and whose photo it is."""
    called = name(one.wanted.rule.labels, one.wanted.rule.code)
    return called if one.wanted.person is None else f"{called}　{one.wanted.person.name}"


def _signed(known: MoveIn) -> Iterator[CardPaper]:
    if known.detail.registered_on is not None:
        yield CardPaper(label("form", FormCode.OWNER_REGISTRATION), known.detail.registered_on)
    for one in (*known.agreements, *known.materials):
        if one.listed is not None and one.listed.signed_on is not None:
            yield CardPaper(name(one.paper.labels, one.paper.code), one.listed.signed_on)
