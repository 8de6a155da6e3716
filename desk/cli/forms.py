"""`desk forms`: every kind of paper with its clauses, its papers and its document number."""

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from desk.cli import columns, output
from desk.cli.parser import Parser, json_option, tell_columns
from desk.cli.session import signed_in
from desk.domain.paper import FORMS
from desk.i18n import _
from desk.services import document_control, policy
from desk.services.paper import name_of
from desk.services.workplace import Workplace


def run(wanted: argparse.Namespace) -> int:
    """A line for each form."""
    given = parse(wanted.words)
    with signed_in(wanted) as workplace:
        rows = _forms(workplace)
        if not given.json:
            rows = map(_plain, rows)
        output.rows(rows, json_wanted=given.json, columns=columns.FORMS)
    return 0


def parse(words: list[str]) -> argparse.Namespace:
    """What is wanted."""
    told = _("every form with its clause and its papers")
    parser = Parser(prog="desk forms", description=told)
    tell_columns(parser, {"": columns.FORMS})
    json_option(parser)
    return parser.parse_args(words)


def _forms(workplace: Workplace) -> Iterator[Mapping[str, Any]]:
    """Every form, under today's policy's name for it."""
    kept = policy.in_force(workplace, workplace.estate.custom.day(workplace.now()))
    for head in document_control.every(workplace):
        facts = FORMS[head.form]
        yield {
            "form": head.form.replace("_", "-"),
            "title": name_of(kept.policy, head.form),
            "clauses": facts.clauses,
            "papers": facts.papers,
            "copies": facts.copies,
            "captions": facts.captions,
            "blank": True,
            "comes_home": facts.comes_home,
            "of": "period" if facts.register else "record",
            "document": head.number,
            "edition": head.edition,
        }


def _plain(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Lists in one cell, yes and no in words."""
    return {name: _cell(value) for name, value in row.items()}


def _cell(value: object) -> object:
    match value:
        case bool():
            return _("yes") if value else _("no")
        case tuple():
            return " ".join(map(str, value))
    return value
