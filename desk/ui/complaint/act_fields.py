"""Fields that many deeds of a case ask for: when, who, how, what was said; and why one is shut."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from desk.domain.complaint import ContactMethod
from desk.domain.complaint_case import CaseFacts
from desk.domain.complaint_handling import PERSON_LIMIT, WORDS_LIMIT
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.i18n import _
from desk.services.complaint_case import Case
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.choice_field import Choice, ChoiceField, Choices, SegmentField
from desk.ui.kit.deed_dialog import Asked
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.text_field import TextField
from desk.wording import label, reasons_words

Values = Mapping[str, Any]
Words = Callable[[], str]
HALF = 6


def shut(
    deeds: ComplaintDeeds, blockers: Callable[[CaseFacts], Iterable[Reason]], case: Case
) -> str:
    """Why a deed is shut: the clerk may not, or the case is not ready."""
    return shut_for(deeds, blockers(case.facts))


def shut_for(deeds: ComplaintDeeds, blockers: Iterable[Reason]) -> str:
    """Why a deed is shut, where more than the case's facts decide."""
    missing = deeds.workplace.missing(Permission.REGISTER)
    return reasons_words((*missing, *blockers))


def is_open(case: Case) -> bool:
    """Whether the case still waits for something."""
    return case.facts.is_open


def moment(deeds: ComplaintDeeds, words: Words, key: str = "at", **told: Any) -> Asked:
    """Day and time, now unless told otherwise."""
    make = partial(MomentField, deeds.custom, deeds.now)
    given: dict[str, Any] = {"required": True, "span": HALF, "begins_with": deeds.now()}
    return Asked(key, make, words, **(given | told))


def line(key: str, words: Words, limit: int = PERSON_LIMIT, **told: Any) -> Asked:
    """One line, such as a name."""
    return Asked(key, partial(LineField, limit), words, **({"span": HALF} | told))


def text(key: str, words: Words, limit: int = WORDS_LIMIT, **told: Any) -> Asked:
    """Some lines of text."""
    return Asked(key, partial(TextField, limit, lines=3), words, **told)


def how(words: Words, begins_with: str | None = None) -> Asked:
    """In which way somebody was told."""
    make = partial(SegmentField, _ways)
    return Asked("how", make, words, required=True, begins_with=begins_with)


def choice(key: str, choices: Choices, words: Words, **told: Any) -> Asked:
    """One of a list; the only one there is is chosen already."""
    only = list(choices())
    given = {"required": True, "begins_with": only[0].code if len(only) == 1 else None}
    return Asked(key, partial(ChoiceField, choices), words, **(given | told))


def yes_or_no(key: str, words: Words, begins_with: bool | None = None, **told: Any) -> Asked:
    """A question; its value is read with `is_yes`."""
    answer = None if begins_with is None else (YES if begins_with else NO)
    make = partial(SegmentField, _answers)
    return Asked(key, make, words, **({"span": HALF, "begins_with": answer} | told))


def is_yes(values: Values, key: str) -> bool:
    """Whether a question was answered with yes."""
    return bool(values[key] == YES)


def at(deeds: ComplaintDeeds, values: Values, key: str = "at") -> dt.datetime:
    """When it was; a line that was emptied means now."""
    moment: dt.datetime | None = values[key]
    return deeds.now() if moment is None else moment


def way_of(values: Values) -> ContactMethod | None:
    """In which way somebody was told, None where nothing was chosen."""
    return ContactMethod(values["how"]) if values["how"] else None


YES, NO = "yes", "no"


def _ways() -> list[Choice]:
    return [Choice(one, label("contact_method", one)) for one in ContactMethod]


def _answers() -> list[Choice]:
    return [Choice(YES, _("Yes")), Choice(NO, _("No"))]
