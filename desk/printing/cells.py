"""What stands in a field: words, or choices with a box to tick each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desk.printing.papers import MM
from desk.printing.pen import RISE, Hand, Pen
from desk.printing.text import break_lines

BOX = 9.0  # side of a tick box: big enough for a pen
_BOX_GAP = 3.2
_CHOICE_GAP = 9.0
_LEAST_GAP = 4 * MM  # for two figures written by hand


@dataclass(frozen=True)
class Words:
    """Text as it was entered; empty where it is to be written by hand."""

    text: str = ""


class Choice(NamedTuple):
    """One of several answers."""

    label: str
    ticked: bool = False


@dataclass(frozen=True)
class Choices:
    """Every possible answer with its box, the given ones ticked."""

    options: tuple[Choice, ...]


@dataclass(frozen=True)
class Gaps:
    """A date to be written by hand: each `_` of the pattern is a gap, the rest is printed.

    The gaps share the field's width: `__年_月_日` leaves twice as much for the year. A pattern
    may be parted at its space. It has at least one gap on either side of it.
    """

    pattern: str


Content = Words | Choices | Gaps


class Placed(NamedTuple):
    """A word or a choice at its distance from the left edge of the field."""

    x: float
    what: Choice | str


CellLine = str | tuple[Placed, ...]


def lines_of(content: Content, width: float, hand: Hand) -> list[CellLine]:
    """The field's lines at that width, in points; none for an empty field."""
    if isinstance(content, Choices):
        return _choice_lines(content.options, width, hand)
    if isinstance(content, Gaps):
        return _gap_lines(content.pattern, width, hand)
    if not content.text:
        return []
    size = hand.paper.text
    return list(break_lines(content.text, width / size, hand.regular.char_width))


def draw_line(pen: Pen, x: float, baseline: float, line: CellLine) -> None:
    """Draw one line of a field from its left edge."""
    size = pen.hand.paper.text
    if isinstance(line, str):
        pen.text(x, baseline, line.rstrip(" "), size)
        return
    for place, what in line:
        if isinstance(what, str):
            pen.text(x + place, baseline, what, size)
            continue
        pen.tick_box(x + place, baseline + RISE * size, BOX, ticked=what.ticked)
        pen.text(x + place + BOX + _BOX_GAP, baseline, what.label, size)


def _choice_lines(options: Sequence[Choice], width: float, hand: Hand) -> list[CellLine]:
    """The choices from left to right, as many a line as there is room for."""
    lines: list[list[Placed]] = [[]]
    x, before = 0.0, BOX + _BOX_GAP
    for choice in options:
        first, *more = _label_lines(choice.label, width - before, hand)
        needs = before + hand.regular.width(first, hand.paper.text)
        if lines[-1] and (more or x + needs > width):
            lines.append([])
            x = 0.0
        lines[-1].append(Placed(x, choice._replace(label=first)))
        lines.extend([Placed(before, line)] for line in more)
        x = width if more else x + needs + _CHOICE_GAP
    return [tuple(line) for line in lines]


def _label_lines(label: str, width: float, hand: Hand) -> list[str]:
    size = hand.paper.text
    return break_lines(label, width / size, hand.regular.char_width)


def _gap_lines(pattern: str, width: float, hand: Hand) -> list[CellLine]:
    """The pattern on one line, or date and time apart where the gaps would be too narrow."""
    if _gap(pattern, width, hand) >= _LEAST_GAP:
        return [_gap_line(pattern, width, hand)]
    return [_gap_line(part, width, hand) for part in pattern.split(" ")]


def _gap(pattern: str, width: float, hand: Hand) -> float:
    """How wide one gap is when they share what the printed parts leave."""
    printed = hand.regular.width(pattern.replace("_", ""), hand.paper.text)
    return max(0.0, (width - printed) / max(1, pattern.count("_")))


def _gap_line(pattern: str, width: float, hand: Hand) -> tuple[Placed, ...]:
    gap = _gap(pattern, width, hand)
    line, x = [], 0.0
    for part in re.findall("_+|[^_]+", pattern):
        if part[0] == "_":
            x += gap * len(part)
            continue
        line.append(Placed(x, part))
        x += hand.regular.width(part, hand.paper.text)
    return tuple(line)
