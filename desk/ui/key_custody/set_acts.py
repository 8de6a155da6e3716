"""Every deed of a key set, in the order of its life."""

from desk.ui.key_custody import care_acts, lend_act, loss_acts, paper_acts, return_acts
from desk.ui.key_custody import fields as ask
from desk.ui.key_custody.acts import Act
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.view import SetView


def acts(deeds: KeyDeeds) -> tuple[Act, ...]:
    """All of them."""
    return (
        *return_acts.acts(deeds),
        *lend_act.acts(deeds),
        *loss_acts.acts(deeds),
        *care_acts.acts(deeds),
        *paper_acts.of_set(deeds),
    )


def why_not(deed: str, view: SetView) -> str:
    """Why a deed is shut."""
    return ask.why_not(deed, view)
