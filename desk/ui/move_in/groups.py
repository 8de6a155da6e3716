"""The groups in which the deeds of a move-in stand on the sheet."""

from desk.i18n import pgettext
from desk.ui.kit.act import ActGroup

HOUSEHOLD, HANDING, MONEY, FILING, PAPER = "household", "handing", "money", "filing", "paper"


def groups() -> tuple[tuple[ActGroup, ...], ...]:
    """The columns of the sheet of all deeds."""
    return (
        (ActGroup(HOUSEHOLD, _household_words), ActGroup(HANDING, _handing_words)),
        (ActGroup(MONEY, _money_words), ActGroup(FILING, _filing_words)),
        (ActGroup(PAPER, _paper_words),),
    )


def _household_words() -> str:
    return pgettext("move-in deeds", "Papers and people")


def _handing_words() -> str:
    return pgettext("move-in deeds", "Signing and handing over")


def _money_words() -> str:
    return pgettext("move-in deeds", "Fees")


def _filing_words() -> str:
    return pgettext("move-in deeds", "Filing, visit, moving out")


def _paper_words() -> str:
    return pgettext("move-in deeds", "Print")
