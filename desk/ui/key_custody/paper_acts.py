"""Deeds of keys: their papers, each looked at in the preview before it is printed."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.i18n import _
from desk.services.paper import FormCode
from desk.ui.key_custody.acts import Act, Group
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.view import AgreementView, Of, SetView
from desk.ui.paper.at_once import look
from desk.ui.paper.deeds import PaperPlan
from desk.ui.paper.preview import Preview
from desk.wording import label


def of_set(deeds: KeyDeeds) -> tuple[Act, ...]:
    """The slip of its last loan, and the log of its uses."""
    return (
        _act(deeds, FormCode.KEY_LOAN, _was_lent, _loan),
        _act(deeds, FormCode.KEY_USE_LOG, _always, _set),
    )


def of_agreement(deeds: KeyDeeds) -> tuple[Act, ...]:
    """The agreement to be signed, and the log of everything under it."""
    return (
        _act(deeds, FormCode.CUSTODY_AGREEMENT, _always, _agreement),
        _act(deeds, FormCode.KEY_USE_LOG, _always, _agreement),
    )


def show(deeds: KeyDeeds, plan: PaperPlan, parent: QWidget) -> Preview:
    """Any paper, to be looked at and printed; at once where this PC's profile of it says so."""
    return look(plan, deeds.paper, parent)


def _act(
    deeds: KeyDeeds, form: FormCode, shown: Callable[[Any], bool], subject: Callable[[Any], Of]
) -> Act:
    return Act(
        code=f"print_{form}",
        group=Group.PAPER,
        words=partial(print_words, form),
        shown=shown,
        shut=partial(_why_not, deeds),
        opens=partial(_open, deeds, form, subject),
    )


def print_words(form: FormCode) -> str:
    """The deed that looks at a paper and prints it."""
    return _("Print {form}").format(form=label("form", form))


def _open(
    deeds: KeyDeeds, form: FormCode, subject: Callable[[Any], Of], parent: QWidget, view: Any
) -> None:
    show(deeds, deeds.paper_plan(form, *subject(view)), parent)


def _why_not(deeds: KeyDeeds, _view: Any) -> str:
    return deeds.why_not_print()


def _always(_view: Any) -> bool:
    return True


def _was_lent(view: SetView) -> bool:
    return bool(view.uses)


def _loan(view: SetView) -> Of:
    """The loan it is out on, or the last one with its return."""
    loan = view.loan or view.uses[0]
    return Of("key_loan", loan.id, loan.number)


def _set(view: SetView) -> Of:
    return Of("key_set", view.row.id, "")


def _agreement(view: AgreementView) -> Of:
    return Of("custody_agreement", view.row.id, view.row.number)
