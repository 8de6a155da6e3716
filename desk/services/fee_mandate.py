"""What is done with a builder's mandate 收費委託書: write, change, sign, void, look (R32, F35)."""

from dataclasses import dataclass, replace

from desk.domain import fee_mandate as rules
from desk.domain.fee_mandate import MandateEntry, MandateItem, MandateState, SignEntry
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import NotFound
from desk.models.fee_mandate import FeeMandate, FeeMandateItem
from desk.models.lists import Page
from desk.models.lists import fee_mandate as mandate_list
from desk.models.lists.fee_mandate import Filter, Key, MandateRow
from desk.models.unit_of_work import UnitOfWork
from desk.services import paper_let_go
from desk.services.cleaning import Cleaning
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = [
    "Key",
    "MandateEntry",
    "MandateFilter",
    "MandateItem",
    "MandateRow",
    "MandateState",
    "change",
    "change_blockers",
    "get",
    "in_force",
    "page",
    "register",
    "sign",
    "sign_blockers",
    "state",
    "void",
    "void_blockers",
]

KIND = "fee_mandate"
LETTER = "G"
PAGE = 50
MOST_IN_FORCE = 100


@dataclass(frozen=True)
class MandateFilter:
    """What the register is narrowed to; `is_in_force` holds today."""

    is_in_force: bool = False
    text: str = ""


# Deeds


def register(workplace: Workplace, entry: MandateEntry) -> MandateRow:
    """Number a mandate and write it down; it holds once the builder has signed (R32)."""
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        entry = _ready(work, entry)
        row = FeeMandate(
            number=work.next_number(LETTER),
            entered_at=work.now,
            by_id=work.actor_id,
            items=[_item(item, place) for place, item in enumerate(entry.items, start=1)],
        )
        _write(row, entry)
        work.add(row)
        return work.committed(mandate_list.detail, KIND, row.id)


def change(workplace: Workplace, mandate_id: int, version: int, entry: MandateEntry) -> MandateRow:
    """Correct what the builder has not signed yet."""
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        row = work.get_as_seen(FeeMandate, mandate_id, version)
        known = _known(work, mandate_id)
        entry = _ready(work, entry, rules.change_blockers(known.facts))
        _write(row, entry)
        if entry.items != known.items:
            _put_items(work, row, entry)
        return work.committed(mandate_list.detail, KIND, mandate_id)


def sign(workplace: Workplace, mandate_id: int, version: int, entry: SignEntry) -> MandateRow:
    """The builder has signed or sealed it: from its first day on fees are collected by it."""
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        row = work.get_as_seen(FeeMandate, mandate_id, version)
        cleaning = Cleaning()
        entry = replace(entry, person=cleaning.line(entry.person, rules.NAME_LIMIT, "person"))
        facts, today = _known(work, mandate_id).facts, work.day_of(work.now)
        cleaning.refuse(rules.sign_reasons(facts, entry, today))
        row.signed_on, row.signed_by = entry.signed_on, entry.person
        return work.committed(mandate_list.detail, KIND, mandate_id)


def void(workplace: Workplace, mandate_id: int, version: int, why: str) -> MandateRow:
    """It was revoked, or never came about; its number stays, and so does what was collected."""
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        row = work.get_as_seen(FeeMandate, mandate_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(rules.void_reasons(_known(work, mandate_id).facts, why))
        row.void_why = why
        paper_let_go.let_go_all(work, KIND, mandate_id, why)
        return work.committed(mandate_list.detail, KIND, mandate_id)


# Looking


def get(workplace: Workplace, key: int | str) -> MandateRow:
    """One mandate by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        if isinstance(key, int):
            found = mandate_list.detail(reader, key)
        else:
            found = mandate_list.detail_by_number(reader, key)
    if found is None:
        raise NotFound(KIND, str(key))
    return found


def page(
    workplace: Workplace, wanted: MandateFilter, after: Key | None = None, limit: int = PAGE
) -> Page[MandateRow]:
    """Some of the register, newest first, without the items."""
    terms = terms_of(wanted.text)
    today = workplace.today()
    narrowed = Filter(today if wanted.is_in_force else None, terms)
    with workplace.reading() as reader:
        return mandate_list.mandates(reader, narrowed, after, limit)


def in_force(workplace: Workplace) -> tuple[MandateRow, ...]:
    """The mandates by which the builder's fees are collected today, with their items."""
    today = workplace.today()
    with workplace.reading() as reader:
        rows = mandate_list.mandates(reader, Filter(today), None, MOST_IN_FORCE).rows
        known = (mandate_list.detail(reader, row.id) for row in rows)
        return tuple(one for one in known if one is not None)


def state(workplace: Workplace, known: MandateRow) -> MandateState:
    """Where it stands today."""
    workplace.require(Permission.READ)
    return rules.state(known.facts, workplace.today())


def change_blockers(workplace: Workplace, known: MandateRow) -> tuple[Reason, ...]:
    """Why it is not changed now: the words on a shut button."""
    missing = workplace.missing(Permission.EDIT_HOUSEHOLDS)
    return (*missing, *rules.change_blockers(known.facts))


sign_blockers = change_blockers


def void_blockers(workplace: Workplace, known: MandateRow) -> tuple[Reason, ...]:
    """Why it is not declared void now: the words on a shut button."""
    missing = workplace.missing(Permission.EDIT_HOUSEHOLDS)
    return (*missing, *rules.void_reasons(known.facts, known.number))


# Parts


def _known(work: UnitOfWork, mandate_id: int) -> MandateRow:
    found = mandate_list.detail(work.reader, mandate_id)
    assert found is not None
    return found


def _ready(
    work: UnitOfWork, entry: MandateEntry, blockers: tuple[Reason, ...] = ()
) -> MandateEntry:
    """The entry with clean texts, or every reason against it."""
    cleaning = Cleaning()
    entry = replace(
        entry,
        builder=cleaning.line(entry.builder, rules.BUILDER_LIMIT, "builder"),
        remark=cleaning.text(entry.remark, rules.REMARK_LIMIT, "remark"),
        items=tuple(
            MandateItem(
                cleaning.line(item.name, rules.NAME_LIMIT, "items"),
                cleaning.line(item.standard, rules.STANDARD_LIMIT, "items"),
                cleaning.line(item.basis, rules.BASIS_LIMIT, "items"),
            )
            for item in entry.items
        ),
    )
    cleaning.refuse(blockers, rules.entry_reasons(entry, work.day_of(work.now)))
    return entry


def _write(row: FeeMandate, entry: MandateEntry) -> None:
    assert entry.valid_from is not None
    row.builder, row.remark = entry.builder, entry.remark
    row.valid_from, row.valid_until = entry.valid_from, entry.valid_until


def _item(item: MandateItem, place: int) -> FeeMandateItem:
    return FeeMandateItem(
        place=place, name=item.name, standard=item.standard, basis=item.basis, dropped_at=None
    )


def _put_items(work: UnitOfWork, row: FeeMandate, entry: MandateEntry) -> None:
    """What was listed before keeps its rows, and is off the mandate."""
    for known in row.items:
        known.dropped_at = known.dropped_at or work.now
    row.items += [_item(item, place) for place, item in enumerate(entry.items, start=1)]
    row.touched_at = work.now
