"""Agreements 協議 signed and materials 資料 handed over at a move-in (R31, R33)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desk.domain import move_in as rules
from desk.domain import move_in_entry as entries
from desk.domain.move_in import ListedEntry, ListedKind
from desk.domain.move_in_document import applies
from desk.domain.move_in_rule import ListedPaper, MoveInRule
from desk.domain.permissions import Permission
from desk.models.move_in import MoveInListed
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.move_in_case import Opened, finished, opened
from desk.services.move_in_document import attachment_reasons
from desk.services.move_in_view import MoveIn
from desk.services.workplace import Workplace


def sign(
    workplace: Workplace, move_in_id: int, version: int, given: Sequence[ListedEntry]
) -> MoveIn:
    """The agreements that were signed, several at once (R31): which day, by whom, the scan."""
    return _sign(workplace, move_in_id, version, ListedKind.AGREEMENT, given)


def hand_over(
    workplace: Workplace, move_in_id: int, version: int, given: Sequence[ListedEntry]
) -> MoveIn:
    """The materials that were handed over against signature (R33)."""
    return _sign(workplace, move_in_id, version, ListedKind.MATERIAL, given)


def sign_rest(
    work: UnitOfWork, case: Opened, kind: ListedKind, signed_on: date, signed_by: str
) -> bool:
    """A signed paper came home: everything of the list that was not signed is; whether any was."""
    waits = [
        one.code
        for one in listed(case.rule, kind)
        if applies(one, case.facts.arrival) and not _is_signed(case, kind, one.code)
    ]
    for code in waits:
        _put(work, case, kind, ListedEntry(code, signed_on, signed_by), paper=True)
    return bool(waits)


def listed(rule: MoveInRule, kind: ListedKind) -> tuple[ListedPaper, ...]:
    """The policy's list of a kind."""
    return rule.agreements if kind is ListedKind.AGREEMENT else rule.materials


def _sign(
    workplace: Workplace,
    move_in_id: int,
    version: int,
    kind: ListedKind,
    given: Sequence[ListedEntry],
) -> MoveIn:
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, move_in_id, version)
        cleaning = Cleaning()
        given = [
            replace(one, signed_by=cleaning.line(one.signed_by, rules.SIGNER_LIMIT, "signed_by"))
            for one in given
        ]
        today = workplace.estate.custom.day(work.now)
        case.refuse(
            cleaning,
            entries.listed_reasons(case.facts, kind, listed(case.rule, kind), given, today),
            attachment_reasons(work, move_in_id, (one.attachment_id for one in given)),
        )
        for one in given:
            _put(work, case, kind, one)
        return finished(workplace, work, case.row)


def _is_signed(case: Opened, kind: ListedKind, code: str) -> bool:
    known = case.facts.listed_of(kind, code)
    return known is not None and known.signed_on is not None


def _put(
    work: UnitOfWork, case: Opened, kind: ListedKind, entry: ListedEntry, *, paper: bool = False
) -> None:
    known = case.facts.listed_of(kind, entry.code)
    if known is None:
        row = MoveInListed(move_in_id=case.row.id, kind=kind, code=entry.code)
    else:
        row = work.get(MoveInListed, known.id)
    row.signed_on, row.signed_by, row.paper = entry.signed_on, entry.signed_by, paper
    row.attachment_id = entry.attachment_id
    assert work.actor_id is not None
    row.entered_at, row.by_id = work.now, work.actor_id
    if known is None:
        work.add(row)
