"""What the deeds of a version and their fields are called."""

from desk.i18n import _, pgettext


def item_words() -> str:
    """The deed that adds an item."""
    return pgettext("catalogue deed", "Add an item")


def change_item_words() -> str:
    """The deed that changes an item."""
    return pgettext("catalogue deed", "Change the item")


def save_words() -> str:
    """Writes something down."""
    return pgettext("catalogue deed", "Write it down")


def name_words() -> str:
    """What is done."""
    return pgettext("catalogue", "Service")


def code_words() -> str:
    """By what an item is known in every version."""
    return pgettext("catalogue", "Code")


def code_hint() -> str:
    """Where the code comes from."""
    return _("The same in every version. Left empty, it gets the next one.")


def price_words() -> str:
    """What it costs."""
    return pgettext("catalogue", "Price")


def unit_words() -> str:
    """By what it is counted."""
    return pgettext("catalogue", "Counted in")


def materials_words() -> str:
    """What the price includes, and what is charged beside it."""
    return pgettext("catalogue", "What the price includes")


def skill_words() -> str:
    """What whoever does it must be able to do (R251)."""
    return pgettext("catalogue", "Skill it needs")


def drop_words(name: str) -> str:
    """The deed that takes an item off."""
    return pgettext("catalogue deed", "Take off: {item}").format(item=name)


def drop_button_words() -> str:
    """The button that takes an item off."""
    return pgettext("catalogue deed", "Take it off")


def drop_lead() -> str:
    """What follows from taking an item off."""
    return _("It is no longer offered once this version is in force. Its code is not used again.")


def file_words() -> str:
    """The deed that writes the filing down (R233)."""
    return pgettext("catalogue deed", "Filing")


def file_lead() -> str:
    """Which clauses ask for the filing."""
    return _("Prices are filed where the region asks for it (R103, R233).")


def kind_words() -> str:
    """Whether they were filed."""
    return pgettext("catalogue", "Prices")


def with_words() -> str:
    """The authority, or why none is asked."""
    return pgettext("catalogue", "Filed with, or why not")


def with_hint() -> str:
    """What belongs into the field."""
    return _("The authority; or why no filing is asked for here.")


def filed_on_words() -> str:
    """The day of the filing."""
    return pgettext("catalogue", "Filed on")


def reference_words() -> str:
    """Under what it was filed."""
    return pgettext("catalogue", "Reference")


def review_words() -> str:
    """The deed that writes a review down (R103)."""
    return pgettext("catalogue deed", "Review")


def review_lead() -> str:
    """Which clause asks for reviews."""
    return _("Quality and finance look the list through before it is approved (R103).")


def reviewer_words() -> str:
    """Which of the two departments."""
    return pgettext("catalogue", "Reviewed by")


def person_words() -> str:
    """Who looked it through."""
    return pgettext("catalogue", "Name")


def on_words() -> str:
    """The day of the review."""
    return pgettext("catalogue", "On")


def approve_words() -> str:
    """The second person's deed."""
    return pgettext("catalogue deed", "Approve and put in force")


def approve_lead() -> str:
    """What follows from the approval."""
    return _("It is offered from today on. The version before it is superseded.")


def post_words() -> str:
    """The deed that says it hangs on the wall."""
    return pgettext("catalogue deed", "Hung up")


def post_lead() -> str:
    """Which clause asks for it."""
    return _("The board hangs at a visible place in the centre (R234).")


def posted_on_words() -> str:
    """Since which day it hangs."""
    return pgettext("catalogue", "Since")


def void_words() -> str:
    """The deed that gives a draft up."""
    return pgettext("catalogue deed", "Give up the draft")
