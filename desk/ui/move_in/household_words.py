"""The captions and sentences of the deeds about papers and people."""

from desk.i18n import _, pgettext


def documents() -> str:
    return pgettext("move-in deed", "Check documents")


def papers() -> str:
    return pgettext("move-in", "Documents")


def check() -> str:
    return pgettext("move-in deed", "Write down")


def doubt() -> str:
    return pgettext("move-in", "What is doubtful about it")


def person() -> str:
    return pgettext("move-in deed", "Add somebody")


def change() -> str:
    return pgettext("move-in deed", "Change somebody")


def drop() -> str:
    return pgettext("move-in deed", "Take somebody off")


def see() -> str:
    return pgettext("move-in deed", "See an identity number")


def write() -> str:
    return pgettext("move-in deed", "Write down")


def go_on() -> str:
    return pgettext("move-in deed", "Go on")


def looked() -> str:
    return _("That you looked is recorded.")


def name() -> str:
    return _("Name")


def role() -> str:
    return pgettext("move-in", "Is there as")


def permanent() -> str:
    return pgettext("move-in", "Lives there for good")


def phone() -> str:
    return _("Phone")


def company() -> str:
    return _("Company")


def identity() -> str:
    return pgettext("move-in", "Identity paper")


def none() -> str:
    return pgettext("move-in", "None seen")


def number() -> str:
    return pgettext("move-in", "Number of the paper")


def number_hint() -> str:
    return _("Left empty, the number that is known stays.")


def who() -> str:
    return pgettext("move-in", "Who")
