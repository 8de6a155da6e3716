"""A problem beside the first one 衍生問題(旁及問題), and what becomes of it (R168, R169)."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.domain.complaint import Filing
from desk.domain.complaint_case import CaseFacts, SideProblem
from desk.domain.complaint_handling import open_blockers
from desk.domain.reasons import Reason

WORDS_LIMIT = 4_000
REFERENCE_LIMIT = 40


@dataclass(frozen=True)
class FileEntry:
    """As what a side problem stands on its own: a complaint's number, or another reference."""

    problem_id: int = 0
    number: str = ""
    reference: str = ""


@dataclass(frozen=True)
class SettleEntry:
    """How a side problem was settled inside this case."""

    problem_id: int = 0
    text: str = ""


@dataclass(frozen=True)
class Linked:
    """The complaint of the number that was given."""

    id: int
    filing: Filing


def waiting(facts: CaseFacts) -> tuple[SideProblem, ...]:
    """The side problems that keep the case open (R169)."""
    return tuple(one for one in facts.sides if not one.is_filed and one.settled_at is None)


def note_reasons(facts: CaseFacts, text: str) -> tuple[Reason, ...]:
    """R168: a side problem is written down while its case is open."""
    missing = () if text else (Reason("side_problem.text.missing", "text"),)
    return (*open_blockers(facts), *missing)


def waiting_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """R168, R169: there is a side problem that nothing has become of."""
    missing = () if waiting(facts) else (Reason("side_problem.none_waiting"),)
    return open_blockers(facts) or missing


def file_reasons(facts: CaseFacts, entry: FileEntry, linked: Linked | None) -> tuple[Reason, ...]:
    """R168: filed on its own, as a case of its own number or under a reference such as an order's.

    `linked` is the complaint of the number, None where there is none.
    """
    return (*open_blockers(facts), *_which(facts, entry.problem_id), *_link(facts, entry, linked))


def _link(facts: CaseFacts, entry: FileEntry, linked: Linked | None) -> Iterator[Reason]:
    if not entry.number:
        if not entry.reference:
            yield Reason("side_problem.link.missing", "number")
        return
    if linked is None:
        yield Reason("side_problem.number.unknown", "number")
    elif linked.id == facts.id:
        yield Reason("side_problem.number.same", "number")
    elif linked.filing is not Filing.FILED:
        yield Reason("side_problem.number.not_filed", "number")


def settle_reasons(facts: CaseFacts, entry: SettleEntry) -> tuple[Reason, ...]:
    """R169: what could not be filed anew is settled here, with words, or the case stays open."""
    missing = () if entry.text else (Reason("side_problem.settled.missing", "text"),)
    return (*open_blockers(facts), *_which(facts, entry.problem_id), *missing)


def _which(facts: CaseFacts, problem_id: int) -> Iterator[Reason]:
    problem = {one.id: one for one in facts.sides}.get(problem_id)
    if problem is None:
        yield Reason("side_problem.missing", "problem_id")
    elif problem.is_filed:
        yield Reason("side_problem.filed_already", "problem_id")
    elif problem.settled_at is not None:
        yield Reason("side_problem.settled_already", "problem_id")
