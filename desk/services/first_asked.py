"""What a clerk does with the first-asked duty 首問責任 of a visit (M3, R199-R219).

The visit itself is in `reception`; here it is judged whose duty it is, and the duty is ended with
the notice to 客戶服務主管. Passing it on is in `handover`, the slip in `coordination_slip`, the
inspection in `breach`.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from desk.domain import first_asked as rules
from desk.domain import handover as handover_rules
from desk.domain.coordination_slip import SlipCause, SlipState
from desk.domain.first_asked import Advice, DutyFacts, DutyNotice, DutyScope, Need
from desk.domain.permissions import Permission
from desk.domain.policy import Switches
from desk.domain.reasons import Reason
from desk.domain.reception import Channel, Kind, Rank, State
from desk.errors import NotFound
from desk.estate_format import EstateFormat
from desk.models.first_asked import DutyNotice as NoticeOfDuty
from desk.models.lists import Reader
from desk.models.lists import coordination_slip as slip_list
from desk.models.lists import estate as estate_list
from desk.models.lists import first_asked as duty_list
from desk.models.lists import handover as handover_list
from desk.models.lists import reception as reception_list
from desk.models.lists.coordination_slip import SlipRow
from desk.models.lists.first_asked import NoticeRow
from desk.models.lists.handover import HandoverRow
from desk.models.lists.reception import ReceptionDetail
from desk.models.reception import Reception
from desk.models.unit_of_work import UnitOfWork
from desk.services import personal_data, policy
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace

__all__ = [
    "Duty",
    "HandoverRow",
    "NoticeRow",
    "SlipRow",
    "duty",
    "end",
    "end_reasons",
    "judge",
    "judge_reasons",
    "seen",
    "seen_in",
    "switches",
]


@dataclass(frozen=True)
class Duty:
    """The first-asked duty of one visit as it stands: the chain in time, and what M3 wants now.

    `retransfer_forbidden` is the policy's switch (K14).
    """

    visit: ReceptionDetail
    chain: tuple[HandoverRow, ...]
    slips: tuple[SlipRow, ...]
    notice: NoticeRow | None
    advice: Advice
    retransfer_forbidden: bool = True

    @property
    def is_closed(self) -> bool:
        """Whether the visit is closed."""
        return self.visit.state == State.CLOSED

    @property
    def last(self) -> HandoverRow | None:
        """The hand-over made last."""
        return self.chain[-1] if self.chain else None

    @property
    def links(self) -> tuple[handover_rules.Handover, ...]:
        """The chain as the rules look at it."""
        return tuple(one.link() for one in self.chain)

    @property
    def open_slip(self) -> SlipRow | None:
        """The slip that waits for its answer."""
        return next((one for one in self.slips if one.state == SlipState.OPEN), None)

    @property
    def has_slip_for_several(self) -> bool:
        """Whether a slip for several departments (R211) was filled."""
        return _has_slip_for_several(self.slips)


# Looking


def duty(workplace: Workplace, reception_id: int) -> Duty:
    """The duty of one visit; NotFound when there is none."""
    with workplace.reading() as reader:
        found = seen(reader, reception_id)
    if found is None:
        raise NotFound("reception", str(reception_id))
    return personal_data.shown(workplace, found)


def seen(reader: Reader, reception_id: int) -> Duty | None:
    """The duty of one visit, inside a deed or a look."""
    visit = reception_list.detail(reader, reception_id)
    if visit is None:
        return None
    chain = handover_list.of_reception(reader, reception_id)
    slips = slip_list.of_reception(reader, reception_id)
    notice = duty_list.notice_of(reader, reception_id)
    advice = rules.advice(_facts(visit, chain, slips, notice))
    told = switches(reader, visit.happened_at)
    return Duty(visit, chain, slips, notice, advice, told.retransfer_forbidden)


def seen_in(work: UnitOfWork, reception_id: int) -> Duty:
    """The duty of one visit that is there, inside a deed."""
    found = seen(work.reader, reception_id)
    if found is None:
        raise NotFound("reception", str(reception_id))
    return found


def switches(reader: Reader, at: datetime) -> Switches:
    """What the policy of a moment's day says of the duty (K14, R223)."""
    estate = estate_list.estate(reader)
    custom = EstateFormat(estate.region, estate.zone, estate.calendar)
    return policy.in_force(reader, custom.day(at)).policy.switches


# Deeds


def judge(workplace: Workplace, reception_id: int, version: int, scope: DutyScope) -> Duty:
    """Write down whose duty the matter is (R207-R212)."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(Reception, reception_id, version)
        Cleaning().refuse(_judge_blockers(row.state))
        row.duty_scope = scope
        return work.committed(seen, "reception", reception_id)


def end(workplace: Workplace, reception_id: int, version: int, notice: DutyNotice) -> Duty:
    """Close the visit with the notice to 客戶服務主管 (R219).

    Where no answer was written down, the situation told is the answer (R217).
    """
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(Reception, reception_id, version)
        cleaning = Cleaning()
        notice = replace(
            notice,
            told=cleaning.line(notice.told, rules.NAME_LIMIT, "told"),
            situation=cleaning.text(notice.situation, rules.TEXT_LIMIT, "situation"),
        )
        reasons = rules.notice_reasons(notice, row.happened_at, work.now)
        cleaning.refuse(_end_blockers(seen_in(work, reception_id)), reasons)
        work.add(_notice(work, reception_id, notice))
        row.answer = row.answer or notice.situation
        row.state, row.closed_at, row.closed_by_id = State.CLOSED, work.now, work.actor_id
        return work.committed(seen, "reception", reception_id)


# Why not


def judge_reasons(workplace: Workplace, known: Duty) -> tuple[Reason, ...]:
    """Why it may not be judged now: the words on a shut field."""
    return (*workplace.missing(Permission.REGISTER), *_judge_blockers(known.visit.state))


def end_reasons(workplace: Workplace, known: Duty) -> tuple[Reason, ...]:
    """Why the duty may not be ended now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *_end_blockers(known))


# Parts


def _facts(
    visit: ReceptionDetail,
    chain: tuple[HandoverRow, ...],
    slips: tuple[SlipRow, ...],
    notice: NoticeRow | None,
) -> DutyFacts:
    need = Need(
        kind=Kind(visit.kind),
        rank=Rank(visit.first_asked_rank),
        channel=Channel(visit.channel),
        scope=DutyScope(visit.duty_scope) if visit.duty_scope else None,
    )
    return DutyFacts(
        need=need,
        chain=tuple(one.link() for one in chain),
        has_slip=_has_slip_for_several(slips),
        slip_is_open=any(one.state == SlipState.OPEN for one in slips),
        is_complaint=visit.complaint is not None,
        is_order=visit.order is not None,
        is_closed=visit.state == State.CLOSED,
        was_notified=notice is not None,
    )


def _has_slip_for_several(slips: tuple[SlipRow, ...]) -> bool:
    return any(one.cause == SlipCause.SEVERAL_DEPARTMENTS for one in slips)


def _judge_blockers(state: str) -> tuple[Reason, ...]:
    return (Reason("first_asked.ended"),) if state == State.CLOSED else ()


def _end_blockers(known: Duty) -> tuple[Reason, ...]:
    return rules.end_blockers(
        known.links, is_closed=known.is_closed, slip_is_open=known.open_slip is not None
    )


def _notice(work: UnitOfWork, reception_id: int, notice: DutyNotice) -> NoticeOfDuty:
    return NoticeOfDuty(
        reception_id=reception_id,
        told=notice.told,
        completed_at=notice.completed_at,
        situation=notice.situation,
        at=work.now,
        by_id=work.actor_id,
    )
