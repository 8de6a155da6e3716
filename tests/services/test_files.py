"""Files for the clerk: whole or not at all, and a secret one for this user alone."""

import os
import stat
from pathlib import Path

import pytest

from desk.services import files

posix_only = pytest.mark.skipif(os.name != "posix", reason="Windows has no permission bits")


@posix_only
def test_a_secret_is_this_users_alone_from_its_first_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    write = files._write

    def watched(part: Path, content: bytes) -> None:
        seen.append(stat.S_IMODE(part.stat().st_mode))
        write(part, content)

    monkeypatch.setattr(files, "_write", watched)
    files.write_secret(tmp_path / "code.txt", b"AAAAA-BBBBB")

    assert seen == [0o600]
    assert stat.S_IMODE((tmp_path / "code.txt").stat().st_mode) == 0o600
    assert (tmp_path / "code.txt").read_bytes() == b"AAAAA-BBBBB"


def test_a_secret_takes_the_place_of_an_older_file(tmp_path: Path) -> None:
    path = tmp_path / "code.txt"
    path.write_bytes(b"old")
    files.write_secret(path, b"new")

    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["code.txt"]
