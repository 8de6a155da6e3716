"""Words of the deeds of an inspection and of what they ask for."""

from desk.i18n import _, pgettext
from desk.services.inspection import Inspection


def finish_lead(known: Inspection) -> str:
    """Finish lead."""
    failed = len(known.facts.failed)
    if not failed:
        return _("Every part passes. Nothing is changed on the sheet afterwards.")
    told = _("Parts that failed become defects of {builder}: {count} (R35).")
    return told.format(builder=known.detail.builder, count=failed)


def rooms_lead() -> str:
    """Rooms lead."""
    return _("A room a line, its parts behind a colon. What was looked at already has to stay.")


def sign_lead() -> str:
    """Sign lead."""
    return _("The sheet that comes home by its QR writes all three down by itself (R30).")


def template_lead() -> str:
    """Template lead."""
    return _("The next inspections of the estate begin with these rooms and parts.")


def home_words() -> str:
    """Home words."""
    return pgettext("inspection deeds", "At the home")


def sign_words() -> str:
    """Sign words."""
    return pgettext("inspection deeds", "Settle and sign")


def care_words() -> str:
    """Care words."""
    return pgettext("inspection deeds", "Correct and print")


def meters() -> str:
    """Meters."""
    return pgettext("inspection deed", "Meters")


def people() -> str:
    """People."""
    return pgettext("inspection deed", "Who comes")


def rooms() -> str:
    """Rooms."""
    return pgettext("inspection deed", "Rooms and parts")


def finish() -> str:
    """Finish."""
    return pgettext("inspection deed", "Settle it")


def sign() -> str:
    """Sign."""
    return pgettext("inspection deed", "Signed by hand")


def unsign() -> str:
    """Unsign."""
    return pgettext("inspection deed", "Not signed after all")


def template() -> str:
    """Template."""
    return pgettext("inspection deed", "Make these rooms the template")


def print_list() -> str:
    """Print list."""
    return pgettext("inspection deed", "Print the defects")


def save() -> str:
    """Save."""
    return _("Save")


def rooms_field() -> str:
    """Rooms field."""
    return pgettext("inspection", "Rooms and parts")


def builder() -> str:
    """Builder."""
    return _("Builder")


def contact() -> str:
    """Contact."""
    return pgettext("inspection", "Who comes for the builder")


def phone() -> str:
    """Phone."""
    return _("Phone")


def owner() -> str:
    """Owner."""
    return pgettext("inspection", "Who comes for the owner")


def staff() -> str:
    """Staff."""
    return pgettext("inspection", "Property staff who come along")


def held_on() -> str:
    """Held on."""
    return pgettext("inspection", "Day at the home")


def remark() -> str:
    """Remark."""
    return pgettext("inspection", "Remark")


def whose() -> str:
    """Whose."""
    return pgettext("inspection", "Whose signature")


def signed_by() -> str:
    """Signed by."""
    return pgettext("inspection", "Signed by")


def signed_on() -> str:
    """Signed on."""
    return pgettext("inspection", "Signed on")
