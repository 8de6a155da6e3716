"""Where a deed on keys stands among the others, on the sheet of all deeds."""

from enum import StrEnum
from typing import Final

from desk.i18n import pgettext
from desk.ui.kit.act import Act, ActGroup, Groups

__all__ = ["GROUPS", "Act", "Group"]


class Group(StrEnum):
    """The groups of deeds."""

    USE = "use"  # 借出、歸還
    CARE = "care"  # 遺失、更正、交還
    AGREEMENT = "agreement"  # 代管
    PAPER = "paper"  # 列印


def _use() -> str:
    return pgettext("key deeds", "Use")


def _care() -> str:
    return pgettext("key deeds", "Care")


def _agreement() -> str:
    return pgettext("key deeds", "Agreement")


def _paper() -> str:
    return pgettext("key deeds", "Paper")


GROUPS: Final[Groups] = (
    (ActGroup(Group.USE, _use), ActGroup(Group.AGREEMENT, _agreement)),
    (ActGroup(Group.CARE, _care), ActGroup(Group.PAPER, _paper)),
)
