"""The estate, as read."""

from dataclasses import dataclass

from sqlalchemy import select

from desk.errors import EnvironmentFault
from desk.models.estate import Estate
from desk.models.lists import Reader


@dataclass(frozen=True)
class EstateRow:
    """The one estate of this desk."""

    id: int
    name: str
    region: str
    zone: str
    calendar: str
    phone: str
    version: int


def estate(reader: Reader) -> EstateRow:
    """The estate; a database without one was never finished being set up."""
    row = reader.execute(
        select(
            Estate.id,
            Estate.name,
            Estate.region,
            Estate.zone,
            Estate.calendar,
            Estate.phone,
            Estate.version,
        )
    ).first()
    if row is None:
        raise EnvironmentFault("storage.unfinished")
    return EstateRow(*row)
