"""What the preview asks of the program: a form to look at, log and save; this PC's habits."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from desk.config import Profile, Settings
from desk.domain.permissions import Permission
from desk.errors import EnvironmentFault
from desk.i18n import language
from desk.services import paper, paper_calibration, print_stock
from desk.services.paper import Asked, FormCode, Period, Printed, PrintRow, Sheet
from desk.services.print_stock import StockEntry, StockRow
from desk.services.workplace import Workplace
from desk.ui.kit.retranslate import Words
from desk.wording import label

_OF_REGION = {"HK": "zh_Hant", "TW": "zh_Hant", "CN": "zh_Hans"}


@dataclass(frozen=True)
class PaperPlan:
    """One form to be looked at: its title, how it is built, and the language it begins in."""

    form: str
    title: Words
    prepare: Callable[[Asked], Sheet]
    language: str


class PaperDeeds:
    """The forms of one open desk."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    # What there is to print

    def of_case(self, form: FormCode, complaint_id: int) -> PaperPlan:
        """A paper of a case, in the language it was printed in last."""
        return self.of_record(form, "complaint", complaint_id)

    def coordination_slip(self, slip_id: int, title: Words) -> PaperPlan:
        """A coordination slip, in the language it was printed in last."""
        return self.of_record(FormCode.COORDINATION_SLIP, "coordination_slip", slip_id, title)

    def of_record(
        self, form: FormCode, kind: str, record_id: int, title: Words | None = None
    ) -> PaperPlan:
        """A paper of any record, in the language it was printed in last."""
        before = self.prints(kind, record_id)
        chosen = before[0].language if before else self._language()
        prepare = partial(paper.prepare, self._workplace, form, record_id)
        return PaperPlan(form, title or partial(label, "form", form), prepare, chosen)

    def blank(self, form: FormCode) -> PaperPlan:
        """The empty form, for the drawer."""
        prepare = partial(paper.prepare_blank, self._workplace, form)
        return PaperPlan(form, partial(label, "form", form), prepare, self._language())

    def register(self, form: FormCode, period: Period) -> PaperPlan:
        """A register over a period."""
        prepare = partial(paper.prepare_register, self._workplace, form, period)
        return PaperPlan(form, partial(label, "form", form), prepare, self._language())

    def calibration_page(self, paper_code: str) -> bytes:
        """The page with which a printer is measured, in the clerk's own language."""
        return paper_calibration.page(self._workplace, paper_code, language())

    def stocks(self, form: str) -> tuple[StockRow, ...]:
        """The pre-printed stock of a form."""
        return print_stock.of_form(self._workplace, form)

    def stock_picture(self, row: StockRow) -> bytes:
        """How a stock looks, empty where nobody has scanned it."""
        return print_stock.picture(self._workplace, row)

    def may_edit_stock(self) -> bool:
        """Whether this clerk says what stands where on a stock."""
        return not print_stock.edit_reasons(self._workplace)

    def stock_names(self, form: str) -> tuple[str, ...]:
        """The values of a form that may stand on a stock."""
        return print_stock.names(self._workplace, form)

    def keep_stock(
        self, form: str, row: StockRow | None, entry: StockEntry, picture: Path | None
    ) -> StockRow:
        """Keep a stock, new or as it was read."""
        if row is None:
            return print_stock.add(self._workplace, form, entry, picture)
        return print_stock.change(self._workplace, row.id, row.version, entry, picture)

    def retire_stock(self, row: StockRow) -> StockRow:
        """The stock is used up."""
        return print_stock.retire(self._workplace, row.id, row.version)

    def stock_test_page(self, form: str, entry: StockEntry) -> bytes:
        """Every field's name in its place."""
        return print_stock.test_page(self._workplace, form, entry, language())

    # What becomes of it

    def send(self, sheet: Sheet, printer: str) -> Printed:
        """Log that the sheet goes to a printer, before it does."""
        return paper.send(self._workplace, sheet, printer)

    def not_taken(self, print_id: int) -> None:
        """The printer refused it."""
        paper.not_taken(self._workplace, print_id)

    def answer(self, print_id: int, came_out: bool) -> PrintRow:
        """Whether it came out, now or later."""
        return paper.answer(self._workplace, print_id, came_out)

    def save(self, sheet: Sheet, path: Path) -> Printed:
        """Save as PDF and log it."""
        return paper.save_pdf(self._workplace, sheet, path)

    def prints(self, kind: str, record_id: int) -> tuple[PrintRow, ...]:
        """What was printed of a record, newest first."""
        return paper.prints_of(self._workplace, kind, record_id)

    def unanswered(self) -> tuple[PrintRow, ...]:
        """Every print of which nobody has said whether it came out, oldest first."""
        if self._workplace.missing(Permission.PRINT):
            return ()
        return paper.unanswered(self._workplace)

    def moment(self, row: PrintRow) -> str:
        """When something was printed, in the estate's custom."""
        return self._workplace.estate.custom.datetime(row.printed_at)

    # This PC's habits; a folder that refuses to keep one costs only the habit

    def usual_printer(self, form: str) -> str:
        """The printer this PC used last for a form, "" for none."""
        return self._settings().printers.get(form, "")

    def profile(self, form: str, printer: str) -> Profile:
        """How this PC puts a form through a printer."""
        return self._settings().profile(form, printer)

    def keep_printer(self, form: str, name: str) -> None:
        """Remember the printer of a form."""
        settings = self._settings()
        if settings.printers.get(form) != name:
            self._keep(replace(settings, printers={**settings.printers, form: name}))

    def keep_profile(self, form: str, printer: str, profile: Profile) -> None:
        """Remember how a form goes through a printer; EnvironmentFault where it cannot be kept."""
        settings = self._settings().with_profile(form, printer, profile)
        try:
            settings.save(self._workplace.folder.settings)
        except OSError as fault:
            raise EnvironmentFault("storage.unwritable", detail=fault.strerror or "") from None

    def _keep(self, settings: Settings) -> None:
        try:
            settings.save(self._workplace.folder.settings)
        except OSError:
            return

    def _settings(self) -> Settings:
        return Settings.load(self._workplace.folder.settings)

    def _language(self) -> str:
        """The resident's script is taken to be the region's; an English desk asks for paper too."""
        spoken = language()
        return _OF_REGION.get(self._workplace.estate.region, spoken)
