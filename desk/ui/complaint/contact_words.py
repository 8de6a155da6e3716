"""Words of what is said about an open case."""

from desk.domain.complaint_contact import Ageing
from desk.i18n import EstateFormat, _, ngettext
from desk.wording.deadline import duration_words


def forward() -> str:
    return _("Present to those above")


def forward_lead() -> str:
    return _("Each presentation that a rule asks for is made by itself (R4 to R6, R142, R144).")


def presented() -> str:
    return _("Presented")


def rule() -> str:
    return _("Which presentation")


def post() -> str:
    return _("To which post")


def person() -> str:
    return _("Name of the person")


def when() -> str:
    return _("When")


def how() -> str:
    return _("How")


def what() -> str:
    return _("What was said")


def told_words() -> str:
    return _("What was told")


def joint() -> str:
    return _("Report a joint complaint")


def joint_lead(count: int) -> str:
    words = ngettext(
        "{count} complainant. The complaint department of the company hears of it in writing the"
        " same day (R10).",
        "{count} complainants. The complaint department of the company hears of it in writing the"
        " same day (R10).",
        count,
    )
    return words.format(count=count)


def call_in() -> str:
    return _("Call a leader")


def call_in_lead() -> str:
    return _("Whoever cannot settle it hands it to a leader in good time (R133, R141).")


def called() -> str:
    return _("Called")


def why_called() -> str:
    return _("Why it cannot be settled at the desk")


def urge() -> str:
    return _("Urge")


def urged() -> str:
    return _("Urged")


def urged_person() -> str:
    return _("Who was urged")


def answer_of_urged() -> str:
    return _("What they say")


def urge_lead(ageing: Ageing, custom: EstateFormat) -> str:
    """R164: how long it has been open, and when it was last urged."""
    parts = [_("Open for {duration}.").format(duration=duration_words(ageing.open_for))]
    if ageing.urged_at is not None:
        words = ngettext(
            "Urged {count} time, last at {moment}.", "Urged {count} times, last at {moment}.",
            ageing.urged,
        )  # fmt: skip
        moment = custom.datetime(ageing.urged_at)
        parts.append(words.format(count=ageing.urged, moment=moment))
    parts.append(_("A case is followed until it is closed (R164)."))
    return " ".join(parts)


def answer() -> str:
    return _("Give a clear answer")


def answer_lead() -> str:
    return _("A major case owes its complainant a clear answer (R4, R150).")


def progress() -> str:
    return _("Tell the progress")


def progress_lead() -> str:
    return _("The complainant hears in time how far it is (R92).")


def told() -> str:
    return _("Told")


def hearer() -> str:
    return _("Who was told")
