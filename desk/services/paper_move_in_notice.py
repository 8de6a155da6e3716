"""《入住通知書》 (F33, R24): when to come, and what to bring."""

from functools import partial

from desk.domain.move_in_document import DocumentStanding
from desk.domain.paper import FormCode
from desk.printing.forms.move_in_notice import FORM, MoveInNotice, ToBring
from desk.printing.job import Job
from desk.services import paper_move_in
from desk.services.move_in import MoveIn
from desk.services.paper_move_in import joined
from desk.services.paper_sheet import Asked, Sheet
from desk.services.policy_name import name
from desk.services.workplace import Workplace

CODE = FormCode.MOVE_IN_NOTICE


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The notice of a case."""
    known = paper_move_in.case_of(workplace, key)
    gather = partial(gathered, workplace.estate.phone)
    return paper_move_in.of_case(workplace, CODE, FORM, known, asked, gather)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The notice without values, for the drawer."""
    return paper_move_in.blank(workplace, CODE, FORM, asked)


def gathered(phone: str, known: MoveIn, job: Job) -> MoveInNotice:
    """Every paper that is asked of this household; the hours are written by hand."""
    detail = known.detail
    return MoveInNotice(
        job=job,
        number=detail.number,
        unit=detail.unit,
        resident=joined(detail.name, detail.contact),
        arrives_on=detail.moved_on,
        place=job.estate,
        phone=phone,
        documents=tuple(map(_to_bring, known.documents)),
        by=job.printed_by,
        issued_on=job.custom.day(job.printed_at),
    )


def _to_bring(one: DocumentStanding) -> ToBring:
    rule = one.wanted.rule
    called = name(rule.labels, rule.code)
    if one.wanted.person is not None:
        called = f"{called}　{one.wanted.person.name}"
    return ToBring(called, rule.original, int(rule.copy))
