"""The move-ins of the sample estate: some of each state, in the last weeks before today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from random import Random

from desk.clock import FixedClock
from desk.domain.move_in_rule import Arrival, Holder
from desk.services import sample_move_in_hands
from desk.services.sample_agenda import Course
from desk.services.sample_inspection_hands import (
    CEILING,
    DRAIN,
    LOCK,
    SOCKET,
    WALL,
    WINDOW,
    InspectionHands,
)
from desk.services.sample_inspection_hands import Act as DefectAct
from desk.services.sample_move_in_hands import Act, MoveInHands, OwnedHome
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.workplace import Workplace

DAYS = 8  # an estate that is younger has no move-ins yet
_OPENS, _STEP, _LATER = timedelta(hours=9, minutes=10), timedelta(minutes=7), timedelta(days=3)


@dataclass(frozen=True)
class _Scene:
    """One case: whose, written down so many days ago, what was done that morning, and `later` with
    some days between each."""

    age: int
    acts: tuple[Act, ...] = ()
    later: tuple[Act, ...] = ()
    arrival: Arrival = Arrival.OWNER
    holder: Holder = Holder.PERSON
    by_agent: bool = False


def homes(desks: list[Workplace], callers: list[Caller], seed: int) -> list[OwnedHome]:
    """The homes into which somebody moves."""
    chance = Random(seed)  # noqa: S311 - a sample
    return sample_move_in_hands.homes(desks[0], callers, chance, len(_SCENES))


def courses(
    desks: list[Workplace],
    script: Script,
    homes: list[OwnedHome],
    clock: FixedClock,
    span: tuple[int, int],
) -> list[Course]:
    """The cases as the clerks write them, each a course of its own; `clock` shows today.

    `span` are the days of the estate and its seed; what would lie before them is left out.
    """
    days, seed = span
    scenes = [one for one in _SCENES if one.age < days - 1]
    chance = Random(seed)  # noqa: S311 - a sample
    hands = MoveInHands(desks, script, homes, clock, chance)
    return [_course(hands, one, clock.moment) for one in scenes]


def _course(hands: MoveInHands, scene: _Scene, today: datetime) -> Course:
    """One case from its first day to where it stands now."""
    custom = hands.desk.estate.custom
    morning = custom.day_bounds(custom.day(today - timedelta(days=scene.age)))[0] + _OPENS
    moment = min(morning, today)
    yield moment
    case = hands.write(scene.arrival, scene.holder, by_agent=scene.by_agent)
    steps = [(_STEP, act) for act in scene.acts] + [(_LATER, act) for act in scene.later]
    for step, act in steps:
        moment += step
        yield moment
        case = act(hands, case)


def _inspected(fails: Mapping[int, int]) -> Act:
    return partial(MoveInHands.inspected, fails=fails)


def _about_defect(act: DefectAct) -> Act:
    return partial(MoveInHands.about_defect, act=act)


_H, _W = MoveInHands, InspectionHands
_REST: tuple[Act, ...] = (_H.fees, _H.look, _H.paid, _H.materials, _H.keys)
_PAPERS: tuple[Act, ...] = (_H.family, _H.papers, _H.registered, _H.agreements)
_SCENES = (
    _Scene(
        26,
        (*_PAPERS, _inspected({2: WALL, 20: CEILING}), *_REST, _H.filed),
        (
            _H.visited,
            *map(_about_defect, (_W.remind, _W.promise, _W.done, _W.succeed)),
        ),
    ),
    _Scene(
        18,
        (_inspected({8: SOCKET}), _H.fees, _H.look, _H.paid, _H.materials, _H.filed),
        (_H.visited, *map(_about_defect, (_W.remind, _W.done))),
        Arrival.TENANT,
    ),
    _Scene(6, (*_PAPERS, _inspected({7: WINDOW}), *_REST, _H.filed), (_about_defect(_W.remind),)),
    _Scene(3, (*_PAPERS, *_REST, _H.excepted, _H.filed), by_agent=True),
    _Scene(
        2,
        (*_PAPERS[1:], _inspected({0: LOCK, 31: DRAIN}), _H.fees, _H.look),
        holder=Holder.COMPANY,
    ),
    _Scene(1, (_H.family, _H.some_papers, _H.fees), by_agent=True),
    _Scene(0),
)
