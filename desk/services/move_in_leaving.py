"""Moving out 遷出: the household and its custody are closed, through the release pass's locks.

Refused, with all reasons at once, while the moving-out pass is not issued or not all has left, the
fees are not cleared, a key is in custody, or a custody agreement is open (R34, R37-R40, R112).
"""

from dataclasses import replace
from datetime import datetime

from desk.domain import move_in as rules
from desk.domain import move_in_filing as filing
from desk.domain import release_pass_locks as locks
from desk.domain.estate import ResidentRole
from desk.domain.move_in import EventKind, State
from desk.domain.move_in_filing import LeavingFacts, MoveOutEntry
from desk.domain.move_in_rule import Arrival
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.release_pass import State as PassState
from desk.models.estate import Resident, Unit
from desk.models.lists import Reader
from desk.models.lists import move_in as move_in_list
from desk.models.lists import move_in_parts as parts
from desk.models.lists import release_pass as pass_list
from desk.models.lists.move_in_parts import OpenAgreement
from desk.models.move_in import MoveIn as MoveInTable
from desk.models.unit_of_work import UnitOfWork
from desk.services import move_in_case, policy, release_pass_case
from desk.services.cleaning import Cleaning
from desk.services.move_in_case import finished, opened
from desk.services.move_in_view import MoveIn
from desk.services.workplace import Workplace


def move_out(workplace: Workplace, move_in_id: int, version: int, entry: MoveOutEntry) -> MoveIn:
    """The household has left: who moved in with the case lives there no more."""
    with workplace.deed(Permission.CLOSE) as work:
        case = opened(workplace, work, move_in_id, version)
        cleaning = Cleaning()
        entry = replace(entry, remark=cleaning.text(entry.remark, rules.REMARK_LIMIT, "remark"))
        row = case.row
        leaving, pass_id = _leaving(workplace, work.reader, row.unit_id, row.filed_at, work.now)
        today = workplace.estate.custom.day(work.now)
        cleaning.refuse(filing.leaving_reasons(case.facts, leaving, entry, today))
        row.state, row.left_on, row.left_remark = State.MOVED_OUT, entry.left_on, entry.remark
        row.left_pass_id = pass_id
        names = [_end(one) for one in _leavers(work, row)]
        move_in_case.add_event(
            work, move_in_id, EventKind.MOVED_OUT, person=row.name, text="、".join(names)
        )
        return finished(workplace, work, row)


def leaving_reasons(workplace: Workplace, known: MoveIn) -> tuple[Reason, ...]:
    """Everything that keeps the household now: the words on a shut button."""
    detail = known.detail
    with workplace.reading() as reader:
        leaving, _pass_id = _leaving(
            workplace, reader, detail.unit_id, detail.filed_at, workplace.now()
        )
    given = filing.leaving_blockers(known.facts, leaving)
    return (*workplace.missing(Permission.CLOSE), *given)


def moving_pass(workplace: Workplace, known: MoveIn) -> int | None:
    """The moving-out pass written since the filing; None when there is none yet."""
    workplace.require(Permission.READ)
    detail = known.detail
    if detail.filed_at is None:
        return None
    with workplace.reading() as reader:
        return parts.last_pass(reader, detail.unit_id, detail.filed_at)


def custody(workplace: Workplace, known: MoveIn) -> tuple[OpenAgreement, ...]:
    """The unit's custody agreements that are ended, or void, before the household leaves."""
    workplace.require(Permission.READ)
    with workplace.reading() as reader:
        return parts.open_agreements(reader, known.detail.unit_id)


def _leaving(
    workplace: Workplace, reader: Reader, unit_id: int, since: datetime | None, now: datetime
) -> tuple[LeavingFacts, int | None]:
    """What still ties the household to the unit, and the moving-out pass since the filing."""
    today, held = workplace.estate.custom.day(now), parts.open_agreements(reader, unit_id)
    tied = LeavingFacts(
        keys=parts.kept_tags(reader, unit_id),
        agreements=tuple(one.number for one in held),
        run_out=tuple(one.number for one in held if not one.kept and one.ends < today),
    )
    pass_id = None if since is None else parts.last_pass(reader, unit_id, since)
    if pass_id is None:
        return tied, None
    known = release_pass_case.facts(workplace, reader, pass_id)
    detail = pass_list.detail(reader, pass_id)
    assert known is not None and detail is not None
    rule = policy.by_id(reader, detail.policy_id).policy.release(known.kind)
    lacks = (reason for lock in locks.locks(known, rule, now) for reason in lock.reasons)
    return replace(
        tied,
        pass_number=detail.number,
        issued=known.issued_at is not None,
        left=known.state in (PassState.LEFT, PassState.BACK),
        pass_reasons=tuple(lacks),
    ), pass_id


def _leavers(work: UnitOfWork, row: MoveInTable) -> list[Resident]:
    """With a tenant go the tenants, with an owner everybody whom no other case has there."""
    unit = work.get(Unit, row.unit_id)
    own = {one.resident_id for one in row.persons}
    others = {
        one.resident_id
        for id, _number, _arrival, _state in move_in_list.living(work.reader, row.unit_id)
        if id != row.id
        for one in parts.persons(work.reader, id)
    }
    is_owner = row.arrival == Arrival.OWNER
    return [
        one
        for one in unit.residents
        if one.active
        and (
            one.id in own
            or (one.id not in others and (is_owner or one.role == ResidentRole.TENANT))
        )
    ]


def _end(resident: Resident) -> str:
    resident.active = False
    return resident.name
