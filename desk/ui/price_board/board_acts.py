"""Deeds of a version: items, filing, reviews, approval, hung up, given up (R103, R233, R234)."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain import price_board as rules
from desk.domain.approval import Answer, Verdict
from desk.domain.price_board import (
    BoardState,
    FilingEntry,
    FilingKind,
    ReviewEntry,
    Reviewer,
)
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.services import price_board as service
from desk.services import price_board_draft as draft
from desk.services import price_board_shown
from desk.services.paper import FormCode
from desk.services.price_board import Version
from desk.services.workplace import Workplace
from desk.ui.kit.approval_dialog import ApprovalDialog, ApprovalQuestion
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import DeedPlan
from desk.ui.price_board import ask, item_acts
from desk.ui.price_board import board_words as words
from desk.ui.price_board.acts import Act, Group, act, paper_act
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.ui.price_board.record import CatalogueRecord
from desk.wording import label


def acts(deeds: CatalogueDeeds) -> tuple[Act, ...]:
    """All of them, in the order of a version's life."""
    edits: dict[str, Any] = {
        "deeds": deeds,
        "blockers": draft.edit_blockers,
        "shown": _is_draft,
        "group": Group.CARE,
    }
    return (
        act("item", words.item_words, plan=partial(item_acts.item_plan, deeds, None), **edits),
        act("file", words.file_words, plan=partial(_file_plan, deeds), primary=_not_filed, **edits),
        act("review", words.review_words, plan=partial(_review_plan, deeds), **edits),
        _approval("approve", deeds, _no_own_word, opens=partial(_ask_approver, deeds)),
        _approval("approve_own", deeds, _own_word, plan=partial(_own_plan, deeds)),
        act(
            "post",
            words.post_words,
            deeds=deeds,
            blockers=service.post_blockers,
            shown=_is_in_force,
            plan=partial(_post_plan, deeds),
            primary=_not_posted,
        ),
        act(
            "void",
            words.void_words,
            deeds=deeds,
            blockers=service.void_blockers,
            shown=_is_draft,
            group=Group.CARE,
            plan=partial(_void_plan, deeds),
        ),
        paper_act(deeds, FormCode.PRICE_BOARD, service.KIND, _named),
    )


def _approval(code: str, deeds: CatalogueDeeds, asks: Any, **told: Any) -> Act:
    return act(
        code,
        words.approve_words,
        deeds=deeds,
        blockers=service.approve_blockers,
        shown=partial(asks, deeds.workplace),
        primary=_is_ready,
        **told,
    )


# Filing and reviews


def _file_plan(deeds: CatalogueDeeds, known: Version) -> DeedPlan:
    row = known.row
    begins = row.filing or FilingKind.FILED
    return DeedPlan(
        title=words.file_words,
        button=words.save_words,
        asked=(
            ask.segments("kind", _kinds, words.kind_words, begins_with=begins),
            ask.line(
                "filed_with",
                words.with_words,
                rules.PLACE_LIMIT,
                begins_with=row.filed_with,
                required=True,
                span=12,
                hint=words.with_hint,
            ),
            ask.day(
                deeds,
                "filed_on",
                words.filed_on_words,
                begins_with=row.filed_on or deeds.today(),
                when=_is_filed,
            ),
            ask.line(
                "reference",
                words.reference_words,
                rules.REFERENCE_LIMIT,
                begins_with=row.reference,
                when=_is_filed,
            ),
        ),
        do=partial(_file, deeds, known),
        lead=words.file_lead,
    )


def _file(deeds: CatalogueDeeds, known: Version, values: ask.Values) -> Version:
    entry = FilingEntry(
        FilingKind(values["kind"]),
        values["filed_on"] or None,
        values["filed_with"],
        values["reference"] or "",
    )
    return draft.file(deeds.workplace, known.row.id, known.row.version, entry)


def _is_filed(values: ask.Values) -> bool:
    return bool(values["kind"] != FilingKind.NOT_ASKED)


def _review_plan(deeds: CatalogueDeeds, known: Version) -> DeedPlan:
    left = [one for one in Reviewer if one not in known.facts.reviewed]
    return DeedPlan(
        title=words.review_words,
        button=words.save_words,
        asked=(
            ask.segments(
                "reviewer", _reviewers, words.reviewer_words, begins_with=next(iter(left), None)
            ),
            ask.line("person", words.person_words, rules.PLACE_LIMIT, required=True),
            ask.day(deeds, "on", words.on_words, begins_with=deeds.today(), required=True),
        ),
        do=partial(_review, deeds, known),
        lead=words.review_lead,
    )


def _review(deeds: CatalogueDeeds, known: Version, values: ask.Values) -> Version:
    if not values["reviewer"]:
        raise RuleRefused([Reason("price_board.reviewer.missing", "reviewer")])
    entry = ReviewEntry(Reviewer(values["reviewer"]), values["person"], values["on"])
    return draft.review(deeds.workplace, known.row.id, known.row.version, entry)


# Approval


def _ask_approver(deeds: CatalogueDeeds, parent: QWidget, known: Version) -> None:
    """The manager signs in over the clerk's shoulder."""
    lines = price_board_shown.lines(deeds.workplace, known)
    post = price_board_shown.approver(deeds.workplace)
    question = ApprovalQuestion(words.approve_words(), lines, post, deeds.clerk())
    dialog = ApprovalDialog(question, partial(_approve, deeds, known), parent.window())
    if isinstance(parent, CatalogueRecord):
        dialog.decided.connect(parent.was_done)
    dialog.open()


def _own_plan(deeds: CatalogueDeeds, known: Version) -> DeedPlan:
    return DeedPlan(
        title=words.approve_words,
        button=words.approve_words,
        asked=(),
        do=partial(_approve_own, deeds, known),
        lead=words.approve_lead,
    )


def _approve_own(deeds: CatalogueDeeds, known: Version, _values: ask.Values) -> Version:
    lines = price_board_shown.lines(deeds.workplace, known)
    return _approve(deeds, known, Answer("", "", Verdict.GRANTED, "", lines))


def _approve(deeds: CatalogueDeeds, known: Version, answer: Answer) -> Version:
    return service.approve(deeds.workplace, known.row.id, known.row.version, answer)


# Hung up, given up


def _post_plan(deeds: CatalogueDeeds, known: Version) -> DeedPlan:
    return DeedPlan(
        title=words.post_words,
        button=words.post_words,
        asked=(
            ask.day(
                deeds, "posted_on", words.posted_on_words, begins_with=deeds.today(), required=True
            ),
        ),
        do=partial(_post, deeds, known),
        lead=words.post_lead,
    )


def _post(deeds: CatalogueDeeds, known: Version, values: ask.Values) -> Version:
    if values["posted_on"] is None:
        raise RuleRefused([Reason("price_board.posted_on.missing", "posted_on")])
    return service.post(deeds.workplace, known.row.id, known.row.version, values["posted_on"])


def _void_plan(deeds: CatalogueDeeds, known: Version) -> DeedPlan:
    return DeedPlan(
        title=words.void_words,
        button=words.void_words,
        asked=(ask.why(),),
        do=partial(_void, deeds, known),
    )


def _void(deeds: CatalogueDeeds, known: Version, values: ask.Values) -> Version:
    return service.void(deeds.workplace, known.row.id, known.row.version, values["why"])


# When


def _named(known: Version) -> tuple[int, str]:
    return known.row.id, known.row.number


def _is_draft(known: Version) -> bool:
    return known.state is BoardState.DRAFT


def _is_in_force(known: Version) -> bool:
    return known.state is BoardState.IN_FORCE


def _not_filed(known: Version) -> bool:
    return _is_draft(known) and bool(known.items) and known.facts.filing is None


def _not_posted(known: Version) -> bool:
    return _is_in_force(known) and known.row.posted_on is None


def _is_ready(known: Version) -> bool:
    return not rules.approve_blockers(known.facts)


def _own_word(workplace: Workplace, known: Version) -> bool:
    return _is_draft(known) and not service.approve_own_reasons(workplace, known)


def _no_own_word(workplace: Workplace, known: Version) -> bool:
    return _is_draft(known) and not _own_word(workplace, known)


def _kinds() -> list[Choice]:
    return [Choice(one, label("filing_kind", one)) for one in FilingKind]


def _reviewers() -> list[Choice]:
    return [Choice(one, label("reviewer", one)) for one in Reviewer]
