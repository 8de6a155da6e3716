"""Deeds of a pass at the gate: left, partly left, refused, back, a longer time (R37, R38)."""

from collections.abc import Mapping
from functools import partial
from operator import attrgetter
from typing import Any

from desk.domain import release_pass as rules
from desk.domain.reasons import Reason
from desk.domain.release_pass import AT_GATE as MAY_LEAVE
from desk.domain.release_pass import State
from desk.errors import RuleRefused
from desk.i18n import _, pgettext
from desk.services import release_pass_gate as gate
from desk.services.release_pass import Pass
from desk.services.release_pass_gate import BackEntry, ExtendEntry, GateEntry, Outcome
from desk.ui.kit.act import Act
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.release_pass.counts_field import CountsField
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.release_pass.groups import AT_GATE
from desk.wording import reasons_words

Values = Mapping[str, Any]


def acts(deeds: PassDeeds) -> tuple[Act, ...]:
    """What the guard says, and what the desk does about it."""
    shut = partial(_why_not_gate, deeds)
    at_gate = tuple(
        Act(
            outcome.value,
            AT_GATE,
            _OUTCOME_WORDS[outcome],
            shown=_was_issued,
            shut=shut,
            plan=partial(_gate_plan, deeds, outcome),
            primary=_waits if outcome is not Outcome.REFUSED else None,
        )
        for outcome in Outcome
    )
    return (
        *at_gate,
        Act(
            "take_back",
            AT_GATE,
            _back_words,
            shown=_comes_back,
            shut=partial(_why_not_back, deeds),
            plan=partial(_back_plan, deeds),
            primary=_is_out,
        ),
        Act(
            "extend",
            AT_GATE,
            _extend_words,
            shown=_was_issued,
            shut=partial(_why_not_extend, deeds),
            plan=partial(_extend_plan, deeds),
            primary=_has_expired,
        ),
    )


# When


def _was_issued(known: Pass) -> bool:
    return known.facts.issued_at is not None and known.facts.state is not State.VOID


def _waits(known: Pass) -> bool:
    return known.facts.state in MAY_LEAVE


def _comes_back(known: Pass) -> bool:
    return _was_issued(known) and any(item.returnable for item in known.items)


def _is_out(known: Pass) -> bool:
    return known.facts.out > 0


def _has_expired(known: Pass) -> bool:
    return known.facts.state is State.EXPIRED


def _why_not_gate(deeds: PassDeeds, known: Pass) -> str:
    return reasons_words(gate.gate_reasons(deeds.workplace, known))


def _why_not_back(deeds: PassDeeds, known: Pass) -> str:
    return reasons_words(gate.take_back_reasons(deeds.workplace, known))


def _why_not_extend(deeds: PassDeeds, known: Pass) -> str:
    return reasons_words(gate.extend_reasons(deeds.workplace, known))


# What the guard did


def _gate_plan(deeds: PassDeeds, outcome: Outcome, known: Pass) -> DeedPlan:
    counts = partial(CountsField, known.items, attrgetter("remains"))
    why = Asked("why", partial(LineField, rules.WHY_LIMIT), _why_words)
    asked = {
        Outcome.LEFT: (),
        Outcome.PARTLY_LEFT: (Asked("counts", counts, _counts_words, required=True), why),
        Outcome.REFUSED: (Asked("why", why.make, _why_words, required=True),),
    }[outcome]
    return DeedPlan(
        title=_OUTCOME_WORDS[outcome],
        button=_OUTCOME_WORDS[outcome],
        asked=(*_asked_guard(deeds), *asked),
        do=partial(_gate, deeds, outcome, known),
        lead=_LEADS[outcome],
    )


def _gate(deeds: PassDeeds, outcome: Outcome, known: Pass, values: Values) -> Pass:
    entry = GateEntry(
        outcome,
        guard=values["guard"],
        at=values["at"],
        counts=values.get("counts") or {},
        why=values.get("why") or "",
    )
    return gate.gate(deeds.workplace, known.detail.id, known.detail.version, entry)


def _back_plan(deeds: PassDeeds, known: Pass) -> DeedPlan:
    counts = partial(CountsField, known.items, attrgetter("out"))
    why = partial(LineField, rules.WHY_LIMIT)
    return DeedPlan(
        title=_back_words,
        button=_back_words,
        asked=(
            *_asked_guard(deeds),
            Asked("counts", counts, _came_words, required=True),
            Asked("why", why, _remark_words),
        ),
        do=partial(_take_back, deeds, known),
        lead=_back_lead,
    )


def _take_back(deeds: PassDeeds, known: Pass, values: Values) -> Pass:
    """All figures at none are no return; without figures the service takes all that is out."""
    counts = values["counts"]
    if not any(counts.values()):
        raise RuleRefused([Reason("release_pass.counts.missing", "counts")])
    entry = BackEntry(values["guard"], values["at"], counts, values["why"])
    return gate.take_back(deeds.workplace, known.detail.id, known.detail.version, entry)


def _extend_plan(deeds: PassDeeds, known: Pass) -> DeedPlan:
    moment = partial(MomentField, deeds.custom, deeds.now)
    why = partial(LineField, rules.WHY_LIMIT)
    return DeedPlan(
        title=_extend_words,
        button=_extend_words,
        asked=(
            Asked("ends", moment, _ends_words, True, begins_with=known.facts.ends),
            Asked("why", why, _why_words, required=True),
        ),
        do=partial(_extend, deeds, known),
        lead=_extend_lead,
    )


def _extend(deeds: PassDeeds, known: Pass, values: Values) -> Pass:
    if values["ends"] is None:
        raise RuleRefused([Reason("release_pass.ends.missing", "ends")])
    entry = ExtendEntry(values["ends"], values["why"])
    return gate.extend(deeds.workplace, known.detail.id, known.detail.version, entry)


# Words


def _asked_guard(deeds: PassDeeds) -> tuple[Asked, ...]:
    line = partial(LineField, rules.NAME_LIMIT)
    moment = partial(MomentField, deeds.custom, deeds.now)
    return (
        Asked("guard", line, _guard_words, True, 6),
        Asked("at", moment, _at_words, True, 6, deeds.now()),
    )


def _left_words() -> str:
    return pgettext("release deed", "All of it has left")


def _partly_words() -> str:
    return pgettext("release deed", "Some of it has left")


def _refused_words() -> str:
    return pgettext("release deed", "The gate refused it")


def _left_lead() -> str:
    return _("The guard has let everything pass that may still leave.")


def _partly_lead() -> str:
    return _("Write down how many of each have passed; the rest may still leave.")


def _refused_lead() -> str:
    return _("It may come again while its time lasts.")


_OUTCOME_WORDS = {
    Outcome.LEFT: _left_words,
    Outcome.PARTLY_LEFT: _partly_words,
    Outcome.REFUSED: _refused_words,
}
_LEADS = {
    Outcome.LEFT: _left_lead,
    Outcome.PARTLY_LEFT: _partly_lead,
    Outcome.REFUSED: _refused_lead,
}


def _back_words() -> str:
    return pgettext("release deed", "Goods are back")


def _back_lead() -> str:
    return _("What is not back stays owed.")


def _extend_words() -> str:
    return pgettext("release deed", "Extend the time")


def _extend_lead() -> str:
    return _("The paper that is out stays good. The new end and the reason are on record.")


def _guard_words() -> str:
    return pgettext("release deed", "Guard")


def _at_words() -> str:
    return pgettext("release deed", "When")


def _counts_words() -> str:
    return pgettext("release deed", "What has left")


def _came_words() -> str:
    return pgettext("release deed", "What is back")


def _ends_words() -> str:
    return pgettext("release deed", "New end")


def _why_words() -> str:
    return _("Why")


def _remark_words() -> str:
    return _("Remark")
