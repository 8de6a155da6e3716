"""Files for the clerk: written whole or not at all, and every failure said in words.

Nothing is ever put into a data folder: a file of that name there may be the estate itself, and
what is taken out of the program does not belong among what is encrypted.
"""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desk.config import DataFolder
from desk.errors import EnvironmentFault

_CODES = {
    errno.ENOSPC: "file.disk_full",
    errno.EDQUOT: "file.disk_full",
    errno.EROFS: "file.not_writable",
    errno.EACCES: "file.not_writable",
    errno.EPERM: "file.not_writable",
    errno.ENOENT: "file.no_folder",
    errno.ENOTDIR: "file.no_folder",
    errno.EISDIR: "file.is_folder",
    errno.ENAMETOOLONG: "file.name_too_long",
}


def write_secret(path: Path, content: bytes) -> None:
    """Put the content under its name at one stroke, readable by this user alone."""
    with written_after(path, content, mode=0o600):
        pass


@contextmanager
def written_after(path: Path, content: bytes, mode: int = 0o666) -> Iterator[None]:
    """Lay the content down beside its place; it takes its name when the block has ended well.

    Until then, and for good when the block raises, what stood there before stays as it was. `mode`
    is who may read it from its first byte, less what this user's mask takes away.
    """
    refuse_place(path)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        part.touch(mode)
        _write(part, content)
        yield
        part.replace(path)
    except OSError as fault:
        raise writing_fault(fault) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def refuse_place(path: Path) -> None:
    """Refuse a folder, what is no ordinary file, and everything inside a data folder."""
    real = Path(os.path.realpath(path.parent))
    try:
        if not path.name or path.is_dir():
            raise EnvironmentFault("file.is_folder")
        if path.exists() and not path.is_file():
            raise EnvironmentFault("file.special")
        if any(DataFolder(folder).vault.exists() for folder in (real, *real.parents)):
            raise EnvironmentFault("file.data_folder")
    except OSError as fault:
        raise writing_fault(fault) from None


def writing_fault(fault: OSError) -> EnvironmentFault:
    """What the system says about a file that could not be written, as a fault with words."""
    code = _CODES.get(fault.errno or 0, "file.write_failed")
    return EnvironmentFault(code, detail=fault.strerror or "")


def read_bounded(path: Path, limit: int) -> bytes:
    """The content of a file of at most `limit` bytes; faults name what is wrong with it."""
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise EnvironmentFault("file.special")
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except FileNotFoundError:
        raise EnvironmentFault("file.missing") from None
    except IsADirectoryError:
        raise EnvironmentFault("file.is_folder") from None
    except OSError as fault:
        raise EnvironmentFault("file.unreadable", detail=fault.strerror or "") from None
    if len(content) > limit:
        raise EnvironmentFault("file.too_big", limit=limit // 1024**2)
    return content


def _write(part: Path, content: bytes) -> None:
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
