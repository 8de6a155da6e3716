"""Sheets in and out: where from or where to, how far it is, and how it ended."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.i18n import _, ngettext
from desk.services.household_import import ImportPlan
from desk.ui.estate import words
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.estate.import_dialog import ImportDialog
from desk.ui.kit.faults import fault_words
from desk.ui.kit.file_choice import choose_to_open, choose_to_save
from desk.ui.kit.notify import say, tell
from desk.ui.kit.tasks import Progress, tasks_of

_BOTH = "Excel (*.xlsx);;CSV (*.csv)"


class Sheets(QObject):
    """`page` is reloaded after an import."""

    def __init__(self, page: QWidget, deeds: EstateDeeds) -> None:
        super().__init__(page)
        self._page, self._deeds = page, deeds
        self.dialog: ImportDialog | None = None

    # What the buttons call

    def choose_import(self) -> None:
        """Ask for a sheet and show what it would do."""
        kinds = _("Sheets") + " (*.xlsx *.csv)"
        path = choose_to_open(self._page, _("Import households"), kinds)
        if path is not None:
            self.read(path)

    def choose_export(self) -> None:
        """Ask where to and write every household."""
        day = self._deeds.today()
        path = self._where(_("Export households"), f"{words.title()} {day:%Y%m%d}.xlsx")
        if path is not None:
            self.write_export(path)

    def choose_template(self) -> None:
        """Ask where to and write an empty sheet."""
        path = self._where(_("Save the template"), f"{words.title()}.xlsx")
        if path is not None:
            self.write_template(path)

    def read(self, path: Path) -> None:
        """Read a sheet in the background; its preview opens."""
        tasks_of(self._page).run(partial(self._read, path), done=self._show, failed=self._failed)

    def write_template(self, path: Path) -> None:
        """Write an empty sheet; it is small."""
        try:
            self._deeds.template(path)
        except DeskError as fault:
            tell(self._page, fault_words(fault))
        else:
            say(self._page, _("The template was saved."))

    def write_export(self, path: Path) -> None:
        """Write every household in the background."""
        tasks_of(self._page).run(
            partial(self._export, path), done=self._exported, failed=self._failed
        )

    # Parts

    def _where(self, title: str, name: str) -> Path | None:
        path = choose_to_save(self._page, title, name, _BOTH)
        if path is None or path.suffix.lower() in (".xlsx", ".csv"):
            return path
        return path.with_name(f"{path.name}.xlsx")

    def _read(self, path: Path, progress: Progress) -> ImportPlan:
        progress.step(0, 0, _("Reading the sheet"))
        return self._deeds.read_sheet(path)

    def _export(self, path: Path, progress: Progress) -> int:
        progress.step(0, 0, _("Exporting households"))
        return self._deeds.export(path)

    def _show(self, plan: object) -> None:
        if isinstance(plan, ImportPlan):
            self.dialog = ImportDialog(self._deeds, plan, tasks_of(self._page), self._page.window())
            self.dialog.imported.connect(self._imported)
            self.dialog.open()

    def _imported(self) -> None:
        reload = getattr(self._page, "reload", None)
        if reload is not None:
            reload()
        say(self._page, _("The households were imported."))

    def _exported(self, count: object) -> None:
        number = int(str(count))
        said = ngettext("{count} row was exported.", "{count} rows were exported.", number)
        say(self._page, said.format(count=self._deeds.custom.number(number)))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        tell(self._page, fault_words(error))
