"""Words for what is wrong with a text as such."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "text.too_long": N_(
        "This text has {length} characters; at most {limit} fit."
        " Shorten it, or attach it as a file."
    ),
}

LABELS: dict[str, dict[str, str]] = {}
