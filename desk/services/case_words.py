"""What a case says of its clocks, in words: for the window, the command line and the paper."""

from desk.domain.business_calendar import BusinessCalendar
from desk.domain.clauses import manual_of
from desk.domain.complaint_approval import AGREE, CONSENT, OVERRUN
from desk.domain.complaint_clock import Category, Clock
from desk.domain.complaint_owed import ASK_FIRST, PROMOTION
from desk.domain.deadlines import Counting, Standing
from desk.domain.permissions import Permission
from desk.domain.policy import Event, Post
from desk.domain.promise import MATTER
from desk.domain.reasons import Reason
from desk.errors import ReasonLike
from desk.i18n import EstateFormat, _, pgettext
from desk.services import business_calendar
from desk.services.complaint_case import Case
from desk.services.policy_words import addressees, post_name, severity_name
from desk.services.workplace import Workplace
from desk.wording import label, sentence
from desk.wording.deadline import Explained, clock_sentence, left_words, term_words


def owed_words(case: Case, clock: Clock) -> str:
    """What a clock asks for: "Presentation to the general manager", "Handling finished"."""
    if clock.code == ASK_FIRST:
        return _("Answer of {post}: a case or not").format(post=post_name(case.policy, clock.post))
    if clock.code == PROMOTION:
        return _("Solved, or it is raised in severity")
    event = label("event", clock.end)
    if clock.category is Category.PROMISE:
        told = [one.text for one in case.facts.promises if clock.code.endswith(f":{one.id}")]
        return _("{event}: {what}").format(event=event, what=" ".join(told))
    if clock.to is None:
        return event
    rule = case.policy.rule(clock.code)
    posts = post_name(case.policy, clock.to) if rule is None else addressees(case.policy, rule)
    return _("{event} to {post}").format(event=event, post=posts)


def code_words(case: Case, code: str) -> str:
    """What the clock of a code asks for; the code itself where the case has no such clock."""
    named = [clock for clock in case.clocks if clock.code == code]
    if not named:
        return code
    clock = named[-1]
    if clock.term is None:
        return owed_words(case, clock)
    return _("{event} {term}").format(event=owed_words(case, clock), term=term_words(clock.term))


def matter_words(case: Case, matter: str) -> str:
    """What a second person was asked: an overrun, a promise, the closing, the consent."""
    if matter.startswith(OVERRUN):
        clock = code_words(case, matter.removeprefix(OVERRUN))
        return _("Overrun: {clock}").format(clock=clock)
    if matter.startswith(MATTER):
        return _("A promise beyond the letter of authority")
    if matter == AGREE:
        return _("Closing of the case")
    return label("event", Event.CONSENTED) if matter == CONSENT else matter


def cited_words(clock: Clock) -> str:
    """M2 R150, M0 R6."""
    return pgettext("list", ", ").join(" ".join(pair) for pair in cited(clock))


def cited(clock: Clock) -> tuple[tuple[str, str], ...]:
    """Manual and clause of each that a manual says; conflicts such as K5 are left out."""
    return tuple((manual, one) for one in clock.clauses if (manual := manual_of(one)))


def explained(
    case: Case, clock: Clock, standing: Standing, custom: EstateFormat, calendar: BusinessCalendar
) -> Explained | None:
    """The parts of the line that explains a clock; None where a day was named, and no term."""
    if clock.term is None:
        return None
    return Explained(
        event=owed_words(case, clock),
        term=clock.term,
        started_at=clock.started_at,
        standing=standing,
        severity=severity_name(case.policy, clock.severity),
        clauses=cited(clock),
        approver=post_name(case.policy, clock.approver) if clock.approver else "",
        unannounced=unannounced(clock, custom, calendar),
    )


def unannounced(clock: Clock, custom: EstateFormat, calendar: BusinessCalendar) -> tuple[int, ...]:
    """Years whose holidays nobody knows yet; a natural day needs none."""
    if clock.term is None or clock.term.counting is Counting.NATURAL:
        return ()
    first, last = (custom.day(at) for at in (clock.started_at, clock.due_at))
    return calendar.unannounced(first, last)


def clock_line(workplace: Workplace, case: Case, clock: Clock) -> str:
    """One clock whole, as the case was seen: what is owed by which clause, and what is left."""
    workplace.require(Permission.READ)
    return line(case, clock, workplace.estate.custom, business_calendar.of(workplace))


def line(case: Case, clock: Clock, custom: EstateFormat, calendar: BusinessCalendar) -> str:
    """One clock whole; see `clock_line`."""
    standing = clock.standing(case.seen_at)
    told = explained(case, clock, standing, custom, calendar)
    if told is not None:
        return clock_sentence(told, custom)
    start = _("from {moment}").format(moment=custom.datetime(clock.started_at))
    parts = (owed_words(case, clock), cited_words(clock), start, left_words(standing))
    return " · ".join(part for part in parts if part)


def reason_words(reason: ReasonLike) -> str:
    """The sentence of a refusal, as the window says it."""
    return sentence(reason.code, reason.parameters)


def blocker_words(case: Case, reason: ReasonLike) -> str:
    """Why the case cannot be closed, with the policy's names of clocks and posts."""
    return reason_words(named(case, reason))


def named(case: Case, reason: ReasonLike) -> Reason:
    """A reason in which clocks and posts stand under the names that the case's policy gives."""
    told = dict(reason.parameters)
    if "clock" in told:
        told["clock"] = code_words(case, str(told["clock"]))
    if told.get("post") in set(Post):
        told["post"] = post_name(case.policy, Post(str(told["post"])))
    return Reason(reason.code, reason.field, told)
