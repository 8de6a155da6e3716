"""`desk defect inspect DEED …`: the inspection of a home 驗房 (R30), as the window does it."""

import argparse
import dataclasses
from collections.abc import Mapping
from typing import Any

from desk.cli import inspection_deeds as deeds
from desk.cli import output
from desk.cli.argument import add_options
from desk.cli.case import home
from desk.cli.pages import every
from desk.cli.parser import Parser, added, tell_columns
from desk.cli.register import acted, add_deeds, add_show, deeds_of, done, read, whole
from desk.domain import numbering
from desk.domain.inspection import said
from desk.i18n import _, language
from desk.services import inspection, inspection_template
from desk.services.inspection import Filter, Inspection
from desk.services.workplace import Workplace
from desk.wording import sentence

NAME = "inspect"
BEGIN, SHOW, LIST, TEMPLATE = "begin", "show", "list", "template"
ONE = ("number", "state", "parts", "unseen", "failed")
COLUMNS = ("number", "begun_at", "state", "unit", "builder", "parts", "unseen", "failed")
TEMPLATE_COLUMNS = ("room", "part")
_NARROWED = (home.unit(),)


def run(wanted: argparse.Namespace) -> int:
    """Do the deed on the inspection as it now stands, print where it then stands."""
    given = parse(wanted.words[1:])
    return done(wanted, given, _RUN.get(given.deed, _do))


def _begin(workplace: Workplace, given: argparse.Namespace) -> None:
    told = read(workplace, deeds.BEGIN, given)
    _tell(deeds.begin(workplace, told), given)


def _do(workplace: Workplace, given: argparse.Namespace) -> None:
    _tell(acted(workplace, deeds.DEEDS, inspection.get, given), given)


def _tell(known: Inspection, given: argparse.Namespace) -> None:
    if given.json:
        output.one(as_json(known))
        return
    output.line(*(getattr(known.detail, name) for name in ONE))


def _show(workplace: Workplace, given: argparse.Namespace) -> None:
    known = inspection.get(workplace, numbering.typed(given.number))
    inspection_shown(workplace, known, json_wanted=given.json)


def inspection_shown(workplace: Workplace, known: Inspection, *, json_wanted: bool) -> None:
    """An inspection whole: who, its parts by their places, meters, what is missing."""
    if json_wanted:
        output.one(as_json(known))
        return
    whole(workplace, dataclasses.asdict(known.detail))
    spoken = language()
    for place, item in enumerate(known.items, 1):
        named = said(item.room, spoken), said(item.part, spoken)
        output.line("part", place, *named, item.verdict, item.remark, len(item.photos))
    for one in known.readings:
        shown = "" if one.value is None else one.value
        output.line("meter", one.kind, one.meter_number, shown, one.absent or one.why)
    for row in known.defects:
        output.line("defect", row.number, row.state, row.what)
    for reason in known.missing:
        output.line("missing", reason.code, sentence(reason.code, reason.parameters))


def _list(workplace: Workplace, given: argparse.Namespace) -> None:
    told = read(workplace, _NARROWED, given)
    found = every(inspection.page, workplace, Filter(unit_id=told["unit_id"]))
    rows = map(dataclasses.asdict, found)
    output.register(rows, workplace.estate.zone, json_wanted=given.json, columns=COLUMNS)


def _template(workplace: Workplace, given: argparse.Namespace) -> None:
    """The rooms and parts the next inspection begins with; a new version where some are given."""
    told = read(workplace, deeds.TEMPLATE, given)
    found = inspection_template.in_force(workplace)
    if told["rooms"]:
        rooms = deeds.rooms_of(told["rooms"])
        found = inspection_template.write(workplace, found.number, rooms, told["why"])
    rows = (
        {"room": said(room.names, language()), "part": said(part.names, language())}
        for room in found.rooms
        for part in room.parts
    )
    output.rows(rows, json_wanted=given.json, columns=TEMPLATE_COLUMNS)


def as_json(known: Inspection) -> Mapping[str, Any]:
    """An inspection whole."""
    return {
        "record": known.detail,
        "parts": known.items,
        "meters": [
            {**dataclasses.asdict(one), "value": None if one.value is None else str(one.value)}
            for one in known.readings
        ],
        "defects": [row.number for row in known.defects],
        "missing": [
            {"code": one.code, "words": sentence(one.code, one.parameters)} for one in known.missing
        ],
    }


_RUN = {BEGIN: _begin, SHOW: _show, LIST: _list, TEMPLATE: _template}


def parse(words: list[str]) -> argparse.Namespace:
    """The deed and its words."""
    told = _("do at an inspection what the window does; what is refused says why, all at once")
    parser = Parser(prog=f"desk defect {NAME}", description=told)
    tell_columns(parser, {"": ONE, LIST: COLUMNS, TEMPLATE: TEMPLATE_COLUMNS})
    commands = deeds_of(parser)
    add_options(added(commands, BEGIN, _("begin the inspection of a home")), deeds.BEGIN)
    which = _("the inspection’s number")
    add_deeds(commands, deeds.DEEDS.values(), which)
    add_show(
        commands,
        _("show an inspection with its parts and what is missing"),
        _("the inspection’s number"),
    )
    add_options(added(commands, LIST, _("list the inspections, newest first")), _NARROWED)
    template = added(commands, TEMPLATE, _("the estate’s rooms and parts, or a new version"))
    add_options(template, deeds.TEMPLATE)
    return parser.parse_args(words)
