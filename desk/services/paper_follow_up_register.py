"""《客戶投訴案件登記追蹤表》 of a period (F13, R164): what is open, whose it is, by when."""

from functools import partial

from desk.domain.complaint import OPEN_STATES, ContentClass, State
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.i18n import pgettext
from desk.models.lists import Page, Reader
from desk.models.lists import follow_up_register as case_list
from desk.models.lists.follow_up_register import CaseRow, Key
from desk.printing.forms.follow_up_register import FORM, FollowedCase, FollowUpRegister
from desk.printing.job import Job
from desk.services.paper_register import Levels, bounds, matter_words, sheet_of, whole
from desk.services.paper_sheet import Asked, Period, Sheet
from desk.services.workplace import Workplace
from desk.wording import label

CODE = FormCode.FOLLOW_UP_REGISTER

# What was explained on the spot is no case (R161).
CASES = frozenset(State) - {State.EXPLAINED}


def prepare(workplace: Workplace, period: Period, asked: Asked) -> Sheet:
    """The cases received in the period, all of them or those still open."""
    workplace.require(Permission.PRINT)
    rows = rows_of(workplace, period)
    gather = partial(gathered, Levels(workplace), period, rows)
    return sheet_of(
        workplace,
        FORM,
        CODE,
        until=period.until,
        asked=asked,
        gather=gather,
    )


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The register without entries, for the drawer."""
    workplace.require(Permission.PRINT)
    today = workplace.today()
    return sheet_of(workplace, FORM, CODE, until=today, asked=asked)


def rows_of(workplace: Workplace, period: Period) -> tuple[CaseRow, ...]:
    """The cases of the period, oldest first."""
    workplace.require(Permission.PRINT)
    span = bounds(workplace, period)
    states = OPEN_STATES if period.open_only else CASES

    def fetch(reader: Reader, after: Key | None, limit: int) -> Page[CaseRow]:
        return case_list.cases(reader, span, states, after, limit)

    with workplace.reading() as reader:
        return whole(reader, fetch)


def gathered(
    levels: Levels, period: Period, rows: tuple[CaseRow, ...], job: Job
) -> FollowUpRegister:
    """A line for each case, without names and rooms where the paper is posted (R90).

    Whom a complaint is about may be somebody's name as well.
    """
    return FollowUpRegister(
        job=job,
        since=period.since,
        until=period.until,
        scope=_scope(period),
        cases=tuple(_case(levels, period, row) for row in rows),
    )


def _scope(period: Period) -> str:
    if period.open_only:
        return pgettext("paper", "Open cases alone")
    return pgettext("paper", "All cases")


def _case(levels: Levels, period: Period, row: CaseRow) -> FollowedCase:
    hidden = period.without_names
    return FollowedCase(
        number=row.number,
        received_at=row.received_at,
        matter=_matter(row, hidden=hidden),
        room="" if hidden else row.unit or "",
        complainant="" if hidden else row.complainant,
        content_class=ContentClass(row.content_class),
        severity=levels.name(row.policy_id, row.severity),
        department=row.department or ("" if hidden else row.about),
        due_at=row.due_at,
        state=State(row.state),
        closed_at=row.closed_at,
        callback=_callback(row),
    )


def _matter(row: CaseRow, *, hidden: bool) -> str:
    """A paper that is posted tells no course of events: a name or a room may stand in it (R90)."""
    if hidden:
        return row.topic or label("content_class", row.content_class)
    return matter_words(row.topic, row.excerpt)


def _callback(row: CaseRow) -> str:
    if row.satisfaction:
        return label("satisfaction", row.satisfaction)
    return label("callback_outcome", row.outcome) if row.outcome else ""
