"""Deeds of a pass at the desk: issued and printed, declared void (R38-R40, F37)."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain import release_pass as rules
from desk.domain.paper import FormCode
from desk.domain.release_pass import State
from desk.errors import ReasonLike
from desk.i18n import _, pgettext
from desk.services import release_pass
from desk.services.release_pass import KIND, Pass
from desk.ui.kit.act import Act
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.paper.at_once import look
from desk.ui.paper.preview import Preview
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.release_pass.groups import ISSUE
from desk.wording import reasons_words

ISSUE_ACT = "issue"
_SAID = "acknowledged"

Values = Mapping[str, Any]


def acts(deeds: PassDeeds) -> tuple[Act, ...]:
    """Issue, print, declare void."""
    return (
        Act(
            ISSUE_ACT,
            ISSUE,
            _issue_words,
            shown=_is_draft,
            shut=partial(_why_not_issue, deeds),
            plan=partial(_issue_plan, deeds),
            primary=_is_draft,
        ),
        Act(
            "print",
            ISSUE,
            _print_words,
            shown=_was_issued,
            shut=deeds.why_no_paper,
            opens=partial(_opens, deeds),
        ),
        Act(
            "void",
            ISSUE,
            _void_words,
            shown=_may_be_void,
            shut=partial(_why_not_void, deeds),
            plan=partial(_void_plan, deeds),
        ),
    )


def preview(deeds: PassDeeds, parent: QWidget, known: Pass, *, at_once: bool = True) -> Preview:
    """The pass on paper; what is printed shows in the record at once.

    `at_once` lets this PC's profile of the form print it without a look.
    """
    plan = deeds.paper.of_record(FormCode.RELEASE_PASS, KIND, known.detail.id)
    return look(plan, deeds.paper, parent, deeds.reload, at_once=at_once)


# When


def _is_draft(known: Pass) -> bool:
    return known.facts.state is State.DRAFT


def _was_issued(known: Pass) -> bool:
    return known.facts.issued_at is not None


def _may_be_void(known: Pass) -> bool:
    return known.facts.state is not State.VOID


def _why_not_issue(deeds: PassDeeds, known: Pass) -> str:
    """All that is missing; what is answered in the deed's own dialog keeps it open."""
    reasons = release_pass.issue_reasons(deeds.workplace, known)
    return reasons_words(one for one in reasons if one.field != _SAID)


def _why_not_void(deeds: PassDeeds, known: Pass) -> str:
    return reasons_words(release_pass.void_reasons(deeds.workplace, known))


# What is asked


def _issue_plan(deeds: PassDeeds, known: Pass) -> DeedPlan:
    """Nothing, but where the same words are out: that they are other things."""
    line = partial(LineField, rules.WHY_LIMIT)
    asked = (Asked(_SAID, line, _other_words, required=True),) if _twice(known) else ()
    return DeedPlan(
        title=_issue_words,
        button=_issue_words,
        asked=asked,
        do=partial(_issue, deeds, known),
        lead=partial(_issue_lead, known),
    )


def _issue(deeds: PassDeeds, known: Pass, values: Values) -> Pass:
    said = values.get(_SAID) or ""
    return release_pass.issue(deeds.workplace, known.detail.id, known.detail.version, said)


def _void_plan(deeds: PassDeeds, known: Pass) -> DeedPlan:
    line = partial(LineField, rules.WHY_LIMIT)
    return DeedPlan(
        title=_void_words,
        button=_void_words,
        asked=(Asked("why", line, _why_words, required=True),),
        do=partial(_void, deeds, known),
        lead=_void_lead,
    )


def _void(deeds: PassDeeds, known: Pass, values: Values) -> Pass:
    detail = known.detail
    return release_pass.void(deeds.workplace, detail.id, detail.version, values["why"])


def _opens(deeds: PassDeeds, parent: QWidget, known: Pass) -> None:
    preview(deeds, parent, known)


def _twice(known: Pass) -> Iterable[ReasonLike]:
    return [one for one in known.blockers if one.field == _SAID]


# Words


def _issue_lead(known: Pass) -> str:
    """What is out already in the same words, and what follows."""
    follows = _("What is issued stands as it is printed. The paper is shown next.")
    return "\n".join(filter(None, (reasons_words(_twice(known)), follows)))


def _issue_words() -> str:
    return pgettext("release deed", "Issue")


def _other_words() -> str:
    return pgettext("release deed", "Why these are other things")


def _print_words() -> str:
    return pgettext("release deed", "Print the pass")


def _void_words() -> str:
    return pgettext("release deed", "Declare void")


def _void_lead() -> str:
    return _("It keeps its number, and its paper opens the gate no more.")


def _why_words() -> str:
    return _("Why")
