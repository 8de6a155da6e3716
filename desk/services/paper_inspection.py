"""《業主入住房屋驗收表》 (F30): the sheet of an inspection, to take along or to sign (R30)."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from desk.domain.inspection import Item, RoomPlan, Signer, said
from desk.domain.meter import MeterKind
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.errors import NotFound
from desk.i18n import language
from desk.models.lists import Reader
from desk.models.lists import inspection as inspection_list
from desk.models.lists.meter import ReadingRow
from desk.printing.forms.inspection import FORM, MeterLine, PartLine, SignedLine
from desk.printing.forms.inspection import Inspection as InspectionSheet
from desk.printing.job import Job
from desk.services import inspection_case, inspection_template
from desk.services.inspection_case import Inspection
from desk.services.paper_build import Subject, build, number_of
from desk.services.paper_sheet import LATEST, Asked, Sheet
from desk.services.workplace import Workplace
from desk.wording import label

CODE = FormCode.INSPECTION
KIND = "inspection"


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The sheet as it stands now; `key` is an id, a number, a code or "latest"."""
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        known = inspection_of(reader, key)
    detail = known.detail
    subject = Subject(
        CODE, KIND, detail.id, detail.version, detail.number, void=bool(detail.void_why)
    )
    return build(workplace, FORM, subject, asked, gather=partial(gathered, known))


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The sheet with the estate's rooms and nothing else, for the drawer."""
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        rooms = inspection_template.current(reader).rooms
    return build(workplace, FORM, Subject(CODE, KIND), asked, gather=partial(_empty, rooms))


def gathered(known: Inspection, job: Job) -> InspectionSheet:
    """Every part on its line, in the paper's language."""
    detail = known.detail
    return InspectionSheet(
        job=job,
        number=detail.number,
        unit=detail.unit,
        held_on=detail.held_on,
        builder=detail.builder,
        contact=detail.contact,
        phone=detail.phone,
        owner=detail.owner,
        staff=detail.staff,
        parts=tuple(map(_part, known.items)),
        meters=tuple(_meter(kind, known.reading(kind)) for kind in MeterKind),
        remark=detail.remark,
        signed=tuple(
            SignedLine(one, signature.by, job.custom.date(signature.on))
            for one in Signer
            if (signature := known.facts.signatures.get(one)) is not None
        ),
    )


def inspection_of(reader: Reader, key: int | str) -> Inspection:
    """The inspection of an id, a number, a code or "latest"; NotFound when there is none."""
    if isinstance(key, int):
        known: int | None = key
    elif key == LATEST:
        known = inspection_list.newest_id(reader)
    else:
        known = inspection_list.id_of_number(reader, number_of(key))
    found = inspection_case.whole(reader, known or 0)
    if found is None:
        raise NotFound(KIND, str(key))
    return found


def _empty(rooms: Sequence[RoomPlan], job: Job) -> InspectionSheet:
    spoken = language()
    parts = (
        PartLine(said(room.names, spoken), said(part.names, spoken))
        for room in rooms
        for part in room.parts
    )
    return InspectionSheet(job=job, parts=tuple(parts))


def _part(item: Item) -> PartLine:
    spoken = language()
    return PartLine(said(item.room, spoken), said(item.part, spoken), item.verdict, item.remark)


def _meter(kind: MeterKind, read: ReadingRow | None) -> MeterLine:
    named = label("meter_kind", kind)
    if read is None:
        return MeterLine(named)
    return MeterLine(named, read.meter_number, shown(read.value), read.absent or read.why)


def shown(value: Decimal | None) -> str:
    """A reading without the zeros nobody wrote."""
    return "" if value is None else f"{value.normalize():f}"
