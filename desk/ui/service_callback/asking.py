"""What the customer is asked 回訪 (R107, R247): at the door, on the phone, by a questionnaire."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from desk.domain.service_callback import BEST, NAME_LIMIT, WHY_LIMIT, WORDS_LIMIT, WORST
from desk.i18n import _, pgettext
from desk.services.service_callback import Aspect, CallbackEntry, CallbackHow, CallbackOutcome
from desk.ui.kit.choice_field import Choice, Choices, SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.text_field import TextField
from desk.ui.service_callback import words
from desk.ui.service_callback.deeds import CallbackDeeds
from desk.ui.service_callback.view import CustomerShown, OrderShown
from desk.wording import label

Values = Mapping[str, Any]
Words = Callable[[], str]
HALF = 6


def call_plan(deeds: CallbackDeeds, shown: OrderShown) -> DeedPlan:
    """A callback of an order, or an attempt."""
    return DeedPlan(
        title=call_words,
        button=call_words,
        asked=(
            _segments("how", _hows, _how_words, begins_with=CallbackHow.PHONE),
            *_answer_fields(deeds),
            line("signed_by", _signed_words, when=_is_visit_reached, required=True),
        ),
        do=partial(_call, deeds, shown),
        lead=_call_lead,
    )


def visit_plan(deeds: CallbackDeeds, shown: CustomerShown) -> DeedPlan:
    """A home visit (R110), or an attempt."""
    return DeedPlan(
        title=visit_words,
        button=visit_words,
        asked=(
            *_answer_fields(deeds),
            line("signed_by", _signed_words, when=_is_reached, required=True),
        ),
        do=partial(_visit, deeds, shown),
        lead=_visit_lead,
    )


def _answer_fields(deeds: CallbackDeeds) -> tuple[Asked, ...]:
    """What became of it, when, the scores and the words of the customer."""
    moment = partial(MomentField, deeds.custom, deeds.now)
    return (
        _segments("outcome", _outcomes, _outcome_words, begins_with=CallbackOutcome.REACHED),
        *(
            _segments(one, _scores, partial(label, "aspect", one), span=HALF, when=_is_reached)
            for one in Aspect
        ),
        Asked(
            "words",
            partial(TextField, WORDS_LIMIT, lines=2),
            _words_words,
            when=_is_reached,
        ),
        line("why", _why_words, WHY_LIMIT, span=12, when=_is_missed, required=True),
        Asked("at", moment, at_words, required=True, span=HALF, begins_with=deeds.now()),
    )


def _call(deeds: CallbackDeeds, shown: OrderShown, values: Values) -> OrderShown:
    how = CallbackHow(values["how"]) if values["how"] else None
    return deeds.call(shown.row.id, _entry(how, values))


def _visit(deeds: CallbackDeeds, shown: CustomerShown, values: Values) -> CustomerShown:
    return deeds.visit(shown.row, _entry(CallbackHow.VISIT, values))


def _entry(how: CallbackHow | None, values: Values) -> CallbackEntry:
    scores = {one.value: int(values[one]) if values[one] else None for one in Aspect}
    return CallbackEntry(
        how=how,
        outcome=CallbackOutcome(values["outcome"]) if values["outcome"] else None,
        at=values["at"],
        words=values["words"] or "",
        why=values["why"] or "",
        signed_by=values["signed_by"] or "",
        **scores,
    )


# Parts


def line(key: str, words: Words, limit: int = NAME_LIMIT, **told: Any) -> Asked:
    """One line, such as a name."""
    return Asked(key, partial(LineField, limit), words, **({"span": HALF} | told))


def _segments(key: str, choices: Choices, words: Words, **told: Any) -> Asked:
    return Asked(key, partial(SegmentField, choices), words, **({"required": True} | told))


def _is_reached(values: Values) -> bool:
    return bool(values["outcome"] == CallbackOutcome.REACHED)


def _is_missed(values: Values) -> bool:
    return not _is_reached(values)


def _is_visit_reached(values: Values) -> bool:
    return _is_reached(values) and values["how"] == CallbackHow.VISIT


def _hows() -> list[Choice]:
    return [Choice(one, words.how_words(one)) for one in CallbackHow]


def _outcomes() -> list[Choice]:
    return [Choice(one, label("callback_outcome", one)) for one in CallbackOutcome]


def _scores() -> list[Choice]:
    return [Choice(str(score), str(score)) for score in range(BEST, WORST - 1, -1)]


# Words


def call_words() -> str:
    """The deed that writes a callback down."""
    return pgettext("callback deed", "Call back")


def visit_words() -> str:
    """The deed that writes a home visit down."""
    return pgettext("callback deed", "Home visit")


def _call_lead() -> str:
    return _("Ask about each point: 5 is very good, 1 is bad (R107, R247).")


def _visit_lead() -> str:
    return _("Customers with a long-term agreement are visited once a quarter (R110).")


def _how_words() -> str:
    return _("By which way")


def _outcome_words() -> str:
    return pgettext("callbacks", "What became of it")


def _words_words() -> str:
    return _("The customer’s words")


def _why_words() -> str:
    return _("Why the customer was not reached")


def at_words() -> str:
    """When it was."""
    return pgettext("callbacks", "When")


def _signed_words() -> str:
    return _("Signed by the customer")
