"""Words of papers that are out, that came home, and of what a scanned code is."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    # What is refused
    "signed_paper.signed_by.missing": N_("Write down who signed it."),
    "signed_paper.signed_on.missing": N_("Enter the day of signing."),
    "signed_paper.signed_on.future": N_("This day is still to come. Enter the day of signing."),
    "signed_paper.signed_on.before_print": N_("Nobody signed it before it was printed."),
    "signed_paper.void": N_("It is void. A paper that is void is not taken in."),
    "signed_paper.stays": N_("Nobody signs a paper of this kind and brings it back."),
    "signed_paper.home": N_("It is home already. Confirm that this is a further copy of it."),
    "signed_paper.replaced": N_(
        "It was printed again since. Confirm that the older paper is the one that was signed."
    ),
    "signed_paper.let_go": N_("It was let go. Confirm that it came home after all."),
    "signed_paper.pages.many": N_("At most {most} pages are attached to one paper."),
    "signed_paper.page.empty": N_("{file} is empty."),
    "signed_paper.page.type": N_("{file} is neither a picture (PNG, JPEG) nor a PDF."),
    "signed_paper.withdrawn": N_("It was withdrawn already."),
    "signed_paper.why.missing": N_("Write down why."),
    # What a code is
    "scanned.paper": N_("{form:form} {number}, printed {when} by {who}."),
    "scanned.paper_again": N_("{form:form} {number}, reprint {reprint}, printed {when} by {who}."),
    "scanned.out": N_("It is out and waited for."),
    "scanned.home": N_("It is home already."),
    "scanned.replaced": N_("It was replaced by a reprint: this paper is an older version."),
    "scanned.let_go": N_("Nobody waits for it any more: {why}"),
    "scanned.failed": N_("It was answered that this print did not come out; here it is."),
    "scanned.stays": N_("Nobody brings a paper of this kind back."),
    "scanned.never_printed": N_("{number} is on record, but this paper was never printed of it."),
    "scanned.void": N_("It is void. Nothing is released or done upon it."),
    "scanned.unknown": N_("No record of this desk bears the number {number}."),
    "scanned.forged": N_("Its seal is not that of this desk. The paper for {number} is forged."),
    "scanned.misread": N_("The check character does not fit {code}. Scan or type it once more."),
    "scanned.no_code": N_("This is no code of a paper."),
    "scanned.signed": N_("Signed by {by} on {day}, taken in {when} by {who}."),
    "scanned.signed_withdrawn": N_(
        "Signed by {by} on {day}, taken in {when} by {who}, withdrawn: {why}"
    ),
    "scanned.newer": N_("The reprint was made {when} by {who}."),
    "scanned.same": N_("The reprint says the same."),
    "scanned.changed": N_("Changed since – {field:paper_value}: {before} → {after}"),
    "scanned.more": N_("and {count} more"),
}

LABELS: dict[str, dict[str, str]] = {
    "paper_standing": {
        "out": N_("Not back yet"),
        "home": N_("Back, signed"),
        "replaced": N_("Replaced"),
        "let_go": N_("Let go"),
        "failed": N_("Did not come out"),
        "stays": N_("Not signed"),
        "never_printed": N_("Never printed"),
        "void": N_("Void"),
        "unknown": N_("Unknown number"),
        "forged": N_("Forged"),
        "misread": N_("Misread"),
        "no_code": N_("No code"),
    },
    "paper_outcome": {
        "asked": N_("Not answered"),
        "printed": N_("Came out"),
        "failed": N_("Did not come out"),
    },
    "ticked": {
        "sheet_returned": N_("The sheet is back from the department (R145)."),
        "signed_copy": N_("The signed copy is with the desk (R166)."),
        "corrective_action_done": N_("What the sheet asks for was carried out (R146)."),
        "slip_answered": N_("The department has answered the slip (R213)."),
        "owner_signature": N_("The owner has confirmed by signature (R40)."),
        "gate_copy": N_("The gate's copy is back."),
        "key_loan.slip": N_("The signed loan slip is back."),
        "custody_agreement.owner_signature": N_("The owner has signed the agreement (R112)."),
        "key_receipt.signature": N_("The owner has signed for the keys (R34)."),
        "key_count.sheet": N_("The signed count sheet is back."),
    },
    "paper_value": {
        "about": N_("About whom"),
        "address": N_("Address"),
        "complainant": N_("Complainant"),
        "contact": N_("Contact"),
        "content_class": N_("Content"),
        "course": N_("What happened"),
        "demand": N_("What is asked for"),
        "department": N_("Department"),
        "matter": N_("Matter"),
        "nature": N_("Nature"),
        "place": N_("Place"),
        "process": N_("How it was handled"),
        "received_at": N_("Received"),
        "result": N_("Result"),
        "severity": N_("Severity"),
        "text": N_("Text"),
        "unit": N_("Unit"),
    },
}
