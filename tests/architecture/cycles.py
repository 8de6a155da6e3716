"""Circles in a graph of names."""

from collections.abc import Mapping, Set


def circles(graph: Mapping[str, Set[str]]) -> list[list[str]]:
    """The groups of names that reach one another, each sorted; a name on its own is none."""
    reach = {name: _reached(graph, name) for name in graph}
    groups = {
        frozenset(other for other in reach[name] if name in reach.get(other, ())) for name in graph
    }
    return sorted(sorted(group) for group in groups if group)


def _reached(graph: Mapping[str, Set[str]], start: str) -> set[str]:
    """Every name that can be come to from the start, the start itself only by a circle."""
    found: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(graph.get(name, ()))
    return found
