"""Errors, sorted by whose fault they are.

A rule refused, the environment failed, someone else changed it, or the record is not there.
Whatever else is raised is a bug.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol


class ReasonLike(Protocol):
    """What a refusal needs to know of a reason; `desk.domain.reasons.Reason` is one."""

    @property
    def code(self) -> str: ...
    @property
    def field(self) -> str | None: ...
    @property
    def parameters(self) -> Mapping[str, str | int]: ...


class DeskError(Exception):
    """Anything the program expects to go wrong and can say in words."""


class RuleRefused(DeskError):
    """The rules say no. Carries every reason at once."""

    def __init__(self, reasons: Iterable[ReasonLike]) -> None:
        self.reasons: tuple[ReasonLike, ...] = tuple(reasons)
        super().__init__(", ".join(reason.code for reason in self.reasons))


class EnvironmentFault(DeskError):
    """Disk, file, printer or key failed. The sentence of `code` says what to do."""

    def __init__(self, code: str, **parameters: str | int) -> None:
        self.code = code
        self.parameters: Mapping[str, str | int] = parameters
        super().__init__(code)


class StaleRecord(DeskError):
    """Someone else saved the record since it was read."""

    def __init__(
        self, kind: str, number: str = "", by: str = "", at: datetime | None = None
    ) -> None:
        self.kind = kind
        self.number = number
        self.by = by
        self.at = at
        super().__init__(kind)


class NotFound(DeskError):
    """There is no such record."""

    def __init__(self, kind: str, key: str) -> None:
        self.kind = kind
        self.key = key
        super().__init__(kind)
