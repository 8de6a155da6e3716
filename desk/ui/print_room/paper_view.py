"""One print as the paper it is: how it stands, its deeds, and what came home of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.domain.paper import FORMS, Outcome
from desk.domain.permissions import Permission
from desk.domain.signed_paper import PaperStanding
from desk.errors import DeskError
from desk.i18n import _
from desk.services.signed_paper_find import Scanned
from desk.ui.attachment.viewer import Viewer
from desk.ui.kit.chips import ChipLabel
from desk.ui.kit.flow import Flow
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.notify import fault_words
from desk.ui.kit.retranslate import Spoken
from desk.ui.paper.preview import Preview
from desk.ui.print_room import words
from desk.ui.print_room.deeds import PDF, PrintRoomDeeds
from desk.ui.print_room.home_dialog import home_dialog
from desk.ui.print_room.let_go_dialog import let_go_dialog
from desk.ui.print_room.signed_part import SignedPart


class PaperView(Spoken, QWidget):
    """`changed` says that the print stands otherwise; `record_wanted` asks for its record."""

    changed = Signal()
    record_wanted = Signal(str, str)

    def __init__(self, deeds: PrintRoomDeeds, print_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._print_id = deeds, print_id
        self.found = deeds.of_print(print_id)
        self._head, self._line = plain_label(role="title"), plain_label(role="muted")
        self._said, self._fault = plain_label(), plain_label(role="refusal")
        for part in (self._head, self._line, self._said, self._fault):
            part.setWordWrap(True)
        self._chip = ChipLabel()
        self._values_head = WordLabel(_values_words, "heading")
        self._values = plain_label(role="muted")
        self._values.setWordWrap(True)
        self._make_buttons()
        self.signed: list[SignedPart] = []
        self._lay_out()
        self.setFocusProxy(self.home_button)
        self.show_found(self.found)

    def retranslate(self) -> None:
        """Everything that is said of the paper."""
        found, row = self.found, self.found.paper
        assert row is not None
        self._head.setText(" · ".join(filter(None, (row.number, words.form_words(row)))))
        self._line.setText(words.printed_line(row, self._deeds.custom))
        self._said.setText("\n".join(words.told(found)))
        self._chip.show_chip(words.standing_chip(found.standing))
        self._show_values()
        may_print = self._deeds.why_not(Permission.PRINT)
        self.home_button.shut(self._deeds.why_not_take_home(found))
        for button in (self.let_go_button, self.yes_button, self.no_button, self.again_button):
            button.shut(may_print)

    def show_found(self, found: Scanned) -> None:
        """The print as it stands now."""
        self.found = found
        row = found.paper
        assert row is not None
        is_asked = row.outcome == Outcome.ASKED
        is_of_record = row.record_id is not None
        self.home_button.setVisible(is_of_record and FORMS[row.form].comes_home)
        self.let_go_button.setVisible(found.standing is PaperStanding.OUT and row.awaited)
        for button in (self.yes_button, self.no_button):
            button.setVisible(is_asked)
        self.again_button.setVisible(is_of_record)
        self.record_button.setVisible(is_of_record)
        self._show_signed()
        self.say("")
        self.retranslate()

    def reload(self) -> None:
        """Read it again, and say that it changed."""
        self.show_found(self._deeds.of_print(self._print_id))
        self.changed.emit()

    def say(self, fault: str) -> None:
        """Why something was not done; "" takes it back."""
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    # Deeds

    def take_home(self) -> None:
        """The signed paper is back."""
        dialog = home_dialog(self._deeds, self.found, self.window())
        dialog.deed_done.connect(self._done)
        dialog.open()

    def let_go(self) -> None:
        """Nobody waits for it any more."""
        assert self.found.paper is not None
        dialog = let_go_dialog(self._deeds, self.found.paper, self.window())
        dialog.deed_done.connect(self._done)
        dialog.open()

    def show_print(self) -> Viewer | None:
        """The very pages that were printed."""
        try:
            content = self._deeds.shown_again(self._print_id)
        except DeskError as fault:
            self.say(fault_words(fault))
            return None
        viewer = Viewer(self._head.text(), content, PDF, self.window())
        viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        viewer.open()
        return viewer

    def print_again(self) -> Preview | None:
        """The same form of the record, as it stands now."""
        row = self.found.paper
        if row is None or row.record_id is None:
            return None
        plan = self._deeds.reprint(row)
        preview = Preview(plan, self._deeds.paper, parent=self.window())
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.log_changed.connect(self.reload)
        preview.open()
        return preview

    # Parts

    def _make_buttons(self) -> None:
        self.home_button = KeyButton(words.home, key="F8", kind="primary", sign="inbox")
        self.yes_button = KeyButton(_yes_words, sign="check")
        self.no_button = KeyButton(_no_words, sign="void")
        self.show_button = KeyButton(_show_words, kind="quiet", sign="preview")
        self.record_button = KeyButton(_record_words, kind="quiet", sign="forward")
        self.again_button = KeyButton(_again_words, kind="quiet", sign="print")
        self.let_go_button = KeyButton(words.let_go, kind="quiet", sign="void")
        self.home_button.clicked.connect(self.take_home)
        self.yes_button.clicked.connect(self._came_out)
        self.no_button.clicked.connect(self._failed)
        self.show_button.clicked.connect(self.show_print)
        self.record_button.clicked.connect(self._want_record)
        self.again_button.clicked.connect(self.print_again)
        self.let_go_button.clicked.connect(self.let_go)

    def _buttons(self) -> tuple[KeyButton, ...]:
        return (
            self.home_button,
            self.yes_button,
            self.no_button,
            self.show_button,
            self.record_button,
            self.again_button,
            self.let_go_button,
        )

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "surface")
        body = QVBoxLayout(inside)
        body.setContentsMargins(24, 18, 40, 20)
        body.setSpacing(8)
        chip = QHBoxLayout()
        chip.addWidget(self._chip)
        chip.addStretch()
        body.addWidget(self._head)
        body.addLayout(chip)
        for part in (self._line, self._said):
            body.addWidget(part)
        row = QWidget()
        flow = Flow(row)
        for button in self._buttons():
            flow.addWidget(button)
        body.addWidget(row)
        body.addWidget(self._fault)
        self._body = QVBoxLayout()
        body.addLayout(self._body)
        body.addWidget(self._values_head)
        body.addWidget(self._values)
        body.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)

    def _show_signed(self) -> None:
        for part in self.signed:
            self._body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.signed = [SignedPart(self._deeds, one) for one in self.found.signed]
        for part in self.signed:
            part.changed.connect(self.reload)
            self._body.addWidget(part)

    def _show_values(self) -> None:
        """What stood on it, for whoever may print."""
        detail = self._deeds.detail(self._print_id)
        self.show_button.shut("" if detail is None or detail.has_pages else _no_pages())
        lines = [] if detail is None else [*words.kept_lines(detail), *words.value_lines(detail)]
        self._values.setText("\n".join(lines))
        for part in (self._values_head, self._values):
            part.setVisible(bool(lines))

    def _done(self, _answer: object) -> None:
        self.reload()

    def _came_out(self) -> None:
        self._answer(came_out=True)

    def _failed(self) -> None:
        self._answer(came_out=False)

    def _answer(self, *, came_out: bool) -> None:
        assert self.found.paper is not None
        try:
            self._deeds.answer(self.found.paper, came_out)
        except DeskError as fault:
            self.say(fault_words(fault))
            return
        self.reload()

    def _want_record(self) -> None:
        row = self.found.paper
        if row is not None and row.record_id is not None:
            kind, key = self._deeds.place(row.kind, row.record_id)
            self.record_wanted.emit(kind, str(key))


def _yes_words() -> str:
    return _("It came out")


def _no_words() -> str:
    return _("It did not come out")


def _show_words() -> str:
    return _("Show this print")


def _record_words() -> str:
    return _("Open the record")


def _again_words() -> str:
    return _("Print again")


def _values_words() -> str:
    return _("What stands on it")


def _no_pages() -> str:
    return _("Its pages were not kept: it was printed before the program kept them.")
