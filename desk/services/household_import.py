"""Households from a sheet: read and preview, then carry out all of it or none (point 3).

The preview keeps what the sheet says. Carrying it out plans again inside its own transaction and
goes on only when that gives the very same plan, so that nothing is done which was not shown.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from desk.domain import household_import as rules
from desk.domain import household_layout, household_rows
from desk.domain.estate import Region
from desk.domain.household_layout import Fault, Layout
from desk.domain.household_plan import FieldChange, PlannedRow, Status
from desk.domain.household_rows import Custom, SheetRow
from desk.domain.household_sheet import Words
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import EnvironmentFault, RuleRefused
from desk.models.lists import Reader
from desk.models.lists import estate as estate_list
from desk.models.lists.known_estate import known_estate
from desk.models.unit_of_work import UnitOfWork
from desk.services import spreadsheet
from desk.services.household_carrying import Carrying
from desk.services.workplace import Workplace

__all__ = [
    "Fault",
    "FieldChange",
    "ImportPlan",
    "Outcome",
    "PlannedRow",
    "Status",
    "carry_out",
    "read",
]

STEP = 200  # rows between two looks at progress and cancel

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ImportPlan:
    """What an import would do, or why it cannot: any fault and nothing of it is done.

    Rows whose room or name cannot be read have no part in `rows`.
    `ignored` are headings that mean nothing to us. `sheet` and `layout` are for carrying it out.
    """

    file_name: str
    rows: tuple[PlannedRow, ...]
    faults: tuple[Fault, ...]
    ignored: tuple[str, ...]
    sheet: tuple[SheetRow, ...]
    layout: Layout

    def count(self, status: Status) -> int:
        """How many rows are new, changed or unchanged."""
        return sum(row.status is status for row in self.rows)


@dataclass(frozen=True)
class Outcome:
    """What an import did: how many rows were new, changed, unchanged."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


def read(workplace: Workplace, path: Path) -> ImportPlan:
    """Read a sheet and say what it would do, with every fault at its row and column.

    Raises EnvironmentFault (`file.…`, `spreadsheet.…`) for a file that cannot be read at all.
    """
    workplace.require(Permission.IMPORT_HOUSEHOLDS)
    custom = _custom(workplace)
    table, layout = _table(path, custom)
    faults = layout.faults()
    if faults:
        return ImportPlan(path.name, (), faults, layout.ignored, (), layout)
    sheet, faults = household_rows.read(table, layout, custom)
    if not sheet:
        raise EnvironmentFault("spreadsheet.empty")
    placed = tuple(row for row in sheet if row.is_placed)
    with workplace.reading() as reader:
        rows, between = _planned(reader, placed, layout, custom)
    whole = tuple(sorted({*faults, *between}, key=_place))
    return ImportPlan(path.name, rows, whole, layout.ignored, sheet, layout)


def carry_out(workplace: Workplace, plan: ImportPlan, progress: Progress | None = None) -> Outcome:
    """Do everything the plan says in one transaction, recorded as one import.

    Refused (`import.faults`) while the plan has faults, and (`import.changed_meanwhile`) when the
    estate is no longer as the preview showed it. `progress` is told rows done and rows in all;
    what it raises ends the import, and nothing of it stays.
    """
    if plan.faults:
        raise RuleRefused([Reason("import.faults", None, {"count": len(plan.faults)})])
    with workplace.deed(Permission.IMPORT_HOUSEHOLDS) as work:
        rows, faults = _planned(work.reader, plan.sheet, plan.layout, _custom(workplace))
        if faults or rows != plan.rows:
            raise RuleRefused([Reason("import.changed_meanwhile")])
        for done in _carried(work, workplace.estate.region, rows):
            if progress is not None:
                progress(done, len(rows))
        new, changed, unchanged = map(plan.count, Status)
        outcome = Outcome(new, changed, unchanged)
        told = {"new": outcome.new, "changed": outcome.changed, "unchanged": outcome.unchanged}
        work.record("imported", "estate", estate_list.estate(work.reader).id, told)
        work.commit()
    return outcome


def _custom(workplace: Workplace) -> Custom:
    custom = workplace.estate.custom
    today = custom.day(workplace.now())
    return Custom(Region(workplace.estate.region), today, custom.parse_date, Words.known())


def _table(path: Path, custom: Custom) -> tuple[spreadsheet.Table, Layout]:
    """The first table of the file whose headings are known."""
    tables = spreadsheet.read(path, custom.words.recognised, custom.region is not Region.CN)
    for table in tables:
        layout = household_layout.layout(table, custom.words)
        if layout is not None:
            return table, layout
    said = any(cell not in (None, "") for table in tables for row in table for cell in row)
    raise EnvironmentFault("import.no_headings" if said else "spreadsheet.empty")


def _planned(
    reader: Reader, sheet: tuple[SheetRow, ...], layout: Layout, custom: Custom
) -> tuple[tuple[PlannedRow, ...], tuple[Fault, ...]]:
    return rules.plan(sheet, known_estate(reader), layout, custom)


def _carried(work: UnitOfWork, region: str, rows: tuple[PlannedRow, ...]) -> Iterator[int]:
    """Write the rows, some at a time, and tell how many are done."""
    carrying = Carrying(work, region)
    left, done = iter(rows), 0
    while some := tuple(islice(left, STEP)):
        carrying.rows(some)
        done += len(some)
        yield done


def _place(fault: Fault) -> tuple[int, int, str, str]:
    return fault.row, len(fault.column), fault.column, fault.reason.code
