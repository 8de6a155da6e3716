"""Fields that deeds of the catalogue ask for."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from desk.i18n import _
from desk.ui.kit.choice_field import ChoiceField, Choices, SegmentField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.deed_dialog import Asked
from desk.ui.kit.line_field import LineField
from desk.ui.kit.money_field import MoneyField
from desk.ui.kit.retranslate import Words
from desk.ui.price_board.deeds import CatalogueDeeds

Values = Mapping[str, Any]
HALF = 6
WHY_LIMIT = 400


def line(key: str, words: Words, limit: int, **told: Any) -> Asked:
    """One line, such as a name."""
    return Asked(key, partial(LineField, limit), words, **({"span": HALF} | told))


def why(words: Words | None = None) -> Asked:
    """The reason, which the rules ask for."""
    return line("why", words or _why_words, WHY_LIMIT, span=12, required=True)


def day(deeds: CatalogueDeeds, key: str, words: Words, **told: Any) -> Asked:
    """A day by the estate's calendar."""
    make = partial(DayField, deeds.custom, deeds.today)
    return Asked(key, make, words, **({"span": HALF} | told))


def money(deeds: CatalogueDeeds, key: str, words: Words, **told: Any) -> Asked:
    """An amount of the estate's money."""
    return Asked(key, partial(MoneyField, deeds.custom), words, **({"span": HALF} | told))


def choice(key: str, choices: Choices, words: Words, **told: Any) -> Asked:
    """One of a list."""
    return Asked(key, partial(ChoiceField, choices), words, **told)


def segments(key: str, choices: Choices, words: Words, **told: Any) -> Asked:
    """A few codes as buttons side by side."""
    return Asked(key, partial(SegmentField, choices), words, **({"required": True} | told))


def _why_words() -> str:
    return _("Why")
