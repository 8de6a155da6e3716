"""《鑰匙交接盤點表》, the count of the keys at a change of shift or a stock-taking.

Who hands over and who takes over, what should hang on the hooks and what does, every difference
with its explanation; both sign (R112). Without values the keys are counted on the paper.
"""

from dataclasses import dataclass
from datetime import datetime

from desk.domain.key_count import CountKind
from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, choices, signer, words
from desk.printing.table import Column, Ruling

TEMPLATE_VERSION = "R112-2"

_LOW = 220  # millimetres of a paper's height: what is lower has fewer empty rows
_BY_HAND = Ruling(least=8.5, blank=12, fills=True)
_FEW_BY_HAND = Ruling(least=8.5, blank=8, fills=True)
_BY_HAND_ONCE = Ruling(least=8.5, blank=1)
_PRINTED = Ruling(least=6.4)


@dataclass(frozen=True)
class CountedKey:
    """A set that is out, or that was not as the book says; all in words."""

    tag: str
    opens: str
    expected: str
    found: str
    explanation: str = ""


@dataclass(frozen=True, kw_only=True)
class KeyCount(FormData):
    """The values of one count.

    `present` are the tags that hang where they should, `out` the sets that are lent, `differences`
    those that were not found as the book says. A figure that is None is written by hand.
    """

    kind: CountKind | None = None
    counted_at: datetime | None = None
    handed_over_by: str = ""
    taken_over_by: str = ""
    expected: int | None = None
    found: int | None = None
    present: tuple[str, ...] = ()
    out: tuple[CountedKey, ...] = ()
    differences: tuple[CountedKey, ...] = ()
    remark: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("key paper", "Key Count Sheet")


def _sections(count: KeyCount, hand: Hand) -> list[Section]:
    rows = Rows(hand, count.job)
    sections = [Section(pgettext("key paper", "Count"), _head(count, rows))]
    if count.expected is None:
        sections.append(Section(pgettext("key paper", "Keys"), [_by_hand(rows, hand)]))
    else:
        sections += _counted(count, rows)
    sections.append(Section(pgettext("paper", "Signatures"), _signatures(count, rows)))
    return sections


def _head(count: KeyCount, rows: Rows) -> list[Block]:
    return [
        rows.row(
            choices(pgettext("key paper", "Occasion"), "count_kind", CountKind, count.kind, 0.485),
            rows.moment(pgettext("key paper", "Counted at"), count.counted_at, 0.515),
        ),
        rows.row(
            words(pgettext("key paper", "Handed over by"), count.handed_over_by, LEFT),
            words(pgettext("key paper", "Taken over by"), count.taken_over_by, RIGHT),
        ),
        _figures(count, rows),
    ]


def _figures(count: KeyCount, rows: Rows) -> Block:
    """How many should hang there, how many do, how many are lent, how many differ."""
    blank = count.expected is None
    figures = (
        count.expected,
        count.found,
        None if blank else len(count.out),
        None if blank else len(count.differences),
    )
    captions = (
        pgettext("key paper", "On the hooks by the book"),
        pgettext("key paper", "Found"),
        pgettext("key paper", "Lent"),
        pgettext("key paper", "Differences"),
    )
    columns = [Column(caption, 1, middle=True) for caption in captions]
    empty = rows.table(columns, [], _BY_HAND_ONCE if blank else _PRINTED)
    return empty if blank else empty.with_rows([[_shown(one) for one in figures]], bold=True)


def _counted(count: KeyCount, rows: Rows) -> list[Section]:
    """Differences first; what hangs where it should is named by its tags alone."""
    differences = [_line(one) for one in count.differences]
    out = [(one.tag, one.opens, one.found, one.explanation) for one in count.out]
    none = words(pgettext("key paper", "Differences"), pgettext("key paper", "None"))
    blocks: list[Block] = [rows.row(none)]
    if differences:
        blocks = [rows.table(_columns(), differences, _PRINTED)]
    sections = [Section(pgettext("key paper", "Differences"), blocks)]
    if out:
        table = rows.table(_out_columns(), out, _PRINTED)
        sections.append(Section(pgettext("key paper", "Lent"), [table]))
    return [*sections, Section(pgettext("key paper", "Present"), _present(count, rows))]


def _present(count: KeyCount, rows: Rows) -> list[Block]:
    blocks: list[Block] = [
        rows.long(pgettext("key paper", "Tags found"), "   ".join(count.present), 10, 0)
    ]
    if count.remark:
        blocks.append(rows.row(words(pgettext("key paper", "Remark"), count.remark)))
    return blocks


def _out_columns() -> tuple[Column, ...]:
    return (
        Column(pgettext("key paper", "Tag"), 20, middle=True),
        Column(pgettext("key paper", "What it opens"), 60),
        Column(pgettext("key paper", "Who has it"), 48),
        Column(pgettext("key paper", "Due back"), 37),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(pgettext("key paper", "Tag"), 20, middle=True),
        Column(pgettext("key paper", "What it opens"), 48),
        Column(pgettext("key paper", "By the book"), 28),
        Column(pgettext("key paper", "Found"), 26),
        Column(pgettext("key paper", "Explanation"), 43),
    )


def _by_hand(rows: Rows, hand: Hand) -> Block:
    few = hand.paper.height < _LOW
    return rows.table(_columns(), [], _FEW_BY_HAND if few else _BY_HAND)


def _line(one: CountedKey) -> tuple[str, ...]:
    return one.tag, one.opens, one.expected, one.found, one.explanation


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)


def _signatures(count: KeyCount, rows: Rows) -> list[Block]:
    when = rows.moment_text(count.counted_at)
    return list(
        rows.signatures(
            signer(pgettext("key paper", "Handed over by"), count.handed_over_by, when, timed=True),
            signer(pgettext("key paper", "Taken over by"), count.taken_over_by, when, timed=True),
        )
    )


FORM = Form(KeyCount, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
