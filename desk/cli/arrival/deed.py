"""What a deed on a move-in asks for, as data."""

from pathlib import Path

from desk.cli.case.record_deed import RecordDeed
from desk.services import attachment, move_in
from desk.services.move_in import MoveIn
from desk.services.workplace import Workplace

MoveInDeed = RecordDeed[MoveIn]


def key_of(known: MoveIn) -> tuple[int, int]:
    """The case, and the version that was read."""
    return known.detail.id, known.detail.version


def file_of(workplace: Workplace, known: MoveIn, path: str) -> int | None:
    """A scan or a photo that is put to the case; None where none was named."""
    if not path:
        return None
    return attachment.add(workplace, move_in.KIND, known.detail.id, Path(path)).id
