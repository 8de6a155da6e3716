"""Households in and out: `desk import`, `desk export`, `desk template`."""

import argparse
from collections.abc import Mapping
from typing import Any

from desk.cli import output
from desk.services import household_export, household_import
from desk.services.household_import import Fault, ImportPlan, Status
from desk.services.workplace import Workplace
from desk.wording import sentence


def bring_in(workplace: Workplace, wanted: argparse.Namespace) -> int:
    """All of the file or nothing of it; every fault goes to standard output, one a line."""
    plan = household_import.read(workplace, wanted.file)
    if wanted.json:
        output.one(_as_json(plan))
    else:
        _print(plan)
    if plan.faults or not wanted.dry_run:
        household_import.carry_out(workplace, plan, output.progress())
    return 0


def take_out(workplace: Workplace, wanted: argparse.Namespace) -> int:
    """Every household, in the words of the account; prints how many rows, and the file."""
    count = household_export.export(workplace, wanted.file, workplace.actor.language)
    output.line(count, wanted.file)
    return 0


def template(workplace: Workplace, wanted: argparse.Namespace) -> int:
    """The empty table that import takes; prints the file."""
    household_export.template(workplace, wanted.file, workplace.actor.language)
    output.line(wanted.file)
    return 0


def _print(plan: ImportPlan) -> None:
    """Faults where there are any, else how many rows are what."""
    for row in map(_fault, plan.faults):
        output.line(row["row"], row["column"], row["heading"], row["text"])
    if not plan.faults:
        for status in Status:
            output.line(status, plan.count(status))
    for heading in plan.ignored:
        output.line("ignored", heading)


def _as_json(plan: ImportPlan) -> Mapping[str, Any]:
    return {
        **{str(status): plan.count(status) for status in Status},
        "ignored": list(plan.ignored),
        "faults": list(map(_fault, plan.faults)),
    }


def _fault(fault: Fault) -> Mapping[str, Any]:
    return {
        "row": fault.row,
        "column": fault.column,
        "heading": fault.heading,
        "code": fault.reason.code,
        "text": sentence(fault.reason.code, fault.reason.parameters),
    }
