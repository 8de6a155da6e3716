"""Taking one rule out of the program for the length of a block.

A place is written as in the table of clauses: a rule of a shipped profile (`M2:solve.minor`), or a
dotted name. A function then yields nothing, whoever holds it; a property, a field or a value of a
vocabulary is as if it had never been thought of.
"""

import dataclasses
import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import EnumMeta
from types import CodeType, FunctionType, ModuleType
from typing import Any

from desk.domain.move_in_rule import MoveInRule
from desk.domain.policy import Policy, Switches
from desk.domain.service_order_rule import NO_QUOTA, OrderRule
from desk.services import policy

_OFF: dict[str, Any] = {
    "joint_from": 10_000,
    "promote_after": None,
    "promote_to": "",
    "consent_months": 12,
    "verifier_is_other": False,
    "retransfer_forbidden": False,
    "duty_open_days": 10_000,
}


class Nothing(tuple[Any, ...]):
    """What a rule that is gone answers: no reasons, no words, and of whatever is asked nothing."""

    __slots__ = ()

    def __getattr__(self, name: str) -> "Nothing":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_asked: object, **_named: object) -> "Nothing":
        return self


NOTHING = Nothing()


@contextmanager
def removed(place: str) -> Iterator[None]:
    """The program without the rule of a place; LookupError where there is no such rule."""
    profile, is_policy, rule = place.partition(":")
    restore = _without_rule(profile, rule) if is_policy else _without_name(place)
    try:
        yield
    finally:
        restore()


# A rule of a profile


def _without_rule(profile: str, rule: str) -> Callable[[], None]:
    known = policy.profile
    poorer, strictest = less(known(profile), rule), known(policy.STRICTEST)
    others = {policy.STRICTEST: strictest, profile: poorer}

    def without(code: str, region: str = "") -> Policy:
        return others.get(code) or known(code, region)

    policy.profile = without

    def restore() -> None:
        policy.profile = known

    return restore


def less(whole: Policy, rule: str) -> Policy:
    """A policy without one of its rules, or with a switch turned off."""
    group, _, code = rule.partition(".")
    if group == "switch":
        off = dataclasses.replace(whole.switches, **{code: _OFF[code]})
        return _changed(whole, switches=off)
    if group in ("orders", "move_in"):
        return _without_part(whole, group, code)
    if group in _LISTS:
        listed = _others(getattr(whole.move_in, _LISTS[group]), "code", code)
        poorer: Any = {_LISTS[group]: listed}
        return _changed(whole, move_in=dataclasses.replace(whole.move_in, **poorer))
    if group in _GROUPS:
        field, key = _GROUPS[group]
        return _changed(whole, **{field: _others(getattr(whole, field), key, code)})
    fields = ("clocks", "forwards", "callbacks")
    return _changed(whole, **{one: _others(getattr(whole, one), "code", rule) for one in fields})


_GROUPS = {
    "severity": ("severities", "code"),
    "close": ("close", "condition"),
    "form": ("forms", "act"),
    "report": ("reports", "code"),
    "pass": ("passes", "kind"),
}


_LISTS = {"document": "documents", "agreement": "agreements", "material": "materials"}


def _without_part(whole: Policy, group: str, code: str) -> Policy:
    if group == "move_in":
        return _changed(whole, move_in=MoveInRule(visit_days=0, second_look=False))
    if code == "callback":
        return _changed(whole, orders=dataclasses.replace(whole.orders, callback=NO_QUOTA))
    return _changed(whole, orders=OrderRule(close=(), skill_checked=False, clauses=()))


def _others(rules: tuple[Any, ...], key: str, code: str) -> tuple[Any, ...]:
    return tuple(one for one in rules if getattr(one, key) != code)


def _changed(whole: Policy, **fields: Any) -> Policy:
    poorer = dataclasses.replace(whole, **fields)
    if poorer == whole:
        raise LookupError("nothing of this name is in the profile")
    return poorer


def switch_codes() -> set[str]:
    """Every switch that can be turned off."""
    return {one.name for one in dataclasses.fields(Switches)}


# A name


def _without_name(place: str) -> Callable[[], None]:
    holder, name = _held(place)
    found = vars(holder).get(name)
    if isinstance(holder, EnumMeta) and not isinstance(found, property | FunctionType):
        return _without_value(holder, name)
    if isinstance(found, EnumMeta):
        return _without_values(found)
    if isinstance(found, property):
        assert isinstance(found.fget, FunctionType)
        return _silenced(found.fget)
    if isinstance(found, FunctionType):
        return _silenced(found)
    if dataclasses.is_dataclass(holder) and isinstance(holder, type):
        return _without_field(holder, name)
    raise LookupError(place)


def _held(place: str) -> tuple[Any, str]:
    """What holds the last step of a dotted name, and that step."""
    steps = place.split(".")
    for count in range(len(steps) - 1, 0, -1):
        try:
            holder: Any = importlib.import_module(".".join(steps[:count]))
        except ModuleNotFoundError:
            continue
        for step in steps[count:-1]:
            holder = getattr(holder, step)
        assert isinstance(holder, type | ModuleType)
        return holder, steps[-1]
    raise LookupError(place)


def _silenced(function: FunctionType) -> Callable[[], None]:
    """A function that yields nothing, whoever has taken hold of it."""
    kept = function.__code__
    if kept.co_freevars:
        raise LookupError(f"{function.__qualname__} closes over something")
    function.__code__ = _nothing_code()

    def restore() -> None:
        function.__code__ = kept

    return restore


def _nothing_code() -> CodeType:
    def silent(*_asked: object, **_named: object) -> object:
        return "nothing"

    code = silent.__code__
    return code.replace(
        co_consts=tuple(NOTHING if one == "nothing" else one for one in code.co_consts)
    )


def _without_field(holder: type, name: str) -> Callable[[], None]:
    """A field that tells nothing: it reads as its default, or as an empty text."""
    (field,) = (one for one in dataclasses.fields(holder) if one.name == name)  # type: ignore[arg-type]
    default = "" if field.default is dataclasses.MISSING else field.default
    had, kept = name in vars(holder), vars(holder).get(name)

    def read(_self: object) -> object:
        return default

    def write(self: object, value: object) -> None:
        vars(self)[name] = value  # for afterwards: what is made now may be kept

    setattr(holder, name, property(read, write))

    def restore() -> None:
        if had:
            setattr(holder, name, kept)
        else:
            delattr(holder, name)

    return restore


def _without_values(vocabulary: EnumMeta) -> Callable[[], None]:
    """A vocabulary without a word."""
    kept = vocabulary._member_names_
    vocabulary._member_names_ = []

    def restore() -> None:
        vocabulary._member_names_ = kept

    return restore


def _without_value(vocabulary: EnumMeta, name: str) -> Callable[[], None]:
    """A vocabulary that lacks one of its words."""
    kept = vocabulary._member_names_
    if name not in kept:
        raise LookupError(name)
    vocabulary._member_names_ = [one for one in kept if one != name]

    def restore() -> None:
        vocabulary._member_names_ = kept

    return restore
