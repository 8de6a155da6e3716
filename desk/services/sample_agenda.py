"""What happens in the sample estate at the same time, in the order in which it happened.

A course yields each moment at which it goes on. Whatever is numbered by several of them, such as
the receipts of orders and of move-ins, so gets its numbers in the order of time.
"""

import heapq
from collections.abc import Iterable, Iterator
from datetime import datetime

from desk.clock import FixedClock

Course = Iterator[datetime]


def play(courses: Iterable[Course], clock: FixedClock) -> None:
    """Let the earliest go on until all are over; `clock` shows today, and does so again then."""
    today = clock.moment
    waiting: list[tuple[datetime, int, Course]] = []
    for place, course in enumerate(courses):
        _queue(waiting, place, course)
    try:
        while waiting:
            clock.moment, place, course = heapq.heappop(waiting)
            _queue(waiting, place, course)
    finally:
        clock.moment = today


def _queue(waiting: list[tuple[datetime, int, Course]], place: int, course: Course) -> None:
    moment = next(course, None)
    if moment is not None:
        heapq.heappush(waiting, (moment, place, course))
