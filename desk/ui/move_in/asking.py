"""Pieces that the deeds of a case share: when one is shown, what most of them ask for."""

from collections.abc import Callable, Sequence
from functools import partial

from desk.domain import move_in as rules
from desk.domain.move_in import State
from desk.domain.move_in_filing import late_items
from desk.i18n import _, pgettext
from desk.services.move_in import MoveIn
from desk.ui.kit.day_field import DayField
from desk.ui.kit.deed_dialog import Asked
from desk.ui.kit.line_field import LineField
from desk.ui.move_in.deeds import MoveInDeeds

Shown = Callable[[MoveIn], bool]


def is_open(known: MoveIn) -> bool:
    """The case is being worked on."""
    return known.facts.state is State.OPEN


def takes(known: MoveIn, item: str) -> bool:
    """Whether a thing, such as `material:rules`, may be taken in: while the case is open, and of a
    filed one what was let pass (R57)."""
    return is_open(known) or item in late_items(known.facts, item.partition(":")[0])


def lacks(*kinds: str) -> Shown:
    """Whether an open case lacks something of these kinds that nobody let pass."""
    return partial(_lacks, kinds)


def _lacks(kinds: Sequence[str], known: MoveIn) -> bool:
    fields = {(one.field or "").partition(":")[0] for one in known.blockers}
    return is_open(known) and not fields.isdisjoint(kinds)


def day_asked(deeds: MoveInDeeds, key: str, caption: Callable[[], str]) -> Asked:
    """A day, today unless told."""
    day = partial(DayField, deeds.custom, deeds.today)
    return Asked(key, day, caption, True, 6, deeds.today())


def signer_asked(known: MoveIn) -> Asked:
    """Who signed: who comes for the household, unless told."""
    line = partial(LineField, rules.SIGNER_LIMIT)
    return Asked("signed_by", line, signed_by_words, True, 6, signer(known))


def why_asked() -> Asked:
    """Why."""
    return Asked("why", partial(LineField, rules.WHY_LIMIT), why_words, required=True)


def signer(known: MoveIn) -> str:
    """Who signs for the household."""
    detail = known.detail
    return detail.agent or detail.contact or detail.name


def why_words() -> str:
    return _("Why")


def signed_by_words() -> str:
    return pgettext("move-in", "Signed by")


def signed_on_words() -> str:
    return pgettext("move-in", "Signed on")
