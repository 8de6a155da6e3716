"""The clauses of the manuals, and the table that says where each of them is kept.

The table has one row a clause: the clause, its manual, what it is to the program (`Kept`), where it
is kept (dotted names of the code, or places of a policy such as `M2:solve.minor`), and which tests
show it. Several places or tests stand apart by `;`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

COLUMNS = ("clause", "manual", "kind", "where", "test")

# The last clause of each manual.
_LAST: Mapping[str, int] = MappingProxyType({"M0": 41, "M1": 127, "M2": 198, "M3": 223, "M4": 260})
_NUMBERED = re.compile(r"R([1-9]\d{0,2})", re.ASCII)
_CITED = re.compile(r"\bR([1-9]\d{0,2})(?:\s*(?:[-–]|to)\s*R([1-9]\d{0,2}))?\b", re.ASCII)


def _numbered(*spans: tuple[int, int]) -> tuple[str, ...]:
    return tuple(f"R{number}" for first, last in spans for number in range(first, last + 1))


# What the manuals ask about complaints and the first-asked duty.
COMPLAINTS: tuple[str, ...] = _numbered((1, 19), (71, 71), (85, 96), (128, 223))

# What they ask about paper, release passes and keys.
PAPERS: tuple[str, ...] = _numbered((34, 34), (37, 41), (112, 113), (224, 224))

# What they ask about services, repairs and their callbacks.
SERVICES: tuple[str, ...] = _numbered((102, 111), (225, 260))

# What they ask about moving in.
ARRIVALS: tuple[str, ...] = _numbered((20, 33), (35, 36), (56, 57), (63, 63), (74, 74))

SCOPE = (*COMPLAINTS, *PAPERS, *SERVICES, *ARRIVALS)


class Kept(StrEnum):
    """What a clause is to the program."""

    RULE = "rule"  # a rule in the code
    POLICY = "policy"  # a default that the estate may edit
    RECORD = "record"  # fields that a record keeps
    REFERENCE = "reference"  # words to read, nothing to enforce
    LATER = "later"  # comes with a later part of the program


@dataclass(frozen=True)
class ClauseRow:
    """One line of the table."""

    clause: str
    manual: str
    kind: str
    where: tuple[str, ...]
    tests: tuple[str, ...]


def manual_of(clause: str) -> str:
    """The manual that a clause stands in, such as M2 for R150; "" for a K and for no clause."""
    match = _NUMBERED.fullmatch(clause)
    if match is None:
        return ""
    number = int(match[1])
    return next((manual for manual, last in _LAST.items() if number <= last), "")


def cites(text: str, clause: str) -> bool:
    """Whether a docstring names the clause, alone or within `R166-R174`."""
    match = _NUMBERED.fullmatch(clause)
    if match is None:
        return clause in re.findall(r"\bK\d+\b", text)
    number = int(match[1])
    spans = ((int(first), int(last or first)) for first, last in _CITED.findall(text))
    return any(first <= number <= last for first, last in spans)


def read(text: str) -> tuple[ClauseRow, ...]:
    """The rows of a table; its head and lines without words are passed over."""
    return tuple(_rows(text))


def _rows(text: str) -> Iterator[ClauseRow]:
    for line in text.splitlines()[1:]:
        if line.strip():
            cells = [*line.split("\t"), "", "", "", ""]
            clause, manual, kind, where, test = (cell.strip() for cell in cells[: len(COLUMNS)])
            yield ClauseRow(clause, manual, kind, _parts(where), _parts(test))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@dataclass(frozen=True)
class Fault:
    """What is wrong with a clause in the table: a code of `clause.*` and what it is about."""

    clause: str
    code: str
    about: str = ""


def faults(rows: Iterable[ClauseRow], scope: Iterable[str] = SCOPE) -> tuple[Fault, ...]:
    """What is wrong with the table itself: gaps, doubles, and rows that say too little."""
    known = Counter(row.clause for row in rows)
    missing = [Fault(clause, "clause.missing") for clause in scope if clause not in known]
    return (*missing, *_row_faults(rows, known))


def _row_faults(rows: Iterable[ClauseRow], known: Mapping[str, int]) -> Iterator[Fault]:
    for clause, count in known.items():
        if count > 1:
            yield Fault(clause, "clause.twice")
    for row in rows:
        if row.manual != manual_of(row.clause):
            yield Fault(row.clause, "clause.manual", row.manual)
        if row.kind not in set(Kept):
            yield Fault(row.clause, "clause.kind", row.kind)
        if row.kind in (Kept.RULE, Kept.POLICY, Kept.RECORD):
            if not row.where:
                yield Fault(row.clause, "clause.nowhere")
            if not row.tests:
                yield Fault(row.clause, "clause.untested")
