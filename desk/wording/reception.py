"""Words of the reception register."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "reception.happened_at.future": N_("This time is still to come. Enter when it happened."),
    "reception.happened_at.past": N_("This is more than ten years ago. Check the year."),
    "reception.person.missing": N_("Choose a resident, or write down who it was."),
    "reception.request.missing": N_("Write down what was asked."),
    "reception.answer.missing": N_("Write down what was done before it is closed."),
}

LABELS: dict[str, dict[str, str]] = {
    "channel": {
        "walk_in": N_("Walk-in"),
        "phone": N_("Phone"),
        "letter": N_("Letter"),
        "fax": N_("Fax"),
        "email": N_("E-mail"),
        "suggestion_box": N_("Suggestion box"),
        "staff": N_("Staff"),
        "media": N_("Media"),
        "network": N_("Online"),
    },
    "reception_kind": {
        "inquiry": N_("Inquiry"),
        "complaint": N_("Complaint"),
        "help": N_("Asking for help"),
        "business": N_("Business"),
        "visitor": N_("Visitor"),
    },
    "reception_state": {
        "open": N_("Open"),
        "closed": N_("Closed"),
    },
}
