"""A stock while it is edited: its fields, and which of them is chosen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desk.domain.print_stock import StockField

_BEGINS = (20.0, 20.0)  # where a new field stands, in millimetres
_WIDE = 40.0
_CODE, _CODE_SIDE = "qr", 20.0


class StockDraft(QObject):
    """`changed` says that a field is otherwise, `chosen_changed` that another one is chosen."""

    changed = Signal()
    chosen_changed = Signal()

    def __init__(self, fields: Sequence[StockField], samples: Mapping[str, str]) -> None:
        super().__init__()
        self._fields = list(fields)
        self._samples = samples
        self._chosen = 0 if fields else -1

    def fields(self) -> tuple[StockField, ...]:
        """Every field, in the order in which they were added."""
        return tuple(self._fields)

    def chosen(self) -> int:
        """The place of the chosen field, -1 for none."""
        return self._chosen

    def field(self) -> StockField | None:
        """The chosen field."""
        return self._fields[self._chosen] if self._chosen >= 0 else None

    def words(self, one: StockField) -> str:
        """What stands in a field: this record's value, or the value's name."""
        return self._samples.get(one.name) or one.name

    def sample(self, name: str) -> str:
        """This record's value of that name, "" where it has none."""
        return self._samples.get(name, "")

    def choose(self, place: int) -> None:
        """Another field, from 0; -1 for none."""
        if place != self._chosen and -1 <= place < len(self._fields):
            self._chosen = place
            self.chosen_changed.emit()

    def step(self, by: int) -> None:
        """The next field or the one before, round and round."""
        if self._fields:
            self.choose((self._chosen + by) % len(self._fields))

    def add(self, name: str) -> None:
        """Put a value on the stock; it is chosen."""
        width = _CODE_SIDE if name == _CODE else _WIDE
        self._fields.append(StockField(name, *_BEGINS, width))
        self._chosen = len(self._fields) - 1
        self.changed.emit()
        self.chosen_changed.emit()

    def remove(self) -> None:
        """Take the chosen field off the stock."""
        if self._chosen < 0:
            return
        del self._fields[self._chosen]
        self._chosen = min(self._chosen, len(self._fields) - 1)
        self.changed.emit()
        self.chosen_changed.emit()

    def move(self, right: float, down: float) -> None:
        """Shift the chosen field, in millimetres."""
        one = self.field()
        if one is not None:
            self.alter(x=max(0.0, one.x + right), y=max(0.0, one.y + down))

    def alter(self, **values: Any) -> None:
        """Give the chosen field other values; measures are kept to a tenth of a millimetre."""
        one = self.field()
        if one is None:
            return
        rounded = {key: round(v, 1) for key, v in values.items() if isinstance(v, float)}
        altered = replace(one, **values | rounded)
        if altered != one:
            self._fields[self._chosen] = altered
            self.changed.emit()


def samples_of(content: Mapping[str, Any]) -> dict[str, str]:
    """A record's values under the names that stock knows them by; what is empty is left out."""
    return {name: text for name, text in _flat("", content) if text}


def _flat(prefix: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(f"{prefix}_{key}" if prefix else str(key), inner)
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value, 1):
            yield from _flat(f"{prefix}_{place}", inner)
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        yield prefix, str(value)
