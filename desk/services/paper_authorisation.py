"""《授權委託書》 (F34, R26, R28): an owner's letter for an agent, a company's with its proof."""

from collections.abc import Iterator

from desk.domain.move_in_rule import Holder
from desk.domain.paper import FormCode
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.printing.forms.authorisation import FORM, Authorisation, Letter
from desk.printing.job import Job
from desk.services import paper_move_in
from desk.services.move_in import MoveIn
from desk.services.paper_move_in import identity_words
from desk.services.paper_sheet import Asked, Sheet
from desk.services.workplace import Workplace

CODE = FormCode.AUTHORISATION


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The letters of a case; RuleRefused where the owner comes in person."""
    known = paper_move_in.case_of(workplace, key)
    if not letters(known):
        raise RuleRefused([Reason("paper.authorisation.nobody")])
    return paper_move_in.of_case(workplace, CODE, FORM, known, asked, gathered)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """Every letter without values, for the drawer."""
    return paper_move_in.blank(workplace, CODE, FORM, asked)


def letters(known: MoveIn) -> tuple[Letter, ...]:
    """Which letters the case needs: none where the owner comes in person."""
    return tuple(_letters(known))


def _letters(known: MoveIn) -> Iterator[Letter]:
    if known.facts.holder is Holder.COMPANY:
        yield Letter.COMPANY
        yield Letter.REPRESENTATIVE
    elif known.facts.by_agent:
        yield Letter.OWNER


def gathered(known: MoveIn, job: Job) -> Authorisation:
    """Who empowers whom; what for is ticked by hand."""
    detail = known.detail
    is_company = known.facts.holder is Holder.COMPANY
    return Authorisation(
        job=job,
        number=detail.number,
        letters=letters(known),
        unit=detail.unit,
        principal=detail.name,
        principal_id=identity_words(paper_move_in.holder(known)),
        principal_phone=detail.phone,
        agent=detail.agent or (detail.contact if is_company else ""),
        agent_phone=detail.agent_phone,
    )
