"""Every deed on a complaint by its name, in the order of a case's life."""

from collections.abc import Mapping
from types import MappingProxyType

from desk.cli.case.closing import CLOSING
from desk.cli.case.deed import Deed
from desk.cli.case.filing import FILING
from desk.cli.case.handling import HANDLING
from desk.cli.case.telling import TELLING

DEEDS: Mapping[str, Deed] = MappingProxyType(
    {deed.name: deed for deed in (*FILING, *HANDLING, *TELLING, *CLOSING)}
)
