"""A release pass: its locks first, then who and what, what happened, its papers."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain.release_pass import Item
from desk.domain.release_pass_locks import LockCode
from desk.i18n import _
from desk.services.release_pass import KIND, Pass
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.attachment.photos_dialog import PhotosDialog
from desk.ui.kit.act import Act
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.label import plain_label, rule
from desk.ui.kit.notify import say
from desk.ui.kit.shown_record import ShownRecord
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

_OF_LOCK = {
    LockCode.ITEMS: (),
    LockCode.FEES: ("clear_fees", "ask_waiver", "waive_own"),
    LockCode.OWNER: ("confirm_owner",),
}


class PassRecord(ShownRecord):
    """Shows a `Pass` and lets its deeds be done."""

    def __init__(self, deeds: PassDeeds) -> None:
        self._deeds = deeds
        super().__init__(pass_acts.acts(deeds), pass_acts.groups())
        deeds.reload_wanted.connect(self.reload)

    # The life of a form

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.known().detail.number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def parts(self) -> Sequence[QWidget]:
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
        return (
            *(self.who, self.locks, self.goods, rule()),
            *(self.facts, self.journal, self.prints, self.attachments),
        )

    def show_value(self, value: Pass) -> None:
        """Show everything as it stands."""
        super().show_value(value)
        self.attachments.show_record(self._deeds.attachments(value.detail.id))
        self.prints.show_record(KIND, value.detail.id)

    def known(self) -> Pass:
        """The pass that is shown."""
        value: Any = self.value()
        if not isinstance(value, Pass):
            raise TypeError("no pass is shown")
        return value

    # Deeds

    def run(self, act: Act) -> DeedDialog | None:
        """What is issued is printed next."""
        dialog = super().run(act)
        if dialog is not None and act.code == issue_acts.ISSUE_ACT:
            dialog.deed_done.connect(self._issued)
        return dialog

    def about(self) -> str:
        """Whose pass it is."""
        return words.about_words(self.known())

    def was_done(self, value: Pass) -> None:
        """A deed was done in its dialog."""
        self.load(value)
        self.saved.emit(value)
        self.bar.more_button.setFocus()

    def read_again(self) -> Pass:
        """The pass as it is now."""
        return self._deeds.get(self.known().detail.id)

    def reload(self) -> None:
        """Read the pass again; the keyboard stays in the record."""
        super().reload()
        self.bar.more_button.setFocus()

    def why_not_change(self) -> str:
        """Why it is not corrected."""
        return self._deeds.why_not_change(self.known())

    def why_not_print(self) -> str:
        """Why it is not printed."""
        return self._deeds.why_no_paper(self.known())

    def print_likeliest(self) -> Preview:
        """The one paper it has."""
        return self.open_preview()

    def open_preview(self) -> Preview:
        """The paper, to be looked at and printed, or printed at once."""
        return issue_acts.preview(self._deeds, self, self.known())

    def show_photos(self, item: Item) -> PhotosDialog:
        """The photos of one thing."""
        dialog = PhotosDialog(words.item_words(item), self._deeds.photos(item.id), self.window())
        dialog.open()
        return dialog

    # Parts

    def show_words(self) -> None:
        """Who, the locks with their deeds, what is known, what happened."""
        known = self.known()
        self.show_chip(words.state_chip(known.detail.state))
        self.who.setText(words.person_words(known))
        locks = lock_words(known, self._deeds.custom)
        self.locks.show_locks(locks, self._acts_of, self._why_shut)
        self.goods.show_pass(known)
        self.facts.show_pass(known)
        self.journal.show_known(known)

    def _acts_of(self, lock: LockWords) -> Sequence[Act]:
        found = (self.bar.act(code) for code in _OF_LOCK[lock.code])
        return [act for act in found if act is not None]

    def _why_shut(self, act: Act) -> str:
        return act.shut(self.known())

    def _issued(self, _known: Pass) -> None:
        say(self, _("Issued"))
        self.open_preview()

    def _files_changed(self) -> None:
        self.saved.emit(self.known())
