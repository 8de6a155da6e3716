"""Deeds at the end: filed, complete or with exceptions; visited; moved out; void (R36, R74)."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain import move_in as rules
from desk.domain.approval import Answer, Verdict
from desk.domain.move_in_filing import PERSONS, ExceptionEntry
from desk.domain.permissions import Permission
from desk.domain.policy import Post
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import _
from desk.services import move_in_filing
from desk.services.move_in import MoveIn
from desk.services.move_in_words import item_name
from desk.services.policy_words import post_name
from desk.ui.kit.act import Act
from desk.ui.kit.approval_dialog import ApprovalDialog, ApprovalQuestion
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import Asked, DeedDialog, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.many_field import ManyField
from desk.ui.move_in import filing_words as said
from desk.ui.move_in import words
from desk.ui.move_in.asking import is_open, why_asked
from desk.ui.move_in.deeds import MoveInDeeds, reasons_words
from desk.ui.move_in.groups import FILING

Values = Mapping[str, Any]


def acts(deeds: MoveInDeeds) -> tuple[Act, ...]:
    """In the order of the case's life."""
    return (
        Act(
            "file",
            FILING,
            said.file,
            shown=is_open,
            shut=partial(_why_not_file, deeds),
            opens=partial(_opens_filing, deeds),
            primary=_is_complete,
        ),
    )


# Filing


def _opens_filing(deeds: MoveInDeeds, parent: QWidget, known: MoveIn) -> None:
    open_filing(deeds, parent, known)


def open_filing(deeds: MoveInDeeds, parent: QWidget, known: MoveIn) -> DeedDialog:
    """File what is complete; else list every missing thing, to be let pass by name."""
    if known.blockers:
        dialog = DeedDialog(_exceptions_plan(deeds, known), parent.window(), about=_about(known))
        dialog.deed_done.connect(partial(_ask_manager, deeds, parent, known))
    else:
        dialog = DeedDialog(_file_plan(deeds, known), parent.window(), about=_about(known))
        dialog.deed_done.connect(partial(_changed, deeds))
    dialog.open()
    return dialog


def _file_plan(deeds: MoveInDeeds, known: MoveIn) -> DeedPlan:
    line = partial(LineField, rules.NAME_LIMIT)
    return DeedPlan(
        title=said.file,
        button=said.file,
        asked=(Asked("told_to", line, said.told, required=True),),
        do=partial(_file, deeds, known),
        lead=partial(_file_lead, known),
    )


def _file(deeds: MoveInDeeds, known: MoveIn, values: Values) -> MoveIn:
    detail = known.detail
    return move_in_filing.file(deeds.workplace, detail.id, detail.version, values["told_to"])


def _file_lead(known: MoveIn) -> str:
    """What follows, and what was let pass."""
    names = "、".join(one.name for one in known.persons)
    said = [_("These become the household: {names}.").format(names=names)]
    said.extend(
        _("Let pass by {who}: {item}. {why}").format(
            who=one.by, item=item_name(known.rule, one.item, known.facts), why=one.why
        )
        for one in known.excepted
    )
    return "\n".join(said)


# Exceptions


def _exceptions_plan(deeds: MoveInDeeds, known: MoveIn) -> DeedPlan:
    items = [one for one in _items(known) if one != PERSONS]
    own = not move_in_filing.exception_own_reasons(deeds.workplace, known)
    return DeedPlan(
        title=said.exceptions,
        button=said.let_pass if own else said.ask,
        asked=(
            Asked("items", partial(ManyField, partial(_choices, known, items)), said.items, True),
            why_asked(),
        ),
        do=_asked_for,
        lead=_exceptions_lead,
    )


def _asked_for(values: Values) -> ExceptionEntry:
    """What and why; the word itself is asked for next."""
    wrong = []
    if not values["items"]:
        wrong.append(Reason("move_in.exception.items", "items"))
    if not values["why"]:
        wrong.append(Reason("move_in.why.missing", "why"))
    if wrong:
        raise RuleRefused(wrong)
    return ExceptionEntry(tuple(values["items"]), values["why"])


def _ask_manager(
    deeds: MoveInDeeds, parent: QWidget, known: MoveIn, entry: ExceptionEntry
) -> ApprovalDialog | None:
    """Who holds the post gives the word herself, anybody else's clerk asks over the shoulder."""
    lines = move_in_filing.exception_shown(deeds.workplace, known, entry)
    if not move_in_filing.exception_own_reasons(deeds.workplace, known):
        answer = Answer("", "", Verdict.GRANTED, "", lines)
        _decided(deeds, parent, _decide(deeds, known, entry, answer))
        return None
    post = post_name(known.policy, Post.OFFICE_MANAGER)
    question = ApprovalQuestion(said.let_pass(), lines, post, deeds.clerk())
    dialog = ApprovalDialog(question, partial(_decide, deeds, known, entry), parent.window())
    dialog.decided.connect(partial(_decided, deeds, parent))
    dialog.open()
    return dialog


def _decide(deeds: MoveInDeeds, known: MoveIn, entry: ExceptionEntry, answer: Answer) -> MoveIn:
    detail = known.detail
    return move_in_filing.let_pass(deeds.workplace, detail.id, detail.version, entry, answer)


def _decided(deeds: MoveInDeeds, parent: QWidget, known: MoveIn) -> None:
    """With nothing missing any more, the filing itself is asked for at once."""
    deeds.reload()
    if not known.blockers:
        open_filing(deeds, parent, known)


def _changed(deeds: MoveInDeeds, _known: MoveIn) -> None:
    deeds.reload()


def _exceptions_lead() -> str:
    """The things themselves stand below, each to be chosen."""
    return _("These are missing. Choose what may be missing; the manager gives the word (R36).")


def _items(known: MoveIn) -> list[str]:
    return list(dict.fromkeys(one.field for one in known.blockers if one.field))


def _choices(known: MoveIn, items: Sequence[str]) -> Sequence[Choice]:
    return [Choice(one, item_name(known.rule, one, known.facts)) for one in items]


# When


def _is_complete(known: MoveIn) -> bool:
    return is_open(known) and not known.blockers


def _why_not_file(deeds: MoveInDeeds, _known: MoveIn) -> str:
    """What is missing keeps it open: it is listed, and let pass there."""
    return reasons_words(deeds.workplace.missing(Permission.CLOSE))


def _about(known: MoveIn) -> str:
    return words.about_words(known)
