"""Words of the first page 今日: its groups, what each line asks for, what a clear day says."""

import datetime as dt
from collections.abc import Iterable
from functools import reduce

from desk.i18n import N_, gettext
from desk.wording.deadline import StandingLike, TermLike, duration_words, left_words, term_words

SENTENCES: dict[str, str] = {}

LABELS: dict[str, dict[str, str]] = {
    "section": {
        "overdue": N_("Overdue"),
        "due": N_("Due today"),
        "approvals": N_("Waiting for approval"),
        "promises": N_("Promises of today"),
        "judge": N_("To be judged"),
        "callbacks": N_("To be called back"),
        "back": N_("Expected back"),
        "orders": N_("Service orders to look after"),
        "passes": N_("Release passes to look after"),
        "keys": N_("Keys due back"),
        "defects": N_("Defects to press the builder for"),
        "expiring": N_("Agreements and certificates that run out"),
        "move_ins": N_("Households that moved in, to be visited"),
        "visits": N_("Visits without an answer"),
        "yesterday": N_("Complaints and repairs of yesterday"),
    },
    "clear": {
        "overdue": N_("nothing is overdue"),
        "due": N_("nothing more is due today"),
        "approvals": N_("no approval is awaited"),
        "promises": N_("no promise falls due"),
        "judge": N_("every complaint is judged"),
        "callbacks": N_("nobody is to be called back"),
        "back": N_("no sheet is expected back"),
        "orders": N_("no service order waits"),
        "passes": N_("no release pass runs out"),
        "keys": N_("no key is due back"),
        "defects": N_("no defect is to be pressed"),
        "expiring": N_("no agreement or certificate runs out"),
        "move_ins": N_("every household that moved in was visited"),
        "visits": N_("every visit has its answer"),
        "yesterday": N_("no complaint or repair came in yesterday"),
    },
    "owed": {
        "filed": N_("Answer: a case or not"),
        "handed_out": N_("Hand out to the department"),
        "forwarded": N_("Present"),
        "answered": N_("Give a clear answer"),
        "handled": N_("Handle"),
        "sheet_returned": N_("Sheet back"),
        "told": N_("Tell the result"),
        "called_back": N_("Call back"),
        "closed": N_("Close the case"),
        "promise_reported": N_("Report the promise"),
        "promise_kept": N_("Keep the promise"),
        "joint_reported": N_("Report the joint complaint"),
        "reported": N_("Write the special report"),
        "consented": N_("Consent to what cannot be handled"),
        "agreed": N_("Agree to the closing"),
        "judged": N_("Judge: a case or not"),
        "service_order.arrive": N_("Be at the door"),
        "service_order.arrive_again": N_("Be at the door, after a missed time"),
        "service_order.change": N_("Confirm the change"),
        "service_order.review": N_("Review what is beyond the board"),
        "receipt.void": N_("Look at the void receipt"),
        "window": N_("Left by the gate"),
        "goods_back": N_("Things back"),
        "expired": N_("Extend it or declare it void"),
        "key_loan.due": N_("Key back"),
        "custody_agreement.ends": N_("Custody agreement runs out"),
        "agreement.ends": N_("Agreement runs out"),
        "certificate": N_("Certificate runs out"),
        "service_callback.owed": N_("Call back about the service"),
        "service_callback.home_visit": N_("Visit the customer at home"),
        "defect.repair": N_("Repaired by the builder"),
        "defect.remind": N_("Remind the builder"),
        "defect.recheck": N_("Look at the repair"),
        "visit": N_("Visit the household"),
    },
    "category": {
        "work": N_("Handling"),
        "hand_out": N_("Hand-out"),
        "report": N_("Presentation"),
        "return": N_("Sheet back"),
        "tell": N_("Result told"),
        "callback": N_("Callback"),
        "promise": N_("Promise"),
        "approval": N_("Waiting for approval"),
        "paper": N_("Special report"),
        "promotion": N_("Raised in severity"),
    },
    "outcome": {
        "done": N_("Done"),
        "calls_back": N_("To be called back"),
        "open": N_("To be followed"),
    },
}

_MEASURES = (dt.timedelta(days=1), dt.timedelta(hours=1))


def owed_words(event: str, term: TermLike | None = None, to: str = "") -> str:
    """Handle within 2 days 2 日內處理; Present to the general manager within 1 hour."""
    known = LABELS["owed"]
    deed = gettext(known.get(event, event))
    if to:
        deed = gettext("Present to {post}").format(post=to)
    if term is None:
        return deed
    return gettext("{deed} {term}").format(deed=deed, term=term_words(term))


def overrun_words(what: str) -> str:
    """What an approver is asked for."""
    return gettext("Approve the overrun: {what}").format(what=what)


def answering_words(post: str, approver: str) -> str:
    """Which post answers, and for whose word an overrun waits."""
    if not approver:
        return post
    return gettext("{post} · the overrun awaits {approver}").format(post=post, approver=approver)


def short_left_words(standing: StandingLike) -> str:
    """2 hours left, 1 day overdue: the largest measure alone, for a look of a second."""
    if standing.state == "paused":
        return gettext(PAUSED)
    return left_words(_Rounded(standing))


def waiting_words(waited: dt.timedelta) -> str:
    """For how long nobody has answered."""
    return gettext("{duration} waiting").format(duration=duration_words(_largest(waited)))


def clear_words(sections: Iterable[str]) -> str:
    """What is empty, in one calm sentence; nothing where nothing is."""
    known = LABELS["clear"]
    said = [gettext(known[section]) for section in sections]
    if not said:
        return ""
    whole = reduce(_with, said)
    return gettext("{words}.").format(words=whole[:1].upper() + whole[1:])


def turned_words(number: str, deed: str) -> str:
    """C2026-000045 · hand out to the department: overdue."""
    return gettext("{number} · {deed}: overdue").format(number=number, deed=deed)


def turned_more_words(first: str) -> str:
    """The first of several clocks that ran out at once."""
    return gettext("{first}, and others").format(first=first)


PAUSED = N_("Paused")


def _with(one: str, other: str) -> str:
    return gettext("{one}, {other}").format(one=one, other=other)


class _Rounded:
    """A standing told in its largest measure."""

    def __init__(self, standing: StandingLike) -> None:
        self.state = standing.state
        self.left, self.over = _largest(standing.left), _largest(standing.over)
        self.clock_behind = standing.clock_behind


def _largest(span: dt.timedelta) -> dt.timedelta:
    for measure in _MEASURES:
        if span >= measure:
            return span // measure * measure
    return span
