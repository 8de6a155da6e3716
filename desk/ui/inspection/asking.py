"""Fields that the deeds of inspections and defects ask for."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from desk.domain import defect as rules
from desk.i18n import _, pgettext
from desk.ui.attachment.photos_field import PhotosField
from desk.ui.inspection.deeds import InspectionDeeds
from desk.ui.kit.choice_field import Choices, SegmentField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.deed_dialog import Asked
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField

Values = Mapping[str, Any]
HALF = 6


def line(key: str, words: Callable[[], str], limit: int, **told: Any) -> Asked:
    """One line."""
    return Asked(key, partial(LineField, limit), words, **({"span": HALF} | told))


def day(deeds: InspectionDeeds, key: str, words: Callable[[], str], **told: Any) -> Asked:
    """A day."""
    make = partial(DayField, deeds.custom, deeds.today)
    return Asked(key, make, words, **({"span": HALF} | told))


def moment(deeds: InspectionDeeds) -> Asked:
    """When it was, now unless told."""
    make = partial(MomentField, deeds.custom, deeds.now)
    return Asked("at", make, at_words, span=HALF, begins_with=deeds.now())


def segments(key: str, choices: Choices, words: Callable[[], str], **told: Any) -> Asked:
    """A few codes as buttons side by side."""
    return Asked(key, partial(SegmentField, choices), words, **({"required": True} | told))


def photos(deeds: InspectionDeeds, defect_id: int) -> Asked:
    """How it looks now: photos of the defect."""
    return Asked("photos", partial(PhotosField, deeds.attachments(defect_id)), photos_words)


def why() -> Asked:
    """Why."""
    return Asked("why", partial(LineField, rules.WHY_LIMIT), why_words, required=True)


def only(*codes: str) -> Callable[[Any], bool]:
    """Whether a record with facts stands in one of these states."""
    return partial(_stands, codes)


def _stands(codes: Sequence[str], known: Any) -> bool:
    return known.facts.state in codes


def always(_known: Any) -> bool:
    """At every time."""
    return True


def why_words() -> str:
    return _("Why")


def at_words() -> str:
    return pgettext("defect", "When")


def photos_words() -> str:
    return _("Photos")


def void_words() -> str:
    return _("Declare void")
