"""What real printing is tested with is brought where we may, and asked for where we may not."""

from pathlib import Path
from types import MappingProxyType

import pytest
import system_libraries


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A system without the scheduler."""
    scheduler = tmp_path / "cupsd"
    monkeypatch.setattr(
        system_libraries, "PRINTING", MappingProxyType({str(scheduler): "cups-daemon"})
    )
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    return scheduler


def test_what_is_missing_is_installed_once(lacking: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def install(names: list[str]) -> bool:
        asked.append(names)
        lacking.touch()
        return True

    monkeypatch.setattr(system_libraries, "install", install)
    assert system_libraries.bring_printing() == []
    assert system_libraries.bring_printing() == []
    assert asked == [["cups-daemon"]]


def test_what_may_not_be_installed_is_named(lacking: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "install", lambda names: False)
    assert system_libraries.bring_printing() == ["cups-daemon"]


def test_no_print_system_is_asked_for_elsewhere(
    lacking: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_libraries.sys, "platform", "win32")
    assert system_libraries.missing_printing() == []
