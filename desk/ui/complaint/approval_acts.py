"""The word from above about a case: over the clerk's shoulder, or one's own at one's own desk.

What waits for the same post is shown together and answered at once.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain.approval import NOTE_LIMIT, Answer, Line, Verdict
from desk.domain.complaint_approval import CONSENT, Wanted
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import _, ngettext, pgettext
from desk.services import approval_shown, complaint_approval
from desk.services.case_words import matter_words
from desk.services.complaint_approval import ApproveEntry
from desk.services.complaint_case import Case
from desk.ui.complaint import act_words as words
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.approval_dialog import ApprovalDialog, ApprovalQuestion
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.text_field import TextField
from desk.wording import label, reasons_words

Values = Mapping[str, Any]
Asking = tuple[Wanted, ...]

SETTLES = frozenset(
    {
        "complaint.overrun.unapproved",
        "complaint.agreement.missing",
        "complaint.consent.missing",
    }
)


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """Asking a second person, giving one's own word."""
    return (
        Act(
            "approve",
            Group.CLOSING,
            _ask_words,
            shown=partial(_is_asked, deeds, False),
            shut=partial(_why_not, deeds, False),
            opens=partial(_ask, deeds),
            settles=SETTLES,
        ),
        Act(
            "approve_own",
            Group.CLOSING,
            _own_words,
            shown=partial(_is_asked, deeds, True),
            shut=partial(_why_not, deeds, True),
            plan=partial(_own_plan, deeds),
            settles=SETTLES,
        ),
    )


# What waits, and whose word it is


def _asking(deeds: ComplaintDeeds, own: bool, case: Case) -> Asking:
    """What waits for one post: the clerk's own, or the first that is another's."""
    by_post = sorted(_wanted(deeds, case), key=_post_of)
    for _post, found in groupby(by_post, key=_post_of):
        asked = tuple(found)
        if _is_own(deeds, case, asked) is own:
            return asked
    return ()


def _wanted(deeds: ComplaintDeeds, case: Case) -> Asking:
    """What waits; a consent whose time has not come holds nothing else up (R173)."""
    found = complaint_approval.wanted(case)
    others = tuple(one for one in found if one.matter != CONSENT)
    is_early = others != found and complaint_approval.consent_reasons(deeds.workplace, case)
    return others if others and is_early else found


def _why_not(deeds: ComplaintDeeds, own: bool, case: Case) -> str:
    """The consents of the quarter were given already."""
    if all(one.matter != CONSENT for one in _asking(deeds, own, case)):
        return ""
    return reasons_words(complaint_approval.consent_reasons(deeds.workplace, case))


def _post_of(one: Wanted) -> str:
    return one.post.value


def _is_own(deeds: ComplaintDeeds, case: Case, asked: Asking) -> bool:
    matters = [one.matter for one in asked]
    return not complaint_approval.own_reasons(deeds.workplace, case, matters)


def _is_asked(deeds: ComplaintDeeds, own: bool, case: Case) -> bool:
    return bool(_asking(deeds, own, case))


# A second person


def _ask(deeds: ComplaintDeeds, parent: QWidget, case: Case) -> None:
    asked = _asking(deeds, False, case)
    lines = approval_shown.of_case(deeds.workplace, case, asked)
    post = words.post_words(case.policy, asked[0].post)
    question = ApprovalQuestion(_title(case, asked), lines, post, deeds.workplace.actor.name)
    ask_in_dialog(deeds, parent, question, partial(_approve, deeds, case, asked))


def _approve(deeds: ComplaintDeeds, case: Case, asked: Asking, answer: Answer) -> Case:
    entry = ApproveEntry(_matters(asked), answer)
    detail = case.detail
    return complaint_approval.approve(deeds.workplace, detail.id, detail.version, entry)


def ask_in_dialog(
    deeds: ComplaintDeeds,
    parent: QWidget,
    question: ApprovalQuestion,
    decide: Callable[[Answer], object],
) -> None:
    """Let a second person sign in over the clerk's shoulder; the open record then reads anew."""
    dialog = ApprovalDialog(question, decide, parent.window())
    dialog.decided.connect(partial(_was_decided, deeds))
    dialog.open()


def _was_decided(deeds: ComplaintDeeds, _outcome: object) -> None:
    deeds.reload()


# One's own word


def _own_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    asked = _asking(deeds, True, case)
    lines = approval_shown.of_case(deeds.workplace, case, asked)
    return word_plan(partial(_title, case, asked), lines, partial(_give, deeds, case, asked, lines))


def _give(
    deeds: ComplaintDeeds, case: Case, asked: Asking, lines: tuple[Line, ...], values: Values
) -> Case:
    entry = ApproveEntry(_matters(asked), answer_of(values, lines))
    detail = case.detail
    return complaint_approval.approve_own(deeds.workplace, detail.id, detail.version, entry)


def word_plan(
    title: Callable[[], str], lines: Sequence[Line], do: Callable[[Values], Case]
) -> DeedPlan:
    """The clerk's own word about what the lines say."""
    note = partial(TextField, NOTE_LIMIT, lines=2)
    return DeedPlan(
        title=title,
        button=_give_words,
        asked=(
            Asked("decision", partial(SegmentField, _verdicts), _verdict_words, required=True),
            Asked("note", note, _note_words, hint=_note_hint),
        ),
        do=do,
        lead=partial(_as_text, lines),
    )


def answer_of(values: Values, lines: Sequence[Line]) -> Answer:
    """What the clerk answered at her own desk, with what she saw."""
    if not values["decision"]:
        raise RuleRefused([Reason("approval.decision.missing", "decision")])
    return Answer("", "", Verdict(values["decision"]), values["note"], tuple(lines))


# Words


def _matters(asked: Asking) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.matter for one in asked))


def _title(case: Case, asked: Asking) -> str:
    if len(asked) == 1:
        return matter_words(case, asked[0].matter)
    words = ngettext("{count} approval wanted", "{count} approvals wanted", len(asked))
    return words.format(count=len(asked))


def _as_text(lines: Sequence[Line]) -> str:
    """The lines as they stand above the answer; headings stand alone."""
    labelled = _("{label}: {value}")
    return "\n".join(
        labelled.format(label=one.label, value=one.value) if one.label else one.value
        for one in lines
    )


def _verdicts() -> list[Choice]:
    return [Choice(one, label("verdict", one)) for one in Verdict]


def _ask_words() -> str:
    return _("Ask for approval")


def _own_words() -> str:
    return _("Approve")


def _give_words() -> str:
    return _("Give my word")


def _verdict_words() -> str:
    return pgettext("approval", "Answer")


def _note_words() -> str:
    return _("Note")


def _note_hint() -> str:
    return _("Needed where it is not approved.")
