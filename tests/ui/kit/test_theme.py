"""The look: contrast, state colours, and no colour that is not in the list."""

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from desk.ui.kit import theme
from desk.ui.kit.theme import INK_ON_GROUND, TONES, Tone


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [value / 255 for value in QColor(colour).getRgb()[:3]]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: str, ground: str) -> float:
    """Contrast ratio of two colours."""
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("ink", "ground"), INK_ON_GROUND)
def test_every_ink_can_be_read_on_every_ground_it_is_set_on(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


def test_edges_of_inputs_and_the_accent_can_be_seen() -> None:
    for colour in (theme.EDGE, theme.ACCENT):
        assert contrast(colour, theme.SURFACE) >= 3


def test_every_state_has_its_own_colours() -> None:
    assert set(TONES) == set(Tone)
    assert len({colours.ink for colours in TONES.values()}) == len(Tone)


def test_the_style_sheet_names_no_colour_that_is_missing() -> None:
    assert not re.findall(r"@[A-Z]\w*", theme.style_sheet())


def test_the_style_sheet_has_no_gradient() -> None:
    assert "gradient" not in theme.style_sheet()


def test_the_application_is_dressed_in_the_bundled_type(dressed: QApplication) -> None:
    assert dressed.font().families()[0].startswith("Noto Sans")
    assert dressed.font().pixelSize() == theme.TEXT
    assert dressed.styleSheet()
