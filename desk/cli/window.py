"""`desk` alone: the window."""

import argparse

from desk import app
from desk.cli.session import folder_of


def run(wanted: argparse.Namespace) -> int:
    """Open the window on the folder and stay until it is closed."""
    return app.run(folder_of(wanted))
