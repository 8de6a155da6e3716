"""Words of the complaint and of what is attached to it."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "complaint.received_at.future": N_("This time is still to come. Enter when it was reported."),
    "complaint.received_at.after_step": N_(
        "Something was done in this case before then. Enter when it was reported."
    ),
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
    "complaint.why.missing": N_("Say why nature or severity is judged anew."),
    "complaint.process.missing": N_("Write down how it was handled."),
    "complaint.result.missing": N_("Write down the final result."),
    "complaint.not_handled": N_("Handle the complaint first."),
    "complaint.handled_already": N_("This complaint is handled already."),
    "complaint.closed": N_("This complaint is closed; nothing in it changes any more."),
    "complaint.explained": N_(
        "This was explained on the spot; it is no case and needs no closing."
    ),
    "complaint.not_filed": N_("Judge first whether it becomes a case."),
    "complaint.signed_copy.missing": N_(
        "The signed repair slip is not back. Ask for its copy and enter who signed."
    ),
    "complaint.notice.missing": N_(
        "No notice that the work is done. Enter the document, the message or the supervisor's word."
    ),
    "complaint.verified.missing": N_(
        "Nobody has verified it. Somebody who did not handle it goes and looks."
    ),
    "complaint.verified.by_handler": N_(
        "The handler has verified it. Let somebody else look and verify it again."
    ),
    "complaint.side_problem.open": N_(
        "Side problems still open: {count}. File each on its own, or write down how it was settled."
    ),
    "complaint.agreement.missing": N_(
        "The estate manager has not agreed to the closing. Ask for the manager's word."
    ),
    "complaint.consent.missing": N_(
        "What cannot be handled needs the estate manager's consent, once a quarter."
    ),
    "complaint.overrun.unapproved": N_(
        "{clock}: ran out, and the overrun is not approved. Ask {post} for a word."
    ),
    "complaint.overrun.written_away": N_(
        "A clock ran out before this. Have the overrun approved first, then enter it."
    ),
    "complaint.told.missing": N_("The complainant has not heard the result. Tell it."),
    "complaint.why_it_happened.missing": N_("Write down why it happened."),
    "complaint.what_was_learnt.missing": N_("Write down what was learnt."),
    "complaint.how_to_avoid.missing": N_("Write down how to avoid it."),
    "complaint.corrective_action.missing": N_(
        "The corrective-action sheet is missing. Fill it in."
    ),
    "complaint.corrective_action.unverified": N_(
        "The corrective action is not verified. See whether it works, and verify it."
    ),
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
        "closed": N_("Closed case"),
        "explained": N_("Explained on the spot"),
    },
    "impact": {
        "none": N_("This case alone"),
        "common": N_("Common or wider impact"),
        "major": N_("Major impact"),
    },
    "urgency": {
        "a": N_("a. Delay makes it worse, such as a joint complaint"),
        "b": N_("b. The complainant asks for it, and it can be done"),
        "c": N_("c. Minor, the facts are clear and easy to judge"),
        "d": N_("d. Acting at once takes effect at once"),
        "e": N_("e. The company faces a serious crisis"),
    },
    "step": {
        "sheet_signed": N_("Sheet signed for"),
        "progress": N_("Progress told"),
        "urged": N_("Urged"),
        "called_in": N_("Called in"),
        "immediate": N_("Acted upon at once"),
        "signed_copy": N_("Signed copy back"),
        "notice": N_("Notice of completion"),
        "verified": N_("Verified"),
        "unsolvable": N_("Cannot be handled for now"),
        "taken_up": N_("Taken up again"),
        "callback_ordered": N_("Callback ordered"),
        "complained_again": N_("Complained again"),
        "follows": N_("Follows an earlier case"),
    },
}
