"""Writing a move-in 入住 down: why the case, a person, a fee, a signature may not be written."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal

from desk.domain.bounds import is_far_ahead, is_long_ago
from desk.domain.estate import PersonKind, ResidentRole
from desk.domain.money import has_two_places, is_within
from desk.domain.move_in import (
    MOST_FEES,
    MOST_PERSONS,
    MOST_PHONES,
    Fee,
    FeeEntry,
    FeeKind,
    ListedEntry,
    ListedKind,
    MoveInEntry,
    MoveInFacts,
    PersonEntry,
)
from desk.domain.move_in_document import applies
from desk.domain.move_in_filing import open_reasons, part_reasons
from desk.domain.move_in_rule import Holder, ListedPaper
from desk.domain.reasons import Reason

MOST_MONEY = Decimal("99999999.99")


def entry_reasons(entry: MoveInEntry, today: date, other: str = "") -> tuple[Reason, ...]:
    """Why the case may not be written down; `other` is the number of the unit's case of the same
    arrival that is open or filed: there is one for a unit and an arrival."""
    return (*_entry_reasons(entry, today, other), *_period_reasons(entry, today))


def _entry_reasons(entry: MoveInEntry, today: date, other: str) -> Iterator[Reason]:
    if entry.unit_id is None:
        yield Reason("move_in.unit.missing", "unit")
    elif other:
        yield Reason("move_in.unit.twice", "unit", {"number": other})
    if not entry.name:
        yield Reason("move_in.name.missing", "name")
    if entry.holder is Holder.COMPANY and not entry.contact:
        yield Reason("move_in.contact.missing", "contact")
    if entry.by_agent and not entry.agent:
        yield Reason("move_in.agent.missing", "agent")
    if entry.moved_on is None:
        yield Reason("move_in.moved_on.missing", "moved_on")
    else:
        yield from _day_reasons(entry.moved_on, today, "moved_on")


def unit_reasons(facts: MoveInFacts) -> Iterator[Reason]:
    """Why the case is not another unit's now: its money, keys and inspection are this unit's."""
    if any(one.is_received for one in facts.fees):
        yield Reason("move_in.void.paid", "unit")
    if facts.keys or facts.inspection is not None:
        yield Reason("move_in.unit.begun", "unit")


def _day_reasons(day: date, today: date, field: str) -> Iterator[Reason]:
    """A day of the case lies ten years back at most, and a year ahead."""
    if is_far_ahead(day, today):
        yield Reason("move_in.moved_on.far", field)
    elif is_long_ago(day, today):
        yield Reason("move_in.day.long_ago", field)


def _period_reasons(entry: MoveInEntry, today: date) -> Iterator[Reason]:
    """R23: a case of the concentrated period says from when to when it runs, and lies in it."""
    if not entry.concentrated:
        return
    starts, ends = entry.period_starts, entry.period_ends
    if starts is None:
        yield Reason("move_in.period.starts", "period_starts")
    if ends is None:
        yield Reason("move_in.period.ends", "period_ends")
    if starts is None or ends is None:
        return
    yield from _day_reasons(starts, today, "period_starts")
    yield from _day_reasons(ends, today, "period_ends")
    if ends < starts:
        yield Reason("move_in.period.backward", "period_ends")
    elif entry.moved_on is not None and not starts <= entry.moved_on <= ends:
        yield Reason("move_in.period.outside", "moved_on")


def void_reasons(facts: MoveInFacts, why: str) -> Iterator[Reason]:
    """An open case of which no money was taken and no key given is void, with its reason."""
    yield from open_reasons(facts)
    if any(one.is_received for one in facts.fees):
        yield Reason("move_in.void.paid")
    if any(one.signed for one in facts.keys):
        yield Reason("move_in.void.keys")
    if not why:
        yield Reason("move_in.why.missing", "why")


def person_reasons(entry: PersonEntry, others: Collection[str]) -> Iterator[Reason]:
    """Somebody has a name, once on the case; an employee names the company."""
    if not entry.name:
        yield Reason("resident.name.missing", "name")
    elif entry.name in others:
        yield Reason("resident.name.twice", "name")
    if entry.role is ResidentRole.STAFF and not entry.company:
        yield Reason("resident.company.missing", "company")
    if entry.permanent and entry.kind is PersonKind.LEGAL:
        yield Reason("move_in.person.company", "permanent")
    if len(entry.phones) > MOST_PHONES:
        yield Reason("move_in.person.phones", "phones", {"most": MOST_PHONES})
    if len(others) >= MOST_PERSONS:
        yield Reason("move_in.people.many", None, {"most": MOST_PERSONS})


def listed_reasons(
    facts: MoveInFacts,
    kind: ListedKind,
    papers: Sequence[ListedPaper],
    entries: Sequence[ListedEntry],
    today: date,
) -> tuple[Reason, ...]:
    """R31, R33: which paper of the list, who signed on which day."""
    codes = {one.code for one in papers if applies(one, facts.arrival)}
    nothing = () if entries else (Reason(f"move_in.{kind}.none", "codes"),)
    found = (reason for one in entries for reason in _signature(one, codes, today))
    items = [f"{kind}:{one.code}" for one in entries]
    return (*part_reasons(facts, items), *nothing, *found)


def _signature(entry: ListedEntry, codes: Collection[str], today: date) -> Iterator[Reason]:
    told = {"paper": entry.code}
    if entry.code not in codes:
        yield Reason("move_in.paper.unknown", "codes", told)
    if entry.signed_on is None:
        yield Reason("move_in.signed_on.missing", "signed_on", told)
    elif entry.signed_on > today:
        yield Reason("move_in.signed_on.future", "signed_on", told)
    elif is_long_ago(entry.signed_on, today):
        yield Reason("move_in.signed_on.long_ago", "signed_on", told)
    if not entry.signed_by:
        yield Reason("move_in.signed_by.missing", "signed_by", told)


def item_of(fee: Fee) -> str:
    """The name of a fee among what is missing."""
    return f"fee:{fee.id}"


def fee_reasons(facts: MoveInFacts, entry: FeeEntry) -> tuple[Reason, ...]:
    """R32: what for and how much; the builder's only with his written mandate."""
    return (*open_reasons(facts), *_fee_reasons(facts, entry))


def _fee_reasons(facts: MoveInFacts, entry: FeeEntry) -> Iterator[Reason]:
    if not entry.what:
        yield Reason("move_in.fee.what", "what")
    if not _is_money(entry.amount):
        yield Reason("move_in.fee.amount", "amount")
    if entry.kind is FeeKind.BUILDER and entry.mandate_id is None:
        yield Reason("move_in.fee.mandate", "mandate")
    if len(facts.fees) >= MOST_FEES:
        yield Reason("move_in.fees.many", None, {"most": MOST_FEES})


def _is_money(amount: Decimal) -> bool:
    return is_within(amount, MOST_MONEY, zero=False) and has_two_places(amount)


def look_reasons(facts: MoveInFacts, fees: Sequence[Fee], looker_id: int) -> tuple[Reason, ...]:
    """R21: another clerk than who wrote a line down looks at it, once."""
    return (*part_reasons(facts, map(item_of, fees)), *_look_reasons(fees, looker_id))


def _look_reasons(fees: Sequence[Fee], looker_id: int) -> Iterator[Reason]:
    if not fees:
        yield Reason("move_in.look.nothing")
    for one in fees:
        if one.is_received:
            yield Reason("move_in.fee.received", None, {"what": one.what})
        elif one.by_id == looker_id:
            yield Reason("move_in.look.same", "login", {"what": one.what})


def receive_reasons(
    facts: MoveInFacts, fees: Sequence[Fee], *, second_look: bool
) -> Iterator[Reason]:
    """R21, R32: what is received was looked at by another clerk, and is received once."""
    yield from part_reasons(facts, map(item_of, fees))
    if not fees:
        yield Reason("move_in.receive.nothing")
    for one in fees:
        if one.is_received:
            yield Reason("move_in.fee.received", None, {"what": one.what})
        elif second_look and not one.is_looked_at:
            yield Reason("move_in.fee.look", None, {"what": one.what})


def drop_reasons(facts: MoveInFacts, fee: Fee) -> Iterator[Reason]:
    """A line that was received stays: its receipt is voided first."""
    yield from open_reasons(facts)
    if fee.is_received:
        yield Reason("move_in.fee.received", None, {"what": fee.what})
