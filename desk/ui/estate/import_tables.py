"""What an import would do, or what is wrong with its sheet, as two lists."""

from collections.abc import Sequence
from functools import partial

from desk.domain.household_layout import Fault
from desk.domain.household_plan import FieldChange, PlannedRow, Status
from desk.i18n import EstateFormat, _
from desk.services.household_import import ImportPlan
from desk.ui.kit.chips import Chip
from desk.ui.kit.record_model import Column, Page, Row
from desk.ui.kit.record_table import RecordTable
from desk.ui.kit.theme import Tone
from desk.wording import label, sentence

_PAGE = 100
_TONES = {Status.NEW: Tone.DONE, Status.CHANGED: Tone.DUE, Status.UNCHANGED: Tone.NEUTRAL}
_VOCABULARIES = {"role": "resident_role", "kind": "person_kind", "active": "yes_no"}


def fault_table(faults: Sequence[Fault]) -> RecordTable[tuple[int, Fault]]:
    """Every fault with its row and column."""
    columns: tuple[Column[tuple[int, Fault]], ...] = (
        Column("row", _row_words, _fault_row, 64, right=True),
        Column("column", _column_words, _fault_column, 190),
        Column("fault", _fault_words, _fault_sentence, stretch=True),
    )
    rows = list(enumerate(faults))
    return RecordTable(columns, partial(_slice, rows), _first, title=_faults_title, empty=_nothing)


def preview_table(plan: ImportPlan, custom: EstateFormat) -> RecordTable[PlannedRow]:
    """What every row would do: new and changed ones before those that change nothing."""
    columns: tuple[Column[PlannedRow], ...] = (
        Column("row", _row_words, _planned_row, 64, right=True),
        Column("status", _status_words, _nothing_to_say, 120, chip=_chip),
        Column("unit", _unit_words, _unit, 170),
        Column("name", _name_words, _name, 150, strong=True),
        Column("changes", _changes_words, partial(_changes, custom), stretch=True),
    )
    rows = sorted(plan.rows, key=_order)
    return RecordTable(columns, partial(_slice, rows), _planned_id, title=_title, empty=_nothing)


def change_words(change: FieldChange, custom: EstateFormat) -> str:
    """One field: what it was and what it would be."""
    field = label("household_column", change.field)
    old, new = (_value(change.field, one, custom) for one in (change.old, change.new))
    return f"{field}: {old} → {new}" if old else f"{field}: {new}"


def _value(field: str, code: str, custom: EstateFormat) -> str:
    if field in _VOCABULARIES:
        return label(_VOCABULARIES[field], code)
    if field == "ends":
        day = custom.parse_date(code) if code else None
        return _("until revoked") if day is None else custom.date(day)
    return " ".join(code.split())


def _slice(rows: Sequence[Row], after: object | None) -> Page[Row]:
    start = after if isinstance(after, int) else 0
    end = start + _PAGE
    return Page(rows[start:end], end if end < len(rows) else None)


def _order(row: PlannedRow) -> tuple[bool, int]:
    return row.status is Status.UNCHANGED, row.row


def _planned_row(row: PlannedRow) -> str:
    return str(row.row)


def _planned_id(row: PlannedRow) -> int:
    return row.row


def _first(row: tuple[int, Fault]) -> int:
    return row[0]


def _unit(row: PlannedRow) -> str:
    return row.label


def _name(row: PlannedRow) -> str:
    return row.name


def _changes(custom: EstateFormat, row: PlannedRow) -> str:
    return " · ".join(change_words(one, custom) for one in row.changes)


def _chip(row: PlannedRow) -> Chip:
    return Chip(_TONES[row.status], label("import_status", row.status))


def _fault_row(row: tuple[int, Fault]) -> str:
    return str(row[1].row)


def _fault_column(row: tuple[int, Fault]) -> str:
    fault = row[1]
    return f"{fault.column}  {fault.heading}".strip() or _("whole row")


def _fault_sentence(row: tuple[int, Fault]) -> str:
    return sentence(row[1].reason.code, row[1].reason.parameters)


def _nothing_to_say(_row: PlannedRow) -> str:
    return ""


def _row_words() -> str:
    return _("Row")


def _column_words() -> str:
    return _("Column")


def _fault_words() -> str:
    return _("What is wrong")


def _status_words() -> str:
    return _("Would be")


def _unit_words() -> str:
    return _("Unit")


def _name_words() -> str:
    return _("Name")


def _changes_words() -> str:
    return _("Changes")


def _title() -> str:
    return _("What the import would do")


def _faults_title() -> str:
    return _("What is wrong with the sheet")


def _nothing() -> str:
    return _("There is nothing here.")
