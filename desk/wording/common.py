"""Words that belong to no single room."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "record.not_found": N_("This record is not here: {kind:record} {key}."),
    "record.stale": N_("{by} changed this record meanwhile. Open it again to see how it stands."),
}

LABELS: dict[str, dict[str, str]] = {
    "language": {
        "en": "English",
        "zh_Hant": "繁體中文",
        "zh_Hans": "简体中文",
    },
    "record": {
        "account": N_("Account"),
        "approval": N_("Approval"),
        "attachment": N_("Attachment"),
        "breach": N_("Breach"),
        "building": N_("Building"),
        "business_calendar": N_("Opening hours"),
        "calendar_year": N_("Announced year"),
        "complaint": N_("Complaint"),
        "coordination_slip": N_("Coordination slip"),
        "department": N_("Department"),
        "draft": N_("Set-aside form"),
        "duty": N_("Duty"),
        "duty_notice": N_("Notice of completion"),
        "estate": N_("Estate"),
        "faq": N_("Frequent question"),
        "handover": N_("Hand-over"),
        "history": N_("History"),
        "identity_document": N_("Identity paper"),
        "phone": N_("Phone"),
        "policy": N_("Policy"),
        "print_log": N_("Print log"),
        "reception": N_("Reception"),
        "record": N_("Record"),
        "reference_text": N_("Reference text"),
        "resident": N_("Resident"),
        "sequence": N_("Sequence of numbers"),
        "slip_department": N_("Department on a slip"),
        "standing_instruction": N_("Standing instruction"),
        "unit": N_("Unit"),
    },
    "week": {
        "0": N_("Monday"),
        "1": N_("Tuesday"),
        "2": N_("Wednesday"),
        "3": N_("Thursday"),
        "4": N_("Friday"),
        "5": N_("Saturday"),
        "6": N_("Sunday"),
    },
    "region": {
        "HK": N_("Hong Kong"),
        "TW": N_("Taiwan"),
        "CN": N_("Mainland China"),
    },
    "calendar": {
        "gregorian": N_("Gregorian years"),
        "roc": N_("Republic of China years"),
    },
}
