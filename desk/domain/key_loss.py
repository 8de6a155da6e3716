"""A lost key 遺失: who noticed it, how it came, and what follows until all of it is answered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.key_set import KeySetState, SetFacts
from desk.domain.key_word import CLOCKS_DIFFER, minute
from desk.domain.reasons import Reason

NAME_LIMIT = 80
TEXT_LIMIT = 400
CIRCUMSTANCES_LIMIT = 2_000


class LossStep(StrEnum):
    """What follows when a key is lost."""

    OWNER_TOLD = "owner_told"  # 告知業主
    LOCK_CHANGED = "lock_changed"  # 更換鎖具
    REPORTED = "reported"  # 報警 / 上報主管
    COMPENSATION = "compensation"  # 賠償
    REPLACED = "replaced"  # 補配


class LossAnswer(StrEnum):
    """What became of a step."""

    DONE = "done"  # 已辦
    WAIVED = "waived"  # 免辦


class LossState(StrEnum):
    """Where a loss stands."""

    OPEN = "open"  # 跟進中
    ANSWERED = "answered"  # 待核銷
    FOUND = "found"  # 已尋回
    WRITTEN_OFF = "written_off"  # 已核銷


@dataclass(frozen=True)
class LossEntry:
    """A set is not there: who noticed when, and what is known of it."""

    noticed_at: datetime
    noticed_by: str = ""
    circumstances: str = ""


@dataclass(frozen=True)
class StepEntry:
    """One step answered; waived says why. `replaced_by` is the tag of the new set."""

    at: datetime
    step: LossStep | None = None
    answer: LossAnswer | None = None
    text: str = ""
    replaced_by: str = ""


@dataclass(frozen=True)
class FoundEntry:
    """The key is there again: who found it, when, where."""

    at: datetime
    found_by: str = ""
    text: str = ""


@dataclass(frozen=True)
class LossFacts:
    """What the rules ask about a loss; `answers` are the last of each step."""

    noticed_at: datetime
    answers: Mapping[str, str]
    is_found: bool = False
    is_written_off: bool = False


def state(facts: LossFacts) -> LossState:
    """Where it stands."""
    if facts.is_found:
        return LossState.FOUND
    if facts.is_written_off:
        return LossState.WRITTEN_OFF
    return LossState.OPEN if unanswered(facts) else LossState.ANSWERED


def unanswered(facts: LossFacts) -> tuple[LossStep, ...]:
    """What nobody has done or waived yet."""
    return tuple(step for step in LossStep if step not in facts.answers)


def report_blockers(facts: SetFacts) -> tuple[Reason, ...]:
    """Only what should be on its hook, or with a borrower, can be lost."""
    if facts.state in (KeySetState.IN, KeySetState.LENT):
        return ()
    return (Reason(f"key_set.state.{facts.state}"),)


def report_reasons(facts: SetFacts, entry: LossEntry, now: datetime) -> tuple[Reason, ...]:
    """Who noticed it, when, and the circumstances."""
    return (*report_blockers(facts), *_report_reasons(facts, entry, now))


def _report_reasons(facts: SetFacts, entry: LossEntry, now: datetime) -> Iterator[Reason]:
    if entry.noticed_at > now + CLOCKS_DIFFER:
        yield Reason("key_loss.noticed_at.future", "noticed_at")
    elif facts.free_at is not None and entry.noticed_at < minute(facts.free_at):
        yield Reason("key_loss.noticed_at.before", "noticed_at")
    for field in ("noticed_by", "circumstances"):
        if not getattr(entry, field):
            yield Reason(f"key_loss.{field}.missing", field)


def open_blockers(facts: LossFacts) -> tuple[Reason, ...]:
    """It is neither found nor written off."""
    over = {LossState.FOUND, LossState.WRITTEN_OFF} & {state(facts)}
    return tuple(Reason(f"key_loss.state.{one}") for one in over)


def answer_reasons(facts: LossFacts, entry: StepEntry, now: datetime) -> tuple[Reason, ...]:
    """A step is done once; what was waived may still be done. Who waives says why."""
    return (*open_blockers(facts), *_answer_reasons(facts, entry, now))


def _answer_reasons(facts: LossFacts, entry: StepEntry, now: datetime) -> Iterator[Reason]:
    if entry.step is None:
        yield Reason("key_loss.step.missing", "step")
    elif facts.answers.get(entry.step) == LossAnswer.DONE:
        yield Reason("key_loss.step.done", "step", {"step": entry.step})
    if entry.answer is None:
        yield Reason("key_loss.answer.missing", "answer")
    elif entry.answer is LossAnswer.WAIVED and not entry.text:
        yield Reason("key_loss.why.missing", "text")
    elif (entry.step, entry.answer) == (LossStep.REPLACED, LossAnswer.DONE):
        yield from _replaced(entry.replaced_by)
    yield from _moment_reasons(facts, entry.at, now)


def _replaced(tag: str) -> Iterable[Reason]:
    return () if tag else (Reason("key_loss.replaced_by.missing", "replaced_by"),)


def _moment_reasons(facts: LossFacts, at: datetime, now: datetime) -> Iterator[Reason]:
    if at > now + CLOCKS_DIFFER:
        yield Reason("key_loss.at.future", "at")
    elif at < minute(facts.noticed_at):
        yield Reason("key_loss.at.before", "at")


def found_reasons(facts: LossFacts, entry: FoundEntry, now: datetime) -> tuple[Reason, ...]:
    """A found key closes the loss: who found it, and when."""
    missing = () if entry.found_by else (Reason("key_loss.found_by.missing", "found_by"),)
    return (*open_blockers(facts), *missing, *_moment_reasons(facts, entry.at, now))


def write_off_blockers(facts: LossFacts) -> tuple[Reason, ...]:
    """It is open until every step is answered."""
    waiting = (Reason("key_loss.step.open", None, {"step": step}) for step in unanswered(facts))
    return open_blockers(facts) or tuple(waiting)


def write_off_reasons(facts: LossFacts, why: str) -> tuple[Reason, ...]:
    """Whoever writes it off says why."""
    missing = () if why else (Reason("key_loss.write_off.why", "why"),)
    return (*write_off_blockers(facts), *missing)
