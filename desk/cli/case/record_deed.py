"""A deed on a record of a register as words of the command line, as data."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, Protocol, TypeVar

from desk.cli.case.deed import Given, Option
from desk.services.workplace import Workplace

Record = TypeVar("Record")


class AnyDeed(Protocol):
    """What the help says of a deed of any kind."""

    @property
    def name(self) -> str: ...
    @property
    def help(self) -> str: ...
    @property
    def options(self) -> tuple[Option, ...]: ...


Told = TypeVar("Told", bound=AnyDeed)


@dataclass(frozen=True)
class RecordDeed(Generic[Record]):
    """One deed on a record: its name, what it is for (marked for the catalogues), its words, who
    does it."""

    name: str
    help: str
    options: tuple[Option, ...]
    do: Callable[[Workplace, Record, Given], Record]


def by_name(deeds: Iterable[Told]) -> Mapping[str, Told]:
    """The deeds by the word that calls them, in their order."""
    return MappingProxyType({one.name: one for one in deeds})
