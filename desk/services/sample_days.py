"""The last days of the sample estate, played by the desk's own deeds: what the first page shows.

Each case is there to be looked at: late, due, urgent, asked first, joint, hot, paused, promised,
beyond anybody's power, waiting for a word, waiting for a call.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.clock import FixedClock
from desk.domain.complaint import Severity
from desk.services.sample_hands import Hands

_MINOR, _IMPORTANT, _MAJOR = Severity.MINOR, Severity.IMPORTANT, Severity.MAJOR

Act = Callable[[Hands, str], None]


@dataclass(frozen=True)
class Scene:
    """One case: reported so long before the sample ends, and what was done so long after that."""

    name: str
    severity: Severity
    age: timedelta
    acts: tuple[tuple[timedelta, Act], ...] = ()
    hot: bool = False


def _after(hours: float, *acts: Act) -> tuple[tuple[timedelta, Act], ...]:
    """Acts, a minute apart, beginning so long after the report."""
    begins = timedelta(hours=hours)
    return tuple((begins + timedelta(minutes=at), act) for at, act in enumerate(acts))


def _ago(days: float = 0, hours: float = 0, minutes: float = 0) -> timedelta:
    return timedelta(days=days, hours=hours, minutes=minutes)


_BEGUN = _after(0.05, Hands.file, Hands.hand_out, Hands.present)

SCENES = (
    Scene("called back late", _MINOR, _ago(10), (
        *_BEGUN, *_after(20, Hands.handle, Hands.attest), *_after(40, Hands.close))),
    Scene("stuck", _IMPORTANT, _ago(9), (
        *_BEGUN, *_after(30, Hands.give_up), *_after(80, Hands.approve))),
    Scene("to call", _MINOR, _ago(8), (
        *_BEGUN, *_after(27, Hands.handle, Hands.attest), *_after(44, Hands.close))),
    Scene("to agree", _MAJOR, _ago(6), (
        *_BEGUN, *_after(24, Hands.answer), *_after(120, Hands.handle, Hands.attest))),
    Scene("closed after an overrun", _MINOR, _ago(5), (
        *_BEGUN, *_after(60, Hands.handle, Hands.approve, Hands.attest), *_after(70, Hands.close))),
    Scene("overrun", _IMPORTANT, _ago(3, 5), (
        *_BEGUN, *_after(24, Hands.tell_progress), *_after(50, Hands.urge))),
    Scene("soon", _MINOR, _ago(0, 46.3), _BEGUN),
    Scene("done", _MINOR, _ago(0, 30), (*_BEGUN, *_after(28, Hands.handle))),
    Scene("paused", _MINOR, _ago(0, 27.4), (*_BEGUN, *_after(3, Hands.pause))),
    Scene("joint", _IMPORTANT, _ago(0, 26), (*_BEGUN, *_after(24.2, Hands.join, Hands.join))),
    Scene("quick", _MINOR, _ago(0, 22), (
        *_BEGUN, *_after(2, Hands.handle, Hands.attest), *_after(4, Hands.close))),
    Scene("hot", _MAJOR, _ago(0, 5), (
        *_after(0.05, Hands.file, Hands.hurry, Hands.hand_out), *_after(1.2, Hands.promise)),
        hot=True),
    Scene("late", _MINOR, _ago(minutes=75), _after(0.05, Hands.file)),
    Scene("asked", _MINOR, _ago(minutes=50), _after(0.15, Hands.ask)),
    Scene("new", _IMPORTANT, _ago(minutes=18)),
)  # fmt: skip
LONGEST = max(scene.age for scene in SCENES)


def play(hands: Hands, clock: FixedClock, today: datetime, longest: timedelta) -> None:
    """Play every scene that is not older than the estate, in the order of time."""
    for moment, _number, scene, act in sorted(_acts(today, longest), key=_by_time):
        clock.moment = moment
        if act is None:
            hands.register(scene.name, scene.severity, hot=scene.hot)
        else:
            act(hands, scene.name)
    clock.moment = today


Played = tuple[datetime, int, Scene, Act | None]


def _acts(today: datetime, longest: timedelta) -> Iterator[Played]:
    for number, scene in enumerate(SCENES):
        begins = today - scene.age
        if scene.age > longest:
            continue
        yield begins, number, scene, None
        for after, act in scene.acts:
            if begins + after <= today:
                yield begins + after, number, scene, act


def _by_time(played: Played) -> tuple[datetime, int]:
    return played[0], played[1]
