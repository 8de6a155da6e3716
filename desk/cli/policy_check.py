"""Whether every clause is kept where the table of clauses says: names, citations, tests.

A name is looked up by its dotted path, and its docstring has to cite the clause; a place of a
policy, such as `M2:solve.minor`, has to cite it in the shipped data. Tests are looked for where
the program lies in its source tree.
"""

import importlib
import inspect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

from desk.config import program_folder, resources_folder
from desk.domain import clauses
from desk.domain.clauses import ClauseRow, Fault
from desk.domain.policy_citations import citations
from desk.errors import RuleRefused
from desk.services import policy

__all__ = ["Checked", "ClauseRow", "Fault", "check", "faults_of", "table"]


@dataclass(frozen=True)
class Checked:
    """The table, and what is wrong with it."""

    rows: tuple[ClauseRow, ...]
    faults: tuple[Fault, ...]


def check() -> Checked:
    """The shipped table against the program."""
    rows = table()
    return Checked(rows, faults_of(rows, clauses.SCOPE))


def table() -> tuple[ClauseRow, ...]:
    """Every row of every shipped table."""
    found = sorted((resources_folder() / "clauses").glob("*.tsv"))
    return tuple(row for path in found for row in clauses.read(path.read_text("utf-8")))


def faults_of(rows: tuple[ClauseRow, ...], scope: Iterable[str]) -> tuple[Fault, ...]:
    """Everything wrong with the rows, by clause."""
    found = [*clauses.faults(rows, scope), *(fault for row in rows for fault in _faults(row))]
    return tuple(sorted(found, key=_by_number))


def _by_number(fault: Fault) -> tuple[int, str]:
    digits = re.search(r"\d+", fault.clause)
    return (int(digits[0]) if digits else 0, fault.code)


def _faults(row: ClauseRow) -> Iterator[Fault]:
    for place in row.where:
        profile, is_policy, rule = place.partition(":")
        found = _clauses_at(profile, rule) if is_policy else _documentation(place)
        if found is None:
            yield Fault(row.clause, "clause.no_such_name", place)
        elif not clauses.cites(found, row.clause):
            yield Fault(row.clause, "clause.not_cited", place)
    for test in row.tests:
        if not _is_test(program_folder(), test):
            yield Fault(row.clause, "clause.no_such_test", test)


def _clauses_at(profile: str, rule: str) -> str | None:
    """The clauses that a rule of a shipped profile cites, None where there is no such rule."""
    try:
        known = dict(citations(policy.profile(profile)))
    except RuleRefused:
        return None
    return " ".join(known[rule]) if rule in known else None


def _documentation(dotted: str) -> str | None:
    """The docstring of a name, of its class where it is a field or a value; None for no name."""
    module, rest = _module(dotted.split("."))
    if module is None:
        return None
    owner: object = module
    for step in rest:
        if not _has(owner, step):
            return None
        owner = getattr(owner, step, owner)
    of_its_own = inspect.ismodule(owner) or inspect.isclass(owner) or inspect.isroutine(owner)
    return inspect.getdoc(owner if of_its_own or isinstance(owner, property) else _holder(dotted))


def _holder(dotted: str) -> object:
    """What holds a field, a value or a constant."""
    module, rest = _module(dotted.split("."))
    owner: object = module
    for step in rest[:-1]:
        owner = getattr(owner, step)
    return owner


def _has(owner: object, step: str) -> bool:
    return hasattr(owner, step) or step in getattr(owner, "__dataclass_fields__", ())


@cache
def _imported(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        return None


def _module(steps: list[str]) -> tuple[ModuleType | None, list[str]]:
    """The longest beginning that is a module of the program, and the steps into it."""
    if steps[0] != "desk":
        return None, steps
    for count in range(len(steps), 0, -1):
        found = _imported(".".join(steps[:count]))
        if found is not None:
            return found, steps[count:]
    return None, steps


def _is_test(root: Path, test: str) -> bool:
    """Whether the test is there; where no tests are, nobody can say otherwise."""
    if not (root / "tests").is_dir():
        return True
    path, _, name = test.partition("::")
    text = _text(root / path)
    bare = re.escape(name.partition("[")[0])
    return bool(text) and (not name or re.search(rf"^def {bare}\(", text, re.MULTILINE) is not None)


@cache
def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.suffix == ".py" and path.is_file() else ""
