"""A second person's word, given at the open desk without ending the clerk's session."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

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
    "give_each",
    "give_own",
    "of_record",
    "own_reasons",
]

Consequence = Callable[[UnitOfWork], object]


@dataclass(frozen=True)
class Matter:
    """What a second person is asked about.

    `code` such as `overrun:solve.minor`, `close`, `unsolvable`, `promise:1`; `roles` are those that
    the policy lets act for the post; `version` is that of the record whose facts are shown;
    `handled_by` names the accounts whose work it is about, who give no word about it.
    """

    kind: str
    record_id: int
    code: str
    roles: Collection[Role]
    version: int | None = None
    handled_by: Collection[int] = ()


def give(
    workplace: Workplace, matter: Matter, answer: Answer, also: Consequence | None = None
) -> ApprovalRow:
    """Write down what the second person said: her own deed, with the clerk as its witness.

    All that is wrong is refused at once. StaleRecord when the record is no longer what was shown.
    `also` is done in the same transaction: what follows from the word for the record.
    """
    (row,) = give_each(workplace, [matter], answer, also)
    return row


def give_each(
    workplace: Workplace,
    matters: Sequence[Matter],
    answer: Answer,
    also: Consequence | None = None,
) -> tuple[ApprovalRow, ...]:
    """One word about several matters that were shown together: all of them or none."""
    workplace.require(Permission.READ)
    cleaning = Cleaning()
    note = cleaning.text(answer.note, NOTE_LIMIT, "note")
    actor = _identified(workplace, answer, cleaning)
    cleaning.refuse(
        _person_reasons(matters, actor, workplace.actor.id),
        rules.note_reasons(answer.decision, note),
    )
    assert actor is not None
    said = replace(answer, note=note)
    return _say(workplace.signed_in_as(actor), workplace.actor.id, matters, said, also)


def give_own(
    workplace: Workplace,
    matters: Sequence[Matter],
    answer: Answer,
    also: Consequence | None = None,
) -> tuple[ApprovalRow, ...]:
    """The word of who holds the post and sits at the desk: nobody asks, nobody signs in again.

    Login and password of the answer are not read.
    """
    workplace.require(Permission.READ)
    cleaning = Cleaning()
    note = cleaning.text(answer.note, NOTE_LIMIT, "note")
    cleaning.refuse(
        _person_reasons(matters, workplace.actor, None), rules.note_reasons(answer.decision, note)
    )
    return _say(workplace, workplace.actor.id, matters, replace(answer, note=note), also)


def own_reasons(workplace: Workplace, matters: Sequence[Matter]) -> tuple[Reason, ...]:
    """Why the clerk at the desk may not give the word herself: then somebody else signs in."""
    return (*workplace.missing(Permission.READ), *_person_reasons(matters, workplace.actor, None))


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
    matters: Sequence[Matter], actor: Actor | None, asked_by_id: int | None
) -> tuple[Reason, ...]:
    """What is wrong with the person for any of the matters, each thing once."""
    if actor is None:
        return ()
    approver = Approver(actor.id, actor.name, actor.role)
    found: list[Reason] = []
    for matter in matters:
        wrong = rules.approver_reasons(approver, asked_by_id, matter.roles, matter.handled_by)
        found += [one for one in wrong if one not in found]
    return tuple(found)


def _say(
    approver: Workplace,
    asked_by_id: int,
    matters: Sequence[Matter],
    answer: Answer,
    also: Consequence | None,
) -> tuple[ApprovalRow, ...]:
    with approver.deed(Permission.READ) as work:
        ids = [_written(work, matter, answer, asked_by_id) for matter in matters]
        if also is not None:
            also(work)
        work.flush()
        rows = tuple(one for id in ids if (one := approval_list.one(work.reader, id)) is not None)
        work.commit()
    return rows


def _written(work: UnitOfWork, matter: Matter, answer: Answer, asked_by_id: int) -> int:
    assert work.actor_id is not None
    _refuse_unless_as_shown(work, matter)
    row = Approval(
        kind=matter.kind,
        record_id=matter.record_id,
        matter=matter.code,
        decision=answer.decision,
        approver_id=work.actor_id,
        asked_by_id=asked_by_id,
        at=work.now,
        note=answer.note,
        shown=to_pairs(answer.shown),
    )
    work.add(row)
    _tell_history(work, row, answer)
    return row.id


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
