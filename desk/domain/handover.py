"""The hand-over 移交 of a need from the first-asked person to who handles it (R203-R216, R218)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.reasons import Reason

NAME_LIMIT = 80
WHY_LIMIT = 400


class Recipient(StrEnum):
    """To whom a need goes."""

    DEPARTMENT = "department"  # 責任部門，由其主管處理 (R208)
    CUSTOMER_RELATIONS = "customer_relations"  # 管理部客戶關係主管 (R209)
    DIVISION_MANAGER = "division_manager"  # 管理部經理 (R212)
    SUPERIOR = "superior"  # 直屬上級 (R203)


class HandoverMode(StrEnum):
    """The three ways to hand over (R214-R216)."""

    PHONE = "phone"  # 首問人員接通主管與客戶 (R214)
    COMES = "comes"  # 主管到場 (R215)
    ACCOMPANIED = "accompanied"  # 經客戶同意，陪同前往 (R216)


@dataclass(frozen=True)
class HandoverEntry:
    """What is written down when a need is handed over; texts are already clean.

    `consent`: the customer agreed to be accompanied (R216).
    """

    recipient: Recipient = Recipient.DEPARTMENT
    mode: HandoverMode = HandoverMode.PHONE
    department_id: int | None = None
    person: str = ""
    consent: bool = False


@dataclass(frozen=True)
class Handover:
    """One link of the chain, as far as the rules look at it."""

    recipient: Recipient
    mode: HandoverMode
    at: datetime
    accepted_at: datetime | None = None
    refused_at: datetime | None = None
    is_wrong: bool = False
    id: int = 0

    @property
    def is_waiting(self) -> bool:
        """Neither accepted nor refused yet."""
        return self.accepted_at is None and self.refused_at is None

    @property
    def is_accepted(self) -> bool:
        """Somebody has taken it."""
        return self.accepted_at is not None

    @property
    def is_refused(self) -> bool:
        """It was turned away, against R206."""
        return self.refused_at is not None


def is_final(recipient: Recipient) -> bool:
    """Whether who accepts must handle it: 客戶關係主管 and 管理部經理 only assign (R210, R212)."""
    return recipient in (Recipient.DEPARTMENT, Recipient.SUPERIOR)


def entry_reasons(entry: HandoverEntry) -> tuple[Reason, ...]:
    """A department is named (R181); going there together needs the customer's consent (R216)."""
    return tuple(_entry_reasons(entry))


def _entry_reasons(entry: HandoverEntry) -> Iterable[Reason]:
    if entry.recipient is Recipient.DEPARTMENT and entry.department_id is None:
        yield Reason("handover.department.missing", "department")
    if entry.recipient is Recipient.SUPERIOR and not entry.person:
        yield Reason("handover.person.missing", "person")
    if entry.mode is HandoverMode.ACCOMPANIED and not entry.consent:
        yield Reason("handover.consent.missing", "consent")


def transfer_blockers(
    chain: Sequence[Handover], *, is_closed: bool, retransfer_forbidden: bool = True
) -> tuple[Reason, ...]:
    """Why nothing may be handed over now.

    The receiving department takes responsibility and may not pass it on (R213), unless the policy
    allows it (K14); what 客戶關係主管 or 管理部經理 has taken, she assigns once (R210, R212).
    """
    if is_closed:
        return (Reason("first_asked.ended"),)
    if chain and chain[-1].is_waiting:
        return (Reason("handover.waiting"),)
    if retransfer_forbidden and is_second_transfer(chain):
        return (Reason("handover.second"),)
    return ()


def is_second_transfer(chain: Sequence[Handover]) -> bool:
    """Whether one hand-over more would pass on what its receiver has to handle (R213)."""
    return any(one.is_accepted and is_final(one.recipient) for one in chain)


def second_transfers(chain: Sequence[Handover]) -> tuple[Handover, ...]:
    """The hand-overs by which a receiver passed the need on (R213)."""
    return tuple(one for at, one in enumerate(chain) if is_second_transfer(chain[:at]))


def receipt_blockers(link: Handover) -> tuple[Reason, ...]:
    """A hand-over is accepted or refused once."""
    return () if link.is_waiting else (Reason("handover.settled"),)


def acceptance_reasons(link: Handover, accepted_by: str) -> tuple[Reason, ...]:
    """Who takes the need is named (R218)."""
    missing = () if accepted_by else (Reason("handover.accepted_by.missing", "accepted_by"),)
    return (*receipt_blockers(link), *missing)


def refusal_reasons(link: Handover, refused_by: str, why: str) -> tuple[Reason, ...]:
    """A refusal is against R206: who refused and what was said is written down for R220."""
    reasons = list(receipt_blockers(link))
    if not refused_by:
        reasons.append(Reason("handover.refused_by.missing", "refused_by"))
    if not why:
        reasons.append(Reason("handover.why.missing", "why"))
    return tuple(reasons)
