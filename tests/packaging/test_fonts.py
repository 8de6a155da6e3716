"""Every face we ship is listed with its version, its source and a licence that lies beside it."""

import re
from pathlib import Path

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


def _rows() -> dict[str, str]:
    lines = (FONTS / "README.md").read_text(encoding="utf-8").splitlines()
    rows = [line.split("|") for line in lines if ".ttf`" in line]
    return {file: row[4] for row in rows for file in re.findall(r"`([^`]+\.ttf)`", row[1])}


def test_every_face_is_in_the_table() -> None:
    assert set(_rows()) == {path.name for path in FONTS.glob("*.ttf")}


def test_every_licence_named_lies_beside_the_faces() -> None:
    named = {file for licence in _rows().values() for file in re.findall(r"`([^`]+)`", licence)}
    assert named == {"OFL-NotoSans.txt", "HanaMin-LICENSE.txt"}
    for file in named:
        assert "SIL OPEN FONT LICENSE" in (FONTS / file).read_text(encoding="utf-8")
