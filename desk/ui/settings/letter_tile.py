"""One letter of authority as it is kept: whose, for what, until when, and its signed copy."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.domain.policy import Policy
from desk.i18n import _
from desk.services.authority_letter import LetterRow
from desk.services.policy_words import post_name
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.kit.chips import Chip, ChipLabel
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.theme import Tone
from desk.ui.settings.deeds import SettingsDeeds

KIND = "authority_letter"


class LetterTile(Spoken, QWidget):
    """`void_wanted` carries the letter that is to hold no more."""

    void_wanted = Signal(object)

    def __init__(
        self, deeds: SettingsDeeds, row: LetterRow, policy: Policy, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row, self._deeds, self._policy = row, deeds, policy
        self.heading, self.chip = plain_label(role="heading"), ChipLabel()
        self.lines = plain_label()
        self.lines.setWordWrap(True)
        self.void_button = KeyButton(_void_words, kind="quiet")
        self.void_button.clicked.connect(self._void_clicked)
        self.attachments = AttachmentList()
        self._lay_out()
        self.attachments.show_record(AttachmentDeeds(deeds.workplace, KIND, row.letter.id))
        self.retranslate()

    def retranslate(self) -> None:
        """Everything that the letter says, and whether it holds."""
        letter = self.row.letter
        self.heading.setText(f"{letter.holder} · {post_name(self._policy, letter.post)}")
        self.chip.show_chip(self._chip())
        self.lines.setText("\n".join(self._lines()))
        self.void_button.setVisible(not letter.void_why)

    def words(self) -> str:
        """What the tile says of the letter."""
        return f"{self.heading.text()}\n{self.lines.text()}"

    def _chip(self) -> Chip:
        letter, today = self.row.letter, self._today()
        if letter.void_why:
            return Chip(Tone.OVERDUE, _("Void"))
        if today < letter.starts:
            return Chip(Tone.NEUTRAL, _("Not in force yet"))
        if today > letter.ends:
            return Chip(Tone.NEUTRAL, _("Over"))
        return Chip(Tone.DONE, _("In force"))

    def _lines(self) -> list[str]:
        letter, custom = self.row.letter, self._deeds.custom
        limit = letter.amount_limit
        amount = _("no money") if limit is None else custom.money(limit)
        told = [
            _("From {first} to {last}").format(
                first=custom.date(letter.starts), last=custom.date(letter.ends)
            ),
            _("Up to {amount}").format(amount=amount),
            letter.matters,
            _("Signed by {name}").format(name=letter.signed_by),
        ]
        if letter.void_why:
            told.append(_("Void: {why}").format(why=letter.void_why))
        return told

    def _today(self) -> dt.date:
        return self._deeds.custom.day(self._deeds.workplace.now())

    def _void_clicked(self) -> None:
        self.void_wanted.emit(self.row)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.chip)
        head.addStretch()
        head.addWidget(self.void_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self.lines)
        box.addWidget(self.attachments)


def _void_words() -> str:
    return _("Void the letter")
