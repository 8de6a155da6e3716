"""Making a case of a complaint 立項, correcting it, another caller who joins."""

from desk.cli.case import home
from desk.cli.case.deed import Deed, choice, entering, moment, number, text
from desk.cli.case.entry import CHANGE
from desk.cli.case.words import DECISION, GROUND, WHY
from desk.domain.complaint_filing import FilingEntry, JoinEntry
from desk.domain.policy import Post
from desk.i18n import N_
from desk.services import complaint_filing as filing

FILING = (
    Deed(
        "judge",
        N_("make it a case, find out, ask first, or leave it explained"),
        (
            DECISION,
            GROUND,
            choice("asked", Post, N_("who is asked")),
            WHY,
        ),
        entering(FilingEntry, filing.judge),
    ),
    Deed(
        "answer",
        N_("answer whether it becomes a case"),
        (DECISION, GROUND, WHY),
        entering(FilingEntry, filing.answer),
    ),
    Deed(
        "join",
        N_("another caller joins the case"),
        (
            moment("joined-at", N_("when the caller came")),
            text("name", N_("the caller’s name")),
            text("contact", N_("how to reach the caller")),
            text("words", N_("what the caller says")),
            number("resident", N_("the resident’s id"), "resident_id"),
            home.unit(),
        ),
        entering(JoinEntry, filing.join),
    ),
    CHANGE,
)
