"""《業主資料卡》, one card a household for the desk's drawer (F29, R57).

Whom to call, who lives there, which cars and keys; what of the arrival is in the file. The manual
names the card and no fields.
"""

from dataclasses import dataclass
from datetime import date

from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, words
from desk.printing.table import Column, Ruling

TEMPLATE_VERSION = "F29-1"

_PRINTED, _BY_HAND = Ruling(least=6.4), Ruling(least=7.6, blank=5)
_FILED = Ruling(least=7.6, blank=4)


@dataclass(frozen=True)
class CardMember:
    """One who lives there: name, what he or she is to the owner, phone."""

    name: str
    relation: str = ""
    phone: str = ""


@dataclass(frozen=True)
class CardPaper:
    """One paper of the household's file: what it is, since which day it is there."""

    what: str
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class OwnerCard(FormData):
    """The values of one card."""

    unit: str = ""
    owner: str = ""
    holder: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    agent: str = ""
    emergency: str = ""
    arrives_on: date | None = None
    members: tuple[CardMember, ...] = ()
    vehicles: str = ""
    pets: str = ""
    keys: str = ""
    papers: tuple[CardPaper, ...] = ()
    remark: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("move-in paper", "Owner Card")


def _sections(data: OwnerCard, hand: Hand) -> list[Section]:
    rows = Rows(hand, data.job)
    return [
        Section(pgettext("move-in paper", "Owner"), _owner(data, rows)),
        Section(pgettext("move-in paper", "Who lives there"), [_members(data, rows)]),
        Section(pgettext("move-in paper", "Belongings"), _belongings(data, rows)),
        Section(pgettext("move-in paper", "In the file"), [_papers(data, rows)]),
        Section("", [_remark(data, Rows(hand, data.job, full=True))]),
    ]


def _owner(data: OwnerCard, rows: Rows) -> list[Block]:
    return [
        rows.row(
            words(pgettext("paper", "Room"), data.unit, LEFT),
            rows.day(pgettext("move-in paper", "Moves in on"), data.arrives_on),
        ),
        rows.row(
            words(pgettext("move-in paper", "Owner"), data.owner, LEFT),
            words(pgettext("paper", "Phone"), data.phone, RIGHT),
        ),
        rows.row(
            words(pgettext("move-in paper", "In the name of a"), data.holder, LEFT),
            words(pgettext("move-in paper", "Email"), data.email, RIGHT),
        ),
        rows.row(words(pgettext("move-in paper", "Postal address"), data.address)),
        rows.row(
            words(pgettext("move-in paper", "Agent, phone"), data.agent, LEFT),
            words(pgettext("move-in paper", "Call in an emergency"), data.emergency, RIGHT),
        ),
    ]


def _members(data: OwnerCard, rows: Rows) -> Block:
    columns = (
        Column(pgettext("move-in paper", "Name"), 60),
        Column(pgettext("move-in paper", "Relation to the owner"), 45),
        Column(pgettext("paper", "Phone"), 60),
    )
    lines = [(one.name, one.relation, one.phone) for one in data.members]
    return rows.table(columns, lines, _PRINTED if lines else _BY_HAND)


def _belongings(data: OwnerCard, rows: Rows) -> list[Block]:
    return [
        rows.row(
            words(pgettext("move-in paper", "Cars"), data.vehicles, LEFT),
            words(pgettext("move-in paper", "Pets"), data.pets, RIGHT),
        ),
        rows.row(words(pgettext("move-in paper", "Keys handed over"), data.keys)),
    ]


def _papers(data: OwnerCard, rows: Rows) -> Block:
    """The household's file (R57): what is in it, and since when."""
    columns = (
        Column(pgettext("paper", "Row"), 12, middle=True),
        Column(pgettext("move-in paper", "Paper"), 108),
        Column(pgettext("move-in paper", "In the file since"), 45, middle=True),
    )
    lines = [(str(at), one.what, rows.on(one.on)) for at, one in enumerate(data.papers, 1)]
    return rows.table(columns, lines, _PRINTED if lines else _FILED)


def _remark(data: OwnerCard, rows: Rows) -> Block:
    return rows.long(pgettext("move-in paper", "Remark"), data.remark, 9, 1)


FORM = Form(OwnerCard, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
