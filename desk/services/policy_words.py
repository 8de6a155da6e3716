"""A policy in words, rule by rule, with the clause of each: for the window and the command line.

Everything is said in the language being spoken; names come from the policy itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk.domain.clauses import manual_of
from desk.domain.deadlines import Counting, Term, Unit
from desk.domain.policy import (
    CallbackRule,
    ClockRule,
    CloseRule,
    Event,
    Every,
    Policy,
    Post,
    PostRule,
    ReportDay,
    Scope,
)
from desk.domain.policy_citations import OUR_SWITCHES, SWITCH_CLAUSES
from desk.domain.policy_part import Part
from desk.domain.release_pass_rule import PassRule
from desk.i18n import _, ngettext, pgettext
from desk.services.policy_name import joined, name
from desk.services.policy_part_words import move_in_words, order_words
from desk.wording import label
from desk.wording.deadline import approval_words, term_words


@dataclass(frozen=True)
class RuleWords:
    """One rule in words. `clauses` are written `M2 R150`; `ours` says which parts are our reading,
    because the manual is silent about them."""

    section: str
    code: str
    words: str
    clauses: str = ""
    ours: str = ""


def post_name(policy: Policy, post: Post) -> str:
    """What the policy calls a post."""
    return name(policy.post(post).labels, label("post", post))


def addressees(policy: Policy, rule: ClockRule) -> str:
    """Whom a forward rule names, both where it leaves the choice (R144); "" for another rule."""
    posts = (post for post in (rule.to, rule.or_to) if post is not None)
    return " / ".join(post_name(policy, post) for post in posts)


def severity_name(policy: Policy, code: str) -> str:
    """What the policy calls a severity."""
    found = {one.code: one.labels for one in policy.severities}
    return name(found.get(code, {}), label("severity", code))


def clause_words(clauses: Iterable[str]) -> str:
    """M2 R150, M0 R5; K6 stands in no manual."""
    cited = (" ".join(filter(None, (manual_of(one), one))) for one in clauses)
    return pgettext("list", ", ").join(cited)


def rules(policy: Policy) -> tuple[RuleWords, ...]:
    """The whole policy, section after section."""
    return tuple(_rules(policy))


def _rules(policy: Policy) -> Iterator[RuleWords]:
    yield from _severities(policy)
    for post in policy.posts:
        yield RuleWords("posts", post.post, post_words(post))
    for section, clocks in (("clocks", policy.clocks), ("forwards", policy.forwards)):
        for clock in clocks:
            told = _clauses_and_ours(clock.clauses, clock.ours)
            yield RuleWords(section, clock.code, clock_words(policy, clock), *told)
    for callback in policy.callbacks:
        told = _clauses_and_ours(callback.clauses, callback.ours)
        yield RuleWords("callbacks", callback.code, callback_words(policy, callback), *told)
    for rule in policy.close:
        told = _clauses_and_ours(rule.clauses, rule.ours)
        yield RuleWords("close", rule.condition, close_words(policy, rule), *told)
    for form in policy.forms:
        words = joined(label("act", form.act), name(form.labels))
        yield RuleWords("forms", form.act, words, *_clauses_and_ours((form.form,), form.ours))
    for report in policy.reports:
        told = _clauses_and_ours(report.clauses, report.ours)
        yield RuleWords("reports", report.code, report_words(policy, report), *told)
    for release in policy.passes:
        told = _clauses_and_ours(release.clauses, release.ours)
        yield RuleWords("passes", release.kind, pass_words(release), *told)
    for part in (*order_words(policy.orders), *move_in_words(policy.move_in)):
        told = _clauses_and_ours(part.clauses, part.ours)
        yield RuleWords(part.section, part.code, part.words, *told)
    yield from _switches(policy)


def _severities(policy: Policy) -> Iterator[RuleWords]:
    for severity in policy.severities:
        words = joined(name(severity.labels), name(severity.definition))
        told = _clauses_and_ours(severity.clauses, severity.ours)
        yield RuleWords("severities", severity.code, words, *told)


def post_words(post: PostRule) -> str:
    """What a post is called, and which roles may act for it."""
    roles = " / ".join(label("role", role) for role in post.roles)
    acting = _("acted for by: {roles}").format(roles=roles) if roles else ""
    return joined(name(post.labels), acting)


def clock_words(policy: Policy, rule: ClockRule) -> str:
    """From what to what within which time, for which cases; who answers, who allows an overrun."""
    asked = _("or as long as the complainant asks") if rule.as_wanted else ""
    return joined(
        f"{label('event', rule.start)} → {_aim(policy, rule)}",
        joined(term_words(rule.term), asked, by=" "),
        _counting(rule.term),
        label("bound", rule.bound),
        scope_words(policy, rule.scope),
        post_name(policy, rule.post),
        approval_words("" if rule.approver is None else post_name(policy, rule.approver)),
    )


def clock_title(policy: Policy, rule: ClockRule) -> str:
    """From what to what, for which severities: how one time limit is told from another."""
    levels = " / ".join(severity_name(policy, code) for code in rule.scope.severities)
    return joined(levels, f"{label('event', rule.start)} → {_aim(policy, rule)}")


def _aim(policy: Policy, rule: ClockRule) -> str:
    if rule.end is not Event.FORWARDED or rule.to is None:
        return label("event", rule.end)
    return _("presented to {post}").format(post=addressees(policy, rule))


def callback_words(policy: Policy, rule: CallbackRule) -> str:
    """How many callbacks to whom within which time, and who is let off (K8)."""
    least = ngettext("at least {count} callback", "at least {count} callbacks", rule.least)
    excused = " / ".join(label("exception", one) for one in rule.exceptions)
    return joined(
        f"{label('event', rule.start)} → {label('event', Event.CALLED_BACK)}",
        term_words(rule.term),
        _counting(rule.term),
        least.format(count=rule.least),
        f"{rule.coverage} %",
        scope_words(policy, rule.scope),
        _("once more after rework") if rule.again else "",
        _("let off with a reason: {exceptions}").format(exceptions=excused) if excused else "",
        post_name(policy, rule.post),
    )


def _counting(term: Term) -> str:
    """Which days are meant, where the term itself does not say so (K10)."""
    is_plain = term.counting is Counting.NATURAL and term.unit in (Unit.DAYS, Unit.MONTHS)
    return label("counting", term.counting) if is_plain else ""


def close_words(policy: Policy, rule: CloseRule) -> str:
    """What has to hold before which cases are closed 銷項."""
    return joined(label("condition", rule.condition), scope_words(policy, rule.scope))


def report_words(policy: Policy, report: ReportDay) -> str:
    """Which report is due when, from whom."""
    return joined(name(report.labels), day_words(report), post_name(policy, report.post))


def pass_words(rule: PassRule) -> str:
    """Which locks a kind of release pass 放行條 has (K20)."""
    return joined(pass_name(rule), pass_locks(rule))


def pass_name(rule: PassRule) -> str:
    """What the policy calls a kind of pass."""
    return name(rule.labels, label("pass_kind", rule.kind))


def pass_locks(rule: PassRule) -> str:
    """What has to hold before a pass of the kind is issued, and whether its things come back."""
    return joined(
        label("owner_rule", rule.owner),
        _("the fees are cleared") if rule.fees else "",
        _("everything comes back") if rule.returnable else "",
    )


def day_words(report: ReportDay) -> str:
    """How often, and by which day."""
    every = label("every", report.every)
    match report.every:
        case Every.DAY:
            return every
        case Every.WEEK:
            return f"{every} {label('week', str(report.day - 1))}"
    return _("{every}, by day {day}").format(every=every, day=report.day)


def scope_words(policy: Policy, scope: Scope) -> str:
    """Which cases a rule is about."""
    levels = " / ".join(severity_name(policy, code) for code in scope.severities)
    return joined(
        levels or _("every severity"),
        _("hot ones too") if scope.hot and levels else "",
        _("joint complaints alone") if scope.joint else "",
        _("effective complaints alone") if scope.effective_only else "",
        by=", ",
    )


def _switches(policy: Policy) -> Iterator[RuleWords]:
    for switch, clauses in SWITCH_CLAUSES.items():
        value = switch_words(policy, switch, getattr(policy.switches, switch))
        words = f"{label('switch', switch)}: {value}"
        ours = (Part.TERM,) if switch in OUR_SWITCHES else ()
        yield RuleWords("switches", switch, words, *_clauses_and_ours(clauses, ours))


def switch_words(policy: Policy, switch: str, value: object) -> str:
    """How a switch stands."""
    match value:
        case None:
            return _("never")
        case bool():
            return _("yes") if value else _("no")
        case Term():
            return term_words(value)
        case str() if switch == "promote_to":
            return severity_name(policy, value)
    return str(value)


def _clauses_and_ours(clauses: Iterable[str], ours: Iterable[Part]) -> tuple[str, str]:
    parts = ", ".join(label("part", part) for part in ours)
    return clause_words(clauses), _("our reading: {parts}").format(parts=parts) if parts else ""
