"""What is said about a case: presented, answered, told, promised, called back."""

from collections.abc import Sequence
from dataclasses import replace

from desk.cli.case import approval
from desk.cli.case.deed import (
    Deed,
    Given,
    amount,
    choice,
    entering,
    flag,
    moment,
    part,
    saying,
    text,
)
from desk.cli.case.words import AT, HOW, PERSON, SAID, TEXT, WHY
from desk.domain import promise as promises
from desk.domain.callback import CallbackEntry, CallbackHow, CallbackOutcome, Satisfaction
from desk.domain.complaint_case import CaseFacts, PromiseMade
from desk.domain.complaint_closing import TellEntry
from desk.domain.complaint_contact import SaidEntry
from desk.domain.forwarding import ForwardEntry
from desk.domain.policy import Post
from desk.domain.promise import BreakEntry, KeepEntry, ReportEntry
from desk.i18n import N_
from desk.services import callback, complaint_closing, complaint_contact, promise
from desk.services.callback import AgainEntry
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace


def _promises(facts: CaseFacts) -> Sequence[PromiseMade]:
    return facts.promises


def _forward(workplace: Workplace, case: Case, given: Given) -> Case:
    """Presented; a rule that names one post alone goes to that post."""
    entry = ForwardEntry(**given)
    if entry.post is None:
        entry = replace(entry, post=_only_post(case, entry.rule))
    return complaint_contact.forward(workplace, case.detail.id, case.detail.version, entry)


def _only_post(case: Case, code: str) -> Post | None:
    rule = case.policy.rule(code)
    return None if rule is None or rule.or_to is not None else rule.to


_WHICH = N_("which promise, 1 the first")
_UNKEPT = part("promise", _promises, promises.unkept, _WHICH, "promise_id")
_UNREPORTED = part("promise", _promises, promises.to_report, _WHICH, "promise_id")

TELLING = (
    Deed(
        "forward",
        N_("present it under a forward rule"),
        (
            AT,
            text("rule", N_("the rule’s code, as “desk show” lists it")),
            choice("post", Post, N_("to which post, where the rule names several")),
            PERSON,
            HOW,
            TEXT,
        ),
        _forward,
    ),
    Deed(
        "report-joint",
        N_("report a joint complaint in writing"),
        SAID,
        entering(SaidEntry, complaint_contact.report_joint),
    ),
    Deed(
        "answer-complainant",
        N_("give the complainant a clear answer"),
        SAID,
        entering(SaidEntry, complaint_contact.answer),
    ),
    Deed(
        "progress",
        N_("tell the complainant how far it is"),
        SAID,
        entering(SaidEntry, complaint_contact.tell_progress),
    ),
    Deed("urge", N_("urge whoever works on it"), SAID, entering(SaidEntry, complaint_contact.urge)),
    Deed(
        "call-in",
        N_("call a lead in"),
        (AT, choice("post", Post, N_("which post")), PERSON, TEXT),
        entering(SaidEntry, complaint_contact.call_in),
    ),
    Deed(
        "promise",
        N_("promise something to the complainant"),
        (
            moment("made-at", N_("when it was promised")),
            text("text", N_("what is promised")),
            text("made-by", N_("who promises")),
            choice("post", Post, N_("in which post")),
            moment("due-at", N_("until when"), now=False),
            amount("amount", N_("how much money")),
            flag("covered", N_("the letter of authority names the matter")),
            flag("approved", N_("a second person gives the word for what goes beyond it")),
            text("note", N_("what the second person says")),
        ),
        approval.make_promise,
        approval.promise_shown,
    ),
    Deed(
        "report-promise",
        N_("report a promise to the superior"),
        (
            _UNREPORTED,
            AT,
            text("to", N_("to whom it is reported"), "reported_to"),
        ),
        entering(ReportEntry, promise.report),
    ),
    Deed("keep-promise", N_("a promise is kept"), (_UNKEPT, AT), entering(KeepEntry, promise.keep)),
    Deed(
        "break-promise",
        N_("a promise cannot be kept"),
        (_UNKEPT, WHY),
        entering(BreakEntry, promise.break_off),
    ),
    Deed(
        "tell",
        N_("tell the complainant the result"),
        SAID,
        entering(TellEntry, complaint_closing.tell_result),
    ),
    Deed(
        "order-callback",
        N_("order the callback"),
        (PERSON,),
        saying(callback.order, "person"),
    ),
    Deed(
        "call-back",
        N_("call the complainant back"),
        (
            AT,
            choice("how", CallbackHow, N_("by which way")),
            choice("outcome", CallbackOutcome, N_("what became of it")),
            choice("satisfaction", Satisfaction, N_("how content the complainant is")),
            text("opinion", N_("what the complainant says")),
            WHY,
        ),
        entering(CallbackEntry, callback.call_back),
    ),
    Deed(
        "complain-again",
        N_("a new complaint that follows this closed one"),
        (
            text("course", N_("what is wrong still")),
            text("demand", N_("what the complainant asks for")),
            moment("occurred-at", N_("when it happened"), now=False),
        ),
        entering(AgainEntry, callback.complain_again),
    ),
)
