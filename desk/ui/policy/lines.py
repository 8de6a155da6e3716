"""A rule as a line of a table: what it is called, what it lays down."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from desk.domain.policy import Policy
from desk.i18n import _, ngettext, pgettext
from desk.services.policy_changes import title_of
from desk.services.policy_name import name
from desk.services.policy_part_words import for_whom, wanted
from desk.services.policy_words import clause_words, day_words, pass_locks, post_name, scope_words
from desk.ui.kit.chips import Chip
from desk.ui.kit.theme import Tone
from desk.wording import label
from desk.wording.deadline import term_words


class Line(NamedTuple):
    """Title and what it is about; what is laid down and by whom."""

    title: str
    note: str = ""
    value: str = ""
    under: str = ""


@dataclass(frozen=True)
class RuleRow:
    """One rule of the copy; one left out shows what it was. `refused` says what is wrong."""

    section: str
    code: str
    rule: Any
    policy: Policy
    in_force: bool = True
    is_changed: bool = False
    refused: str = ""


def line_of(row: RuleRow) -> Line:
    """The words of a row."""
    if row.rule is None:  # a condition of closing that the policy never asked
        return Line(label("condition", row.code))
    note, value, under = _SAID[row.section](row.policy, row.rule)
    return Line(title_of(row.policy, row.section, row.rule), note, value, under)


def _clock(policy: Policy, rule: Any) -> tuple[str, str, str]:
    by = post_name(policy, rule.post)
    return _cases(rule), term_words(rule.term), by


def _cases(rule: Any) -> str:
    """Which cases, beside the severities that its title names."""
    told = [] if rule.scope.severities else [_("every severity")]
    flags = (one for one in ("hot", "joint", "effective_only") if getattr(rule.scope, one))
    return pgettext("list", ", ").join((*told, *(label("scope_flag", one) for one in flags)))


def _callback(policy: Policy, rule: Any) -> tuple[str, str, str]:
    least = ngettext("at least {count} callback", "at least {count} callbacks", rule.least)
    owed = pgettext("list", ", ").join((least.format(count=rule.least), f"{rule.coverage} %"))
    return scope_words(policy, rule.scope), term_words(rule.term), owed


def _severity(_policy: Policy, rule: Any) -> tuple[str, str, str]:
    return name(rule.definition), "", ""


def _post(_policy: Policy, rule: Any) -> tuple[str, str, str]:
    return " / ".join(label("role", one) for one in rule.roles), "", ""


def _close(policy: Policy, rule: Any) -> tuple[str, str, str]:
    return "", scope_words(policy, rule.scope), ""


def _form(_policy: Policy, rule: Any) -> tuple[str, str, str]:
    return name(rule.labels), rule.form, ""


def _report(policy: Policy, rule: Any) -> tuple[str, str, str]:
    return "", day_words(rule), post_name(policy, rule.post)


def _pass(_policy: Policy, rule: Any) -> tuple[str, str, str]:
    return "", pass_locks(rule), ""


def _document(_policy: Policy, rule: Any) -> tuple[str, str, str]:
    return for_whom(rule), wanted(rule), ""


def _listed(_policy: Policy, rule: Any) -> tuple[str, str, str]:
    return for_whom(rule), "", ""


_SAID: Mapping[str, Callable[[Policy, Any], tuple[str, str, str]]] = MappingProxyType(
    {
        "severities": _severity,
        "posts": _post,
        "clocks": _clock,
        "forwards": _clock,
        "callbacks": _callback,
        "close": _close,
        "forms": _form,
        "reports": _report,
        "passes": _pass,
        "documents": _document,
        "agreements": _listed,
        "materials": _listed,
    }
)


def state_of(row: RuleRow) -> Chip | None:
    """What became of it in this copy."""
    if row.refused:
        return Chip(Tone.OVERDUE, _("Refused"))
    if not row.in_force:
        return Chip(Tone.NEUTRAL, _("Left out"))
    return Chip(Tone.DUE, _("Changed")) if row.is_changed else None


def source_words(rule: Any) -> str:
    """The clauses a rule stands on, and which part of it is our reading."""
    clauses = getattr(rule, "clauses", None) or filter(None, (getattr(rule, "form", ""),))
    ours = pgettext("list", ", ").join(label("part", one) for one in getattr(rule, "ours", ()))
    told = _("our reading: {parts}").format(parts=ours) if ours else ""
    return " · ".join(filter(None, (clause_words(clauses), told)))
