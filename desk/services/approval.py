"""A second person's word, given at the open desk without ending the clerk's session."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from desk.domain import approval as rules
from desk.domain.approval import NOTE_LIMIT, Answer, Approver, Line, Verdict
from desk.domain.permissions import Permission, Role
from desk.domain.reasons import Reason
from desk.errors import EnvironmentFault, NotFound, RuleRefused
from desk.models.approval import Approval, digest, to_pairs
from desk.models.base import Recorded
from desk.models.lists import approval as approval_list
from desk.models.lists.approval import ApprovalRow
from desk.models.unit_of_work import UnitOfWork
from desk.services import sign_in
from desk.services.cleaning import Cleaning
from desk.services.workplace import Actor, Workplace

__all__ = [
    "Answer",
    "ApprovalRow",
    "Approver",
    "Line",
    "Matter",
    "Verdict",
    "give",
    "of_record",
    "seen_by",
]

Consequence = Callable[[UnitOfWork], object]


@dataclass(frozen=True)
class Matter:
    """What a second person is asked about.

    `code` such as `overrun:solve.minor`, `close`, `unsolvable`, `waiver`; `roles` are those that
    the policy lets act for the post; `version` is that of the record whose facts are shown.
    """

    kind: str
    record_id: int
    code: str
    roles: Collection[Role]
    version: int | None = None


def seen_by(workplace: Workplace, login: str, password: str) -> Approver:
    """Who stands at the clerk's shoulder; RuleRefused beside the password if it is nobody's."""
    workplace.require(Permission.READ)
    actor = _actor(workplace, login, password)
    return Approver(actor.id, actor.name, actor.role)


def give(
    workplace: Workplace, matter: Matter, answer: Answer, also: Consequence | None = None
) -> ApprovalRow:
    """Write down what the second person said: her own deed, with the clerk as its witness.

    All that is wrong is refused at once. StaleRecord when the record is no longer what was shown.
    `also` is done in the same transaction: what follows from the word for the record.
    """
    workplace.require(Permission.READ)
    cleaning = Cleaning()
    note = cleaning.text(answer.note, NOTE_LIMIT, "note")
    actor = _identified(workplace, answer, cleaning)
    cleaning.refuse(
        _person_reasons(workplace, matter, actor), rules.note_reasons(answer.decision, note)
    )
    assert actor is not None
    with workplace.signed_in_as(actor).deed(Permission.READ) as work:
        _refuse_unless_as_shown(work, matter)
        row = Approval(
            kind=matter.kind,
            record_id=matter.record_id,
            matter=matter.code,
            decision=answer.decision,
            approver_id=actor.id,
            asked_by_id=workplace.actor.id,
            at=work.now,
            note=note,
            shown=to_pairs(answer.shown),
        )
        work.add(row)
        _tell_history(work, row, answer)
        if also is not None:
            also(work)
        return work.committed(approval_list.one, "approval", row.id)


def of_record(workplace: Workplace, kind: str, record_id: int) -> tuple[ApprovalRow, ...]:
    """Everything that was said about a record, oldest first: the last word on a matter holds."""
    with workplace.reading() as reader:
        return approval_list.of_record(reader, kind, record_id)


def _identified(workplace: Workplace, answer: Answer, cleaning: Cleaning) -> Actor | None:
    """The second person, or None with a reason more."""
    try:
        return _actor(workplace, answer.login, answer.password)
    except RuleRefused as refused:
        cleaning.reasons += refused.reasons
        return None


def _actor(workplace: Workplace, login: str, password: str) -> Actor:
    try:
        return sign_in.identified(workplace, login, password)
    except EnvironmentFault as fault:
        if fault.code != "sign_in.refused":
            raise
        raise RuleRefused([Reason("sign_in.refused", "password")]) from None


def _person_reasons(
    workplace: Workplace, matter: Matter, actor: Actor | None
) -> tuple[Reason, ...]:
    if actor is None:
        return ()
    approver = Approver(actor.id, actor.name, actor.role)
    return rules.approver_reasons(approver, workplace.actor.id, matter.roles)


def _refuse_unless_as_shown(work: UnitOfWork, matter: Matter) -> None:
    tables = {table.__tablename__: table for table in Recorded.__subclasses__()}
    if matter.kind not in tables:
        raise NotFound(matter.kind, str(matter.record_id))
    if matter.version is None:
        work.get(tables[matter.kind], matter.record_id)
    else:
        work.get_as_seen(tables[matter.kind], matter.record_id, matter.version)


def _tell_history(work: UnitOfWork, row: Approval, answer: Answer) -> None:
    """The record's own history names the word, the witness and the digest of what was shown."""
    told = {
        "matter": row.matter,
        "approval": row.id,
        "witness": row.asked_by_id,
        "digest": digest(answer.shown),
    }
    work.record(row.decision, row.kind, row.record_id, told)
