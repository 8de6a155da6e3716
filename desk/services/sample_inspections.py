"""The inspections of the sample estate: homes gone through, and defects of every age (R30, R35)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from desk.clock import FixedClock
from desk.domain.permissions import Role
from desk.services import defect
from desk.services.sample_agenda import Course
from desk.services.sample_inspection_hands import (
    CEILING,
    DRAIN,
    LOCK,
    SOCKET,
    WALL,
    WINDOW,
    Act,
    InspectionHands,
)
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.workplace import Workplace

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class _Scene:
    """One home: gone through so many days ago, which parts failed by which of the faults, what was
    done about the first of them, a few days between each; an `open` one is not settled yet."""

    age: int
    fails: Mapping[int, int] = field(default_factory=dict)
    acts: tuple[Act, ...] = ()
    open: bool = False
    signed: bool = True


def courses(
    desks: list[Workplace],
    script: Script,
    callers: list[Caller],
    clock: FixedClock,
    span: tuple[int, int],
) -> list[Course]:
    """Homes that nobody moves into as the clerks go through them, each a course of its own.

    `clock` shows today; `span` is the estate's days and the sample's seed.
    """
    (days, seed), names = span, {one.unit_id: one.name for one in callers}
    chance = Random(seed)  # noqa: S311 - a sample
    desk = next(desk for desk in desks if desk.actor.role is Role.RECEPTIONIST)
    hands = InspectionHands(desk, script, clock, chance)
    scenes = [scene for scene in _SCENES if scene.age < days]
    units = chance.sample(sorted(names), min(len(names), len(scenes)))
    return [
        _course(hands, desk, scene, (unit_id, names[unit_id]), clock.moment)
        for scene, unit_id in zip(scenes, units, strict=False)
    ]


def _course(
    hands: InspectionHands,
    desk: Workplace,
    scene: _Scene,
    home: tuple[int, str],
    today: datetime,
) -> Course:
    """One home from the first look to where its defects stand now."""
    moment = today - scene.age * _DAY
    yield moment
    if scene.open:
        hands.half(*home, scene.fails)
        return
    known = hands.through(*home, scene.fails, signed=scene.signed)
    step = max(1, scene.age // (len(scene.acts) + 1)) * _DAY
    for act in scene.acts:
        moment += step
        yield moment
        act(hands, defect.get(desk, known.defects[0].id))


_H = InspectionHands
_SCENES = (
    _Scene(104, {20: CEILING, 37: CEILING}, (_H.remind, _H.done, _H.fail, _H.remind)),
    _Scene(72, {4: WALL, 31: DRAIN}, (_H.remind, _H.promise, _H.done, _H.succeed)),
    _Scene(44, {7: WINDOW}, (_H.remind, _H.remind)),
    _Scene(21, {0: LOCK, 8: SOCKET, 38: LOCK}, (_H.promise, _H.done)),
    _Scene(16, {15: LOCK}, (_H.remind,)),
    _Scene(6, signed=False),
    _Scene(1, {5: CEILING}, open=True),
)
