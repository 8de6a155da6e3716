"""What is done when a key is lost 遺失: report it, answer what follows, find it, write it off."""

from dataclasses import replace

from desk.domain import key_loss as rules
from desk.domain import key_set as set_rules
from desk.domain.key_loss import FoundEntry, LossEntry, LossStep, StepEntry
from desk.domain.key_set import KeySetState
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import NotFound
from desk.models.key_loan import KeyLoan
from desk.models.key_loss import KeyLoss, KeyLossStep
from desk.models.key_set import KeySet
from desk.models.lists import key_loss as key_loss_list
from desk.models.lists import key_set as key_set_list
from desk.models.lists.key_loss import KeyLossRow, LossStepRow
from desk.models.lists.key_set import KeySetRow
from desk.models.unit_of_work import UnitOfWork
from desk.services import key_set, key_word
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace

__all__ = [
    "KeyLossRow",
    "LossStepRow",
    "all_of_set",
    "answer",
    "answer_blockers",
    "found",
    "found_blockers",
    "get",
    "of_set",
    "open_losses",
    "report",
    "report_blockers",
    "write_off",
    "write_off_blockers",
]

KIND = "key_loss"
MOST_OPEN = 200


def report(workplace: Workplace, set_id: int, version: int, entry: LossEntry) -> KeyLossRow:
    """A set is not where it should be; the loan it was out on ends with it."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(KeySet, set_id, version)
        known = key_set_list.detail(work.reader, set_id)
        assert known is not None
        cleaning = Cleaning()
        entry = replace(
            entry,
            noticed_by=cleaning.line(entry.noticed_by, rules.NAME_LIMIT, "noticed_by"),
            circumstances=cleaning.text(
                entry.circumstances, rules.CIRCUMSTANCES_LIMIT, "circumstances"
            ),
        )
        facts = key_set.facts_of(work.reader, known)
        cleaning.refuse(rules.report_reasons(facts, entry, work.now))
        loss = KeyLoss(
            key_set_id=set_id,
            loan_id=known.loan_id,
            noticed_at=entry.noticed_at,
            noticed_by=entry.noticed_by,
            circumstances=entry.circumstances,
            entered_at=work.now,
            entered_by_id=work.actor_id,
        )
        work.add(loss)
        row.free_at = entry.noticed_at
        _end_loan(work, known, entry)
        return work.committed(key_loss_list.detail, KIND, loss.id)


def answer(workplace: Workplace, loss_id: int, version: int, entry: StepEntry) -> KeyLossRow:
    """One thing that follows is done, or waived with its reason."""
    with workplace.deed(Permission.REGISTER) as work:
        loss = work.get_as_seen(KeyLoss, loss_id, version)
        cleaning = Cleaning()
        tag = set_rules.plain(cleaning.line(entry.replaced_by, set_rules.TAG_LIMIT, "replaced_by"))
        entry = replace(
            entry, text=cleaning.line(entry.text, rules.TEXT_LIMIT, "text"), replaced_by=tag
        )
        new = _replacing(work, entry, loss.key_set_id)
        unknown = (Reason("key_loss.replaced_by.unknown", "replaced_by"),)
        cleaning.refuse(
            rules.answer_reasons(_known(work, loss_id).facts, entry, work.now),
            unknown if entry.replaced_by and new is None else (),
        )
        key_word.touch(work, loss)
        work.add(_step(work, loss_id, entry, new))
        return work.committed(key_loss_list.detail, KIND, loss_id)


def found(workplace: Workplace, loss_id: int, version: int, entry: FoundEntry) -> KeyLossRow:
    """The key is there again: back on its hook."""
    with workplace.deed(Permission.REGISTER) as work:
        loss = work.get_as_seen(KeyLoss, loss_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            found_by=cleaning.line(entry.found_by, rules.NAME_LIMIT, "found_by"),
            text=cleaning.line(entry.text, rules.TEXT_LIMIT, "text"),
        )
        cleaning.refuse(rules.found_reasons(_known(work, loss_id).facts, entry, work.now))
        loss.found_at = entry.at
        loss.found_by, loss.found_text = entry.found_by, entry.text
        loss.closed_at = work.now
        work.get(KeySet, loss.key_set_id).free_at = entry.at
        return work.committed(key_loss_list.detail, KIND, loss_id)


def write_off(workplace: Workplace, loss_id: int, version: int, why: str) -> KeyLossRow:
    """Who may writes the set off once everything is answered; it hangs there no more."""
    with workplace.deed(Permission.APPROVE) as work:
        loss = work.get_as_seen(KeyLoss, loss_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.TEXT_LIMIT, "why")
        cleaning.refuse(rules.write_off_reasons(_known(work, loss_id).facts, why))
        loss.written_off_by_id, loss.write_off_why = work.actor_id, why
        loss.closed_at = work.now
        row = work.get(KeySet, loss.key_set_id)
        row.left_at, row.left_how = work.now, KeySetState.RETIRED
        row.left_why, row.left_by_id = why, work.actor_id
        return work.committed(key_loss_list.detail, KIND, loss_id)


# Looking


def get(workplace: Workplace, loss_id: int) -> KeyLossRow:
    """One loss by its id; NotFound when there is none."""
    with workplace.reading() as reader:
        known = key_loss_list.detail(reader, loss_id)
    if known is None:
        raise NotFound(KIND, str(loss_id))
    return known


def of_set(workplace: Workplace, set_id: int) -> KeyLossRow | None:
    """The open loss of a set, or None."""
    every = all_of_set(workplace, set_id)
    return next((one for one in every if one.closed_at is None), None)


def all_of_set(workplace: Workplace, set_id: int) -> tuple[KeyLossRow, ...]:
    """Every loss of a set, the newest first."""
    with workplace.reading() as reader:
        return key_loss_list.of_set(reader, set_id)


def open_losses(workplace: Workplace, limit: int = MOST_OPEN) -> tuple[KeyLossRow, ...]:
    """What is neither found nor written off, the oldest first."""
    with workplace.reading() as reader:
        return key_loss_list.open_losses(reader, limit)


def report_blockers(workplace: Workplace, known: KeySetRow) -> tuple[Reason, ...]:
    """Why it is not reported lost now: the words on a shut button."""
    with workplace.reading() as reader:
        facts = key_set.facts_of(reader, known)
    return (*workplace.missing(Permission.REGISTER), *rules.report_blockers(facts))


def answer_blockers(workplace: Workplace, known: KeyLossRow) -> tuple[Reason, ...]:
    """Why no step is answered now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *rules.open_blockers(known.facts))


def found_blockers(workplace: Workplace, known: KeyLossRow) -> tuple[Reason, ...]:
    """Why it is not found now: the words on a shut button."""
    return answer_blockers(workplace, known)


def write_off_blockers(workplace: Workplace, known: KeyLossRow) -> tuple[Reason, ...]:
    """Why it is not written off now: the words on a shut button."""
    return (*workplace.missing(Permission.APPROVE), *rules.write_off_blockers(known.facts))


# Parts


def _known(work: UnitOfWork, loss_id: int) -> KeyLossRow:
    known = key_loss_list.detail(work.reader, loss_id)
    assert known is not None
    return known


def _end_loan(work: UnitOfWork, known: KeySetRow, entry: LossEntry) -> None:
    if known.loan_id is None:
        return
    loan = work.get(KeyLoan, known.loan_id)
    loan.lost_at = loan.ended_at = entry.noticed_at
    key_word.settle_loan(work, loan)


def _replacing(work: UnitOfWork, entry: StepEntry, lost_id: int) -> KeySetRow | None:
    """The set in custody that takes the place of the lost one."""
    if entry.step is not LossStep.REPLACED or not entry.replaced_by:
        return None
    return key_set_list.holder(work.reader, "tag", entry.replaced_by, lost_id)


def _step(work: UnitOfWork, loss_id: int, entry: StepEntry, new: KeySetRow | None) -> KeyLossStep:
    return KeyLossStep(
        loss_id=loss_id,
        step=entry.step,
        answer=entry.answer,
        at=entry.at,
        text=entry.text,
        replaced_by_id=None if new is None else new.id,
        entered_at=work.now,
        entered_by_id=work.actor_id,
    )
