"""The columns of a group's table."""

from collections.abc import Hashable, Sequence

from desk.i18n import _
from desk.ui.kit.record_model import Column
from desk.ui.policy.lines import RuleRow, line_of, state_of


def columns() -> Sequence[Column[RuleRow]]:
    """What it is called, what it lays down, what became of it."""
    return (
        Column("title", rule_words, _title, 200, stretch=True, strong=True, note=_note),
        Column("value", _value_words, _value, 180, note=_under),
        Column("state", _state_words, _state, 116, chip=state_of),
    )


def code_of(row: RuleRow) -> Hashable:
    """What tells a rule from the others."""
    return row.code


def _title(row: RuleRow) -> str:
    return line_of(row).title


def _note(row: RuleRow) -> str:
    return line_of(row).note


def _value(row: RuleRow) -> str:
    return line_of(row).value


def _under(row: RuleRow) -> str:
    return line_of(row).under


def _state(row: RuleRow) -> str:
    chip = state_of(row)
    return chip.text if chip else ""


def rule_words() -> str:
    """What a line is."""
    return _("Rule")


def _value_words() -> str:
    return _("Lays down")


def _state_words() -> str:
    return _("State")
