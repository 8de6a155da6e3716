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
    "paper.printer_stopped": N_(
        "The printer {printer} is stopped. See to its paper and its cover, start it again, then"
        " print; nothing was marked as printed."
    ),
    "paper.printer_rejecting": N_(
        "The printer {printer} takes no jobs now. Let it accept jobs again, or choose another;"
        " nothing was marked as printed."
    ),
    "paper.size_refused": N_(
        "The printer {printer} cannot be set to paper of {width} × {height} mm. Choose another"
        " paper or another printer; nothing was marked as printed."
    ),
    "paper.printer_refused": N_(
        "The printer {printer} did not take the job. Check paper and cable, then print again;"
        " nothing was marked as printed."
    ),
    "paper.no_printer": N_(
        "No printer is set up on this PC. Set one up, or save to a file instead."
    ),
    "calibration.missing": N_("Measure this on the page, and type it in millimetres."),
    "paper.not_shown": N_("This document is damaged and cannot be shown."),
    "paper.size.unfit": N_("This form does not stand on {paper}. It stands on: {papers}."),
    "paper.copies.bounds": N_("Print at most {most} copies at a time."),
    "paper.answered": N_(
        "Somebody has said already what came of this print: {outcome:print_outcome}."
    ),
    "paper.let_go.home": N_("This paper has come home already."),
    "paper.let_go.already": N_("This paper was let go already."),
    "paper.let_go.not_out": N_("Nobody waits for this paper."),
    "paper.let_go.why": N_("Say why the paper will not come back."),
    "paper.batch.refused": N_("{number}: {why}"),
    "paper.batch.empty": N_("There is nothing to print, so no file was written."),
    "paper.again.not_kept": N_(
        "This was printed before version 0.3.0: its values were kept, its pages were not."
    ),
    "paper.again.damaged": N_(
        "What was kept of this print is damaged: it is not what was printed. Look for it in a"
        " backup."
    ),
    "paper.corrective_action.missing": N_("Write the corrective-action sheet first."),
    "paper.special_report.missing": N_("Write the special report first."),
    "paper.authorisation.nobody": N_(
        "The owner comes in person, so nobody needs a letter of authority. Say on the case who"
        " comes for the owner."
    ),
    "paper.period.missing": N_("Enter a day."),
    "paper.period.reversed": N_("The last day is before the first. Exchange the two."),
    "paper.period.too_much": N_(
        "The period has more than {most} entries. Choose a shorter one, and print it in parts."
    ),
}

LABELS: dict[str, dict[str, str]] = {
    "caption": {
        "stub": N_("Stub"),
        "customer": N_("Customer"),
        "gate": N_("Gate"),
        "department": N_("Department"),
        "accounts": N_("Accounts office"),
        "provider": N_("Provider"),
        "supplier": N_("Supplier"),
        "builder": N_("Builder"),
    },
    "paper_code": {
        "A4": N_("A4"),
        "A5": N_("A5"),
        "241x279": N_("Continuous 241 × 279 mm"),
        "241x140": N_("Continuous 241 × 140 mm"),
        "241x93": N_("Continuous 241 × 93 mm"),
    },
    "tray": {
        "upper": N_("Upper tray"),
        "middle": N_("Middle tray"),
        "lower": N_("Lower tray"),
        "manual": N_("By hand"),
        "cassette": N_("Cassette"),
        "tractor": N_("Tractor"),
    },
    "print_outcome": {
        "asked": N_("Not answered yet"),
        "printed": N_("Came out"),
        "failed": N_("Did not come out"),
    },
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
        "release_pass": N_("Release pass"),
        "key_receipt": N_("Key receipt"),
        "custody_agreement": N_("Custody agreement of keys"),
        "key_use_log": N_("Log of the use of keys"),
        "key_loan": N_("Key loan slip"),
        "key_count": N_("Key handover and count sheet"),
        "service_order": N_("Commissioned service order"),
        "repair_slip": N_("Repair slip"),
        "price_board": N_("Price board"),
        "supplier_agreement": N_("Supplier agreement"),
        "service_agreement": N_("Long-term service agreement"),
        "receipt": N_("Receipt of money"),
        "service_figures": N_("Analysis of services"),
        "work_log": N_("Work log of a period"),
        "owner_registration": N_("Owner registration form"),
        "owner_card": N_("Owner card"),
        "inspection": N_("Inspection sheet of a home"),
        "defect_list": N_("Follow-up of defects"),
        "move_in_agreement": N_("Agreements signed at move-in"),
        "materials_receipt": N_("Receipt of materials"),
        "document_list": N_("List of move-in papers"),
        "move_in_notice": N_("Move-in notice"),
        "authorisation": N_("Power of attorney"),
        "fee_mandate": N_("Mandate to collect fees"),
    },
}
