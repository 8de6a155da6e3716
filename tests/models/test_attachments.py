"""The encrypted store: nothing readable on the disk, nothing damaged handed out."""

import os
from pathlib import Path

import pytest

from desk.errors import EnvironmentFault
from desk.models.attachments import AttachmentStore

KEY = bytes(range(32))
CONTENT = b"%PDF-1.7 " + "曾德華的收據".encode() * 50


@pytest.fixture
def store(tmp_path: Path) -> AttachmentStore:
    return AttachmentStore(tmp_path, KEY)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_is_put_comes_back(store: AttachmentStore, tmp_path: Path) -> None:
    digest = store.put(CONTENT)
    assert store.get(digest) == CONTENT
    assert files(tmp_path) == [tmp_path / digest[:2] / digest]


def test_the_file_says_nothing_of_its_content(store: AttachmentStore, tmp_path: Path) -> None:
    store.put(CONTENT)
    (path,) = files(tmp_path)
    assert b"%PDF" not in path.read_bytes()
    assert "曾德華".encode() not in path.read_bytes()


def test_the_same_content_is_kept_once_and_named_by_the_key(tmp_path: Path) -> None:
    one, other = AttachmentStore(tmp_path, KEY), AttachmentStore(tmp_path, bytes(32))
    assert one.put(CONTENT) == one.put(CONTENT)
    assert len(files(tmp_path)) == 1
    assert one.put(CONTENT) != other.put(CONTENT)


@pytest.mark.parametrize("at", [0, 12, 40, -1])
def test_a_flipped_bit_is_noticed(store: AttachmentStore, at: int) -> None:
    digest = store.put(CONTENT)
    sealed = bytearray(store.path(digest).read_bytes())
    sealed[at] ^= 1
    store.path(digest).write_bytes(sealed)
    with pytest.raises(EnvironmentFault, match=r"attachment\.damaged"):
        store.get(digest)


@pytest.mark.parametrize("length", [0, 5, 20, 30])
def test_a_cut_file_is_noticed(store: AttachmentStore, length: int) -> None:
    digest = store.put(CONTENT)
    store.path(digest).write_bytes(store.path(digest).read_bytes()[:length])
    with pytest.raises(EnvironmentFault, match=r"attachment\.damaged"):
        store.get(digest)


def test_one_file_cannot_stand_for_another(store: AttachmentStore) -> None:
    first, second = store.put(CONTENT), store.put(CONTENT + b"!")
    store.path(first).write_bytes(store.path(second).read_bytes())
    with pytest.raises(EnvironmentFault, match=r"attachment\.damaged"):
        store.get(first)


def test_a_missing_file_is_a_plain_fault(store: AttachmentStore) -> None:
    with pytest.raises(EnvironmentFault, match=r"attachment\.lost"):
        store.get("ab" * 32)


def test_a_damaged_file_is_mended_when_its_content_comes_again(store: AttachmentStore) -> None:
    digest = store.put(CONTENT)
    store.path(digest).write_bytes(b"rubbish")
    assert store.put(CONTENT) == digest
    assert store.get(digest) == CONTENT


def test_a_full_disk_leaves_nothing_half_written(
    store: AttachmentStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EnvironmentFault, match=r"storage\.disk_full"):
        store.put(CONTENT)
    assert files(tmp_path) == []


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "attachments").write_text("a file stands in the way")
    with pytest.raises(EnvironmentFault, match=r"storage\."):
        AttachmentStore(tmp_path / "attachments", KEY).put(CONTENT)
