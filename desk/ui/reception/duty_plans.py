"""What each deed of the first-asked duty asks for before it is done."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from desk.domain import coordination_slip as slip_rules
from desk.domain import first_asked as rules
from desk.domain import handover as handover_rules
from desk.domain.coordination_slip import SlipEntry
from desk.domain.first_asked import DutyNotice
from desk.domain.handover import HandoverEntry, HandoverMode, Recipient
from desk.domain.reception import Channel
from desk.i18n import _
from desk.services.first_asked import Duty
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.many_field import ManyField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.text_field import TextField
from desk.ui.reception import duty_labels as labels
from desk.ui.reception.duty_deeds import DutyDeeds
from desk.wording import label

_AGREES = "yes"


def hand_over(deeds: DutyDeeds, known: Duty) -> DeedPlan:
    """To whom, and in which of the three ways (R214-R216)."""
    person = partial(LineField, handover_rules.NAME_LIMIT)
    return DeedPlan(
        title=labels.hand_over,
        button=labels.hand_over,
        asked=(
            Asked("recipient", partial(SegmentField, _recipients), labels.recipient, required=True,
                  begins_with=known.advice.recipient or Recipient.DEPARTMENT),
            Asked("department", partial(ChoiceField, deeds.department_choices), labels.department,
                  required=True, span=6, when=_to_department),
            Asked("person", person, labels.person, span=6, hint=labels.person_hint),
            Asked("mode", partial(SegmentField, _modes), labels.mode, required=True,
                  begins_with=_usual_mode(known)),
            Asked("consent", partial(SegmentField, _consents), labels.consent, required=True,
                  when=_is_accompanied),
        ),
        do=partial(_hand_over, deeds, known),
        lead=labels.hand_over_lead,
    )  # fmt: skip


def accept(deeds: DutyDeeds, known: Duty) -> DeedPlan:
    """Who takes it (R218)."""
    return DeedPlan(
        title=labels.accept,
        button=labels.accept,
        asked=(
            Asked("accepted_by", partial(LineField, rules.NAME_LIMIT), labels.accepted_by,
                  required=True, begins_with=_receiver(known)),
        ),
        do=partial(_accept, deeds, known),
        lead=labels.accept_lead,
    )  # fmt: skip


def refuse(deeds: DutyDeeds, known: Duty) -> DeedPlan:
    """Who refused, and what was said (R206)."""
    return DeedPlan(
        title=labels.refuse,
        button=labels.refuse_done,
        asked=(
            Asked("refused_by", partial(LineField, rules.NAME_LIMIT), labels.refused_by,
                  required=True, begins_with=_receiver(known)),
            Asked("why", partial(TextField, handover_rules.WHY_LIMIT, lines=2), labels.why,
                  required=True),
        ),
        do=partial(_refuse, deeds, known),
        lead=labels.refuse_lead,
    )  # fmt: skip


def wrong(deeds: DutyDeeds, known: Duty) -> DeedPlan:
    """The slip of a wrong hand-over (R213)."""
    return DeedPlan(
        title=labels.wrong,
        button=labels.fill_slip,
        asked=_slip_fields(deeds, known),
        do=partial(_slip, deeds.call_wrong, known),
        lead=labels.wrong_lead,
    )


def several(deeds: DutyDeeds, known: Duty) -> DeedPlan:
    """The slip for several departments (R211)."""
    return DeedPlan(
        title=labels.several,
        button=labels.fill_slip,
        asked=_slip_fields(deeds, known),
        do=partial(_slip, deeds.fill_slip, known),
        lead=labels.several_lead,
    )


def answer_slip(deeds: DutyDeeds, known: Duty) -> DeedPlan:
    """The result, by the receiving department (R213)."""
    return DeedPlan(
        title=labels.answer_slip,
        button=labels.answer_done,
        asked=(
            Asked("result", partial(TextField, slip_rules.TEXT_LIMIT), labels.result,
                  required=True),
            Asked("answered_by", partial(LineField, slip_rules.NAME_LIMIT), labels.answered_by,
                  required=True, begins_with=known.last.accepted_by if known.last else ""),
        ),
        do=partial(_answer, deeds, known),
        lead=labels.answer_lead,
    )  # fmt: skip


def end(deeds: DutyDeeds, known: Duty) -> DeedPlan:
    """Whom was told, when it was done, how (R219)."""
    moment = partial(MomentField, deeds.custom, deeds.now)
    return DeedPlan(
        title=labels.end,
        button=labels.end_done,
        asked=(
            Asked("told", partial(LineField, rules.NAME_LIMIT), labels.told, required=True,
                  span=6, begins_with=deeds.supervisor()),
            Asked("completed_at", moment, labels.completed_at, required=True, span=6,
                  begins_with=deeds.now()),
            Asked("situation", partial(TextField, rules.TEXT_LIMIT), labels.situation,
                  required=True, begins_with=known.visit.answer),
        ),
        do=partial(_end, deeds, known),
        lead=labels.end_lead,
    )  # fmt: skip


# Parts


def _slip_fields(deeds: DutyDeeds, known: Duty) -> Sequence[Asked]:
    return (
        Asked("lead", partial(ChoiceField, deeds.department_choices), labels.lead, required=True),
        Asked("others", partial(ManyField, deeds.department_names), labels.others),
        Asked("matter", partial(TextField, slip_rules.TEXT_LIMIT), labels.matter, required=True,
              begins_with=known.visit.request),
        Asked("addressee", partial(LineField, slip_rules.NAME_LIMIT), labels.addressee,
              required=True, begins_with=deeds.supervisor()),
    )  # fmt: skip


def _hand_over(deeds: DutyDeeds, known: Duty, values: Mapping[str, Any]) -> Duty:
    department = values.get("department")
    entry = HandoverEntry(
        recipient=Recipient(values["recipient"]),
        mode=HandoverMode(values["mode"]),
        department_id=int(department) if department else None,
        person=values["person"],
        consent=values.get("consent") == _AGREES,
    )
    return deeds.hand_over(known, entry)


def _accept(deeds: DutyDeeds, known: Duty, values: Mapping[str, Any]) -> Duty:
    return deeds.accept(known, values["accepted_by"])


def _refuse(deeds: DutyDeeds, known: Duty, values: Mapping[str, Any]) -> Duty:
    return deeds.refuse(known, values["refused_by"], values["why"])


def _slip(fill: Any, known: Duty, values: Mapping[str, Any]) -> Duty:
    entry = SlipEntry(
        lead_id=int(values["lead"]) if values.get("lead") else None,
        matter=values["matter"],
        addressee=values["addressee"],
        other_ids=tuple(map(int, values.get("others") or ())),
    )
    filled: Duty = fill(known, entry)
    return filled


def _answer(deeds: DutyDeeds, known: Duty, values: Mapping[str, Any]) -> Duty:
    return deeds.answer_slip(known, values["result"], values["answered_by"])


def _end(deeds: DutyDeeds, known: Duty, values: Mapping[str, Any]) -> Duty:
    completed_at = values["completed_at"] or deeds.now()
    return deeds.end(known, DutyNotice(values["told"], completed_at, values["situation"]))


def _receiver(known: Duty) -> str:
    return known.last.person if known.last else ""


def _usual_mode(known: Duty) -> HandoverMode:
    """A caller is connected; whoever stands at the desk is come for."""
    is_phone = known.visit.channel == Channel.PHONE
    return HandoverMode.PHONE if is_phone else HandoverMode.COMES


def _to_department(values: Mapping[str, Any]) -> bool:
    return values.get("recipient") == Recipient.DEPARTMENT


def _is_accompanied(values: Mapping[str, Any]) -> bool:
    return values.get("mode") == HandoverMode.ACCOMPANIED


def _recipients() -> Sequence[Choice]:
    return [Choice(one, label("recipient", one)) for one in Recipient]


def _modes() -> Sequence[Choice]:
    return [Choice(one, label("handover_mode", one)) for one in HandoverMode]


def _consents() -> Sequence[Choice]:
    return [Choice(_AGREES, _("The customer agrees")), Choice("no", _("Not asked yet"))]
