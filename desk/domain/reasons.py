"""Why something is refused, in no language."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_NONE: Mapping[str, str | int] = MappingProxyType({})


@dataclass(frozen=True)
class Reason:
    """One reason for a refusal.

    `code` is dotted (`reception.request.missing`) and worded above the domain; `field` names the
    form field it stands beside, or is None when it concerns the whole record; `parameters` fill
    the placeholders of the sentence.
    """

    code: str
    field: str | None = None
    parameters: Mapping[str, str | int] = dataclasses.field(
        default_factory=lambda: _NONE, hash=False
    )
