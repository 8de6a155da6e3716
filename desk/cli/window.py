"""`desk` alone: the window."""

import argparse
import os
import sys

from desk import app
from desk.cli.failed import Failed
from desk.cli.session import folder_of
from desk.i18n import _

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(wanted: argparse.Namespace) -> int:
    """Open the window on the folder and stay until it is closed."""
    if sys.platform == "linux" and not any(map(os.environ.get, _SCREENS)):
        raise Failed(
            _("There is no screen here to show the window on. For work without one: desk --help")
        )
    return app.run(folder_of(wanted))
