"""What can be done with a case: each deed by its word, when it is open, and what it asks for.

A deed is data. The record shows those that matter now, `DeedDialog` asks for what a plan names,
and the service does it; the rooms of the deeds are `filing_acts`, `handling_acts`, `closing_acts`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from desk.services.complaint_case import Case
from desk.ui.kit.deed_dialog import DeedPlan


class Group(StrEnum):
    """Where a deed stands among the others, in the order of the case's life."""

    FILING = "filing"  # 立項
    HANDLING = "handling"  # 處理
    TELLING = "telling"  # 答覆、回訪
    CLOSING = "closing"  # 銷項
    PAPER = "paper"  # 列印


@dataclass(frozen=True)
class Act:
    """One deed. `shown` says whether it belongs to the case at all, `shut` why it is not open.

    `plan` makes its dialog anew each time; `settles` names the reason codes that this deed takes
    away, so that the list of what is missing can lead to it; `opens` is the alternative to a plan
    for a deed with a window of its own.
    """

    code: str
    group: Group
    words: Callable[[], str]
    shown: Callable[[Case], bool]
    shut: Callable[[Case], str]
    plan: Callable[[Case], DeedPlan] | None = None
    opens: Callable[[QWidget, Case], None] | None = None
    settles: frozenset[str] = field(default_factory=frozenset)
    primary: Callable[[Case], bool] | None = None
