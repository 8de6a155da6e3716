"""`desk selftest`: the installed program tries every part once, in a folder of its own.

It needs no display and no data. Each check is a late door of its own: see `desk.cli.checks`.
"""

import argparse
import importlib
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.cli import output
from desk.cli.failed import Failed
from desk.errors import DeskError
from desk.i18n import N_, _, gettext
from desk.wording import explain

CHECKS: Sequence[tuple[str, str]] = (
    (N_("fonts"), "desk.cli.checks.fonts"),
    (N_("catalogues"), "desk.cli.checks.catalogues"),
    (N_("storage"), "desk.cli.checks.storage"),
    (N_("form"), "desk.cli.checks.form"),
    (N_("window"), "desk.cli.checks.window"),
)


def run(wanted: argparse.Namespace) -> int:  # noqa: ARG001 - it needs no words
    """Every check, one line each: name, ok or failed, seconds. Raises Failed when one did."""
    failures = []
    with _without_display(), TemporaryDirectory(prefix="desk-selftest-") as folder:
        for marked, module in CHECKS:
            name, started = gettext(marked), time.perf_counter()
            why = _why_it_fails(module, Path(folder))
            seconds = f"{time.perf_counter() - started:.2f}"
            output.line(name, _("failed") if why else _("ok"), seconds)
            sys.stdout.flush()
            failures += [f"{name}: {why}"] if why else []
    if failures:
        raise Failed("; ".join(failures))
    return 0


def _why_it_fails(module: str, folder: Path) -> str:
    """The reason in words; of a bug only its kind, because its text may hold anything."""
    try:
        importlib.import_module(module).check(folder)
    except Failed as failed:
        return str(failed)
    except DeskError as error:
        return " ".join(explain(error))
    except Exception as bug:
        return type(bug).__name__
    return ""


@contextmanager
def _without_display() -> Iterator[None]:
    """Qt draws into memory where there is no screen."""
    has_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    decided = has_screen or "QT_QPA_PLATFORM" in os.environ or not sys.platform.startswith("linux")
    if not decided:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        yield
    finally:
        if not decided:
            del os.environ["QT_QPA_PLATFORM"]
