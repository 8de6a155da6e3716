"""The key board 鑰匙板: every hook at a glance, in the order in which they hang."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise

_PARTS = re.compile(r"(\d+)", re.ASCII)
_NUMBERED = re.compile(r"(.*?)(\d+)", re.ASCII)
_WIDEST_GAP = 100


class HookState(StrEnum):
    """What hangs on a hook."""

    IN = "in"  # 在位
    LENT = "lent"  # 借出
    OVERDUE = "overdue"  # 逾期
    LOST = "lost"  # 遺失
    EMPTY = "empty"  # 空


def natural(hook: str) -> tuple[tuple[int, int, str], ...]:
    """The order of hooks and tags: A2 before A10."""
    parts = (part for part in _PARTS.split(hook.upper()) if part)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def empty_hooks(used: Iterable[str], once_used: Iterable[str]) -> tuple[str, ...]:
    """The hooks on which nothing hangs: once used, or left out of a numbered row (A1, A2, A4)."""
    taken = set(used)
    free = {*once_used, *_left_out(taken)} - taken
    return tuple(sorted((hook for hook in free if hook), key=natural))


def _left_out(hooks: Iterable[str]) -> Iterator[str]:
    rows: dict[tuple[str, int], set[int]] = {}
    for hook in hooks:
        found = _NUMBERED.fullmatch(hook)
        if found is not None:
            prefix, figures = found.groups()
            width = len(figures) if figures.startswith("0") else 0
            rows.setdefault((prefix, width), set()).add(int(figures))
    for (prefix, width), numbers in rows.items():
        ordered = sorted(numbers)
        for before, after in pairwise(ordered):
            if after - before <= _WIDEST_GAP:
                yield from (f"{prefix}{n:0{width}d}" for n in range(before + 1, after))
