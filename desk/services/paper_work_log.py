"""《工作日志》 of a period (F19, R235, R237): what was wished, what became of it."""

from functools import partial

from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.service_order import State
from desk.i18n import pgettext
from desk.models.lists import Page, Reader
from desk.models.lists import service_order as order_list
from desk.models.lists.service_order import Filter, Key, OrderRow
from desk.printing.forms.work_log import FORM, Wish, WorkLog
from desk.printing.job import Job
from desk.services.paper_register import WIDE, bounds, matter_words, sheet_of, whole
from desk.services.paper_sheet import Asked, Period, Sheet
from desk.services.workplace import Workplace

CODE = FormCode.WORK_LOG
_LONG = 2 * WIDE


def prepare(workplace: Workplace, period: Period, asked: Asked) -> Sheet:
    """The wishes of the period, oldest first; who follows one up signs on the paper."""
    workplace.require(Permission.PRINT)
    since, until = bounds(workplace, period)
    wanted = Filter(since=since, until=until)

    def fetch(reader: Reader, after: Key | None, limit: int) -> Page[OrderRow]:
        return order_list.orders(reader, wanted, after, limit)

    with workplace.reading() as reader:
        rows = whole(reader, fetch)
    gather = partial(gathered, period, rows)
    return sheet_of(workplace, FORM, CODE, until=period.until, asked=asked, gather=gather)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The log without entries, for the counter."""
    workplace.require(Permission.PRINT)
    today = workplace.today()
    return sheet_of(workplace, FORM, CODE, until=today, asked=asked)


def gathered(period: Period, rows: tuple[OrderRow, ...], job: Job) -> WorkLog:
    """A line for each wish; `rows` come newest first."""
    wishes = tuple(_wish(row, job) for row in reversed(rows))
    return WorkLog(job=job, since=period.since, until=period.until, wishes=wishes)


def _wish(row: OrderRow, job: Job) -> Wish:
    return Wish(
        number=row.number,
        asked_at=row.asked_at,
        customer=row.customer,
        unit=row.unit or row.place,
        wish=matter_words(row.item_name, row.wish, _LONG),
        handling="\n".join(_handling(row, job)),
    )


def _handling(row: OrderRow, job: Job) -> list[str]:
    """處理情況: who was sent, what was done; who else can where we cannot (R237)."""
    if row.state == State.VOID:
        return [pgettext("log paper", "Void: {why}").format(why=row.void_why)]
    if row.state == State.UNABLE:
        unable = pgettext("log paper", "Cannot be provided, explained to the customer.")
        return [unable, *filter(None, (row.others,))]
    said = []
    if row.dispatched_at is not None:
        sent = pgettext("log paper", "Sent: {who}, {when}")
        when = job.custom.datetime(row.dispatched_at)
        said.append(sent.format(who=row.provider, when=when))
    if row.done_at is not None:
        done = pgettext("log paper", "Done {when}: {what}")
        what = matter_words("", row.work_done or row.item_name or row.wish, WIDE)
        said.append(done.format(when=job.custom.datetime(row.done_at), what=what))
    return said or [_waiting(row)]


def _waiting(row: OrderRow) -> str:
    if row.state == State.REVIEW:
        return pgettext("log paper", "Beyond the price board, with the manager for review.")
    return pgettext("log paper", "Registered, to be sent for.")
