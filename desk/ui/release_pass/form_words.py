"""The captions and hints of the form of a release pass."""

from desk.i18n import _, pgettext


def person() -> str:
    return _("Resident or room")


def kind() -> str:
    return _("Kind")


def applicant() -> str:
    return pgettext("release", "Applicant")


def role() -> str:
    return pgettext("release", "Applies as")


def identity() -> str:
    return pgettext("release", "Identity paper seen")


def no_identity() -> str:
    return pgettext("release", "None seen")


def tail() -> str:
    return pgettext("release", "Its last four characters")


def tail_kept() -> str:
    return _("Empty keeps what was written down.")


def phone() -> str:
    return _("Phone")


def plate() -> str:
    return pgettext("release", "Vehicle plate")


def goods() -> str:
    return pgettext("release", "Goods")


def items() -> str:
    return pgettext("release", "Things, one by one")


def items_hint() -> str:
    return _(
        "Enter leads to the next thing. Boxes x8 are eight boxes. Several lines may be pasted."
    )


def passage() -> str:
    return pgettext("release", "At the gate")


def starts() -> str:
    return pgettext("release", "From")


def ends() -> str:
    return pgettext("release", "Until")


def gate() -> str:
    return pgettext("release", "Gate")


def back_by() -> str:
    return pgettext("release", "Back by")


def remark() -> str:
    return _("Remark")


def others() -> str:
    """Above the unit's other passes, seen before the same is written down twice."""
    return _("This unit has these passes already")
