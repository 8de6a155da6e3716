"""The service orders of the sample estate: many that are over, spread over its days, and some of
every state in the last hours before today."""

from collections.abc import Iterator
from random import Random

from desk.clock import FixedClock
from desk.domain.service_order import Kind
from desk.services import service_person
from desk.services.sample_agenda import Course
from desk.services.sample_order_hands import Act, Hands, Scene
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.workplace import Workplace

DAYS = 4  # an estate that is younger has no orders yet
_EVERY = 3  # so many days lie between two orders that are over


def courses(
    desks: list[Workplace],
    script: Script,
    callers: list[Caller],
    clock: FixedClock,
    span: tuple[int, int],
) -> list[Course]:
    """The orders as the clerks write them, each a course of its own; `clock` shows today.

    `span` are the days of the estate and its seed. Without service people nothing is written.
    """
    days, seed = span
    if not service_person.everyone(desks[0]):
        return []
    hands = Hands(desks, script, callers, clock, Random(seed))  # noqa: S311 - a sample
    return [hands.course(scene, clock.moment) for scene in (*_over(days), *_SCENES)]


def _over(days: int) -> Iterator[Scene]:
    """Orders that are over, one every few days; every seventh was late, every ninth done again."""
    for number, day in enumerate(range(days - 2, 2, -_EVERY)):
        late, again = number % 7 == 3, number % 9 == 4
        door = 55 if late else 28
        ends = _AGAIN if again else _ENDS
        acts = ((5, Hands.agree), (10, Hands.dispatch), (door, Hands.arrive))
        kind = Kind.REPAIR if number % 3 == 0 else Kind.COMMISSIONED
        yield Scene(kind, day * 24 + number % 5, (*acts, *ends))


_ENDS: tuple[tuple[float, Act], ...] = (
    (90, Hands.done), (92, Hands.sign), (95, Hands.pay), (130, Hands.back),
    (140, Hands.close),
)  # fmt: skip
_AGAIN: tuple[tuple[float, Act], ...] = (
    (90, Hands.done), (92, Hands.grumble), (600, Hands.rework), (610, Hands.dispatch),
    (630, Hands.arrive), (700, Hands.done), (702, Hands.sign), (705, Hands.waive),
    (706, Hands.pay), (740, Hands.back), (745, Hands.close),
)  # fmt: skip
_SENT: tuple[tuple[float, Act], ...] = ((3, Hands.agree), (6, Hands.dispatch))
_THERE = (*_SENT, (8, Hands.accept), (25, Hands.arrive))
_SERVICE, _REPAIR = Kind.COMMISSIONED, Kind.REPAIR

_SCENES = (
    Scene(_SERVICE, 47, ((60, Hands.refuse),), beyond=True),
    Scene(_REPAIR, 30, (*_THERE, (40, Hands.change), (60, Hands.confirm), *_ENDS)),
    Scene(_SERVICE, 28, (*_THERE, (30, Hands.own_material), (40, Hands.damage), *_ENDS[:3])),
    Scene(_SERVICE, 27, (
        *_THERE, *_ENDS[:3], (100, Hands.damage), (800, Hands.settle), (810, Hands.back))),
    Scene(_REPAIR, 26, (*_THERE, (30, Hands.material), *_ENDS[:2])),
    Scene(_REPAIR, 22, (*_THERE, (80, Hands.done), (85, Hands.grumble), (1200, Hands.rework))),
    Scene(_SERVICE, 8, ((20, Hands.appoint), (200, Hands.dispatch), (258, Hands.arrive))),
    Scene(_REPAIR, 5, (*_SENT, (40, Hands.void))),
    Scene(_REPAIR, 3, (*_THERE, (50, Hands.material), (60, Hands.change))),
    Scene(_SERVICE, 2.5, beyond=True),
    Scene(_SERVICE, 2, ((10, Hands.appoint_tomorrow),)),
    Scene(_REPAIR, 1, _SENT),
    Scene(_SERVICE, 0.7, ((5, Hands.agree),)),
    Scene(_REPAIR, 0.4, ((3, Hands.agree), (6, Hands.dispatch), (8, Hands.accept))),
    Scene(_REPAIR, 0.2),
)  # fmt: skip
