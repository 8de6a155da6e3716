"""A release pass: its locks first, then who and what, what happened, its papers."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desk.domain.release_pass import Item
from desk.domain.release_pass_locks import LockCode
from desk.errors import DeskError
from desk.i18n import _
from desk.services.release_pass import KIND, Pass
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.kit.act import Act
from desk.ui.kit.act_bar import ActBar
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.faults import fault_words
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label, rule
from desk.ui.kit.notify import say, tell
from desk.ui.kit.record_form import RecordForm
from desk.ui.paper.preview import Preview
from desk.ui.print_log.print_history import PrintHistory
from desk.ui.release_pass import acts as pass_acts
from desk.ui.release_pass import issue_acts, words
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.release_pass.facts import PassFacts
from desk.ui.release_pass.goods_list import GoodsList
from desk.ui.release_pass.journal import Journal
from desk.ui.release_pass.lock_panel import LockPanel
from desk.ui.release_pass.lock_words import LockWords, lock_words
from desk.ui.release_pass.photos_dialog import PhotosDialog

_FOOT = 72
_PRINT_KEY = "Ctrl+P"
_OF_LOCK = {
    LockCode.ITEMS: (),
    LockCode.FEES: ("clear_fees", "ask_waiver", "waive_own"),
    LockCode.OWNER: ("confirm_owner",),
}


class PassRecord(RecordForm):
    """Shows a `Pass` and lets its deeds be done; nothing is typed here.

    `change_wanted` asks for the form that corrects a draft.
    """

    change_wanted = Signal(object)

    def __init__(self, deeds: PassDeeds) -> None:
        self._deeds = deeds
        self._acts = pass_acts.acts(deeds)
        super().__init__()
        self.set_read_only(True)
        deeds.reload_wanted.connect(self.reload)

    # The life of a form

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.known().detail.number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def build(self) -> None:
        """Who, the locks, the things, what is known, what happened, what was printed, files."""
        custom = self._deeds.custom
        self.who = plain_label(role="number")
        self.who.setWordWrap(True)
        self.locks, self.goods = LockPanel(), GoodsList()
        self.facts, self.journal = PassFacts(custom), Journal(custom)
        self.prints, self.attachments = PrintHistory(self._deeds.workplace), AttachmentList()
        self.locks.act_wanted.connect(self.run)
        self.goods.photos_wanted.connect(self.show_photos)
        self.attachments.changed.connect(self._files_changed)
        parts: tuple[QWidget, ...] = (
            *(self.who, self.locks, self.goods, rule()),
            *(self.facts, self.journal, self.prints, self.attachments),
        )
        for part in parts:
            self.add_widget(part)
        self._build_buttons()

    def show_value(self, value: Pass) -> None:
        """Show everything as it stands."""
        self._value = value
        self.attachments.show_record(self._deeds.attachments(value.detail.id))
        self.prints.show_record(KIND, value.detail.id)
        self._show_words()

    def retranslate(self) -> None:
        """The parts that are written from the pass."""
        super().retranslate()
        if self.value() is not None:
            self._show_words()

    def known(self) -> Pass:
        """The pass that is shown."""
        value: Any = self.value()
        if not isinstance(value, Pass):
            raise TypeError("no pass is shown")
        return value

    # Deeds

    def run(self, act: Act) -> DeedDialog | None:
        """Ask for a deed in its dialog, or let it open a window of its own."""
        known = self.known()
        try:
            if act.plan is None:
                if act.opens is not None:
                    act.opens(self, known)
                return None
            plan = act.plan(known)
        except DeskError as fault:
            tell(self, fault_words(fault))
            return None
        dialog = DeedDialog(plan, self.window(), about=words.about_words(known))
        dialog.deed_done.connect(self._issued if act.code == issue_acts.ISSUE_ACT else self._done)
        dialog.open()
        return dialog

    def run_code(self, code: str) -> DeedDialog | None:
        """A deed by its code, if the pass has it open."""
        act = self.bar.act(code)
        return None if act is None or act.shut(self.known()) else self.run(act)

    def reload(self) -> None:
        """Read the pass again, because it changed."""
        if self.value() is None:
            return
        try:
            known = self._deeds.get(self.known().detail.id)
        except DeskError as fault:
            self.show_summary(fault_words(fault))
            return
        self._done(known)

    def open_preview(self) -> Preview:
        """The paper, to be looked at and printed, or printed at once."""
        return issue_acts.preview(self._deeds, self, self.known())

    def show_photos(self, item: Item) -> PhotosDialog:
        """The photos of one thing."""
        dialog = PhotosDialog(item, self._deeds.photos(item.id), self.window())
        dialog.open()
        return dialog

    # Parts

    def _build_buttons(self) -> None:
        self.save_button.hide()
        self.bar = ActBar(pass_acts.groups(), self)
        self.bar.act_wanted.connect(self.run)
        self.change_button = KeyButton(_change_words, kind="quiet", sign="edit", icon_only=True)
        self.change_button.clicked.connect(self._change_clicked)
        self.print_button = KeyButton(_print_words, kind="quiet", sign="print", icon_only=True)
        self.print_button.clicked.connect(self.open_preview)
        QShortcut(QKeySequence(_PRINT_KEY), self).activated.connect(self.print_button.click)
        for button in (*self.bar.buttons, self.bar.more_button):
            self.add_button(button)
        for button in (self.change_button, self.print_button):
            self.add_button(button, at_end=True)

    def _show_words(self) -> None:
        known = self.known()
        self.show_chip(words.state_chip(known.detail.state))
        self.who.setText(words.person_words(known))
        self.bar.show_record(self._acts, known)
        self._fit_buttons()
        locks = lock_words(known, self._deeds.custom)
        self.locks.show_locks(locks, self._acts_of, self._why_shut)
        self.goods.show_pass(known)
        self.facts.show_pass(known)
        self.journal.show_pass(known)
        self.change_button.shut(self._deeds.why_not_change(known))
        self.print_button.shut(self._deeds.why_not_print(known))

    def _acts_of(self, lock: LockWords) -> Sequence[Act]:
        found = (self.bar.act(code) for code in _OF_LOCK[lock.code])
        return [act for act in found if act is not None]

    def _why_shut(self, act: Act) -> str:
        return act.shut(self.known())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow panel has room for fewer buttons."""
        super().resizeEvent(event)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        beside = self.change_button.sizeHint().width() + self.print_button.sizeHint().width()
        self.bar.fit(self.width() - beside - _FOOT)

    def _done(self, known: Pass) -> None:
        self.load(known)
        self.saved.emit(known)
        self.bar.more_button.setFocus()

    def _issued(self, known: Pass) -> None:
        """What is issued is printed next."""
        self._done(known)
        say(self, _("Issued"))
        self.open_preview()

    def _files_changed(self) -> None:
        self.saved.emit(self.known())

    def _change_clicked(self) -> None:
        self.change_wanted.emit(self.known())


def _change_words() -> str:
    return _("Change")


def _print_words() -> str:
    return _("Print")
