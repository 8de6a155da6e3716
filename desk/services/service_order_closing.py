"""The end of a service order 顧客委託服務單: opinion and signature, slip back (R244, R245)."""

from dataclasses import replace

from desk.domain import service_order as values
from desk.domain import service_order_close as close_rules
from desk.domain import service_order_deeds as rules
from desk.domain import service_order_part_rules as part_rules
from desk.domain.permissions import Permission
from desk.domain.service_order import EventKind, OpinionEntry, State, StepEntry
from desk.domain.signed_paper import Home
from desk.models.service_order import ServiceOrder
from desk.models.unit_of_work import UnitOfWork
from desk.services import (
    complaint_signed,
    service_callback_mark,
    service_order_case,
    visit_answer,
)
from desk.services.cleaning import Cleaning
from desk.services.service_order_case import Order, add_event, finished, opened
from desk.services.workplace import Workplace

__all__ = ["SLIP_BACK", "OpinionEntry", "close", "sign", "signed_home", "slip_back"]

SLIP_BACK = "service_order.slip_back"  # what a signed slip ticks


def sign(workplace: Workplace, order_id: int, version: int, entry: OpinionEntry) -> Order:
    """The customer's opinion 顧客意見, and the signature under the work (R105, R244).

    What is not told leaves what is known; a signature without a day is of today.
    """
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            words=cleaning.text(entry.words, values.WORDS_LIMIT, "words"),
            signed_by=cleaning.line(entry.signed_by, values.NAME_LIMIT, "signed_by"),
        )
        today = workplace.estate.custom.day(work.now)
        begun = part_rules.visit_begun(case.facts)
        begun_on = None if begun is None else workplace.estate.custom.day(begun)
        cleaning.refuse(
            rules.opinion_reasons(case.facts, entry, today),
            part_rules.signature_reasons(entry.signed_on, begun_on),
        )
        row = case.row
        if entry.satisfaction is not None:
            row.satisfaction, row.opinion = entry.satisfaction, entry.words
            add_event(work, order_id, EventKind.OPINION, person=row.customer, text=entry.words)
            service_callback_mark.follow_opinion(work, row)
        if entry.signed_by:
            row.signed_by, row.signed_on = entry.signed_by, entry.signed_on or today
            add_event(work, order_id, EventKind.SIGNED, person=entry.signed_by)
        _tell_complaint(work, row)
        return finished(workplace, work, row)


def slip_back(workplace: Workplace, order_id: int, version: int, entry: StepEntry) -> Order:
    """The slip is handed in at the desk 單據交回 (R245, R189); its words go in by `sign`."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            person=cleaning.line(entry.person, values.NAME_LIMIT, "person"),
            note=cleaning.text(entry.note, values.REMARK_LIMIT, "note"),
        )
        cleaning.refuse(rules.back_reasons(case.facts, entry, work.now))
        row, at = case.row, entry.at or work.now
        row.slip_back_at, row.slip_back_by = at, entry.person
        told = {"person": entry.person, "text": entry.note}
        add_event(work, order_id, EventKind.SLIP_BACK, at=at, **told)
        _tell_complaint(work, row)
        return finished(workplace, work, row)


def close(workplace: Workplace, order_id: int, version: int) -> Order:
    """Close it 銷單 where everything that its policy asks for is there (K13)."""
    with workplace.deed(Permission.CLOSE) as work:
        case = opened(work, order_id, version)
        Cleaning().refuse(close_rules.close_reasons(case.facts, case.rule))
        row = case.row
        row.state, row.closed_at, row.closed_by_id = State.CLOSED, work.now, work.actor_id
        add_event(work, order_id, EventKind.CLOSED)
        visit_answer.of_visit(work, row.reception_id)
        return finished(workplace, work, row)


def signed_home(work: UnitOfWork, record_id: int, home: Home) -> str:
    """A signed slip came home by its code: it is back, and signed by the customer (R189, R245).

    Before the work is done nothing is ticked, nor twice, nor by the slip of the former work.
    """
    row = work.get(ServiceOrder, record_id)
    if row.state != State.DONE or row.slip_back_at is not None or _is_former(work, row.id, home):
        return ""
    row.slip_back_at, row.slip_back_by = work.now, home.signed_by
    if row.signed_on is None:
        row.signed_on, row.signed_by = home.signed_on, home.signed_by
        add_event(work, record_id, EventKind.SIGNED, person=home.signed_by)
    add_event(work, record_id, EventKind.SLIP_BACK, person=home.signed_by, text=home.remark)
    service_order_case.settle(work, row)
    _tell_complaint(work, row)
    return SLIP_BACK


def _is_former(work: UnitOfWork, order_id: int, home: Home) -> bool:
    """Whether the slip was signed before the visit began that is to be signed for (R256)."""
    known = service_order_case.facts(work.reader, order_id)
    begun = None if known is None else part_rules.visit_begun(known)
    begun_on = None if begun is None else work.day_of(begun)
    return any(part_rules.signature_reasons(home.signed_on, begun_on))


def _tell_complaint(work: UnitOfWork, row: ServiceOrder) -> None:
    """R166: the slip of a complaint that is back and signed is the complaint's signed copy.

    A complaint that is not handled yet, or has its copy, takes none.
    """
    if row.complaint_id is None or row.signed_on is None or row.slip_back_at is None:
        return
    complaint_signed.copy_home(work, row.complaint_id, Home(row.signed_on, row.signed_by))
