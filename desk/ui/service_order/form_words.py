"""The captions of an order's form and of its facts."""

from desk.i18n import _, pgettext


def person() -> str:
    """Whose wish it is."""
    return pgettext("order", "Room or person")


def kind() -> str:
    """Which of the two papers."""
    return pgettext("order", "Kind")


def customer() -> str:
    """Who wishes it."""
    return pgettext("order", "Customer")


def phone() -> str:
    """What the technician rings."""
    return _("Phone")


def place() -> str:
    """Where in the home, or where else."""
    return pgettext("order", "Where exactly")


def item() -> str:
    """What the price board calls it."""
    return pgettext("order", "Item of the price board")


def quantity() -> str:
    """How many of it."""
    return pgettext("order", "How many")


def wish() -> str:
    """The need, clear enough for whoever comes (R235)."""
    return pgettext("order", "What is wished")


def plan() -> str:
    """How it is mended (R188)."""
    return pgettext("order", "How it is mended")


def liability() -> str:
    """Who answers for it (R188)."""
    return pgettext("order", "Who answers for it")


def not_known() -> str:
    """It is not known yet who answers for it."""
    return pgettext("order", "not known yet")


def agreement() -> str:
    """The long-term agreement it belongs to."""
    return pgettext("order", "Long-term agreement")


def no_agreement() -> str:
    """It belongs to none."""
    return pgettext("order", "none")


def remark() -> str:
    """What else is to be known."""
    return pgettext("order", "Remark")


def agreed() -> str:
    """What was agreed with the customer (R236)."""
    return pgettext("order", "Agreed with the customer")


def price() -> str:
    """The whole price."""
    return pgettext("order", "Price in all")


def price_hint() -> str:
    """When it is left empty."""
    return _("Told and agreed before anybody comes (R236). Empty: agreed later.")


def urgency() -> str:
    """By what the time is set."""
    return pgettext("order", "When somebody comes")


def appointed_at() -> str:
    """The appointed time."""
    return pgettext("order", "Appointed time")


def others() -> str:
    """Above the unit's other orders, seen before the same is written down twice."""
    return _("This unit has these orders under way")


def beyond() -> str:
    """What becomes of a wish that no item names."""
    return _(
        "Without an item of the price board the manager reviews it first; price and time are "
        "agreed afterwards (R237)."
    )
