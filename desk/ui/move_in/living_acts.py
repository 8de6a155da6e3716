"""Deeds after the filing: the visit within a week, moving out; and a case declared void (R74)."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain import move_in as rules
from desk.domain.move_in import State
from desk.domain.move_in_filing import MoveOutEntry, VisitEntry
from desk.domain.permissions import Permission
from desk.services import move_in, move_in_filing, move_in_leaving
from desk.services.move_in import MoveIn
from desk.ui.kit.act import Act
from desk.ui.kit.choice_field import SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.text_field import TextField
from desk.ui.move_in import filing_words as said
from desk.ui.move_in import words
from desk.ui.move_in.asking import day_asked, is_open, why_asked
from desk.ui.move_in.deeds import MoveInDeeds, reasons_words
from desk.ui.move_in.groups import FILING

Values = Mapping[str, Any]


def acts(deeds: MoveInDeeds) -> tuple[Act, ...]:
    """In the order of the case's life."""
    return (
        Act(
            "visited",
            FILING,
            said.visit,
            shown=_waits_for_visit,
            shut=partial(_why_not_visit, deeds),
            plan=partial(_visit_plan, deeds),
            primary=_is_filed_unvisited,
        ),
        Act(
            "move_out",
            FILING,
            said.out,
            shown=_is_filed,
            shut=partial(_why_not_leave, deeds),
            plan=partial(_out_plan, deeds),
        ),
        *_doors(deeds),
        Act(
            "void",
            FILING,
            said.void,
            shown=is_open,
            shut=partial(_why_not_void, deeds),
            plan=partial(_void_plan, deeds),
        ),
    )


def _doors(deeds: MoveInDeeds) -> tuple[Act, ...]:
    """The ways to what keeps the household: its pass and its custody agreement."""
    return (
        Act(
            "open_pass",
            FILING,
            said.open_pass,
            shown=partial(_has_pass, deeds),
            shut=_never,
            opens=partial(_open_pass, deeds),
        ),
        Act(
            "new_pass",
            FILING,
            said.new_pass,
            shown=partial(_has_no_pass, deeds),
            shut=partial(_why_no_pass, deeds),
            opens=partial(_new_pass, deeds),
        ),
        Act(
            "custody",
            FILING,
            said.custody,
            shown=partial(_has_custody, deeds),
            shut=_never,
            opens=partial(_open_custody, deeds),
        ),
    )


def _visit_plan(deeds: MoveInDeeds, known: MoveIn) -> DeedPlan:
    line = partial(LineField, rules.NAME_LIMIT)
    return DeedPlan(
        title=said.visit,
        button=said.visit,
        asked=(
            day_asked(deeds, "visited_on", said.visited_on),
            Asked("person", line, said.visitor, True, 6, deeds.clerk()),
            Asked("alarm", partial(SegmentField, words.yes_no), said.alarm, True, 12, "yes"),
            Asked("text", partial(TextField, rules.REMARK_LIMIT), said.heard, required=True),
        ),
        do=partial(_visit, deeds, known),
        lead=said.visit_lead,
    )


def _visit(deeds: MoveInDeeds, known: MoveIn, values: Values) -> MoveIn:
    entry = VisitEntry(
        values["visited_on"], values["person"], values["alarm"] == "yes", values["text"]
    )
    detail = known.detail
    return move_in_filing.visited(deeds.workplace, detail.id, detail.version, entry)


def _out_plan(deeds: MoveInDeeds, known: MoveIn) -> DeedPlan:
    remark = partial(TextField, rules.REMARK_LIMIT, lines=2)
    return DeedPlan(
        title=said.out,
        button=said.out,
        asked=(
            day_asked(deeds, "left_on", said.left_on),
            Asked("remark", remark, said.remark),
        ),
        do=partial(_move_out, deeds, known),
        lead=said.out_lead,
    )


def _move_out(deeds: MoveInDeeds, known: MoveIn, values: Values) -> MoveIn:
    entry = MoveOutEntry(values["left_on"], values["remark"])
    detail = known.detail
    return move_in_leaving.move_out(deeds.workplace, detail.id, detail.version, entry)


def _void_plan(deeds: MoveInDeeds, known: MoveIn) -> DeedPlan:
    return DeedPlan(
        title=said.void,
        button=said.void,
        asked=(why_asked(),),
        do=partial(_void, deeds, known),
        lead=said.void_lead,
    )


def _void(deeds: MoveInDeeds, known: MoveIn, values: Values) -> MoveIn:
    return move_in.void(deeds.workplace, known.detail.id, known.detail.version, values["why"])


def _open_pass(deeds: MoveInDeeds, _parent: QWidget, known: MoveIn) -> None:
    """Where its locks are met and the gate tells what has left."""
    pass_id = move_in_leaving.moving_pass(deeds.workplace, known)
    if pass_id is not None:
        deeds.record_wanted.emit("release_pass", str(pass_id))


def _new_pass(deeds: MoveInDeeds, _parent: QWidget, known: MoveIn) -> None:
    deeds.pass_wanted.emit(known.detail.unit_id)


def _open_custody(deeds: MoveInDeeds, _parent: QWidget, known: MoveIn) -> None:
    """Where the agreement is ended or declared void; the first of several."""
    for one in move_in_leaving.custody(deeds.workplace, known)[:1]:
        deeds.record_wanted.emit("custody_agreement", str(one.id))


# When


def _has_pass(deeds: MoveInDeeds, known: MoveIn) -> bool:
    return _is_filed(known) and move_in_leaving.moving_pass(deeds.workplace, known) is not None


def _has_no_pass(deeds: MoveInDeeds, known: MoveIn) -> bool:
    return _is_filed(known) and not _has_pass(deeds, known)


def _why_no_pass(deeds: MoveInDeeds, _known: MoveIn) -> str:
    return reasons_words(deeds.workplace.missing(Permission.REGISTER))


def _has_custody(deeds: MoveInDeeds, known: MoveIn) -> bool:
    return _is_filed(known) and bool(move_in_leaving.custody(deeds.workplace, known))


def _never(_known: MoveIn) -> str:
    return ""


def _is_filed(known: MoveIn) -> bool:
    return known.facts.state is State.FILED


def _waits_for_visit(known: MoveIn) -> bool:
    return known.facts.state in (State.OPEN, State.FILED) and not known.facts.visited


def _is_filed_unvisited(known: MoveIn) -> bool:
    return _is_filed(known) and not known.facts.visited


def _why_not_visit(deeds: MoveInDeeds, known: MoveIn) -> str:
    return reasons_words(move_in_filing.visit_reasons(deeds.workplace, known))


def _why_not_leave(deeds: MoveInDeeds, known: MoveIn) -> str:
    return reasons_words(move_in_leaving.leaving_reasons(deeds.workplace, known))


def _why_not_void(deeds: MoveInDeeds, known: MoveIn) -> str:
    return reasons_words(move_in.void_reasons(deeds.workplace, known))
