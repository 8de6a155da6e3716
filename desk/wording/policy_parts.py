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
    "order_condition": {
        "done": N_("Work done"),
        "signed": N_("Signed by the customer"),
        "opinion": N_("Customer’s opinion"),
        "paid": N_("Paid or waived"),
        "slip_back": N_("Slip back at the desk"),
        "changes": N_("Changes confirmed"),
        "damage": N_("Damage settled"),
        "rework": N_("Redone until right"),
    },
    "arrival": {
        "owner": N_("Owner"),
        "tenant": N_("Tenant"),
    },
    "holder": {
        "person": N_("Natural person"),
        "company": N_("Company"),
    },
}
