"""Words of the parts of a policy that speak of orders and of moving in."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "policy.order.required": N_("An order is never closed before this holds; leave it."),
    "policy.tier.gap": N_("Nothing is said of the counts before. Begin this line at {begins}."),
    "policy.tier.overlap": N_("These counts stand above already. Begin this line at {begins}."),
    "policy.tier.open": N_("Only the last line goes on without an end. Enter up to how many."),
    "policy.tier.end": N_("The last line has no end, so that every count has its share."),
    "policy.tier.backward": N_("This line ends before it begins."),
    "policy.document.nothing": N_("Ask for the original, a copy or both; else take it off."),
}

LABELS: dict[str, dict[str, str]] = {
    "always_class": {
        "new_agreement": N_("New long-term agreement"),
        "new_service": N_("New service"),
        "new_person": N_("New service person"),
        "complained_person": N_("Person complained about last time"),
    },
    "denominator": {
        "orders": N_("All orders of the month"),
        "callbacks": N_("The callbacks made"),
    },
}
