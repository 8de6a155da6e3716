"""Deeds on a defect: promised, reminded, done, looked at again, another builder, void (R35)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk.domain import defect as rules
from desk.domain.defect import (
    BuilderEntry,
    DoneEntry,
    PromiseEntry,
    RecheckEntry,
    RemindEntry,
    RemindHow,
    State,
)
from desk.domain.inspection import Verdict
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.services import defect
from desk.services.defect import Defect
from desk.ui.inspection import asking, words
from desk.ui.inspection import defect_words as said
from desk.ui.inspection.asking import Values
from desk.ui.inspection.deeds import InspectionDeeds
from desk.ui.kit.act import Act, ActGroup
from desk.ui.kit.deed_dialog import DeedPlan
from desk.ui.paper.at_once import begin
from desk.ui.paper.preview import Preview
from desk.wording import reasons_words

PRESS, LOOK, CARE = "press", "look", "care"


def acts(deeds: InspectionDeeds) -> tuple[Act, ...]:
    """In the order of a defect's life."""
    return (*_pressing(deeds), *_looking(deeds), *_caring(deeds))


def _pressing(deeds: InspectionDeeds) -> tuple[Act, ...]:
    """While the builder has to repair it."""
    is_open = asking.only(State.OPEN)
    shut = partial(_shut, deeds, defect.promise_reasons)
    remind, promise = partial(_remind_plan, deeds), partial(_promise_plan, deeds)
    return (
        Act("remind", PRESS, said.remind, is_open, shut, remind, primary=is_open),
        Act("promise", PRESS, said.promise, is_open, shut, promise),
        Act("done", PRESS, said.done, is_open, shut, partial(_done_plan, deeds), primary=is_open),
    )


def _looking(deeds: InspectionDeeds) -> tuple[Act, ...]:
    """Once he says that it is done; the list is printed at any time."""
    is_done = asking.only(State.DONE)
    shut = partial(_shut, deeds, defect.recheck_reasons)
    recheck, show = partial(_recheck_plan, deeds), partial(_show_list, deeds)
    why_not_print = partial(_why_not_print, deeds)
    return (
        Act("recheck", LOOK, said.recheck, is_done, shut, recheck, primary=is_done),
        Act("print_defect_list", LOOK, said.print_list, asking.always, why_not_print, opens=show),
    )


def _caring(deeds: InspectionDeeds) -> tuple[Act, ...]:
    """While anything is still to come."""
    waits = asking.only(*rules.WAITS)
    as_builder = partial(_shut, deeds, defect.builder_reasons)
    as_void = partial(_shut, deeds, defect.void_reasons)
    return (
        Act("builder", CARE, said.builder, waits, as_builder, partial(_builder_plan, deeds)),
        Act("void", CARE, asking.void_words, waits, as_void, partial(_void_plan, deeds)),
    )


def groups() -> tuple[tuple[ActGroup, ...], ...]:
    """The columns of the sheet of all deeds."""
    return (
        (ActGroup(PRESS, said.press_words, leads=True),),
        (ActGroup(LOOK, said.look_words), ActGroup(CARE, said.care_words)),
    )


def show_list(deeds: InspectionDeeds, parent: QWidget, inspection_id: int) -> Preview:
    """The defects of the home on paper, for the builder."""
    shown = Preview(deeds.defect_list(inspection_id), deeds.paper, parent=parent.window())
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    begin(shown)
    return shown


# Plans


def _remind_plan(deeds: InspectionDeeds, known: Defect) -> DeedPlan:
    to = known.detail.contact or known.detail.builder
    return DeedPlan(
        said.remind,
        said.remind,
        (
            asking.segments("how", words.how_choices, said.how, begins_with=RemindHow.PHONE),
            asking.line("to", said.to, rules.NAME_LIMIT, begins_with=to, required=True),
            asking.moment(deeds),
            asking.line("answer", said.answer, rules.TEXT_LIMIT, span=12),
            asking.day(deeds, "promised_on", said.promised_on),
        ),
        partial(_do_remind, deeds, known),
    )


def _do_remind(deeds: InspectionDeeds, known: Defect, values: Values) -> Defect:
    entry = RemindEntry(
        RemindHow(values["how"]),
        values["to"],
        values["answer"],
        values["at"],
        values["promised_on"],
    )
    return defect.remind(deeds.workplace, known.detail.id, known.detail.version, entry)


def _promise_plan(deeds: InspectionDeeds, known: Defect) -> DeedPlan:
    return DeedPlan(
        said.promise,
        said.promise,
        (
            asking.day(deeds, "promised_on", said.promised_on, required=True),
            asking.line("by", said.by, rules.NAME_LIMIT, begins_with=known.detail.contact or None),
        ),
        partial(_do_promise, deeds, known),
    )


def _do_promise(deeds: InspectionDeeds, known: Defect, values: Values) -> Defect:
    if values["promised_on"] is None:
        raise RuleRefused([Reason("defect.promised_on.missing", "promised_on")])
    entry = PromiseEntry(values["promised_on"], values["by"])
    return defect.promise(deeds.workplace, known.detail.id, known.detail.version, entry)


def _done_plan(deeds: InspectionDeeds, known: Defect) -> DeedPlan:
    by = known.detail.contact or known.detail.builder
    return DeedPlan(
        said.done,
        said.done,
        (
            asking.line("by", said.by, rules.NAME_LIMIT, begins_with=by, required=True),
            asking.moment(deeds),
            asking.line("remark", said.remark, rules.TEXT_LIMIT, span=12),
        ),
        partial(_do_done, deeds, known),
    )


def _do_done(deeds: InspectionDeeds, known: Defect, values: Values) -> Defect:
    entry = DoneEntry(values["by"], values["at"], values["remark"])
    return defect.done(deeds.workplace, known.detail.id, known.detail.version, entry)


def _recheck_plan(deeds: InspectionDeeds, known: Defect) -> DeedPlan:
    return DeedPlan(
        said.recheck,
        said.recheck,
        (
            asking.segments("verdict", words.verdict_choices, said.verdict),
            asking.line(
                "by", said.seen_by, rules.NAME_LIMIT, begins_with=deeds.clerk(), required=True
            ),
            asking.moment(deeds),
            asking.line("remark", said.remark, rules.TEXT_LIMIT, span=12),
            asking.photos(deeds, known.detail.id),
        ),
        partial(_do_recheck, deeds, known),
    )


def _do_recheck(deeds: InspectionDeeds, known: Defect, values: Values) -> Defect:
    verdict = Verdict(values["verdict"] or Verdict.UNSEEN)
    entry = RecheckEntry(verdict, values["by"], values["remark"], values["at"])
    return defect.recheck(deeds.workplace, known.detail.id, known.detail.version, entry)


def _builder_plan(deeds: InspectionDeeds, known: Defect) -> DeedPlan:
    row, limit = known.detail, rules.NAME_LIMIT
    return DeedPlan(
        said.builder,
        said.builder,
        (
            asking.line("builder", said.company, limit, begins_with=row.builder, span=12),
            asking.line("contact", said.contact, limit, begins_with=row.contact or None),
            asking.line("phone", said.phone, rules.PHONE_LIMIT, begins_with=row.phone or None),
        ),
        partial(_do_builder, deeds, known),
    )


def _do_builder(deeds: InspectionDeeds, known: Defect, values: Values) -> Defect:
    entry = BuilderEntry(values["builder"], values["contact"], values["phone"])
    return defect.builder(deeds.workplace, known.detail.id, known.detail.version, entry)


def _void_plan(deeds: InspectionDeeds, known: Defect) -> DeedPlan:
    return DeedPlan(
        asking.void_words, asking.void_words, (asking.why(),), partial(_do_void, deeds, known)
    )


def _do_void(deeds: InspectionDeeds, known: Defect, values: Values) -> Defect:
    return defect.void(deeds.workplace, known.detail.id, known.detail.version, values["why"])


# When


def _shut(deeds: InspectionDeeds, reasons: Callable[..., tuple[object, ...]], known: Defect) -> str:
    return reasons_words(reasons(deeds.workplace, known))  # type: ignore[arg-type]


def _why_not_print(deeds: InspectionDeeds, _known: Defect) -> str:
    return deeds.why_not_print()


def _show_list(deeds: InspectionDeeds, parent: QWidget, known: Defect) -> None:
    show_list(deeds, parent, known.detail.inspection_id)
