"""The state of a record as a chip: one state, one colour and one shape, wherever it is shown."""

from collections.abc import Mapping
from typing import Final

from desk.ui.kit.chips import Chip
from desk.ui.kit.theme import Tone
from desk.wording import label

_TONES: Final[Mapping[tuple[str, str], Tone]] = {
    ("reception", "open"): Tone.DUE,
    ("reception", "closed"): Tone.DONE,
    ("complaint", "registered"): Tone.DUE,
    ("complaint", "handled"): Tone.NEUTRAL,
    ("complaint", "closed"): Tone.DONE,
    ("complaint", "explained"): Tone.DONE,
    ("coordination_slip", "open"): Tone.DUE,
    ("coordination_slip", "answered"): Tone.DONE,
    ("work_log", "kept"): Tone.NEUTRAL,
    ("work_log", "submitted"): Tone.DUE,
    ("work_log", "returned"): Tone.DONE,
    ("work_log", "void"): Tone.NEUTRAL,
    ("release_pass", "draft"): Tone.NEUTRAL,
    ("release_pass", "issued"): Tone.DUE,
    ("release_pass", "refused"): Tone.OVERDUE,
    ("release_pass", "partly_left"): Tone.DUE,
    ("release_pass", "left"): Tone.DONE,
    ("release_pass", "back"): Tone.DONE,
    ("release_pass", "expired"): Tone.OVERDUE,
    ("release_pass", "void"): Tone.NEUTRAL,
    ("service_order", "review"): Tone.DUE,
    ("service_order", "written"): Tone.NEUTRAL,
    ("service_order", "agreed"): Tone.NEUTRAL,
    ("service_order", "dispatched"): Tone.DUE,
    ("service_order", "on_site"): Tone.DUE,
    ("service_order", "done"): Tone.DUE,
    ("service_order", "rework"): Tone.OVERDUE,
    ("service_order", "closed"): Tone.DONE,
    ("service_order", "unable"): Tone.NEUTRAL,
    ("service_order", "void"): Tone.NEUTRAL,
    ("move_in", "open"): Tone.DUE,
    ("move_in", "filed"): Tone.DONE,
    ("move_in", "moved_out"): Tone.NEUTRAL,
    ("move_in", "void"): Tone.NEUTRAL,
    ("inspection", "open"): Tone.DUE,
    ("inspection", "done"): Tone.DONE,
    ("inspection", "void"): Tone.NEUTRAL,
    ("defect", "open"): Tone.DUE,
    ("defect", "done"): Tone.DUE,
    ("defect", "passed"): Tone.DONE,
    ("defect", "void"): Tone.NEUTRAL,
    ("receipt", "held"): Tone.DONE,
    ("receipt", "void"): Tone.NEUTRAL,
    ("fee_mandate", "to_sign"): Tone.DUE,
    ("fee_mandate", "in_force"): Tone.DONE,
    ("fee_mandate", "not_yet"): Tone.NEUTRAL,
    ("fee_mandate", "ended"): Tone.NEUTRAL,
    ("fee_mandate", "void"): Tone.NEUTRAL,
    ("key_set", "in"): Tone.NEUTRAL,
    ("key_set", "lent"): Tone.DUE,
    ("key_set", "lost"): Tone.OVERDUE,
    ("key_set", "returned"): Tone.DONE,
    ("key_set", "retired"): Tone.DONE,
    ("key_loan", "out"): Tone.DUE,
    ("key_loan", "overdue"): Tone.OVERDUE,
    ("key_loan", "back"): Tone.DONE,
    ("key_loan", "lost"): Tone.OVERDUE,
    ("key_loan", "void"): Tone.NEUTRAL,
    ("custody_agreement", "signing"): Tone.DUE,
    ("custody_agreement", "coming"): Tone.NEUTRAL,
    ("custody_agreement", "in_force"): Tone.NEUTRAL,
    ("custody_agreement", "run_out"): Tone.OVERDUE,
    ("custody_agreement", "ended"): Tone.DONE,
    ("custody_agreement", "void"): Tone.NEUTRAL,
    ("key_receipt", "to_sign"): Tone.DUE,
    ("key_receipt", "signed"): Tone.DONE,
    ("key_receipt", "void"): Tone.NEUTRAL,
    ("key_count", "counting"): Tone.DUE,
    ("key_count", "signed"): Tone.DUE,
    ("key_count", "done"): Tone.DONE,
    ("key_count", "void"): Tone.NEUTRAL,
}
_VOCABULARIES: Final[Mapping[str, str]] = {
    "coordination_slip": "slip_state",
    "custody_agreement": "agreement_state",
    "fee_mandate": "mandate_state",
    "key_count": "count_state",
    "key_receipt": "receipt_state",
    "receipt": "money_state",
    "release_pass": "pass_state",
    "service_order": "order_state",
}


def state_chip(record: str, state: str) -> Chip:
    """The chip of a record word ("complaint") and its state's code; KeyError for an unknown one."""
    vocabulary = _VOCABULARIES.get(record, f"{record}_state")
    return Chip(_TONES[record, state], label(vocabulary, state))
