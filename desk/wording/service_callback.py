"""Words of the callbacks of services 服務回訪."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "service_callback.not_done": N_("The work is not done yet; the callback follows it."),
    "service_callback.answered": N_("The customer has answered already."),
    "service_callback.at.future": N_("This moment has not come yet."),
    "service_callback.at.before": N_("That is before the work was done."),
    "service_callback.how.missing": N_("Choose how the customer was called back."),
    "service_callback.score.missing": N_("Ask for this too: 5 is very good, 1 is bad."),
    "service_callback.score.outside": N_("A score is a whole number from 1 to 5."),
    "service_callback.tries": N_(
        "Tried in vain {counted} of {asked} times. Tries count at least {minutes} minutes apart."
    ),
    "service_callback.words.missing": N_("Write down what the customer is not satisfied with."),
    "service_callback.customer_signature": N_("At the door the customer signs: write the name."),
    "service_callback.signature": N_("Whoever called signs: write the name."),
    "service_callback.not_reached": N_("Who was not reached gives no scores."),
    "service_callback.void": N_("This callback is void."),
    "service_callback.no_result": N_("There is no result to tell: the customer was not reached."),
    "service_callback.told": N_("The provider has been told already."),
    "service_callback.told_to.missing": N_("Write down who was told the result."),
    "service_callback.told_at.before": N_("That is before the callback was made."),
    "service_callback.void_why.missing": N_("Write down why it is void."),
    "service_callback.person.missing": N_("Choose who was complained about."),
    "service_callback.mark_why.missing": N_("Write down what was complained about."),
    "service_callback.complaint.unknown": N_("There is no record of this number."),
    "service_callback.not_a_visit": N_("A home visit is made at the door."),
}

LABELS: dict[str, dict[str, str]] = {
    "aspect": {
        "timeliness": N_("In time"),
        "manners": N_("Manners"),
        "quality": N_("Quality of the work"),
        "requirement": N_("As it was wished"),
    },
    "callback_kind": {
        "new_agreement": N_("Newly signed agreement"),
        "new_service": N_("Newly offered service"),
        "new_person": N_("New service person"),
        "complained_person": N_("Service person complained about last time"),
        "drawn": N_("Drawn in a sample"),
        "visit": N_("To be made at the door"),
    },
    "callback_score": {
        "5": N_("5 · very good"),
        "4": N_("4 · good"),
        "3": N_("3 · fair"),
        "2": N_("2 · poor"),
        "1": N_("1 · bad"),
    },
}
