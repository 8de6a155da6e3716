"""What belongs to no single rule: the policy's name and where it starts from, the switches."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.domain.policy import Policy
from desk.i18n import _
from desk.services.policy import PROFILES
from desk.ui.kit.block import Block
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.label import rule
from desk.ui.kit.many_field import ManyField
from desk.ui.policy.group_page import Placed
from desk.ui.policy.groups import CELLS
from desk.ui.policy.inspector import Inspector
from desk.ui.policy.words import section_words
from desk.ui.policy.working import SINGLES, Working

_WIDTH = 680


class SinglePage(QWidget):
    """One value of the copy with all its fields: the policy's own names, its switches, orders."""

    def __init__(self, working: Working, section: str) -> None:
        super().__init__()
        self.section, self._working = section, working
        self.inspector = Inspector(working, CELLS[section], may_go=False)
        self.inspector.edited.connect(self._edited)
        self.inspector.undo_wanted.connect(self._undo)
        self.box = QVBoxLayout()
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self.box.addWidget(self.inspector, 1)
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        column.setLayout(self.box)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(column, 1)
        line.addStretch()
        self.setFocusProxy(self.inspector)

    def reload(self) -> None:
        """The copy is another one, or was changed elsewhere."""
        self._show()

    def refuse(self, placed: Placed) -> None:
        """What is wrong, beside its field."""
        self.inspector.refuse(tuple(one for several in placed.values() for one in several))

    def first_refused(self) -> str:
        """There is but one."""
        return ""

    def choose(self, code: str) -> None:
        """There is but one."""

    def value(self, policy: Policy) -> Any:
        """What is edited."""
        return getattr(policy, self.section) if self.section in SINGLES else policy

    # Parts

    def _show(self) -> None:
        now, former = self.value(self._working.policy), self.value(self._working.source)
        is_changed = self.section in SINGLES and now != former
        self.inspector.show_rule(section_words(self.section), "", now, changed=is_changed)

    def _edited(self, value: Any) -> None:
        if self.section in SINGLES:
            self._working.put_single(self.section, value)
        else:
            self._working.put(value)
        self._show()

    def _undo(self) -> None:
        self._working.put_single(self.section, self.value(self._working.source))
        self._show()


class WholePage(SinglePage):
    """The policy's name, and above it the profiles that the copy may start from.

    `start` begins the copy anew with the codes of the chosen profiles.
    """

    def __init__(self, working: Working, start: Callable[[Sequence[str]], object]) -> None:
        super().__init__(working, "policy")
        self.start = StartBlock(start)
        self.start.setContentsMargins(20, 14, 20, 8)
        self.box.insertWidget(0, self.start)
        self.box.insertWidget(1, rule())


class StartBlock(Block):
    """Which profiles the copy is the strictest of."""

    def __init__(self, start: Callable[[Sequence[str]], object]) -> None:
        super().__init__(_start_words, _start_note)
        self._start = start
        self.fields.add("profile", ManyField(_profiles), _profile_words)
        self.button = self.add_button(_take_words, self.submit, sign="refresh")

    def submit(self) -> None:
        """Take them; that none is chosen is refused."""
        self.attempt(self._take)

    def _take(self) -> None:
        self._start(self.fields.field("profile").value())


def _profiles() -> Sequence[Choice]:
    return [Choice(code, code) for code in PROFILES]


def _start_words() -> str:
    return _("Start from")


def _start_note() -> str:
    return _(
        "The strictest of the chosen manuals: of each rule the shorter time, the wider scope and"
        " the higher approver. It takes the place of everything in this copy."
    )


def _profile_words() -> str:
    return _("Manuals")


def _take_words() -> str:
    return _("Start from these")
