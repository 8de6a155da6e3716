"""What every register on paper begins with: its period, its rows, the policy that names it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import pgettext
from desk.models.lists import Page, Reader
from desk.printing.form import Form
from desk.services import policy
from desk.services.paper_build import Gather, Rules, Subject, build
from desk.services.paper_sheet import ACTS, Asked, Period, Sheet
from desk.services.policy_words import severity_name
from desk.services.workplace import Workplace

MOST = 1_000
WIDE, NARROW = 60, 40  # characters of a case in a wide and a narrow column

_PAGE = 500

Row = TypeVar("Row")


def bounds(workplace: Workplace, period: Period) -> tuple[datetime, datetime]:
    """The period in UTC, half open; refused when it ends before it begins."""
    workplace.require(Permission.PRINT)
    if period.reasons():
        raise RuleRefused(period.reasons())
    custom = workplace.estate.custom
    return custom.day_bounds(period.since)[0], custom.day_bounds(period.until)[1]


def whole(reader: Reader, fetch: Callable[[Reader, Any, int], Page[Row]]) -> tuple[Row, ...]:
    """Every row of a period, page after page; refused when there are more than a paper holds."""
    rows: list[Row] = []
    after = None
    while True:
        found = fetch(reader, after, _PAGE)
        rows += found.rows
        after = found.next_key
        if len(rows) > MOST or (len(rows) == MOST and after is not None):
            raise RuleRefused([Reason("paper.period.too_much", "since", {"most": MOST})])
        if after is None:
            return tuple(rows)


def sheet_of(  # noqa: PLR0913 - all but the first three are named at the call
    workplace: Workplace,
    form: Form[Any],
    code: str,
    *,
    until: date,
    asked: Asked,
    gather: Gather | None = None,
) -> Sheet:
    """A register under the policy that holds at the end of its period; blank without values."""
    workplace.require(Permission.PRINT)
    today = workplace.today()
    kept = policy.in_force(workplace, min(until, today))
    rules = Rules(kept, ACTS[code])
    return build(workplace, form, Subject(code, code), asked, gather=gather, rules=rules)


def matter_words(topic: str, excerpt: str, limit: int = NARROW) -> str:
    """What a case is about, short enough for a cell of a table."""
    text = " ".join(excerpt.split())
    if topic and not text.startswith(topic):
        text = pgettext("paper", "{topic}: {matter}").format(topic=topic, matter=text)
    return text if len(text) <= limit else text[: limit - 1] + "…"


class Levels:
    """What the policy of each row calls its level; each version is read once (K1)."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._known: dict[int | None, policy.KeptPolicy] = {}

    def name(self, policy_id: int | None, severity: str) -> str:
        """The name of a level in the language being spoken."""
        kept = self._known.get(policy_id)
        if kept is None:
            with self._workplace.reading() as reader:
                kept = self._known[policy_id] = policy.by_id(reader, policy_id)
        return severity_name(kept.policy, severity)
