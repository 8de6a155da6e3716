"""What can be done with a case: each deed by its word, when it is open, and what it asks for.

A deed is data. The record shows those that matter now, `DeedDialog` asks for what a plan names,
and the service does it; the rooms of the deeds are `filing_acts`, `handling_acts`, `closing_acts`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.services.complaint_case import Case


class Group(StrEnum):
    """Where a deed stands among the others, in the order of the case's life."""

    FILING = "filing"  # 立項
    HANDLING = "handling"  # 處理
    TELLING = "telling"  # 答覆、回訪
    CLOSING = "closing"  # 銷項
    PAPER = "paper"  # 列印


@dataclass(frozen=True)
class Asked:
    """One field of a deed's dialog: its key (a reason's field), a kit field, and its caption.

    `make` makes a `kit.field.Field`; `span` is its share of a line in twelfths. With `when` it is
    there only while the values typed so far say so; hidden it gives "" or None.
    """

    key: str
    make: Callable[[], QWidget]
    words: Callable[[], str]
    required: bool = False
    span: int = 12
    begins_with: Any = None
    hint: Callable[[], str] | None = None
    when: Callable[[Mapping[str, Any]], bool] | None = None


@dataclass(frozen=True)
class DeedPlan:
    """What a deed asks for before it is done; `do` raises a DeskError that says what is wrong.

    `do` takes the values by key and returns the case as it then stands. `lead` is a sentence or
    two above the fields: which clause asks for it, what will happen.
    """

    title: Callable[[], str]
    button: Callable[[], str]
    asked: Sequence[Asked]
    do: Callable[[Mapping[str, Any]], Case]
    lead: Callable[[], str] | None = None


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
