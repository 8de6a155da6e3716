"""An amount of money in capital figures 大寫金額, as receipts and cheques carry it.

The mainland writes by the central bank's rules for bills 《正确填写票据和结算凭证的基本规定》:
整 after 元, none needed after 角, none after 分; one 零 for zeros in between. Where they leave a
choice (a zero before 角, or at the place of 万) the first of their two examples is followed.
Taiwan and Hong Kong close with 整 and 正 whatever does not go down to the last coin.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from desk.domain.money import has_two_places

LIMIT = Decimal("1000000000000")  # amounts stay below a million millions
_GROUP = 10_000
_ZERO = "零"
_DIGITS = 4


@dataclass(frozen=True)
class _Custom:
    """How a region writes: the currency before the figures, digits from 1 to 9, ten to thousand,
    the groups of four places, yuan, its tenth and its hundredth; what closes the amount."""

    currency: str
    digits: str
    tens: str
    groups: tuple[str, ...]
    coins: tuple[str, str, str]
    close: str
    closes_tenths: bool


_CUSTOMS: Mapping[str, _Custom] = MappingProxyType(
    {
        "CN": _Custom(
            "人民币",
            "壹贰叁肆伍陆柒捌玖",
            "拾佰仟",
            ("", "万", "亿"),
            ("元", "角", "分"),
            "整",
            False,
        ),
        "TW": _Custom(
            "新臺幣",
            "壹貳參肆伍陸柒捌玖",
            "拾佰仟",
            ("", "萬", "億"),
            ("元", "角", "分"),
            "整",
            True,
        ),
        "HK": _Custom(
            "港幣", "壹貳叁肆伍陸柒捌玖", "拾佰仟", ("", "萬", "億"), ("元", "角", "仙"), "正", True
        ),
    }
)


def capitals(amount: Decimal, region: str) -> str:
    """The amount in the region's capital figures: `(1409.50, "CN")` is 人民币壹仟肆佰零玖元伍角.

    TypeError for what is no Decimal; ValueError below zero, from `LIMIT` on, with a third place,
    or for a region that has no such custom.
    """
    custom = _CUSTOMS.get(region)
    if custom is None:
        raise ValueError(f"no capital figures for {region}")
    whole, tenths, cents = _places(amount)
    return custom.currency + _yuan(custom, whole) + _coins(custom, whole, tenths, cents)


def _places(amount: Decimal) -> tuple[int, int, int]:
    """Whole units, tenths and hundredths."""
    if not isinstance(amount, Decimal):
        raise TypeError("money is a Decimal")
    if not amount.is_finite() or not 0 <= amount < LIMIT:
        raise ValueError("no amount that has capital figures")
    if not has_two_places(amount):
        raise ValueError("money has two places")
    whole, cents = divmod(int(amount.scaleb(2)), 100)
    return whole, *divmod(cents, 10)


def _yuan(custom: _Custom, whole: int) -> str:
    """The whole units with 元; nothing for none."""
    if not whole:
        return ""
    words, later = "", whole
    is_gap = False
    for place in reversed(range(len(custom.groups))):
        group, later = divmod(later, _GROUP**place)
        if not group:
            is_gap = bool(words)
            continue
        if words and (is_gap or group < _GROUP // 10):
            words += _ZERO
        words += _group(custom, group) + custom.groups[place]
        is_gap = False
    return words + custom.coins[0]


def _group(custom: _Custom, group: int) -> str:
    """A number of up to four places; zeros between its figures are one 零."""
    words, is_gap = "", False
    for place in reversed(range(_DIGITS)):
        digit = group // 10**place % 10
        if not digit:
            is_gap = bool(words)
            continue
        if is_gap:
            words += _ZERO
        words += custom.digits[digit - 1] + (custom.tens[place - 1] if place else "")
        is_gap = False
    return words


def _coins(custom: _Custom, whole: int, tenths: int, cents: int) -> str:
    """What comes after 元: tenths and hundredths, and what closes the amount."""
    if not tenths and not cents:
        return ("" if whole else _ZERO + custom.coins[0]) + custom.close
    words = _ZERO if whole and (not tenths or not whole % 10) else ""
    if tenths:
        words += custom.digits[tenths - 1] + custom.coins[1]
    if cents:
        return words + custom.digits[cents - 1] + custom.coins[2]
    return words + (custom.close if custom.closes_tenths else "")
