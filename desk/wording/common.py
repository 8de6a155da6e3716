"""Words that belong to no single room."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "record.not_found": N_("There is no such record: {key}."),
    "record.stale": N_(
        "Someone else has saved this record in the meantime. Look at the record as it is now,"
        " then enter your change again."
    ),
}

LABELS: dict[str, dict[str, str]] = {
    "language": {
        "en": "English",
        "zh_Hant": "繁體中文",
        "zh_Hans": "简体中文",
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
