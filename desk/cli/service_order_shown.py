"""How an order is told on the command line: a line, whole, as JSON."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from desk.cli import output
from desk.domain.service_order import State
from desk.services.service_order import Order
from desk.services.workplace import Workplace
from desk.wording import label, sentence

LINE = ("number", "state", "arrive_by", "owed", "missing")
ROWS = ("number", "written_at", "kind", "state", "unit", "customer", "item_name", "provider")
_OVER = (State.CLOSED, State.UNABLE, State.VOID)


def order_line(workplace: Workplace, known: Order) -> None:
    """Where an order stands, in one line: what is missing in words at the end."""
    due = known.detail.arrive_by
    local = "" if due is None else f"{workplace.estate.custom.local(due):%Y-%m-%d %H:%M}"
    missing = " ".join(one["words"] for one in _missing(known))
    output.line(known.detail.number, known.detail.state, local, known.facts.owed, missing)


def order_shown(workplace: Workplace, known: Order, *, json_wanted: bool) -> None:
    """An order whole: what it says, its parts, what is missing, its journal."""
    if json_wanted:
        output.one(as_json(known))
        return
    (record,) = output.on_the_wall([dataclasses.asdict(known.detail)], workplace.estate.zone)
    for name, value in record.items():
        if value not in (None, "", False):
            output.line(name, value)
    output.line("paid", known.facts.paid)
    output.line("owed", known.facts.owed)
    for cells in _parts(known):
        output.line(*cells)
    for one in _missing(known):
        output.line("missing", one["words"])
    for event in known.events:
        at = f"{workplace.estate.custom.local(event.at):%Y-%m-%d %H:%M}"
        told = label("order_event", event.kind)
        output.line("event", at, told, event.by or "", event.person, event.text)


def as_json(known: Order) -> Mapping[str, Any]:
    """An order whole."""
    return {
        "record": known.detail,
        "paid": known.facts.paid,
        "owed": known.facts.owed,
        "arrival": known.arrival.state if known.arrival else None,
        "materials": known.materials,
        "changes": known.changes,
        "damages": known.damages,
        "reworks": known.reworks,
        "receipts": known.receipts,
        "missing": _missing(known),
        "journal": known.events,
    }


def _parts(known: Order) -> Iterator[tuple[object, ...]]:
    for material in known.materials:
        count = f"{material.quantity} {material.counted}".strip()
        fit = label("material_fit", material.fit)
        yield "material", label("material_source", material.source), material.what, count, fit
    for change in known.changes:
        yield "change", change.what, change.price or "", label("change_word", change.word)
    for damage in known.damages:
        yield "damage", damage.what, "" if damage.compensation is None else damage.compensation
    for one in known.receipts:
        yield "receipt", one.number, one.total, one.collected_by, one.void_why


def _missing(known: Order) -> list[Mapping[str, str]]:
    """What keeps it from being closed; nothing is missing of an order that is over."""
    reasons = () if known.facts.state in _OVER else known.missing
    return [{"code": one.code, "words": sentence(one.code, one.parameters)} for one in reasons]
