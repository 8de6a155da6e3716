"""Between the fields of the reception's form and its entry."""

import datetime as dt

from desk.domain.reception import Channel, Kind, ReceptionEntry, State
from desk.services.reception import ReceptionDetail
from desk.ui.kit.field_set import FieldSet
from desk.ui.reception.asked_first import AskedFirst, code_of
from desk.ui.reception.caller import Caller, picked

_CODES = ("kind", "channel", "state")
_TEXTS = ("caller_name", "caller_phone", "request", "answer")


def show_beginning(fields: FieldSet, clerk_id: int, now: dt.datetime) -> None:
    """Somebody walks in with a question, here and now, and asks the clerk at the desk."""
    fields.field("person").set_value(None)
    for key in (*_TEXTS, "first_asked_name"):
        fields.field(key).set_value("")
    fields.field("kind").set_value(Kind.INQUIRY)
    fields.field("channel").set_value(Channel.WALK_IN)
    fields.field("state").set_value(State.OPEN)
    fields.field("first_asked").set_value(str(clerk_id))
    fields.field("happened_at").set_value(now)


def show_known(fields: FieldSet, detail: ReceptionDetail) -> None:
    """What was written down."""
    fields.field("person").set_value(picked(detail))
    for key in (*_TEXTS, *_CODES, "first_asked_name", "happened_at"):
        fields.field(key).set_value(getattr(detail, key))
    fields.field("first_asked").set_value(code_of(detail))


def entry_from(
    fields: FieldSet, caller: Caller, first: AskedFirst, now: dt.datetime
) -> ReceptionEntry:
    """The entry that the fields make, once it is known who came and who was asked."""
    return ReceptionEntry(
        happened_at=fields.field("happened_at").value() or now,
        channel=Channel(fields.field("channel").value() or Channel.WALK_IN),
        kind=Kind(fields.field("kind").value() or Kind.INQUIRY),
        unit_id=caller.unit_id,
        resident_id=caller.resident_id,
        caller_name=caller.name,
        caller_phone=fields.field("caller_phone").value(),
        request=fields.field("request").value(),
        answer=fields.field("answer").value(),
        state=State(fields.field("state").value() or State.OPEN),
        first_asked_id=first.account_id,
        first_asked_rank=first.rank,
        first_asked_name=first.name,
    )
