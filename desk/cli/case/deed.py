"""What a deed of the command line asks for, as data: its words, how each is read, who does it.

Nothing is demanded here that the rules themselves ask for: what is missing is refused by the
service, in the sentences of the window, all at once.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Any, Protocol

from desk.domain.authority_letter import amount_of
from desk.domain.complaint_case import CaseFacts
from desk.i18n import _
from desk.services.approval import Line
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace

_DIGITS = 9
_VERY_MANY = 10**_DIGITS


class Misread(Exception):
    """A word was not understood; the text says why, in one line."""


@dataclass(frozen=True)
class Asked:
    """Where a word is read: at this desk, about this case; a complaint to come is none yet."""

    workplace: Workplace
    case: Case | None = None


Read = Callable[[Asked, str], Any]
Nothing = Callable[[Asked], Any]
Given = Mapping[str, Any]
Do = Callable[[Workplace, Case, Given], Case]


@dataclass(frozen=True)
class Option:
    """One word of a deed, `--why TEXT`; `nothing` is what holds where it is not given.

    `vocabulary` has the words for codes that do not speak for themselves.
    """

    name: str
    read: Read
    nothing: Nothing
    help: str
    metavar: str = "TEXT"
    choices: tuple[str, ...] = ()
    needed: bool = False
    many: bool = False
    flag: bool = False
    field: str = ""
    vocabulary: str = ""

    @property
    def key(self) -> str:
        """The field of the entry that it fills."""
        return self.field or self.name.replace("-", "_")

    def value(self, asked: Asked, given: Any) -> Any:
        """What was given, as the entry wants it."""
        if self.flag:
            return bool(given)
        if self.many:
            return tuple(self.read(asked, one) for one in given or ())
        return self.nothing(asked) if given is None else self.read(asked, given)


@dataclass(frozen=True)
class Deed:
    """One deed: its name, what it is for (marked for the catalogues), its words, who does it.

    `shows` gives what a second person is shown before.
    """

    name: str
    help: str
    options: tuple[Option, ...]
    do: Do
    shows: Callable[[Workplace, Case, Given], tuple[Line, ...]] | None = None


def values(options: Iterable[Option], asked: Asked, given: Given) -> dict[str, Any]:
    """The fields of an entry, read from the words that were given."""
    return {one.key: one.value(asked, given[one.key]) for one in options}


# How a deed is done


def entering(entry: Callable[..., Any], service: Callable[..., Case]) -> Do:
    """The service takes an entry of the values."""
    return partial(_entering, entry, service)


def saying(service: Callable[..., Case], *names: str) -> Do:
    """The service takes the values themselves, in this order."""
    return partial(_saying, service, names)


def _entering(
    entry: Callable[..., Any],
    service: Callable[..., Case],
    workplace: Workplace,
    case: Case,
    given: Given,
) -> Case:
    return service(workplace, case.detail.id, case.detail.version, entry(**given))


def _saying(
    service: Callable[..., Case],
    names: Sequence[str],
    workplace: Workplace,
    case: Case,
    given: Given,
) -> Case:
    values = [given[name] for name in names]
    return service(workplace, case.detail.id, case.detail.version, *values)


# The words


def text(name: str, help_: str, field: str = "") -> Option:
    """Words as they are; none is an empty text."""
    return Option(name, _as_it_is, _empty, help_, field=field)


def optional(name: str, help_: str, field: str = "") -> Option:
    """Words as they are, or None."""
    return Option(name, _as_it_is, _none, help_, field=field)


def number(name: str, help_: str, field: str = "") -> Option:
    """A whole number, such as an id, or None."""
    return Option(name, _whole, _none, help_, "N", field=field)


def texts(name: str, help_: str, field: str = "") -> Option:
    """Words that may be given several times."""
    return Option(name, _as_it_is, _empty, help_, many=True, field=field)


def choice(  # noqa: PLR0913 - the words of one option
    name: str,
    values: Iterable[StrEnum],
    help_: str,
    *,
    needed: bool = False,
    field: str = "",
    vocabulary: str = "",
) -> Option:
    """One code of a vocabulary, or none."""
    known = {str(one): one for one in values}
    read = partial(_code, known)
    told = Option(name, read, _none, help_, choices=tuple(known), needed=needed, field=field)
    return replace(told, vocabulary=vocabulary)


def codes(
    name: str, values: Iterable[StrEnum], help_: str, field: str = "", vocabulary: str = ""
) -> Option:
    """Any of the codes of a vocabulary."""
    return replace(choice(name, values, help_, field=field, vocabulary=vocabulary), many=True)


def flag(name: str, help_: str, field: str = "") -> Option:
    """Yes where it stands, no where it does not."""
    return Option(name, _as_it_is, _none, help_, flag=True, field=field)


def moment(name: str, help_: str, *, now: bool = True, field: str = "") -> Option:
    """A time by the estate's clock; none is now, or is left to the deed."""
    return Option(name, _moment, _now if now else _none, help_, '"DAY HH:MM"', field=field)


def day(name: str, help_: str, field: str = "") -> Option:
    """A day such as 2026-11-21."""
    return Option(name, _day, _none, help_, "DAY", field=field)


def amount(name: str, help_: str) -> Option:
    """An amount of money."""
    return Option(name, _amount, _none, help_, "AMOUNT")


class Part(Protocol):
    """One of several parts of a case."""

    @property
    def id(self) -> int: ...


Parts = Callable[[CaseFacts], Sequence[Part]]


def part(name: str, parts: Parts, waiting: Parts, help_: str, field: str) -> Option:
    """One of several parts by its place, 1 the first; none is the only one that waits."""
    return Option(
        name, partial(_part, parts), partial(_only, waiting), help_, metavar="N", field=field
    )


# Reading


def _as_it_is(_asked: Asked, given: str) -> str:
    return given


def _whole(_asked: Asked, given: str) -> int:
    found = whole(given)
    if found is None:
        raise Misread(_("this is no number: {text}").format(text=given))
    return found


def whole(given: str) -> int | None:
    """A whole number as it is typed; more than a thousand million is as much as that, which is
    beyond every bound and nobody's id."""
    if not (given.isascii() and given.isdecimal()):
        return None
    digits = given.lstrip("0") or "0"
    return int(digits) if len(digits) <= _DIGITS else _VERY_MANY


def _empty(_asked: Asked) -> str:
    return ""


def _none(_asked: Asked) -> None:
    return None


def _now(asked: Asked) -> datetime:
    return asked.workplace.now()


def _code(known: Mapping[str, StrEnum], _asked: Asked, given: str) -> StrEnum:
    return known[given]


def _moment(asked: Asked, given: str) -> datetime:
    try:
        wall = datetime.fromisoformat(given)
        return asked.workplace.estate.custom.utc(wall)
    except (ValueError, OverflowError):
        raise Misread(
            _("a time is written like “2026-11-21 14:30”: {text}").format(text=given)
        ) from None


def _day(_asked: Asked, given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise Misread(_("a day is written like 2026-11-21")) from None


def _amount(_asked: Asked, given: str) -> Decimal:
    found = amount_of(given)
    if found is None:
        raise Misread(_("an amount is written like 1200.50: {text}").format(text=given))
    return found


def _part(parts: Parts, asked: Asked, given: str) -> int:
    """The id at a place; 0, which is nobody's, where there is none: the rule says so."""
    found = () if asked.case is None else parts(asked.case.facts)
    place = whole(given) or 0
    return found[place - 1].id if 1 <= place <= len(found) else 0


def _only(waiting: Parts, asked: Asked) -> int:
    found = () if asked.case is None else waiting(asked.case.facts)
    return found[0].id if len(found) == 1 else 0
