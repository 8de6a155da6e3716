"""One start of a window in a process of its own: `probe.py bare|floor|first|desk [FOLDER …]`.

Prints when the window took input (seconds since 1970) and the resident memory (MB) as JSON.
`bare` is a PySide6 window, `floor` has imported SQLAlchemy too, `first` is our first window,
`desk` our main window after signing in.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

SETTLED = 1_500  # milliseconds after which the main window's memory is taken


def main() -> None:
    """Start what was asked for."""
    what, *rest = sys.argv[1:]
    if what in ("bare", "floor"):
        _bare(also_sqlalchemy=what == "floor")
    else:
        _ours(Path(rest[0]), rest[1:])


def _bare(*, also_sqlalchemy: bool) -> None:
    if also_sqlalchemy:
        import sqlalchemy  # noqa: F401, PLC0415
    from PySide6.QtCore import QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415

    app = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    QTimer.singleShot(0, lambda: _tell(app))
    app.exec()


def _ours(folder: Path, account: list[str]) -> None:
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    from desk import app as program  # noqa: PLC0415
    from desk.config import DataFolder  # noqa: PLC0415

    def ready(started: Any) -> None:
        if account:
            QTimer.singleShot(0, lambda: _sign_in(started, *account))
        else:
            QTimer.singleShot(0, lambda: _tell(started._app))

    program.run(DataFolder(folder), ready=ready)


def _sign_in(started: Any, login: str, password: str) -> None:
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    form = started.window.form
    form.login.setText(login)
    form.password.setText(password)
    form.submit()
    QTimer.singleShot(SETTLED, lambda: _tell(started._app))


def _tell(app: Any) -> None:
    for _round in range(3):
        app.processEvents()
    ready = time.time()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    memory = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    print(json.dumps({"ready": ready, "memory": memory}))  # noqa: T201
    app.quit()


if __name__ == "__main__":
    main()
