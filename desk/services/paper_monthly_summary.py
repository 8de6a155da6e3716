"""《投訴記錄月總結表》 (F7, R148, R175): a month's complaints in figures, and its cases."""

from dataclasses import asdict
from functools import partial
from typing import NamedTuple

from desk.domain.complaint import ContentClass, Nature, Severity
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.models.lists import monthly_summary as month_list
from desk.models.lists.follow_up_register import CaseRow
from desk.models.lists.monthly_summary import Figures
from desk.printing.forms.monthly_summary import (
    FORM,
    Count,
    MonthFigures,
    MonthlySummary,
    SummedCase,
)
from desk.printing.job import Job
from desk.services import paper_follow_up_register
from desk.services.paper_register import Levels, bounds, matter_words, sheet_of
from desk.services.paper_sheet import Asked, Period, Sheet
from desk.services.workplace import Workplace

CODE = FormCode.MONTHLY_SUMMARY


class Month(NamedTuple):
    """What was read of a month."""

    period: Period
    figures: Figures
    counts: tuple[Count, ...]
    rows: tuple[CaseRow, ...]


def prepare(workplace: Workplace, period: Period, asked: Asked) -> Sheet:
    """The month in which the period begins, whole."""
    workplace.require(Permission.PRINT)
    month = Period.of_month(period.since)
    since, until = bounds(workplace, month)
    with workplace.reading() as reader:
        figures = month_list.figures(reader, since, until, workplace.now())
        counts = month_list.counts(reader, since, until)
    rows = paper_follow_up_register.rows_of(workplace, month)
    counted = tuple(
        (Nature(nature), Severity(severity), ContentClass(content), count)
        for nature, severity, content, count in counts
    )
    told = Month(month, figures, counted, rows)
    gather = partial(gathered, Levels(workplace), told)
    return sheet_of(workplace, FORM, CODE, until=month.until, asked=asked, gather=gather)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The summary without figures, for the drawer."""
    workplace.require(Permission.PRINT)
    today = workplace.today()
    return sheet_of(workplace, FORM, CODE, until=today, asked=asked)


def gathered(levels: Levels, month: Month, job: Job) -> MonthlySummary:
    """Figures, counts and cases; analysis and improvement are written by the supervisor."""
    return MonthlySummary(
        job=job,
        month=month.period.since,
        figures=MonthFigures(**asdict(month.figures)),
        counts=month.counts,
        cases=tuple(_case(levels, row, job) for row in month.rows),
    )


def _case(levels: Levels, row: CaseRow, job: Job) -> SummedCase:
    return SummedCase(
        number=row.number,
        received_on=job.custom.day(row.received_at),
        matter=matter_words(row.topic, row.excerpt),
        severity=levels.name(row.policy_id, row.severity),
        department=row.department or row.about,
        result=matter_words("", row.result),
        closed_on=job.custom.day(row.closed_at) if row.closed_at else None,
    )
