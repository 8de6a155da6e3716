"""What can be done with a record: each deed by its word, when it is open, and what it asks for.

A deed is data. The record shows those that matter now, `DeedDialog` asks for what a plan names,
and the service does it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.ui.kit.deed_dialog import DeedPlan
from desk.ui.kit.retranslate import Words


@dataclass(frozen=True)
class ActGroup:
    """Deeds that stand together on the sheet under one name.

    Of the deeds that come next, the open ones of a group that `leads` come before the others.
    """

    code: str
    words: Words
    leads: bool = False


Groups = Sequence[Sequence[ActGroup]]


@dataclass(frozen=True)
class Act:
    """One deed. `shown` says whether it belongs to the record at all, `shut` why it is not open.

    `plan` makes its dialog anew each time; `settles` names the reason codes that this deed takes
    away, so that what is missing can lead to it; `opens` is the alternative to a plan for a deed
    with a window of its own. A `primary` one comes next.
    """

    code: str
    group: str
    words: Words
    shown: Callable[[Any], bool]
    shut: Callable[[Any], str]
    plan: Callable[[Any], DeedPlan] | None = None
    opens: Callable[[QWidget, Any], None] | None = None
    settles: frozenset[str] = field(default_factory=frozenset)
    primary: Callable[[Any], bool] | None = None
