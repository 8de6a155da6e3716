"""Where a deed of the catalogue stands among the others, and its papers."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from desk.i18n import _, pgettext
from desk.services.paper import FormCode
from desk.ui.kit.act import Act, ActGroup, Groups
from desk.ui.kit.deed_dialog import DeedPlan
from desk.ui.kit.retranslate import Words
from desk.ui.paper.at_once import look
from desk.ui.price_board.deeds import Blockers, CatalogueDeeds
from desk.wording import label

__all__ = ["GROUPS", "Act", "Group", "act", "paper_act"]

Shown = Callable[[Any], bool]


class Group(StrEnum):
    """The groups of deeds."""

    COURSE = "course"  # 核准、簽署、續簽
    CARE = "care"  # 更正、終止
    PAPER = "paper"  # 列印


def _course() -> str:
    return pgettext("catalogue deeds", "Course")


def _care() -> str:
    return pgettext("catalogue deeds", "Care")


def _paper() -> str:
    return pgettext("catalogue deeds", "Paper")


GROUPS: Final[Groups] = (
    (ActGroup(Group.COURSE, _course, leads=True),),
    (ActGroup(Group.CARE, _care), ActGroup(Group.PAPER, _paper)),
)


def act(  # noqa: PLR0913 - all but the first two are named
    code: str,
    words: Words,
    *,
    deeds: CatalogueDeeds,
    blockers: Blockers,
    shown: Shown,
    group: Group = Group.COURSE,
    plan: Callable[[Any], DeedPlan] | None = None,
    opens: Callable[[QWidget, Any], None] | None = None,
    primary: Shown | None = None,
) -> Act:
    """A deed whose service says why it is shut."""
    return Act(
        code,
        group,
        words,
        shown=shown,
        shut=partial(deeds.why_not, blockers),
        plan=plan,
        opens=opens,
        primary=primary,
    )


def paper_act(
    deeds: CatalogueDeeds, form: FormCode, kind: str, named: Callable[[Any], tuple[int, str]]
) -> Act:
    """The paper of a record, looked at before it is printed; `named` gives its id and number."""
    return Act(
        code=f"print_{form}",
        group=Group.PAPER,
        words=partial(_print_words, form),
        shown=_always,
        shut=partial(_why_not, deeds),
        opens=partial(_show, deeds, form, kind, named),
    )


def _print_words(form: FormCode) -> str:
    return _("Print {form}").format(form=label("form", form))


def _always(_known: Any) -> bool:
    return True


def _why_not(deeds: CatalogueDeeds, _known: Any) -> str:
    return deeds.why_not_print()


def _show(  # noqa: PLR0913, PLR0917 - what was bound, then what the record hands on
    deeds: CatalogueDeeds,
    form: FormCode,
    kind: str,
    named: Callable[[Any], tuple[int, str]],
    parent: QWidget,
    known: Any,
) -> None:
    record_id, number = named(known)
    plan = deeds.paper_plan(form, kind, record_id, number)
    look(plan, deeds.paper, parent)
