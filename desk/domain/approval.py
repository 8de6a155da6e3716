"""The word of a second person 批准: an overrun, a close, a promise (R5, R6, R150, R170, R173).

The approver 批准人 signs in over the clerk's shoulder; the clerk stays at the desk and is the
witness. What the approver was shown is kept with the word, line by line.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from desk.domain.permissions import Permission, Role, may
from desk.domain.reasons import Reason

NOTE_LIMIT = 2_000


class Verdict(StrEnum):
    """What the approver answered."""

    GRANTED = "granted"  # 批准
    REFUSED = "refused"  # 不批准


@dataclass(frozen=True)
class Line:
    """One line of what the approver was shown; without a label it is a heading."""

    label: str
    value: str


@dataclass(frozen=True)
class Answer:
    """What the second person typed and chose, and the very lines that stood before her.

    The password is in no `repr`.
    """

    login: str
    password: str = field(repr=False)
    decision: Verdict
    note: str = ""
    shown: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Approver:
    """The second person, known by her own password."""

    id: int
    name: str
    role: Role
    active: bool = True


def approver_reasons(
    approver: Approver,
    asked_by_id: int | None,
    roles: Collection[Role],
    handled_by: Collection[int] = (),
) -> tuple[Reason, ...]:
    """The approver is another person than the clerk who asks, active, and holds the post.

    Whoever did the work that it is about gives no word about it either (`handled_by`): two people
    always stand behind it. Where nobody asks (None), who holds the post gives the word at her own
    desk, as her own deed.

    `roles` are those that the policy lets act for the post. A role that gives no second person's
    word anywhere (reception, quality) gives none here either, whatever a policy says; the
    administrator only keeps the accounts, and approves where the policy gives it the post.
    """
    if not roles:
        return (Reason("approval.nobody"),)
    reasons = []
    if approver.id == asked_by_id:
        reasons.append(Reason("approval.same_person", "login"))
    if approver.id in handled_by:
        reasons.append(Reason("approval.handler", "login"))
    if not approver.active:
        reasons.append(Reason("approval.account.ended", "login"))
    if approver.role not in roles or not gives_word(approver.role):
        reasons.append(Reason("approval.role", "login", {"role": approver.role}))
    return tuple(reasons)


def gives_word(role: Role) -> bool:
    """Whether the role gives a second person's word anywhere, if a policy gives it the post."""
    return may(role, Permission.APPROVE) or role is Role.ADMINISTRATOR


def note_reasons(decision: Verdict, note: str) -> tuple[Reason, ...]:
    """Whoever refuses says why."""
    if decision is Verdict.REFUSED and not note:
        return (Reason("approval.note.missing", "note"),)
    return ()
