"""The captions and sentences of filing, visiting and moving out."""

from desk.i18n import _, pgettext


def file() -> str:
    return pgettext("move-in deed", "File the case")


def told() -> str:
    return pgettext("move-in", "Who in the service centre was told the names")


def exceptions() -> str:
    return pgettext("move-in deed", "File with exceptions")


def items() -> str:
    return pgettext("move-in", "May be missing")


def ask() -> str:
    return pgettext("move-in deed", "Ask the manager")


def let_pass() -> str:
    return pgettext("move-in deed", "Let it pass")


def visit() -> str:
    return pgettext("move-in deed", "The household was visited")


def visit_lead() -> str:
    return _(
        "Within a week of moving in: congratulate, explain the alarm, hear what is needed (R74)."
    )


def visited_on() -> str:
    return pgettext("move-in", "Visited on")


def visitor() -> str:
    return pgettext("move-in", "Who went")


def alarm() -> str:
    return pgettext("move-in", "The alarm was explained")


def heard() -> str:
    return pgettext("move-in", "What they need and think")


def out() -> str:
    return pgettext("move-in deed", "The household has moved out")


def open_pass() -> str:
    return pgettext("move-in deed", "Open the moving-out pass")


def new_pass() -> str:
    return pgettext("move-in deed", "New moving-out pass")


def custody() -> str:
    return pgettext("move-in deed", "Open the custody agreement")


def out_lead() -> str:
    return _("Everybody of the case lives there no more; custody of keys has ended before.")


def left_on() -> str:
    return pgettext("move-in", "Left on")


def remark() -> str:
    return pgettext("move-in", "Remark")


def void() -> str:
    return pgettext("move-in deed", "Declare void")


def void_lead() -> str:
    return _("It keeps its number; its papers are waited for no more.")
