"""Words of the callback."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "callback.not_told": N_("Tell the complainant the result first; the callback follows it."),
    "callback.how.missing": N_("Choose how the complainant was called back."),
    "callback.outcome.missing": N_("Choose what became of the callback."),
    "callback.why.missing": N_("Write down why nobody answered the callback."),
    "callback.not_reached": N_("Who was not reached cannot say whether it is satisfactory."),
    "callback.satisfaction.missing": N_("Ask how satisfied the complainant is."),
    "callback.opinion.missing": N_("Write down what the complainant is not satisfied with."),
    "callback.order.not_supervisor": N_("The supervisor orders callbacks."),
    "callback.again.open": N_(
        "This case is still open. Have the work done over instead of a new complaint."
    ),
}

LABELS: dict[str, dict[str, str]] = {
    "callback_how": {
        "phone": N_("By phone"),
        "visit": N_("In person"),
        "questionnaire": N_("Questionnaire"),
    },
    "callback_outcome": {
        "reached": N_("Reached"),
        "unreachable": N_("Could not be reached"),
        "inconvenient": N_("Not convenient"),
        "declined": N_("Declined"),
    },
    "satisfaction": {
        "very": N_("Very satisfied"),
        "satisfied": N_("Satisfied"),
        "fair": N_("Fairly satisfied"),
        "dissatisfied": N_("Dissatisfied"),
    },
}
