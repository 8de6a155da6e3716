"""《工作日志》, the log of commissioned services of a period (F19, R235, R237).

Every wish is entered with what was wished 委託服務要求; what became of it, be it that it cannot be
done, stands in 處理情況, and whoever follows it up signs in 跟進人. The other columns are ours.
"""

from dataclasses import dataclass
from datetime import date, datetime

from desk.i18n import pgettext
from desk.printing.flow import Section
from desk.printing.form import Form, FormData
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, Rows, stacked, words
from desk.printing.table import Column, Ruling

TEMPLATE_VERSION = "F19-1"

_SIGNED = Ruling(least=11, fills=True)  # high enough to sign in


@dataclass(frozen=True)
class Wish:
    """One wish: when, whose, what; what became of it, and who followed it up.

    An empty `followed_by` is signed on the paper.
    """

    number: str
    asked_at: datetime
    customer: str = ""
    unit: str = ""
    wish: str = ""
    handling: str = ""
    followed_by: str = ""


@dataclass(frozen=True, kw_only=True)
class WorkLog(FormData):
    """The wishes from `since` to `until`, both days in it, in the order they came."""

    since: date | None = None
    until: date | None = None
    wishes: tuple[Wish, ...] = ()


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("log paper", "Work Log")


def _sections(log: WorkLog, hand: Hand) -> list[Section]:
    rows = Rows(hand, log.job, full=True)
    count = str(len(log.wishes)) if log.wishes else ""
    head = rows.row(
        words(pgettext("paper", "Number of entries"), count, LEFT),
        rows.period(pgettext("paper", "Period"), log.since, log.until),
    )
    table = rows.table(_columns(hand), _lines(log, rows), _SIGNED)
    return [Section("", [head, table])]


def _columns(hand: Hand) -> tuple[Column, ...]:
    """On upright paper the texts are narrower, the signature keeps its room."""
    wide = 0 if hand.paper.continuous else 22
    return (
        Column(pgettext("paper", "Row"), 11, middle=True),
        Column(pgettext("log paper", "When, order no."), 31, middle=True),
        Column(pgettext("log paper", "Room, customer"), 34),
        Column(pgettext("log paper", "Service wished for"), 52 + wide),
        Column(pgettext("log paper", "Handling"), 52 + wide),
        Column(pgettext("log paper", "Followed up by (signature)"), 32, middle=True),
    )


def _lines(log: WorkLog, rows: Rows) -> list[tuple[str, ...]]:
    return [
        (
            str(at),
            stacked(rows.at(one.asked_at), one.number),
            stacked(one.unit, one.customer),
            one.wish,
            one.handling,
            one.followed_by,
        )
        for at, one in enumerate(log.wishes, 1)
    ]


FORM = Form(WorkLog, title_name, TEMPLATE_VERSION, _sections, landscape=True, numbered=False)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
