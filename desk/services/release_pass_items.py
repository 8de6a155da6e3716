"""The things on a draft of a release pass 放行條, one by one (R38)."""

from collections.abc import Sequence
from dataclasses import fields, replace

from desk.domain import release_pass as rules
from desk.domain import release_pass_entry as entries
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.release_pass import Item, ItemEntry
from desk.models.release_pass import ReleaseItem, ReleasePass
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.release_pass_case import Pass, finished, opened
from desk.services.release_pass_same import same_keys
from desk.services.workplace import Workplace


def list_items(
    workplace: Workplace, pass_id: int, version: int, items: Sequence[ItemEntry]
) -> Pass:
    """The things of a draft, one by one, in this order (R38); what is not among them is off it."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, pass_id, version)
        cleaning = Cleaning()
        items = ready(cleaning, items)
        cleaning.refuse(
            entries.change_reasons(case.facts.state),
            entries.items_reasons(items),
            _unknown_reasons(case.facts.items, items),
        )
        _put_items(work, case.row, items)
        return finished(workplace, work, case.row)


def item_entries(items: Sequence[Item]) -> tuple[ItemEntry, ...]:
    """What is listed, as it may be listed again."""
    names = [one.name for one in fields(ItemEntry)]
    return tuple(ItemEntry(**{name: getattr(one, name) for name in names}) for one in items)


def ready(cleaning: Cleaning, items: Sequence[ItemEntry]) -> tuple[ItemEntry, ...]:
    """The things with clean texts."""
    return tuple(
        replace(
            one,
            what=cleaning.line(one.what, rules.WHAT_LIMIT, f"items.{at}.what"),
            counted=cleaning.line(one.counted, rules.COUNTED_LIMIT, f"items.{at}.counted"),
            marks=cleaning.line(one.marks, rules.MARKS_LIMIT, f"items.{at}.marks"),
            serial=cleaning.line(one.serial, rules.SERIAL_LIMIT, f"items.{at}.serial"),
        )
        for at, one in enumerate(items)
    )


def _unknown_reasons(known: Sequence[Item], items: Sequence[ItemEntry]) -> tuple[Reason, ...]:
    ids = {one.id for one in known}
    given = [one.id for one in items if one.id]
    if ids.issuperset(given) and len(set(given)) == len(given):
        return ()
    return (Reason("release_pass.items.unknown", "items"),)


def _put_items(work: UnitOfWork, to: ReleasePass, items: Sequence[ItemEntry]) -> None:
    known = {one.id: one for one in to.items}
    for place, entry in enumerate(items, start=1):
        item = known.pop(entry.id, None)
        if item is None:
            to.items.append(row(entry, place))
        else:
            _fill(item, entry, place)
    for item in known.values():
        item.dropped_at = item.dropped_at or work.now


def row(entry: ItemEntry, place: int) -> ReleaseItem:
    """A new thing at its place, 1 the first."""
    item = ReleaseItem(left=0, back=0)
    _fill(item, entry, place)
    return item


def _fill(item: ReleaseItem, entry: ItemEntry, place: int) -> None:
    for field in fields(entry):
        if field.name != "id":
            setattr(item, field.name, getattr(entry, field.name))
    item.place = place
    item.words_key, item.serial_key = same_keys(entry.what, entry.serial)
