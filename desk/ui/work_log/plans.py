"""What each deed on an entry asks for before it is done."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from desk.domain import work_log as rules
from desk.services.work_log import WorkLogRow
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.text_field import TextField
from desk.ui.work_log import words
from desk.ui.work_log.deeds import WorkLogDeeds

Make = Callable[[WorkLogDeeds, WorkLogRow], DeedPlan]


def submit(deeds: WorkLogDeeds, known: WorkLogRow) -> DeedPlan:
    """To whom it goes (R195)."""
    line = partial(LineField, rules.NAME_LIMIT)
    return DeedPlan(
        title=words.submit,
        button=words.submit,
        asked=(Asked("submitted_to", line, words.submitted_to, required=True),),
        do=partial(_submit, deeds, known),
        lead=words.submit_lead,
    )


def give_back(deeds: WorkLogDeeds, known: WorkLogRow) -> DeedPlan:
    """What the superior has to say to it (R195)."""
    text = partial(TextField, rules.TEXT_LIMIT, lines=3)
    return DeedPlan(
        title=words.give_back,
        button=words.give_back,
        asked=(Asked("remark", text, words.remark),),
        do=partial(_give_back, deeds, known),
    )


def void(deeds: WorkLogDeeds, known: WorkLogRow) -> DeedPlan:
    """Why it is void."""
    line = partial(LineField, rules.WHY_LIMIT)
    return DeedPlan(
        title=words.void,
        button=words.void,
        asked=(Asked("why", line, words.why, required=True),),
        do=partial(_void, deeds, known),
        lead=words.void_lead,
    )


PLANS: Mapping[str, Make] = MappingProxyType(
    {"submit": submit, "give_back": give_back, "void": void}
)


def _submit(deeds: WorkLogDeeds, known: WorkLogRow, said: Mapping[str, Any]) -> WorkLogRow:
    return deeds.submit(known, said["submitted_to"])


def _give_back(deeds: WorkLogDeeds, known: WorkLogRow, said: Mapping[str, Any]) -> WorkLogRow:
    return deeds.give_back(known, said["remark"])


def _void(deeds: WorkLogDeeds, known: WorkLogRow, said: Mapping[str, Any]) -> WorkLogRow:
    return deeds.void(known, said["why"])
