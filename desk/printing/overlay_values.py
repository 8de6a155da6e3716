"""The values of a form as flat texts, each under a name: what may be put on pre-printed stock 套打.

A moment `issued_at` is also there in parts (`issued_at_date`, `issued_at_time`, `issued_at_year`,
`issued_at_month`, `issued_at_day`, `issued_at_hour`, `issued_at_minute`), for stock with 年 月 日
printed on it; a choice `kind` also as a tick a box (`kind_moving_out`); rows are counted
(`items_1_what`). Names follow the form's data class, so that they are known without a record.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from desk.domain.complaint import Severity
from desk.domain.policy import Post
from desk.i18n import pgettext
from desk.printing.form import FormData
from desk.printing.job import Job
from desk.wording import LABELS, label

TICK = "✓"
ROWS = 20  # that are named of every list, whatever a record has

_PARTS = ("date", "time", "year", "month", "day", "hour", "minute")
_DAYS = ("year", "month", "day")
_OF_THE_JOB = ("estate", "printed_by", "policy", "copy")
_OF_THE_DOCUMENT = ("number", "version", "revision", "prepared_by", "reviewed_by", "approved_by")
_EARLIER_ERA = 1911


def values(data: FormData) -> dict[str, str]:
    """Every value of the form in the current language; "" for what is not known.

    The record's code is there as `scan_code`, and as `qr` for a field that draws it.
    """
    return dict(_Speller(data.job).all(type(data), data, 0))


def names(form: type[FormData], job: Job) -> tuple[str, ...]:
    """The names of every value a form may have, of its lists the first rows."""
    return tuple(name for name, _text in _Speller(job).all(form, None, ROWS))


def row_of(name: str) -> tuple[str, int] | None:
    """The list and the row that a name is of: `items_3_what` is row 3 of `items`."""
    found = re.fullmatch(r"([a-z_]+?)_(\d+)(?:_.*)?", name, re.ASCII)
    return (found[1], int(found[2])) if found else None


class _Speller:
    """Writes values as the estate does; a value that is None gives the names alone."""

    def __init__(self, job: Job) -> None:
        self._job = job

    def all(self, form: type[FormData], data: FormData | None, rows: int) -> Iterator[Any]:
        """(name, text) of everything on the form, head and foot included."""
        yield from self._record(form, data, "", rows)
        yield "qr", data.scan_code if data else ""
        yield from ((name, getattr(self._job, name)) for name in _OF_THE_JOB)
        yield from self._moment("printed_at", self._job.printed_at)
        document = self._job.document
        yield from ((f"document_{name}", getattr(document, name)) for name in _OF_THE_DOCUMENT)
        yield from self._day("document_effective_on", document.effective_on)
        yield "reprint", self._reprint()

    def _record(self, of: type, value: object, prefix: str, rows: int) -> Iterator[tuple[str, str]]:
        hints = get_type_hints(of)
        for one in fields(of):
            if one.name != "job":
                inner = None if value is None else getattr(value, one.name)
                yield from self._value(prefix + one.name, hints[one.name], inner, rows)

    def _value(self, name: str, hint: Any, value: Any, rows: int) -> Iterator[tuple[str, str]]:
        """One value by its declared type."""
        kinds = _kinds(hint)
        if datetime in kinds:
            yield from self._moment(name, value)
        elif date in kinds:
            yield from self._day(name, value)
        elif get_origin(kinds[0]) is tuple:
            yield from self._row(name, get_args(kinds[0]), value, rows)
        elif is_dataclass(kinds[0]):
            yield from self._record(_class(kinds[0]), value, f"{name}_", rows)
        elif len(kinds) == 1 and isinstance(kinds[0], type) and issubclass(kinds[0], Enum):
            yield from self._choice(name, kinds[0], value)
        elif get_origin(kinds[0]) is None:
            yield name, self._text(name, value)

    def _row(self, name: str, of: Sequence[Any], value: Any, rows: int) -> Iterator[Any]:
        """A list's rows, or the parts of a row that has no names for them."""
        given = () if value is None else value
        if of[-1] is not Ellipsis:
            of, count = (*of,), len(of)
        else:
            of = (of[0],) * max(rows, len(given))
            count = len(of)
            yield f"{name}_count", str(len(given)) if given else ""
        for place in range(count):
            inner = given[place] if place < len(given) else None
            yield from self._value(f"{name}_{place + 1}", of[place], inner, 0)

    def _choice(self, name: str, vocabulary: type[Enum], value: Enum | None) -> Iterator[Any]:
        """What was chosen in words, and a tick at its own name."""
        yield name, self._text(name, value)
        for option in vocabulary:
            yield f"{name}_{option.value}", TICK if option is value else ""

    def _text(self, name: str, value: object) -> str:
        match value:
            case None | False:
                return ""
            case True:
                return TICK
            case Severity():
                return self._job.names.severity(value)
            case Post():
                return self._job.names.post(value)
            case Enum():
                return _label(name, value)
        return str(value)

    def _moment(self, name: str, moment: datetime | None) -> Iterator[tuple[str, str]]:
        custom = self._job.custom
        yield name, "" if moment is None else custom.datetime(moment)
        if moment is None:
            yield from ((f"{name}_{part}", "") for part in _PARTS)
            return
        yield f"{name}_date", custom.date(moment)
        yield f"{name}_time", custom.time(moment)
        local = custom.local(moment)
        yield from self._days(name, local.date())
        yield f"{name}_hour", f"{local.hour:02}"
        yield f"{name}_minute", f"{local.minute:02}"

    def _day(self, name: str, day: date | None) -> Iterator[tuple[str, str]]:
        yield name, "" if day is None else self._job.custom.date(day)
        yield from self._days(name, day)

    def _days(self, name: str, day: date | None) -> Iterator[tuple[str, str]]:
        if day is None:
            yield from ((f"{name}_{part}", "") for part in _DAYS)
            return
        earlier = _EARLIER_ERA if self._job.custom.calendar == "roc" else 0
        yield f"{name}_year", str(day.year - earlier)
        yield f"{name}_month", str(day.month)
        yield f"{name}_day", str(day.day)

    def _reprint(self) -> str:
        count = self._job.reprint
        return pgettext("paper", "Reprint {count}").format(count=count) if count else ""


def _kinds(hint: Any) -> tuple[Any, ...]:
    """The types a value may have, without None."""
    if get_origin(hint) in (Union, UnionType):
        return tuple(kind for kind in get_args(hint) if kind is not type(None))
    return (hint,)


def _class(kind: Any) -> type:
    assert isinstance(kind, type)
    return kind


def _label(name: str, code: Enum) -> str:
    """A code in words: by the vocabulary that has just its codes, of its type before others."""
    own = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(code).__name__).lower()
    fitting = _fitting(type(code), LABELS)
    named = [vocabulary for vocabulary in (own, name) if vocabulary in fitting]
    for vocabulary in (*named, *fitting, own, name):
        if code.value in LABELS.get(vocabulary, {}):
            return label(vocabulary, code.value)
    return str(code.value)


def _fitting(vocabulary: type[Enum], labels: Mapping[str, Mapping[str, str]]) -> list[str]:
    """The vocabularies with a word for each of these codes and no other."""
    codes = {option.value for option in vocabulary}
    return [name for name, words in labels.items() if set(words) == codes]
