"""Words of the corrective-action sheet."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "corrective_action.cause.missing": N_("Write down the cause."),
    "corrective_action.correction.missing": N_("Write down how it is put right."),
    "corrective_action.prevention.missing": N_("Write down how its return is prevented."),
    "corrective_action.responsible.missing": N_("Write down who is responsible."),
    "corrective_action.due_on.missing": N_("Enter by which day it is to be done."),
    "corrective_action.due_on.past": N_("This day is over. Enter one that is to come."),
    "corrective_action.none": N_("There is no corrective-action sheet yet."),
    "corrective_action.not_done": N_("What stands on the sheet was not carried out yet."),
    "corrective_action.done_already": N_("What stands on the sheet was carried out already."),
    "corrective_action.done.missing": N_("Write down what was carried out."),
    "corrective_action.done.before_written": N_("This is before the sheet was written."),
    "corrective_action.verified.missing": N_("Write down what the verification found."),
    "corrective_action.verified_already": N_("The corrective action was verified already."),
    "corrective_action.verified_by_writer": N_(
        "You wrote this sheet. Let somebody else verify what was done."
    ),
}

LABELS: dict[str, dict[str, str]] = {}
