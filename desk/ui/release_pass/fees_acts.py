"""Deeds that make the lock of the fees hold: they are checked, or the manager waives them (R39)."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain import release_pass as rules
from desk.domain.approval import Answer, Verdict
from desk.domain.policy import Post
from desk.domain.reasons import Reason
from desk.domain.release_pass_locks import LockCode
from desk.errors import RuleRefused
from desk.i18n import _, pgettext
from desk.services import release_pass_evidence as evidence
from desk.services.policy_words import post_name
from desk.services.release_pass import Pass
from desk.services.release_pass_evidence import FeesEntry
from desk.ui.kit.act import Act
from desk.ui.kit.approval_dialog import ApprovalDialog, ApprovalQuestion
from desk.ui.kit.day_field import DayField
from desk.ui.kit.deed_dialog import Asked, DeedDialog, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.release_pass import words
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.release_pass.groups import LOCKS
from desk.ui.release_pass.lock_parts import asked_note, files, is_asked, is_open, why_not

Values = Mapping[str, Any]

FEES = frozenset(
    f"release_pass.fees.{code}"
    for code in ("missing", "changed", "short", "person.missing", "until.missing")
)


def acts(deeds: PassDeeds) -> tuple[Act, ...]:
    """The fees are checked, or waived by a second person or by oneself."""
    shut = partial(why_not, deeds)
    return (
        Act(
            "clear_fees",
            LOCKS,
            _clear_words,
            shown=partial(is_asked, LockCode.FEES),
            shut=shut,
            plan=partial(_clear_plan, deeds),
            settles=FEES,
            primary=partial(is_open, LockCode.FEES),
        ),
        Act(
            "ask_waiver",
            LOCKS,
            _ask_words,
            shown=partial(_waives, deeds, False),
            shut=shut,
            opens=partial(_ask_waiver, deeds),
        ),
        Act(
            "waive_own",
            LOCKS,
            _waive_words,
            shown=partial(_waives, deeds, True),
            shut=shut,
            plan=partial(_own_plan, deeds),
        ),
    )


def _waives(deeds: PassDeeds, own: bool, known: Pass) -> bool:
    """A manager at her own desk gives the word herself, for anybody else she signs in."""
    if not is_asked(LockCode.FEES, known) or not is_open(LockCode.FEES, known):
        return False
    return (not evidence.waiver_own_reasons(deeds.workplace, known)) is own


# The fees


def _clear_plan(deeds: PassDeeds, known: Pass) -> DeedPlan:
    person = partial(LineField, rules.NAME_LIMIT)
    day = partial(DayField, deeds.custom, deeds.today)
    until = _month_end(known.facts.first_day or deeds.today())
    return DeedPlan(
        title=_clear_words,
        button=_clear_words,
        asked=(
            Asked("person", person, _checker_words, True, 6, deeds.clerk()),
            Asked("until", day, _until_words, True, 6, until),
            Asked("attachment", partial(files, deeds, known), _statement_words, required=True),
            asked_note(),
        ),
        do=partial(_clear, deeds, known),
        lead=_clear_lead,
    )


def _clear(deeds: PassDeeds, known: Pass, values: Values) -> Pass:
    entry = FeesEntry(
        person=values["person"],
        until=values["until"],
        attachment_id=values["attachment"],
        note=values["note"],
    )
    return evidence.clear_fees(deeds.workplace, known.detail.id, known.detail.version, entry)


# The waiver


def _why_plan() -> DeedPlan:
    return DeedPlan(
        title=_ask_words,
        button=_go_on_words,
        asked=(_asked_why(),),
        do=_asked_for,
        lead=_waiver_lead,
    )


def _asked_for(values: Values) -> str:
    """Why; the word itself is asked for next."""
    why = str(values["why"])
    if not why:
        raise RuleRefused([Reason("release_pass.why.missing", "why")])
    return why


def _ask_waiver(deeds: PassDeeds, parent: QWidget, known: Pass) -> None:
    """First the clerk writes down why, then the manager signs in over her shoulder."""
    dialog = DeedDialog(_why_plan(), parent.window(), about=words.about_words(known))
    dialog.deed_done.connect(partial(_ask_manager, deeds, parent, known))
    dialog.open()


def _ask_manager(deeds: PassDeeds, parent: QWidget, known: Pass, why: str) -> None:
    lines = evidence.waiver_shown(deeds.workplace, known, why)
    post = post_name(known.policy, Post.OFFICE_MANAGER)
    question = ApprovalQuestion(_waive_words(), lines, post, deeds.clerk())
    dialog = ApprovalDialog(question, partial(_waive, deeds, known, why), parent.window())
    dialog.decided.connect(partial(_decided, deeds))
    dialog.open()


def _waive(deeds: PassDeeds, known: Pass, why: str, answer: Answer) -> Pass:
    detail = known.detail
    return evidence.waive_fees(deeds.workplace, detail.id, detail.version, why, answer)


def _decided(deeds: PassDeeds, _known: Pass) -> None:
    deeds.reload()


def _own_plan(deeds: PassDeeds, known: Pass) -> DeedPlan:
    return DeedPlan(
        title=_waive_words,
        button=_waive_words,
        asked=(_asked_why(),),
        do=partial(_waive_own, deeds, known),
        lead=_waiver_lead,
    )


def _waive_own(deeds: PassDeeds, known: Pass, values: Values) -> Pass:
    lines = evidence.waiver_shown(deeds.workplace, known, values["why"])
    return _waive(deeds, known, values["why"], Answer("", "", Verdict.GRANTED, "", lines))


# Parts


def _month_end(day: dt.date) -> dt.date:
    """Fees are cleared up to the end of a month."""
    following = (day.replace(day=1) + dt.timedelta(days=31)).replace(day=1)
    return following - dt.timedelta(days=1)


def _asked_why() -> Asked:
    return Asked("why", partial(LineField, rules.WHY_LIMIT), _why_words, required=True)


def _clear_words() -> str:
    return pgettext("release deed", "Fees are cleared")


def _clear_lead() -> str:
    return _("Whoever moves house gets the pass after the fees are cleared (R39).")


def _checker_words() -> str:
    return pgettext("release deed", "Checked by")


def _until_words() -> str:
    return pgettext("release deed", "Cleared up to")


def _statement_words() -> str:
    return pgettext("release deed", "Statement of the fees")


def _ask_words() -> str:
    return pgettext("release deed", "Ask for a waiver")


def _waive_words() -> str:
    return pgettext("release deed", "Waive the fees")


def _waiver_lead() -> str:
    return _("The manager may let the move go on although fees are open. The word is kept.")


def _go_on_words() -> str:
    return pgettext("release deed", "Go on")


def _why_words() -> str:
    return _("Why")
