"""《鑰匙使用記錄》, the log of every use of a key set in custody (F38).

Each use is logged: who took it, for which company and what, by whose word where the agreement does
not cover it, when it came back and in which condition (R112). Its columns are our design.
"""

from dataclasses import dataclass
from datetime import datetime

from desk.i18n import pgettext
from desk.printing.flow import Section
from desk.printing.form import Form, FormData
from desk.printing.grid import Row
from desk.printing.pen import Hand
from desk.printing.rows import Rows, words
from desk.printing.table import Column, Ruling

TEMPLATE_VERSION = "F38-2"

_SIGNED = Ruling(least=11, fills=True)  # high enough to sign in
_THIRDS = (0.3, 0.3, 0.4)


@dataclass(frozen=True)
class KeyUse:
    """One use; moments are aware UTC. `allowed` is the owner's word beyond the agreement."""

    tag: str
    borrower: str
    out_at: datetime | None
    company: str = ""
    purpose: str = ""
    allowed: str = ""
    lent_by: str = ""
    returned_at: datetime | None = None
    condition: str = ""
    taken_back_by: str = ""
    lost: bool = False


@dataclass(frozen=True, kw_only=True)
class KeyUseLog(FormData):
    """The uses of one set, or of everything under an agreement, in their order.

    `agreement` is its number, or how the keys came to the desk without one (R113).
    """

    tags: str = ""
    opens: str = ""
    unit: str = ""
    agreement: str = ""
    custodian: str = ""
    purposes: str = ""
    uses: tuple[KeyUse, ...] = ()


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("key paper", "Key Use Log")


def _sections(log: KeyUseLog, hand: Hand) -> list[Section]:
    rows = Rows(hand, log.job, full=True)
    lines = [(str(at), *_line(one, rows)) for at, one in enumerate(log.uses, 1)]
    return [Section("", [*_head(log, rows), rows.table(_columns(), lines, _SIGNED)])]


def _head(log: KeyUseLog, rows: Rows) -> list[Row]:
    """Which keys, whose, by what agreement, for what."""
    first, second, third = _THIRDS
    return [
        rows.row(
            words(pgettext("key paper", "Tag"), log.tags, first),
            words(pgettext("paper", "Room"), log.unit, second),
            words(pgettext("key paper", "What it opens"), log.opens, third),
        ),
        rows.row(
            words(pgettext("key paper", "Agreement"), log.agreement, first),
            words(pgettext("key paper", "Custodian"), log.custodian, second),
            words(pgettext("key paper", "Purposes"), log.purposes, third),
        ),
    ]


def _columns() -> tuple[Column, ...]:
    return (
        Column(pgettext("paper", "Row"), 9, middle=True),
        Column(pgettext("key paper", "Tag"), 17, middle=True),
        Column(pgettext("key paper", "Out at"), 29, middle=True),
        Column(pgettext("key paper", "Borrower, company"), 36),
        Column(pgettext("key paper", "Purpose, owner's word"), 46),
        Column(pgettext("key paper", "Borrower signs"), 26, middle=True),
        Column(pgettext("key paper", "Lent by"), 22, middle=True),
        Column(pgettext("key paper", "Returned at"), 29, middle=True),
        Column(pgettext("key paper", "Condition"), 28),
        Column(pgettext("key paper", "Taken back by"), 23, middle=True),
    )


def _line(one: KeyUse, rows: Rows) -> tuple[str, ...]:
    return (
        one.tag,
        rows.at(one.out_at),
        "\n".join(filter(None, (one.borrower, one.company))),
        "\n".join(filter(None, (one.purpose, one.allowed))),
        "",
        one.lent_by,
        pgettext("key paper", "lost") if one.lost else rows.at(one.returned_at),
        one.condition,
        one.taken_back_by,
    )


FORM = Form(KeyUseLog, title_name, TEMPLATE_VERSION, _sections, landscape=True, numbered=False)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
