"""Changes of a service order 顧客委託服務單: confirmed before the work goes on (R243)."""

from dataclasses import replace

from desk.domain import service_order_part_rules as rules
from desk.domain import service_order_parts as values
from desk.domain.approval import Answer, Line, Verdict
from desk.domain.permissions import Permission
from desk.domain.policy import Post
from desk.domain.reasons import Reason
from desk.domain.service_order import EventKind
from desk.domain.service_order_parts import ChangeEntry, Word
from desk.i18n import _
from desk.models.service_order import ServiceChange, ServiceOrder
from desk.models.staff import Account
from desk.models.unit_of_work import UnitOfWork
from desk.services import approval, service_order_case
from desk.services.approval import Matter
from desk.services.cleaning import Cleaning
from desk.services.service_order_case import KIND, Order, add_event, finished, get, opened
from desk.services.workplace import Workplace

__all__ = ["MATTER", "ChangeEntry", "answer", "ask", "own_reasons", "shown"]

MATTER = "change"  # of the manager's word, with the change's id: `change:7`


def ask(workplace: Workplace, order_id: int, version: int, entry: ChangeEntry) -> Order:
    """The real work differs or exceeds: told to the manager at once (R243)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            what=cleaning.text(entry.what, values.TEXT_LIMIT, "what"),
            person=cleaning.line(entry.person, values.NAME_LIMIT, "person"),
        )
        cleaning.refuse(rules.change_reasons(case.facts, entry, work.now))
        at = entry.at or work.now
        row = ServiceChange(
            order_id=order_id,
            what=entry.what,
            price=entry.price,
            person=entry.person,
            at=at,
            entered_at=work.now,
            by_id=work.actor_id,
        )
        work.add(row)
        told = {"person": entry.person, "text": entry.what, "amount": entry.price}
        add_event(work, order_id, EventKind.CHANGE, at=at, refers_to=row.id, **told)
        return finished(workplace, work, case.row)


def answer(  # noqa: PLR0913, PLR0917 - what the manager is asked, and what she says
    workplace: Workplace,
    order_id: int,
    version: int,
    change_id: int,
    agreed_by: str,
    said: Answer,
) -> Order:
    """The manager's word about a change before the work goes on (R243): a second person's.

    `agreed_by` is the customer who was talked to. Refused, the work stays as it was agreed. A
    manager at her own desk gives it herself (`login` of `said` is empty).
    """
    workplace.require(Permission.READ)
    known = get(workplace, order_id)
    cleaning = Cleaning()
    agreed_by = cleaning.line(agreed_by, values.NAME_LIMIT, "agreed_by")
    granted = said.decision is Verdict.GRANTED
    cleaning.refuse(rules.answer_reasons(known.facts, change_id, agreed_by, granted=granted))

    def follow(work: UnitOfWork) -> None:
        _answered(work, change_id, agreed_by, said)

    give = approval.give_each if said.login else approval.give_own
    give(workplace, [_matter(known, version, change_id)], said, follow)
    return get(workplace, order_id)


def shown(workplace: Workplace, known: Order, change_id: int) -> tuple[Line, ...]:
    """What the manager is shown before giving the word."""
    workplace.require(Permission.READ)
    found = rules.change_of(known.facts, change_id)
    money = workplace.estate.custom.money
    before, after = known.facts.price, None if found is None else found.price
    return (
        Line(_("Service order"), known.detail.number),
        Line(_("Room"), known.detail.unit or known.detail.place),
        Line(_("Customer"), known.detail.customer),
        Line(_("Wish"), known.detail.wish),
        Line(_("What differs"), "" if found is None else found.what),
        Line(_("Price agreed"), "" if before is None else money(before)),
        Line(_("Price now"), _("unchanged") if after is None else money(after)),
    )


def own_reasons(workplace: Workplace, known: Order, change_id: int) -> tuple[Reason, ...]:
    """Why the clerk at the desk may not answer it herself: then somebody else signs in."""
    given = approval.own_reasons(workplace, [_matter(known, known.detail.version, change_id)])
    return (*workplace.missing(Permission.READ), *given)


# Parts


def _answered(work: UnitOfWork, change_id: int, agreed_by: str, answer: Answer) -> None:
    """Inside the approver's own transaction."""
    found = work.get(ServiceChange, change_id)
    order = work.get(ServiceOrder, found.order_id)
    granted = answer.decision is Verdict.GRANTED
    assert work.actor_id is not None
    found.word = Word.CONFIRMED if granted else Word.REFUSED
    found.answered_at, found.answered_by = work.now, work.get(Account, work.actor_id).name
    found.agreed_by, found.note = agreed_by, answer.note
    if granted and found.price is not None:
        order.price = found.price
    kind = EventKind.CHANGE_CONFIRMED if granted else EventKind.CHANGE_REFUSED
    told = {"person": agreed_by, "text": answer.note, "amount": found.price}
    add_event(work, order.id, kind, refers_to=change_id, **told)
    service_order_case.settle(work, order)


def _matter(known: Order, version: int, change_id: int) -> Matter:
    roles = known.policy.post(Post.OFFICE_MANAGER).roles
    return Matter(KIND, known.detail.id, f"{MATTER}:{change_id}", roles, version)
