"""The room of a unit, looked up once per unit of work."""

from sqlalchemy import Connection, text

from desk.domain.room import Room

_ROOM = text(
    "SELECT building.name, unit.entrance, unit.floor, unit.door"
    " FROM unit JOIN building ON building.id = unit.building_id WHERE unit.id = :unit_id"
)


class Rooms:
    """Rooms by unit id, as the database has them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, Room] = {}

    def of(self, unit_id: int) -> Room:
        """The room of a unit that exists."""
        if unit_id not in self._known:
            row = self._connection.execute(_ROOM, {"unit_id": unit_id}).one()
            self._known[unit_id] = Room(*row)
        return self._known[unit_id]
