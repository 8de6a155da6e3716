"""Taking times."""

import time
from collections.abc import Callable, Iterable


def milliseconds(deed: Callable[[], object]) -> float:
    """How long the deed takes."""
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000


def share(times: Iterable[float], part: float) -> float:
    """The time within which `part` of them (0.5: the median, 0.95: p95) lie."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
