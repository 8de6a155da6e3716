"""Working on a case: sheets, handling, pauses, side problems, corrective action."""

from collections.abc import Sequence

from desk.cli.case.deed import (
    Deed,
    codes,
    day,
    entering,
    flag,
    part,
    saying,
    text,
    texts,
)
from desk.cli.case.words import AT, PERSON, TEXT, WHY
from desk.domain import hand_out as sheets
from desk.domain import side_problem as sides
from desk.domain.clock_pause import PauseEntry, ResumeEntry, standing_still
from desk.domain.complaint import Urgency
from desk.domain.complaint_case import CaseFacts, Pause, SideProblem, Step
from desk.domain.complaint_handling import HandleEntry, ReworkEntry
from desk.domain.corrective_action import DoneEntry, VerifyEntry
from desk.domain.corrective_action import SheetEntry as ActionEntry
from desk.domain.hand_out import HandOutEntry, SheetEntry
from desk.domain.side_problem import FileEntry, SettleEntry
from desk.i18n import N_
from desk.services import clock_pause, corrective_action, side_problem
from desk.services import complaint_handling as handling


def _sheets(facts: CaseFacts) -> Sequence[Step]:
    return [one.hand_out for one in sheets.sheets(facts)]


def _unsigned(facts: CaseFacts) -> Sequence[Step]:
    return [one.hand_out for one in sheets.sheets(facts) if one.is_out and one.signed is None]


def _out(facts: CaseFacts) -> Sequence[Step]:
    return [one.hand_out for one in sheets.sheets(facts) if one.is_out]


def _sides(facts: CaseFacts) -> Sequence[SideProblem]:
    return facts.sides


def _pauses(facts: CaseFacts) -> Sequence[Pause]:
    return facts.pauses


_SIDE = part("problem", _sides, sides.waiting, N_("which side problem, 1 the first"), "problem_id")

HANDLING = (
    Deed(
        "hand-out",
        N_("give the sheet to departments"),
        (
            AT,
            texts("department", N_("a department; several times for several"), "departments"),
            TEXT,
        ),
        entering(HandOutEntry, handling.hand_out),
    ),
    Deed(
        "sign-sheet",
        N_("the department signs for its sheet"),
        (
            part("sheet", _sheets, _unsigned, N_("which sheet, 1 the first"), "hand_out_id"),
            AT,
            PERSON,
            TEXT,
        ),
        entering(SheetEntry, handling.sign_sheet),
    ),
    Deed(
        "return-sheet",
        N_("the department brings its sheet back"),
        (
            part("sheet", _sheets, _out, N_("which sheet, 1 the first"), "hand_out_id"),
            AT,
            PERSON,
            TEXT,
        ),
        entering(SheetEntry, handling.return_sheet),
    ),
    Deed(
        "handle",
        N_("handling is finished"),
        (
            AT,
            text("process", N_("how it was handled")),
            text("handler", N_("who handled it; the clerk where nobody is named")),
            flag("on-site", N_("somebody went there")),
        ),
        entering(HandleEntry, handling.handle),
    ),
    Deed("rework", N_("it has to be done over"), (AT, WHY), entering(ReworkEntry, handling.rework)),
    Deed(
        "act-now",
        N_("act at once, and say why"),
        (codes("reason", Urgency, N_("why, a to e"), "urgent", "urgency"),),
        saying(handling.act_immediately, "urgent"),
    ),
    Deed(
        "pause",
        N_("let a clock stand still, or all of them"),
        (AT, text("clock", N_("its code; all clocks where none is named")), WHY),
        entering(PauseEntry, clock_pause.pause),
    ),
    Deed(
        "resume",
        N_("let a clock go on"),
        (
            part("pause", _pauses, standing_still, N_("which pause, 1 the first"), "pause_id"),
            AT,
            WHY,
        ),
        entering(ResumeEntry, clock_pause.resume),
    ),
    Deed(
        "side-problem", N_("note a problem beside it"), (TEXT,), saying(side_problem.note, "text")
    ),
    Deed(
        "file-side-problem",
        N_("a side problem stands on its own"),
        (
            _SIDE,
            text("as", N_("the complaint’s number"), "number"),
            text("reference", N_("another number, such as an order’s")),
        ),
        entering(FileEntry, side_problem.file),
    ),
    Deed(
        "settle-side-problem",
        N_("a side problem is settled in this case"),
        (_SIDE, TEXT),
        entering(SettleEntry, side_problem.settle),
    ),
    Deed(
        "corrective-action",
        N_("write the corrective-action sheet"),
        (
            text("cause", N_("why it happened")),
            text("correction", N_("what is put right")),
            text("prevention", N_("how it is prevented")),
            text("responsible", N_("who is responsible")),
            day("due-on", N_("by which day")),
        ),
        entering(ActionEntry, corrective_action.write),
    ),
    Deed(
        "corrective-action-done",
        N_("the corrective action was carried out"),
        (AT, TEXT),
        entering(DoneEntry, corrective_action.mark_done),
    ),
    Deed(
        "verify-corrective-action",
        N_("the corrective action was looked at"),
        (TEXT,),
        entering(VerifyEntry, corrective_action.verify),
    ),
)
