"""What the screens of a builder's mandate ask of the program, on the open desk (R32)."""

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from desk.domain.fee_mandate import MandateEntry, SignEntry
from desk.domain.permissions import Permission
from desk.i18n import EstateFormat
from desk.services import fee_mandate
from desk.services.fee_mandate import KIND, MandateFilter, MandateRow, MandateState
from desk.services.workplace import Workplace
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.kit.record_model import Page
from desk.ui.paper.deeds import PaperDeeds
from desk.ui.receipt.deeds import reasons_words

IN_FORCE = "in_force"


class MandateDeeds(QObject):
    """Bridges the screens to the service; `reload_wanted` tells the open record to look again."""

    reload_wanted = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.paper = PaperDeeds(workplace)

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates."""
        return self.workplace.estate.custom

    def reload(self) -> None:
        """Let the open record read its mandate again."""
        self.reload_wanted.emit()

    def today(self) -> dt.date:
        """The estate's day."""
        return self.custom.day(self.workplace.now())

    def may_write(self) -> bool:
        """Whether the clerk at the desk may write mandates down."""
        return self.workplace.allows(Permission.EDIT_HOUSEHOLDS)

    def page(self, asked: Mapping[str, str], after: object | None) -> Page[MandateRow]:
        """A page of the register, newest first."""
        wanted = MandateFilter(asked.get("state") == IN_FORCE, asked.get("text", ""))
        key = after if isinstance(after, tuple) else None
        found = fee_mandate.page(self.workplace, wanted, key)
        return Page(found.rows, found.next_key)

    def get(self, key: int | str) -> MandateRow:
        """One mandate with its fees."""
        return fee_mandate.get(self.workplace, key)

    def state(self, known: MandateRow) -> MandateState:
        """Where it stands today."""
        return fee_mandate.state(self.workplace, known)

    def files(self, mandate_id: int) -> AttachmentDeeds:
        """The scan of what the builder signed."""
        return AttachmentDeeds(self.workplace, KIND, mandate_id)

    def save(self, known: MandateRow | None, entry: MandateEntry) -> MandateRow:
        """Write it down, or correct what nobody has signed."""
        if known is None:
            return fee_mandate.register(self.workplace, entry)
        return fee_mandate.change(self.workplace, known.id, known.version, entry)

    def sign(self, known: MandateRow, entry: SignEntry) -> MandateRow:
        """The builder signed it."""
        return fee_mandate.sign(self.workplace, known.id, known.version, entry)

    def void(self, known: MandateRow, why: str) -> MandateRow:
        """It holds no more."""
        return fee_mandate.void(self.workplace, known.id, known.version, why)

    def why_not_change(self, known: MandateRow) -> str:
        """Why it is not corrected, and not signed, now."""
        return reasons_words(fee_mandate.change_blockers(self.workplace, known))

    def why_not_void(self, known: MandateRow) -> str:
        """Why it is not void now."""
        return reasons_words(fee_mandate.void_blockers(self.workplace, known))

    def why_not_print(self) -> str:
        """Why nothing is printed."""
        return reasons_words(self.workplace.missing(Permission.PRINT))
