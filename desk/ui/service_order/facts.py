"""What is known of an order, to be read: the wish, what was agreed, who comes, how it ended."""

from collections.abc import Iterator, Sequence

from desk.domain.service_order import Kind
from desk.domain.service_order_parts import Change, Damage, Material, Rework, Word
from desk.i18n import EstateFormat, _, ngettext, pgettext
from desk.services.service_callback import CallbackRow
from desk.services.service_order import Order
from desk.ui.kit.facts import Fact
from desk.ui.service_order import form_words
from desk.wording import label


def wish_facts(known: Order) -> Sequence[Fact]:
    """What is wished, where from, whom to ring."""
    detail = known.detail
    return (
        Fact(form_words.wish(), detail.wish, wide=True),
        Fact(form_words.phone(), detail.phone),
        Fact(form_words.kind(), label("order_kind", detail.kind)),
        Fact(form_words.item(), _item(known)),
        Fact(form_words.plan(), detail.plan, wide=True),
        Fact(form_words.liability(), _liability(known)),
        Fact(form_words.remark(), detail.remark, wide=True),
        Fact(pgettext("order", "Other companies"), detail.others, wide=True),
    )


def agreed_facts(known: Order, custom: EstateFormat) -> Sequence[Fact]:
    """Price and time as they were agreed, who comes, when somebody was there."""
    detail = known.detail
    appointed = "" if detail.appointed_at is None else custom.datetime(detail.appointed_at)
    when = label("order_urgency", detail.urgency) if detail.agreed_at else ""
    return (
        Fact(form_words.price(), "" if detail.price is None else custom.money(detail.price)),
        Fact(form_words.urgency(), " ".join(filter(None, (when, appointed)))),
        Fact(pgettext("order", "Agreed by"), detail.agreed_by if detail.agreed_at else ""),
        Fact(pgettext("order", "Who comes"), _provider(known)),
        Fact(pgettext("order", "Sent"), _at(detail.dispatched_at, custom)),
        Fact(pgettext("order", "At the door"), _at(detail.arrived_at, custom)),
        Fact(pgettext("order", "Missed"), _at(detail.missed_by, custom)),
    )


def end_facts(known: Order, custom: EstateFormat) -> Sequence[Fact]:
    """What was done, what it cost, what the customer said, where the slip is."""
    detail, facts = known.detail, known.facts
    signed = "" if detail.signed_on is None else custom.date(detail.signed_on)
    held = [one for one in known.receipts if not one.is_void]
    paid = custom.money(facts.paid) if held else ""
    numbers = _(", ").join(one.number for one in held)
    return (
        Fact(pgettext("order", "What was done"), detail.work_done, wide=True),
        Fact(pgettext("order", "Finished"), _at(detail.done_at, custom)),
        Fact(pgettext("order", "Costs"), _money(detail.amount, custom)),
        Fact(pgettext("order", "Paid"), "  ".join(filter(None, (paid, numbers)))),
        Fact(pgettext("order", "Let off"), _waived(known, custom)),
        Fact(pgettext("order", "Still owed"), _owed(known, custom)),
        Fact(pgettext("order", "Opinion"), _opinion(known)),
        Fact(pgettext("order", "Signed"), "  ".join(filter(None, (detail.signed_by, signed)))),
        Fact(
            pgettext("order", "Slip back"),
            "  ".join(filter(None, (detail.slip_back_by, _at(detail.slip_back_at, custom)))),
        ),
        Fact(pgettext("order", "Slip taken back by"), known.slip_taken_by),
        Fact(pgettext("order", "Void because"), detail.void_why, wide=True),
    )


def callback_facts(rows: Sequence[CallbackRow], custom: EstateFormat) -> Sequence[Fact]:
    """How the customer was called back, with what result, by whom (R247)."""
    said = _lines(_callback(one, custom) for one in rows)
    return (Fact(pgettext("order paper", "Callback"), said, wide=True),)


def part_facts(known: Order, custom: EstateFormat) -> Sequence[Fact]:
    """Materials, changes, damage, rework: one line each."""
    return (
        Fact(
            pgettext("order", "Materials"),
            _lines(_material(one, custom) for one in known.materials),
            wide=True,
        ),
        Fact(
            pgettext("order", "Changes"),
            _lines(_change(one, custom) for one in known.changes),
            wide=True,
        ),
        Fact(
            pgettext("order", "Damage"),
            _lines(_damage(one, custom) for one in known.damages),
            wide=True,
        ),
        Fact(
            _reworks(known),
            _lines(_rework(one, custom) for one in known.reworks),
            wide=True,
        ),
    )


def _lines(lines: Iterator[str]) -> str:
    return "\n".join(lines)


def _callback(one: CallbackRow, custom: EstateFormat) -> str:
    result = label("satisfaction", one.satisfaction) if one.satisfaction else ""
    outcome = result or label("callback_outcome", one.outcome)
    told = (custom.datetime(one.at), label("callback_how", one.how), outcome, one.words, one.by)
    return " · ".join(filter(None, told))


def _item(known: Order) -> str:
    detail = known.detail
    if not detail.item_name:
        return ""
    if detail.quantity == 1:
        return detail.item_name
    return f"{detail.item_name} × {detail.quantity.normalize():f} {detail.counted}".rstrip()


def _liability(known: Order) -> str:
    detail = known.detail
    is_repair = known.facts.kind is Kind.REPAIR
    return label("order_liability", detail.liability) if is_repair and detail.liability else ""


def _provider(known: Order) -> str:
    detail = known.detail
    skill = pgettext("order", "skill {skill}").format(skill=detail.skill) if detail.skill else ""
    return " · ".join(filter(None, (detail.provider, skill)))


def _at(moment: object, custom: EstateFormat) -> str:
    return "" if moment is None else custom.datetime(moment)  # type: ignore[arg-type]


def _money(amount: object, custom: EstateFormat) -> str:
    return "" if amount is None else custom.money(amount)  # type: ignore[arg-type]


def _waived(known: Order, custom: EstateFormat) -> str:
    detail = known.detail
    if not detail.waived:
        return ""
    return " · ".join(filter(None, (custom.money(detail.waived), detail.waived_why)))


def _owed(known: Order, custom: EstateFormat) -> str:
    if known.detail.done_at is None or not known.facts.owed:
        return ""
    return custom.money(known.facts.owed)


def _opinion(known: Order) -> str:
    detail = known.detail
    said = label("satisfaction", detail.satisfaction) if detail.satisfaction else ""
    return " · ".join(filter(None, (said, detail.opinion)))


def _material(one: Material, custom: EstateFormat) -> str:
    """What and how many, for how much, whose, how its check ended; who drew and who checked it."""
    count = f"{one.quantity.normalize():f} {one.counted}".rstrip()
    told = (one.what, count, _money(one.price, custom), label("material_source", one.source))
    people = _(", ").join(dict.fromkeys(filter(None, (one.drawn_by, one.checked_by))))
    return " · ".join(filter(None, (*told, label("material_fit", one.fit), people)))


def _change(one: Change, custom: EstateFormat) -> str:
    price = "" if one.price is None else custom.money(one.price)
    said = label("change_word", one.word)
    answered = "" if one.word is Word.OPEN else one.answered_by
    return " · ".join(filter(None, (one.what, price, said, answered)))


def _damage(one: Damage, custom: EstateFormat) -> str:
    if one.is_open:
        return " · ".join((one.what, pgettext("order", "not settled")))
    paid = "" if one.compensation is None else custom.money(one.compensation)
    return " · ".join(filter(None, (one.what, paid, one.agreed_by, _at(one.settled_at, custom))))


def _reworks(known: Order) -> str:
    count = len(known.reworks)
    told = ngettext("Done again {count} time", "Done again {count} times", count)
    return told.format(count=count)


def _rework(one: Rework, custom: EstateFormat) -> str:
    done = "" if one.done_at is None else custom.datetime(one.done_at)
    is_open = pgettext("order", "not finished") if one.is_open else ""
    return " · ".join(filter(None, (one.why, one.found_by, done, is_open)))
