"""Fields that many deeds on keys ask for: when, who, signed where, the owner's word; why not."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from desk.domain.key_word import NAME_LIMIT, PHONE_LIMIT, TEXT_LIMIT, OwnerWord, SignedHow, WordHow
from desk.i18n import _
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.view import AgreementView, SetView
from desk.ui.kit.choice_field import Choice, ChoiceField, Choices, SegmentField
from desk.ui.kit.deed_dialog import Asked
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.text_field import TextField
from desk.wording import label, reasons_words

Values = Mapping[str, Any]
Words = Callable[[], str]
When = Callable[[Values], bool]
HALF, THIRD = 6, 4
YES, NO = "yes", "no"


def why_not(deed: str, view: SetView | AgreementView) -> str:
    """Why a deed of a set or an agreement is shut, in words."""
    return reasons_words(view.shut.get(deed, ()))


def moment(deeds: KeyDeeds, words: Words, key: str = "at", **told: Any) -> Asked:
    """Day and time, now unless told otherwise."""
    make = partial(MomentField, deeds.custom, deeds.now)
    given: dict[str, Any] = {"required": True, "span": HALF, "begins_with": deeds.now()}
    return Asked(key, make, words, **(given | told))


def line(key: str, words: Words, limit: int = NAME_LIMIT, **told: Any) -> Asked:
    """One line, such as a name."""
    return Asked(key, partial(LineField, limit), words, **({"span": HALF} | told))


def text(key: str, words: Words, limit: int = TEXT_LIMIT, **told: Any) -> Asked:
    """Some lines of text."""
    return Asked(key, partial(TextField, limit, lines=2), words, **told)


def choice(key: str, choices: Choices, words: Words, **told: Any) -> Asked:
    """One of a list; the only one there is is chosen already."""
    only = list(choices())
    given = {"required": True, "begins_with": only[0].code if len(only) == 1 else None}
    return Asked(key, partial(ChoiceField, choices), words, **(given | told))


def segments(key: str, choices: Choices, words: Words, **told: Any) -> Asked:
    """A few codes as buttons side by side."""
    return Asked(key, partial(SegmentField, choices), words, **({"required": True} | told))


def signed(words: Words, begins_with: SignedHow | str = SignedHow.DESK) -> Asked:
    """Where the signature stands: in the register on the counter, or on a paper to come back."""
    return segments("signed", _signed_choices, words, begins_with=begins_with)


def yes_or_no(key: str, words: Words, begins_with: bool, **told: Any) -> Asked:
    """A question; its value is read with `is_yes`."""
    return segments(key, _answers, words, begins_with=YES if begins_with else NO, **told)


def word(deeds: KeyDeeds, when: When | None = None) -> tuple[Asked, ...]:
    """The owner's word (R112): how, who, when, on which number, by whom called, what was said."""
    by_phone, shown = partial(_by_phone, when), when
    return (
        segments(
            "word_how", _word_choices, _word_words, required=True, when=shown, hint=_word_hint
        ),
        line("word_person", _person_words, required=True, when=shown),
        moment(deeds, _word_at_words, "word_at", when=shown),
        line("word_phone", _phone_words, PHONE_LIMIT, required=True, when=by_phone),
        line("word_caller", _caller_words, begins_with=deeds.clerk(), when=by_phone),
        line("word_text", _said_words, TEXT_LIMIT, span=12, when=shown),
    )


def word_of(values: Values) -> OwnerWord | None:
    """The owner's word as it was filled in; None where none was asked or chosen."""
    how = values.get("word_how")
    if not how:
        return None
    return OwnerWord(
        how=WordHow(how),
        person=values["word_person"] or "",
        at=values["word_at"],
        phone=values["word_phone"] or "",
        caller=values["word_caller"] or "",
        text=values["word_text"] or "",
    )


def is_yes(values: Values, key: str) -> bool:
    """Whether a question was answered with yes."""
    return bool(values[key] == YES)


def at(deeds: KeyDeeds, values: Values, key: str = "at") -> dt.datetime:
    """When it was; a line that was emptied means now."""
    given: dt.datetime | None = values[key]
    return deeds.now() if given is None else given


def signed_of(values: Values) -> SignedHow | None:
    """Where it was signed."""
    return SignedHow(values["signed"]) if values["signed"] else None


def _by_phone(when: When | None, values: Values) -> bool:
    return (when is None or when(values)) and values["word_how"] == WordHow.PHONE


def _signed_choices() -> list[Choice]:
    return [Choice(one, label("signed_how", one)) for one in SignedHow]


def _word_choices() -> list[Choice]:
    return [Choice(one, label("word_how", one)) for one in WordHow]


def _answers() -> list[Choice]:
    return [Choice(YES, _("Yes")), Choice(NO, _("No"))]


def _word_words() -> str:
    return _("The owner's word")


def _word_hint() -> str:
    return _("This goes beyond what the key was left for: the owner is asked first (R112).")


def _person_words() -> str:
    return _("Who said so")


def _word_at_words() -> str:
    return _("When the owner was asked")


def _phone_words() -> str:
    return _("Number that was called")


def _caller_words() -> str:
    return _("Who called")


def _said_words() -> str:
    return _("What the owner allows")
