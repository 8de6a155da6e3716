"""Deeds of an inspection: who comes, meters, rooms, settled, signed, void, printed (R30)."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desk.domain.inspection import Signer, State
from desk.services import inspection, inspection_signed, inspection_template
from desk.services.inspection import Inspection
from desk.ui.inspection import asking, defect_acts
from desk.ui.inspection import part_plans as plans
from desk.ui.inspection import part_words as said
from desk.ui.inspection.deeds import InspectionDeeds
from desk.ui.inspection.meter_act import meters_plan
from desk.ui.kit.act import Act, ActGroup
from desk.ui.paper.at_once import look
from desk.ui.paper.preview import Preview
from desk.wording import reasons_words

HOME, SIGN, CARE = "home", "sign", "care"
_METERS = ("water", "electricity", "gas")


def acts(deeds: InspectionDeeds) -> tuple[Act, ...]:
    """In the order of an inspection's life."""
    return (*_at_home(deeds), *_settling(deeds), *_caring(deeds))


def _at_home(deeds: InspectionDeeds) -> tuple[Act, ...]:
    """Who comes, the meters, the rooms, while it goes on."""
    is_open, shut = asking.only(State.OPEN), partial(_why_not_change, deeds)
    read = frozenset(f"inspection.meter.{one}" for one in _METERS)
    meters, people = partial(meters_plan, deeds), partial(plans.people_plan, deeds)
    return (
        Act(
            "meters",
            HOME,
            said.meters,
            is_open,
            shut,
            meters,
            settles=read,
            primary=_lacks_meters,
        ),
        Act("people", HOME, said.people, is_open, shut, people),
        Act("rooms", HOME, said.rooms, is_open, shut, partial(plans.rooms_plan, deeds)),
    )


def _settling(deeds: InspectionDeeds) -> tuple[Act, ...]:
    """Settled, and signed."""
    is_open, is_done = asking.only(State.OPEN), asking.only(State.DONE)
    why_not_finish, why_not_sign = partial(_why_not_finish, deeds), partial(_why_not_sign, deeds)
    return (
        Act(
            "finish",
            SIGN,
            said.finish,
            is_open,
            why_not_finish,
            partial(plans.finish_plan, deeds),
            settles=frozenset({"inspection.open"}),
            primary=is_open,
        ),
        Act(
            "sign",
            SIGN,
            said.sign,
            _unsigned,
            why_not_sign,
            partial(plans.sign_plan, deeds),
            settles=frozenset(f"inspection.unsigned.{one}" for one in Signer),
            primary=is_done,
        ),
    )


def _caring(deeds: InspectionDeeds) -> tuple[Act, ...]:
    """What corrects it or goes beyond it."""
    unsign, template = partial(plans.unsign_plan, deeds), partial(plans.template_plan, deeds)
    stands = asking.only(State.OPEN, State.DONE)
    why_not_template, why_not_void = (
        partial(_why_not_template, deeds),
        partial(_why_not_void, deeds),
    )
    show, shut = partial(_show_list, deeds), partial(_why_not_print, deeds)
    return (
        Act("unsign", CARE, said.unsign, _signed, change_always, unsign),
        Act("template", CARE, said.template, asking.always, why_not_template, template),
        Act("void", CARE, asking.void_words, stands, why_not_void, partial(plans.void_plan, deeds)),
        Act("print_defect_list", CARE, said.print_list, _has_defects, shut, opens=show),
    )


def groups() -> tuple[tuple[ActGroup, ...], ...]:
    """The columns of the sheet of all deeds."""
    return (
        (ActGroup(HOME, said.home_words), ActGroup(SIGN, said.sign_words)),
        (ActGroup(CARE, said.care_words),),
    )


def show_sheet(deeds: InspectionDeeds, parent: QWidget, known: Inspection) -> Preview:
    """The sheet, to take along, to sign, or to keep."""
    return look(deeds.sheet(known.detail.id), deeds.paper, parent)


# When


def _lacks_meters(known: Inspection) -> bool:
    return known.facts.state is State.OPEN and len(known.facts.metered) < len(_METERS)


def _unsigned(known: Inspection) -> bool:
    return known.facts.state is not State.VOID and len(known.facts.signatures) < len(Signer)


def _signed(known: Inspection) -> bool:
    return known.facts.state is not State.VOID and bool(known.facts.signatures)


def _has_defects(known: Inspection) -> bool:
    return bool(known.defects)


def change_always(_known: Inspection) -> str:
    """A signature that is not there is taken back at any time."""
    return ""


def _why_not_change(deeds: InspectionDeeds, known: Inspection) -> str:
    return reasons_words(inspection.change_reasons(deeds.workplace, known))


def _why_not_finish(deeds: InspectionDeeds, known: Inspection) -> str:
    return reasons_words(inspection.finish_reasons(deeds.workplace, known))


def _why_not_sign(deeds: InspectionDeeds, known: Inspection) -> str:
    waits = next((one for one in Signer if one not in known.facts.signatures), Signer.OWNER)
    return reasons_words(inspection_signed.sign_reasons(deeds.workplace, known, waits))


def _why_not_template(deeds: InspectionDeeds, _known: Inspection) -> str:
    return reasons_words(inspection_template.write_reasons(deeds.workplace))


def _why_not_void(deeds: InspectionDeeds, known: Inspection) -> str:
    return reasons_words(inspection.void_reasons(deeds.workplace, known))


def _why_not_print(deeds: InspectionDeeds, _known: Inspection) -> str:
    return deeds.why_not_print()


def _show_list(deeds: InspectionDeeds, parent: QWidget, known: Inspection) -> None:
    defect_acts.show_list(deeds, parent, known.detail.id)
