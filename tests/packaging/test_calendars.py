"""The shipped calendars are what their tool would write, under a licence beside them."""

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_the_calendars_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("holidays")
    module = importlib.import_module("holidays_tables")

    assert module.main(["--check"]) == 0, capsys.readouterr().out


def test_the_licence_of_the_holidays_lies_beside_the_others() -> None:
    folder = ROOT / "resources" / "licences"

    assert "`holidays-MIT.txt`" in (folder / "README.md").read_text(encoding="utf-8")
    assert "Permission is hereby granted" in (folder / "holidays-MIT.txt").read_text("utf-8")
