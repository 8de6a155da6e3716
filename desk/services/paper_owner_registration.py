"""《業主信息登記表》 (F28, R29): what is known of the case; the owner fills in the rest."""

from desk.domain.paper import FormCode
from desk.printing.forms.owner_registration import FORM, Member, OwnerRegistration
from desk.printing.job import Job
from desk.services import paper_move_in
from desk.services.move_in import MoveIn, PersonView
from desk.services.paper_move_in import identity_words, phone_words
from desk.services.paper_sheet import Asked, Sheet
from desk.services.workplace import Workplace
from desk.wording import label

CODE = FormCode.OWNER_REGISTRATION


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The registration of a case."""
    known = paper_move_in.case_of(workplace, key)
    return paper_move_in.of_case(workplace, CODE, FORM, known, asked, gathered)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The registration without values, for the drawer."""
    return paper_move_in.blank(workplace, CODE, FORM, asked)


def gathered(known: MoveIn, job: Job) -> OwnerRegistration:
    """Permanent residents each on a line, with a box for the photo (R27).

    Who speaks for a company is not its legal representative, who is written by hand (R26).
    """
    detail, facts = known.detail, known.facts
    owner = paper_move_in.holder(known)
    return OwnerRegistration(
        job=job,
        number=detail.number,
        unit=detail.unit,
        arrival=facts.arrival,
        holder=facts.holder,
        arrives_on=detail.moved_on,
        owner=detail.name,
        identity=identity_words(owner),
        phone=detail.phone,
        agent=detail.agent or detail.contact,
        agent_phone=detail.agent_phone,
        members=tuple(_member(one) for one in known.persons if one.permanent),
        taken_by=job.printed_by,
    )


def _member(person: PersonView) -> Member:
    relation = label("resident_role", person.role)
    return Member(person.name, relation, phone_words(person), identity_words(person))
