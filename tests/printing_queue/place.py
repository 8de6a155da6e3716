"""Where a test process asks for printers: nowhere but at a socket of its own."""

import os
import tempfile
from pathlib import Path

SOCKET = "CUPS_SERVER"


def own_socket() -> Path:
    """Where this process' scheduler listens; short, because a socket's path must be."""
    return Path(tempfile.gettempdir()) / f"desk-cups-{os.getpid()}" / "socket"
