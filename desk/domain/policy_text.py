"""A policy as plain JSON: what is shipped, kept in the database, and taken in and out.

The shape is that of the classes in `policy`: an object by field name, a list for a tuple, the code
for a value of a vocabulary. Writing names every field, so that a kept version still means the same
when a field gets another default; reading lets what has a default be left out. Texts pass through
the one door for texts from outside.
"""

import dataclasses
import types
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from desk.domain.clean import clean_line
from desk.domain.policy import Policy
from desk.domain.reasons import Reason
from desk.errors import RuleRefused

LANGUAGES = ("zh_Hant", "zh_Hans", "en")
CODE_LIMIT = 40
LABEL_LIMIT = 1_000
LIST_LIMIT = 200
MOST = 1_000_000

_BAD = object()
_UNIONS = (Union, types.UnionType)


def write(policy: Policy) -> dict[str, Any]:
    """The policy as what JSON holds: objects, lists, texts, numbers."""
    return cast("dict[str, Any]", _plain(policy))


def read(content: object) -> Policy:
    """The policy that this JSON says; RuleRefused with everything that is wrong, by its place.

    A place is written `clocks.2.term.amount`, counted from 0 as JSON does. Whether the rules make
    sense together is asked by `policy_rules`.
    """
    reading = _Reading()
    policy = reading.value(Policy, content, "")
    if reading.reasons:
        raise RuleRefused(reading.reasons)
    return cast("Policy", policy)


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, StrEnum) else value


class _Reading:
    """One reading of a text; what cannot be read is `_BAD` and leaves a reason."""

    def __init__(self) -> None:
        self.reasons: list[Reason] = []

    def value(self, kind: Any, content: object, place: str) -> Any:
        """The content as a value of the kind."""
        if dataclasses.is_dataclass(kind):
            return self._object(kind, content, place)
        origin = get_origin(kind)
        if origin is tuple:
            return self._list(get_args(kind)[0], content, place)
        if origin is Mapping:
            return self._labels(content, place)
        if origin in _UNIONS:
            return None if content is None else self.value(get_args(kind)[0], content, place)
        return self._single(kind, content, place)

    def _object(self, kind: Any, content: object, place: str) -> Any:
        if not isinstance(content, Mapping):
            return self._refuse("object", place)
        known, needed = _fields(kind)
        for name in content:
            if name not in known:
                self._refuse("unknown", _under(place, str(name)[:CODE_LIMIT]))
        for name in needed:
            if name not in content:
                self._refuse("missing", _under(place, name))
        given = {
            name: self.value(known[name], content[name], _under(place, name))
            for name in known
            if name in content
        }
        whole = needed <= given.keys() and _BAD not in given.values()
        return kind(**given) if whole else _BAD

    def _list(self, kind: Any, content: object, place: str) -> Any:
        if not isinstance(content, list | tuple):
            return self._refuse("list", place)
        if len(content) > LIST_LIMIT:
            return self._refuse("too_many", place)
        found = tuple(
            self.value(kind, one, _under(place, str(at))) for at, one in enumerate(content)
        )
        return _BAD if _BAD in found else found

    def _labels(self, content: object, place: str) -> Any:
        if not isinstance(content, Mapping):
            return self._refuse("object", place)
        for language in content:
            if language not in LANGUAGES:
                self._refuse("unknown", _under(place, str(language)[:CODE_LIMIT]))
        found = {
            language: self._text(content[language], LABEL_LIMIT, _under(place, language))
            for language in LANGUAGES
            if language in content
        }
        return _BAD if _BAD in found.values() else found

    def _choice(self, kind: type[StrEnum], content: object, place: str) -> Any:
        known = {one.value: one for one in kind}
        if isinstance(content, str) and content in known:
            return known[content]
        return self._refuse("choice", place, choices=", ".join(known))

    def _text(self, content: object, limit: int, place: str) -> Any:
        if not isinstance(content, str):
            return self._refuse("text", place)
        try:
            return clean_line(content, limit, place)
        except RuleRefused:
            return self._refuse("long", place, limit=limit)

    def _single(self, kind: type, content: object, place: str) -> Any:
        if issubclass(kind, StrEnum):
            return self._choice(kind, content, place)
        if kind is str:
            return self._text(content, CODE_LIMIT, place)
        if kind is bool:
            return content if isinstance(content, bool) else self._refuse("yes_or_no", place)
        is_whole = isinstance(content, int) and not isinstance(content, bool)
        if is_whole and abs(cast("int", content)) <= MOST:
            return content
        return self._refuse("number", place)

    def _refuse(self, why: str, place: str, **given: str | int) -> object:
        told = {"place": place or "policy", **given}
        self.reasons.append(Reason(f"policy.text.{why}", place or None, told))
        return _BAD


def _under(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


@cache
def _fields(kind: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """The fields of a class with their kinds, and those that have no default."""
    kinds = get_type_hints(kind)
    fields = dataclasses.fields(kind)
    missing = dataclasses.MISSING
    needed = (one for one in fields if one.default is missing and one.default_factory is missing)
    return {one.name: kinds[one.name] for one in fields}, frozenset(one.name for one in needed)
