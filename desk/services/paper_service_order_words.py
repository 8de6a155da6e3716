"""The values that an order's paper and a repair slip have in common, in the paper's words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from desk.domain.receipt import Place
from desk.domain.service_order import EventKind, Urgency
from desk.domain.service_order_parts import Change, Fit, Material, Rework, Source, Word
from desk.estate_format import EstateFormat
from desk.i18n import ngettext, pgettext
from desk.models.lists.service_callback import CallbackRow
from desk.printing.forms.service_order_slip import MaterialLine, PricedLine
from desk.printing.job import Job
from desk.services.service_order import Order
from desk.wording import label

_LISTED = "、"
_FIT = {Fit.FIT: True, Fit.UNFIT: False, Fit.INSISTED: False}


@dataclass(frozen=True)
class Beside:
    """What other rooms know: the callbacks (R247), the supplier who sends, the desk's phone."""

    callbacks: Sequence[CallbackRow] = ()
    company: str = ""
    desk_phone: str = ""


def slip_values(known: Order, beside: Beside, job: Job) -> dict[str, Any]:
    """By the names of `WorkSlip`; the phone whole, because the technician rings it."""
    detail, callbacks = known.detail, beside.callbacks
    custom = job.custom.beside(known.amounts)
    return {
        "job": job,
        "number": detail.number,
        "customer": detail.customer,
        "unit": " ".join(filter(None, (detail.unit, detail.place))),
        "phone": detail.phone,
        "source": _source(known),
        "wish": detail.wish,
        "time": time_words(known, custom),
        "technician": detail.provider,
        "provider": beside.company,
        "dispatched_by": _sender(known),
        "dispatched_at": detail.dispatched_at,
        "lines": _lines(known, custom),
        "total": "" if detail.price is None else custom.money(detail.price),
        "materials": tuple(map(_material, known.materials)),
        "unfit": _LISTED.join(_insisted(known.materials)),
        "arrived_at": detail.arrived_at,
        "done_at": detail.done_at,
        "change": "\n".join(_change(one, custom) for one in known.changes),
        "rework": _rework(known.reworks, custom),
        "satisfaction": known.facts.satisfaction,
        "opinion": detail.opinion,
        "remark": detail.remark,
        "callback": _callback(callbacks, custom),
        "called_by": callbacks[-1].by if callbacks else "",
        "signed_by": detail.signed_by if known.facts.signed_on else "",
        "signed_on": known.facts.signed_on,
        "back_at": known.facts.slip_back_at,
        "back_by": known.slip_taken_by,
        "desk_phone": beside.desk_phone,
        **_money(known, custom),
    }


def time_words(known: Order, custom: EstateFormat) -> str:
    """The appointment, or by when somebody is at the door (R236, R240)."""
    detail = known.detail
    if detail.urgency == Urgency.APPOINTED and detail.appointed_at is not None:
        told = pgettext("order paper", "{at} (appointment)")
        return told.format(at=custom.datetime(detail.appointed_at))
    if detail.arrive_by is not None:
        told = pgettext("order paper", "by {at}")
        return told.format(at=custom.datetime(detail.arrive_by))
    return label("order_urgency", detail.urgency) if detail.agreed_at is not None else ""


def _source(known: Order) -> str:
    detail = known.detail
    if detail.complaint:
        return pgettext("order paper", "Complaint {number}").format(number=detail.complaint)
    if detail.reception:
        return pgettext("order paper", "Visit {number}").format(number=detail.reception)
    return ""


def _sender(known: Order) -> str:
    """Who sent the technician last."""
    sent = (one.by for one in reversed(known.events) if one.kind == EventKind.DISPATCHED)
    return next(sent, None) or ""


def _lines(known: Order, custom: EstateFormat) -> tuple[PricedLine, ...]:
    """The item of the price board as it was agreed; without one what was agreed on together."""
    detail = known.detail
    if not detail.item_name:
        if detail.price is None:
            return ()
        agreed = pgettext("order paper", "As wished above")
        return (PricedLine(agreed, amount=custom.money(detail.price)),)
    count = f"{_plain(detail.quantity)} {detail.counted}".rstrip()
    if detail.unit_price is None:
        return (PricedLine(detail.item_name, count),)
    amount = custom.money(detail.unit_price * detail.quantity)
    return (PricedLine(detail.item_name, count, custom.money(detail.unit_price), amount),)


def _material(one: Material) -> MaterialLine:
    count = f"{_plain(one.quantity)} {one.counted}".rstrip()
    return MaterialLine(one.what, count, one.source is Source.CUSTOMER, _FIT.get(one.fit))


def _insisted(materials: Sequence[Material]) -> Iterator[str]:
    """Who signed for what although it is not fit (R238)."""
    told = pgettext("order paper", "{what}: signed by {person}")
    for one in materials:
        if one.fit is Fit.INSISTED:
            yield told.format(what=one.what, person=one.signed_by)


def _change(one: Change, custom: EstateFormat) -> str:
    """What became other, for how much, and what the manager said (R243)."""
    price = ""
    if one.price is not None:
        told = pgettext("order paper", "in all {price}")
        price = told.format(price=custom.money(one.price))
    said = label("change_word", one.word)
    if one.word is not Word.OPEN and one.answered_at is not None:
        said = " ".join((said, one.answered_by, custom.datetime(one.answered_at)))
    return " · ".join(filter(None, (one.what, price, said)))


def _rework(reworks: Sequence[Rework], custom: EstateFormat) -> str:
    """How often, and when it was right (R256)."""
    if not reworks:
        return ""
    count = len(reworks)
    told = ngettext("{count} time, free", "{count} times, free", count).format(count=count)
    done = reworks[-1].done_at
    if done is None:
        return told
    finished = pgettext("order paper", "finished {day}").format(day=custom.date(done))
    return f"{told} · {finished}"


def _money(known: Order, custom: EstateFormat) -> dict[str, Any]:
    """What was paid by the receipts that hold, and what was let off (R244, R256)."""
    detail = known.detail
    held = [one for one in known.receipts if not one.is_void]
    waiver = ""
    if detail.waived:
        waiver = " · ".join(filter(None, (custom.money(detail.waived), detail.waived_why)))
    return {
        "amount": custom.money(known.facts.paid) if held else "",
        "paid_where": Place(held[-1].place) if held else None,
        "collector": held[-1].collected_by if held else "",
        "receipt": _LISTED.join(one.number for one in held),
        "waiver": waiver,
    }


def _callback(callbacks: Sequence[CallbackRow], custom: EstateFormat) -> str:
    """The last one: when, how, with what result (R247)."""
    if not callbacks:
        return ""
    last = callbacks[-1]
    said = label("satisfaction", last.satisfaction) if last.satisfaction else ""
    result = said or label("callback_outcome", last.outcome)
    how = label("callback_how", last.how)
    return " · ".join(filter(None, (custom.datetime(last.at), how, result, last.words)))


def _plain(count: Decimal) -> str:
    """1, 1.5: without empty places."""
    return f"{count.normalize():f}"
