"""What an amount of money is: a finite number of two places at most, within bounds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from desk.domain.reasons import Reason

CENT = Decimal("0.01")


@dataclass(frozen=True)
class AmountRule:
    """An amount as one room asks for it: nothing or more, up to `most`; `zero` says whether
    nothing is an amount.

    `outside` and `places` are the codes of the reasons.
    """

    most: Decimal
    outside: str
    places: str
    zero: bool = True

    def reasons(
        self,
        amount: Decimal | None,
        field: str,
        missing: str = "",
        at: Mapping[str, str | int] | None = None,
    ) -> Iterator[Reason]:
        """Why this is no such amount; `missing` is the code where one must be given, and `at` says
        where it stands."""
        told = at or {}
        if amount is None:
            if missing:
                yield Reason(missing, field, told)
        elif not is_within(amount, self.most, zero=self.zero):
            yield Reason(self.outside, field, {"most": str(self.most)} | dict(told))
        elif not has_two_places(amount):
            yield Reason(self.places, field, told)


def is_within(amount: Decimal, most: Decimal, *, zero: bool = True) -> bool:
    """Neither less than nothing nor too much, nor no number at all."""
    return amount.is_finite() and 0 <= amount <= most and (zero or amount != 0)


def has_two_places(amount: Decimal) -> bool:
    """Cents are the least there is; asked of a bounded amount."""
    return amount == amount.quantize(CENT)
