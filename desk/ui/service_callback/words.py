"""Words of the screens of callbacks."""

import datetime as dt

from desk.domain import deadlines
from desk.domain.deadlines import ClockState
from desk.domain.service_callback_quota import DRAWN
from desk.i18n import EstateFormat, _, pgettext
from desk.services.service_callback import (
    Aspect,
    CallbackHow,
    CallbackOutcome,
    CallbackRow,
    ChoiceRow,
)
from desk.services.service_callback_choice import Meter
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.theme import Tone
from desk.ui.service_callback.deeds import MADE, OWED, UNTOLD, VISITS
from desk.ui.service_callback.view import Line
from desk.wording import label
from desk.wording.today import short_left_words

_TONES = {ClockState.OVERDUE: Tone.OVERDUE, ClockState.SOON: Tone.DUE}


def title() -> str:
    """The section."""
    return _("Callbacks")


def show_title() -> str:
    """What the list shows."""
    return pgettext("callbacks", "Shown")


def show_choices() -> list[Choice]:
    """The four lists."""
    return [
        Choice(OWED, pgettext("callbacks", "Still owed")),
        Choice(MADE, pgettext("callbacks", "Made")),
        Choice(UNTOLD, pgettext("callbacks", "Provider to be told")),
        Choice(VISITS, pgettext("callbacks", "Home visits owed")),
    ]


def kinds_words(row: ChoiceRow) -> str:
    """Why an order is called back."""
    kinds = row.always or ((DRAWN,) if row.sample_id else ())
    return " · ".join(label("callback_kind", one) for one in kinds)


def line_chip(line: Line, now: dt.datetime) -> Chip:
    """What is left of its window, or how content the customer was."""
    if line.made is not None:
        return answer_chip(line.made)
    started = line.owed.done_at if line.owed else line.visit and line.visit.started_at
    return due_chip(started or now, line.at or now, now)


def due_chip(started: dt.datetime, due: dt.datetime, now: dt.datetime) -> Chip:
    """How much time is left."""
    standing = deadlines.standing(started, due, None, None, now)
    return Chip(_TONES.get(standing.state, Tone.NEUTRAL), short_left_words(standing))


def answer_chip(row: CallbackRow) -> Chip:
    """What became of a callback."""
    if row.void_why:
        return Chip(Tone.NEUTRAL, _("Void"))
    if row.outcome != CallbackOutcome.REACHED:
        return Chip(Tone.DUE, label("callback_outcome", row.outcome))
    tone = Tone.OVERDUE if row.satisfaction == "dissatisfied" else Tone.DONE
    return Chip(tone, content_words(row.satisfaction))


def how_words(code: str) -> str:
    """By which way a customer is asked: a visit is one at the door 上門回訪 (R247)."""
    if code == CallbackHow.VISIT:
        return pgettext("callbacks", "At the door")
    return label("callback_how", code)


def content_words(code: str) -> str:
    """How content a customer is, by the scores."""
    known = {
        "satisfied": pgettext("callbacks", "Satisfied"),
        "fair": pgettext("callbacks", "Fairly satisfied"),
        "dissatisfied": pgettext("callbacks", "Dissatisfied"),
    }
    return known.get(code, code)


def scores_words(row: CallbackRow) -> str:
    """Every aspect with its score."""
    told = ((aspect, getattr(row, aspect)) for aspect in Aspect)
    return " · ".join(f"{label('aspect', one)} {score}" for one, score in told if score)


def meter_words(found: Meter) -> str:
    """What the month asks for and what was made of it."""
    if not found.least and not found.in_all:
        told = _("{orders} orders done this month. The policy asks for no share of callbacks.")
        return told.format(orders=found.orders)
    told = _("{orders} orders done this month · {share} % are called back: {in_all} in all")
    return told.format(orders=found.orders, share=found.share, in_all=found.in_all)


def made_words(found: Meter) -> str:
    """Made, of which late, and let off."""
    told = [_("{count} made").format(count=found.made)]
    if found.late:
        told.append(_("{count} of them late").format(count=found.late))
    if found.let_off:
        told.append(_("{count} let off").format(count=found.let_off))
    if found.visits_least:
        told.append(
            _("{made} of {least} at the door").format(made=found.visits, least=found.visits_least)
        )
    return " · ".join(told)


def kind_words(kind: str, count: int, due: str) -> str:
    """How many of a kind are still owed by when."""
    name = label("callback_kind", kind)
    if not due:
        return _("{kind}: {count}").format(kind=name, count=count)
    return _("{kind}: {count} · by {moment}").format(kind=name, count=count, moment=due)


def moment_words(custom: EstateFormat, moment: dt.datetime | None) -> str:
    """A moment as the estate writes it; "" for none."""
    return "" if moment is None else custom.datetime(moment)


def empty_words() -> str:
    """Nothing is owed."""
    return _("Nobody is to be called back.")


def draw_words() -> str:
    """The deed that draws."""
    return _("Draw now")


def drawn_words(count: int) -> str:
    """How many were drawn."""
    if not count:
        return _("The share lacks nothing: nothing was drawn.")
    return _("Drawn: {count}").format(count=count)
