"""The corrective-action sheet of a case, as found."""

from sqlalchemy import select

from desk.models.corrective_action import CorrectiveAction
from desk.models.lists import Reader


def id_of_case(reader: Reader, complaint_id: int) -> int | None:
    """The sheet of a case, None where it has none."""
    table = CorrectiveAction
    return reader.scalar(select(table.id).where(table.complaint_id == complaint_id))
