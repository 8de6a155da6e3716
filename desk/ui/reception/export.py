"""Taking the register out: where to, how far it is, and how it ended."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.i18n import EstateFormat, _, ngettext
from desk.ui.kit.faults import fault_words
from desk.ui.kit.file_choice import choose_to_save
from desk.ui.kit.notify import say, tell
from desk.ui.kit.tasks import Progress, tasks_of
from desk.ui.reception.deeds import ReceptionDeeds
from desk.ui.reception.words import register_title


class RegisterExport(QObject):
    """One export at a time, in the background. `started` carries its `Task`, to be followed."""

    started = Signal(object)
    ended = Signal()

    def __init__(self, page: QWidget, deeds: ReceptionDeeds) -> None:
        super().__init__(page)
        self._page, self._deeds = page, deeds

    def start(self, asked: Mapping[str, str]) -> None:
        """Ask for a file and write it."""
        day = self._deeds.custom.day(self._deeds.now())
        name = f"{register_title()} {day:%Y%m%d}.xlsx"
        path = choose_to_save(self._page, _("Export the register"), name, "Excel (*.xlsx)")
        if path is not None:
            self.write(asked, path)

    def write(self, asked: Mapping[str, str], path: Path) -> None:
        """Write the file; its name ends in .xlsx."""
        path = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
        task = tasks_of(self._page).run(
            partial(self._work, dict(asked), path), done=self._done, failed=self._failed
        )
        task.ended.connect(self.ended)
        self.started.emit(task)

    def _work(self, asked: Mapping[str, str], path: Path, progress: Progress) -> int:
        step = partial(_step, progress, self._deeds.custom)
        return self._deeds.export(asked, path, step)

    def _done(self, count: object) -> None:
        number = int(str(count))
        words = ngettext("{count} row was exported.", "{count} rows were exported.", number)
        say(self._page, words.format(count=self._deeds.custom.number(number)))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        tell(self._page, fault_words(error))


def _step(progress: Progress, custom: EstateFormat, count: int) -> None:
    progress.step(count, 0, _("Exporting: {count} rows").format(count=custom.number(count)))
