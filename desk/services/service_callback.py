"""Calling customers back 服務回訪: ask, write down, tell the provider, void (R107, R247-R249)."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from desk.domain import service_callback as rules
from desk.domain.callback import CallbackHow, CallbackOutcome, Satisfaction
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.service_callback import NOT_TRIED, Aspect, CallbackEntry, CallbackFacts, Tries
from desk.errors import NotFound
from desk.models.lists import Page, Reader
from desk.models.lists import service_callback as callback_list
from desk.models.lists import service_callback_owed as owed_list
from desk.models.lists import service_order as order_list
from desk.models.lists.service_callback import CallbackRow, Key
from desk.models.lists.service_callback import Filter as CallbackFilter
from desk.models.lists.service_callback_owed import ChoiceRow
from desk.models.service_callback import ServiceCallback
from desk.models.unit_of_work import UnitOfWork
from desk.services import personal_data
from desk.services import service_callback_choice as choosing
from desk.services import service_callback_follow as follow
from desk.services import service_callback_mark as marks
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace

__all__ = [
    "Aspect",
    "CallbackEntry",
    "CallbackFilter",
    "CallbackHow",
    "CallbackOutcome",
    "CallbackRow",
    "CallbackView",
    "ChoiceRow",
    "Key",
    "Satisfaction",
    "TellEntry",
    "call_back",
    "call_back_blockers",
    "detail",
    "get",
    "of_order",
    "owed",
    "page",
    "tell",
    "tell_blockers",
    "void",
    "void_blockers",
]

KIND = "service_callback"
PAGE = 50


@dataclass(frozen=True)
class TellEntry:
    """To whom of the provider the result was told, and when; no time is now (R248)."""

    to: str
    at: datetime | None = None


@dataclass(frozen=True)
class CallbackView:
    """An order with why it is called back, and every callback and attempt in their order; `tries`
    are those in vain since it was done that count towards letting the customer off."""

    order: ChoiceRow
    callbacks: tuple[CallbackRow, ...]
    tries: Tries = NOT_TRIED

    @property
    def facts(self) -> tuple[CallbackFacts, ...]:
        """The callbacks as the rules see them."""
        return tuple(one.facts for one in self.callbacks)

    @property
    def answer(self) -> CallbackRow | None:
        """The latest callback that the customer answered."""
        reached = [one for one in self.callbacks if one.facts.is_reached]
        return reached[-1] if reached else None

    @property
    def missing(self) -> tuple[Reason, ...]:
        """What the customer who was tried in vain still lacks to be let off."""
        return rules.let_off_missing(self.tries) if self.order.is_owed else ()


# Deeds


def call_back(workplace: Workplace, order_id: int, entry: CallbackEntry) -> CallbackView:
    """One callback, or one attempt, of an order that is done (R107, R247, R248)."""
    with workplace.deed(Permission.REGISTER) as work:
        known = _known(workplace, work.reader, order_id)
        entry = ready(workplace, work, entry, known.order.finished_at, _open_to(known))
        row = begun(work, entry)
        row.order_id, row.agreement_id = order_id, known.order.agreement_id
        work.add(row)
        _settle(workplace, work, order_id)
        marks.follow(work, row, known.order)
        return work.committed(partial(_known, workplace), KIND, order_id)


def tell(workplace: Workplace, callback_id: int, version: int, entry: TellEntry) -> CallbackRow:
    """The provider was told the result (R248)."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(ServiceCallback, callback_id, version)
        cleaning = Cleaning()
        to = cleaning.line(entry.to, rules.NAME_LIMIT, "told_to")
        facts = _detail(work, callback_id).facts
        cleaning.refuse(rules.tell_reasons(facts, to, entry.at, work.now))
        row.told_to, row.told_at, row.told_by_id = to, entry.at or work.now, work.actor_id
        return work.committed(callback_list.detail, KIND, callback_id)


def void(workplace: Workplace, callback_id: int, version: int, why: str) -> CallbackRow:
    """It was written down in error: it stays to be seen, and is owed again.

    An answer that marked who did the work takes its mark along: that is for whoever may approve.
    """
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(ServiceCallback, callback_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        facts = _detail(work, callback_id).facts
        workplace.require(_may_void(facts))
        cleaning.refuse(rules.void_reasons(facts, why))
        row.void_why = why
        work.flush()
        if row.order_id is not None:
            _settle(workplace, work, row.order_id)
        marks.take_back(work, callback_id, why)
        return work.committed(callback_list.detail, KIND, callback_id)


# Looking


def get(workplace: Workplace, key: int | str) -> CallbackView:
    """An order by its id or number, with its callbacks; NotFound when there is none.

    Its phone is masked for who only looks.
    """
    with workplace.reading() as reader:
        found = key if isinstance(key, int) else order_list.id_of_number(reader, key)
        if found is None:
            raise NotFound("service_order", str(key))
        view = _known(workplace, reader, found)
    return personal_data.shown(workplace, view)


def of_order(reader: Reader, order_id: int) -> tuple[CallbackRow, ...]:
    """What stands on the order's slip: every callback and attempt that is not void (R247)."""
    return tuple(one for one in callback_list.of_order(reader, order_id) if not one.void_why)


def detail(workplace: Workplace, callback_id: int) -> CallbackRow:
    """One callback; NotFound when there is none."""
    with workplace.reading() as reader:
        found = callback_list.detail(reader, callback_id)
    if found is None:
        raise NotFound(KIND, str(callback_id))
    return found


def owed(workplace: Workplace, after: Key | None = None, limit: int = PAGE) -> Page[ChoiceRow]:
    """Some of what is owed, the earliest first, phones masked; it is brought up to date before."""
    if after is None:
        choosing.settle(workplace)
    with workplace.reading() as reader:
        return personal_data.masked(owed_list.owed(reader, after, limit))


def page(
    workplace: Workplace, wanted: CallbackFilter, after: Key | None = None, limit: int = PAGE
) -> Page[CallbackRow]:
    """Some of the callbacks that were made, newest first."""
    with workplace.reading() as reader:
        return callback_list.callbacks(reader, wanted, after, limit)


# Why not: the words on a shut button


def call_back_blockers(workplace: Workplace, known: CallbackView) -> tuple[Reason, ...]:
    """Why nobody is called back now."""
    return (*workplace.missing(Permission.REGISTER), *_open_to(known))


def tell_blockers(workplace: Workplace, known: CallbackRow) -> tuple[Reason, ...]:
    """Why the provider is not told now."""
    return (*workplace.missing(Permission.REGISTER), *rules.tell_blockers(known.facts))


def void_blockers(workplace: Workplace, known: CallbackRow) -> tuple[Reason, ...]:
    """Why it is not declared void now."""
    missing = workplace.missing(Permission.REGISTER) or workplace.missing(_may_void(known.facts))
    return (*missing, *rules.void_reasons(known.facts, KIND))


# Parts


def ready(
    workplace: Workplace,
    work: UnitOfWork,
    entry: CallbackEntry,
    since: datetime | None,
    blockers: tuple[Reason, ...],
) -> CallbackEntry:
    """The entry with clean texts, or every reason against it; on the phone the caller signs."""
    cleaning = Cleaning()
    signed = cleaning.line(entry.signed_by, rules.NAME_LIMIT, "signed_by")
    if entry.how is not CallbackHow.VISIT and entry.outcome is CallbackOutcome.REACHED:
        signed = signed or workplace.actor.name
    entry = replace(
        entry,
        words=cleaning.text(entry.words, rules.WORDS_LIMIT, "words"),
        why=cleaning.line(entry.why, rules.WHY_LIMIT, "why"),
        signed_by=signed,
    )
    cleaning.refuse(blockers, rules.entry_reasons(entry, since, work.now))
    return entry


def begun(work: UnitOfWork, entry: CallbackEntry) -> ServiceCallback:
    """The row of an entry; of nothing yet."""
    content = rules.satisfaction(entry.scores)
    return ServiceCallback(
        at=entry.at or work.now,
        entered_at=work.now,
        by_id=work.actor_id,
        how=entry.how,
        outcome=entry.outcome,
        satisfaction=content or "",
        words=entry.words,
        why=entry.why,
        signed_by=entry.signed_by,
        **{aspect.value: getattr(entry, aspect) for aspect in Aspect},
    )


def _may_void(facts: CallbackFacts) -> Permission:
    """As a mark is (`service_callback_mark.void`), so is the answer that made it (R109)."""
    return Permission.APPROVE if rules.marks_person(facts) else Permission.REGISTER


def _open_to(known: CallbackView) -> tuple[Reason, ...]:
    return rules.call_back_blockers(known.order.finished_at, known.facts)


def _known(workplace: Workplace, reader: Reader, order_id: int) -> CallbackView:
    order = owed_list.of_record(reader, order_id)
    if order is None:
        raise NotFound("service_order", str(order_id))
    callbacks, done_at = callback_list.of_order(reader, order_id), order.finished_at
    if done_at is None:
        return CallbackView(order, callbacks)
    month = workplace.estate.custom.day(done_at).replace(day=1)
    rule = choosing.rule_of(workplace, reader, month)
    since = (one.facts for one in callbacks if one.at >= done_at)
    return CallbackView(order, callbacks, rules.tries(since, rule))


def _settle(workplace: Workplace, work: UnitOfWork, order_id: int) -> None:
    known = _known(workplace, work.reader, order_id)
    follow.settle(workplace, work, known.order, known.callbacks)


def _detail(work: UnitOfWork, callback_id: int) -> CallbackRow:
    found = callback_list.detail(work.reader, callback_id)
    if found is None:
        raise NotFound(KIND, str(callback_id))
    return found
