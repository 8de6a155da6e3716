"""The sheet as it will come out, and the way to the printer or into a PDF.

Looking is not printing, and sent is not printed: a print is logged before the queue gets it, and
stays unanswered until somebody has looked at the printer. What is printed is built anew at that
moment; when the record was changed since it was looked at, the new sheet is shown first.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desk.config import Profile
from desk.errors import DeskError
from desk.i18n import _
from desk.services.paper import REGISTERS, Printed, Sheet
from desk.services.print_stock import StockRow
from desk.ui.kit.file_choice import choose_to_save
from desk.ui.kit.notify import fault_words
from desk.ui.kit.retranslate import Spoken
from desk.ui.paper.deeds import PaperDeeds, PaperPlan
from desk.ui.paper.document import PdfDocument
from desk.ui.paper.preview_frame import PreviewFrame
from desk.ui.paper.printer import Printers
from desk.ui.paper.profile import ProfileDialog
from desk.ui.paper.stock_editor import StockEditor
from desk.ui.paper.stock_ground import ground_of
from desk.ui.paper.unanswered import count_again


class Preview(Spoken, PreviewFrame):
    """`printed` says that a sheet came out, `log_changed` that the log says something else."""

    printed = Signal(object)
    log_changed = Signal()

    def __init__(
        self,
        plan: PaperPlan,
        deeds: PaperDeeds,
        printers: Printers | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(plan.form, parent)
        self._plan, self._deeds = plan, deeds
        self._printers = printers or Printers()
        self._sheet: Sheet | None = None
        self._unanswered: Printed | None = None
        self._stocks: dict[int, StockRow] = {}
        self._connect()
        self.panel.language.set_value(plan.language)
        self._list_printers()
        self._list_stocks()
        self._show_profile()
        self.retranslate()
        self.show_wanted()
        (
            self.panel.print_button if self.panel.printer.value() else self.panel.save_button
        ).setFocus()

    def retranslate(self) -> None:
        """The window's title; parts look after themselves."""
        number = self._sheet.number if self._sheet else ""
        self.setWindowTitle(f"{self._plan.title()}  {number}".strip())

    def show_wanted(self) -> None:
        """Build and show the sheet as it is wanted; a refusal stands where the sheet would."""
        try:
            self._show_sheet(self._plan.prepare(self.panel.asked()))
        except DeskError as fault:
            self._show_fault(fault_words(fault))

    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self._sheet

    def fault(self) -> str:
        """Why there is no sheet, "" when there is one."""
        return "" if self._sheet else self.words()

    # Building

    def _connect(self) -> None:
        self.panel.wishes.changed.connect(self._wishes_changed)
        self.panel.wishes.printer_changed.connect(self._printer_changed)
        self.panel.wishes.more_wanted.connect(self.open_profile)
        self.panel.wishes.stock_wanted.connect(self.open_stock)
        self.panel.wishes.stock_button.setVisible(self._may_edit_stock())
        self.panel.print_wanted.connect(self.print_sheet)
        self.panel.save_wanted.connect(self.save_sheet)
        self.panel.came_out.connect(self._answered)
        for changed in (self.printed, self.log_changed):
            changed.connect(self._count_again)

    # Showing

    def _show_sheet(self, sheet: Sheet) -> None:
        self.show_document(PdfDocument(sheet.pdf))
        self._sheet = sheet
        self.panel.show_sheet(sheet)
        self.retranslate()

    def _show_fault(self, words: str) -> None:
        self.show_words(words)
        self._sheet = None
        self.panel.show_sheet(None)

    def _wishes_changed(self) -> None:
        self.panel.say("")
        self._show_ground()
        self.show_wanted()

    def _list_stocks(self) -> None:
        stocks = self._deeds.stocks(self._plan.form)
        self._stocks = {one.id: one for one in stocks}
        self.panel.wishes.show_stocks(stocks, self.panel.wishes.stock_id())

    def _show_ground(self) -> None:
        """The look of the chosen stock lies under the values, on the screen alone."""
        chosen = self._stocks.get(self.panel.wishes.stock_id() or 0)
        picture = b"" if chosen is None else self._deeds.stock_picture(chosen)
        self.view.set_ground(ground_of(picture))

    def _printer_changed(self, _name: str) -> None:
        self._show_profile()
        self._wishes_changed()

    def _list_printers(self) -> None:
        usual = self._deeds.usual_printer(self._plan.form)
        names = self._printers.names()
        chosen = usual if usual in names else self._printers.default()
        self.panel.show_printers(names, chosen)

    def _show_profile(self) -> None:
        self.panel.show_profile(self._profile())
        self._show_ground()

    def _profile(self) -> Profile:
        return self._deeds.profile(self._plan.form, self.panel.printer.value() or "")

    # Printing

    def prints_at_once(self) -> bool:
        """Whether this PC prints the form without a look, and can."""
        return self._profile().at_once and self.panel.printer.value() is not None

    def print_sheet(self) -> bool:
        """Log the sheet, send it, and ask whether it came out; False where it was not sent."""
        name = self.panel.printer.value()
        if name is None or not self._renew() or self._sheet is None or self.document is None:
            return False
        try:
            self._unanswered = self._send(self._sheet, self.document, name)
        except DeskError as fault:
            self.panel.say(fault_words(fault), refused=True)
            self._list_printers()
            return False
        self._deeds.keep_printer(self._plan.form, name)
        self.panel.say("")
        self.panel.ask_whether_it_came_out(name)
        QTimer.singleShot(0, self, self.show_question)
        return True

    def open_profile(self) -> ProfileDialog | None:
        """How this form goes through the chosen printer: place, size, tray, copies."""
        name = self.panel.printer.value()
        if name is None:
            return None
        dialog = ProfileDialog(self._deeds, self._printers, self._plan.form, name, self)
        dialog.deed_done.connect(self._profile_kept)
        dialog.open()
        return dialog

    def open_stock(self) -> StockEditor:
        """What stands where on the chosen stock, or on a new one."""
        printer = self.panel.printer.value() or ""
        editor = StockEditor(
            self._deeds,
            self._printers,
            self._plan.form,
            row=self._stocks.get(self.panel.wishes.stock_id() or 0),
            content=self._sheet.content if self._sheet else {},
            printer=printer,
            profile=self._profile() if printer else None,
            parent=self,
        )
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.kept.connect(self._stock_kept)
        editor.open()
        return editor

    def save_sheet(self) -> None:
        """Save the sheet as a PDF; that is a print too."""
        if not self._renew() or self._sheet is None:
            return
        path = choose_to_save(self, _("Save as PDF"), f"{self._sheet.name}.pdf", "PDF (*.pdf)")
        if path is None:
            return
        try:
            answer = self._deeds.save(self._sheet, path)
        except DeskError as fault:
            self.panel.say(fault_words(fault), refused=True)
            return
        self._came_out(answer, _("Saved as {file}.").format(file=path.name))

    def _send(self, sheet: Sheet, document: PdfDocument, name: str) -> Printed:
        """The log first, then the queue; what the queue refuses counts for no print."""
        printed = self._deeds.send(sheet, name)
        profile = replace(self._profile(), tray=self.panel.tray.value() or "")
        try:
            self._printers.send(document, name, profile, title=sheet.name)
        except DeskError:
            self._deeds.not_taken(printed.log_id)
            raise
        finally:
            self.log_changed.emit()
        return printed

    def _renew(self) -> bool:
        """Build the sheet of this moment; False when another one has to be looked at first."""
        seen = self._sheet
        self.show_wanted()
        if seen is None or self._sheet is None:
            return False
        if seen.version != self._sheet.version:
            self.panel.say(_("The record was changed meanwhile. This is how it stands now."))
            return False
        return True

    def _answered(self, came_out: bool) -> None:
        printed, self._unanswered = self._unanswered, None
        if printed is None:
            return
        try:
            self._deeds.answer(printed.log_id, came_out)
        except DeskError as fault:
            self.panel.say(fault_words(fault), refused=True)
            return
        if came_out:
            self._came_out(printed, _("Printed, and written in the log."))
            return
        self.show_wanted()
        self.panel.say(_("Nothing was marked as printed."))
        self.log_changed.emit()

    def _came_out(self, answer: Printed, words: str) -> None:
        self.show_wanted()
        self.panel.say(words)
        self.printed.emit(answer)

    def _may_edit_stock(self) -> bool:
        return self._plan.form not in REGISTERS and self._deeds.may_edit_stock()

    def _stock_kept(self, row: StockRow) -> None:
        self._list_stocks()
        self.panel.wishes.stock.set_value(row.id)
        self._wishes_changed()

    def _count_again(self) -> None:
        count_again(self.parent())

    def _profile_kept(self, _profile: object) -> None:
        self._show_profile()
        self._wishes_changed()
