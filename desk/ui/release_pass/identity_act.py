"""What is kept of the identity paper that was seen: looked at by who may, and recorded (R36)."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desk.i18n import _, pgettext
from desk.services import release_pass
from desk.services.release_pass import Pass
from desk.ui.kit.act import Act
from desk.ui.kit.notify import tell
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.release_pass.groups import ISSUE
from desk.wording import label, reasons_words


def acts(deeds: PassDeeds) -> tuple[Act, ...]:
    """See the last characters."""
    return (
        Act(
            "see_identity",
            ISSUE,
            _see_words,
            shown=_has_paper,
            shut=partial(_why_not, deeds),
            opens=partial(_show, deeds),
        ),
    )


def _has_paper(known: Pass) -> bool:
    return bool(known.detail.identity)


def _why_not(deeds: PassDeeds, known: Pass) -> str:
    return reasons_words(release_pass.see_reasons(deeds.workplace, known))


def _show(deeds: PassDeeds, parent: QWidget, known: Pass) -> None:
    detail = known.detail
    tail = release_pass.see_identity(deeds.workplace, detail.id)
    kind = label("identity_kind", detail.identity)
    told = _("That you looked is recorded.")
    tell(parent, f"{detail.applicant}  ·  {kind} …{tail}", told, warning=False)


def _see_words() -> str:
    return pgettext("release deed", "See the last characters of the identity paper")
