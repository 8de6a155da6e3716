"""The sheet as it will come out, and the way to the printer or into a PDF.

Looking is not printing. What is printed is built anew at that moment; when the record was changed
since it was looked at, the new sheet is shown first.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.errors import DeskError
from desk.i18n import _
from desk.services.paper import Sheet
from desk.ui.kit.file_choice import choose_to_save
from desk.ui.kit.fit import fit
from desk.ui.kit.label import plain_label, rule
from desk.ui.kit.notify import fault_words
from desk.ui.kit.retranslate import Spoken
from desk.ui.paper.deeds import PaperDeeds, PaperPlan
from desk.ui.paper.document import PdfDocument
from desk.ui.paper.page_strip import PageStrip
from desk.ui.paper.page_view import PageView
from desk.ui.paper.print_panel import PrintPanel
from desk.ui.paper.printer import Printers
from desk.ui.paper.zoom_bar import ZoomBar

_SIZE = (1180, 700)


class Preview(Spoken, QDialog):
    """`printed` says that the log has a new entry."""

    printed = Signal(object)

    def __init__(
        self,
        plan: PaperPlan,
        deeds: PaperDeeds,
        printers: Printers | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plan, self._deeds = plan, deeds
        self._printers = printers or Printers()
        self._sheet: Sheet | None = None
        self._document: PdfDocument | None = None
        self.view, self.strip, self.panel = PageView(), PageStrip(), PrintPanel()
        self.bar = ZoomBar(self.view)
        self._lay_out()
        self._connect()
        fit(self, *_SIZE)
        self.panel.language.set_value(plan.language)
        self._list_printers()
        self.retranslate()
        self.show_language(plan.language)
        (
            self.panel.print_button if self.panel.printer.value() else self.panel.save_button
        ).setFocus()

    def retranslate(self) -> None:
        """The window's title; parts look after themselves."""
        number = self._sheet.number if self._sheet else ""
        self.setWindowTitle(f"{self._plan.title()}  {number}".strip())

    def show_language(self, language: str) -> None:
        """Build and show the sheet in a language; a refusal stands where the sheet would."""
        try:
            sheet = self._plan.prepare(language)
            self._show_sheet(sheet)
        except DeskError as fault:
            self._show_fault(fault_words(fault))

    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self._sheet

    def fault(self) -> str:
        """Why there is no sheet, "" when there is one."""
        return "" if self._sheet else self._refusal.text()

    def reject(self) -> None:
        """Esc and the window's own button close, but an answer that is owed comes first."""
        if not self.panel.is_asking():
            super().reject()

    def done(self, result: int) -> None:
        """Let the document go with the window."""
        super().done(result)
        self._forget_document()

    # Building

    def _lay_out(self) -> None:
        self._refusal = plain_label(role="refusal")
        self._refusal.setWordWrap(True)
        self._refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._refusal.setContentsMargins(48, 48, 48, 48)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.view)
        self._middle.addWidget(self._refusal)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.bar)
        left.addWidget(rule())
        left.addWidget(self._middle, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addLayout(left, 1)
        box.addWidget(rule(upright=True))
        box.addWidget(self._make_side())

    def _make_side(self) -> QWidget:
        """The deeds, to be scrolled where large text leaves little room."""
        side = self._side = QScrollArea()
        side.setWidgetResizable(True)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFixedWidth(self.panel.width())
        side.setWidget(self.panel)
        return side

    def _connect(self) -> None:
        self.bar.close_wanted.connect(self.reject)
        self.view.page_changed.connect(self.strip.mark)
        self.strip.page_chosen.connect(self.view.go_to)
        self.panel.language_chosen.connect(self._language_chosen)
        self.panel.print_wanted.connect(self.print_sheet)
        self.panel.save_wanted.connect(self.save_sheet)
        self.panel.came_out.connect(self._answered)

    # Showing

    def _show_sheet(self, sheet: Sheet) -> None:
        document = PdfDocument(sheet.pdf)
        self._forget_document()
        self._sheet, self._document = sheet, document
        self.view.show_document(document)
        self.strip.show_document(document)
        self._middle.setCurrentWidget(self.view)
        self.panel.show_sheet(sheet)
        self.retranslate()

    def _show_fault(self, words: str) -> None:
        self._forget_document()
        self._sheet = None
        self.strip.show_document(None)
        self._refusal.setText(words)
        self._middle.setCurrentWidget(self._refusal)
        self.panel.show_sheet(None)

    def _forget_document(self) -> None:
        self.view.show_document(None)
        if self._document is not None:
            self._document.close()
            self._document = None

    def _language_chosen(self, language: str) -> None:
        self.panel.say("")
        self.show_language(language)

    def _list_printers(self) -> None:
        usual = self._deeds.usual_printer(self._plan.form)
        names = self._printers.names()
        chosen = usual if usual in names else self._printers.default()
        self.panel.show_printers(names, chosen)

    # Printing

    def print_sheet(self) -> None:
        """Send the sheet, then ask whether it came out."""
        name = self.panel.printer.value()
        if name is None or not self._renew() or self._document is None:
            return
        try:
            self._printers.send(
                self._document,
                name,
                self._deeds.profile(self._plan.form, name),
                copies=self.panel.chosen_copies(),
                title=self._sheet.name if self._sheet else "",
            )
        except DeskError as fault:
            self.panel.say(fault_words(fault), refused=True)
            self._list_printers()
            return
        self._deeds.keep_printer(self._plan.form, name)
        self.panel.say("")
        self.panel.ask_whether_it_came_out(name)
        QTimer.singleShot(0, self, self._show_question)

    def _show_question(self) -> None:
        self._side.ensureWidgetVisible(self.panel.yes_button)

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
        self._logged(answer, _("Saved as {file}.").format(file=path.name))

    def _renew(self) -> bool:
        """Build the sheet of this moment; False when another one has to be looked at first."""
        seen = self._sheet
        self.show_language(self.panel.chosen_language())
        if seen is None or self._sheet is None:
            return False
        if seen.version != self._sheet.version:
            self.panel.say(_("The record was changed meanwhile. This is how it stands now."))
            return False
        return True

    def _answered(self, came_out: bool) -> None:
        if not came_out or self._sheet is None:
            self.panel.say(_("Nothing was marked as printed."))
            return
        try:
            answer = self._deeds.log(self._sheet, self.panel.chosen_copies())
        except DeskError as fault:
            self.panel.say(fault_words(fault), refused=True)
            return
        self._logged(answer, _("Printed, and written in the log."))

    def _logged(self, answer: object, words: str) -> None:
        self.show_language(self.panel.chosen_language())
        self.panel.say(words)
        self.printed.emit(answer)
