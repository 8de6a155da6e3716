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
    "paper.corrective_action.missing": N_("Write the corrective-action sheet first."),
    "paper.special_report.missing": N_("Write the special report first."),
    "paper.period.missing": N_("Enter a day."),
    "paper.period.reversed": N_("The last day is before the first. Exchange the two."),
    "paper.period.too_much": N_(
        "The period has more than {most} entries. Choose a shorter one, and print it in parts."
    ),
}

LABELS: dict[str, dict[str, str]] = {
    "destination": {
        "printer": N_("Printer"),
        "pdf": N_("PDF file"),
    },
    "form": {
        "complaint_sheet": N_("Customer complaint sheet"),
        "complaint_record": N_("Complaint handling record"),
        "corrective_action": N_("Corrective-action sheet"),
        "special_report": N_("Special report"),
        "joint_report": N_("Report of a joint complaint"),
        "coordination_slip": N_("Reception coordination slip"),
        "disposal_record": N_("Record of sheets handed out"),
        "follow_up_register": N_("Follow-up register of cases"),
        "monthly_summary": N_("Monthly summary of complaints"),
    },
}
