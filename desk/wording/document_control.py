"""Words of the document control head of the forms."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "document.number.missing": N_("Enter the document number."),
    "document.number.taken": N_("Another form has the document number {number}."),
    "document.edition.missing": N_("Enter the version of the document."),
    "document.effective_on.missing": N_("Enter the day from which the document holds."),
    "document.effective_on.future": N_(
        "Every form printed from now on would carry it: keep the head on the day it takes effect."
    ),
}

LABELS: dict[str, dict[str, str]] = {}
