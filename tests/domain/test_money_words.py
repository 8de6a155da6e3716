"""Capital figures 大寫金額: the central bank's examples, Taiwan's and Hong Kong's forms."""

from decimal import Decimal

import pytest

from desk.domain.money_words import LIMIT, capitals

# 《正确填写票据和结算凭证的基本规定》: what it gives as examples. Where it gives two ways to write
# an amount, either is right; ours is the first.
EXAMPLES = {
    "1409.50": ("人民币壹仟肆佰零玖元伍角",),
    "6007.14": ("人民币陆仟零柒元壹角肆分",),
    "1680.32": ("人民币壹仟陆佰捌拾元零叁角贰分", "人民币壹仟陆佰捌拾元叁角贰分"),
    "107000.53": ("人民币壹拾万柒仟元零伍角叁分", "人民币壹拾万零柒仟元伍角叁分"),
    "16409.02": ("人民币壹万陆仟肆佰零玖元零贰分",),
    "325.04": ("人民币叁佰贰拾伍元零肆分",),
}
MAINLAND = {
    "0": "零元整",
    "0.01": "壹分",
    "0.10": "壹角",
    "0.53": "伍角叁分",
    "1": "壹元整",
    "1.00": "壹元整",
    "10": "壹拾元整",
    "10.5": "壹拾元零伍角",
    "11": "壹拾壹元整",
    "20.05": "贰拾元零伍分",
    "100": "壹佰元整",
    "101": "壹佰零壹元整",
    "110": "壹佰壹拾元整",
    "1000": "壹仟元整",
    "1001": "壹仟零壹元整",
    "1010": "壹仟零壹拾元整",
    "1100": "壹仟壹佰元整",
    "10000": "壹万元整",
    "10001": "壹万零壹元整",
    "10500": "壹万零伍佰元整",
    "15000": "壹万伍仟元整",
    "100000": "壹拾万元整",
    "1000000.01": "壹佰万元零壹分",
    "10010000": "壹仟零壹万元整",
    "20300400": "贰仟零叁拾万零肆佰元整",
    "100000000": "壹亿元整",
    "100000001": "壹亿零壹元整",
    "100001000": "壹亿零壹仟元整",
    "100100000": "壹亿零壹拾万元整",
    "1010000000": "壹拾亿壹仟万元整",
    "9999999999.99": "玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
    "999999999999.99": "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
}
TAIWAN = {
    "0": "新臺幣零元整",
    "2": "新臺幣貳元整",
    "1234": "新臺幣壹仟貳佰參拾肆元整",
    "56789": "新臺幣伍萬陸仟柒佰捌拾玖元整",
    "10005": "新臺幣壹萬零伍元整",
    "300000000": "新臺幣參億元整",
    "12.5": "新臺幣壹拾貳元伍角整",
    "12.55": "新臺幣壹拾貳元伍角伍分",
}
HONG_KONG = {
    "0": "港幣零元正",
    "1234": "港幣壹仟貳佰叁拾肆元正",
    "88000": "港幣捌萬捌仟元正",
    "1200.50": "港幣壹仟貳佰元零伍角正",
    "1201.50": "港幣壹仟貳佰零壹元伍角正",
    "1201.25": "港幣壹仟貳佰零壹元貳角伍仙",
    "100.05": "港幣壹佰元零伍仙",
    "0.5": "港幣伍角正",
    "600000000": "港幣陸億元正",
}


@pytest.mark.parametrize(("amount", "either"), EXAMPLES.items())
def test_the_central_banks_examples(amount: str, either: tuple[str, ...]) -> None:
    assert capitals(Decimal(amount), "CN") == either[0]


@pytest.mark.parametrize(("amount", "words"), MAINLAND.items())
def test_the_mainlands_figures(amount: str, words: str) -> None:
    assert capitals(Decimal(amount), "CN") == "人民币" + words


@pytest.mark.parametrize(("amount", "words"), TAIWAN.items())
def test_taiwans_figures(amount: str, words: str) -> None:
    assert capitals(Decimal(amount), "TW") == words


@pytest.mark.parametrize(("amount", "words"), HONG_KONG.items())
def test_hong_kongs_figures(amount: str, words: str) -> None:
    assert capitals(Decimal(amount), "HK") == words


@pytest.mark.parametrize("amount", ["-0.01", "0.001", "1.005", "NaN", "Infinity", str(LIMIT)])
def test_what_is_no_amount_of_money_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match=r"money|amount"):
        capitals(Decimal(amount), "CN")


def test_a_float_is_no_money() -> None:
    with pytest.raises(TypeError):
        capitals(1.1, "CN")  # type: ignore[arg-type]


def test_a_region_without_a_custom_is_refused() -> None:
    with pytest.raises(ValueError, match="MO"):
        capitals(Decimal(1), "MO")


_VALUE = {char: value for value, char in enumerate("零壹贰叁肆伍陆柒捌玖")}
_TENS = {"拾": 10, "佰": 100, "仟": 1000}
_GROUPS = {"万": 10**4, "亿": 10**8, "元": 1}
_COINS = {"角": 10, "分": 1}


def read_back(words: str) -> Decimal:
    """What the figures say, in a way that has nothing of how they were written."""
    cents = group = digit = 0
    for char in words.removeprefix("人民币").rstrip("整"):
        if char in _VALUE:
            digit = _VALUE[char]
        elif char in _TENS:
            group, digit = group + digit * _TENS[char], 0
        elif char in _GROUPS:
            cents, group, digit = cents + (group + digit) * _GROUPS[char] * 100, 0, 0
        else:
            cents, digit = cents + digit * _COINS[char], 0
    return Decimal(cents).scaleb(-2)


def test_whatever_is_written_reads_back_as_the_amount_and_never_has_two_zeros() -> None:
    small = (Decimal(cents).scaleb(-2) for cents in range(30_011))
    steps = (Decimal(7 * 13**power).scaleb(-2) for power in range(12))
    parts = (0, 1, 10, 105, 1000, 1001, 1010, 5000, 9999)
    mixed = (
        Decimal(upper * 10**8 + middle * 10**4 + lower)
        for upper in parts
        for middle in parts
        for lower in parts
    )
    for amount in (*small, *steps, *mixed):
        words = capitals(amount, "CN")
        assert read_back(words) == amount, words
        assert "零零" not in words
        assert "零元" not in words or not amount
        assert words.endswith("整") == (amount == amount.to_integral_value())
