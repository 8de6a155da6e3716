"""What a clerk does with the standing instructions of a unit: add, change, end."""

from datetime import timedelta

from desk.domain.estate import NOTE_LIMIT, InstructionEntry, instruction_reasons
from desk.domain.permissions import Permission
from desk.models.estate import StandingInstruction, Unit
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace


def add(workplace: Workplace, unit_id: int, entry: InstructionEntry) -> int:
    """Write a standing instruction down; returns its id."""
    entry = _ready(entry)
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        unit = work.get(Unit, unit_id)
        row = StandingInstruction(unit=unit, text=entry.text, starts=entry.starts, ends=entry.ends)
        work.add(row)
        work.commit()
        return row.id


def change(
    workplace: Workplace, instruction_id: int, version: int, entry: InstructionEntry
) -> None:
    """Correct a standing instruction."""
    entry = _ready(entry)
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        row = work.get_as_seen(StandingInstruction, instruction_id, version)
        row.text, row.starts, row.ends = entry.text, entry.starts, entry.ends
        work.commit()


def end(workplace: Workplace, instruction_id: int, version: int) -> None:
    """Let an instruction hold until yesterday; one that never held is taken away.

    The history keeps either.
    """
    today = workplace.today()
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        row = work.get_as_seen(StandingInstruction, instruction_id, version)
        if row.starts < today:
            row.ends = today - timedelta(days=1)
        else:
            work.session.delete(row)
        work.commit()


def _ready(entry: InstructionEntry) -> InstructionEntry:
    cleaning = Cleaning()
    text = cleaning.text(entry.text, NOTE_LIMIT, "text")
    entry = InstructionEntry(text, entry.starts, entry.ends)
    cleaning.refuse(instruction_reasons(entry))
    return entry
