"""The deeds of `desk callbacks`: call, tell the provider, visit, draw, mark (R107-R110, R248)."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desk.cli.case.deed import Given, Misread, Option, choice, flag, moment, number, text
from desk.cli.case.record_deed import by_name
from desk.domain import numbering
from desk.i18n import N_, _
from desk.services import (
    service_agreement,
    service_callback,
    service_callback_choice,
    service_callback_mark,
    service_callback_visit,
)
from desk.services.service_callback import (
    CallbackEntry,
    CallbackFilter,
    CallbackHow,
    CallbackOutcome,
    CallbackRow,
    TellEntry,
)
from desk.services.service_callback_mark import MarkEntry
from desk.services.workplace import Workplace
from desk.wording import sentence

Rows = list[Mapping[str, Any]]
Do = Callable[[Workplace, str, Given], Rows]

ORDER = N_("the order’s number")
CALLBACK = N_("the callback’s id, as “made” lists it")
AGREEMENT = N_("the number of the long-term agreement")
MADE = ("id", "number", "at", "how", "outcome", "satisfaction", "by", "told_at", "void_why")
CALLED = (*MADE, "missing")
MARKED = ("id", "person_id", "person", "at", "number", "why")
SAMPLE = ("id", "drawn_at", "by", "seed", "share", "orders", "among", "drawn", "again")
_MOST = 500

_SAID: tuple[Option, ...] = (
    choice("how", CallbackHow, N_("by which way"), vocabulary="callback_how"),
    choice("outcome", CallbackOutcome, N_("how the callback ended"), vocabulary="callback_outcome"),
    moment("at", N_("when; now where nothing is said")),
    number("timeliness", N_("whether it was in time, 5 to 1")),
    number("manners", N_("manners, 5 to 1")),
    number("quality", N_("the quality of the work, 5 to 1")),
    number("requirement", N_("whether it is as it was wished, 5 to 1")),
    text("words", N_("what the customer said")),
    text("why", N_("why nobody was reached")),
    text("signed-by", N_("who signed: the customer at the door, the caller on the phone")),
)
_WHY = text("why", N_("why"))


@dataclass(frozen=True)
class CallbackDeed:
    """One deed: its name, what it is for (marked for the catalogues), its words, who does it; `on`
    says what it is done on."""

    name: str
    help: str
    options: tuple[Option, ...]
    do: Do
    columns: tuple[str, ...]
    on: str = ""


def _call(workplace: Workplace, which: str, given: Given) -> Rows:
    order = service_callback.get(workplace, numbering.typed(which)).order
    view = service_callback.call_back(workplace, order.id, CallbackEntry(**given))
    missing = " ".join(sentence(one.code, one.parameters) for one in view.missing)
    return [dict(row) | {"missing": missing} for row in _rows(view.callbacks[-1:])]


def _show(workplace: Workplace, which: str, _given: Given) -> Rows:
    return _rows(service_callback.get(workplace, numbering.typed(which)).callbacks)


def _tell(workplace: Workplace, which: str, given: Given) -> Rows:
    known = service_callback.detail(workplace, _id(which))
    entry = TellEntry(given["to"], given["at"])
    return _rows([service_callback.tell(workplace, known.id, known.version, entry)])


def _void(workplace: Workplace, which: str, given: Given) -> Rows:
    known = service_callback.detail(workplace, _id(which))
    return _rows([service_callback.void(workplace, known.id, known.version, given["why"])])


def _visit(workplace: Workplace, which: str, given: Given) -> Rows:
    agreement = service_agreement.get(workplace, numbering.typed(which))
    entry = CallbackEntry(CallbackHow.VISIT, **given)
    return _rows([service_callback_visit.visit(workplace, agreement.id, entry)])


def _made(workplace: Workplace, _which: str, given: Given) -> Rows:
    wanted = CallbackFilter(untold=given["untold"])
    return _rows(service_callback.page(workplace, wanted, None, _MOST).rows)


def _draw(workplace: Workplace, _which: str, _given: Given) -> Rows:
    before = {one.id for one in service_callback_choice.samples(workplace)}
    service_callback_choice.draw(workplace)
    return [one for one in _samples(workplace, "", {}) if one["id"] not in before]


def _samples(workplace: Workplace, _which: str, _given: Given) -> Rows:
    """Each with whether its seed draws the same again."""
    return [
        dataclasses.asdict(one) | {"again": service_callback_choice.was_drawn_so(one)}
        for one in service_callback_choice.samples(workplace)
    ]


def _mark(workplace: Workplace, which: str, given: Given) -> Rows:
    rows = service_callback_mark.mark(workplace, MarkEntry(_id(which), **given))
    return [dataclasses.asdict(one) for one in rows]


def _marked(workplace: Workplace, _which: str, _given: Given) -> Rows:
    return [dataclasses.asdict(one) for one in service_callback_mark.marked(workplace)]


def _unmark(workplace: Workplace, which: str, given: Given) -> Rows:
    known = {one.id: one for one in service_callback_mark.marked(workplace)}.get(_id(which))
    if known is None:
        raise Misread(_("{said} is no open mark").format(said=which))
    rows = service_callback_mark.void(workplace, known.id, known.version, given["why"])
    return [dataclasses.asdict(one) for one in rows]


def _rows(callbacks: Any) -> Rows:
    return [_told(one) for one in callbacks]


def _told(row: CallbackRow) -> Mapping[str, Any]:
    return dataclasses.asdict(row)


def _id(said: str) -> int:
    if not said.isdecimal() or len(said) > 9:
        raise Misread(_("{said} is no id").format(said=said))
    return int(said)


_ALL = (
    CallbackDeed("call", N_("write down a callback of an order"), _SAID, _call, CALLED, ORDER),
    CallbackDeed("show", N_("the callbacks of an order"), (), _show, MADE, ORDER),
    CallbackDeed(
        "tell",
        N_("write down that the provider was told the result"),
        (text("to", N_("who was told")), moment("at", N_("when; now where nothing is said"))),
        _tell,
        MADE,
        CALLBACK,
    ),
    CallbackDeed("void", N_("declare a callback void"), (_WHY,), _void, MADE, CALLBACK),
    CallbackDeed("visit", N_("write down a home visit"), _SAID[1:], _visit, MADE, AGREEMENT),
    CallbackDeed(
        "made",
        N_("the callbacks that were made, newest first"),
        (flag("untold", N_("those whose result the provider has not been told")),),
        _made,
        MADE,
    ),
    CallbackDeed("draw", N_("draw now what the share still lacks"), (), _draw, SAMPLE),
    CallbackDeed("samples", N_("this month’s draws, each with its seed"), (), _samples, SAMPLE),
    CallbackDeed(
        "mark",
        N_("somebody’s service was complained about: the next is called back"),
        (
            _WHY,
            text("complaint", N_("the complaint’s number")),
            moment("at", N_("when; now where nothing is said")),
        ),
        _mark,
        MARKED,
        N_("the service person’s id"),
    ),
    CallbackDeed("marked", N_("who was complained about"), (), _marked, MARKED),
    CallbackDeed(
        "unmark", N_("a mark was made in error"), (_WHY,), _unmark, MARKED, N_("the mark’s id")
    ),
)
DEEDS = by_name(_ALL)
