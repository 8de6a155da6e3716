"""A count of the keys made ready: what is expected now, and the differences that were found."""

from dataclasses import replace

from desk.domain import key_board as board_rules
from desk.domain import key_count as rules
from desk.domain import key_set as set_rules
from desk.domain.key_count import CountEntry, CountExpected, DifferenceEntry, Expected
from desk.models.key_count import KeyDifference
from desk.models.lists import Reader
from desk.models.lists import key_board as key_board_list
from desk.models.lists.key_board import HookRow
from desk.models.lists.key_count import KeyCountRow
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning


def snapshot(reader: Reader) -> tuple[Expected, ...]:
    """Every set in custody in the order of its hook: where it should be now."""
    rows = sorted(key_board_list.hooks(reader), key=_order)
    return tuple(map(_expected, rows))


def _order(row: HookRow) -> tuple[bool, object, object]:
    return not row.hook, board_rules.natural(row.hook), board_rules.natural(row.tag)


def _expected(row: HookRow) -> Expected:
    where = CountExpected.IN if row.loan_id is None else CountExpected.LENT
    if row.loss_id is not None:
        where = CountExpected.LOST
    return Expected(
        row.set_id,
        row.tag,
        row.hook,
        row.opens,
        row.keys,
        where,
        row.loan,
        row.borrower,
        row.due_at,
    )


def cleaned(cleaning: Cleaning, one: DifferenceEntry) -> DifferenceEntry:
    """A difference with its tag as tags are kept, and clean words."""
    return replace(
        one,
        tag=set_rules.plain(cleaning.line(one.tag, rules.TAG_LIMIT, "differences")),
        why=cleaning.line(one.why, rules.WHY_LIMIT, "differences"),
    )


def write_differences(work: UnitOfWork, known: KeyCountRow, entry: CountEntry) -> None:
    """Those known by tag are changed, new ones added, others withdrawn."""
    lines = {one.tag: one for one in known.expected}
    rows = {one.tag: work.get(KeyDifference, one.id) for one in known.differences}
    for one in entry.differences:
        row = rows.pop(one.tag, None)
        if row is not None:
            _rewrite(row, one)
            continue
        line = lines.get(one.tag)
        work.add(
            KeyDifference(
                count_id=known.id,
                key_set_id=None if line is None else line.set_id,
                tag=one.tag,
                expected=CountExpected.NONE if line is None else line.expected,
                found=one.found,
                why=one.why,
            )
        )
    for row in rows.values():
        row.withdrawn = True


def _rewrite(row: KeyDifference, one: DifferenceEntry) -> None:
    """What was written off was another difference, if something else was found since."""
    if row.found != one.found:
        row.written_off_at = row.written_off_by_id = None
        row.write_off_why = ""
    row.found, row.why = one.found, one.why
