"""The data folder, the program's own folders and what this PC prefers."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desk import config
from desk.config import DataFolder, Settings


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
