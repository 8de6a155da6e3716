"""The agreements of a move-in (F31, R31): each that is to be signed, with the estate's text."""

from desk.domain.paper import FormCode
from desk.printing.forms.move_in_agreement import FORM, Agreement, MoveInAgreement
from desk.printing.job import Job
from desk.services import paper_move_in
from desk.services.move_in import ListedStanding, MoveIn
from desk.services.paper_move_in import identity_words
from desk.services.paper_sheet import Asked, Sheet
from desk.services.policy_name import name
from desk.services.workplace import Workplace

CODE = FormCode.MOVE_IN_AGREEMENT


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The agreements of a case that are not signed yet; of one that has signed all, all of them."""
    known = paper_move_in.case_of(workplace, key)
    return paper_move_in.of_case(workplace, CODE, FORM, known, asked, gathered)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """One agreement without values, for the drawer."""
    return paper_move_in.blank(workplace, CODE, FORM, asked)


def gathered(known: MoveIn, job: Job) -> MoveInAgreement:
    """A leaf for each; what the estate did not write is attached."""
    detail = known.detail
    unsigned = tuple(one for one in known.agreements if not one.is_done)
    return MoveInAgreement(
        job=job,
        number=detail.number,
        unit=detail.unit,
        owner=detail.name,
        identity=identity_words(paper_move_in.holder(known)),
        phone=detail.phone,
        agent=detail.agent or detail.contact,
        agreements=tuple(map(_agreement, unsigned or known.agreements)),
        by=job.printed_by,
    )


def _agreement(one: ListedStanding) -> Agreement:
    listed = one.listed
    return Agreement(
        name(one.paper.labels, one.paper.code),
        name(one.paper.text),
        signed_by="" if listed is None else listed.signed_by,
        signed_on=None if listed is None else listed.signed_on,
        undertaking=one.paper.is_undertaking,
    )
