"""What of each rule may be edited, section by section."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from desk.domain.deadlines import Bound, Term, Unit
from desk.domain.permissions import Role
from desk.domain.policy import Every, Post, Scope
from desk.domain.release_pass_rule import OwnerRule
from desk.i18n import N_
from desk.ui.kit.choice_field import Choice
from desk.ui.policy import cells
from desk.ui.policy.cell_parts import as_code, codes, is_yes, names, term, yes
from desk.ui.policy.cells import Cell
from desk.ui.policy.groups_orders import ORDERS_CELLS
from desk.ui.policy.words import Labelled, Said
from desk.wording import label

_FLAGS = ("hot", "joint", "effective_only")
_EXCEPTIONS = ("unreachable", "inconvenient")
_AT_FIRST = Term(1, Unit.MONTHS)


def settled(rule: Any) -> Any:
    """The rule with what follows by itself: a same-day term is one, a daily report has one day."""
    for path in ("term", "promote_after"):
        term = getattr(rule, path, None)
        if term is not None and term.unit is Unit.SAME_DAY and term.amount != 1:
            rule = replace(rule, **{path: replace(term, amount=1)})
    if getattr(rule, "every", None) is Every.DAY and rule.day != 1:
        rule = replace(rule, day=1)
    return rule


def _roles(value: Sequence[str], _rule: Any) -> tuple[Role, ...]:
    return tuple(Role(one) for one in value)


def _set_flags(scope: Scope, _rule: Any) -> list[str]:
    return [flag for flag in _FLAGS if getattr(scope, flag)]


def _with_flags(value: Sequence[str], rule: Any) -> Scope:
    kept: Scope = rule.scope
    flags: Any = {flag: flag in value for flag in _FLAGS}
    return replace(kept, **flags)


def _promotes(value: Any, _rule: Any) -> str:
    return "no" if value is None else "yes"


def _promotion(value: str, rule: Any) -> Term | None:
    return (rule.promote_after or _AT_FIRST) if value == "yes" else None


def _is_promoting(rule: Any) -> bool:
    return rule.promote_after is not None


def _is_not_daily(rule: Any) -> bool:
    return rule.every is not Every.DAY


def _flag_choices() -> Sequence[Choice]:
    return [Choice(one, label("scope_flag", one)) for one in _FLAGS]


def _role_choices() -> Sequence[Choice]:
    return [Choice(one, label("role", one)) for one in Role]


def _exception_choices() -> Sequence[Choice]:
    return [Choice(one, label("exception", one)) for one in _EXCEPTIONS]


_BOUND = Cell(
    "bound",
    cells.segments("bound", list(Bound)),
    Said(N_("Target or ceiling")),
    taken=as_code(Bound),
)
_AS_WANTED = Cell(
    "as_wanted",
    cells.yes_no,
    Said(N_("Or as long as the complainant asks")),
    shown=yes,
    taken=is_yes,
)
_POST = Cell("post", cells.post, Said(N_("Who answers for it")), taken=as_code(Post))
_APPROVER = Cell(
    "approver", cells.post_or_nobody, Said(N_("Who approves an overrun")), taken=as_code(Post)
)
_TO = Cell("to", cells.post_or_nobody, Said(N_("Presented to")), taken=as_code(Post))
_OR_TO = Cell("or_to", cells.post_or_nobody, Said(N_("or to")), taken=as_code(Post))
_SCOPE = (
    Cell(
        "scope.severities",
        cells.severities,
        Said(N_("Severities")),
        2,
        taken=codes,
        hint=Said(N_("None chosen: every severity")),
    ),
    Cell(
        "scope",
        cells.many_of(_flag_choices),
        Said(N_("Which cases")),
        2,
        shown=_set_flags,
        taken=_with_flags,
    ),
)
_CLOCK = (*term("term"), _BOUND, _AS_WANTED, _POST, _APPROVER, *_SCOPE)

_CALLBACK = (
    *term("term"),
    Cell("least", cells.number, Said(N_("Callbacks at least"))),
    Cell("coverage", cells.number, Said(N_("Share of the cases, in percent"))),
    Cell(
        "exceptions",
        cells.many_of(_exception_choices),
        Said(N_("Let off with a reason")),
        2,
        taken=codes,
    ),
    Cell("again", cells.yes_no, Said(N_("Once more after rework")), shown=yes, taken=is_yes),
    _POST,
    *_SCOPE,
)

_SWITCHES = (
    Cell("joint_from", cells.number, Labelled("switch", "joint_from"), 2),
    Cell(
        "promote_after",
        cells.yes_no,
        Said(N_("An effective complaint that stays unsolved is raised by itself")),
        2,
        shown=_promotes,
        taken=_promotion,
    ),
    *term("promote_after", _is_promoting),
    Cell(
        "promote_to",
        cells.severity,
        Labelled("switch", "promote_to"),
        2,
        when=_is_promoting,
    ),
    Cell("consent_months", cells.number, Labelled("switch", "consent_months"), 2),
    *(
        Cell(one, cells.yes_no, Labelled("switch", one), 2, shown=yes, taken=is_yes)
        for one in ("verifier_is_other", "retransfer_forbidden")
    ),
    Cell("duty_open_days", cells.number, Labelled("switch", "duty_open_days"), 2),
)

_REPORT = (
    *names(N_("Called"), "labels", cells.line),
    Cell("every", cells.one_of("every", list(Every)), Said(N_("How often")), taken=as_code(Every)),
    Cell("day", cells.number, Said(N_("Day")), when=_is_not_daily,
         hint=Said(N_("Of the week (Monday is 1) or of the month"))),
    _POST,
)  # fmt: skip

_PASS = (
    *names(N_("Called"), "labels", cells.line),
    Cell(
        "owner",
        cells.one_of("owner_rule", list(OwnerRule)),
        Labelled("pass_lock", "owner"),
        2,
        taken=as_code(OwnerRule),
    ),
    Cell("fees", cells.yes_no, Said(N_("Fees cleared first")), shown=yes, taken=is_yes),
    Cell(
        "returnable",
        cells.yes_no,
        Said(N_("Everything comes back")),
        shown=yes,
        taken=is_yes,
    ),
)

CELLS: Mapping[str, tuple[Cell, ...]] = MappingProxyType(
    {
        **ORDERS_CELLS,
        "policy": names(N_("Name of the policy"), "labels", cells.line),
        "severities": (
            *names(N_("Called"), "labels", cells.line),
            *names(N_("Definition"), "definition", cells.text),
        ),
        "clocks": _CLOCK,
        "forwards": (*term("term"), _BOUND, _TO, _OR_TO, _POST, _APPROVER, *_SCOPE),
        "callbacks": _CALLBACK,
        "close": _SCOPE,
        "forms": names(N_("Title"), "labels", cells.line),
        "reports": _REPORT,
        "passes": _PASS,
        "switches": _SWITCHES,
        "posts": (
            *names(N_("Called"), "labels", cells.line),
            Cell("roles", cells.many_of(_role_choices), Said(N_("Who may act")), 2, taken=_roles),
        ),
    }
)
