"""The deed that copies the meters down: a line a meter, all three at once (R30, F30)."""

from collections.abc import Iterator
from functools import partial

from desk.domain import meter as rules
from desk.domain.meter import MeterKind, ReadingEntry, read_value
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import pgettext
from desk.services import meter
from desk.services.inspection import Inspection
from desk.ui.inspection import asking
from desk.ui.inspection.asking import Values
from desk.ui.inspection.deeds import InspectionDeeds
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.wording import label

_READING = 40
_THIRD = 4


def meters_plan(deeds: InspectionDeeds, known: Inspection) -> DeedPlan:
    """Number and reading of each meter, or why there is none."""
    asked = tuple(one for kind in MeterKind for one in _asked(known, kind))
    return DeedPlan(_title, _title, asked, partial(_do, deeds, known), lead=partial(_lead, known))


def _asked(known: Inspection, kind: MeterKind) -> Iterator[Asked]:
    """What stood there before begins the line; else the number of the meter known here."""
    read, last = known.reading(kind), known.lasts.get(kind)
    number = read.meter_number if read else last.meter_number if last else ""
    value = "" if read is None or read.value is None else f"{read.value.normalize():f}"
    remark = "" if read is None else read.absent or read.why
    named = partial(label, "meter_kind", kind)
    yield asking.line(
        f"{kind}.meter_number",
        partial(_number_words, named),
        rules.NUMBER_LIMIT,
        begins_with=number or None,
        span=_THIRD,
    )
    yield asking.line(
        f"{kind}.value", _value_words, _READING, begins_with=value or None, span=_THIRD
    )
    yield asking.line(
        f"{kind}.why", _why_words, rules.WHY_LIMIT, begins_with=remark or None, span=_THIRD
    )


def _do(deeds: InspectionDeeds, known: Inspection, values: Values) -> Inspection:
    entries = [entry for kind in MeterKind if (entry := _entry(kind, values)) is not None]
    return meter.write(deeds.workplace, known.detail.id, known.detail.version, entries)


def _entry(kind: MeterKind, values: Values) -> ReadingEntry | None:
    """A line without a reading says why there is none; an empty line says nothing."""
    number, text = values[f"{kind}.meter_number"], values[f"{kind}.value"].strip()
    remark = values[f"{kind}.why"]
    if not text:
        return ReadingEntry(kind, number, absent=remark) if remark else None
    value = read_value(text)
    if value is None:
        raise RuleRefused([Reason("meter.value.missing", f"{kind}.value")])
    return ReadingEntry(kind, number, value, why=remark)


def _lead(known: Inspection) -> str:
    """What the meters of the home showed last."""
    told = pgettext("meter", "{meter} {number}: last {value}")
    lines = [
        told.format(
            meter=label("meter_kind", kind),
            number=last.meter_number,
            value=f"{last.value.normalize():f}",
        )
        for kind, last in known.lasts.items()
    ]
    return "\n".join(lines) or pgettext("meter", "These are the first readings of this home.")


def _number_words(named: partial[str]) -> str:
    return pgettext("meter", "{meter}, number").format(meter=named())


def _value_words() -> str:
    return pgettext("meter", "Reading")


def _why_words() -> str:
    return pgettext("meter", "Why there is none, or why it is odd")


def _title() -> str:
    return pgettext("inspection deed", "Meters")
