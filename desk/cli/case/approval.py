"""The word of a second person on the command line: the approver's account comes from
DESK_APPROVER and DESK_APPROVER_PASSWORD, the clerk's session goes on."""

import os

from desk.cli.case.deed import Given, Misread
from desk.domain.promise import PromiseEntry
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import _
from desk.services import approval_shown, complaint_approval, promise
from desk.services.approval import Answer, Line, Verdict
from desk.services.complaint_approval import ApproveEntry, UnsolvableRow
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace

_PROMISE = ("made_at", "text", "made_by", "post", "due_at", "amount", "covered")

Lines = tuple[Line, ...]


def approve(workplace: Workplace, case: Case, given: Given) -> Case:
    """One word about what the case waits for; with `own` it is that of the clerk at the desk."""
    answer = answer_of(given, matters_shown(workplace, case, given))
    entry = ApproveEntry(_matters(case, given), answer)
    give = complaint_approval.approve_own if given["own"] else complaint_approval.approve
    return give(workplace, case.detail.id, case.detail.version, entry)


def matters_shown(workplace: Workplace, case: Case, given: Given) -> Lines:
    """What the approver is shown: the case, and each matter, an overrun with its clock."""
    chosen = _matters(case, given)
    asked = [one for one in complaint_approval.wanted(case) if one.matter in chosen]
    return approval_shown.of_case(workplace, case, asked)


def consent(workplace: Workplace, given: Given) -> tuple[Case, ...]:
    """One word about all that cannot be handled, or about some of it: the sitting of R173."""
    rows = _unsolvable(workplace, given)
    if not rows:
        raise RuleRefused([Reason("approval.not_wanted")])
    answer = answer_of(given, consent_shown(workplace, given))
    seen = [(row.id, row.version) for row in rows]
    return complaint_approval.consent(workplace, seen, answer, own=given["own"])


def consent_shown(workplace: Workplace, given: Given) -> Lines:
    """What the approver of the quarter is shown: each case with its reason."""
    return approval_shown.of_unsolvable(workplace, _unsolvable(workplace, given))


def _unsolvable(workplace: Workplace, given: Given) -> list[UnsolvableRow]:
    numbers = given["numbers"]
    rows = complaint_approval.unsolvable(workplace)
    return [row for row in rows if not numbers or row.number in numbers]


def make_promise(workplace: Workplace, case: Case, given: Given) -> Case:
    """A promise; what goes beyond the letter of authority with the word of a second person."""
    entry = _promised(given)
    key, version = case.detail.id, case.detail.version
    if not given["approved"]:
        return promise.make(workplace, key, version, entry)
    answer = answer_of(given, promise_shown(workplace, case, given))
    return promise.make_approved(workplace, key, version, entry, answer)


def promise_shown(workplace: Workplace, case: Case, given: Given) -> Lines:
    """What the approver of a promise is shown; nothing where nobody is asked."""
    if not given["approved"]:
        return ()
    entry = _promised(given)
    beyond = promise.power_reasons(workplace, entry)
    return approval_shown.of_promise(workplace, case, entry, beyond)


def _promised(given: Given) -> PromiseEntry:
    return PromiseEntry(**{name: given[name] for name in _PROMISE})


def _matters(case: Case, given: Given) -> tuple[str, ...]:
    return given["matters"] or tuple(one.matter for one in complaint_approval.wanted(case))


def answer_of(given: Given, shown: Lines) -> Answer:
    """What the approver says, whose account the environment names."""
    decision = Verdict.REFUSED if given.get("refuse") else Verdict.GRANTED
    login, password = _account(own=given.get("own", False))
    return Answer(login, password, decision, given["note"], shown)


def _account(*, own: bool) -> tuple[str, str]:
    login = os.environ.get("DESK_APPROVER", "")
    password = os.environ.get("DESK_APPROVER_PASSWORD", "")
    if not own and not (login and password):
        raise Misread(
            _("set DESK_APPROVER and DESK_APPROVER_PASSWORD to the account that gives its word")
        )
    return ("", "") if own else (login, password)
