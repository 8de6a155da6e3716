"""What the system says about a file of the data folder that could not be written, in words."""

from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS

from desk.errors import EnvironmentFault

_FULL = frozenset({ENOSPC, EDQUOT})
_READ_ONLY = frozenset({EPERM, EACCES, EROFS})


def fault(error: OSError) -> EnvironmentFault:
    """`storage.disk_full`, `storage.read_only` or `storage.unwritable`."""
    if error.errno in _FULL:
        return EnvironmentFault("storage.disk_full")
    if error.errno in _READ_ONLY:
        return EnvironmentFault("storage.read_only")
    return EnvironmentFault("storage.unwritable", detail=error.strerror or "")
