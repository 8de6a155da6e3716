"""One resident in the household: who it is, phones, masked papers with an eye, and what to do."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desk.domain.permissions import Permission
from desk.errors import DeskError
from desk.i18n import _
from desk.services.household import DocumentView, ResidentView
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.notify import fault_words, tell
from desk.wording import label


class ResidentCard(QFrame):
    """`wanted(deed, resident)` asks for "change", "paper", "end" or "back"; `paper_gone(id)` for a
    paper to be taken away."""

    wanted = Signal(str, object)
    paper_gone = Signal(int)

    def __init__(self, deeds: EstateDeeds, seen: ResidentView) -> None:
        super().__init__()
        self._deeds, self._seen = deeds, seen
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(8, 6, 8, 10)
        self._box.setSpacing(2)
        self._box.addLayout(self._head())
        if seen.phones:
            self._box.addWidget(_copied("   ".join(seen.phones)))
        for paper in seen.documents:
            self._box.addLayout(self._paper(paper))
        if seen.note:
            note = plain_label(seen.note, "muted")
            note.setWordWrap(True)
            self._box.addWidget(note)

    def _head(self) -> QHBoxLayout:
        seen = self._seen
        role = label("resident_role", seen.role)
        if seen.company:
            role = f"{role} · {seen.company}"
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(plain_label(seen.name, "number"))
        head.addWidget(plain_label(role, "muted"))
        head.addStretch()
        if self._deeds.may(Permission.EDIT_HOUSEHOLDS):
            for button in self._buttons():
                head.addWidget(button)
        return head

    def _buttons(self) -> list[KeyButton]:
        if not self._seen.active:
            return [self._button(_back_words, "undo", "back")]
        return [
            self._button(_change_words, "edit", "change"),
            self._button(_paper_words, "document", "paper"),
            self._button(_end_words, "sign_out", "end"),
        ]

    def _button(self, words: object, sign: str, deed: str) -> KeyButton:
        button = KeyButton(words, kind="quiet", sign=sign, icon_only=True)  # type: ignore[arg-type]
        button.setAccessibleName(f"{button.accessibleName()} {self._seen.name}")
        button.clicked.connect(partial(self._want, deed))
        return button

    def _want(self, deed: str) -> None:
        self.wanted.emit(deed, self._seen)

    def _paper(self, paper: DocumentView) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(plain_label(label("identity_kind", paper.kind), "muted"))
        number = _copied(paper.masked)
        row.addWidget(number)
        eye = KeyButton(_see_words, kind="quiet", sign="preview", icon_only=True)
        eye.clicked.connect(partial(self._see, paper, number, eye))
        if not self._deeds.may(Permission.SEE_IDENTITY):
            eye.shut(_("Your role may not see identity papers."))
        row.addWidget(eye)
        if self._deeds.may(Permission.EDIT_HOUSEHOLDS):
            remove = KeyButton(_remove_words, kind="quiet", sign="close", icon_only=True)
            remove.clicked.connect(partial(self.paper_gone.emit, paper.id))
            row.addWidget(remove)
        row.addStretch()
        return row

    def _see(self, paper: DocumentView, number: QLabel, eye: KeyButton) -> None:
        """Show the whole number until the card is left; the look stands in the history."""
        try:
            number.setText(self._deeds.see_identity(paper.id))
        except DeskError as fault:
            tell(self, fault_words(fault))
            return
        eye.shut(_("This look was recorded."))


def _copied(text: str) -> QLabel:
    """Data that can be marked and copied."""
    line = plain_label(text)
    line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return line


def _change_words() -> str:
    return _("Change")


def _paper_words() -> str:
    return _("Add an identity paper")


def _end_words() -> str:
    return _("Has moved out")


def _back_words() -> str:
    return _("Lives here again")


def _see_words() -> str:
    return _("See the whole number; the look is recorded")


def _remove_words() -> str:
    return _("Take this paper away")
