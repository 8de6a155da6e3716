"""《投訴處置記錄表》 of a period (F5, R143, R145): the sheets handed out, signed for, returned."""

from functools import partial

from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.models.lists import Page, Reader
from desk.models.lists import disposal_record as sheet_list
from desk.models.lists.disposal_record import Key, SheetRow
from desk.printing.forms.disposal_record import FORM, DisposalRecord, SheetHandedOut
from desk.printing.job import Job
from desk.services.paper_register import WIDE, bounds, matter_words, sheet_of, whole
from desk.services.paper_sheet import Asked, Period, Sheet
from desk.services.workplace import Workplace

CODE = FormCode.DISPOSAL_RECORD


def prepare(workplace: Workplace, period: Period, asked: Asked) -> Sheet:
    """The hand-outs of the period; who has not signed yet signs on the paper."""
    workplace.require(Permission.PRINT)
    since, until = bounds(workplace, period)

    def fetch(reader: Reader, after: Key | None, limit: int) -> Page[SheetRow]:
        return sheet_list.handed_out(reader, since, until, after, limit)

    with workplace.reading() as reader:
        rows = whole(reader, fetch)
    gather = partial(gathered, period, rows)
    return sheet_of(
        workplace,
        FORM,
        CODE,
        until=period.until,
        asked=asked,
        gather=gather,
    )


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The record without entries, for the counter."""
    workplace.require(Permission.PRINT)
    today = workplace.today()
    return sheet_of(workplace, FORM, CODE, until=today, asked=asked)


def gathered(period: Period, rows: tuple[SheetRow, ...], job: Job) -> DisposalRecord:
    """A line for each sheet."""
    return DisposalRecord(
        job=job, since=period.since, until=period.until, sheets=tuple(map(_sheet, rows))
    )


def _sheet(row: SheetRow) -> SheetHandedOut:
    return SheetHandedOut(
        number=row.number,
        case=matter_words(row.topic, row.excerpt, WIDE),
        department=row.department,
        handed_out_at=row.handed_out_at,
        handed_out_by=row.handed_out_by,
        received_by=row.received_by,
        returned_at=row.returned_at,
        taken_back_by=row.taken_back_by,
    )
