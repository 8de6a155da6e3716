"""How a move-in is shown on the command line: a line, whole, as JSON."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from desk.cli import output
from desk.domain.reasons import Reason
from desk.services.move_in import ListedStanding, MoveIn
from desk.services.move_in_words import document_name, item_name
from desk.services.policy_name import name
from desk.services.workplace import Workplace
from desk.wording import label, sentence

LINE = ("number", "state", "missing")
ROWS = ("number", "written_at", "arrival", "state", "unit", "name", "moved_on", "visited_on")


def case_line(known: MoveIn) -> None:
    """The case in a line: its number, how it stands, how much keeps it open."""
    output.line(known.detail.number, known.detail.state, len(known.blockers))


def case_shown(workplace: Workplace, known: MoveIn, *, json_wanted: bool) -> None:
    """A case whole: what it says, its people, its papers, what is missing, its journal."""
    if json_wanted:
        output.one(as_json(known))
        return
    (record,) = output.on_the_wall([dataclasses.asdict(known.detail)], workplace.estate.zone)
    for field, value in record.items():
        if value not in (None, "", False):
            output.line(field, value)
    for one in known.persons:
        output.line("person", one.name, one.role, ", ".join(one.phones), one.identity_masked)
    _papers(known)
    for fee in known.fees:
        output.line("fee", fee.kind, fee.what, f"{fee.amount:.2f}", fee.looked_by, fee.receipt)
    for keys in known.keys:
        output.line("keys", keys.number, keys.keys, "signed" if keys.signed else "")
    for one_missing in known.missing:
        output.line("missing", one_missing.field or "", _words(one_missing))
    for passed in known.excepted:
        named = item_name(known.rule, passed.item, known.facts)
        output.line("excepted", passed.item, named, passed.why, passed.by)
    for event in known.events:
        at = f"{workplace.estate.custom.local(event.at):%Y-%m-%d %H:%M}"
        output.line("event", at, event.kind, event.by, event.person)


def _papers(known: MoveIn) -> None:
    for one in known.documents:
        said = document_name(known.rule, one.wanted.rule.code)
        of = "" if one.wanted.person is None else one.wanted.person.name
        output.line("document", one.wanted.rule.code, said, of, label("document_state", one.state))
    for kind, papers in (("agreement", known.agreements), ("material", known.materials)):
        for paper in papers:
            listed = paper.listed
            day = "" if listed is None or listed.signed_on is None else listed.signed_on
            by = "" if listed is None else listed.signed_by
            output.line(kind, paper.paper.code, name(paper.paper.labels), day, by)


def as_json(known: MoveIn) -> Mapping[str, Any]:
    """A case whole; identity numbers masked."""
    return {
        "record": known.detail,
        "persons": known.persons,
        "documents": [
            {
                "code": one.wanted.rule.code,
                "item": one.wanted.item,
                "name": document_name(known.rule, one.wanted.rule.code),
                "person": None if one.wanted.person is None else one.wanted.person.name,
                "state": one.state,
                "found": one.document,
                "missing": _told(one.reasons),
            }
            for one in known.documents
        ],
        "agreements": [_listed(one) for one in known.agreements],
        "materials": [_listed(one) for one in known.materials],
        "fees": known.fees,
        "keys": known.keys,
        "missing": _told(known.missing),
        "blockers": _told(known.blockers),
        "excepted": known.excepted,
        "visit_due": known.visit_due,
        "journal": known.events,
    }


def _listed(one: ListedStanding) -> Mapping[str, Any]:
    return {"code": one.paper.code, "name": name(one.paper.labels), "signed": one.listed}


def _told(reasons: Iterable[Reason]) -> list[Mapping[str, str | None]]:
    return [{"code": one.code, "item": one.field, "words": _words(one)} for one in reasons]


def _words(reason: Reason) -> str:
    return sentence(reason.code, reason.parameters)
