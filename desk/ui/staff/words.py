"""How an account reads on the screen: choices, chips, what its role may do."""

from collections.abc import Iterable, Sequence

from desk.domain.permissions import Permission, Role
from desk.i18n import LANGUAGES, _
from desk.services.staff import AccountRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.theme import Tone
from desk.wording import label


def accounts_words() -> str:
    """The section's name."""
    return _("Accounts")


def new_words() -> str:
    """The New button and an empty form."""
    return _("New account")


def empty_words() -> str:
    """What an empty list says."""
    return _("There is no account yet. Press F2 for the first one.")


def role_choices() -> Sequence[Choice]:
    """The posts at the desk."""
    return [Choice(role, label("role", role)) for role in Role]


def language_choices() -> Sequence[Choice]:
    """Each in its own words."""
    return [Choice(code, label("language", code)) for code in LANGUAGES]


def role_words(row: AccountRow) -> str:
    """The role of an account."""
    return label("role", row.role)


def state_words(row: AccountRow) -> str:
    """Whether the account may sign in."""
    return state_chip(row).text


def state_chip(row: AccountRow) -> Chip:
    """The same with its colour and shape."""
    if row.active:
        return Chip(Tone.DONE, _("Active"))
    return Chip(Tone.NEUTRAL, _("Ended"))


def allowed_words(permissions: Iterable[Permission]) -> str:
    """What a role may do, in one sentence, in the order of the table."""
    wanted = set(permissions)
    names = [label("permission", one) for one in Permission if one in wanted]
    return _("May do: {deeds}").format(deeds=_(", ").join(names))
