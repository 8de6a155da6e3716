"""The records of the key log by their numbers, as `desk show` tells them."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from desk.cli.key.deed import as_mapping
from desk.services import custody_agreement, key_count, key_loan, key_receipt
from desk.services.workplace import Workplace

_GET: Mapping[str, tuple[str, Callable[[Workplace, str], Any]]] = MappingProxyType(
    {
        room.LETTER: (room.KIND, room.get)
        for room in (key_loan, custody_agreement, key_receipt, key_count)
    }
)


def of_number(workplace: Workplace, number: str) -> tuple[str, Mapping[str, Any]] | None:
    """The kind and the fields of a record; None where the number is not of the key log."""
    known = _GET.get(number[:1])
    if known is None:
        return None
    kind, get = known
    return kind, as_mapping(workplace, get(workplace, number))
