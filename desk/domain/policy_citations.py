"""Which clauses a policy cites, and at which of its rules."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from desk.domain.policy import Policy

SWITCH_CLAUSES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "joint_from": ("R10",),
        "promote_after": ("R137", "K19"),
        "promote_to": ("R137",),
        "consent_months": ("R173",),
        "verifier_is_other": ("R172",),
        "retransfer_forbidden": ("R213", "K14"),
        "duty_open_days": ("R220",),
    }
)

OUR_SWITCHES = frozenset({"duty_open_days"})  # the number is our reading

# Which clauses ask for the papers of register F.
FORM_CLAUSES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "F1": ("R18",),
        "F2": ("R19",),
        "F3": ("R88",),
        "F4": ("R140", "R151"),
        "F5": ("R143", "R151"),
        "F6": ("R155", "R165", "R174", "R175"),
        "F7": ("R175",),
        "F10": ("R184",),
        "F13": ("R126",),
        "F14": ("R93",),
        "F15": ("R10",),
    }
)


def citations(policy: Policy) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every rule of the policy by its name, such as `solve.minor` or `close.told`."""
    for severity in policy.severities:
        yield f"severity.{severity.code}", severity.clauses
    for clock in policy.every_clock():
        yield clock.code, clock.clauses
    for callback in policy.callbacks:
        yield callback.code, callback.clauses
    for rule in policy.close:
        yield f"close.{rule.condition}", rule.clauses
    for form in policy.forms:
        yield f"form.{form.act}", (form.form, *FORM_CLAUSES.get(form.form, ()))
    for report in policy.reports:
        yield f"report.{report.code}", report.clauses
    for release in policy.passes:
        yield f"pass.{release.kind}", release.clauses
    yield from _order_citations(policy)
    yield from _move_in_citations(policy)
    for name, clauses in SWITCH_CLAUSES.items():
        yield f"switch.{name}", clauses


def _order_citations(policy: Policy) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Orders, and their callbacks (K9)."""
    yield "orders", policy.orders.clauses
    yield "orders.callback", policy.orders.callback.clauses


def _move_in_citations(policy: Policy) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Move-ins, and each paper that is asked for, signed or handed over."""
    yield "move_in", policy.move_in.clauses
    for document in policy.move_in.documents:
        yield f"document.{document.code}", document.clauses
    for agreement in policy.move_in.agreements:
        yield f"agreement.{agreement.code}", agreement.clauses
    for material in policy.move_in.materials:
        yield f"material.{material.code}", material.clauses
