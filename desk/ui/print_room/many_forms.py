"""One form of every record of a period, in one file: asked for, made in the background, told."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.i18n import _, ngettext
from desk.services.paper import Asked, Batch
from desk.ui.kit.day_field import DayField
from desk.ui.kit.deed_dialog import Asked as AskedFor
from desk.ui.kit.deed_dialog import DeedDialog, DeedPlan
from desk.ui.kit.file_choice import choose_to_save
from desk.ui.kit.notify import fault_words, say, tell
from desk.ui.kit.tasks import Progress, tasks_of
from desk.ui.print_room.deeds import PrintRoomDeeds
from desk.wording import label

_HALF = 6  # of the twelve parts of a row
Found = tuple[str, tuple[int, ...]]


class ManyForms(QObject):
    """Works for one page; `started` carries the task, to be followed and stopped."""

    started = Signal(object)

    def __init__(self, deeds: PrintRoomDeeds, page: QWidget) -> None:
        super().__init__(page)
        self._deeds, self._page = deeds, page

    def ask(self, form: str) -> DeedDialog:
        """Of which days; then where to."""
        day = partial(DayField, self._deeds.custom, self._deeds.today)
        today = self._deeds.today()
        plan = DeedPlan(
            title=many_words,
            button=many_words,
            asked=(
                AskedFor("since", day, _first_words, True, _HALF, today.replace(day=1)),
                AskedFor("until", day, _last_words, True, _HALF, today),
            ),
            do=partial(self._find, form),
            lead=_lead,
        )
        dialog = DeedDialog(plan, self._page.window(), about=label("form", form))
        dialog.deed_done.connect(self._save)
        dialog.open()
        return dialog

    def write(self, form: str, ids: Sequence[int], path: Path) -> None:
        """In the background, with progress; what cannot be printed is left out and counted."""
        asked = Asked(self._deeds.paper_language())
        work = partial(self._work, form, tuple(ids), asked, path)
        task = tasks_of(self._page).run(work, done=self._done, failed=self._failed)
        self.started.emit(task)

    def _find(self, form: str, values: Mapping[str, Any]) -> Found:
        return form, self._deeds.records_of(form, values["since"], values["until"])

    def _save(self, found: Found) -> None:
        form, ids = found
        name = f"{label('form', form)}.pdf"
        path = choose_to_save(self._page, many_words(), name, "PDF (*.pdf)")
        if path is not None:
            self.write(form, ids, path)

    def _work(
        self, form: str, ids: tuple[int, ...], asked: Asked, path: Path, progress: Progress
    ) -> Batch:
        step = partial(_step, progress, label("form", form))
        return self._deeds.print_many(form, ids, asked, path, step)

    def _done(self, answer: object) -> None:
        assert isinstance(answer, Batch)
        printed = len(answer.numbers)
        said = ngettext("{count} form in one file.", "{count} forms in one file.", printed)
        words = [said.format(count=printed)]
        if answer.refused:
            left = len(answer.refused)
            more = ngettext("{count} was left out.", "{count} were left out.", left)
            words.append(more.format(count=left))
        say(self._page, " ".join(words))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        tell(self._page, fault_words(error))


def many_words() -> str:
    """The button of a form, and the title of what it asks."""
    return _("Print those of a period")


def _step(progress: Progress, words: str, done: int, total: int) -> None:
    progress.step(done, total, words)


def _first_words() -> str:
    return _("First day")


def _last_words() -> str:
    return _("Last day")


def _lead() -> str:
    return _("Each record of these days becomes a sheet of one PDF, and is in the print log.")
