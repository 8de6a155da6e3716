"""One open data folder with, usually, a clerk signed in: what every deed is given."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from desk.clock import Clock
from desk.config import DataFolder
from desk.domain.permissions import Permission, Role, may
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.estate_format import EstateFormat
from desk.models.lists import Reader, remembering
from desk.models.storage import Storage
from desk.models.unit_of_work import UnitOfWork

_TICK = timedelta(microseconds=1)


@dataclass(frozen=True)
class Actor:
    """The signed-in clerk."""

    id: int
    login: str
    name: str
    role: Role
    language: str


@dataclass(frozen=True)
class EstateFacts:
    """What the whole program needs to know of the estate; `phone` is the desk's own."""

    name: str
    region: str
    zone: str
    calendar: str
    phone: str = ""

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates and amounts."""
        return EstateFormat(self.region, self.zone, self.calendar)


@dataclass(frozen=True)
class Workplace:
    """An open folder. Frozen: another clerk is another workplace on the same storage."""

    folder: DataFolder
    storage: Storage
    clock: Clock
    key: bytes
    estate: EstateFacts
    actor: Actor
    held: Reader | None = field(default=None, repr=False, compare=False)

    def now(self) -> datetime:
        """The moment of the deed, UTC."""
        return self.clock.now()

    def today(self) -> date:
        """The estate's day."""
        return self.estate.custom.day(self.now())

    def after_today(self) -> datetime:
        """The first moment after today's 24:00 by the estate's clock: a clock of today may run to
        24:00 itself."""
        return self.estate.custom.day_bounds(self.today())[1] + _TICK

    def signed_in_as(self, actor: Actor) -> "Workplace":
        """The same desk, another clerk."""
        return replace(self, actor=actor)

    def allows(self, permission: Permission) -> bool:
        """Whether the clerk may do this."""
        return may(self.actor.role, permission)

    def missing(self, permission: Permission) -> tuple[Reason, ...]:
        """Why the clerk may not do this, where the role does not allow it."""
        if self.allows(permission):
            return ()
        return (Reason("permission.missing", None, {"deed": permission}),)

    def require(self, permission: Permission) -> None:
        """Refuse when the clerk's role does not allow the deed."""
        reasons = self.missing(permission)
        if reasons:
            raise RuleRefused(reasons)

    def deed(self, permission: Permission) -> UnitOfWork:
        """The unit of work of one deed, as the signed-in clerk."""
        self.require(permission)
        return UnitOfWork(self.storage, self.clock, actor_id=self.actor.id, zone=self.estate.zone)

    def by_itself(self) -> UnitOfWork:
        """The unit of work of what the program does by itself, while the clerk merely looks."""
        self.require(Permission.READ)
        return UnitOfWork(self.storage, self.clock, actor_id=None, zone=self.estate.zone)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Look without changing."""
        self.require(Permission.READ)
        if self.held is not None:
            yield self.held
            return
        with self.storage.reading() as reader:
            yield reader

    @contextmanager
    def at_one_moment(self) -> Iterator["Workplace"]:
        """The same desk inside the block, where every look sees the records as they stand now.

        What many records share is then read once. For one thread alone.
        """
        if self.held is not None:
            yield self
            return
        with self.reading() as reader, remembering(reader):
            yield replace(self, held=reader)

    def close(self) -> None:
        """Give the folder back."""
        self.storage.close()
