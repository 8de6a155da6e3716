"""Words of the parts of a policy that speak of orders and of moving in."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {}

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
