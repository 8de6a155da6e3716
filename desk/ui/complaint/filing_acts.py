"""Deeds that make a case of a complaint 立項, and that let another caller join it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from desk.domain import complaint_filing as rules
from desk.domain.complaint import Filing, Ground
from desk.domain.complaint_filing import Decision, FilingEntry, JoinEntry
from desk.domain.policy import Post
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import _, pgettext
from desk.services import complaint_filing as filing
from desk.services.complaint_case import Case
from desk.ui.complaint import act_words as words
from desk.ui.complaint.act_fields import at
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.text_field import TextField
from desk.wording import label, reasons_words

Reasons = Callable[..., Any]


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """Judging, answering, joining."""
    return (
        Act(
            "judge",
            Group.FILING,
            _judge_words,
            shown=_is_to_be_judged,
            shut=partial(_why_not, deeds, filing.judge_reasons),
            plan=partial(_judge_plan, deeds),
            settles=frozenset({"complaint.not_filed"}),
            primary=_is_to_be_judged,
        ),
        Act(
            "answer_filing",
            Group.FILING,
            _answer_words,
            shown=_is_asked,
            shut=partial(_why_not, deeds, filing.answer_reasons),
            plan=partial(_answer_plan, deeds),
            primary=_is_asked,
        ),
        Act(
            "join",
            Group.FILING,
            _join_words,
            shown=_is_open,
            shut=partial(_why_not, deeds, filing.join_reasons),
            plan=partial(join_plan, deeds),
        ),
    )


def _why_not(deeds: ComplaintDeeds, reasons: Reasons, case: Case) -> str:
    return reasons_words(reasons(deeds.workplace, case))


# Judging


def _judge_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=_judge_words,
        button=_judge_words,
        asked=(
            Asked("decision", partial(SegmentField, _decisions), _decision_words, required=True),
            Asked(
                "ground",
                partial(ChoiceField, _grounds, nothing=_nothing),
                _ground_words,
                when=_stands_on_ground,
            ),
            Asked(
                "asked",
                partial(ChoiceField, partial(_posts, case), nothing=_nothing),
                _who,
                when=_is_to_be_asked,
            ),
            Asked(
                "why",
                partial(TextField, rules.WHY_LIMIT, lines=2),
                _why_words,
                when=_is_to_be_explained,
            ),
        ),
        do=partial(_judge, deeds, case),
        lead=_judge_lead,
    )


def _judge(deeds: ComplaintDeeds, case: Case, values: Mapping[str, Any]) -> Case:
    detail = case.detail
    return filing.judge(deeds.workplace, detail.id, detail.version, _entry(values))


def _entry(values: Mapping[str, Any]) -> FilingEntry:
    if not values["decision"]:
        raise RuleRefused([Reason("approval.decision.missing", "decision")])
    ground, asked = values.get("ground"), values.get("asked")
    return FilingEntry(
        Decision(values["decision"]),
        Ground(ground) if ground else None,
        values["why"],
        Post(asked) if asked else None,
    )


def _stands_on_ground(values: Mapping[str, Any]) -> bool:
    return values["decision"] not in (Decision.ASK, Decision.FIND_OUT)


def _is_to_be_asked(values: Mapping[str, Any]) -> bool:
    return bool(values["decision"] == Decision.ASK)


def _is_to_be_explained(values: Mapping[str, Any]) -> bool:
    return bool(values["decision"] != Decision.FILE)


# Answering


def _answer_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=_answer_words,
        button=_answer_words,
        asked=(
            Asked("decision", partial(SegmentField, _answers), _decision_words, required=True),
            Asked("ground", partial(ChoiceField, _grounds, nothing=_nothing), _ground_words),
            Asked("why", partial(TextField, rules.WHY_LIMIT, lines=2), _why_words),
        ),
        do=partial(_answer, deeds, case),
        lead=partial(_answer_lead, case),
    )


def _answer(deeds: ComplaintDeeds, case: Case, values: Mapping[str, Any]) -> Case:
    detail = case.detail
    return filing.answer(deeds.workplace, detail.id, detail.version, _entry(values))


# Joining


def join_plan(deeds: ComplaintDeeds, case: Case, reception_id: int | None = None) -> DeedPlan:
    """Another caller, who may have come with a visit."""
    return DeedPlan(
        title=_join_words,
        button=_join_words,
        asked=(
            Asked("person", partial(PersonField, deeds.find_people), _person_words),
            Asked("name", partial(LineField, rules.NAME_LIMIT), _name_words, span=6),
            Asked("contact", partial(LineField, rules.CONTACT_LIMIT), _contact_words, span=6),
            Asked(
                "joined_at",
                partial(MomentField, deeds.custom, deeds.now),
                _when_words,
                required=True,
                begins_with=deeds.now(),
            ),
            Asked("words", partial(TextField, rules.WORDS_LIMIT, lines=2), _words_words),
        ),
        do=partial(_join, deeds, case, reception_id),
        lead=_join_lead,
    )


def _join(
    deeds: ComplaintDeeds, case: Case, reception_id: int | None, values: Mapping[str, Any]
) -> Case:
    person = values.get("person")
    resident_id, unit_id = _picked(person if isinstance(person, PickedPerson) else None)
    entry = JoinEntry(
        joined_at=at(deeds, values, "joined_at"),
        name=values["name"],
        contact=values["contact"],
        words=values["words"],
        unit_id=unit_id,
        resident_id=resident_id,
        reception_id=reception_id,
    )
    return filing.join(deeds.workplace, case.detail.id, case.detail.version, entry)


def _picked(person: PickedPerson | None) -> tuple[int | None, int | None]:
    """The resident and the unit that were picked."""
    if person is None:
        return None, None
    key = int(person.key)
    return (key, None) if person.kind == "resident" else (None, key)


# What is chosen from, and words


def _is_to_be_judged(case: Case) -> bool:
    return case.facts.filing is Filing.PENDING and case.facts.is_open


def _is_asked(case: Case) -> bool:
    return case.facts.filing is Filing.ASKED


def _is_open(case: Case) -> bool:
    return case.facts.is_open


def _decisions() -> list[Choice]:
    return [Choice(one, label("decision", one)) for one in Decision]


def _answers() -> list[Choice]:
    return [Choice(one, label("decision", one)) for one in (Decision.FILE, Decision.EXPLAIN)]


def _grounds() -> list[Choice]:
    return [Choice(one, label("ground", one)) for one in Ground]


def _posts(case: Case) -> list[Choice]:
    return [Choice(one, words.post_words(case.policy, one)) for one in rules.ASKED_POSTS]


def _nothing() -> str:
    return pgettext("choice", "None")


def _judge_words() -> str:
    return _("Judge: a case or not")


def _judge_lead() -> str:
    return _(
        "Questions a to e make a case. What was explained to the caller's satisfaction stays"
        " with the receptions (R156 to R163)."
    )


def _answer_words() -> str:
    return _("Answer the question")


def _answer_lead(case: Case) -> str:
    return _("The desk asks whether this becomes a case: {why}").format(why=case.texts.filing_why)


def _join_words() -> str:
    return _("Another caller joins")


def _join_lead() -> str:
    return _("Whoever calls about the same joins this case; no second one is opened (R10).")


def _decision_words() -> str:
    return _("Decision")


def _ground_words() -> str:
    return _("Ground for filing")


def _who() -> str:
    return _("Who is asked")


def _why_words() -> str:
    return _("Reason, or what was explained")


def _person_words() -> str:
    return _("Room or resident")


def _name_words() -> str:
    return _("Name")


def _contact_words() -> str:
    return _("How to reach the resident")


def _when_words() -> str:
    return _("When the caller came")


def _words_words() -> str:
    return _("What the caller says")
