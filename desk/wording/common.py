"""Words that belong to no single room."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {}

LABELS: dict[str, dict[str, str]] = {
    "language": {
        "en": "English",
        "zh_Hant": "繁體中文",
        "zh_Hans": "简体中文",
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
