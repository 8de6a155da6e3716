"""Agreements 協議 signed and materials 資料 handed over at a move-in (R31, R33)."""

from collections.abc import Sequence
from dataclasses import replace

from desk.domain import move_in as rules
from desk.domain import move_in_entry as entries
from desk.domain.move_in import Listed, ListedEntry, ListedKind
from desk.domain.move_in_document import applies
from desk.domain.move_in_rule import Arrival, ListedPaper, MoveInRule
from desk.domain.permissions import Permission
from desk.domain.signed_paper import Home
from desk.models.lists import move_in_parts as parts
from desk.models.move_in import MoveIn, MoveInListed
from desk.models.unit_of_work import UnitOfWork
from desk.services import move_in_view as views
from desk.services import policy
from desk.services.cleaning import Cleaning
from desk.services.move_in_case import finished, opened
from desk.services.move_in_document import attachment_reasons
from desk.services.workplace import Workplace


def sign(
    workplace: Workplace, move_in_id: int, version: int, given: Sequence[ListedEntry]
) -> views.MoveIn:
    """The agreements that were signed, several at once (R31): which day, by whom, the scan."""
    return _sign(workplace, move_in_id, version, ListedKind.AGREEMENT, given)


def hand_over(
    workplace: Workplace, move_in_id: int, version: int, given: Sequence[ListedEntry]
) -> views.MoveIn:
    """The materials that were handed over against signature (R33)."""
    return _sign(workplace, move_in_id, version, ListedKind.MATERIAL, given)


def sign_rest(work: UnitOfWork, row: MoveIn, kind: ListedKind, home: Home) -> bool:
    """A signed paper came home: all of the list that was not signed is now; whether any was."""
    rule = policy.by_id(work.reader, row.policy_id).policy.move_in
    known = {one.code: one for one in parts.listed(work.reader, row.id) if one.kind is kind}
    waits = [
        one.code
        for one in listed(rule, kind)
        if applies(one, Arrival(row.arrival))
        and (one.code not in known or known[one.code].signed_on is None)
    ]
    for code in waits:
        entry = ListedEntry(code, home.signed_on, home.signed_by)
        _put(work, row.id, _as_listed(kind, entry, known.get(code), paper=True))
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
) -> views.MoveIn:
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, move_in_id, version)
        cleaning = Cleaning()
        given = [
            replace(one, signed_by=cleaning.line(one.signed_by, rules.SIGNER_LIMIT, "signed_by"))
            for one in {one.code: one for one in given}.values()
        ]
        today = workplace.estate.custom.day(work.now)
        case.refuse(
            cleaning,
            entries.listed_reasons(case.facts, kind, listed(case.rule, kind), given, today),
            attachment_reasons(work, move_in_id, (one.attachment_id for one in given)),
        )
        for one in given:
            known = case.facts.listed_of(kind, one.code)
            _put(work, move_in_id, _as_listed(kind, one, known))
        return finished(workplace, work, case.row)


def _as_listed(
    kind: ListedKind, entry: ListedEntry, known: Listed | None, *, paper: bool = False
) -> Listed:
    key = 0 if known is None else known.id
    return Listed(
        entry.code, entry.signed_on, entry.signed_by, entry.attachment_id, kind, paper, key
    )


def _put(work: UnitOfWork, move_in_id: int, one: Listed) -> None:
    if one.id:
        row = work.get(MoveInListed, one.id)
    else:
        row = MoveInListed(move_in_id=move_in_id, kind=one.kind, code=one.code)
    row.signed_on, row.signed_by, row.paper = one.signed_on, one.signed_by, one.paper
    row.attachment_id = one.attachment_id
    assert work.actor_id is not None
    row.entered_at, row.by_id = work.now, work.actor_id
    if not one.id:
        work.add(row)
