"""《客戶接待事項協調單》 (F17) of a visit: what the slip says."""

from functools import partial

from desk.domain.coordination_slip import SlipCause
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.reception import Kind
from desk.errors import NotFound
from desk.models.lists import Reader
from desk.models.lists import coordination_slip as slip_list
from desk.models.lists import handover as handover_list
from desk.models.lists import reception as reception_list
from desk.models.lists.coordination_slip import SlipRow
from desk.models.lists.reception import ReceptionDetail
from desk.printing.forms.coordination_slip import FORM, CoordinationSlip, DepartmentTask
from desk.printing.job import Job
from desk.services.paper_build import Subject, build, number_of
from desk.services.paper_sheet import LATEST, Asked, Sheet
from desk.services.workplace import Workplace

CODE = FormCode.COORDINATION_SLIP
KIND = "coordination_slip"


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The slip as it stands now; `key` is an id, a number, a code or "latest"."""
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        slip = _slip(reader, key)
        visit = reception_list.detail(reader, slip.reception_id)
        handed_over_by = _handed_over_by(reader, slip)
    assert visit is not None
    subject = Subject(CODE, KIND, slip.id, slip.version, slip.number)
    gather = partial(gathered, slip, visit, handed_over_by)
    return build(workplace, FORM, subject, asked, gather=gather)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The slip without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(CODE, KIND), asked)


def gathered(
    slip: SlipRow, visit: ReceptionDetail, handed_over_by: str, job: Job
) -> CoordinationSlip:
    """Everything that is known of the slip and its visit."""
    return CoordinationSlip(
        job=job,
        number=slip.number,
        reference=slip.reception_number,
        department=slip.receiver or "",
        filled_by=slip.by,
        filled_at=slip.at,
        addressee=slip.addressee,
        cause=SlipCause(slip.cause),
        handed_over_by=handed_over_by,
        customer=visit.caller_name,
        room=visit.unit or "",
        contact=visit.caller_phone,
        first_asked=visit.first_asked,
        first_asked_at=visit.happened_at,
        kind=Kind(visit.kind),
        matter=slip.matter,
        lead=slip.lead,
        lead_person=slip.lead_head,
        parts=tuple(DepartmentTask(name) for name in slip.others),
        result=slip.result,
        answered_by=slip.answered_by,
        answered_at=slip.answered_at,
    )


def _slip(reader: Reader, key: int | str) -> SlipRow:
    if isinstance(key, int):
        found = slip_list.detail(reader, key)
    else:
        number = slip_list.latest_number(reader) if key == LATEST else number_of(key)
        found = slip_list.detail_by_number(reader, number or "")
    if found is None:
        raise NotFound(KIND, str(key))
    return found


def _handed_over_by(reader: Reader, slip: SlipRow) -> str:
    """Who made the hand-over that turned out wrong (R213)."""
    chain = handover_list.of_reception(reader, slip.reception_id)
    return next((one.by for one in chain if one.id == slip.handover_id), "")
