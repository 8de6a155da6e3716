"""The review 評審 of a service that is beyond the price board 價目: able or unable (R104, R237)."""

from dataclasses import replace

from desk.domain import service_order as values
from desk.domain import service_order_deeds as rules
from desk.domain.approval import Answer, Line, Verdict
from desk.domain.permissions import Permission
from desk.domain.policy import Post
from desk.domain.reasons import Reason
from desk.domain.service_order import EventKind, ReviewEntry, State
from desk.domain.service_order_deeds import Deed
from desk.i18n import _
from desk.models.service_order import ServiceOrder
from desk.models.unit_of_work import UnitOfWork
from desk.services import approval, price_board, service_order_case, visit_answer
from desk.services.approval import Matter
from desk.services.cleaning import Cleaning
from desk.services.service_order_case import KIND, Order, add_event, get
from desk.services.workplace import Workplace

__all__ = ["MATTER", "ReviewEntry", "own_reasons", "review", "shown"]

MATTER = "review"


def review(
    workplace: Workplace, order_id: int, version: int, entry: ReviewEntry, said: Answer
) -> Order:
    """The manager says whether the office can do it (R237): a second person's word.

    Able, it may join the next price board. Unable, it is explained (the note of `said`), other
    companies' contacts may be given, and the order ends. A manager at her own desk gives the word
    herself (`login` of `said` is empty).
    """
    workplace.require(Permission.READ)
    known = get(workplace, order_id)
    cleaning = Cleaning()
    entry = replace(
        entry,
        name=cleaning.line(entry.name, values.ITEM_LIMIT, "name"),
        counted=cleaning.line(entry.counted, values.COUNTED_LIMIT, "counted"),
        others=cleaning.text(entry.others, values.WORDS_LIMIT, "others"),
    )
    cleaning.refuse(
        rules.blockers(known.facts, Deed.REVIEW),
        rules.board_reasons(entry, granted=said.decision is Verdict.GRANTED),
    )

    def follow(work: UnitOfWork) -> None:
        _reviewed(work, order_id, entry, said)

    give = approval.give_each if said.login else approval.give_own
    give(workplace, [_matter(known, version)], said, follow)
    return get(workplace, order_id)


def shown(workplace: Workplace, known: Order) -> tuple[Line, ...]:
    """What the manager is shown before giving the word."""
    workplace.require(Permission.READ)
    return (
        Line(_("Service order"), known.detail.number),
        Line(_("Room"), known.detail.unit or known.detail.place),
        Line(_("Customer"), known.detail.customer),
        Line(_("Wish"), known.detail.wish),
    )


def own_reasons(workplace: Workplace, known: Order) -> tuple[Reason, ...]:
    """Why the clerk at the desk may not review it herself: then somebody else signs in."""
    given = approval.own_reasons(workplace, [_matter(known, known.detail.version)])
    return (*workplace.missing(Permission.READ), *given)


def _reviewed(work: UnitOfWork, order_id: int, entry: ReviewEntry, said: Answer) -> None:
    """Inside the approver's own transaction."""
    row = work.get(ServiceOrder, order_id)
    row.reviewed_at = work.now
    if said.decision is Verdict.GRANTED:
        row.state = State.WRITTEN
        if entry.to_board and entry.price is not None:
            price_board.propose(
                work,
                entry.name,
                entry.counted,
                entry.price,
                (said.note or row.wish)[: values.WHY_LIMIT],
            )
        add_event(work, order_id, EventKind.REVIEWED, text=said.note)
    else:
        row.state, row.others = State.UNABLE, entry.others
        add_event(work, order_id, EventKind.UNABLE, text=said.note)
        visit_answer.of_visit(work, row.reception_id)
    service_order_case.settle(work, row)


def _matter(known: Order, version: int) -> Matter:
    roles = known.policy.post(Post.OFFICE_MANAGER).roles
    return Matter(KIND, known.detail.id, MATTER, roles, version)
