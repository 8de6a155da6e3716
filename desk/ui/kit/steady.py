"""Keeps None alive where Qt's bindings count it wrongly.

PySide6 6.12.0 takes it for granted that None is immortal, as it is from Python 3.12 on. On 3.11
every Qt call that returns nothing takes one reference away from None, and
after some thousand calls the interpreter aborts with "deallocating None". There None is given
so many
references that they are never used up.
"""

import ctypes
import sys

_PLENTY = 1 << 60


def keep_none_alive() -> None:
    """Once, before the first window. Nothing is done where None is immortal by itself."""
    if sys.version_info >= (3, 12):
        return
    count = ctypes.c_ssize_t.from_address(id(None))
    if count.value < _PLENTY // 2:
        count.value += _PLENTY
