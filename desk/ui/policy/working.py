"""The copy being edited: what it was, what it is by now, and what it is compared with."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from desk.domain.policy import Condition, Policy
from desk.services.policy_changes import Change, changes, code_of
from desk.services.policy_paths import place_of, put, rules_of

EVERY_RULE = (
    "severities",
    "clocks",
    "forwards",
    "callbacks",
    "close",
    "forms",
    "reports",
    "passes",
    "documents",
    "agreements",
    "materials",
    "posts",
)
SINGLES = ("orders", "move_in", "switches")


@dataclass(frozen=True)
class Copy:
    """What an edit begins with: a version (`3`) or a profile (`M2`) by its key.

    `version` is the newest version at that time; whoever saves over another newest one is told.
    """

    key: str
    policy: Policy
    version: int


class Working(QObject):
    """`changed` says that the copy is otherwise now, whoever changed it."""

    changed = Signal()

    def __init__(self, policy: Policy, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = self.policy = policy

    def begin(self, policy: Policy) -> None:
        """Another copy."""
        self.source = self.policy = policy
        self.changed.emit()

    def put(self, policy: Policy) -> None:
        """The copy as it is now."""
        if policy != self.policy:
            self.policy = policy
            self.changed.emit()

    def compare_with(self, policy: Policy) -> None:
        """Another policy is what the copy is compared with."""
        self.source = policy
        self.changed.emit()

    def changes(self) -> tuple[Change, ...]:
        """Against what it is compared with."""
        return changes(self.source, self.policy)

    # Rules of a section, in the order in which they are shown

    def codes(self, section: str) -> tuple[str, ...]:
        """Every rule that is in force, and those that were left out of the copy."""
        both = (*rules_of(self.source, section), *rules_of(self.policy, section))
        codes = dict.fromkeys(code_of(rule) for rule in both)
        if section == "close":
            codes |= dict.fromkeys(str(one) for one in Condition)
        return tuple(codes)

    def rule(self, section: str, code: str) -> Any:
        """The rule as it is now; None where it is left out."""
        return _rules(self.policy, section).get(code)

    def former(self, section: str, code: str) -> Any:
        """The rule as it was copied; None where there was none."""
        return _rules(self.source, section).get(code)

    def put_rule(self, section: str, code: str, rule: Any) -> None:
        """A rule as it is now; None leaves it out."""
        rules = _rules(self.policy, section) | {code: rule}
        order = (*self.codes(section), code) if code not in self.codes(section) else None
        kept = (rules.get(one) for one in order or self.codes(section))
        present = tuple(one for one in kept if one is not None)
        self.put(put(self.policy, place_of(section), present))

    def put_single(self, section: str, value: Any) -> None:
        """What belongs to no single rule, as it is now."""
        self.put(put(self.policy, section, value))


def _rules(policy: Policy, section: str) -> dict[str, Any]:
    return {code_of(rule): rule for rule in rules_of(policy, section)}
