"""《業主信息登記表》, the registration an owner fills in at move-in (F28).

Whose home it is, who lives there for good with a photo each (R27), cars, pets, whom to call; the
owner signs for it (R29). The manual names no fields. What is said here is not passed on (R36).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desk.domain.move_in_rule import Arrival, Holder
from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.forms.owner_registration_photos import photo_rows
from desk.printing.pen import Hand
from desk.printing.prose import prose
from desk.printing.rows import LEFT, RIGHT, Rows, signer, ticks, words
from desk.printing.table import Column, Ruling

TEMPLATE_VERSION = "F28-1"

_PRINTED = Ruling(least=6.6)
_MEMBERS, _VEHICLES, _PETS = (Ruling(least=7.2, blank=rows) for rows in (4, 2, 1))


@dataclass(frozen=True)
class Member:
    """One permanent resident 常住人員; the owner too where he lives there."""

    name: str
    relation: str = ""
    phone: str = ""
    identity: str = ""


@dataclass(frozen=True)
class Vehicle:
    """A car or motorcycle of the household: its plate, what it is, where it stands."""

    plate: str
    kind: str = ""
    space: str = ""


@dataclass(frozen=True)
class Pet:
    """A pet of the household: what it is, its licence or chip."""

    kind: str
    licence: str = ""


@dataclass(frozen=True, kw_only=True)
class OwnerRegistration(FormData):
    """The values of one registration; identities are words without a whole number."""

    unit: str = ""
    arrival: Arrival | None = None
    holder: Holder | None = None
    arrives_on: date | None = None
    owner: str = ""
    identity: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    representative: str = ""
    agent: str = ""
    agent_phone: str = ""
    members: tuple[Member, ...] = ()
    vehicles: tuple[Vehicle, ...] = ()
    pets: tuple[Pet, ...] = ()
    emergency: str = ""
    emergency_relation: str = ""
    emergency_phone: str = ""
    taken_by: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("move-in paper", "Owner Registration")


def _sections(data: OwnerRegistration, hand: Hand) -> list[Section]:
    rows = Rows(hand, data.job)
    wide = Rows(hand, data.job, full=True)
    return [
        Section(pgettext("move-in paper", "Home"), _home(data, rows)),
        Section(pgettext("move-in paper", "Owner or tenant"), _owner(data, rows)),
        Section(pgettext("move-in paper", "Who lives there"), _members(data, rows, hand)),
        Section(pgettext("move-in paper", "Further"), _further(data, rows)),
        Section("", [prose(hand, wide.width, _declaration())]),
        Section(pgettext("paper", "Signatures"), _signatures(data, rows)),
    ]


def _home(data: OwnerRegistration, rows: Rows) -> list[Block]:
    arrivals = (
        (pgettext("move-in paper", "owner"), data.arrival is Arrival.OWNER),
        (pgettext("move-in paper", "tenant"), data.arrival is Arrival.TENANT),
    )
    holders = (
        (pgettext("move-in paper", "person"), data.holder is Holder.PERSON),
        (pgettext("move-in paper", "company"), data.holder is Holder.COMPANY),
    )
    return [
        rows.row(
            words(pgettext("paper", "Room"), data.unit, LEFT),
            rows.day(pgettext("move-in paper", "Moves in on"), data.arrives_on),
        ),
        rows.row(
            ticks(pgettext("move-in paper", "Moves in as"), arrivals, LEFT),
            ticks(pgettext("move-in paper", "In the name of a"), holders, RIGHT),
        ),
    ]


def _owner(data: OwnerRegistration, rows: Rows) -> list[Block]:
    agent = "　".join(filter(None, (data.agent, data.agent_phone)))
    return [
        rows.row(
            words(pgettext("move-in paper", "Name"), data.owner, LEFT),
            words(pgettext("paper", "Phone"), data.phone, RIGHT),
        ),
        rows.row(
            words(pgettext("move-in paper", "Identity paper"), data.identity, LEFT),
            words(pgettext("move-in paper", "Email"), data.email, RIGHT),
        ),
        rows.row(words(pgettext("move-in paper", "Postal address"), data.address)),
        rows.row(
            words(pgettext("move-in paper", "Legal representative"), data.representative, LEFT),
            words(pgettext("move-in paper", "Agent, phone"), agent, RIGHT),
        ),
    ]


def _members(data: OwnerRegistration, rows: Rows, hand: Hand) -> list[Block]:
    """Who lives there for good, and a colour photo of each (R27)."""
    columns = (
        Column(pgettext("paper", "Row"), 12, middle=True),
        Column(pgettext("move-in paper", "Name"), 45),
        Column(pgettext("move-in paper", "Relation to the owner"), 32),
        Column(pgettext("paper", "Phone"), 36),
        Column(pgettext("move-in paper", "Identity paper"), 40),
    )
    lines = [
        (str(at), one.name, one.relation, one.phone, one.identity)
        for at, one in enumerate(data.members, 1)
    ]
    table = rows.table(columns, lines, _PRINTED if lines else _MEMBERS)
    return [table, *photo_rows(hand, rows.width, [one.name for one in data.members])]


def _further(data: OwnerRegistration, rows: Rows) -> list[Block]:
    """Cars, pets, and whom to call."""
    cars = (
        Column(pgettext("move-in paper", "Plate"), 45),
        Column(pgettext("move-in paper", "Make, colour"), 70),
        Column(pgettext("move-in paper", "Parking space"), 50),
    )
    pets = (
        Column(pgettext("move-in paper", "Pet"), 95),
        Column(pgettext("move-in paper", "Licence or chip"), 70),
    )
    plates = [(one.plate, one.kind, one.space) for one in data.vehicles]
    kinds = [(one.kind, one.licence) for one in data.pets]
    return [
        rows.table(cars, plates, _PRINTED if plates else _VEHICLES),
        rows.table(pets, kinds, _PRINTED if kinds else _PETS),
        _emergency(data, rows),
    ]


def _emergency(data: OwnerRegistration, rows: Rows) -> Block:
    return rows.row(
        words(
            pgettext("move-in paper", "Call in an emergency"),
            _joined((data.emergency, data.emergency_relation)),
            LEFT,
        ),
        words(pgettext("paper", "Phone"), data.emergency_phone, RIGHT),
    )


def _joined(parts: Iterable[str]) -> str:
    return "　".join(filter(None, parts))


def _declaration() -> str:
    """R36: what an owner says of himself is not passed on."""
    return pgettext(
        "move-in paper",
        "What is written here is true; I will tell the desk when it changes. It serves to manage "
        "the estate alone, is seen by authorised staff only and is not passed on.",
    )


def _signatures(data: OwnerRegistration, rows: Rows) -> list[Block]:
    """The owner fills it in and signs (R29)."""
    return list(
        rows.signatures(
            signer(pgettext("move-in paper", "Owner, tenant or agent")),
            signer(pgettext("move-in paper", "Taken in by"), data.taken_by),
        )
    )


FORM = Form(OwnerRegistration, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
