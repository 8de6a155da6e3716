"""《資料領取單》 (F32, R33): what the estate hands over at move-in, for the owner to sign."""

from desk.domain.paper import FormCode
from desk.printing.forms.materials_receipt import FORM, Material, MaterialsReceipt
from desk.printing.job import Job
from desk.services import paper_move_in
from desk.services.move_in import MoveIn
from desk.services.paper_sheet import Asked, Sheet
from desk.services.policy_name import name
from desk.services.workplace import Workplace

CODE = FormCode.MATERIALS_RECEIPT


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The receipt of a case."""
    known = paper_move_in.case_of(workplace, key)
    return paper_move_in.of_case(workplace, CODE, FORM, known, asked, gathered)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The receipt without values, for the drawer."""
    return paper_move_in.blank(workplace, CODE, FORM, asked)


def gathered(known: MoveIn, job: Job) -> MaterialsReceipt:
    """Each material of the estate's list once; the day is that of the signature."""
    detail = known.detail
    days = {one.listed.signed_on for one in known.materials if one.listed is not None}
    return MaterialsReceipt(
        job=job,
        number=detail.number,
        unit=detail.unit,
        owner=detail.name,
        receiver=paper_move_in.signs(known),
        phone=detail.phone,
        received_on=max(filter(None, days), default=None),
        materials=tuple(
            Material(name(one.paper.labels, one.paper.code), 1) for one in known.materials
        ),
        handed_over_by=job.printed_by,
    )
