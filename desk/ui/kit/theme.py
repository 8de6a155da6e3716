"""How the program looks: Fusion, quiet neutral surfaces, one accent, four state colours.

Everything stands on an 8-pixel grid in device-independent pixels; larger text comes from the
screen's scaling (or `QT_SCALE_FACTOR`), so no widget multiplies by a factor of its own.
Every ink is at least 4.5 : 1 on every ground it is set on; `INK_ON_GROUND` lists the pairs.
"""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desk.config import resources_folder
from desk.ui.kit.steady import keep_constants_alive

ROW: Final = 40
TEXT: Final = 14
SMALL: Final = 12
TITLE: Final = 19

CANVAS: Final = "#f4f5f7"
SURFACE: Final = "#ffffff"
SUNKEN: Final = "#ebedf1"
LINE: Final = "#e2e5ea"
EDGE: Final = "#8a92a0"
INK: Final = "#1b2028"
MUTED: Final = "#566070"
ACCENT: Final = "#2f57c4"
ACCENT_DEEP: Final = "#2546a3"
ACCENT_GROUND: Final = "#e8eefb"
ON_ACCENT: Final = "#ffffff"
DISABLED: Final = "#8f97a3"
TIP: Final = "#262c36"


class Tone(StrEnum):
    """The four states a thing can be in: colour, shape and words go together."""

    NEUTRAL = "neutral"
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"


class ToneColours(NamedTuple):
    """Ink and ground of one state, both as #rrggbb."""

    ink: str
    ground: str


TONES: Final[dict[Tone, ToneColours]] = {
    Tone.NEUTRAL: ToneColours("#465262", "#edeff3"),
    Tone.DUE: ToneColours("#7a4a00", "#fdf0d4"),
    Tone.OVERDUE: ToneColours("#a91f19", "#fce8e6"),
    Tone.DONE: ToneColours("#17643a", "#e2f4e9"),
}

INK_ON_GROUND: Final[tuple[tuple[str, str], ...]] = (
    *((INK, ground) for ground in (SURFACE, CANVAS, SUNKEN, ACCENT_GROUND)),
    *((MUTED, ground) for ground in (SURFACE, CANVAS, SUNKEN, ACCENT_GROUND)),
    *((ACCENT_DEEP, ground) for ground in (SURFACE, CANVAS, SUNKEN, ACCENT_GROUND)),
    *((colours.ink, colours.ground) for colours in TONES.values()),
    *((colours.ink, SURFACE) for colours in TONES.values()),
    *((colours.ink, CANVAS) for colours in TONES.values()),
    *((colours.ink, ACCENT_GROUND) for colours in TONES.values()),
    (ON_ACCENT, ACCENT),
    (ON_ACCENT, ACCENT_DEEP),
    (ON_ACCENT, TIP),
)

_STYLE_SHEET: Final = Path(__file__).with_name("theme.qss")
_FACES: Final[dict[str, tuple[str, ...]]] = {
    "zh_Hans": ("Noto Sans SC", "Noto Sans TC"),
    "zh_Hant": ("Noto Sans TC", "Noto Sans SC"),
    "en": ("Noto Sans TC", "Noto Sans SC"),
}
_RARE_FACES: Final = ("HanaMinA", "HanaMinB")
_SYSTEM_FACES: Final[dict[str, tuple[str, ...]]] = {
    "zh_Hans": ("Microsoft YaHei UI", "PingFang SC"),
    "zh_Hant": ("Microsoft JhengHei UI", "PingFang TC"),
    "en": ("Microsoft JhengHei UI", "PingFang TC"),
}


def dress(app: QApplication, language: str) -> None:
    """Give the application its style, colours, faces and style sheet, once, before any window."""
    keep_constants_alive()
    app.setStyle(QStyleFactory.create("Fusion"))
    load_fonts()
    app.setPalette(palette())
    app.setFont(base_font(language))
    app.setStyleSheet(style_sheet())


def load_fonts() -> None:
    """Make the bundled faces known to Qt; the files are mapped, not read."""
    known = set(QFontDatabase.families())
    if known.issuperset((*_FACES["zh_Hant"], *_RARE_FACES)):
        return
    for path in sorted((resources_folder() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def base_font(language: str) -> QFont:
    """The face of a language, with the other script and the rare characters behind it."""
    font = QFont()
    font.setFamilies(list(families(language)))
    font.setPixelSize(TEXT)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def set_type(app: QApplication, language: str) -> None:
    """Set every widget in the language's face; a style sheet keeps the old one until it is read."""
    font = base_font(language)
    if app.font().families() != font.families():
        app.setFont(font)
        app.setStyleSheet(app.styleSheet())


def families(language: str) -> Sequence[str]:
    """Faces in the order in which a character is looked for."""
    return (*_FACES[language], *_RARE_FACES, *_SYSTEM_FACES[language])


def sized(font: QFont, pixels: int, *, strong: bool = False) -> QFont:
    """The same face in another size or weight."""
    other = QFont(font)
    other.setPixelSize(pixels)
    if strong:
        other.setWeight(QFont.Weight.DemiBold)
    return other


def palette() -> QPalette:
    """The colours for what the style sheet does not reach."""
    colours = QPalette()
    role = QPalette.ColorRole
    for which, value in (
        (role.Window, CANVAS),
        (role.WindowText, INK),
        (role.Base, SURFACE),
        (role.AlternateBase, CANVAS),
        (role.Text, INK),
        (role.PlaceholderText, MUTED),
        (role.Button, SURFACE),
        (role.ButtonText, INK),
        (role.ToolTipBase, TIP),
        (role.ToolTipText, ON_ACCENT),
        (role.Highlight, ACCENT),
        (role.HighlightedText, ON_ACCENT),
        (role.Link, ACCENT_DEEP),
        (role.LinkVisited, ACCENT_DEEP),
        (role.Accent, ACCENT),
    ):
        colours.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, which, QColor(DISABLED))
    return colours


def style_sheet() -> str:
    """The style sheet with the colours of this file put in place of their `@NAMES`."""
    text = _STYLE_SHEET.read_text(encoding="utf-8")
    names = {
        name: value
        for name, value in globals().items()
        if name.isupper() and isinstance(value, str) and value.startswith("#")
    }
    for tone, colours in TONES.items():
        names[f"{tone.name}_INK"] = colours.ink
        names[f"{tone.name}_GROUND"] = colours.ground
    names["CHEVRON"] = (resources_folder() / "icons" / "chevron_down.svg").as_posix()
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(f"@{name}", names[name])
    return text
