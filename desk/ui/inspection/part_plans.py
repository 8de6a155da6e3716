"""What the deeds of an inspection ask for before they are done (R30)."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from desk.domain import inspection as rules
from desk.domain.inspection import InspectionEntry, Signer
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import language
from desk.services import inspection, inspection_signed, inspection_template
from desk.services.inspection import Inspection
from desk.ui.inspection import asking, rooms_text
from desk.ui.inspection import part_words as said
from desk.ui.inspection.asking import Values
from desk.ui.inspection.deeds import InspectionDeeds
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.refused_beside import of_field, refused_beside
from desk.ui.kit.text_field import TextField
from desk.wording import label

_ROOMS_LIMIT = 20_000


def people_asked(deeds: InspectionDeeds, entry: InspectionEntry) -> tuple[Asked, ...]:
    """Who goes through the home, and when."""
    limit = rules.NAME_LIMIT
    return (
        asking.line("builder", said.builder, limit, begins_with=entry.builder or None, span=12),
        asking.line("contact", said.contact, limit, begins_with=entry.contact or None),
        asking.line("phone", said.phone, rules.PHONE_LIMIT, begins_with=entry.phone or None),
        asking.line("owner", said.owner, limit, begins_with=entry.owner or None),
        asking.line("staff", said.staff, limit, begins_with=entry.staff or deeds.clerk()),
        asking.day(deeds, "held_on", said.held_on, begins_with=entry.held_on),
        asking.line(
            "remark", said.remark, rules.NOTE_LIMIT, begins_with=entry.remark or None, span=12
        ),
    )


def people_plan(deeds: InspectionDeeds, known: Inspection) -> DeedPlan:
    """Who goes through the home, corrected."""
    entry = inspection.entry_of(known.detail)
    return DeedPlan(
        said.people, said.save, people_asked(deeds, entry), partial(_do_people, deeds, known)
    )


def _do_people(deeds: InspectionDeeds, known: Inspection, values: Values) -> Inspection:
    entry = InspectionEntry(**values)
    return inspection.change(deeds.workplace, known.detail.id, known.detail.version, entry)


def rooms_plan(deeds: InspectionDeeds, known: Inspection) -> DeedPlan:
    text = rooms_text.as_text(inspection.plan_of(known.facts), language())
    make = partial(TextField, _ROOMS_LIMIT, lines=12)
    return DeedPlan(
        said.rooms,
        said.save,
        (Asked("rooms", make, said.rooms_field, required=True, begins_with=text),),
        partial(_do_rooms, deeds, known),
        lead=said.rooms_lead,
    )


def _do_rooms(deeds: InspectionDeeds, known: Inspection, values: Values) -> Inspection:
    before = inspection.plan_of(known.facts)
    rooms = rooms_text.from_text(values["rooms"], before, language())
    return inspection.arrange(deeds.workplace, known.detail.id, known.detail.version, rooms)


def finish_plan(deeds: InspectionDeeds, known: Inspection) -> DeedPlan:
    return DeedPlan(
        said.finish,
        said.finish,
        (),
        partial(_do_finish, deeds, known),
        lead=partial(said.finish_lead, known),
    )


def _do_finish(deeds: InspectionDeeds, known: Inspection, _values: Values) -> Inspection:
    return inspection.finish(deeds.workplace, known.detail.id, known.detail.version)


def sign_plan(deeds: InspectionDeeds, known: Inspection) -> DeedPlan:
    """One signature; the name of whoever came for that side stands there already."""
    waits = [one for one in Signer if one not in known.facts.signatures]
    row = known.detail
    came = {Signer.BUILDER: row.contact, Signer.OWNER: row.owner, Signer.STAFF: row.staff}
    who = partial(_signers, waits)
    return DeedPlan(
        said.sign,
        said.sign,
        (
            asking.segments("signer", who, said.whose, begins_with=waits[0]),
            *(_name_of(signer, came[signer]) for signer in waits),
            asking.day(deeds, "on", said.signed_on, begins_with=deeds.today(), required=True),
        ),
        partial(_do_sign, deeds, known),
        lead=said.sign_lead,
    )


def _name_of(signer: Signer, came: str) -> Asked:
    """Who signs for a side, while that side is chosen."""
    made = asking.line(signer, said.signed_by, rules.NAME_LIMIT, begins_with=came or None)
    return replace(made, required=True, when=partial(_is_chosen, signer))


def _is_chosen(signer: Signer, values: Values) -> bool:
    return bool(values["signer"] == signer)


def _do_sign(deeds: InspectionDeeds, known: Inspection, values: Values) -> Inspection:
    key, version = known.detail.id, known.detail.version
    signer, on = Signer(values["signer"]), values["on"]
    if on is None:
        raise RuleRefused([Reason("inspection.signed_on.missing", "on")])
    with refused_beside(signer, of_field("by")):
        return inspection_signed.sign(deeds.workplace, key, version, signer, values[signer], on)


def unsign_plan(deeds: InspectionDeeds, known: Inspection) -> DeedPlan:
    signed = list(known.facts.signatures)
    who = partial(_signers, signed)
    return DeedPlan(
        said.unsign,
        said.unsign,
        (asking.segments("signer", who, said.whose, begins_with=signed[0]), asking.why()),
        partial(_do_unsign, deeds, known),
    )


def _do_unsign(deeds: InspectionDeeds, known: Inspection, values: Values) -> Inspection:
    key, version, signer = known.detail.id, known.detail.version, Signer(values["signer"])
    return inspection_signed.unsign(deeds.workplace, key, version, signer, values["why"])


def template_plan(deeds: InspectionDeeds, known: Inspection) -> DeedPlan:
    return DeedPlan(
        said.template,
        said.save,
        (asking.why(),),
        partial(_do_template, deeds, known),
        lead=said.template_lead,
    )


def _do_template(deeds: InspectionDeeds, known: Inspection, values: Values) -> Inspection:
    number = inspection_template.in_force(deeds.workplace).number
    rooms = inspection.plan_of(known.facts)
    inspection_template.write(deeds.workplace, number, rooms, values["why"])
    return known


def void_plan(deeds: InspectionDeeds, known: Inspection) -> DeedPlan:
    return DeedPlan(
        asking.void_words, asking.void_words, (asking.why(),), partial(_do_void, deeds, known)
    )


def _do_void(deeds: InspectionDeeds, known: Inspection, values: Values) -> Inspection:
    return inspection.void(deeds.workplace, known.detail.id, known.detail.version, values["why"])


def _signers(which: Sequence[Signer]) -> Sequence[Choice]:
    return [Choice(one, label("signer", one)) for one in which]
