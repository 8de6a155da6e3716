"""Words that the rooms of the calendar window share."""

from collections.abc import Iterable, Sequence

from desk.domain.business_calendar import DayKind, SpecialDay
from desk.i18n import EstateFormat, _, ngettext, pgettext
from desk.ui.kit.choice_field import Choice
from desk.wording import label


def calendar_words() -> str:
    """The section's name."""
    return _("Working days")


def hours_words() -> str:
    """The entry that is no year."""
    return _("Opening hours")


def not_announced(year: int) -> str:
    """What is true of a year whose days nobody has announced yet (K10)."""
    return _("{year}: not yet announced. Only weekdays are counted.").format(year=year)


def day_words(one: SpecialDay, custom: EstateFormat) -> str:
    """25/12/2026 Friday: Holiday, Christmas Day."""
    weekday = label("week", str(one.day.weekday()))
    kind = label("day_kind", one.kind)
    words = _("{day} {weekday}: {kind}, {name}") if one.name else _("{day} {weekday}: {kind}")
    return words.format(day=custom.date(one.day), weekday=weekday, kind=kind, name=one.name)


def count_words(days: Iterable[SpecialDay]) -> str:
    """13 holidays, 6 make-up working days."""
    kinds = [one.kind for one in days]
    holidays, working = kinds.count(DayKind.HOLIDAY), kinds.count(DayKind.WORKING)
    told = [ngettext("{count} holiday", "{count} holidays", holidays).format(count=holidays)]
    if working:
        words = ngettext("{count} make-up working day", "{count} make-up working days", working)
        told.append(words.format(count=working))
    return pgettext("list", ", ").join(told)


def kind_choices() -> Sequence[Choice]:
    """Holiday or make-up day."""
    return [Choice(one, label("day_kind", one)) for one in DayKind]


def weekday_choices() -> Sequence[Choice]:
    """Monday to Sunday."""
    return [Choice(str(one), label("week", str(one))) for one in range(7)]
