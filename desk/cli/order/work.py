"""Orders on the command line while they are worked on: sent, there, materials, changes, done."""

from collections.abc import Sequence

from desk.cli.case import approval
from desk.cli.case.deed import Given, Misread, amount, choice, flag, number, text
from desk.cli.case.words import AT, WHY
from desk.cli.order.deed import (
    LINE_HELP,
    NOTE,
    OWN,
    REFUSE,
    OrderDeed,
    key_of,
    person,
    quantity,
)
from desk.domain.service_order import DispatchEntry, DoneEntry, StepEntry
from desk.domain.service_order_parts import (
    Change,
    ChangeEntry,
    CheckEntry,
    Damage,
    DamageEntry,
    Fit,
    Material,
    MaterialEntry,
    ReworkEntry,
    SettleEntry,
    Source,
)
from desk.i18n import N_, _
from desk.services import (
    service_order_change,
    service_order_damage,
    service_order_material,
    service_order_work,
)
from desk.services.service_order import Order
from desk.services.workplace import Workplace

_PERSON = text("person", N_("the person’s name"))
_LINE = number("line", LINE_HELP)
_FIT = choice("fit", Fit, N_("how its check ended"), vocabulary="material_fit")
_CHECKED = text("checked-by", N_("who checked it"))
_SIGNED = text("signed-by", N_("who signed for an unfit one"))


def _dispatch(workplace: Workplace, known: Order, given: Given) -> Order:
    entry = DispatchEntry(given["person_id"], given["skill"], given["at"], given["why"])
    return service_order_work.dispatch(workplace, *key_of(known), entry)


def _accept(workplace: Workplace, known: Order, given: Given) -> Order:
    return service_order_work.accept(workplace, *key_of(known), _step(given))


def _arrive(workplace: Workplace, known: Order, given: Given) -> Order:
    return service_order_work.arrive(workplace, *key_of(known), _step(given))


def _done(workplace: Workplace, known: Order, given: Given) -> Order:
    entry = DoneEntry(given["text"], given["amount"], given["at"])
    return service_order_work.done(workplace, *key_of(known), entry)


def _rework(workplace: Workplace, known: Order, given: Given) -> Order:
    entry = ReworkEntry(given["why"], given["person"], given["apologised"], given["at"])
    return service_order_work.rework(workplace, *key_of(known), entry)


def _material(workplace: Workplace, known: Order, given: Given) -> Order:
    entry = MaterialEntry(
        source=given["source"],
        what=given["what"],
        quantity=given["quantity"],
        counted=given["counted"],
        price=given["price"],
        drawn_by=given["drawn_by"],
        fit=given["fit"] or Fit.UNCHECKED,
        checked_by=given["checked_by"],
        signed_by=given["signed_by"],
        note=given["note"],
        at=given["at"],
    )
    return service_order_material.put(workplace, *key_of(known), entry)


def _check(workplace: Workplace, known: Order, given: Given) -> Order:
    waiting = [one for one in known.materials if one.fit is Fit.UNCHECKED]
    entry = CheckEntry(
        _part(known.materials, waiting, given["line"]),
        given["fit"] or Fit.UNCHECKED,
        given["checked_by"],
        given["signed_by"],
        given["note"],
        given["at"],
    )
    return service_order_material.check(workplace, *key_of(known), entry)


def _change(workplace: Workplace, known: Order, given: Given) -> Order:
    entry = ChangeEntry(given["what"], given["price"], given["person"], given["at"])
    return service_order_change.ask(workplace, *key_of(known), entry)


def _confirm(workplace: Workplace, known: Order, given: Given) -> Order:
    waiting = [one for one in known.changes if one.is_open]
    change_id = _part(known.changes, waiting, given["line"])
    said = approval.answer_of(given, service_order_change.shown(workplace, known, change_id))
    key = key_of(known)
    return service_order_change.answer(workplace, *key, change_id, given["agreed_by"], said)


def _damage(workplace: Workplace, known: Order, given: Given) -> Order:
    entry = DamageEntry(given["what"], given["person"], given["at"])
    return service_order_damage.tell(workplace, *key_of(known), entry)


def _settle(workplace: Workplace, known: Order, given: Given) -> Order:
    waiting = [one for one in known.damages if one.is_open]
    entry = SettleEntry(
        _part(known.damages, waiting, given["line"]),
        given["apologised"],
        given["compensation"],
        given["agreed_by"],
        given["note"],
        given["at"],
    )
    return service_order_damage.settle(workplace, *key_of(known), entry)


def _step(given: Given) -> StepEntry:
    return StepEntry(given["at"], given["person"], given["note"])


Parts = Sequence[Material] | Sequence[Change] | Sequence[Damage]


def _part(every: Parts, waiting: Parts, place: int | None) -> int:
    """The id at a place, or of the only one that waits; 0, which is nobody's, where there is none:
    the rule says so. Of several that wait, one is chosen by its line."""
    if place is None:
        if len(waiting) > 1:
            raise Misread(_("several wait; say which line: --line"))
        return waiting[0].id if len(waiting) == 1 else 0
    return every[place - 1].id if 1 <= place <= len(every) else 0


DEEDS = (
    OrderDeed(
        "dispatch",
        N_("send somebody, or somebody else"),
        (
            person("person", N_("who is sent: the name, or the id")),
            text("skill", N_("the skill the work asks for, where the item does not say so")),
            AT,
            WHY,
        ),
        _dispatch,
    ),
    OrderDeed("accept", N_("the slip is accepted"), (_PERSON, AT, NOTE), _accept),
    OrderDeed("arrive", N_("somebody stands at the door"), (_PERSON, AT, NOTE), _arrive),
    OrderDeed(
        "materials",
        N_("a material was drawn from the store, or is the customer’s"),
        (
            choice("source", Source, N_("whose it is"), needed=True, vocabulary="material_source"),
            text("what", N_("what it is")),
            quantity("quantity", N_("how many; one where nothing is said")),
            text("counted", N_("counted in what")),
            amount("price", N_("the price of all of it")),
            text("drawn-by", N_("who drew it from the store")),
            _FIT,
            _CHECKED,
            _SIGNED,
            NOTE,
            AT,
        ),
        _material,
    ),
    OrderDeed(
        "check",
        N_("a material was checked"),
        (_LINE, _FIT, _CHECKED, _SIGNED, NOTE, AT),
        _check,
    ),
    OrderDeed(
        "change",
        N_("the work differs from what was agreed, or exceeds it"),
        (
            text("what", N_("what differs")),
            amount("price", N_("the new whole price; none where it stays")),
            text("person", N_("who told the desk")),
            AT,
        ),
        _change,
    ),
    OrderDeed(
        "confirm",
        N_("the manager answers a change before the work goes on"),
        (_LINE, text("agreed-by", N_("which customer agreed to it")), OWN, REFUSE, NOTE),
        _confirm,
    ),
    OrderDeed(
        "done",
        N_("the work is finished"),
        (
            text("text", N_("what was done")),
            amount("amount", N_("what it costs, materials included; 0 where it is free")),
            AT,
        ),
        _done,
    ),
    OrderDeed(
        "damage",
        N_("something was damaged"),
        (text("what", N_("what was damaged")), text("person", N_("by whom")), AT),
        _damage,
    ),
    OrderDeed(
        "settle",
        N_("the damage is settled"),
        (
            _LINE,
            flag("apologised", N_("the desk has said sorry")),
            amount("compensation", N_("what was paid for it; 0 where nothing was")),
            text("agreed-by", N_("who accepted it")),
            NOTE,
            AT,
        ),
        _settle,
    ),
    OrderDeed(
        "rework",
        N_("the work is not as it should be and is done again, free"),
        (
            WHY,
            text("person", N_("who noticed")),
            flag("apologised", N_("the desk has said sorry")),
            AT,
        ),
        _rework,
    ),
)
