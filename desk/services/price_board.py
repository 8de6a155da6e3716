"""The price board 有償服務明碼標價牌 (F20, R103, R233, R234): what is in force, and its versions.

A version is drawn up in `price_board_draft`; here it is approved by a second person and comes into
force, or is given up. Other rooms ask `in_force` and `items`, and `propose` (R237).
"""

from collections.abc import Iterable
from datetime import date
from functools import partial

from desk import hanzi
from desk.domain import price_board as rules
from desk.domain import search_text
from desk.domain.approval import Answer, Verdict
from desk.domain.permissions import Permission
from desk.domain.policy import Post
from desk.domain.price_board import Board, BoardFacts, BoardState, Difference, Item
from desk.domain.reasons import Reason
from desk.errors import NotFound, RuleRefused
from desk.models.lists import Page, Reader
from desk.models.lists import price_board as board_list
from desk.models.lists.price_board import BoardRow, ItemRow, Key
from desk.models.price_board import PriceBoard, PriceItem
from desk.models.unit_of_work import UnitOfWork
from desk.services import approval, policy
from desk.services.approval import Matter
from desk.services.cleaning import Cleaning
from desk.services.price_board_draft import KIND, Version, opened, propose
from desk.services.workplace import Workplace

__all__ = [
    "KIND",
    "Board",
    "BoardRow",
    "Item",
    "ItemRow",
    "Key",
    "Version",
    "approve",
    "approve_blockers",
    "approve_own_reasons",
    "differences",
    "get",
    "in_force",
    "items",
    "page",
    "post",
    "post_blockers",
    "propose",
    "void",
    "void_blockers",
]

PAGE = 50
APPROVE = "price_board"  # the matter of the second person's word


# Looking


def in_force(workplace: Workplace) -> Board | None:
    """The version in force with what is on it; None before there was one."""
    with workplace.reading() as reader:
        return board_list.in_force(reader)


def items(workplace: Workplace, text: str = "") -> tuple[Item, ...]:
    """What is on the board in force, in its order; of it what a typed word or code finds."""
    board = in_force(workplace)
    if board is None:
        return ()
    said = text.strip()
    return tuple(one for one in board.items if _is_found(one, said)) if said else board.items


def _is_found(one: Item, said: str) -> bool:
    if one.code.lstrip("0") == said.lstrip("0"):
        return True
    terms = search_text.query_terms(said, hanzi)
    tokens = search_text.text_tokens(f"{one.name} {one.materials} {one.skill}", hanzi)
    return bool(terms) and all(term & tokens for term in terms)


def get(workplace: Workplace, key: int | str) -> Version:
    """One version by its id or its number, with its items; NotFound when there is none."""
    with workplace.reading() as reader:
        return _version(reader, key)


def _version(reader: Reader, key: int | str) -> Version:
    if isinstance(key, int):
        row = board_list.detail(reader, key)
    else:
        row = board_list.detail_by_number(reader, key)
    if row is None:
        raise NotFound(KIND, str(key))
    return Version(row, board_list.items(reader, row.id))


def page(workplace: Workplace, after: Key | None = None, limit: int = PAGE) -> Page[BoardRow]:
    """Some of the versions, newest first, after the key of the last row seen."""
    with workplace.reading() as reader:
        return board_list.boards(reader, after, limit)


def differences(workplace: Workplace, known: Version) -> tuple[Difference, ...]:
    """What a version changes against the one it was copied from."""
    with workplace.reading() as reader:
        before = board_list.items(reader, known.row.before_id) if known.row.before_id else ()
    day = workplace.estate.custom.day(known.row.written_at)
    return rules.differences(_as_items(before, day), _as_items(known.items, day))


def _as_items(rows: Iterable[ItemRow], day: date) -> tuple[Item, ...]:
    return tuple(one.as_item(day) for one in rows)


# In force


def approve(workplace: Workplace, board_id: int, version: int, answer: Answer) -> Version:
    """A second person puts the version in force; the one before it is superseded (R103, R104).

    The word is kept either way. A manager at her own desk gives it herself (`login` of the answer
    is empty), if it was not she who drew the version up.
    """
    known = get(workplace, board_id)
    Cleaning().refuse(rules.approve_blockers(known.facts))
    follow = partial(_granted, workplace, board_id) if _is_yes(answer) else None
    matters = [_matter(workplace, known, version)]
    if answer.login:
        approval.give_each(workplace, matters, answer, follow)
    else:
        approval.give_own(workplace, matters, answer, follow)
    return get(workplace, board_id)


def _is_yes(answer: Answer) -> bool:
    return answer.decision is Verdict.GRANTED


def _granted(workplace: Workplace, board_id: int, work: UnitOfWork) -> None:
    """Inside the approver's own transaction: this one holds from today, the other no longer."""
    today = workplace.estate.custom.day(work.now)
    row = work.get(PriceBoard, board_id)
    rows = board_list.items(work.reader, board_id)
    _refuse(rules.approve_blockers(_facts(work, board_id, rows)))
    before = board_list.standing(work.reader, BoardState.IN_FORCE)
    if before is not None:
        old = work.get(PriceBoard, before.id)
        old.state, old.superseded_on = BoardState.SUPERSEDED, today
        work.flush()
    row.state, row.in_force_on = BoardState.IN_FORCE, today
    row.approved_at, row.approved_by_id = work.now, work.actor_id
    for one in rows:
        if one.launched_on is None:
            work.get(PriceItem, one.id).launched_on = today


def _facts(work: UnitOfWork, board_id: int, rows: Iterable[ItemRow]) -> BoardFacts:
    known = board_list.detail(work.reader, board_id)
    assert known is not None
    return known.facts(one.code for one in rows)


def _refuse(reasons: tuple[Reason, ...]) -> None:
    if reasons:
        raise RuleRefused(reasons)


def _matter(workplace: Workplace, known: Version, version: int) -> Matter:
    """Who drew it up, or wrote any of its items, gives no word about it."""
    with workplace.reading() as reader:
        today = workplace.today()
        roles = policy.in_force(reader, today).policy.post(Post.OFFICE_MANAGER).roles
        writers = board_list.writers(reader, known.row.id)
    return Matter(KIND, known.row.id, APPROVE, roles, version, writers)


def approve_blockers(workplace: Workplace, known: Version) -> tuple[Reason, ...]:
    """Why it is not put in force now: the words on a shut button."""
    workplace.require(Permission.READ)
    return rules.approve_blockers(known.facts)


def approve_own_reasons(workplace: Workplace, known: Version) -> tuple[Reason, ...]:
    """Why the clerk at the desk does not give the word herself: then somebody else signs in."""
    return approval.own_reasons(workplace, [_matter(workplace, known, known.row.version)])


def post(workplace: Workplace, board_id: int, version: int, day: date) -> Version:
    """It hangs at a visible place in the centre since a day (R103, R234)."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(PriceBoard, board_id, version)
        today = workplace.estate.custom.day(work.now)
        reasons = rules.post_reasons(BoardState(row.state), row.in_force_on, day, today)
        Cleaning().refuse(reasons)
        row.posted_on = day
        return opened(work, board_id)


def post_blockers(workplace: Workplace, known: Version) -> tuple[Reason, ...]:
    """Why it is not hung up now: the words on a shut button."""
    missing = workplace.missing(Permission.REGISTER)
    return (*missing, *rules.post_blockers(BoardState(known.row.state)))


def void(workplace: Workplace, board_id: int, version: int, why: str) -> Version:
    """A draft is given up; its number stays."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        row = work.get_as_seen(PriceBoard, board_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(rules.void_reasons(BoardState(row.state), why))
        row.state, row.void_why = BoardState.VOID, why
        return opened(work, board_id)


def void_blockers(workplace: Workplace, known: Version) -> tuple[Reason, ...]:
    """Why it is not given up now: the words on a shut button."""
    blockers = rules.draft_blockers(BoardState(known.row.state))
    return (*workplace.missing(Permission.EDIT_GUIDE), *blockers)
