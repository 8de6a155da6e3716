"""What the list of attachments asks of the program, for one record."""

from pathlib import Path

from desk.domain.permissions import Permission
from desk.i18n import EstateFormat
from desk.services import attachment
from desk.services.attachment import AttachmentRow
from desk.services.workplace import Workplace


class AttachmentDeeds:
    """The files of one record on the open desk."""

    def __init__(self, workplace: Workplace, kind: str, record_id: int) -> None:
        self._workplace, self._kind, self._record_id = workplace, kind, record_id

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates."""
        return self._workplace.estate.custom

    def may_add(self) -> bool:
        """Whether the clerk at the desk may attach files."""
        return self._workplace.allows(Permission.REGISTER)

    def rows(self) -> tuple[AttachmentRow, ...]:
        """The files, in the order in which they came."""
        return attachment.of_record(self._workplace, self._kind, self._record_id)

    def add(self, path: Path) -> AttachmentRow:
        """Attach a file."""
        return attachment.add(self._workplace, self._kind, self._record_id, path)

    def open(self, row: AttachmentRow) -> bytes:
        """The content; the look is recorded."""
        return attachment.open_attachment(self._workplace, row.id)
