"""What the deeds on materials, damage and rework are called and ask for."""

from desk.i18n import _, pgettext


def material() -> str:
    """A material is written down."""
    return pgettext("order deed", "Add a material")


def material_lead() -> str:
    """R238, R253."""
    return _("Drawn from the store, or brought by the customer. Both are checked before use.")


def check() -> str:
    """A material is checked."""
    return pgettext("order deed", "Check a material")


def check_lead() -> str:
    """R238, R254."""
    return _("Unfit but insisted on: the customer signs before it is used (R238).")


def source() -> str:
    """Whose it is."""
    return pgettext("order deed", "Whose")


def what_material() -> str:
    """Which material."""
    return pgettext("order deed", "Material")


def quantity() -> str:
    """How many."""
    return pgettext("order", "How many")


def counted() -> str:
    """By what it is counted."""
    return pgettext("order deed", "Counted in")


def price() -> str:
    """What it costs, part of the whole."""
    return pgettext("order deed", "Costs")


def drawn_by() -> str:
    """Who drew it from the store."""
    return pgettext("order deed", "Drawn by")


def fit() -> str:
    """How the check ended."""
    return pgettext("order deed", "Check")


def checked_by() -> str:
    """Who checked it."""
    return pgettext("order deed", "Checked by")


def signed_by() -> str:
    """Which customer signed for it."""
    return pgettext("order deed", "Customer who signed for it")


def note() -> str:
    """What else is to be said."""
    return _("Note")


def damage() -> str:
    """Something was damaged."""
    return pgettext("order deed", "Something was damaged")


def damage_lead() -> str:
    """R255."""
    return _("By a breach of the rules: it is said sorry for and made good (R255).")


def what_damage() -> str:
    """What was damaged."""
    return pgettext("order deed", "What was damaged")


def who_damage() -> str:
    """Who did it."""
    return pgettext("order deed", "By whom")


def settle() -> str:
    """The damage is made good."""
    return pgettext("order deed", "Settle the damage")


def settle_lead() -> str:
    """R255."""
    return _("The apology, what was paid for it, and who accepted it.")


def apologised() -> str:
    """Whether the desk said sorry."""
    return pgettext("order deed", "Said sorry")


def compensation() -> str:
    """What was paid for it."""
    return pgettext("order deed", "Compensation")


def accepted_by() -> str:
    """Who accepted it."""
    return pgettext("order deed", "Accepted by")


def rework() -> str:
    """The work is done again."""
    return pgettext("order deed", "Do it again, free")


def rework_lead() -> str:
    """R256."""
    return _("Free until it is right; opinion, signature and slip are asked for anew (R256).")


def why_rework() -> str:
    """What is not right."""
    return pgettext("order deed", "What is not right")


def found_by() -> str:
    """Who noticed it."""
    return pgettext("order deed", "Noticed by")
