"""What is done to count the keys 清點: begin, write down, sign, take over, write off, look."""

from dataclasses import replace

from desk.domain import key_count as rules
from desk.domain.key_count import (
    CountEntry,
    CountKind,
)
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.signed_paper import Home
from desk.errors import EnvironmentFault, NotFound, RuleRefused
from desk.models.key_count import KeyCount, KeyDifference
from desk.models.lists import Page, Reader
from desk.models.lists import key_count as key_count_list
from desk.models.lists.key_count import DifferenceRow, Key, KeyCountRow
from desk.models.unit_of_work import UnitOfWork
from desk.services import custody_agreement_entry, key_word, paper_let_go, sign_in
from desk.services import key_count_entry as entries
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace

__all__ = [
    "DifferenceRow",
    "Key",
    "KeyCountRow",
    "begin",
    "confirm",
    "confirm_at_desk",
    "confirm_blockers",
    "get",
    "moved",
    "page",
    "sign",
    "sign_blockers",
    "signed_home",
    "successors",
    "void",
    "void_blockers",
    "write",
    "write_blockers",
    "write_off",
    "write_off_blockers",
]

KIND = "key_count"
LETTER = "N"
PAGE = 50


# Deeds


def begin(workplace: Workplace, kind: CountKind, to_id: int | None) -> KeyCountRow:
    """Fix what is expected now; `to_id` takes over, or counts along."""
    with workplace.deed(Permission.REGISTER) as work:
        assert work.actor_id is not None
        known = {one[0] for one in custody_agreement_entry.custodians(work.reader)}
        gone = to_id is not None and to_id not in known
        Cleaning().refuse(
            rules.begin_reasons(work.actor_id, to_id, key_count_list.open_number(work.reader)),
            (Reason("key_count.to.gone", "to"),) if gone else (),
        )
        row = KeyCount(
            number=work.next_number(LETTER),
            kind=kind,
            at=work.now,
            by_id=work.actor_id,
            to_id=to_id,
            expected=[rules.to_plain(one) for one in entries.snapshot(work.reader)],
            moved=[],
        )
        work.add(row)
        return work.committed(key_count_list.detail, KIND, row.id)


def write(workplace: Workplace, count_id: int, version: int, entry: CountEntry) -> KeyCountRow:
    """What was found otherwise; what is not named any more was no difference."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(KeyCount, count_id, version)
        known = _known(work, count_id)
        cleaning = Cleaning()
        entry = CountEntry(
            tuple(entries.cleaned(cleaning, one) for one in entry.differences),
            cleaning.text(entry.follows, rules.FOLLOWS_LIMIT, "follows"),
        )
        cleaning.refuse(rules.write_reasons(known.facts, entry, known.expected))
        row.follows = entry.follows
        entries.write_differences(work, known, entry)
        key_word.touch(work, row)
        return work.committed(key_count_list.detail, KIND, count_id)


def sign(
    workplace: Workplace, count_id: int, version: int, *, moved_known: bool = False
) -> KeyCountRow:
    """Who counted signs; what moved since the beginning is kept beside it."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(KeyCount, count_id, version)
        known = _with_moved(work.reader, _known(work, count_id))
        assert work.actor_id is not None
        Cleaning().refuse(rules.sign_reasons(known.facts, work.actor_id, moved_known=moved_known))
        row.signed_at, row.moved = work.now, list(known.moved)
        return work.committed(key_count_list.detail, KIND, count_id)


def confirm(workplace: Workplace, count_id: int, version: int) -> KeyCountRow:
    """Who takes over signs at his own desk."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(KeyCount, count_id, version)
        assert work.actor_id is not None
        Cleaning().refuse(rules.confirm_reasons(_known(work, count_id).facts, work.actor_id))
        row.to_signed_at = work.now
        return work.committed(key_count_list.detail, KIND, count_id)


def confirm_at_desk(
    workplace: Workplace, count_id: int, version: int, login: str, password: str
) -> KeyCountRow:
    """Who takes over signs in over the shoulder of who hands over: his own deed."""
    workplace.require(Permission.READ)
    try:
        actor = sign_in.identified(workplace, login, password)
    except EnvironmentFault as fault:
        if fault.code != "sign_in.refused":
            raise
        raise RuleRefused([Reason("sign_in.refused", "password")]) from None
    return confirm(workplace.signed_in_as(actor), count_id, version)


def write_off(
    workplace: Workplace, count_id: int, version: int, difference_id: int, why: str
) -> KeyCountRow:
    """Who may writes off a difference that nobody explains."""
    with workplace.deed(Permission.APPROVE) as work:
        row = work.get_as_seen(KeyCount, count_id, version)
        known = _known(work, count_id)
        one = next((one for one in known.differences if one.id == difference_id), None)
        if one is None:
            raise NotFound("key_difference", str(difference_id))
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(rules.write_off_reasons(known.facts, one.facts, why))
        difference = work.get(KeyDifference, difference_id)
        difference.written_off_at, difference.written_off_by_id = work.now, work.actor_id
        difference.write_off_why = why
        key_word.touch(work, row)
        return work.committed(key_count_list.detail, KIND, count_id)


def void(workplace: Workplace, count_id: int, version: int, why: str) -> KeyCountRow:
    """It is not finished, and begun anew; its number stays."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(KeyCount, count_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(rules.void_reasons(_known(work, count_id).facts, why))
        row.void_why = why
        paper_let_go.let_go_all(work, KIND, count_id, why)
        return work.committed(key_count_list.detail, KIND, count_id)


def signed_home(work: UnitOfWork, record_id: int, home: Home) -> str:
    """The signed sheet is back: names what it ticked, "" where nothing waited."""
    row = work.get(KeyCount, record_id)
    if row.sheet_home_on is not None or row.void_why:
        return ""
    row.sheet_home_on = home.signed_on
    return "key_count.sheet"


# Looking


def get(workplace: Workplace, key: int | str) -> KeyCountRow:
    """One count by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        if isinstance(key, int):
            found = key_count_list.detail(reader, key)
        else:
            found = key_count_list.detail_by_number(reader, key)
    if found is None:
        raise NotFound(KIND, str(key))
    return found


def page(workplace: Workplace, after: Key | None = None, limit: int = PAGE) -> Page[KeyCountRow]:
    """Some of the register, newest first, without the differences."""
    with workplace.reading() as reader:
        return key_count_list.counts(reader, after, limit)


def moved(workplace: Workplace, known: KeyCountRow) -> tuple[str, ...]:
    """The tags of what moved since it began; once it is signed, what had moved by then."""
    with workplace.reading() as reader:
        return _with_moved(reader, known).moved


def successors(workplace: Workplace) -> tuple[tuple[int, str], ...]:
    """Who may take over from the clerk at the desk: id and name."""
    with workplace.reading() as reader:
        every = custody_agreement_entry.custodians(reader)
    return tuple(one for one in every if one[0] != workplace.actor.id)


def write_blockers(workplace: Workplace, known: KeyCountRow) -> tuple[Reason, ...]:
    """Why nothing is written down now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *rules.counting_blockers(known.facts))


def sign_blockers(workplace: Workplace, known: KeyCountRow) -> tuple[Reason, ...]:
    """Why the clerk at the desk does not sign now: the words on a shut button."""
    reasons = rules.sign_reasons(known.facts, workplace.actor.id, moved_known=True)
    return (*workplace.missing(Permission.REGISTER), *reasons)


def confirm_blockers(workplace: Workplace, known: KeyCountRow) -> tuple[Reason, ...]:
    """Why nobody takes over now: the words on a shut button."""
    return (*workplace.missing(Permission.READ), *rules.confirm_blockers(known.facts))


def write_off_blockers(workplace: Workplace, known: KeyCountRow) -> tuple[Reason, ...]:
    """Why no difference is written off now: the words on a shut button."""
    return (*workplace.missing(Permission.APPROVE), *rules.counting_blockers(known.facts))


def void_blockers(workplace: Workplace, known: KeyCountRow) -> tuple[Reason, ...]:
    """Why it is not declared void now: the words on a shut button."""
    blockers = rules.void_reasons(known.facts, known.number)
    return (*workplace.missing(Permission.REGISTER), *blockers)


# Parts


def _known(work: UnitOfWork, count_id: int) -> KeyCountRow:
    found = key_count_list.detail(work.reader, count_id)
    assert found is not None
    return found


def _with_moved(reader: Reader, known: KeyCountRow) -> KeyCountRow:
    if known.signed_at is not None:
        return known
    return replace(known, moved=rules.moved(known.expected, entries.snapshot(reader)))
