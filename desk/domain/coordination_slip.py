"""The coordination slip 《客戶接待事項協調單》 (F17, R211, R213) with its lead department."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desk.domain.handover import Handover, is_final
from desk.domain.reasons import Reason

NAME_LIMIT = 80
TEXT_LIMIT = 4_000
MOST_DEPARTMENTS = 12


class SlipCause(StrEnum):
    """Why it was filled."""

    WRONG_HANDOVER = "wrong_handover"  # 錯誤移交 (R213)
    SEVERAL_DEPARTMENTS = "several_departments"  # 涉及多個部門 (R211)


class SlipState(StrEnum):
    """Whether the result was answered (R213)."""

    OPEN = "open"
    ANSWERED = "answered"


@dataclass(frozen=True)
class SlipEntry:
    """What the slip says; texts are already clean. `lead_id` is the lead department 主辦部門,
    `other_ids` the departments that help it 協辦部門, `addressee` the 客戶服務主管."""

    lead_id: int | None
    matter: str
    addressee: str
    other_ids: tuple[int, ...] = ()


def entry_reasons(entry: SlipEntry, cause: SlipCause) -> tuple[Reason, ...]:
    """A slip names its lead department, what has to be done and the supervisor it goes to; one for
    several departments names at least one more (R211, R213)."""
    return tuple(_entry_reasons(entry, cause))


def _entry_reasons(entry: SlipEntry, cause: SlipCause) -> Iterable[Reason]:
    if entry.lead_id is None:
        yield Reason("coordination_slip.lead.missing", "lead")
    if entry.lead_id in entry.other_ids:
        yield Reason("coordination_slip.others.lead", "others")
    elif cause is SlipCause.SEVERAL_DEPARTMENTS and not entry.other_ids:
        yield Reason("coordination_slip.others.missing", "others")
    if len(entry.other_ids) > MOST_DEPARTMENTS:
        yield Reason("coordination_slip.others.many", "others", {"most": MOST_DEPARTMENTS})
    if not entry.matter:
        yield Reason("coordination_slip.matter.missing", "matter")
    if not entry.addressee:
        yield Reason("coordination_slip.addressee.missing", "addressee")


def wrong_blockers(link: Handover | None, *, is_closed: bool) -> tuple[Reason, ...]:
    """Why a hand-over cannot be called wrong now.

    The receiving department first takes responsibility towards the customer, then fills the slip
    (R213); one slip a hand-over.
    """
    if is_closed:
        return (Reason("first_asked.ended"),)
    if link is None or not link.is_accepted or not is_final(link.recipient):
        return (Reason("coordination_slip.not_accepted"),)
    if link.is_wrong:
        return (Reason("coordination_slip.known"),)
    return ()


def several_blockers(*, is_closed: bool, has_slip: bool) -> tuple[Reason, ...]:
    """Why no slip for several departments (R211) is filled now: one a visit."""
    if is_closed:
        return (Reason("first_asked.ended"),)
    return (Reason("coordination_slip.known"),) if has_slip else ()


def answer_blockers(state: SlipState) -> tuple[Reason, ...]:
    """A slip is answered once."""
    return (Reason("coordination_slip.answered"),) if state is SlipState.ANSWERED else ()


def answer_reasons(state: SlipState, result: str, answered_by: str) -> tuple[Reason, ...]:
    """The receiving department answers the result, and says who does (R213)."""
    reasons = list(answer_blockers(state))
    if not result:
        reasons.append(Reason("coordination_slip.result.missing", "result"))
    if not answered_by:
        reasons.append(Reason("coordination_slip.answered_by.missing", "answered_by"))
    return tuple(reasons)
