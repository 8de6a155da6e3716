"""My account: the clerk's own password and language, and the size of the text on this PC."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.domain.permissions import ALLOWED
from desk.i18n import _
from desk.ui.kit.agreement import refuse_unless_same
from desk.ui.kit.block import Block, Column
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.label import plain_label
from desk.ui.kit.notify import say
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.secret_field import SecretField
from desk.ui.settings.deeds import SettingsDeeds
from desk.ui.shell.language_line import LanguageLine
from desk.ui.staff.words import allowed_words
from desk.wording import label

SCALES = (100, 125, 150, 175, 200)


class MyAccount(Column):
    """`language_wanted` is the window's to carry out."""

    language_wanted = Signal(str)

    def __init__(self, deeds: SettingsDeeds) -> None:
        self.password = PasswordBlock(deeds.change_password)
        self.text = TextBlock(deeds)
        languages = Block(_language_words, _language_note)
        self.languages = LanguageLine()
        languages.add(self.languages)
        super().__init__(my_account_words, [WhoBlock(deeds), self.password, languages, self.text])
        self.languages.wanted.connect(self.language_wanted)


class WhoBlock(Spoken, QWidget):
    """Who is signed in, and what her role may do."""

    def __init__(self, deeds: SettingsDeeds) -> None:
        super().__init__()
        self._actor = deeds.actor
        self._name = plain_label(role="number")
        self._role = plain_label(role="muted")
        self._may = plain_label(role="muted")
        self._may.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for part in (self._name, self._role, self._may):
            box.addWidget(part)
        self.retranslate()

    def retranslate(self) -> None:
        """Name, login name, role, and the deeds of the role."""
        actor = self._actor
        self._name.setText(actor.name)
        self._role.setText(f"{label('role', actor.role)}  ·  {actor.login}")
        self._may.setText(allowed_words(ALLOWED[actor.role]))


class PasswordBlock(Block):
    """The old password is asked for, the new one twice."""

    def __init__(self, change: Callable[[str, str], None]) -> None:
        super().__init__(_password_words)
        self._change = change
        self.fields.add("old", SecretField(), _old_words)
        self.fields.add("password", SecretField(), _new_words, span=1)
        self.fields.add("again", SecretField(), _again_words, span=1)
        self.button = self.add_button(_change_words, self.submit, kind="primary")

    def submit(self) -> None:
        """Change it, if both new ones agree."""
        if self.attempt(self._try):
            for key in ("old", "password", "again"):
                self.fields.field(key).set_value("")
            say(self, _("The password was changed."))

    def _try(self) -> None:
        old, new, again = (self.fields.field(key).value() for key in ("old", "password", "again"))
        refuse_unless_same(new, again)
        self._change(old, new)


class TextBlock(Block):
    """Chosen and kept at once; Qt scales when it starts."""

    def __init__(self, deeds: SettingsDeeds) -> None:
        super().__init__(_text_words, _text_note)
        self._deeds = deeds
        self.fields.add("scale", SegmentField(_scales), _size_words)
        self._show()
        self.fields.changed.connect(self.submit)

    def submit(self) -> None:
        """Keep it."""
        percent = int(self.fields.field("scale").value())
        if self.attempt(partial(self._deeds.set_text_scale, percent)):
            say(self, _("Saved. It holds from the next start of the program."))
        else:
            self._show()

    def _show(self) -> None:
        self.fields.field("scale").set_value(str(self._deeds.this_pc().text_scale))


def _scales() -> Sequence[Choice]:
    return [Choice(str(percent), f"{percent} %") for percent in SCALES]


def my_account_words() -> str:
    """The section's name."""
    return _("My account")


def _password_words() -> str:
    return _("Password")


def _old_words() -> str:
    return _("Present password")


def _new_words() -> str:
    return _("New password")


def _again_words() -> str:
    return _("New password again")


def _change_words() -> str:
    return _("Change the password")


def _language_words() -> str:
    return _("Language")


def _language_note() -> str:
    return _("Your own, on every PC of this estate. Paper is printed in the resident's language.")


def _text_words() -> str:
    return _("Size of the text")


def _text_note() -> str:
    return _(
        "For everybody on this PC. The size holds from the next start of the program, because the"
        " whole window grows with it."
    )


def _size_words() -> str:
    return _("Size")
