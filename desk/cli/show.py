"""`desk show NUMBER`: a record with its clocks, what is missing, its journal."""

import argparse
import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from datetime import datetime
from typing import Any

from desk import i18n
from desk.cli import output
from desk.cli.defect import defect_shown
from desk.cli.inspection import inspection_shown
from desk.cli.key import shown as key_shown
from desk.cli.move_in_shown import case_shown
from desk.cli.price_board import board_shown
from desk.cli.provider import agreement_shown
from desk.cli.receipt import receipt_shown
from desk.cli.release_pass import pass_shown
from desk.cli.service_order_shown import order_shown
from desk.domain import numbering
from desk.domain.complaint import State
from desk.domain.complaint_approval import Wanted
from desk.domain.complaint_case import CaseFacts
from desk.domain.complaint_clock import Clock
from desk.domain.reasons import Reason
from desk.errors import NotFound, ReasonLike
from desk.services import (
    business_calendar,
    case_journal,
    case_words,
    complaint,
    complaint_approval,
    complaint_case,
    defect,
    fee_mandate,
    first_asked,
    inspection,
    move_in,
    price_board,
    price_board_draft,
    receipt,
    reception,
    release_pass,
    service_agreement,
    service_order,
    supplier_agreement,
    work_log,
)
from desk.services.complaint_case import Case
from desk.services.first_asked import Duty
from desk.services.policy_words import post_name
from desk.services.work_log import WorkLogRow
from desk.services.workplace import Workplace

Rows = Iterator[tuple[object, ...]]

# By the letter of its number: how a record is had, and how it is shown.
_BY_LETTER: Mapping[str, tuple[Callable[..., Any], Callable[..., None]]] = {
    release_pass.LETTER: (release_pass.get, pass_shown),
    service_order.LETTER: (service_order.get, order_shown),
    receipt.LETTER: (receipt.get, receipt_shown),
    fee_mandate.LETTER: (fee_mandate.get, receipt_shown),
    defect.LETTER: (defect.get, defect_shown),
    inspection.LETTER: (inspection.get, inspection_shown),
    move_in.LETTER: (move_in.get, case_shown),
    price_board_draft.LETTER: (price_board.get, board_shown),
    supplier_agreement.LETTER: (supplier_agreement.get, agreement_shown),
    service_agreement.LETTER: (service_agreement.get, agreement_shown),
}


def run(workplace: Workplace, wanted: argparse.Namespace) -> int:
    """Whatever has the number: NotFound where nothing has."""
    with i18n.speaking(wanted.language) if wanted.language else nullcontext():
        number = numbering.typed(wanted.number)
        if number.startswith(work_log.LETTER):
            show_log(workplace, work_log.get(workplace, number), json_wanted=wanted.json)
            return 0
        if number[:1] in _BY_LETTER:
            get, show = _BY_LETTER[number[:1]]
            show(workplace, get(workplace, number), json_wanted=wanted.json)
            return 0
        kept = key_shown.of_number(workplace, number)
        if kept is not None:
            show_key(workplace, *kept, json_wanted=wanted.json)
            return 0
        if number.startswith(reception.LETTER):
            visit = reception.get(workplace, number)
            show_duty(workplace, first_asked.duty(workplace, visit.id), json_wanted=wanted.json)
            return 0
        if not number.startswith(complaint.LETTER):
            raise NotFound("record", number)
        show_case(workplace, complaint_case.get(workplace, number), json_wanted=wanted.json)
    return 0


def show_case(workplace: Workplace, case: Case, *, json_wanted: bool) -> None:
    """A complaint whole: what it is, its clocks, what is missing, its course."""
    told = case_as_json(workplace, case)
    if json_wanted:
        output.one(told)
        return
    _print(workplace, _record(told["record"]))
    _print(workplace, _clocks(told["clocks"]))
    _print(workplace, (("missing", one["text"]) for one in told["blockers"]))
    _print(workplace, _approvals(told["approvals_wanted"]))
    _print(workplace, _journal(told["journal"]))


def show_duty(workplace: Workplace, duty: Duty, *, json_wanted: bool) -> None:
    """A reception whole: what it is, what the first-asked duty wants, what keeps it open."""
    told = _duty_as_json(workplace, duty)
    if json_wanted:
        output.one(told)
        return
    _print(workplace, _record(told["record"]))
    _print(workplace, iter([("next", duty.advice.step, ", ".join(duty.advice.clauses))]))
    _print(workplace, (("missing", one["text"]) for one in told["blockers"]))
    for link in duty.chain:
        output.line("journal", *_on_wall(workplace, (link.at, link.recipient, link.person)))


def show_log(workplace: Workplace, known: WorkLogRow, *, json_wanted: bool) -> None:
    """An entry of the work log whole."""
    record = dataclasses.asdict(known)
    if json_wanted:
        head = {"kind": "work_log", "number": known.number, "version": known.version}
        output.one(head | {"record": record})
        return
    _print(workplace, _record(record))


def show_key(
    workplace: Workplace, kind: str, record: Mapping[str, Any], *, json_wanted: bool
) -> None:
    """A loan of keys, an agreement, a receipt or a count whole."""
    if json_wanted:
        head = {"kind": kind, "number": record["number"], "version": record["version"]}
        output.one(head | {"record": record})
        return
    lists = {name: value for name, value in record.items() if isinstance(value, list | tuple)}
    _print(workplace, _record({name: record[name] for name in record if name not in lists}))
    for name, parts in lists.items():
        _print(workplace, ((name, *_cells(part)) for part in parts))


def _cells(part: object) -> Iterable[object]:
    """What a part of a record says: its values, or the part itself."""
    if not isinstance(part, Mapping):
        return (part,)
    return (value for name, value in part.items() if value not in (None, "") and name != "id")


# As JSON


def case_as_json(workplace: Workplace, case: Case) -> dict[str, Any]:
    """Facts, clocks with clause and explanation, blockers, journal."""
    calendar = business_calendar.of(workplace)
    custom = workplace.estate.custom
    judged = complaint.reclassifications(workplace, case.detail.id)
    return {
        "kind": "complaint",
        "number": case.detail.number,
        "version": case.detail.version,
        "policy": {"code": case.policy.code, "number": case.kept.number},
        "record": dataclasses.asdict(case.detail) | dataclasses.asdict(case.texts),
        "facts": _facts(case.facts),
        "clocks": [
            _clock(case, clock, case_words.line(case, clock, custom, calendar))
            for clock in case.clocks
        ],
        "approvals_wanted": [_approval(case, one) for one in complaint_approval.wanted(case)],
        "blockers": _reasons(case_words.named(case, one) for one in open_blockers(case)),
        "journal": [one._asdict() for one in case_journal.entries(case, judged, custom)],
    }


def _facts(facts: CaseFacts) -> Mapping[str, Any]:
    """Every fact; what was due when the clocks themselves tell."""
    names = (one.name for one in dataclasses.fields(facts))
    return {name: getattr(facts, name) for name in names if name != "dues"}


def open_blockers(case: Case) -> tuple[Reason, ...]:
    """What is missing for the closing; nothing where it is closed, or was only explained."""
    over = case.facts.state in {State.CLOSED, State.EXPLAINED}
    return () if over else tuple(case.blockers)


def _approval(case: Case, wanted: Wanted) -> Mapping[str, Any]:
    """A word that the case waits for: about what, from which post."""
    return {
        "matter": wanted.matter,
        "post": wanted.post,
        "words": case_words.matter_words(case, wanted.matter),
        "from": post_name(case.policy, wanted.post),
        "since": wanted.since,
    }


def _clock(case: Case, clock: Clock, explanation: str) -> Mapping[str, Any]:
    standing = clock.standing(case.seen_at)
    return {
        "code": clock.code,
        "category": clock.category,
        "state": standing.state,
        "severity": clock.severity,
        "event": case_words.owed_words(case, clock),
        "started_at": clock.started_at,
        "due_at": clock.due_at,
        "met_at": clock.met_at,
        "ended_at": clock.ended_at,
        "left_seconds": int(standing.left.total_seconds()),
        "over_seconds": int(standing.over.total_seconds()),
        "bound": clock.bound,
        "term": None if clock.term is None else dataclasses.asdict(clock.term),
        "post": clock.post,
        "approver": clock.approver,
        "to": clock.to,
        "clauses": [" ".join(pair) for pair in case_words.cited(clock)],
        "explanation": explanation,
    }


def _duty_as_json(workplace: Workplace, duty: Duty) -> dict[str, Any]:
    return {
        "kind": "reception",
        "number": duty.visit.number,
        "version": duty.visit.version,
        "record": dataclasses.asdict(duty.visit),
        "advice": dataclasses.asdict(duty.advice),
        "handovers": duty.chain,
        "slips": duty.slips,
        "notice": duty.notice,
        "blockers": [] if duty.is_closed else _reasons(first_asked.end_reasons(workplace, duty)),
    }


def _reasons(reasons: Iterable[ReasonLike]) -> list[Mapping[str, Any]]:
    return [
        {"code": one.code, "field": one.field, "text": case_words.reason_words(one)}
        for one in reasons
    ]


# As lines


def _record(record: Mapping[str, Any]) -> Rows:
    for name, value in record.items():
        if value not in (None, "", False) and not name.endswith("id"):
            yield name, value


def _clocks(clocks: Iterable[Mapping[str, Any]]) -> Rows:
    for one in clocks:
        yield "clock", one["code"], one["state"], one["due_at"], one["explanation"]


def _approvals(wanted: Iterable[Mapping[str, Any]]) -> Rows:
    for one in wanted:
        yield "approval", one["matter"], one["words"], one["from"]


def _journal(entries: Iterable[Mapping[str, Any]]) -> Rows:
    for one in entries:
        yield "journal", one["at"], one["title"], one["by"], one["text"]


def _print(workplace: Workplace, rows: Iterable[tuple[object, ...]]) -> None:
    for row in rows:
        output.line(*_on_wall(workplace, row))


def _on_wall(workplace: Workplace, cells: Iterable[object]) -> Iterator[object]:
    """Moments by the estate's clock."""
    custom = workplace.estate.custom
    for cell in cells:
        yield f"{custom.local(cell):%Y-%m-%d %H:%M}" if isinstance(cell, datetime) else cell
