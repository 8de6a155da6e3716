"""The program log and the crash report: what happened, never to whom.

A line is a fixed sentence of ours with codes, counts and record numbers. An exception is written
as its type and the places it passed through; its message stays out, because a message may carry
what somebody typed. The names of versions are loaded late: only a crash report needs them.
"""

import datetime as dt
import logging
import platform
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from desk.errors import EnvironmentFault

NAME = "desk"
FILE = "desk.log"
LIMIT = 1_000_000
KEPT = 5

_PACKAGES = ("desk", "PySide6_Essentials", "SQLAlchemy", "sqlcipher3", "reportlab")
_Exception = tuple[type[BaseException], BaseException, TracebackType | None]


class _Discreet(logging.Formatter):
    """Times in UTC; of an exception its type and places only."""

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802, ARG002
        return dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")

    def formatException(self, ei: object) -> str:  # noqa: N802
        error = ei[1] if isinstance(ei, tuple) else None
        return "\n".join(places(error)) if isinstance(error, BaseException) else ""

    def formatStack(self, stack_info: str) -> str:  # noqa: N802, ARG002
        return ""


def start(folder: Path) -> logging.Handler:
    """Write the program's log into the folder from now on; five old files of a megabyte stay.

    A folder that cannot be written leaves the program without a log rather than without a
    window. The handler is returned so that `stop` can let the file go.
    """
    handler: logging.Handler
    try:
        handler = RotatingFileHandler(
            folder / FILE, maxBytes=LIMIT, backupCount=KEPT, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger(NAME)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(handler)
    return handler


def stop(handler: logging.Handler) -> None:
    """Close the log's file."""
    logging.getLogger(NAME).removeHandler(handler)
    handler.close()


def places(error: BaseException) -> list[str]:
    """An exception as type and code locations, causes included, without a word of its message."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(_kind(current))
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__, limit=100)
        ]
        current = current.__cause__ or current.__context__
    return lines


def _kind(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{kind} {error.code}" if isinstance(error, EnvironmentFault) else kind


def _place(file: str) -> str:
    """The file from its package on: the path before it may hold an account's name."""
    path = Path(file)
    for root in ("site-packages", NAME):
        if root in path.parts:
            at = len(path.parts) - 1 - path.parts[::-1].index(root)
            return Path(*path.parts[at:]).as_posix()
    return path.name


def write_crash_report(folder: Path, error: BaseException, now: dt.datetime) -> Path | None:
    """Write what a developer needs and nobody's name: versions, exception type, code locations.

    The report lies in the folder as ``crash-<UTC time>.txt``; None where it could not be written.
    """
    path = folder / f"crash-{now.astimezone(dt.UTC):%Y%m%d-%H%M%S-%f}.txt"
    lines = [now.astimezone(dt.UTC).isoformat(), *_versions(), "", *places(error), ""]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8")
    except OSError:
        return None
    return path


def _versions() -> list[str]:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    found = [f"Python {platform.python_version()}, {sys.platform} {platform.machine()}"]
    for package in _PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            found.append(f"{package} not installed as a package")
    return found
