"""The recovery code: a new one is made, shown once, printed or saved, and confirmed."""

from functools import partial

from desk.i18n import _
from desk.ui.kit.block import Block, Column
from desk.ui.kit.notify import say
from desk.ui.kit.secret_field import SecretField
from desk.ui.settings.deeds import SettingsDeeds
from desk.ui.shell.code_step import CodeStep


class RecoverySection(Column):
    """First the clerk's password, then the code until it is confirmed."""

    def __init__(self, deeds: SettingsDeeds) -> None:
        self._deeds = deeds
        self.renewal = Block(_new_code_words, _note_words)
        self.renewal.fields.add("password", SecretField(), _password_words)
        self.renewal.add_button(_make_words, self.renew, kind="primary")
        self.code_step = CodeStep(deeds, done=_done_words)
        self.code_step.confirmed.connect(self._confirmed)
        self.code_step.hide()
        super().__init__(recovery_words, [self.renewal])
        self.add_block(self.code_step)

    def renew(self) -> None:
        """Make the code and show it."""
        found: list[str] = []
        if not self.renewal.attempt(partial(self._try, found)):
            return
        self.renewal.fields.field("password").set_value("")
        self._show(code=True)
        self.code_step.show_code(found[0])

    def _try(self, found: list[str]) -> None:
        found.append(self._deeds.renew_code(self.renewal.fields.field("password").value()))

    def _confirmed(self) -> None:
        self.code_step.forget()
        self._show(code=False)
        say(self, _("The new recovery code is in force."))

    def _show(self, *, code: bool) -> None:
        self.renewal.setVisible(not code)
        self.code_step.setVisible(code)


def recovery_words() -> str:
    """The section's name."""
    return _("Recovery code")


def _new_code_words() -> str:
    return _("Make a new code")


def _note_words() -> str:
    return _(
        "With the code an account gets a new password when the old one is lost. Make a new one when"
        " the paper is gone or was seen by someone who should not have it; the old code stops"
        " working at once."
    )


def _password_words() -> str:
    return _("Your password")


def _make_words() -> str:
    return _("Make a new code")


def _done_words() -> str:
    return _("The paper is in the safe")
