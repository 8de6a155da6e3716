"""What each role may do, as a table: one line a deed, one column a role."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desk.domain.permissions import ALLOWED, Permission, Role
from desk.i18n import _
from desk.ui.kit.icons import pixmap
from desk.ui.kit.label import WordLabel, rule
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.theme import TONES, Tone
from desk.wording import label

_SIGN = 18
_CENTRE = Qt.AlignmentFlag.AlignCenter


class RoleTable(QScrollArea):
    """Made from the one table that the program itself asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks: dict[tuple[Role, Permission], Mark] = {}
        inside = QWidget()
        inside.setProperty("role", "surface")
        box = QVBoxLayout(inside)
        box.setContentsMargins(16, 14, 24, 24)
        box.setSpacing(8)
        box.addWidget(WordLabel(roles_words, "title"))
        note = WordLabel(_note_words, "muted")
        note.setWordWrap(True)
        box.addWidget(note)
        box.addSpacing(8)
        box.addLayout(self._make_table())
        box.addStretch()
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _make_table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(0, 3)
        for column, role in enumerate(Role, start=1):
            head = WordLabel(_Label("role", role), "label")
            head.setWordWrap(True)
            head.setAlignment(_CENTRE)
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 2)
        for number, permission in enumerate(Permission):
            row = 2 * number + 2
            grid.addWidget(rule(), row - 1, 0, 1, len(Role) + 1)
            deed = WordLabel(_Label("permission", permission))
            deed.setWordWrap(True)
            grid.addWidget(deed, row, 0)
            for column, role in enumerate(Role, start=1):
                mark = Mark(role, permission)
                self.marks[role, permission] = mark
                grid.addWidget(mark, row, column)
        return grid


class Mark(Spoken, QLabel):
    """A tick where the role may do it; both answers are spoken."""

    def __init__(self, role: Role, permission: Permission) -> None:
        super().__init__()
        self._role, self._permission = role, permission
        self.is_allowed = permission in ALLOWED[role]
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(_CENTRE)
        self.setProperty("role", "muted")
        if self.is_allowed:
            self.setPixmap(pixmap("check", TONES[Tone.DONE].ink, _SIGN))
        else:
            self.setText("–")
        self.retranslate()

    def retranslate(self) -> None:
        """Role, deed and answer."""
        words = _("{role}, {deed}: yes") if self.is_allowed else _("{role}, {deed}: no")
        role, deed = label("role", self._role), label("permission", self._permission)
        self.setAccessibleName(words.format(role=role, deed=deed))


class _Label:
    """The label of a code, asked for in the current language."""

    def __init__(self, vocabulary: str, code: str) -> None:
        self._vocabulary, self._code = vocabulary, code

    def __call__(self) -> str:
        words = label(self._vocabulary, self._code)
        return words[:1].upper() + words[1:]


def roles_words() -> str:
    """The section's name."""
    return _("Roles")


def _note_words() -> str:
    return _("One account has one role. What a role does not include is refused, and says so.")
