"""How a count reads on the screen."""

from desk.domain.key_count import CountExpected, CountState
from desk.i18n import EstateFormat, _, pgettext
from desk.services.key_count import KeyCountRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.theme import Tone
from desk.wording import label

_TONES = {
    CountState.COUNTING: Tone.DUE,
    CountState.SIGNED: Tone.DUE,
    CountState.DONE: Tone.DONE,
    CountState.VOID: Tone.NEUTRAL,
}


def count_chip(row: KeyCountRow) -> Chip:
    """Where a count stands."""
    return Chip(_TONES[row.state], label("count_state", row.state))


def kind_words(row: KeyCountRow) -> str:
    """Why it was counted."""
    return label("count_kind", row.kind)


def head_words(row: KeyCountRow, custom: EstateFormat) -> str:
    """Who counts with whom since when, and how many hang there by the book."""
    words = _("{kind}: {who} to {other}, begun {moment}. By the book {hang} hang, {out} are lent.")
    return words.format(
        kind=kind_words(row),
        who=row.by,
        other=row.to,
        moment=custom.datetime(row.at),
        hang=row.expected_number(CountExpected.IN),
        out=row.expected_number(CountExpected.LENT),
    )


def new_count() -> str:
    """The keys are counted."""
    return _("Count the keys")


def begin_words() -> str:
    """The button that fixes what is expected."""
    return pgettext("key deed", "Begin")


def begin_lead() -> str:
    """What happens."""
    return _("What should hang there is fixed now; every difference is explained, both sign.")


def sign_words() -> str:
    """The first signature, then the other's."""
    return pgettext("key deed", "Sign")


def left_words() -> str:
    """Why it is not signed yet."""
    return _("Look at every hook first.")


def how_words() -> str:
    """Which key answers what."""
    return _(
        "Space or 1: as by the book · 2: not so · 3: incomplete or damaged · Backspace: undo · "
        "Enter: explain"
    )


def why_hint() -> str:
    """When it is needed."""
    return _("For what was found otherwise. Enter leads back to the list.")


def extra() -> str:
    """A set that hangs there and is not on the list."""
    return _("Tag that is not on the list")


def extra_hint() -> str:
    """How it is added."""
    return _("Enter adds it as a difference.")


def follows() -> str:
    """What is done about it."""
    return _("What is done about the differences")
