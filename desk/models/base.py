"""What every table has in common: constraint names, UTC time, a version."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import BigInteger, DateTime, Dialect, MetaData, Numeric, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeEngine

from desk.models.rooms import Rooms

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC datetime; microseconds since 1970 in SQLite, `timestamptz` in PostgreSQL."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(BigInteger())
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None or dialect.name != "sqlite":
            return value
        return to_microseconds(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None or dialect.name != "sqlite":
            return value  # type: ignore[no-any-return]
        return from_microseconds(value)


class Money(TypeDecorator[Decimal]):
    """An amount of money with two places; hundredths in SQLite, `numeric` in PostgreSQL."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(BigInteger())
        return dialect.type_descriptor(Numeric(14, 2))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        if value is None or dialect.name != "sqlite":
            return value
        return to_hundredths(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        if value is None or dialect.name != "sqlite":
            return value  # type: ignore[no-any-return]
        return Decimal(value).scaleb(-2)


def to_hundredths(amount: Decimal) -> int:
    """So many hundredths; refuses an amount with a third place."""
    hundredths = amount.scaleb(2)
    if hundredths != int(hundredths):
        raise ValueError("money has two places")
    return int(hundredths)


def to_microseconds(moment: datetime) -> int:
    """Microseconds since 1970; refuses a moment without a time zone."""
    if moment.tzinfo is None:
        raise TypeError("a moment without a time zone cannot be stored")
    return (moment - _EPOCH) // _MICROSECOND


def from_microseconds(value: int) -> datetime:
    """The moment of so many microseconds since 1970, UTC."""
    return _EPOCH + timedelta(microseconds=value)


class Base(DeclarativeBase):
    """The declarative base. Constraint names follow one convention, so that all have one."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[type, Any]] = {datetime: UtcDateTime}


class Recorded(Base):
    """A table whose every change the unit of work writes into the history.

    Rows carry a version: a save over somebody else's save is refused, never merged.
    """

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805
        return {"version_id_col": cls.version}


class AffectsSearch:
    """A row whose change alters under which tokens some records are found.

    `search_parts` names the collections whose coming and going counts as such a change.
    """

    search_parts: ClassVar[tuple[str, ...]] = ()

    def affected_records(self) -> Iterable["Searchable"]:
        """The records to be indexed anew when this row changes."""
        raise NotImplementedError


class Searchable(AffectsSearch):
    """A record the search box can find; its tokens are kept by the unit of work."""

    id: Mapped[int]
    search_table: ClassVar[str]

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        """The exact tokens under which this record is found."""
        raise NotImplementedError

    def affected_records(self) -> Iterable["Searchable"]:
        return (self,)
