"""Where the parts of a policy stand, by a dotted path; a section may lie within another value."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from desk.domain.policy import Policy

_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "documents": "move_in.documents",
        "agreements": "move_in.agreements",
        "materials": "move_in.materials",
    }
)


def place_of(section: str) -> str:
    """The path of a section's rules within a policy."""
    return _PLACES.get(section, section)


def section_of(place: str) -> tuple[str, str]:
    """The section of a refusal's place such as `move_in.documents.2.code`, and what follows it."""
    nested = (one for one, path in _PLACES.items() if place.startswith(f"{path}."))
    section = next(nested, "") or place.partition(".")[0]
    return section, place[len(place_of(section)) + 1 :]


def rules_of(policy: Policy, section: str) -> tuple[Any, ...]:
    """The rules of a section, in their order."""
    found: tuple[Any, ...] = look(policy, place_of(section))
    return found


def look(rule: Any, path: str) -> Any:
    """What stands at a dotted path of a rule; None where nothing does."""
    for one in path.split("."):
        if rule is None:
            return None
        rule = rule.get(one) if isinstance(rule, Mapping) else getattr(rule, one)
    return rule


def put(rule: Any, path: str, value: Any) -> Any:
    """The rule with another value at a dotted path."""
    name, _dot, rest = path.partition(".")
    inner = put(look(rule, name), rest, value) if rest else value
    if isinstance(rule, Mapping):
        return {**rule, name: inner}
    return replace(rule, **{name: inner})
