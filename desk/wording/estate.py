"""Words of the estate, its households and the people in them."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "estate.name.missing": N_("Enter the name of the estate."),
    "resident.name.missing": N_("Enter the resident's name."),
    "resident.company.missing": N_("Enter the company this person works for."),
    "resident.name.twice": N_(
        "Somebody of this name lives in this unit already. Tell the two apart in the name."
    ),
    "building.name.missing": N_("Enter the building."),
    "unit.door.missing": N_("Enter a floor or a door."),
    "unit.exists": N_("This unit is already written down."),
    "identity.number.twice": N_("This paper is already written down."),
    "instruction.text.missing": N_("Write down what everybody at the desk should know."),
    "instruction.ends_before_start": N_("It cannot end before it starts. Check both days."),
}

LABELS: dict[str, dict[str, str]] = {
    "resident_role": {
        "owner": N_("Owner"),
        "tenant": N_("Tenant"),
        "family": N_("Family"),
        "staff": N_("Company staff"),
    },
    "person_kind": {
        "natural": N_("Person"),
        "legal": N_("Company"),
    },
    "identity_kind": {
        "hkid": N_("Hong Kong identity card"),
        "twid": N_("Taiwan identity or residence card"),
        "prc_id": N_("Resident identity card"),
        "passport": N_("Passport"),
        "business_registration": N_("Business registration"),
        "ubn": N_("Unified business number"),
        "uscc": N_("Unified social credit code"),
    },
}
