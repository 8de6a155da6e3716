"""Words of closing: signed slips, notices, verification, results told, words from above."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "closing.signed_by.missing": N_("Write down who signed the slip."),
    "closing.notice_kind.missing": N_("Choose how the desk heard that it is done."),
    "closing.notice_source.missing": N_("Write down who reported that it is done."),
    "closing.notice_text.missing": N_("Write down what the notice says."),
    "closing.verify.own": N_("You handled this case. Let somebody else look and verify it."),
    "closing.seen.missing": N_("Write down what was seen when it was verified."),
    "closing.unsolvable_already": N_("It is marked as unsolvable already."),
    "closing.not_unsolvable": N_("It is not marked as unsolvable."),
    "closing.why.missing": N_("Write down the reason."),
    "closing.how.missing": N_("Choose how the result was told."),
    "closing.person.missing": N_("Write down who was told."),
    "closing.at.future": N_("This time is still to come. Enter when it happened."),
    "closing.at.before": N_("This is before what it follows. Check day and time."),
    "approval.handler": N_(
        "Who handled the case cannot approve it. Somebody else has to give the word."
    ),
    "approval.overrun.none": N_("This clock has not run out; there is no overrun to approve."),
    "approval.not_wanted": N_("Nobody’s approval is needed for this now."),
    "approval.consent.held": N_(
        "The consents of this period were given on {day}. The next ones can be given from {next}."
    ),
}

LABELS: dict[str, dict[str, str]] = {
    "notice_kind": {
        "document": N_("Document"),
        "text": N_("Text message"),
        "spoken": N_("Supervisor’s spoken word"),
    },
}
