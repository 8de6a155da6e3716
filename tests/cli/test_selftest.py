"""The installed program tries itself."""

from pathlib import Path

import pytest

from desk.cli import selftest
from desk.cli.checks import storage
from desk.cli.failed import Failed
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.printing import fonts
from tests.cli.conftest import Desk, is_one_plain_line

NAMES = ["fonts", "catalogues", "storage", "form", "window"]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for what is gone in a moment."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_every_part_is_tried_and_nothing_is_left(desk: Desk, place: Path) -> None:
    told = desk("selftest", data=None)

    assert told.err == ""
    assert [row[:2] for row in told.rows] == [[name, "ok"] for name in NAMES]
    assert all(float(row[2]) >= 0 for row in told.rows)
    assert told.code == 0
    assert list(place.iterdir()) == []


def test_a_missing_face_is_noticed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "RARE", ())
    fonts.typeface.cache_clear()
    try:
        told = desk("selftest", data=None)
    finally:
        fonts.typeface.cache_clear()

    assert told.code == 1
    assert [row[1] for row in told.rows if row[0] in {"fonts", "form"}] == ["failed", "failed"]
    assert len(told.rows) == len(NAMES)
    assert is_one_plain_line(told)
    assert "𠮷" in told.err


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (Failed("the disk is made of cheese"), "the disk is made of cheese"),
        (RuleRefused([Reason("reception.request.missing")]), "Write down what was asked."),
        (ModuleNotFoundError("No module named 'sqlcipher3'"), "ModuleNotFoundError"),
    ],
)
def test_a_part_that_fails_says_why_in_one_line(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, place: Path, error: Exception, words: str
) -> None:
    def fail(_folder: Path) -> None:
        raise error

    monkeypatch.setattr(storage, "check", fail)
    monkeypatch.setattr(selftest, "CHECKS", [("storage", "desk.cli.checks.storage")])
    told = desk("selftest", data=None)

    assert told.code == 1
    assert told.rows[0][:2] == ["storage", "failed"]
    assert told.err == f"desk: storage: {words}\n"
    assert list(place.iterdir()) == []


def test_a_part_that_cannot_be_loaded_fails_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks = [("gone", "desk.cli.checks.gone"), ("catalogues", "desk.cli.checks.catalogues")]
    monkeypatch.setattr(selftest, "CHECKS", checks)
    told = desk("selftest", data=None)

    assert [row[1] for row in told.rows] == ["failed", "ok"]
