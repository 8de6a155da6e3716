"""《放行條》, the release pass (F37, R37-R40).

Goods leave the estate on it: the clerk lists them one by one (R38), the household's fees are
cleared before it moves (R39), the owner confirms (R40), and the guard ticks what has left. One
definition for cut paper and for 241 mm continuous paper, down to a third of a page: wide paper has
three fields in a line, short paper the goods in two columns.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from desk.domain.release_pass_rule import PassKind
from desk.i18n import ngettext, pgettext
from desk.printing.cells import Gaps
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.forms.release_pass_goods import Goods, GoodsColumn
from desk.printing.grid import Field
from desk.printing.papers import MM
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, choices, signer, ticks, words
from desk.printing.signatures import SignatureBox

TEMPLATE_VERSION = "F37-1"

_WIDE, _NARROW = 220, 200  # millimetres
_BY_HAND = 10 * "_"  # a day
_PRINTED_ROW = 6.2
_LEAST, _LEAST_CLOSE = 7.0, 5.6
_BLANK_ROWS = {"A4": 11, "A5": 10, "241x279": 9, "241x140": 4, "241x93": 4}


@dataclass(frozen=True)
class ReleasedItem:
    """One thing on the pass: what, how many of which unit, marks or serial number.

    `comes_back` is of returnable goods.
    """

    what: str
    count: str = ""
    marks: str = ""
    comes_back: bool = False


@dataclass(frozen=True, kw_only=True)
class ReleasePass(FormData):
    """The values of one pass. Moments are aware UTC; `due_on` is the estate's day.

    `fees` and `owner` are the evidence of the two locks in words, "" where it is written by hand.
    `desk_phone` is where the guard asks whether the pass is genuine.
    """

    kind: PassKind | None = None
    applicant: str = ""
    role: str = ""
    unit: str = ""
    id_seen: str = ""
    phone: str = ""
    plate: str = ""
    gate: str = ""
    since: datetime | None = None
    until: datetime | None = None
    items: tuple[ReleasedItem, ...] = ()
    due_on: date | None = None
    fees: str = ""
    owner: str = ""
    issued_by: str = ""
    issued_at: datetime | None = None
    desk_phone: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("release paper", "Release Pass")


def _sections(release: ReleasePass, hand: Hand) -> list[Section]:
    if hand.paper.width < _NARROW and release.number:
        hand = _closer(hand)
    draft = _Draft(release, hand, Rows(hand, release.job, full=hand.paper.compact))
    return draft.close_sections() if hand.paper.compact else draft.sections()


def _closer(hand: Hand) -> Hand:
    """The same on A5, where what is printed stands closer: four things go on one page."""
    paper = hand.paper
    space = replace(paper.space, pad=1.4, edge=0.6, leading=1.35)
    return replace(hand, paper=replace(paper, row=_PRINTED_ROW, space=space))


@dataclass(frozen=True)
class _Draft:
    """One pass as it is laid out on one paper."""

    release: ReleasePass
    hand: Hand
    rows: Rows

    def sections(self) -> list[Section]:
        """Under their names, where there is room for names."""
        return [
            Section(pgettext("release paper", "Applied for"), self._applied()),
            Section(pgettext("release paper", "Goods"), [self._goods()]),
            Section(pgettext("release paper", "Conditions"), self._locks()),
            Section(pgettext("release paper", "Gate"), self._gate()),
            Section(pgettext("paper", "Signatures"), self._signatures()),
        ]

    def close_sections(self) -> list[Section]:
        """On half a page and less: no names, every line counts."""
        return [
            Section("", [*self._applied(), *self._locks()]),
            Section("", [self._goods()]),
            Section("", [*self._gate(), *self._signatures()]),
        ]

    # What is applied for

    def _applied(self) -> list[Block]:
        """What kind of pass, for whom, at which gate and until when."""
        release, row = self.release, self.rows.row
        kind = choices(pgettext("release paper", "Kind"), "pass_kind", PassKind, release.kind, 0.62)
        window = self._window()
        applicant = "　".join(filter(None, (release.applicant, release.role)))
        fields = (
            words(pgettext("release paper", "Applied by"), applicant),
            words(pgettext("paper", "Room"), release.unit),
            words(pgettext("release paper", "ID seen"), release.id_seen),
            words(pgettext("paper", "Phone"), release.phone),
            words(pgettext("release paper", "Plate"), release.plate),
            words(pgettext("release paper", "Gate"), release.gate),
        )
        if self.hand.paper.width >= _WIDE:
            by_hand = release.since is None or release.until is None
            is_one = self.hand.paper.compact and not by_hand
            first = [row(kind, window)] if is_one else [row(kind), row(window)]
            return [*first, row(*fields[:3]), row(*fields[3:])]
        pairs = zip(fields[::2], fields[1::2], strict=True)
        shared = (row(replace(one, share=LEFT), replace(two, share=RIGHT)) for one, two in pairs)
        return [row(kind), *shared, row(window)]

    def _window(self) -> Field:
        """From when until when the gate lets it through; the day once where it is one."""
        caption, share = pgettext("release paper", "Valid"), 0.38
        since, until = self.release.since, self.release.until
        custom = self.release.job.custom
        if since is None or until is None:
            gaps = self.rows.moment("", None).content
            assert isinstance(gaps, Gaps)
            return Field(caption, Gaps(f"{gaps.pattern}\u00a0– {gaps.pattern}"), share)
        is_one_day = custom.day(since) == custom.day(until)
        ends = custom.time(until) if is_one_day else custom.datetime(until)
        return words(caption, f"{custom.datetime(since)} – {ends}", share)

    # The goods

    def _goods(self) -> Goods:
        """One by one (R38), closed by a line so that nothing can be added."""
        release, paper = self.release, self.hand.paper
        close = paper.compact or (paper.width < _NARROW and release.items)
        least = (_LEAST_CLOSE if close else _LEAST) * MM
        goods = Goods(
            self.hand,
            self.rows.width,
            self._columns(),
            least,
            across=2 if paper.compact else 1,
        )
        if not release.items:
            return goods.with_blanks(_BLANK_ROWS.get(paper.code, 4))
        things = [self._thing(at, item) for at, item in enumerate(release.items, 1)]
        if paper.compact:
            return goods.with_things(things, pgettext("release paper", "Nothing follows"))
        return goods.with_things(things).with_note(self._closing_words())

    def _columns(self) -> tuple[GoodsColumn, ...]:
        has_back = not self.release.items or any(one.comes_back for one in self.release.items)
        close = self.hand.paper.compact
        columns = [
            GoodsColumn(pgettext("release paper", "No"), 7 if close else 9, middle=True),
            GoodsColumn(pgettext("release paper", "What"), 0),
            GoodsColumn(pgettext("release paper", "Count"), 14 if close else 18, middle=True),
            GoodsColumn(pgettext("release paper", "Marks or serial"), 26 if close else 42),
            GoodsColumn(pgettext("release paper", "Left"), 9 if close else 12, box=True),
        ]
        if has_back:
            back = GoodsColumn(pgettext("release paper", "Back"), 9 if close else 12, box=True)
            columns.append(back)
        return tuple(columns)

    def _thing(self, at: int, item: ReleasedItem) -> tuple[str, ...]:
        cells = (str(at), item.what, item.count, item.marks, "")
        return (*cells, "") if len(self._columns()) > len(cells) else cells

    def _closing_words(self) -> str:
        count = len(self.release.items)
        told = ngettext(
            "{count} thing in all, nothing follows",
            "{count} things in all, nothing follows",
            count,
        )
        return f"— {told.format(count=count)} —"

    # The conditions and the gate

    def _locks(self) -> list[Block]:
        """What the pass rests on: fees (R39), the owner (R40), the day returnable goods are due."""
        release, row = self.release, self.rows.row
        fees, owner = self._fees(), self._owner()
        due = self.rows.day(pgettext("release paper", "Back by"), release.due_on)
        asks_due = release.kind in (None, PassKind.RETURNABLE_GOODS) or release.due_on is not None
        if self.hand.paper.width >= _WIDE:
            known = (fees, owner)
            if self.hand.paper.compact:
                return [row(*known, *([replace(due, share=1.0)] if asks_due else []))]
            return [row(*known), *([row(due)] if asks_due else [])]
        return [row(fees), row(owner), *([row(due)] if asks_due else [])]

    def _fees(self) -> Field:
        caption = pgettext("release paper", "Fees")
        if self.release.fees or self.release.kind is not None:
            return words(caption, self.release.fees)
        cleared = pgettext("release paper", "Cleared")
        options = (f"{cleared} {_BY_HAND}", pgettext("release paper", "Waived by the manager"))
        return ticks(caption, [(option, False) for option in options])

    def _owner(self) -> Field:
        caption = pgettext("release paper", "Owner's word")
        if self.release.owner or self.release.kind is not None:
            return words(caption, self.release.owner)
        options = (
            pgettext("release paper", "Signature"),
            pgettext("release paper", "By phone"),
            pgettext("release paper", "By letter"),
        )
        return ticks(caption, [(option, False) for option in options])

    def _gate(self) -> list[Block]:
        """What the guard checks, and what the guard writes."""
        caption = pgettext("release paper", "At the gate")
        everything, part, refused = (
            self._everything_words(),
            pgettext("release paper", "Left in part"),
            pgettext("release paper", "Refused"),
        )
        if self.hand.paper.compact:
            numbers = pgettext("release paper", "Left in part, not numbers ________")
            because = pgettext("release paper", "Refused, because")
            results = [(one, False) for one in (everything, numbers, because)]
            phone = words(pgettext("release paper", "Ask desk"), self.release.desk_phone, 0.23)
            return [self.rows.row(ticks(caption, results, 0.77), phone)]
        left_out = pgettext("release paper", "Numbers not let through, and why")
        return [
            self.rows.row(words(pgettext("release paper", "For the guard"), self._instruction())),
            self.rows.row(ticks(caption, [(one, False) for one in (everything, part, refused)])),
            self.rows.long(left_out, "", 9 if self.hand.paper.width < _NARROW else 12, 0.0),
        ]

    def _everything_words(self) -> str:
        count = len(self.release.items)
        if not count:
            return pgettext("release paper", "All left")
        return pgettext("release paper", "All {count} left").format(count=count)

    def _instruction(self) -> str:
        """How the guard knows a genuine pass."""
        said = pgettext(
            "release paper",
            "Ring the desk ({phone}) and read out the code under the square. Compare goods, "
            "plate and time. Stop what is not listed, altered or too late.",
        )
        return said.format(phone=self.release.desk_phone or "____________")

    def _signatures(self) -> list[Block]:
        """Who applies, the owner (R40), who issued it, and the guard."""
        release = self.release
        when = self.rows.moment_text(release.issued_at)
        if self.hand.paper.width < _NARROW and release.issued_at is not None:
            when = release.job.custom.date(release.issued_at)
        return list(
            self.rows.signatures(
                signer(pgettext("release paper", "Applicant"), release.applicant),
                signer(pgettext("release paper", "Owner")),
                signer(pgettext("release paper", "Issued by"), release.issued_by, when),
                self._guard(),
            )
        )

    def _guard(self) -> SignatureBox:
        """On narrow paper day and time stand under one another, or there is no room for either."""
        box = signer(pgettext("release paper", "Guard"), timed=True)
        if self.hand.paper.width >= _NARROW:
            return box
        parts = (pgettext("paper", "Date"), pgettext("paper", "Time"))
        return replace(box, captions=(box.captions[0], *parts))


FORM = Form(ReleasePass, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
