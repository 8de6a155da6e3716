"""The captions and sentences of the deeds about fees."""

from desk.i18n import _, pgettext


def add() -> str:
    return pgettext("move-in deed", "Add a fee")


def look() -> str:
    return pgettext("move-in deed", "Second look at the fees")


def looked() -> str:
    return pgettext("move-in deed", "Looked at")


def receive() -> str:
    return pgettext("move-in deed", "Receive the money")


def drop() -> str:
    return pgettext("move-in deed", "Take a fee off")


def kind() -> str:
    return pgettext("move-in", "Kind of fee")


def what() -> str:
    return pgettext("move-in", "What for")


def amount() -> str:
    return pgettext("move-in", "Amount")


def mandate() -> str:
    return pgettext("move-in", "The builder’s mandate")


def no_mandate() -> str:
    return pgettext("move-in", "None chosen")


def login() -> str:
    return _("Login name")


def password() -> str:
    return _("Password")


def method() -> str:
    return pgettext("move-in", "How it is paid")


def payer() -> str:
    return pgettext("move-in", "Payer")


def reference() -> str:
    return pgettext("move-in", "Number of cheque or transfer")


def place() -> str:
    return pgettext("move-in", "Where it is paid")


def collector() -> str:
    return pgettext("move-in", "Collected by")


def which() -> str:
    return pgettext("move-in", "Which")
