"""The commands that act as a signed-in clerk."""

import argparse
import dataclasses
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

from desk.cli import columns, households, output, show
from desk.cli.pages import every
from desk.cli.parser import Usage
from desk.cli.session import signed_in
from desk.domain.complaint import Severity, State
from desk.domain.deadlines import Pause, standing
from desk.i18n import _
from desk.services import complaint, complaint_due, find, reception, work_log
from desk.services.find import Found, RecordHit, ResidentHit
from desk.services.workplace import Workplace
from desk.wording import label
from desk.wording.deadline import left_words

_FOUND = ("kind", "id", "number", "label", "name", "detail")


def run(wanted: argparse.Namespace) -> int:
    """Sign in and do what the command says."""
    with signed_in(wanted) as workplace:
        return _COMMANDS[wanted.command](workplace, wanted)


def _find(workplace: Workplace, wanted: argparse.Namespace) -> int:
    found = find.find(workplace, wanted.text, wanted.limit, deep=True)
    output.rows(islice(_hits(found), wanted.limit), json_wanted=wanted.json, columns=columns.FOUND)
    return 0


def _hits(found: Found) -> Iterator[Mapping[str, Any]]:
    """Everything that was found, the likeliest kind first, as rows of one shape."""
    if found.exact is not None:
        yield _record(found.exact_kind, found.exact)
    for resident in found.residents:
        yield _hit("resident", resident.id, "", resident.unit, resident.name, _role(resident))
    for unit in found.units:
        yield _hit("unit", unit.id, "", unit.label, "", "")
    for one in found.complaints:
        yield _record("complaint", one)
    for one in found.receptions:
        yield _record("reception", one)
    for one in found.work_logs:
        yield _record("work_log", one)
    for one in found.passes:
        yield _record("release_pass", one)
    for one in found.orders:
        yield _record("service_order", one)
    for one in found.defects:
        yield _record("defect", one)
    for one in found.move_ins:
        yield _record("move_in", one)
    for one in found.keys:
        yield _record("key_set", one)


def _record(kind: str, hit: RecordHit) -> Mapping[str, Any]:
    return _hit(kind, hit.id, hit.number, hit.unit, hit.who, hit.excerpt)


def _hit(kind: str, key: int, *texts: str) -> Mapping[str, Any]:
    return dict(zip(_FOUND, (kind, key, *texts), strict=True))


def _role(resident: ResidentHit) -> str:
    said = label("resident_role", resident.role)
    return said if resident.active else said + ", " + _("Moved out")


def _list(workplace: Workplace, wanted: argparse.Namespace) -> int:
    _refuse_what_does_not_go_together(wanted)
    names = columns.DUE if wanted.due else columns.REGISTERS[wanted.what]
    items = _due(workplace, wanted) if wanted.due else _REGISTERS[wanted.what](workplace, wanted)
    output.register(items, workplace.estate.zone, json_wanted=wanted.json, columns=names)
    return 0


def _refuse_what_does_not_go_together(wanted: argparse.Namespace) -> None:
    """A word that would change nothing is told, and not passed over in silence."""
    given = [f"--{name}" for name in ("due", "state", "severity") if getattr(wanted, name)]
    if wanted.what != "complaints" and given:
        told = _("for complaints alone: {words}. See: desk list --help")
        raise Usage(told.format(words=", ".join(given)))
    if wanted.waiting and wanted.what != "receptions":
        raise Usage(_("--waiting is for receptions alone. See: desk list --help"))
    if wanted.due and wanted.since:
        raise Usage(
            _("--due is what runs out before tomorrow; leave --since out. See: desk list --help")
        )


def _receptions(workplace: Workplace, wanted: argparse.Namespace) -> Iterator[Mapping[str, Any]]:
    narrowed = reception.ReceptionFilter(first_day=wanted.since, waiting=wanted.waiting)
    return map(dataclasses.asdict, every(reception.page, workplace, narrowed))


def _work_log(workplace: Workplace, wanted: argparse.Namespace) -> Iterator[Mapping[str, Any]]:
    narrowed = work_log.WorkLogFilter(first_day=wanted.since)
    return map(dataclasses.asdict, every(work_log.page, workplace, narrowed))


def _complaints(workplace: Workplace, wanted: argparse.Namespace) -> Iterator[Mapping[str, Any]]:
    severity = None if wanted.severity is None else Severity(wanted.severity)
    narrowed = complaint.ComplaintFilter(_states(wanted), severity, first_day=wanted.since)
    return map(dataclasses.asdict, every(complaint.page, workplace, narrowed))


def _due(workplace: Workplace, wanted: argparse.Namespace) -> Iterator[Mapping[str, Any]]:
    """What runs out before tomorrow, a line for each clock, with how long is left."""
    asked = _states(wanted), wanted.severity
    now = workplace.now()
    for item in map(dataclasses.asdict, every(complaint_due.due, workplace, *asked)):
        clock = item["started_at"], item["due_at"], None, None
        told = standing(*clock, now, [Pause(now, None)] if item["paused"] else [])
        yield dict(item) | {"left": left_words(told)}


def _states(wanted: argparse.Namespace) -> frozenset[State]:
    return frozenset() if wanted.state is None else frozenset({State(wanted.state)})


_REGISTERS: Mapping[str, Callable[[Workplace, argparse.Namespace], Iterator[Mapping[str, Any]]]] = {
    "receptions": _receptions,
    "complaints": _complaints,
    "work-log": _work_log,
}

_COMMANDS: Mapping[str, Callable[[Workplace, argparse.Namespace], int]] = {
    "import_households": households.bring_in,
    "export_households": households.take_out,
    "template_households": households.template,
    "find": _find,
    "list_register": _list,
    "show": show.run,
}
