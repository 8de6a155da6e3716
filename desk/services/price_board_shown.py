"""What the second person is shown before a version of the price board comes into force (R103)."""

from collections.abc import Iterator

from desk.domain.approval import Line
from desk.domain.permissions import Permission
from desk.domain.policy import Post
from desk.domain.price_board import Difference, FilingKind, Item, Reviewer
from desk.estate_format import EstateFormat
from desk.i18n import _, pgettext
from desk.models.lists.price_board import BoardRow
from desk.services import policy, price_board
from desk.services.policy_words import post_name
from desk.services.price_board import Version
from desk.services.workplace import Workplace
from desk.wording import label


def approver(workplace: Workplace) -> str:
    """What the policy calls the post that is asked."""
    with workplace.reading() as reader:
        today = workplace.today()
        kept = policy.in_force(reader, today)
    return post_name(kept.policy, Post.OFFICE_MANAGER)


def lines(workplace: Workplace, known: Version) -> tuple[Line, ...]:
    """Which version, its filing and reviews, then everything that it changes."""
    workplace.require(Permission.READ)
    return tuple(_lines(workplace, known))


def _lines(workplace: Workplace, known: Version) -> Iterator[Line]:
    row, custom = known.row, workplace.estate.custom
    yield Line(_("Price board version"), row.number)
    yield Line(pgettext("catalogue", "Items and prices"), str(len(known.items)))
    yield Line(pgettext("catalogue", "Price filing"), filing(custom, row))
    for reviewer in Reviewer:
        by, on = getattr(row, f"{reviewer}_by"), getattr(row, f"{reviewer}_on")
        told = f"{by} · {custom.date(on)}" if on else _("not reviewed")
        yield Line(label("reviewer", reviewer), told)
    for one in price_board.differences(workplace, known):
        yield Line(*difference(custom, one))


def filing(custom: EstateFormat, row: BoardRow) -> str:
    """Where it is filed, in one line; "" where nobody has said."""
    if not row.filing:
        return ""
    if row.filing == FilingKind.NOT_ASKED:
        return f"{label('filing_kind', row.filing)} · {row.filed_with}"
    day = custom.date(row.filed_on) if row.filed_on else ""
    return " · ".join(filter(None, (day, row.filed_with, row.reference)))


def difference(custom: EstateFormat, one: Difference) -> tuple[str, str]:
    """What becomes of an item: its name, and new, changed or no longer offered."""
    if one.before is None:
        assert one.after is not None
        told = _("new: {price}").format(price=_price(custom, one.after))
        return one.after.name, told
    if one.after is None:
        return one.before.name, _("no longer offered")
    custom = custom.beside((one.before.price, one.after.price))
    before, after = _price(custom, one.before), _price(custom, one.after)
    if before == after:
        return one.after.name, _("changed words, the same price")
    return one.after.name, _("{before} becomes {after}").format(before=before, after=after)


def _price(custom: EstateFormat, item: Item) -> str:
    return f"{custom.money(item.price)} / {item.unit}"
