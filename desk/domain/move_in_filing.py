"""What a move-in still misses, and what ends it: filing 歸檔, the visit, moving out 遷出.

A case is filed when nothing is missing, or when what is missing was named and let pass by a second
person (R36, R56). Every missing thing has a name, the `field` of its reason: `document:contract`,
`agreement:service`, `fee:3`, `material:handbook`, `keys`, `inspection`, `registration`.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desk.domain.estate import ResidentRole
from desk.domain.move_in import FeeKind, ListedKind, MoveInFacts, State
from desk.domain.move_in_document import DOUBTFUL, applies, documents
from desk.domain.move_in_rule import Arrival, ListedPaper, MoveInRule
from desk.domain.reasons import Reason

EXCEPTION = "exception"  # the matter that a second person gives the word about
PERSONS = "persons"  # the one item that nobody lets pass: a case without anybody
REGISTRATION = "registration"
PROPERTY_FEE = "fee"
KEYS = "keys"
INSPECTION = "inspection"


def missing(facts: MoveInFacts, rule: MoveInRule) -> tuple[Reason, ...]:
    """Everything that is not there yet, let pass or not; the reason's field names the thing."""
    return (
        *_persons(facts),
        *_registration(facts),
        *(reason for one in documents(facts, rule) for reason in one.reasons),
        *_inspection(facts),
        *_listed(facts, ListedKind.AGREEMENT, rule.agreements),
        *_fees(facts, rule),
        *_listed(facts, ListedKind.MATERIAL, rule.materials),
        *_keys(facts),
    )


def still_missing(facts: MoveInFacts, rule: MoveInRule) -> tuple[Reason, ...]:
    """What keeps the case from being filed: missing, and not let pass."""
    return tuple(one for one in missing(facts, rule) if one.field not in facts.excused)


def items(reasons: Iterable[Reason]) -> frozenset[str]:
    """The things that are missing, by their names: a paper of which original and copy are missing
    is one thing."""
    return frozenset(one.field or one.code for one in reasons)


def file_reasons(facts: MoveInFacts, rule: MoveInRule) -> tuple[Reason, ...]:
    """R36, R56: it is filed once, complete or with its named exceptions."""
    return (*open_reasons(facts), *still_missing(facts, rule))


def open_reasons(facts: MoveInFacts) -> tuple[Reason, ...]:
    """The case is being worked on."""
    return () if facts.state is State.OPEN else (Reason(f"move_in.state.{facts.state}"),)


def part_reasons(facts: MoveInFacts, items: Iterable[str]) -> tuple[Reason, ...]:
    """Parts are taken in while the case is being worked on. What was let pass, by its name, and
    money whose receipt is void, still comes after the filing, so that the file is whole in the end
    (R57, R63)."""
    wanted = set(items)
    if facts.state is State.FILED and wanted and wanted <= _late(facts):
        return ()
    return open_reasons(facts)


def late_items(facts: MoveInFacts, kind: str) -> tuple[str, ...]:
    """What of a kind, such as `document`, still comes after the filing."""
    if facts.state is not State.FILED:
        return ()
    return tuple(sorted(one for one in _late(facts) if one.partition(":")[0] == kind))


def _late(facts: MoveInFacts) -> frozenset[str]:
    """What was let pass, a doubted paper by the paper's own name, and what is not received."""
    unpaid = (f"fee:{one.id}" for one in facts.fees if not one.is_received)
    return frozenset((*(one.removesuffix(DOUBTFUL) for one in facts.excused), *unpaid))


def _persons(facts: MoveInFacts) -> Iterator[Reason]:
    """Somebody moves in, and among them whose case it is."""
    role = ResidentRole.OWNER if facts.arrival is Arrival.OWNER else ResidentRole.TENANT
    if not any(one.role is role for one in facts.persons):
        yield Reason(f"move_in.persons.{role}", PERSONS)


def _registration(facts: MoveInFacts) -> Iterator[Reason]:
    """The owner fills in and signs the registration form 業主信息登記表 (R29)."""
    if facts.arrival is Arrival.OWNER and not facts.registered:
        yield Reason("move_in.registration.missing", REGISTRATION)


def _inspection(facts: MoveInFacts) -> Iterator[Reason]:
    """The owner inspects the house with the builder (R30). Of a tenant the manual asks none; one
    that was begun is finished."""
    if facts.inspection is not None:
        for one in facts.inspection:
            yield Reason(one.code, INSPECTION, one.parameters)
    elif facts.arrival is Arrival.OWNER:
        yield Reason("move_in.inspection.missing", INSPECTION)


def _listed(
    facts: MoveInFacts, kind: ListedKind, papers: Collection[ListedPaper]
) -> Iterator[Reason]:
    """Each agreement is signed (R31), each material handed over against signature (R33)."""
    for paper in papers:
        if not applies(paper, facts.arrival):
            continue
        known = facts.listed_of(kind, paper.code)
        if known is None or known.signed_on is None:
            yield Reason(f"move_in.{kind}.lacking", f"{kind}:{paper.code}", {"paper": paper.code})


def _fees(facts: MoveInFacts, rule: MoveInRule) -> Iterator[Reason]:
    """The property fee of the period and whatever else is due is looked at by another clerk (R21)
    and received (R32)."""
    if facts.arrival is Arrival.OWNER and not any(
        one.kind is FeeKind.PROPERTY for one in facts.fees
    ):
        yield Reason("move_in.fee.property", PROPERTY_FEE)
    for one in facts.fees:
        told = {"what": one.what}
        if rule.second_look and not one.is_looked_at and not one.is_received:
            yield Reason("move_in.fee.look", f"fee:{one.id}", told)
        elif not one.is_received:
            yield Reason("move_in.fee.unpaid", f"fee:{one.id}", told)


def _keys(facts: MoveInFacts) -> Iterator[Reason]:
    """The owner has the keys and has signed for them (R34)."""
    if facts.arrival is Arrival.OWNER and not facts.keys:
        yield Reason("move_in.keys.missing", KEYS)
    for one in facts.keys:
        if not one.signed:
            yield Reason("move_in.keys.unsigned", KEYS, {"number": one.number})


# Exceptions


@dataclass(frozen=True)
class ExceptionEntry:
    """Things that may be missing when the case is filed, and why: `items` are fields of reasons."""

    items: tuple[str, ...] = ()
    why: str = ""


def exception_reasons(
    facts: MoveInFacts, rule: MoveInRule, entry: ExceptionEntry
) -> tuple[Reason, ...]:
    """Only what is missing is let pass, by its name, with a reason; never that nobody moves in."""
    return (*open_reasons(facts), *_exception_reasons(facts, rule, entry))


def _exception_reasons(
    facts: MoveInFacts, rule: MoveInRule, entry: ExceptionEntry
) -> Iterator[Reason]:
    lacks = {one.field for one in still_missing(facts, rule)}
    if not entry.items:
        yield Reason("move_in.exception.items", "items")
    for item in entry.items:
        if item == PERSONS:
            yield Reason("move_in.exception.persons", "items")
        elif item not in lacks:
            yield Reason("move_in.exception.not_missing", "items", {"item": item})
    if not entry.why:
        yield Reason("move_in.why.missing", "why")


# The visit


@dataclass(frozen=True)
class VisitEntry:
    """The visit after moving in (R74): who went on which day, whether the household's alarm
    居家報警系統 was explained, what they need and think."""

    visited_on: date | None = None
    person: str = ""
    alarm: bool = False
    text: str = ""


def visit_due(moved_on: date, rule: MoveInRule) -> date:
    """The last day of the visit (R74)."""
    return moved_on + timedelta(days=rule.visit_days)


def visit_blockers(facts: MoveInFacts) -> Iterator[Reason]:
    """One visit fulfils it; nobody is visited who does not live there."""
    if facts.state not in (State.OPEN, State.FILED):
        yield Reason(f"move_in.state.{facts.state}")
    elif facts.visited:
        yield Reason("move_in.visit.done")


def visit_reasons(facts: MoveInFacts, entry: VisitEntry, today: date) -> tuple[Reason, ...]:
    """Who went, when, and what was heard (R74)."""
    return (*visit_blockers(facts), *_visit_reasons(facts, entry, today))


def _visit_reasons(facts: MoveInFacts, entry: VisitEntry, today: date) -> Iterator[Reason]:
    if entry.visited_on is None:
        yield Reason("move_in.visit.day.missing", "visited_on")
    elif entry.visited_on > today:
        yield Reason("move_in.visit.day.future", "visited_on")
    elif facts.moved_on is not None and entry.visited_on < facts.moved_on:
        yield Reason("move_in.visit.day.early", "visited_on")
    if not entry.person:
        yield Reason("move_in.visit.person.missing", "person")
    if not entry.text:
        yield Reason("move_in.visit.text.missing", "text")


# Moving out


@dataclass(frozen=True)
class MoveOutEntry:
    """The household has left: on which day, and what is to be remembered."""

    left_on: date | None = None
    remark: str = ""


@dataclass(frozen=True)
class LeavingFacts:
    """What still ties the household to its unit.

    `pass_number` is the last moving-out pass since the move-in, "" for none;
    `pass_reasons` is what its locks lack; `keys` are the tags of sets in custody,
    `agreements` the numbers of custody agreements that are open, `run_out` those of them whose time
    is over and that keep no key any more.
    """

    pass_number: str = ""
    issued: bool = False
    left: bool = False
    pass_reasons: tuple[Reason, ...] = ()
    keys: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    run_out: tuple[str, ...] = ()


def leaving_blockers(facts: MoveInFacts, leaving: LeavingFacts) -> Iterator[Reason]:
    """Only through the release pass's locks (R37-R40): the moving-out pass is issued and all of it
    has left, the fees are cleared, those of the move-in too, no key is in custody any more."""
    if facts.state is not State.FILED:
        yield Reason(f"move_in.leaves.{facts.state}")
        return
    for one in facts.fees:
        if not one.is_received and f"fee:{one.id}" not in facts.excused:
            yield Reason("move_in.fee.unpaid", None, {"what": one.what})
    yield from _pass_blockers(leaving)
    for tag in leaving.keys:
        yield Reason("move_in.leave.key", None, {"tag": tag})
    for number in leaving.agreements:
        if number in leaving.run_out:
            yield Reason("move_in.leave.agreement_empty", None, {"number": number})
        else:
            yield Reason("move_in.leave.agreement", None, {"number": number})


def _pass_blockers(leaving: LeavingFacts) -> Iterator[Reason]:
    told = {"number": leaving.pass_number}
    if not leaving.pass_number:
        yield Reason("move_in.leave.no_pass")
        yield Reason("move_in.leave.fees")
    elif not leaving.issued:
        yield Reason("move_in.leave.not_issued", None, told)
        yield from (Reason(one.code, None, one.parameters) for one in leaving.pass_reasons)
    elif not leaving.left:
        yield Reason("move_in.leave.not_left", None, told)


def leaving_reasons(
    facts: MoveInFacts, leaving: LeavingFacts, entry: MoveOutEntry, today: date
) -> tuple[Reason, ...]:
    """Everything that keeps the household, and its last day."""
    return (*leaving_blockers(facts, leaving), *_left_reasons(facts, entry, today))


def _left_reasons(facts: MoveInFacts, entry: MoveOutEntry, today: date) -> Iterator[Reason]:
    if entry.left_on is None:
        yield Reason("move_in.left_on.missing", "left_on")
    elif entry.left_on > today:
        yield Reason("move_in.left_on.future", "left_on")
    elif facts.moved_on is not None and entry.left_on < facts.moved_on:
        yield Reason("move_in.left_on.early", "left_on")
