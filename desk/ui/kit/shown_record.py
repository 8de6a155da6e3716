"""A record that is shown and whose deeds are done; nothing is typed in it."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.i18n import _
from desk.ui.kit.act import Act, Groups
from desk.ui.kit.act_bar import ActBar
from desk.ui.kit.deed_dialog import DeedDialog, DeedPlan
from desk.ui.kit.faults import fault_words
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.notify import say, tell
from desk.ui.kit.record_form import RecordForm

_FOOT = 72  # margins of the foot and what is between its buttons
_PRINT_KEY = "Ctrl+P"


class ShownRecord(RecordForm):
    """`change_wanted` asks for the form that corrects it; `load` shows another record.

    Its deeds stand in the foot, the next one first; on a `brief` sheet of all deeds the reasons
    are cut to one line.
    """

    change_wanted = Signal(object)

    def __init__(self, acts: Sequence[Act], groups: Groups, *, brief: bool = False) -> None:
        self._acts, self._groups, self._brief = acts, groups, brief
        super().__init__()
        self.set_read_only(True)

    # Written by each record

    def parts(self) -> Sequence[QWidget]:
        """What stands in it, top down."""
        raise NotImplementedError

    def last_parts(self) -> Sequence[QWidget]:
        """What stands below them in every record of a room."""
        return ()

    def show_words(self) -> None:
        """Write everything that is shown of the record; its deeds are shown already."""
        raise NotImplementedError

    def read_again(self) -> Any:
        """The record as it is now; raises a DeskError."""
        raise NotImplementedError

    def print_likeliest(self) -> QWidget | None:
        """Look at the paper that is wanted most, Ctrl+P."""
        raise NotImplementedError

    def about(self) -> str:
        """Which record it is, quietly, over a deed's fields."""
        return self.heading()

    def why_not_change(self) -> str:
        """Why it is not corrected."""
        return ""

    def why_not_print(self) -> str:
        """Why it is not printed."""
        return ""

    def was_done(self, value: Any) -> None:
        """A deed was done in its dialog."""
        self.load(value)
        self.focus_deed()
        say(self, _("Saved"))
        self.saved.emit(value)

    # The life of a form

    def build(self) -> None:
        """Parts, deeds, and at the end of the foot change and print."""
        for part in (*self.parts(), *self.last_parts()):
            self.add_widget(part)
        self.save_button.hide()
        self.bar = ActBar(self._groups, self, brief=self._brief)
        self.bar.act_wanted.connect(self.run)
        self.change_button = KeyButton(_change_words, kind="quiet", sign="edit", icon_only=True)
        self.change_button.clicked.connect(self._change_clicked)
        self.print_button = KeyButton(_print_words, kind="quiet", sign="print", icon_only=True)
        self.print_button.clicked.connect(self.print_likeliest)
        print_key = QShortcut(QKeySequence(_PRINT_KEY), self)
        print_key.setAutoRepeat(False)  # it may print at once
        print_key.activated.connect(self.print_button.click)
        for button in (*self.bar.buttons, self.bar.more_button):
            self.add_button(button)
        for button in (self.change_button, self.print_button):
            self.add_button(button, at_end=True)

    def show_value(self, value: Any) -> None:
        """Show everything as it stands."""
        self._value = value
        self._show()

    def retranslate(self) -> None:
        """The parts that are written from the record."""
        super().retranslate()
        if self.value() is not None:
            self._show()

    def reload(self) -> None:
        """Read the record again, because it changed."""
        if self.value() is None:
            return
        try:
            value = self.read_again()
        except DeskError as fault:
            self.show_summary(fault_words(fault))
            return
        self.load(value)
        self.saved.emit(value)

    def focus_deed(self) -> None:
        """The keyboard stands on the deed that comes next."""
        first = self.bar.buttons[0]
        is_ready = first.isVisibleTo(self) and first.isEnabled()
        (first if is_ready else self.bar.more_button).setFocus()

    # Deeds

    def run(self, act: Act) -> DeedDialog | None:
        """Ask for a deed in its dialog, or let it open a window of its own."""
        try:
            if act.plan is None:
                if act.opens is not None:
                    act.opens(self, self.value())
                return None
            plan = act.plan(self.value())
        except DeskError as fault:
            tell(self, fault_words(fault))
            return None
        again = partial(self._plan_again, act)
        dialog = DeedDialog(plan, self.window(), about=self.about(), again=again)
        dialog.deed_done.connect(self.was_done)
        dialog.open()
        return dialog

    def run_code(self, code: str) -> DeedDialog | None:
        """A deed by its code, where the record has it open."""
        act = self.bar.act(code)
        return None if act is None or act.shut(self.value()) else self.run(act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow panel has room for fewer buttons."""
        super().resizeEvent(event)
        self._fit_buttons()

    # Parts

    def _plan_again(self, act: Act) -> DeedPlan | None:
        """The deed on the record as it is now, while it is still open."""
        self.reload()
        known = self.value()
        if act.plan is None or not act.shown(known) or act.shut(known):
            return None
        try:
            return act.plan(known)
        except DeskError:
            return None

    def _show(self) -> None:
        self.bar.show_record(self._acts, self.value())
        self._fit_buttons()
        self.change_button.shut(self.why_not_change())
        self.print_button.shut(self.why_not_print())
        self.show_words()

    def _fit_buttons(self) -> None:
        beside = self.change_button.sizeHint().width() + self.print_button.sizeHint().width()
        self.bar.fit(self.width() - beside - _FOOT)

    def _change_clicked(self) -> None:
        self.change_wanted.emit(self.value())


def _change_words() -> str:
    return _("Change")


def _print_words() -> str:
    return _("Print") + f"  {_PRINT_KEY}"
