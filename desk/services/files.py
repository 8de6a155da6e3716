"""Files for the clerk: written whole or not at all, and every failure said in words."""

import errno
import os
from contextlib import suppress
from pathlib import Path

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


def write_whole(path: Path, content: bytes) -> None:
    """Put the content under its name at one stroke; what stood there before stays until then."""
    part = path.with_name(f".{path.name}.part")
    try:
        _write(part, content)
        part.replace(path)
    except OSError as fault:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise writing_fault(fault) from None


def writing_fault(fault: OSError) -> EnvironmentFault:
    """What the system says about a file that could not be written, as a fault with words."""
    code = _CODES.get(fault.errno or 0, "file.write_failed")
    return EnvironmentFault(code, detail=fault.strerror or "")


def read_bounded(path: Path, limit: int) -> bytes:
    """The content of a file of at most `limit` bytes; faults name what is wrong with it."""
    try:
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
