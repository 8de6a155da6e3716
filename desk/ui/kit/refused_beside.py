"""Where a refusal is shown, when the window asks in another field than the rule speaks of."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from desk.domain.reasons import Reason
from desk.errors import ReasonLike, RuleRefused


@contextmanager
def refused_beside(key: str, is_meant: Callable[[ReasonLike], bool]) -> Iterator[None]:
    """A reason that `is_meant` stands beside the field `key`; the others stay where they are."""
    try:
        yield
    except RuleRefused as refused:
        raise RuleRefused(
            Reason(one.code, key, dict(one.parameters)) if is_meant(one) else one
            for one in refused.reasons
        ) from None


def of_field(field: str) -> Callable[[ReasonLike], bool]:
    """The reasons that the rule puts beside a field of its own."""

    def is_meant(reason: ReasonLike) -> bool:
        return reason.field == field

    return is_meant
