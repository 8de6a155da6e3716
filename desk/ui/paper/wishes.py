"""How a paper is wanted: language, paper, copies and whose they are, printer, tray."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk.config import Profile, Tray
from desk.domain.paper import FORMS, MOST_COPIES, SIZES, captions_of
from desk.i18n import _
from desk.services.paper import LANGUAGES, Asked
from desk.services.print_stock import StockRow
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.field import Field
from desk.ui.kit.field_grid import FieldCell
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken
from desk.wording import label


class PrintWishes(Spoken, QWidget):
    """`changed` says that the sheet looks otherwise, `printer_changed` that it goes elsewhere."""

    changed = Signal()
    printer_changed = Signal(str)
    more_wanted = Signal()
    stock_wanted = Signal()

    def __init__(self, form: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._names: list[str] = []
        self._stocks: tuple[Choice, ...] = ()
        self._separately = False
        self._cells: dict[Field, FieldCell] = {}
        self.language = SegmentField(language_choices)
        self.paper = ChoiceField(self._paper_choices)
        self.stock = ChoiceField(self._stock_choices, nothing=blank_paper_words)
        self.copies = SegmentField(copy_choices)
        self.printer = ChoiceField(self._printer_choices)
        self.tray = ChoiceField(tray_choices, nothing=any_tray_words)
        self._captions = plain_label(role="small")
        self._captions.setWordWrap(True)
        self.more_button = KeyButton(_more_words, key="Ctrl+M", kind="quiet", sign="settings")
        self.stock_button = KeyButton(_stock_button_words, key="Ctrl+T", kind="quiet", sign="panel")
        self.stock_button.hide()
        for field in (self.paper, self.stock, self.printer, self.tray):
            field.combo.setMinimumWidth(width)
        self._lay_out()
        for wish in (self.language, self.paper, self.stock, self.copies):
            wish.changed.connect(self._changed)
        self.printer.changed.connect(self._printer_changed)
        self.more_button.clicked.connect(self.more_wanted)
        self.stock_button.clicked.connect(self.stock_wanted)
        self.show_profile(Profile())
        self.retranslate()

    def retranslate(self) -> None:
        """Whose the copies are."""
        self._show_captions()

    def asked(self) -> Asked:
        """How the sheet is wanted."""
        return Asked(
            language=self.language.value() or LANGUAGES[0],
            paper=self.paper.value() or "",
            copies=int(self.copies.value() or 1),
            separately=self._separately,
            stock_id=self.stock_id(),
        )

    def stock_id(self) -> int | None:
        """The pre-printed stock that is chosen."""
        chosen = self.stock.value()
        return None if chosen is None else int(chosen)

    def show_profile(self, profile: Profile) -> None:
        """How the chosen printer usually prints this form; a paper the form lost is passed over."""
        facts = FORMS[self._form]
        known = profile.paper in facts.papers
        self.paper.set_value(profile.paper if known else facts.papers[0])
        self.copies.set_value(str(profile.copies or facts.copies))
        self.tray.set_value(profile.tray or None)
        self.stock.set_value(profile.stock or None)
        self._separately = profile.separately
        self._show_captions()

    def show_stocks(self, stocks: Sequence[StockRow], chosen: int | None) -> None:
        """The pre-printed stock of the form; where there is none, nothing is asked."""
        self._stocks = tuple(Choice(str(one.id), one.name) for one in stocks)
        self.stock.retranslate()
        self.stock.set_value(chosen)
        self._cells[self.stock].setVisible(bool(self._stocks))
        self._show_captions()

    def show_printers(self, names: Sequence[str], chosen: str) -> None:
        """The printers that are there; without one, nothing about printers is asked."""
        self._names = list(names)
        self.printer.retranslate()
        fallback = self._names[0] if self._names else None
        self.printer.set_value(chosen if chosen in self._names else fallback)
        for part in (self._cells[self.printer], self._cells[self.tray], self.more_button):
            part.setVisible(bool(self._names))

    def has_printers(self) -> bool:
        """Whether there is anything to print on."""
        return bool(self._names)

    def captions(self) -> str:
        """Whose the copies are, in words."""
        return self._captions.text()

    # Parts

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        for words, field in (
            (_language_words, self.language),
            (stock_words, self.stock),
            (paper_words, self.paper),
            (copies_words, self.copies),
            (_printer_words, self.printer),
            (tray_words, self.tray),
        ):
            cell = self._cells[field] = FieldCell(words, field)
            cell.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            box.addWidget(cell)
            if field is self.copies:
                box.addWidget(self._captions)
        box.addWidget(self.more_button)
        box.addWidget(self.stock_button)

    def _changed(self) -> None:
        self._show_captions()
        self.changed.emit()

    def _printer_changed(self) -> None:
        self.printer_changed.emit(self.printer.value() or "")

    def _show_captions(self) -> None:
        is_blank = self.stock_id() is None  # stock has its own size, and as many parts as it has
        for field in (self.paper, self.copies):
            self._cells[field].setVisible(is_blank)
        captions = captions_of(self._form, int(self.copies.value() or 1)) if is_blank else ()
        words = " · ".join(label("caption", caption) for caption in captions)
        size = SIZES.get(self.paper.value() or "")
        if words and size is not None and size.continuous and not self._separately:
            words = _("{captions}: one strike prints them all.").format(captions=words)
        self._captions.setText(words)
        self._captions.setVisible(bool(words))

    def _paper_choices(self) -> list[Choice]:
        return paper_choices(self._form)

    def _stock_choices(self) -> list[Choice]:
        return list(self._stocks)

    def _printer_choices(self) -> list[Choice]:
        return [Choice(name, name) for name in self._names]


def language_choices() -> list[Choice]:
    """The languages a paper may be in."""
    return [Choice(code, label("language", code)) for code in LANGUAGES]


def paper_choices(form: str) -> list[Choice]:
    """The papers a form stands on."""
    return [Choice(code, label("paper_code", code)) for code in FORMS[form].papers]


def copy_choices() -> list[Choice]:
    """As many copies as carbonless paper has parts."""
    return [Choice(str(count), str(count)) for count in range(1, MOST_COPIES + 1)]


def tray_choices() -> list[Choice]:
    """Where paper may lie."""
    return [Choice(tray, label("tray", tray)) for tray in Tray]


def any_tray_words() -> str:
    """The printer takes what it has."""
    return _("As the printer is set")


def paper_words() -> str:
    """What names the choice of paper."""
    return _("Paper")


def stock_words() -> str:
    """What names the choice of pre-printed stock."""
    return _("Print on")


def blank_paper_words() -> str:
    """No stock: the form draws itself."""
    return _("Blank paper")


def copies_words() -> str:
    """What names the choice of copies."""
    return _("Copies")


def tray_words() -> str:
    """What names the choice of tray."""
    return _("Tray")


def _language_words() -> str:
    return _("Language of the paper")


def _printer_words() -> str:
    return _("Printer")


def _stock_button_words() -> str:
    return _("Pre-printed stock")


def _more_words() -> str:
    return _("This printer and this form")
