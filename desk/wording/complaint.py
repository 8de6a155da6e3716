"""Words of the complaint and of what is attached to it."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "complaint.received_at.future": N_("This time is still to come. Enter when it was reported."),
    "complaint.received_at.past": N_("This is more than ten years ago. Check the year."),
    "complaint.occurred_at.missing": N_("Ask when it happened, and enter day and time."),
    "complaint.occurred_at.after_received": N_(
        "It cannot have happened after it was reported. Check both times."
    ),
    "complaint.complainant.missing": N_("Choose a resident, or write down who complains."),
    "complaint.place.missing": N_("Write down where it happened."),
    "complaint.about.missing": N_("Write down which person or department it is about."),
    "complaint.course.missing": N_("Write down briefly what happened."),
    "complaint.demand.missing": N_("Write down what the resident asks for."),
    "complaint.contact.missing": N_("Write down how the resident can be reached."),
    "complaint.why.missing": N_("Say why its nature is judged anew."),
    "complaint.process.missing": N_("Write down how it was handled."),
    "complaint.result.missing": N_("Write down the final result."),
    "complaint.not_handled": N_("Handle the complaint first; then it can be closed."),
    "complaint.handled_already": N_("This complaint is handled already."),
    "complaint.closed": N_("This complaint is closed; nothing in it changes any more."),
    "complaint.linked": N_("This visit is registered as complaint {number} already."),
    "attachment.empty": N_("This file is empty."),
    "attachment.type": N_("Only pictures (PNG, JPEG) and PDF files can be attached."),
    "attachment.lost": N_(
        "This attachment is missing from the data folder. Bring its file back from the last backup."
    ),
    "attachment.damaged": N_(
        "This attachment is damaged and is not shown. Bring its file back from the last backup."
    ),
    "attachment.unreadable": N_(
        "This attachment cannot be read. Ask for the right to read the data folder, then try again."
    ),
}

LABELS: dict[str, dict[str, str]] = {
    "nature": {
        "effective": N_("Effective"),
        "help": N_("Seeking help"),
        "consulting": N_("Consulting"),
        "venting": N_("Venting"),
    },
    "content_class": {
        "equipment": N_("Equipment"),
        "attitude": N_("Service attitude"),
        "quality": N_("Service quality"),
        "emergency": N_("Sudden event"),
    },
    "severity": {
        "minor": N_("Minor"),
        "important": N_("Important"),
        "major": N_("Major"),
    },
    "contact_method": {
        "phone": N_("By phone"),
        "visit": N_("In person"),
        "letter": N_("By letter"),
        "email": N_("By e-mail"),
    },
    "complaint_state": {
        "registered": N_("Registered"),
        "handled": N_("Handled"),
        "closed": N_("Closed"),
    },
}
