"""The callbacks of the sample estate: most customers are asked in time, some are tried in vain, one
is not content; a few are still owed today."""

import json
from datetime import datetime, timedelta
from functools import partial
from random import Random

from desk.clock import FixedClock
from desk.config import resources_folder
from desk.domain.callback import CallbackHow, CallbackOutcome
from desk.domain.service_callback import CallbackEntry
from desk.errors import RuleRefused
from desk.services import (
    service_callback,
    service_callback_choice,
    service_callback_visit,
    service_figures,
)
from desk.services.sample_people import Script
from desk.services.service_callback import CallbackView, ChoiceRow, TellEntry
from desk.services.workplace import Workplace

_AFTER = timedelta(hours=18)  # of a completion the desk begins to call
_LEFT = timedelta(hours=20)  # before today nobody has called any more
_TELLING = timedelta(minutes=20)
_MOST = 1_000

Said = dict[str, str]


def fill(desks: list[Workplace], script: Script, clock: FixedClock, span: tuple[int, int]) -> None:
    """Call back what was owed on each day as the clerks would; `clock` shows today, and does so
    again afterwards. `span` are the days of the estate and its seed."""
    today, (days, seed) = clock.moment, span
    path = resources_folder() / "sample" / "callbacks.json"
    said: Said = json.loads(path.read_text("utf-8"))[script.region]
    chance = Random(seed)  # noqa: S311 - a sample
    desk = desks[0]
    try:
        for done_at in _completions(desk, today - timedelta(days=days), today):
            clock.moment = done_at + _AFTER
            if clock.moment < today - _LEFT:
                _day(desk, said, chance, clock)
        clock.moment = today - _LEFT
        _visit(desk, said)
    finally:
        clock.moment = today


def _completions(desk: Workplace, since: datetime, until: datetime) -> list[datetime]:
    day = desk.estate.custom.day
    first, last = day(since), day(until)
    found = service_figures.behind(desk, first, last, service_figures.Behind(), None, _MOST)
    return sorted(row.done_at for row in found.rows)


def _day(desk: Workplace, said: Said, chance: Random, clock: FixedClock) -> None:
    """Whoever is owed by now is called; one in ten is not, and one in twelve does not answer."""
    service_callback_choice.settle(desk, partial(_seed, chance))
    for row in service_callback.owed(desk).rows:
        if row.due_at is None or row.due_at < clock.moment or chance.random() < 0.1:
            continue
        view = _call(desk, said, chance, row)
        answer = None if view is None else view.answer
        if answer is not None and answer.told_at is None and row.provider:
            clock.moment += _TELLING
            service_callback.tell(desk, answer.id, answer.version, TellEntry(row.provider))


def _call(desk: Workplace, said: Said, chance: Random, row: ChoiceRow) -> CallbackView | None:
    how = CallbackHow.VISIT if chance.random() < 0.45 else CallbackHow.PHONE
    lot = chance.random()
    if lot < 0.08:
        entry = CallbackEntry(how, CallbackOutcome.UNREACHABLE, why=said["why"])
    elif lot < 0.14:
        entry = _answer(how, row.customer, (4, 4, 2, 2), said["bad"])
    else:
        scores = (chance.choice((4, 5)), 5, chance.choice((4, 5)), 5)
        entry = _answer(how, row.customer, scores, said["good"] if lot > 0.6 else "")
    try:
        return service_callback.call_back(desk, row.id, entry)
    except RuleRefused:
        return None  # its work is being done over


def _visit(desk: Workplace, said: Said) -> None:
    """Half of the customers with a long-term agreement were visited in this quarter."""
    for one in service_callback_visit.owed(desk)[::2]:
        entry = _answer(CallbackHow.VISIT, one.customer.customer, (5, 5, 4, 5), said["good"])
        service_callback_visit.visit(desk, one.customer.id, entry)


def _answer(
    how: CallbackHow, customer: str, scores: tuple[int, int, int, int], words: str
) -> CallbackEntry:
    signed = customer if how is CallbackHow.VISIT else ""
    return CallbackEntry(how, CallbackOutcome.REACHED, None, *scores, words, signed_by=signed)


def _seed(chance: Random) -> str:
    """Of a sample of the sample estate: the same estate draws the same."""
    return f"{chance.getrandbits(128):032x}"
