"""The deed that attaches the colour photo of a permanent resident 常住人員 (R27)."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desk.domain.move_in_document import DocumentStanding
from desk.errors import DeskError
from desk.i18n import pgettext
from desk.services import move_in_document
from desk.services.move_in import MoveIn, PersonView
from desk.ui.kit.act import Act
from desk.ui.kit.file_choice import choose_to_open
from desk.ui.kit.notify import fault_words, say, tell
from desk.ui.move_in.asking import takes
from desk.ui.move_in.deeds import MoveInDeeds
from desk.ui.move_in.groups import HOUSEHOLD
from desk.ui.move_in.somebody import of_somebody


def acts(deeds: MoveInDeeds) -> tuple[Act, ...]:
    """While the photo of somebody is asked for and not attached."""
    return (
        Act(
            "photo",
            HOUSEHOLD,
            photo_words,
            shown=_waits,
            shut=partial(deeds.why_not_part, "document"),
            opens=partial(of_somebody, photo_words, unpictured, partial(_choose, deeds)),
        ),
    )


def unpictured(known: MoveIn) -> Sequence[PersonView]:
    """Whose photo is asked for and not attached, and may be taken in."""
    asked = {
        one.wanted.person_id
        for one in known.documents
        if one.wanted.person is not None
        and takes(known, one.wanted.item)
        and (one.document is None or one.document.attachment_id is None)
    }
    return [one for one in known.persons if one.id in asked]


def attach(deeds: MoveInDeeds, known: MoveIn, person: PersonView, path: Path) -> MoveIn:
    """The photo becomes a file of the case, and the resident's paper in the matrix."""
    row = deeds.attachments(known.detail.id).add(path)
    fresh = deeds.get(known.detail.id)
    entry = replace(
        move_in_document.entry_of(_standing(fresh, person)),
        received_on=deeds.today(),
        copy=True,
        attachment_id=row.id,
    )
    return move_in_document.take(deeds.workplace, fresh.detail.id, fresh.detail.version, (entry,))


def _choose(deeds: MoveInDeeds, parent: QWidget, known: MoveIn, person: PersonView) -> None:
    path = choose_to_open(
        parent, photo_words(), pgettext("move-in", "Photos") + " (*.png *.jpg *.jpeg)"
    )
    if path is None:
        return
    try:
        attach(deeds, known, person, path)
    except DeskError as fault:
        tell(parent, fault_words(fault))
        return
    deeds.reload()
    say(parent, pgettext("move-in", "Photo of {name} attached").format(name=person.name))


def _standing(known: MoveIn, person: PersonView) -> DocumentStanding:
    return next(one for one in known.documents if one.wanted.person_id == person.id)


def _waits(known: MoveIn) -> bool:
    return bool(unpictured(known))


def photo_words() -> str:
    """Also the title of what is asked."""
    return pgettext("move-in deed", "Attach a photo")
