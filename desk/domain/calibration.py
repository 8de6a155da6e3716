"""校正頁: from what is measured on a printed page to how far off the printer is.

The page has a mark near its upper left corner and a ruler across and down that begin there. A
printer shifts and stretches: what should stand at `p` stands at `shift + stretch * p` from the
corner of the paper. What is printed afterwards is stretched and shifted the other way.
"""

from dataclasses import dataclass

from desk.domain.paper import SIZES
from desk.domain.reasons import Reason

MARK = (30.0, 20.0)  # millimetres from the left and the upper edge to the mark
RULER = 100.0
SHORT_RULER = 60.0  # down a page that is not higher

MOST_SHIFT = 15.0  # millimetres that a printer is off at most; more is a wrong measure
LEAST_STRETCH, MOST_STRETCH = 0.9, 1.1

_HUNDREDTHS = 2


@dataclass(frozen=True)
class Rulers:
    """Where the mark of a paper stands and how long its rulers are, in millimetres."""

    left: float
    top: float
    across: float
    down: float


@dataclass(frozen=True)
class Measured:
    """What somebody measured on the printed page, in millimetres from the edges of the paper."""

    left: float
    top: float
    across: float
    down: float


@dataclass(frozen=True)
class Correction:
    """What mends it: millimetres to the right and down, per cent across and down.

    A page is stretched from its upper left corner and shifted afterwards.
    """

    offset: tuple[float, float] = (0.0, 0.0)
    scale: tuple[float, float] = (100.0, 100.0)


def rulers(paper: str) -> Rulers:
    """Those of a paper; KeyError for one we lack."""
    down = RULER if SIZES[paper].height > MARK[1] + RULER + 10 else SHORT_RULER
    return Rulers(*MARK, RULER, down)


def reasons(measured: Measured, paper: str) -> tuple[Reason, ...]:
    """Which measures cannot be true of a printer that works."""
    nominal = rulers(paper)
    edges = (("left", measured.left, nominal.left), ("top", measured.top, nominal.top))
    lengths = (("across", measured.across, nominal.across), ("down", measured.down, nominal.down))
    wrong = [name for name, value, about in edges if not abs(value - about) <= MOST_SHIFT]
    for name, value, about in lengths:
        if not LEAST_STRETCH * about <= value <= MOST_STRETCH * about:
            wrong.append(name)
    abouts = {name: about for name, _value, about in (*edges, *lengths)}
    return tuple(
        Reason(f"calibration.{name}", name, {"about": round(abouts[name])}) for name in wrong
    )


NO_CORRECTION = Correction()


def correction(measured: Measured, paper: str, now: Correction = NO_CORRECTION) -> Correction:
    """What to print with from now on, where the page was printed with `now`.

    The measures are as `reasons` has let them pass.
    """
    nominal = rulers(paper)
    right, across = _mended(
        (measured.left, nominal.left),
        measured.across / nominal.across,
        (now.offset[0], now.scale[0]),
    )
    down, along = _mended(
        (measured.top, nominal.top), measured.down / nominal.down, (now.offset[1], now.scale[1])
    )
    return Correction((right, down), (across, along))


def _mended(
    mark: tuple[float, float], stretch: float, now: tuple[float, float]
) -> tuple[float, float]:
    """Offset and scale of one direction.

    The page stood at `shift + stretch * p`; of that the printer alone makes `stretch / scale`.
    """
    offset, scale = now
    shift = mark[0] - stretch * mark[1]
    mended = scale / stretch
    return round(offset - shift * mended / 100, _HUNDREDTHS) + 0.0, round(mended, _HUNDREDTHS)
