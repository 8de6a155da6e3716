"""Closing a case 銷項, and what is written down before and after it."""

from desk.cli.case import approval
from desk.cli.case.deed import Deed, choice, entering, flag, saying, text, texts
from desk.cli.case.words import AT, TEXT, WHY
from desk.domain.complaint_closing import NoticeEntry, NoticeKind, SignedCopyEntry, SummaryEntry
from desk.domain.special_report import SpecialReportEntry
from desk.i18n import N_
from desk.services import complaint_closing, special_report

_REPORT = (
    text("cause", N_("why it happened")),
    text("handling", N_("how it was handled")),
    text("review", N_("how that is judged")),
    text("improvement", N_("what gets better")),
)

WORD = (
    flag("own", N_("the clerk at the desk holds the post")),
    flag("refuse", N_("the answer is no")),
    text("note", N_("what is said with it")),
)
CONSENT = (texts("number", N_("a case; all that wait where none is named"), "numbers"), *WORD)

CLOSING = (
    Deed(
        "signed-copy",
        N_("the signed copy is back"),
        (AT, text("by", N_("who signed"))),
        entering(SignedCopyEntry, complaint_closing.signed_copy),
    ),
    Deed(
        "notice",
        N_("the notice that the work is done"),
        (
            AT,
            choice("kind", NoticeKind, N_("how the desk heard of it")),
            text("from", N_("from whom"), "source"),
            TEXT,
        ),
        entering(NoticeEntry, complaint_closing.notice),
    ),
    Deed(
        "verify",
        N_("look, and say what was seen"),
        (TEXT,),
        saying(complaint_closing.verify, "text"),
    ),
    Deed(
        "unsolvable",
        N_("it cannot be handled for now"),
        (WHY,),
        saying(complaint_closing.mark_unsolvable, "why"),
    ),
    Deed(
        "take-up",
        N_("it can be handled after all"),
        (WHY,),
        saying(complaint_closing.take_up, "why"),
    ),
    Deed(
        "summarise",
        N_("why it happened, what was learnt"),
        (
            text("why", N_("why it happened"), "why_it_happened"),
            text("learnt", N_("what was learnt"), "what_was_learnt"),
            text("avoid", N_("how to avoid it"), "how_to_avoid"),
            text("adjust", N_("what to adjust"), "what_to_adjust"),
        ),
        entering(SummaryEntry, complaint_closing.summarise),
    ),
    Deed(
        "result",
        N_("write the final result"),
        (text("text", N_("the final result")),),
        saying(complaint_closing.write_result, "text"),
    ),
    Deed(
        "approve",
        N_("a second person gives the word that it waits for"),
        (
            texts("matter", N_("what about; all that it waits for where none is named"), "matters"),
            *WORD,
        ),
        approval.approve,
        approval.matters_shown,
    ),
    Deed(
        "close",
        N_("close the case"),
        (text("result", N_("the final result")),),
        saying(complaint_closing.close, "result"),
    ),
    Deed(
        "special-report",
        N_("file the special report"),
        _REPORT,
        entering(SpecialReportEntry, special_report.write),
    ),
    Deed(
        "correct-special-report",
        N_("correct the special report"),
        _REPORT,
        entering(SpecialReportEntry, special_report.correct),
    ),
)
