"""The data folder, the program's own folders and what this PC prefers."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desk import config
from desk.config import DataFolder, Profile, Settings


def test_every_part_of_the_data_has_its_name_inside_the_one_folder(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    parts = [folder.database, folder.vault, folder.attachments, folder.backups]
    parts += [folder.logs, folder.lock, folder.settings]
    assert {part.parent for part in parts} == {folder.path}
    assert len(set(parts)) == len(parts)


def test_the_folder_is_made_for_this_user_alone_and_made_again_without_harm(
    tmp_path: Path,
) -> None:
    folder = DataFolder(tmp_path / "deep" / "data")
    folder.prepare()
    (folder.backups / "kept").touch()
    folder.prepare()
    assert (folder.backups / "kept").exists()
    if sys.platform != "win32":
        assert folder.path.stat().st_mode & 0o077 == 0


def test_the_default_folder_is_the_platforms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere")
    path = config.default_data_folder().path
    assert path.name == "desk"
    if sys.platform == "linux":
        assert path == Path("/somewhere/desk")


def test_a_source_tree_has_its_folders_beside_the_package() -> None:
    assert config.translations_folder().is_dir()
    assert config.resources_folder().parent == config.translations_folder().parent


def test_a_packaged_program_has_its_folders_where_it_was_unpacked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert config.resources_folder() == tmp_path / "resources"


def test_an_installed_program_carries_its_folders_inside_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "desk" / "translations").mkdir(parents=True)
    monkeypatch.setattr(config, "__file__", str(tmp_path / "desk" / "config.py"))
    assert config.translations_folder() == tmp_path / "desk" / "translations"


def test_settings_are_read_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = replace(
        Settings(), language="zh_Hant", printers={"slip": "櫃檯"}, offsets={"slip": (1.5, -2.0)}
    )
    settings.save(path)
    assert Settings.load(path) == settings
    assert [part.name for part in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"language": 7, "printers": [], "offsets": {"a": [1]}, "text_scale": 900}',
        b'{"offsets": {"a": [1, "2"], "b": [true, false]}, "unknown": 1}',
    ],
)
def test_damaged_settings_give_the_defaults(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert Settings.load(path) == Settings()


def test_each_printer_has_its_own_way_with_a_form(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    profile = Profile(
        paper="241x140",
        offset=(1.5, -2.0),
        scale=(99.6, 100.2),
        tray="tractor",
        copies=3,
        separately=True,
        at_once=True,
        stock=7,
    )
    Settings().with_profile("slip", "櫃檯", profile).save(path)
    read = Settings.load(path)
    assert read.profile("slip", "櫃檯") == profile
    assert read.profile("slip", "other") == Profile()
    assert read.profile("other", "櫃檯") == Profile()
    changed = read.with_profile("slip", "other", Profile(copies=2))
    assert changed.profile("slip", "櫃檯") == profile


def test_a_shift_of_an_older_version_still_counts_until_there_is_a_profile(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"offsets": {"slip": [1.5, -2]}, "printers": {"slip": "front"}}')
    read = Settings.load(path)
    assert read.profile("slip", "front").offset == (1.5, -2)
    assert read.printers == {"slip": "front"}
    assert read.with_profile("slip", "front", Profile()).profile("slip", "front").offset == (0, 0)


@pytest.mark.parametrize(
    "stored",
    [
        b"7",
        b'{"paper": 4, "offset": [1], "scale": [true, 100], "tray": "cellar", "copies": 9}',
        b'{"offset": [1, 900], "scale": [1, 1], "tray": 3, "copies": true, "at_once": 1}',
        b'{"offset": [NaN, 0], "scale": [Infinity, 100], "copies": "2", "separately": "yes"}',
        b'{"stock": -3}',
        b'{"stock": "1"}',
    ],
)
def test_a_damaged_profile_gives_the_defaults(tmp_path: Path, stored: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"language": "en", "profiles": {"slip": {"front": ' + stored + b"}}}")
    read = Settings.load(path)
    assert (read.language, read.profile("slip", "front")) == ("en", Profile())


@pytest.mark.parametrize("stored", [b"[]", b'"x"', b'{"slip": []}', b'{"slip": 1}'])
def test_damaged_profiles_leave_the_rest(tmp_path: Path, stored: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"language": "en", "profiles": ' + stored + b"}")
    assert Settings.load(path).profile("slip", "front") == Profile()
    assert Settings.load(path).language == "en"


def test_missing_settings_give_the_defaults(tmp_path: Path) -> None:
    assert Settings.load(tmp_path / "none.json") == Settings()


def test_a_refused_write_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    Settings(language="en").save(path)

    def full(_descriptor: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(config.os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        Settings(language="zh_Hans").save(path)
    assert Settings.load(path).language == "en"
    assert [part.name for part in tmp_path.iterdir()] == ["settings.json"]
