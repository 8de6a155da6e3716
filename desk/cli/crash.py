"""What the command line does at a bug: a report without personal data, and a line naming it."""

import argparse
from pathlib import Path
from tempfile import gettempdir

from desk import log
from desk.cli.session import folder_of
from desk.clock import SystemClock
from desk.i18n import _


def report(bug: Exception, wanted: argparse.Namespace | None) -> str:
    """Write the report into the data folder, or into the system's own where there is none."""
    path = log.write_crash_report(_place(wanted), bug, SystemClock().now())
    if path is None:
        return _("Something went wrong in the program, and no report could be written.")
    return _(
        "Something went wrong in the program. A report without personal data was written to: {path}"
    ).format(path=path)


def _place(wanted: argparse.Namespace | None) -> Path:
    folder = None if wanted is None else folder_of(wanted)
    is_there = folder is not None and folder.path.is_dir()
    return folder.logs if folder is not None and is_there else Path(gettempdir())
