"""Words of preview and print."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "paper.glyph.missing": N_(
        "No face of the program has the character {character} ({code_point}), so nothing was"
        " printed. Write it in another way."
    ),
    "paper.face.missing": N_(
        "The font file {file} is missing, so nothing was printed. Install the program again."
    ),
    "paper.face.damaged": N_(
        "The font file {file} is damaged, so nothing was printed. Install the program again."
    ),
    "paper.printer_gone": N_(
        "The printer {printer} is not there any more. Switch it on or choose another; nothing was"
        " marked as printed."
    ),
    "paper.printer_refused": N_(
        "The printer {printer} did not take the job. Check paper and cable, then print again;"
        " nothing was marked as printed."
    ),
    "paper.no_printer": N_(
        "No printer is set up on this PC. Set one up, or save to a file instead."
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
        "coordination_slip": N_("Reception coordination slip"),
    },
}
