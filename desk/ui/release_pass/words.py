"""How release passes read on the screen: chips, choices, when, what is owed."""

import datetime as dt
from collections.abc import Sequence

from desk.domain.estate import IdentityKind
from desk.domain.release_pass import Item, Role, State
from desk.domain.release_pass_rule import PassKind
from desk.i18n import EstateFormat, _, ngettext, pgettext
from desk.services.release_pass import Pass, PassRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.record_links import Link
from desk.ui.kit.theme import Tone
from desk.ui.release_pass.deeds import AT_GATE, OUT
from desk.wording import label

_TONES = {
    State.DRAFT: Tone.NEUTRAL,
    State.ISSUED: Tone.DUE,
    State.REFUSED: Tone.OVERDUE,
    State.PARTLY_LEFT: Tone.DUE,
    State.LEFT: Tone.DONE,
    State.BACK: Tone.DONE,
    State.EXPIRED: Tone.OVERDUE,
    State.VOID: Tone.NEUTRAL,
}


def title() -> str:
    """The register's name."""
    return _("Release passes")


def new_words() -> str:
    """The New button and an empty form."""
    return _("New release pass")


def empty_words() -> str:
    """What an empty register says."""
    return _("No release pass yet. Press F2 for the first.")


def link(row: PassRow) -> Link:
    """Number and goods, and where the pass stands."""
    text = _("{number}: {goods}").format(number=row.number, goods=goods_words(row))
    return Link("release_pass", row.number, text, state_chip(row.state))


def state_chip(state: str) -> Chip:
    """Where a pass stands."""
    return Chip(_TONES[State(state)], label("pass_state", state))


def due_chip(row: PassRow, today: dt.date, custom: EstateFormat) -> Chip | None:
    """What is still to come back, and since when it is late."""
    if not row.out or row.back_by is None:
        return None
    late = (today - row.back_by).days
    if late > 0:
        said = ngettext("{count} day late", "{count} days late", late)
        return Chip(Tone.OVERDUE, said.format(count=late))
    if not late:
        return Chip(Tone.DUE, _("Back today"))
    return Chip(Tone.NEUTRAL, _("Back by {day}").format(day=custom.date(row.back_by)))


def kind_choices() -> Sequence[Choice]:
    """What passes the gate."""
    return [Choice(one, label("pass_kind", one)) for one in PassKind]


def role_choices() -> Sequence[Choice]:
    """Who applies."""
    return [Choice(one, label("pass_role", one)) for one in Role]


def identity_choices() -> Sequence[Choice]:
    """Which paper was seen."""
    return [Choice(one, label("identity_kind", one)) for one in IdentityKind]


def state_choices() -> Sequence[Choice]:
    """Where a pass may stand; what waits at the gate and what is out stand first."""
    return [
        Choice(AT_GATE, _("May still leave")),
        Choice(OUT, _("Goods to come back")),
        *(Choice(one, label("pass_state", one)) for one in State),
    ]


def day_choices() -> Sequence[Choice]:
    """Of which days."""
    return [
        Choice("today", _("Today")),
        Choice("week", _("Last 7 days")),
        Choice("month", _("This month")),
    ]


def window_words(starts: dt.datetime | None, ends: dt.datetime | None, custom: EstateFormat) -> str:
    """From when until when; the day once where it is one."""
    if starts is None or ends is None:
        return _("No time yet")
    one_day = custom.day(starts) == custom.day(ends)
    until = custom.time(ends) if one_day else custom.datetime(ends)
    return f"{custom.datetime(starts)} – {until}"


def goods_words(row: PassRow) -> str:
    """How its list begins, and how many lines it has."""
    if not row.items:
        return _("Nothing listed yet")
    if row.items == 1:
        return row.goods
    return _("{goods} and {count} more").format(goods=row.goods, count=row.items - 1)


def item_words(item: Item) -> str:
    """What it is and how many: read to the guard on the phone."""
    return f"{item.what} × {item.quantity} {item.counted}".rstrip()


def marks_words(item: Item) -> str:
    """Marks and serial number."""
    return " · ".join(filter(None, (item.marks, item.serial)))


def item_state_words(item: Item) -> str:
    """What became of a thing: how many have left, how many of them are back."""
    said = []
    if item.left:
        said.append(pgettext("item", "{count} left").format(count=item.left))
    if item.back:
        said.append(pgettext("item", "{count} back").format(count=item.back))
    if item.returnable and not item.left:
        said.append(_("Comes back"))
    return " · ".join(said)


def person_words(known: Pass) -> str:
    """Who applies, as what, of which room."""
    detail = known.detail
    role = label("pass_role", detail.role)
    return "  ".join(filter(None, (detail.applicant, role, detail.unit or "")))


def about_words(known: Pass) -> str:
    """Which pass a dialog is about."""
    return f"{known.detail.number} · {person_words(known)}"
