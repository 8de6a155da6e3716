"""The code is the library's own, module for module."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from desk.printing import qr

CODES = st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=60)


def ours(content: str) -> set[tuple[int, int]]:
    """The dark modules (column, row) that the rectangles cover; none is covered twice."""
    count = 17 + 4 * next(v for v in range(1, 40) if fits(content, v))
    covered = [
        (round(x) + across, count - round(y + h) + down)
        for x, y, w, h in qr.squares(content, 0, 0, count)
        for across in range(round(w))
        for down in range(round(h))
    ]
    assert len(covered) == len(set(covered))
    return set(covered)


def fits(content: str, version: int) -> bool:
    return made(content).version == version


def made(content: str) -> QRCode:
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(content)
    code.make()
    return code


def theirs(content: str) -> set[tuple[int, int]]:
    code = made(content)
    every = range(code.getModuleCount())
    return {(column, row) for row in every for column in every if code.isDark(row, column)}


@given(CODES)
def test_every_code_is_the_librarys(content: str) -> None:
    assert ours(content) == theirs(content)


@pytest.mark.parametrize(
    ("content", "version"),
    [("C2026000045K", 1), ("P2026000012J0GQ85UF", 1), ("A" * 21, 2), ("A" * 160, 7)],
)
def test_a_code_is_as_small_as_it_can_be(content: str, version: int) -> None:
    assert fits(content, version)
    assert ours(content) == theirs(content)
