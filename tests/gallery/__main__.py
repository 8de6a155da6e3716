"""Write the pictures into a folder: one folder a script, one file a scene."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from tests.gallery import paper
from tests.gallery.estates import SCRIPTS, USUAL, Script, build
from tests.gallery.scenes import SCENES
from tests.gallery.stage import staged


def main() -> int:
    """Write what was asked for; the exit code says whether every picture was written."""
    given = _arguments()
    qInstallMessageHandler(_tell)
    app = QApplication([])
    app.setCursorFlashTime(0)
    failed = 0
    for script in SCRIPTS:
        if script.name in (given.language or USUAL):
            failed += _write(app, script, given.folder / script.name, given.scene)
    return int(failed > 0)


def _write(app: QApplication, script: Script, folder: Path, wanted: list[str] | None) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    with tempfile.TemporaryDirectory() as place:
        estate = build(script, Path(place) / "estate")
        for number, (name, scene) in enumerate(SCENES.items(), 1):
            if wanted and name not in wanted:
                continue
            with staged(app, estate, Path(place) / f"empty{number}") as stage:
                scene(stage)
                path = folder / f"{number:03d}-{name}.png"
                failed += not stage.picture().save(str(path))
                _say(str(path))
        for name, pdf in [] if wanted else paper.sheets(estate):
            for path in paper.write(pdf, folder, name):
                _say(str(path))
    return failed


def _tell(kind: QtMsgType, _place: object, words: str) -> None:
    """What Qt has to say, but for what the display without a screen cannot do."""
    if "propagateSizeHints" not in words:
        _say(f"{kind.name}: {words}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("folder", type=Path)
    names = [script.name for script in SCRIPTS]
    parser.add_argument("--language", action="append", choices=names)
    parser.add_argument("--scene", action="append", choices=list(SCENES))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
