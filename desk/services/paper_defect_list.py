"""《返修跟進表》 (R35): the defects of an inspection, and what else of the home still waits."""

from collections.abc import Sequence
from functools import partial

from desk.domain.defect import WAITS, State
from desk.domain.inspection import said
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.i18n import language, pgettext
from desk.models.lists import Reader
from desk.models.lists import defect as defect_list
from desk.models.lists.defect import DefectRow, Filter
from desk.printing.forms.defect_list import FORM, DefectLine, DefectList
from desk.printing.job import Job
from desk.services.inspection_case import Inspection
from desk.services.paper_build import Subject, build, number_of
from desk.services.paper_inspection import inspection_of
from desk.services.paper_sheet import Asked, Sheet
from desk.services.workplace import Workplace
from desk.wording import label

CODE = FormCode.DEFECT_LIST
KIND = "inspection"
MOST = 500


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The list as it stands now; `key` is an inspection's id, its number or that of one of its
    defects, a code or "latest"."""
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        known = _inspection(reader, key)
        rows = _rows(reader, known)
    detail = known.detail
    subject = Subject(CODE, KIND, detail.id, 0, detail.number, void=bool(detail.void_why))
    return build(workplace, FORM, subject, asked, gather=partial(gathered, known, rows))


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The list without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(CODE, KIND), asked)


def gathered(known: Inspection, rows: Sequence[DefectRow], job: Job) -> DefectList:
    """Every defect on its line; the builder is that of the first one that waits."""
    detail = known.detail
    turned_to = next((one for one in rows if one.state in WAITS), None) or detail
    return DefectList(
        job=job,
        number=detail.number,
        unit=detail.unit,
        owner=detail.owner,
        builder=turned_to.builder,
        contact=turned_to.contact,
        phone=turned_to.phone,
        as_of=job.custom.day(job.printed_at),
        defects=tuple(_line(one, job) for one in rows),
    )


def _inspection(reader: Reader, key: int | str) -> Inspection:
    if isinstance(key, str):
        found = defect_list.id_of_number(reader, number_of(key))
        row = None if found is None else defect_list.detail(reader, found)
        if row is not None:
            return inspection_of(reader, row.inspection_id)
    return inspection_of(reader, key)


def _rows(reader: Reader, known: Inspection) -> tuple[DefectRow, ...]:
    """Those of the inspection but void ones, then what waits from the home's other inspections."""
    own = [one for one in known.defects if one.state != State.VOID]
    wanted = Filter(states=WAITS, unit_id=known.detail.unit_id)
    others = defect_list.defects(reader, wanted, None, MOST).rows
    return (*own, *(one for one in others if one.inspection_id != known.detail.id))


def _line(row: DefectRow, job: Job) -> DefectLine:
    spoken = language()
    return DefectLine(
        number=row.number,
        place=f"{said(row.room, spoken)} · {said(row.part, spoken)}",
        what=row.what,
        found_on=job.custom.day(row.found_at),
        due_on=row.due_on,
        reminders=row.reminders,
        standing=_standing(row, job),
    )


def _standing(row: DefectRow, job: Job) -> str:
    """How it stands, since when, how often it failed again."""
    told = [label("defect_state", row.state)]
    if row.state == State.PASSED and row.passed_at is not None:
        told.append(job.custom.date(row.passed_at))
    if row.state == State.DONE and row.done_at is not None:
        done = pgettext("defect paper", "Said to be done on {day}")
        told.insert(0, done.format(day=job.custom.date(row.done_at)))
    if row.fails:
        told.append(pgettext("defect paper", "failed again: {count}").format(count=row.fails))
    return "\n".join(told)
