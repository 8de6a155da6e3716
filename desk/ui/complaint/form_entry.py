"""Between the fields of the complaint's form and its entry."""

import datetime as dt

from desk.domain.complaint import (
    ComplaintEntry,
    ContactMethod,
    ContentClass,
    Impact,
    Nature,
    Severity,
    Urgency,
)
from desk.domain.reception import Channel
from desk.ui.kit.field_set import FieldSet

HOT = "hot"
_TEXTS = (
    "occurred_at",
    "place",
    "complainant",
    "contact",
    "about",
    "course",
    "demand",
    "topic",
    "called_in",
    "wanted_by",
)
_CODES = ("contact_method", "nature", "content_class", "severity", "impact", "channel")


def show_entry(fields: FieldSet, entry: ComplaintEntry) -> None:
    """Put an entry into the fields."""
    for key in (*_TEXTS, *_CODES, "received_at"):
        fields.field(key).set_value(getattr(entry, key))
    fields.field("hot").set_value([HOT] if entry.hot else [])
    fields.field("immediate").set_value(sorted(entry.immediate))


def entry_from(fields: FieldSet, now: dt.datetime) -> ComplaintEntry:
    """The entry that the fields make, but for who and whence it comes."""
    code = {key: fields.field(key).value() for key in _CODES}
    return ComplaintEntry(
        received_at=fields.field("received_at").value() or now,
        channel=Channel(code["channel"] or Channel.WALK_IN),
        contact_method=ContactMethod(code["contact_method"]),
        nature=Nature(code["nature"]),
        content_class=ContentClass(code["content_class"]),
        severity=Severity(code["severity"]),
        impact=Impact(code["impact"]),
        hot=HOT in fields.field("hot").value(),
        immediate=frozenset(map(Urgency, fields.field("immediate").value())),
        **{key: fields.field(key).value() for key in _TEXTS},
    )
