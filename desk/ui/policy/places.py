"""Where in the editor a refusal belongs: its page, its rule, its field."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desk.domain.policy import Policy
from desk.domain.reasons import Reason
from desk.errors import ReasonLike
from desk.services.policy_changes import code_of
from desk.services.policy_paths import rules_of, section_of
from desk.ui.policy.working import EVERY_RULE, SINGLES

OF_SAVING = frozenset({"holds_from", "why"})


@dataclass
class Placed:
    """Refusals by page and rule; `saving` stand beside day and reason, `loose` nowhere."""

    pages: dict[str, dict[str, list[ReasonLike]]] = field(default_factory=dict)
    saving: list[ReasonLike] = field(default_factory=list)
    loose: list[ReasonLike] = field(default_factory=list)

    def count(self) -> int:
        """How many things are refused."""
        rules = (len(reasons) for page in self.pages.values() for reasons in page.values())
        return sum(rules) + len(self.saving)


def placed(policy: Policy, reasons: Iterable[ReasonLike]) -> Placed:
    """Each refusal at its place; a reason's field is then the path within its rule.

    A place is written `clocks.2.term.amount`, as `policy_rules` and `policy_text` do.
    """
    found = Placed()
    for reason in reasons:
        section, rest = section_of(reason.field or "")
        if reason.field in OF_SAVING:
            found.saving.append(reason)
        elif section in EVERY_RULE:
            number, _dot, path = rest.partition(".")
            rules = rules_of(policy, section)
            known = number.isdigit() and int(number) < len(rules)
            code = code_of(rules[int(number)]) if known else ""
            _add(found, section, code, _at(reason, path))
        elif section in SINGLES:
            _add(found, section, "", _at(reason, rest))
        elif section == "labels":
            _add(found, "policy", "", reason)
        else:
            found.loose.append(reason)
    return found


def _add(found: Placed, page: str, code: str, reason: ReasonLike) -> None:
    found.pages.setdefault(page, {}).setdefault(code, []).append(reason)


def _at(reason: ReasonLike, path: str) -> Reason:
    return Reason(reason.code, path or None, reason.parameters)
