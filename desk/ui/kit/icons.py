"""Our own line icons: SVG on a 24-grid, one stroke weight, tinted while they are loaded.

Written for the screens at hand: `icon("print")` gives a QIcon that knows its disabled look.
An icon alone has no words; the control that carries it sets the accessible name.
"""

import math
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desk.config import resources_folder
from desk.ui.kit.theme import ACCENT, DISABLED, INK, ON_ACCENT


def icon(name: str, colour: str = INK, size: int = 20) -> QIcon:
    """The icon of that file name in `resources/icons`, `size` pixels high at 100 %."""
    source = _source(name)
    made = QIcon()
    for ratio in _ratios():
        for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, DISABLED)):
            made.addPixmap(_render(source, tint, size, ratio), mode)
    return made


def pixmap(name: str, colour: str = INK, size: int = 20, ratio: float | None = None) -> QPixmap:
    """The icon as a picture, for labels and delegates."""
    sharpness = ratio if ratio is not None else max(_ratios())
    return _render(_source(name), colour, size, sharpness)


def program_icon() -> QIcon:
    """The mark of the program, for title bars and the task bar."""
    made = QIcon()
    for size in (16, 32, 64):
        made.addPixmap(_mark(size))
    return made


def path_of(name: str) -> Path:
    """Where an icon lies; FileNotFoundError is a bug in the caller."""
    return resources_folder() / "icons" / f"{name}.svg"


def _mark(size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ACCENT))
    painter.drawRoundedRect(0, 0, size, size, size / 4, size / 4)
    inner = round(size * 0.7)
    edge = (size - inner) // 2
    painter.drawPixmap(edge, edge, _render(_source("estate"), ON_ACCENT, inner, 1.0))
    painter.end()
    return picture


def _source(name: str) -> str:
    return path_of(name).read_text(encoding="utf-8")


def _ratios() -> tuple[float, ...]:
    """Plain screens, and this one where it is sharper."""
    here = QGuiApplication.primaryScreen().devicePixelRatio() if QGuiApplication.screens() else 1.0
    return (1.0,) if here <= 1.0 else (1.0, here)


def _render(source: str, colour: str, size: int, ratio: float) -> QPixmap:
    tinted = source.replace("currentColor", QColor(colour).name())
    renderer = QSvgRenderer(QByteArray(tinted.encode("utf-8")))
    picture = QPixmap(QSize(math.ceil(size * ratio), math.ceil(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
