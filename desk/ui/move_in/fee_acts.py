"""Deeds about fees: written down, looked at by another clerk, received (R21, R32)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from desk.domain import move_in as rules
from desk.domain.move_in import Fee, FeeEntry, FeeKind
from desk.domain.receipt import COLLECTOR_LIMIT, PAYER_LIMIT, REFERENCE_LIMIT, Method, Place
from desk.i18n import _
from desk.services import fee_mandate, move_in_fee
from desk.services.move_in import MoveIn
from desk.services.move_in_fee import PaidEntry
from desk.ui.kit.act import Act
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.money_field import MoneyField
from desk.ui.kit.secret_field import SecretField
from desk.ui.move_in import fee_words as said
from desk.ui.move_in import words
from desk.ui.move_in.asking import is_open, lacks, signer, takes
from desk.ui.move_in.deeds import MoveInDeeds, reasons_words
from desk.ui.move_in.groups import MONEY
from desk.wording import label

Values = Mapping[str, Any]


def acts(deeds: MoveInDeeds) -> tuple[Act, ...]:
    """In the order of the money."""
    shut = deeds.why_not_change
    return (
        Act(
            "add_fee",
            MONEY,
            said.add,
            shown=is_open,
            shut=shut,
            plan=partial(_add_plan, deeds),
            settles=frozenset({"move_in.fee.property"}),
            primary=_has_no_property_fee,
        ),
        Act(
            "look",
            MONEY,
            said.look,
            shown=_waits_for_look,
            shut=shut,
            plan=partial(_look_plan, deeds),
            settles=frozenset({"move_in.fee.look"}),
            primary=_waits_for_look,
        ),
        Act(
            "receive",
            MONEY,
            said.receive,
            shown=_waits_for_money,
            shut=partial(_why_not_receive, deeds),
            plan=partial(_receive_plan, deeds),
            settles=frozenset({"move_in.fee.unpaid"}),
            primary=_waits_for_money,
        ),
        Act(
            "drop_fee",
            MONEY,
            said.drop,
            shown=_may_drop,
            shut=shut,
            plan=partial(_drop_plan, deeds),
        ),
    )


# Written down


def _add_plan(deeds: MoveInDeeds, known: MoveIn) -> DeedPlan:
    has = any(one.kind is FeeKind.PROPERTY for one in known.fees)
    kind = FeeKind.OTHER if has else FeeKind.PROPERTY
    line = partial(LineField, rules.WHAT_LIMIT)
    what = "" if has else label("fee_kind", FeeKind.PROPERTY)
    mandate = partial(ChoiceField, partial(_mandates, deeds), nothing=said.no_mandate)
    return DeedPlan(
        title=said.add,
        button=said.add,
        asked=(
            Asked("amount", partial(MoneyField, deeds.custom), said.amount, True, 6),
            Asked("what", line, said.what, True, 6, what),
            Asked("kind", partial(SegmentField, words.fee_choices), said.kind, True, 12, kind),
            Asked("mandate", mandate, said.mandate, required=True, when=_is_builders),
        ),
        do=partial(_add, deeds, known),
    )


def _add(deeds: MoveInDeeds, known: MoveIn, values: Values) -> MoveIn:
    mandate = values["mandate"]
    entry = FeeEntry(
        kind=FeeKind(values["kind"]),
        what=values["what"],
        amount=values["amount"] or Decimal(),
        mandate_id=int(mandate) if mandate else None,
    )
    return move_in_fee.add(deeds.workplace, known.detail.id, known.detail.version, (entry,))


def _mandates(deeds: MoveInDeeds) -> Sequence[Choice]:
    found = fee_mandate.in_force(deeds.workplace)
    return [Choice(str(one.id), f"{one.number}  {one.builder}") for one in found]


def _is_builders(values: Values) -> bool:
    return bool(values.get("kind") == FeeKind.BUILDER)


# The second look


def _look_plan(deeds: MoveInDeeds, known: MoveIn) -> DeedPlan:
    """Another clerk at the desk looks; else a colleague signs in over the clerk's shoulder."""
    own = not move_in_fee.look_reasons(deeds.workplace, known)
    asked = (
        ()
        if own
        else (
            Asked("login", LineField, said.login, True, 6),
            Asked("password", SecretField, said.password, True, 6),
        )
    )
    return DeedPlan(
        title=said.look,
        button=said.looked,
        asked=asked,
        do=partial(_look, deeds, known),
        lead=partial(_look_lead, deeds, known, own),
    )


def _look(deeds: MoveInDeeds, known: MoveIn, values: Values) -> MoveIn:
    by = (values["login"], values["password"]) if "login" in values else None
    detail = known.detail
    return move_in_fee.look(deeds.workplace, detail.id, detail.version, by=by)


def _look_lead(deeds: MoveInDeeds, known: MoveIn, own: bool) -> str:
    """The very lines, and who has to look."""
    money = deeds.custom.money
    lines = [f"{one.what}  {money(one.amount)}" for one in _unlooked(known)]
    if not own:
        lines.append(_("Another clerk than who wrote them down looks at them, and signs in here."))
    return "\n".join(lines)


def _unlooked(known: MoveIn) -> list[Fee]:
    return [one for one in known.fees if not (one.is_looked_at or one.is_received)]


# Received


def _receive_plan(deeds: MoveInDeeds, known: MoveIn) -> DeedPlan:
    payer, reference = partial(LineField, PAYER_LIMIT), partial(LineField, REFERENCE_LIMIT)
    collector = partial(LineField, COLLECTOR_LIMIT)
    return DeedPlan(
        title=said.receive,
        button=said.receive,
        asked=(
            Asked("method", partial(SegmentField, _methods), said.method, True, 12, Method.CASH),
            Asked("payer", payer, said.payer, True, 6, signer(known)),
            Asked("reference", reference, said.reference, span=6, when=_has_reference),
            Asked("place", partial(SegmentField, _places), said.place, True, 12, Place.CENTRE),
            Asked("collected_by", collector, said.collector, required=True, when=_on_site),
        ),
        do=partial(_receive, deeds, known),
        lead=partial(_receive_lead, deeds, known),
    )


def _receive(deeds: MoveInDeeds, known: MoveIn, values: Values) -> MoveIn:
    entry = PaidEntry(
        payer=values["payer"],
        method=Method(values["method"]),
        place=Place(values["place"]),
        collected_by=values["collected_by"] or "",
        reference=values["reference"] or "",
    )
    return move_in_fee.receive(deeds.workplace, known.detail.id, known.detail.version, entry)


def _receive_lead(deeds: MoveInDeeds, known: MoveIn) -> str:
    waits = [one for one in known.fees if not one.is_received]
    total = sum((one.amount for one in waits), Decimal())
    said = _("{count} lines, {total} in all. Receipts are written at once.")
    return said.format(count=len(waits), total=deeds.custom.money(total))


def _why_not_receive(deeds: MoveInDeeds, known: MoveIn) -> str:
    return reasons_words(move_in_fee.receive_reasons(deeds.workplace, known))


def _has_reference(values: Values) -> bool:
    return values.get("method") not in (None, Method.CASH)


def _on_site(values: Values) -> bool:
    return bool(values.get("place") == Place.ON_SITE)


# Taken off


def _drop_plan(deeds: MoveInDeeds, known: MoveIn) -> DeedPlan:
    lines = partial(ChoiceField, partial(_open_lines, deeds, known))
    return DeedPlan(
        title=said.drop,
        button=said.drop,
        asked=(Asked("fee", lines, said.which, True),),
        do=partial(_drop, deeds, known),
    )


def _drop(deeds: MoveInDeeds, known: MoveIn, values: Values) -> MoveIn:
    detail = known.detail
    return move_in_fee.drop(deeds.workplace, detail.id, detail.version, int(values["fee"] or 0))


def _open_lines(deeds: MoveInDeeds, known: MoveIn) -> Sequence[Choice]:
    money = deeds.custom.money
    return [
        Choice(str(one.id), f"{one.what}  {money(one.amount)}")
        for one in known.fees
        if not one.is_received
    ]


# When


def _has_no_property_fee(known: MoveIn) -> bool:
    return is_open(known) and any(one.code == "move_in.fee.property" for one in known.blockers)


def _waits_for_look(known: MoveIn) -> bool:
    return lacks("fee")(known) and known.rule.second_look and bool(_unlooked(known))


def _waits_for_money(known: MoveIn) -> bool:
    return any(not one.is_received and takes(known, f"fee:{one.id}") for one in known.fees)


def _may_drop(known: MoveIn) -> bool:
    return is_open(known) and _waits_for_money(known)


def _methods() -> Sequence[Choice]:
    return [Choice(one, label("receipt_method", one)) for one in Method]


def _places() -> Sequence[Choice]:
    return [Choice(one, label("receipt_place", one)) for one in Place]
