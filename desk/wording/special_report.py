"""Words of the special report."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "special_report.not_asked": N_(
        "Special reports are written about major, important and hot cases."
    ),
    "special_report.written": N_("The special report of this case is filed as {volume}."),
    "special_report.not_written": N_("This case has no special report yet."),
    "special_report.cause.missing": N_("Write down why it happened."),
    "special_report.handling.missing": N_("Write down how it was handled."),
    "special_report.review.missing": N_("Write down how the handling and its result are judged."),
    "special_report.improvement.missing": N_("Write down what is improved."),
}

LABELS: dict[str, dict[str, str]] = {}
