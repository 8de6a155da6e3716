"""Reading the history, and checking that nobody has tampered with it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from desk.domain import numbering
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.models import history as trail
from desk.models.lists import Page
from desk.models.lists import history as history_list
from desk.models.lists.history import Filter, HistoryRow, Key
from desk.services.workplace import Workplace

__all__ = ["Check", "Filter", "HistoryRow", "actors", "check", "page", "record_of_number"]

PAGE = 50
_SHORT = 8
Step = Callable[[int, int], None]


@dataclass(frozen=True)
class Check:
    """What the check of the trail found: `head` is the newest digest, shortened for the eye."""

    entries: int
    broken: tuple[int, ...]
    head: str


def page(
    workplace: Workplace, wanted: Filter, after: Key | None = None, limit: int = PAGE
) -> Page[HistoryRow]:
    """A page of what was done, newest first; values are not told."""
    workplace.require(Permission.READ_HISTORY)
    with workplace.reading() as reader:
        return history_list.entries(reader, wanted, after, limit)


def actors(workplace: Workplace) -> tuple[tuple[int, str], ...]:
    """Everybody who may have done something: id and name."""
    workplace.require(Permission.READ_HISTORY)
    with workplace.reading() as reader:
        return history_list.actors(reader)


def record_of_number(workplace: Workplace, number: str) -> tuple[str, int]:
    """The kind and id of the record of a number as people type it, or scanned."""
    workplace.require(Permission.READ_HISTORY)
    parsed = numbering.parse_number(number)
    plain = str(parsed) if parsed is not None else numbering.from_scan_code(number)
    found = None
    if plain is not None:
        with workplace.reading() as reader:
            found = history_list.record_of_number(reader, plain)
    if found is None:
        raise RuleRefused([Reason("history.number.unknown", "number")])
    return found


def check(workplace: Workplace, step: Step) -> Check:
    """Follow the chain from its first entry to the newest; `step(done, total)` may raise to stop.

    Long work on a connection of its own, at one moment of the database.
    """
    workplace.require(Permission.READ_HISTORY)
    with workplace.reading() as reader:
        total = history_list.newest_id(reader)
        broken = tuple(trail.broken_entries(reader, partial(_told, step, total)))
        head = trail.newest_digest(reader)
    return Check(total, broken, short_digest(head))


def short_digest(digest: bytes) -> str:
    """The first bytes of a digest in groups of four: enough to compare by eye with paper."""
    shown = digest[:_SHORT].hex()
    return " ".join(shown[at : at + 4] for at in range(0, len(shown), 4))


def _told(step: Step, total: int, reached: int) -> None:
    step(reached, total)
