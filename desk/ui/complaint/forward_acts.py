"""Deeds of a case: presented to those above, by the policy's rules and jointly (R4-R6, R10)."""

from functools import partial

from desk.domain import forwarding
from desk.domain.complaint_clock import Clock
from desk.domain.forwarding import ForwardEntry
from desk.domain.policy import Event, Post
from desk.services import complaint_contact as service
from desk.services.case_words import owed_words
from desk.services.complaint_case import Case
from desk.ui.complaint import act_fields as ask
from desk.ui.complaint import act_words
from desk.ui.complaint import contact_words as say
from desk.ui.complaint.act_fields import Values
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.contact_acts import said
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import DeedPlan


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """What goes to those above: by the policy's rules, and jointly."""
    return (
        Act(
            "forward",
            Group.HANDLING,
            say.forward,
            shown=_owes_forward,
            shut=partial(_forward_shut, deeds),
            plan=partial(_forward_plan, deeds),
            primary=_owes_forward,
        ),
        Act(
            "report_joint",
            Group.HANDLING,
            say.joint,
            shown=_is_to_be_reported,
            shut=partial(_joint_shut, deeds),
            plan=partial(_joint_plan, deeds),
            primary=_owes_joint_report,
        ),
    )


# Presented


def _forward_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    owed = forwarding.open_forwards(case.clocks)
    return DeedPlan(
        title=say.forward,
        button=say.presented,
        asked=(
            ask.choice("rule", partial(_rules, case, owed), say.rule),
            ask.choice("post", partial(_posts, case, owed), say.post, when=partial(_has_two, case)),
            ask.line("person", say.person, required=True),
            ask.moment(deeds, say.when),
            ask.how(say.how),
            ask.text("text", say.what),
        ),
        do=partial(_forward, deeds, case),
        lead=say.forward_lead,
    )


def _forward(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    entry = ForwardEntry(
        ask.at(deeds, values),
        values["rule"] or "",
        _post(case, values),
        values["person"],
        ask.way_of(values),
        values["text"],
    )
    return service.forward(deeds.workplace, case.detail.id, case.detail.version, entry)


def _post(case: Case, values: Values) -> Post | None:
    """The post of the rule; the one that was chosen where the rule leaves the choice (R144)."""
    rule = case.policy.rule(values["rule"] or "")
    if rule is None or rule.or_to is None:
        return None if rule is None else rule.to
    return Post(values["post"]) if values["post"] else None


def _has_two(case: Case, values: Values) -> bool:
    rule = case.policy.rule(values["rule"] or "")
    return rule is not None and rule.or_to is not None


def _rules(case: Case, owed: tuple[Clock, ...]) -> list[Choice]:
    return [Choice(one.code, owed_words(case, one)) for one in owed]


def _posts(case: Case, owed: tuple[Clock, ...]) -> list[Choice]:
    rules_owed = (case.policy.rule(one.code) for one in owed)
    found = [post for rule in rules_owed if rule for post in (rule.to, rule.or_to) if post]
    return [Choice(post, act_words.post_words(case.policy, post)) for post in dict.fromkeys(found)]


def _joint_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=say.joint,
        button=say.presented,
        asked=(
            ask.line("person", say.person, required=True),
            ask.moment(deeds, say.when),
            ask.how(say.how, "letter"),
            ask.text("text", say.what),
        ),
        do=partial(said, deeds, case, service.report_joint),
        lead=partial(say.joint_lead, case.facts.complainants),
    )


# What is shown, and why not


def _owes_forward(case: Case) -> bool:
    return bool(forwarding.open_forwards(case.clocks))


def _forward_shut(deeds: ComplaintDeeds, case: Case) -> str:
    return ask.shut_for(deeds, forwarding.forward_blockers(case.facts, case.clocks))


def _is_to_be_reported(case: Case) -> bool:
    return not forwarding.joint_blockers(case.facts, case.policy)


def _owes_joint_report(case: Case) -> bool:
    return any(one.end is Event.JOINT_REPORTED and one.is_open for one in case.clocks)


def _joint_shut(deeds: ComplaintDeeds, case: Case) -> str:
    return ask.shut_for(deeds, forwarding.joint_blockers(case.facts, case.policy))
