"""Somebody is sent, takes the slip, stands at the door (R240, R251)."""

from functools import partial

from desk.domain.service_order import OVER, DispatchEntry, State, StepEntry
from desk.domain.service_order import WHY_LIMIT as WHY
from desk.domain.service_order_deeds import Deed
from desk.i18n import _, pgettext
from desk.services import service_order_work as work
from desk.services.service_order import Order
from desk.ui.kit.act import Act
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.service_order import ask
from desk.ui.service_order.ask import Values
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.groups import SEND as GROUP
from desk.ui.service_order.people_field import PeopleField

SEND = "send"


def acts(deeds: OrderDeeds) -> tuple[Act, ...]:
    """Send, take the slip, be at the door."""
    return (
        Act(
            SEND,
            GROUP,
            _send_words,
            shown=_is_open,
            shut=partial(deeds.why_not, Deed.DISPATCH),
            plan=partial(_send_plan, deeds),
            primary=_waits,
        ),
        Act(
            "arrive",
            GROUP,
            _arrive_words,
            shown=_is_open,
            shut=partial(deeds.why_not, Deed.ARRIVE),
            plan=partial(_arrive_plan, deeds),
            primary=_is_on_the_way,
        ),
        Act(
            "accept",
            GROUP,
            _accept_words,
            shown=_is_open,
            shut=partial(deeds.why_not, Deed.ACCEPT),
            plan=partial(_accept_plan, deeds),
            primary=_is_on_the_way,
        ),
    )


# When


def _is_open(known: Order) -> bool:
    return known.facts.state not in (*OVER, State.DONE)


def _waits(known: Order) -> bool:
    facts = known.facts
    return facts.state is State.AGREED or (facts.state is State.REWORK and not facts.is_sent)


def _is_on_the_way(known: Order) -> bool:
    return known.facts.is_sent and not known.facts.is_there


# What is asked


def _send_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    """Who; why somebody else, where somebody is on the way already."""
    asked_skills = () if known.detail.skill else deeds.skills()
    people = partial(PeopleField, partial(deeds.candidates, known), asked_skills)
    first = known.detail.person_id or (None if asked_skills else _only(deeds, known))
    who = Asked("person", people, _who_words, required=True, begins_with=first)
    why = (ask.line("why", ask.why_words, WHY, span=12),) if known.facts.is_sent else ()
    asked = (who, ask.moment(deeds, ask.at_words), *why)
    return ask.plan(_send_words, asked, partial(_send, deeds, known), _send_lead)


def _only(deeds: OrderDeeds, known: Order) -> int | None:
    """Whoever alone may be sent is chosen already."""
    able = [one.person.id for one in deeds.candidates(known) if not one.reasons]
    return able[0] if len(able) == 1 else None


def _send(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    chosen = values["person"]
    entry = DispatchEntry(
        person_id=None if chosen is None else chosen.person_id,
        skill="" if chosen is None else chosen.skill,
        at=values["at"],
        why=values.get("why") or "",
    )
    return work.dispatch(deeds.workplace, known.detail.id, known.detail.version, entry)


def _arrive_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    asked = _step(deeds, known)
    return ask.plan(_arrive_words, asked, partial(_arrive, deeds, known), _arrive_lead)


def _arrive(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    entry = _entry(values)
    return work.arrive(deeds.workplace, known.detail.id, known.detail.version, entry)


def _accept_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    asked = _step(deeds, known)
    return ask.plan(_accept_words, asked, partial(_accept, deeds, known))


def _accept(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    entry = _entry(values)
    return work.accept(deeds.workplace, known.detail.id, known.detail.version, entry)


def _step(deeds: OrderDeeds, known: Order) -> tuple[Asked, ...]:
    return (
        ask.line("person", _who_words, begins_with=known.detail.provider),
        ask.moment(deeds, ask.at_words),
        ask.text("note", _note_words),
    )


def _entry(values: Values) -> StepEntry:
    return StepEntry(values["at"], values["person"], values["note"])


# Words


def _send_words() -> str:
    return pgettext("order deed", "Send somebody")


def _send_lead() -> str:
    return _("The slip is printed next: who goes needs nothing else. The clock to the door runs.")


def _who_words() -> str:
    return pgettext("order", "Who comes")


def _arrive_words() -> str:
    return pgettext("order deed", "At the door")


def _arrive_lead() -> str:
    return _("By radio or phone, as soon as it is known: it stops the clock.")


def _accept_words() -> str:
    return pgettext("order deed", "Slip taken")


def _note_words() -> str:
    return _("Note")
