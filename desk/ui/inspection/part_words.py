"""Words of the deeds of an inspection and of what they ask for."""

from decimal import Decimal

from desk.i18n import _, pgettext
from desk.services.inspection import Inspection


def finish_lead(known: Inspection) -> str:
    """What follows from settling it."""
    failed = len(known.facts.failed)
    if not failed:
        return _("Every part passes. Nothing is changed on the sheet afterwards.")
    told = _("Parts that failed become defects of {builder}: {count} (R35).")
    return told.format(builder=known.detail.builder, count=failed)


def rooms_lead() -> str:
    """How rooms and parts are typed."""
    return _("A room a line, its parts behind a colon. What was looked at already has to stay.")


def sign_lead() -> str:
    """That the sheet signs by itself."""
    return _("The sheet that comes home by its QR writes all three down by itself (R30).")


def template_lead() -> str:
    """What follows from it."""
    return _("The next inspections of the estate begin with these rooms and parts.")


def home_words() -> str:
    """At the home, as it is worded."""
    return pgettext("inspection deeds", "At the home")


def sign_words() -> str:
    """Settle and sign, as it is worded."""
    return pgettext("inspection deeds", "Settle and sign")


def care_words() -> str:
    """Correct and print, as it is worded."""
    return pgettext("inspection deeds", "Correct and print")


def meters() -> str:
    """Meters, as it is worded."""
    return pgettext("inspection deed", "Meters")


def people() -> str:
    """Who comes, as it is worded."""
    return pgettext("inspection deed", "Who comes")


def rooms() -> str:
    """Rooms and parts, as it is worded."""
    return pgettext("inspection deed", "Rooms and parts")


def finish() -> str:
    """Settle it, as it is worded."""
    return pgettext("inspection deed", "Settle it")


def sign() -> str:
    """Signed by hand, as it is worded."""
    return pgettext("inspection deed", "Signed by hand")


def unsign() -> str:
    """Not signed after all, as it is worded."""
    return pgettext("inspection deed", "Not signed after all")


def template() -> str:
    """Make these rooms the template, as it is worded."""
    return pgettext("inspection deed", "Make these rooms the template")


def print_list() -> str:
    """Print the defects, as it is worded."""
    return pgettext("inspection deed", "Print the defects")


def save() -> str:
    """Save, as it is worded."""
    return _("Save")


def rooms_field() -> str:
    """Rooms and parts, as it is worded."""
    return pgettext("inspection", "Rooms and parts")


def builder() -> str:
    """Builder, as it is worded."""
    return _("Builder")


def contact() -> str:
    """Who comes for the builder, as it is worded."""
    return pgettext("inspection", "Who comes for the builder")


def phone() -> str:
    """Phone, as it is worded."""
    return _("Phone")


def owner() -> str:
    """Who comes for the owner, as it is worded."""
    return pgettext("inspection", "Who comes for the owner")


def staff() -> str:
    """Property staff who come along, as it is worded."""
    return pgettext("inspection", "Property staff who come along")


def held_on() -> str:
    """Day at the home, as it is worded."""
    return pgettext("inspection", "Day at the home")


def remark() -> str:
    """Remark, as it is worded."""
    return pgettext("inspection", "Remark")


def whose() -> str:
    """Whose signature, as it is worded."""
    return pgettext("inspection", "Whose signature")


def signed_by() -> str:
    """Signed by, as it is worded."""
    return pgettext("inspection", "Signed by")


def signed_on() -> str:
    """Signed on, as it is worded."""
    return pgettext("inspection", "Signed on")


def reading(value: Decimal) -> str:
    """What a meter showed, without empty decimals."""
    return pgettext("meter", "Reading {value}").format(value=f"{value.normalize():f}")
