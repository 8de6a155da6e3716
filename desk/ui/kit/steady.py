"""Keeps the interpreter's constants alive where Qt's bindings count them wrongly.

PySide6 6.12.0 takes it for granted that None and its like are immortal, as they are from Python
3.12 on. On 3.11 every Qt call that returns nothing takes one reference away from None, and after
some thousand calls the interpreter aborts with "deallocating None"; True and False go the same way
more slowly. There the constants are given so many references that they are never used up.
"""

import ctypes
import sys

_PLENTY = 1 << 60


def keep_constants_alive() -> None:
    """Once, before the first window. Nothing is done where they are immortal by themselves."""
    if sys.version_info >= (3, 12):
        return
    for constant in (None, True, False, NotImplemented, Ellipsis):
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < _PLENTY // 2:
            count.value += _PLENTY
