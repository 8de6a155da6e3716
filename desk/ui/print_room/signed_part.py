"""One signed paper that came home: who signed, when, what it ticked, and its pages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.domain.permissions import Permission
from desk.i18n import _
from desk.services.signed_paper import SignedRow
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.print_room.deeds import PrintRoomDeeds
from desk.ui.print_room.let_go_dialog import withdraw, withdraw_dialog
from desk.wording import label


class SignedPart(Spoken, QWidget):
    """`changed` says that it was withdrawn."""

    changed = Signal()

    def __init__(
        self, deeds: PrintRoomDeeds, row: SignedRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._deeds, self._row = deeds, row
        self._head, self._said = plain_label(role="heading"), plain_label(role="muted")
        for part in (self._head, self._said):
            part.setWordWrap(True)
        self.pages = AttachmentList()
        self.pages.show_record(deeds.scans(row.id))
        self.withdraw_button = KeyButton(withdraw, kind="quiet", sign="undo")
        self.withdraw_button.clicked.connect(self._withdraw)
        self.withdraw_button.setVisible(row.withdrawn_at is None)
        foot = QHBoxLayout()
        foot.addWidget(self.withdraw_button)
        foot.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(4)
        for widget in (self._head, self._said, self.pages):
            box.addWidget(widget)
        box.addLayout(foot)
        self.retranslate()

    def retranslate(self) -> None:
        """Who and when, then the rest."""
        custom, row = self._deeds.custom, self._row
        head = _("Signed by {who} on {day}")
        self._head.setText(head.format(who=row.signed_by, day=custom.date(row.signed_on)))
        taken = _("taken in {when} by {who}")
        said = [taken.format(when=custom.datetime(row.received_at), who=row.received_by)]
        said += [row.remark] if row.remark else []
        said += [label("ticked", row.ticked)] if row.ticked else []
        if row.withdrawn_at is not None:
            gone = _("withdrawn {when} by {who}: {why}")
            when = custom.datetime(row.withdrawn_at)
            said.append(gone.format(when=when, who=row.withdrawn_by or "", why=row.withdrawn_why))
        self._said.setText("\n".join(said))
        self.withdraw_button.shut(self._deeds.why_not(Permission.REGISTER))

    def words(self) -> str:
        """What is said of it."""
        return f"{self._head.text()}\n{self._said.text()}"

    def _withdraw(self) -> None:
        dialog = withdraw_dialog(self._deeds, self._row, self.window())
        dialog.deed_done.connect(self.changed)
        dialog.open()
