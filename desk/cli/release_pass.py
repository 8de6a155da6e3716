"""`desk pass DEED …`: what the window does with a release pass 放行條, with the same refusals."""

import argparse
import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from desk.cli import columns, output
from desk.cli import release_pass_deeds as deeds
from desk.cli.argument import add_options
from desk.cli.case.deed import choice, flag, text
from desk.cli.pages import every
from desk.cli.parser import Parser, added, json_option, tell_columns
from desk.cli.register import (
    acted,
    add_deeds,
    add_show,
    deeds_of,
    done,
    on_record,
    read,
    whole,
)
from desk.domain import numbering
from desk.domain.reasons import Reason
from desk.domain.release_pass import State
from desk.domain.release_pass_rule import PassKind
from desk.i18n import N_, _
from desk.services import release_pass, release_pass_gate, release_pass_seal
from desk.services.release_pass import Pass, PassFilter
from desk.services.release_pass_seal import Verdict
from desk.services.workplace import Workplace
from desk.wording import label, sentence

NEW, SHOW, LIST, VERIFY, IDENTITY = "new", "show", "list", "verify", "identity"
_NARROWED = (
    choice("kind", PassKind, N_("passes of this kind alone"), vocabulary="pass_kind"),
    choice("state", State, N_("passes in this state alone"), vocabulary="pass_state"),
    flag("out", N_("passes of which things are still to come back")),
    text("text", N_("a number, a room, a name, a plate, a thing")),
)


def run(wanted: argparse.Namespace) -> int:
    """Do the deed on the pass as it now stands, print where it then stands; 1 for no good code."""
    given = parse(wanted.words)
    return done(wanted, given, _done)


def _done(workplace: Workplace, given: argparse.Namespace) -> int | None:
    release_pass_gate.expire_due(workplace)
    return _RUN.get(given.deed, _do)(workplace, given)


def _new(workplace: Workplace, given: argparse.Namespace) -> None:
    told = read(workplace, deeds.SAID, given)
    _tell(deeds.begin(workplace, told), given)


def _do(workplace: Workplace, given: argparse.Namespace) -> None:
    _tell(acted(workplace, deeds.DEEDS, release_pass.get, given), given)


def _tell(known: Pass, given: argparse.Namespace) -> None:
    if given.json:
        output.one(as_json(known))
        return
    detail, is_draft = known.detail, known.facts.state is State.DRAFT
    waiting = ",".join(lock.code for lock in known.locks if not lock.holds) if is_draft else ""
    output.line(detail.number, detail.state, waiting, detail.out)


def _show(workplace: Workplace, given: argparse.Namespace) -> None:
    known = release_pass.get(workplace, numbering.typed(given.number))
    pass_shown(workplace, known, json_wanted=given.json)


def pass_shown(workplace: Workplace, known: Pass, *, json_wanted: bool) -> None:
    """A pass whole: what it says, its things, its locks, its journal."""
    if json_wanted:
        output.one(as_json(known))
        return
    whole(workplace, dataclasses.asdict(known.detail), left_out=(None, "", False))
    for item in known.items:
        count = f"{item.quantity} {item.counted}".strip()
        output.line("item", item.what, count, item.marks, item.serial, item.left, item.back)
    for lock in known.locks:
        output.line("lock", lock.code, label("pass_lock", lock.code), _standing(known, lock.holds))
        for reason in lock.reasons:
            output.line("reason", lock.code, sentence(reason.code, reason.parameters))
    for event in known.events:
        at = f"{workplace.estate.custom.local(event.at):%Y-%m-%d %H:%M}"
        output.line("event", at, event.kind, event.by or "", event.person)


def _standing(known: Pass, holds: bool) -> str:
    return _("yes") if holds or known.detail.issued_at is not None else _("no")


def _identity(workplace: Workplace, given: argparse.Namespace) -> None:
    """The last characters of the identity paper that was seen; the look is recorded (R36)."""
    detail = release_pass.get(workplace, numbering.typed(given.number)).detail
    tail = release_pass.see_identity(workplace, detail.id)
    if given.json:
        told = {"applicant": detail.applicant, "kind": detail.identity, "identity_tail": tail}
        output.one(told)
    else:
        output.line(detail.applicant, detail.identity, tail)


def _list(workplace: Workplace, given: argparse.Namespace) -> None:
    told = read(workplace, _NARROWED, given)
    states = () if told["state"] is None else (told["state"],)
    narrowed = PassFilter(told["kind"], states, out=told["out"], text=told["text"])
    rows = map(dataclasses.asdict, every(release_pass.page, workplace, narrowed))
    output.register(rows, workplace.estate.zone, json_wanted=given.json, columns=columns.PASSES)


def _verify(workplace: Workplace, given: argparse.Namespace) -> int:
    """The answer for the guard, and what may still leave; 1 where nothing may."""
    verdict = release_pass_seal.verify(workplace, given.code)
    if given.json:
        output.one(_verdict_as_json(verdict))
        return int(not verdict.lets_pass)
    output.line(verdict.said, verdict.number, label("pass_said", verdict.said))
    for item in verdict.remaining if verdict.found else ():
        count = f"{item.remains} {item.counted}".strip()
        output.line("item", item.what, count, item.marks, item.serial)
    return int(not verdict.lets_pass)


def as_json(known: Pass) -> Mapping[str, Any]:
    """A pass whole."""
    return {
        "record": known.detail,
        "items": known.items,
        "locks": [
            {
                "code": lock.code,
                "asked": lock.asked,
                "holds": lock.holds,
                "missing": _told(lock.reasons),
            }
            for lock in known.locks
        ],
        "evidence": known.evidence,
        "missing": _told(known.blockers if known.facts.state is State.DRAFT else ()),
        "duplicates": known.duplicates,
        "journal": known.events,
    }


def _told(reasons: Iterable[Reason]) -> list[Mapping[str, str]]:
    return [{"code": one.code, "words": sentence(one.code, one.parameters)} for one in reasons]


def _verdict_as_json(verdict: Verdict) -> Mapping[str, Any]:
    return {
        "said": verdict.said,
        "number": verdict.number,
        "lets_pass": verdict.lets_pass,
        "words": label("pass_said", verdict.said),
        "remaining": verdict.remaining,
        "pass": None if verdict.found is None else verdict.found.detail,
    }


_RUN = {NEW: _new, SHOW: _show, LIST: _list, VERIFY: _verify, IDENTITY: _identity}


def parse(words: list[str]) -> argparse.Namespace:
    """The deed and its words."""
    told = _("do with a release pass what the window does; what is refused says why, all at once")
    parser = Parser(prog="desk pass", description=told)
    named = {"": columns.PASS, LIST: columns.PASSES, VERIFY: columns.VERDICT}
    tell_columns(parser, named)
    commands = deeds_of(parser)
    add_options(added(commands, NEW, _("write a pass down")), deeds.SAID)
    add_deeds(commands, deeds.DEEDS.values(), _("the pass’s number"))
    verify = added(commands, VERIFY, _("whether a paper is genuine, and what may leave by it"))
    verify.add_argument("code", metavar="CODE", help=_("the short code under its QR"))
    json_option(verify)
    told = _("the last characters of the identity paper; the look is recorded")
    json_option(on_record(commands, IDENTITY, told, _("the pass’s number")))
    add_show(commands, _("show a pass with its locks and its journal"), _("the pass’s number"))
    add_options(added(commands, LIST, _("list the passes, newest first")), _NARROWED)
    return parser.parse_args(words)
