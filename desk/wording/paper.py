"""Words of preview and print."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "paper.printer_gone": N_(
        "The printer {printer} is not there any more. Switch it on or choose another; nothing was"
        " marked as printed."
    ),
    "paper.printer_refused": N_(
        "The printer {printer} did not take the job. Check paper and cable, then print again;"
        " nothing was marked as printed."
    ),
    "paper.not_shown": N_("This document is damaged and cannot be shown."),
}

LABELS: dict[str, dict[str, str]] = {
    "destination": {
        "printer": N_("Printer"),
        "pdf": N_("PDF file"),
    },
    "form": {
        "complaint_sheet": N_("Customer complaint sheet"),
    },
}
