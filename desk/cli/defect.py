"""`desk defect DEED …`: defects of homes and the builder's repairs (R35); `desk defect inspect`
has the deeds of the inspection they come from (R30)."""

import argparse
import dataclasses
from collections.abc import Mapping
from typing import Any

from desk.cli import inspection, output
from desk.cli.argument import add_options
from desk.cli.case import home
from desk.cli.case.deed import choice, flag, text
from desk.cli.defect_deeds import DEEDS
from desk.cli.pages import every
from desk.cli.parser import Parser, added, tell_columns
from desk.cli.register import acted, add_deeds, add_show, deeds_of, done, read, whole
from desk.domain import numbering
from desk.domain.defect import WAITS, Age, State
from desk.domain.inspection import said
from desk.i18n import N_, _, language
from desk.services import defect
from desk.services.defect import Defect, DefectFilter, DefectRow
from desk.services.workplace import Workplace

SHOW, LIST, AGES = "show", "list", "ages"
COLUMNS = ("number", "state", "unit", "place", "what", "builder", "found_at", "due_on", "reminders")
ONE = ("number", "state", "due_on", "reminders", "fails")
AGE_COLUMNS = ("age", "count")
_NARROWED = (
    choice("state", State, N_("defects in this state alone"), vocabulary="defect_state"),
    choice("age", Age, N_("defects of this age alone"), vocabulary="age"),
    flag("overdue", N_("defects whose day has passed")),
    flag("all", N_("those that are repaired or void too"), "every"),
    home.unit(),
    text("text", N_("a number, a room, a part, the builder")),
)


def run(wanted: argparse.Namespace) -> int:
    """Do the deed on the defect as it now stands, print where it then stands."""
    if wanted.words[:1] == [inspection.NAME]:
        return inspection.run(wanted)
    given = parse(wanted.words)
    return done(wanted, given, _RUN.get(given.deed, _do))


def _do(workplace: Workplace, given: argparse.Namespace) -> None:
    known = acted(workplace, DEEDS, defect.get, given)
    if given.json:
        output.one(as_json(known))
        return
    output.line(*(getattr(known.detail, name) for name in ONE))


def _show(workplace: Workplace, given: argparse.Namespace) -> None:
    known = defect.get(workplace, numbering.typed(given.number))
    defect_shown(workplace, known, json_wanted=given.json)


def defect_shown(workplace: Workplace, known: Defect, *, json_wanted: bool) -> None:
    """A defect whole: what is wrong where, how it stands, its journal."""
    if json_wanted:
        output.one(as_json(known))
        return
    told = {name: one for name, one in _row(known.detail).items() if not isinstance(one, Mapping)}
    whole(workplace, told, left_out=(None, "", 0))
    output.line("days", known.days)
    for event in known.events:
        at = f"{workplace.estate.custom.local(event.at):%Y-%m-%d %H:%M}"
        day = event.day or ""
        output.line("event", at, event.kind, event.how, event.person, event.text, day)


def _list(workplace: Workplace, given: argparse.Namespace) -> None:
    rows = map(_row, every(defect.page, workplace, _narrowed(workplace, given)))
    output.register(rows, workplace.estate.zone, json_wanted=given.json, columns=COLUMNS)


def _ages(workplace: Workplace, given: argparse.Namespace) -> None:
    found = defect.counts(workplace, _narrowed(workplace, given))
    rows = ({"age": age.value, "count": count} for age, count in found.items())
    output.rows(rows, json_wanted=given.json, columns=AGE_COLUMNS)


def _narrowed(workplace: Workplace, given: argparse.Namespace) -> DefectFilter:
    told = read(workplace, _NARROWED, given)
    states = () if told["every"] else WAITS
    return DefectFilter(
        states=states if told["state"] is None else (told["state"],),
        age=told["age"],
        overdue=told["overdue"],
        unit_id=told["unit_id"],
        text=told["text"],
    )


def _row(row: DefectRow) -> Mapping[str, Any]:
    place = f"{said(row.room, language())} · {said(row.part, language())}"
    return {**dataclasses.asdict(row), "place": place}


def as_json(known: Defect) -> Mapping[str, Any]:
    """A defect whole."""
    return {
        "record": _row(known.detail),
        "days": known.days,
        "age": known.age,
        "overdue": known.is_overdue,
        "photos": known.photos,
        "journal": known.events,
    }


_RUN = {SHOW: _show, LIST: _list, AGES: _ages}


def parse(words: list[str]) -> argparse.Namespace:
    """The deed and its words."""
    told = _("do with a defect what the window does; what is refused says why, all at once")
    parser = Parser(prog="desk defect", description=told)
    tell_columns(parser, {"": ONE, LIST: COLUMNS, AGES: AGE_COLUMNS})
    commands = deeds_of(parser)
    add_deeds(commands, DEEDS.values(), _("the defect’s number"))
    add_show(commands, _("show a defect with its journal"), _("the defect’s number"))
    add_options(added(commands, LIST, _("list the defects, the oldest first")), _NARROWED)
    add_options(added(commands, AGES, _("how many defects are how old")), _NARROWED)
    added(commands, inspection.NAME, _("the inspections of homes: begin, judge, meter, sign"))
    return parser.parse_args(words)
