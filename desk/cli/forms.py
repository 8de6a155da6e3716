"""`desk forms`: every kind of paper with its clauses and papers; the document head of one."""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from desk.cli import columns, output
from desk.cli.parser import Parser, added, day, json_option, tell_columns
from desk.cli.session import signed_in
from desk.domain.document_control import DocumentEntry
from desk.domain.paper import FORMS
from desk.i18n import _
from desk.services import document_control, policy
from desk.services.paper import name_of
from desk.services.workplace import Workplace

HEAD = "head"


def run(wanted: argparse.Namespace) -> int:
    """A line for each form; with `head` the document head of one is kept first."""
    given = parse(wanted.words)
    with signed_in(wanted) as workplace:
        if given.deed == HEAD:
            _keep(workplace, given)
        rows = (row for row in _forms(workplace) if not given.deed or row["form"] == given.form)
        output.rows(rows, json_wanted=given.json, columns=columns.FORMS)
    return 0


def parse(words: list[str]) -> argparse.Namespace:
    """What is wanted."""
    told = _("every form with its clause and its papers")
    parser = Parser(prog="desk forms", description=told)
    tell_columns(parser, {"": columns.FORMS})
    json_option(parser)
    deeds = parser.add_subparsers(dest="deed", metavar=HEAD, parser_class=Parser)
    head = added(deeds, HEAD, _("keep the document head of a form (R224); what is not named stays"))
    forms = tuple(form.replace("_", "-") for form in FORMS)
    head.add_argument("form", choices=forms, metavar="FORM", help=_("which form"))
    for name, said in _head_words().items():
        head.add_argument(f"--{name}", dest=name.replace("-", "_"), metavar="TEXT", help=said)
    effective = _("the day from which it holds")
    head.add_argument("--effective", type=day, dest="effective_on", metavar="DAY", help=effective)
    json_option(head)
    return parser.parse_args(words)


def _head_words() -> dict[str, str]:
    return {
        "number": _("the document number"),
        "edition": _("the version of the document"),
        "revision": _("how often it was revised"),
        "prepared-by": _("who prepared it"),
        "reviewed-by": _("who reviewed it"),
        "approved-by": _("who approved it"),
    }


def _keep(workplace: Workplace, given: argparse.Namespace) -> None:
    form = given.form.replace("-", "_")
    kept = document_control.of_form(workplace, form)
    named = {one.name: getattr(given, one.name) for one in fields(DocumentEntry)}
    told = {name: value for name, value in named.items() if value is not None}
    entry = replace(document_control.entry_of(kept), **told)
    document_control.keep(workplace, form, kept.version, entry)


def _forms(workplace: Workplace) -> Iterator[Mapping[str, Any]]:
    """Every form, under today's policy's name for it."""
    kept = policy.in_force(workplace, workplace.today())
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
