"""The key board 鑰匙板: every hook at a glance, in the order in which they hang."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
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


@lru_cache(maxsize=8_192)
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
    """What is missing between two numbers of a row, written as wide as its padded neighbours."""
    rows: dict[str, set[str]] = {}
    for hook in hooks:
        found = _NUMBERED.fullmatch(hook)
        if found is not None:
            rows.setdefault(found[1], set()).add(found[2])
    for prefix, figures in rows.items():
        width = max((len(one) for one in figures if one.startswith("0")), default=0)
        for before, after in pairwise(sorted(set(map(int, figures)))):
            if after - before <= _WIDEST_GAP:
                yield from (f"{prefix}{n:0{width}d}" for n in range(before + 1, after))
