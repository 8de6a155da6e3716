"""What is asked of every part of a policy: codes, names, terms, numbers, nothing twice.

Each reason stands beside a place such as `clocks.2.term`, counted from 0 as in `policy_text`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from desk.domain.deadlines import Term, term_reasons
from desk.domain.policy_part import Labels
from desk.domain.reasons import Reason

SCRIPTS = ("zh_Hant", "zh_Hans")

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}", re.ASCII)


def told(place: str, **given: str | int) -> Mapping[str, str | int]:
    """What a reason's sentence is filled with: its place, and what else it names."""
    return {"place": place, **given}


def code(given: str, place: str) -> Iterator[Reason]:
    """A code is short, of letters, digits and a few signs."""
    if not _CODE.fullmatch(given):
        yield Reason("policy.code.form", place, told(place))


def labels(given: Labels, place: str) -> Iterator[Reason]:
    """Every name stands in both scripts."""
    for script in SCRIPTS:
        if not given.get(script):
            yield Reason(
                "policy.label.missing",
                f"{place}.{script}",
                told(f"{place}.{script}", language=script),
            )


def once(place: str, codes: Iterable[str]) -> Iterator[Reason]:
    """Nothing is there twice."""
    for given, count in Counter(codes).items():
        if count > 1:
            yield Reason("policy.code.twice", place, told(place, code=given))


def term(given: Term, place: str) -> Iterator[Reason]:
    """A term has an amount that its unit allows."""
    for reason in term_reasons(given):
        yield Reason(reason.code, f"{place}.{reason.field}", reason.parameters)


def between(value: int, least: int, most: int, place: str) -> Iterator[Reason]:
    """A number lies within its bounds, both included."""
    if not least <= value <= most:
        yield Reason("policy.number.outside", place, told(place, least=least, most=most))
