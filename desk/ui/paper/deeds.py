"""What the preview asks of the program: a form to look at, log and save; this PC's habits."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from desk.config import Profile, Settings
from desk.i18n import language
from desk.services import paper
from desk.services.paper import Destination, FormCode, Period, Printed, PrintRow, Sheet
from desk.services.workplace import Workplace
from desk.ui.kit.retranslate import Words
from desk.wording import label

_OF_REGION = {"HK": "zh_Hant", "TW": "zh_Hant", "CN": "zh_Hans"}


@dataclass(frozen=True)
class PaperPlan:
    """One form to be looked at: its title, how it is built, and the language it begins in."""

    form: str
    title: Words
    prepare: Callable[[str], Sheet]
    language: str


class PaperDeeds:
    """The forms of one open desk."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def of_case(self, form: FormCode, complaint_id: int) -> PaperPlan:
        """A paper of a case, in the language it was printed in last."""
        return self._of_record(form, "complaint", complaint_id, partial(label, "form", form))

    def coordination_slip(self, slip_id: int, title: Words) -> PaperPlan:
        """A coordination slip, in the language it was printed in last."""
        return self._of_record(FormCode.COORDINATION_SLIP, "coordination_slip", slip_id, title)

    def blank(self, form: FormCode) -> PaperPlan:
        """The empty form, for the drawer."""
        prepare = partial(paper.prepare_blank, self._workplace, form)
        return PaperPlan(form, partial(label, "form", form), prepare, self._language())

    def register(self, form: FormCode, period: Period) -> PaperPlan:
        """A register over a period."""
        prepare = partial(paper.prepare_register, self._workplace, form, period)
        return PaperPlan(form, partial(label, "form", form), prepare, self._language())

    def prints(self, kind: str, record_id: int) -> tuple[PrintRow, ...]:
        """What was printed of a record, newest first."""
        return paper.prints_of(self._workplace, kind, record_id)

    def save(self, sheet: Sheet, path: Path) -> Printed:
        """Save as PDF and log it."""
        return paper.save_pdf(self._workplace, sheet, path)

    def log(self, sheet: Sheet, copies: int) -> Printed:
        """Log what came out of the printer."""
        return paper.log_print(self._workplace, sheet, Destination.PRINTER, copies)

    def usual_printer(self, form: str) -> str:
        """The printer this PC used last for a form, "" for none."""
        return self._settings().printers.get(form, "")

    def profile(self, form: str, printer: str) -> Profile:
        """How this PC puts a form through a printer."""
        return self._settings().profile(form, printer)

    def keep_printer(self, form: str, name: str) -> None:
        """Remember the printer of a form; a folder that refuses costs only the habit."""
        settings = self._settings()
        if settings.printers.get(form) == name:
            return
        try:
            printers = {**settings.printers, form: name}
            replace(settings, printers=printers).save(self._workplace.folder.settings)
        except OSError:
            return

    def _of_record(self, form: FormCode, kind: str, record_id: int, title: Words) -> PaperPlan:
        before = self.prints(kind, record_id)
        chosen = before[0].language if before else self._language()
        prepare = partial(paper.prepare, self._workplace, form, record_id)
        return PaperPlan(form, title, prepare, chosen)

    def _settings(self) -> Settings:
        return Settings.load(self._workplace.folder.settings)

    def _language(self) -> str:
        """The resident's script is taken to be the region's; an English desk asks for paper too."""
        spoken = language()
        return _OF_REGION.get(self._workplace.estate.region, spoken)
