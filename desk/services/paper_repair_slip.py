"""《維修服務單》 (F8, F9): a repair on paper, its plan and who answers for it (R188)."""

from functools import partial

from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.service_order import Kind, Liability
from desk.printing.forms.repair_slip import FORM, RepairSlip
from desk.printing.job import Job
from desk.services.paper_build import Subject, build
from desk.services.paper_service_order import beside, order_of, rules_of, subject_of
from desk.services.paper_service_order_words import Beside, slip_values
from desk.services.paper_sheet import Asked, Sheet
from desk.services.service_order import KIND, Order
from desk.services.workplace import Workplace

CODE = FormCode.REPAIR_SLIP


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The repair as it stands now; `key` is an id, a number, a code or "latest".

    NotFound for a commissioned service, whose paper is the service order.
    """
    known = order_of(workplace, key, Kind.REPAIR)
    gather = partial(gathered, known, beside(workplace, known))
    kept = rules_of(workplace, known)
    return build(workplace, FORM, subject_of(CODE, known), asked, gather=gather, rules=kept)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The slip without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(CODE, KIND), asked)


def gathered(known: Order, known_beside: Beside, job: Job) -> RepairSlip:
    """Everything that is known of the repair."""
    liability = known.detail.liability
    return RepairSlip(
        plan=known.detail.plan,
        liability=Liability(liability) if liability else None,
        **slip_values(known, known_beside, job),
    )
