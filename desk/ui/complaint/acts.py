"""Where a deed on a case stands among the others, in the order of the case's life.

The rooms of the deeds are those that `case_acts` names.
"""

from enum import StrEnum
from typing import Final

from desk.i18n import pgettext
from desk.ui.kit.act import Act, ActGroup, Groups

__all__ = ["GROUPS", "Act", "Group"]


class Group(StrEnum):
    """The groups of deeds."""

    FILING = "filing"  # 立項
    HANDLING = "handling"  # 處理
    TELLING = "telling"  # 答覆、回訪
    CLOSING = "closing"  # 銷項
    PAPER = "paper"  # 列印


def _filing() -> str:
    return pgettext("deeds", "Filing")


def _handling() -> str:
    return pgettext("deeds", "Handling")


def _telling() -> str:
    return pgettext("deeds", "Answer and callback")


def _closing() -> str:
    return pgettext("deeds", "Closing")


def _paper() -> str:
    return pgettext("deeds", "Paper")


# A case that may be closed is closed first: the callback has days.
GROUPS: Final[Groups] = (
    (ActGroup(Group.FILING, _filing), ActGroup(Group.HANDLING, _handling)),
    (ActGroup(Group.TELLING, _telling), ActGroup(Group.CLOSING, _closing, leads=True)),
    (ActGroup(Group.PAPER, _paper),),
)
