"""The estate, its buildings and units, and the households in them."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk import hanzi
from desk.domain import search_text
from desk.domain.room import Room
from desk.models.base import AffectsSearch, Recorded, Searchable
from desk.models.rooms import Rooms


class Estate(Recorded):
    """The one estate this desk serves; `zone` is an IANA name, `calendar` how years are shown.

    `phone` is the desk's own: it stands on the release pass, for the gate to ring.
    """

    __tablename__ = "estate"

    name: Mapped[str] = mapped_column(String(120))
    region: Mapped[str] = mapped_column(String(2))
    zone: Mapped[str] = mapped_column(String(40))
    calendar: Mapped[str] = mapped_column(String(16))
    phone: Mapped[str] = mapped_column(String(40), default="")


class Building(Recorded, AffectsSearch):
    """A building 座 / 栋 / 號 of the estate, by the name its people use."""

    __tablename__ = "building"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str] = mapped_column(String(80))

    units: Mapped[list["Unit"]] = relationship(back_populates="building")

    def affected_records(self) -> Iterable[Searchable]:
        return [record for unit in self.units for record in unit.affected_records()]


class Unit(Recorded, Searchable):
    """A flat, shop or office. `label` is the room as shown, `position` its natural order."""

    __tablename__ = "unit"
    __table_args__ = (
        UniqueConstraint("building_id", "entrance", "floor", "door"),
        Index(None, "position"),
    )
    search_table = "search_unit"

    building_id: Mapped[int] = mapped_column(ForeignKey("building.id"))
    entrance: Mapped[str] = mapped_column(String(20), default="")
    floor: Mapped[str] = mapped_column(String(20), default="")
    door: Mapped[str] = mapped_column(String(20), default="")
    label: Mapped[str] = mapped_column(String(160))
    position: Mapped[str] = mapped_column(String(240))

    building: Mapped[Building] = relationship(back_populates="units", lazy="joined", innerjoin=True)
    residents: Mapped[list["Resident"]] = relationship(back_populates="unit")
    instructions: Mapped[list["StandingInstruction"]] = relationship(back_populates="unit")

    @property
    def room(self) -> Room:
        return Room(self.building.name, self.entrance, self.floor, self.door)

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        return search_text.room_tokens(rooms.of(self.id), hanzi)

    def affected_records(self) -> Iterable[Searchable]:
        return (self, *self.residents)


class Resident(Recorded, Searchable):
    """A person or company of one unit. Never deleted: `active` ends with the household."""

    __tablename__ = "resident"
    __table_args__ = (Index(None, "unit_id"),)
    search_table = "search_resident"
    search_parts = ("phones",)

    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    name: Mapped[str] = mapped_column(String(80))
    role: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(16))
    company: Mapped[str] = mapped_column(String(120), default="")
    note: Mapped[str] = mapped_column(String(2_000), default="")
    active: Mapped[bool] = mapped_column(default=True)

    unit: Mapped[Unit] = relationship(back_populates="residents")
    phones: Mapped[list["Phone"]] = relationship(
        back_populates="resident", cascade="all, delete-orphan", order_by="Phone.id"
    )
    documents: Mapped[list["IdentityDocument"]] = relationship(
        back_populates="resident", cascade="all, delete-orphan", order_by="IdentityDocument.id"
    )

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.name_tokens(self.name, hanzi))
        tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        if self.company:
            tokens.update(search_text.name_tokens(self.company, hanzi))
        for phone in self.phones:
            tokens.update(search_text.phone_tokens(phone.digits))
        return tokens


class Phone(Recorded, AffectsSearch):
    """A phone number: as written, and its digits for the search."""

    __tablename__ = "phone"
    __table_args__ = (Index(None, "resident_id"),)
    resident_id: Mapped[int] = mapped_column(ForeignKey("resident.id"))
    number: Mapped[str] = mapped_column(String(40))
    digits: Mapped[str] = mapped_column(String(40))

    resident: Mapped[Resident] = relationship(back_populates="phones")

    def affected_records(self) -> Iterable[Searchable]:
        return () if self.resident is None else (self.resident,)


class IdentityDocument(Recorded):
    """An identity paper of a resident; shown masked, each look recorded in the history."""

    __tablename__ = "identity_document"
    __table_args__ = (Index(None, "resident_id"),)

    resident_id: Mapped[int] = mapped_column(ForeignKey("resident.id"))
    kind: Mapped[str] = mapped_column(String(32))
    number: Mapped[str] = mapped_column(String(64))

    resident: Mapped[Resident] = relationship(back_populates="documents")


class StandingInstruction(Recorded):
    """What the desk must mind about a unit, from a day to a day (both included)."""

    __tablename__ = "standing_instruction"
    __table_args__ = (Index(None, "unit_id"),)

    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    text: Mapped[str] = mapped_column(String(2_000))
    starts: Mapped[date]
    ends: Mapped[date | None]

    unit: Mapped[Unit] = relationship(back_populates="instructions")
