"""校正頁: print the page, measure it, type what the ruler says; the place is then worked out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.config import Profile
from desk.domain import calibration
from desk.domain.calibration import Correction, Measured
from desk.domain.reasons import Reason
from desk.errors import DeskError, RuleRefused
from desk.i18n import _
from desk.ui.kit.deed_dialog import Asked, DeedDialog, DeedPlan
from desk.ui.kit.faults import fault_words
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.paper.deeds import PaperDeeds
from desk.ui.paper.document import PdfDocument
from desk.ui.paper.measure_field import MeasureField
from desk.ui.paper.printer import Printers
from desk.wording import label

_HALF = 6
_MOST = 300.0


@dataclass(frozen=True)
class Way:
    """The printer that is measured, the paper it prints on, and how it prints now."""

    printer: str
    paper: str
    profile: Profile


class CalibrationDialog(DeedDialog):
    """`deed_done` carries the `Correction` to print with from now on."""

    def __init__(
        self, deeds: PaperDeeds, printers: Printers, way: Way, parent: QWidget | None = None
    ) -> None:
        self._deeds, self._printers, self._way = deeds, printers, way
        plan = DeedPlan(
            title=_title_words,
            button=_use_words,
            asked=_fields(way.paper),
            do=partial(_corrected, way),
            lead=_lead_words,
        )
        super().__init__(plan, parent, about=f"{way.printer} · {label('paper_code', way.paper)}")
        self.page_button = KeyButton(_page_words, key="Ctrl+P", sign="print")
        self.page_button.clicked.connect(self.print_page)
        self._sent = plain_label(role="muted")
        self._sent.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.page_button)
        row.addWidget(self._sent, 1)
        self.put_first(row)
        self.page_button.setFocus()

    def print_page(self) -> None:
        """Send the page as this printer prints now."""
        self.say("")
        self._sent.setText("")
        try:
            document = PdfDocument(self._deeds.calibration_page(self._way.paper))
        except DeskError as fault:
            self.say(fault_words(fault))
            return
        try:
            self._printers.send(document, self._way.printer, self._way.profile, title=_page_words())
            self._sent.setText(_("Sent to {printer}.").format(printer=self._way.printer))
        except DeskError as fault:
            self.say(fault_words(fault))
        finally:
            document.close()
        self.fields.setFocus()

    def sent(self) -> str:
        """What is said beside the button."""
        return self._sent.text()


def _fields(paper: str) -> tuple[Asked, ...]:
    about = calibration.rulers(paper)
    asked = (
        ("left", _left_words, about.left),
        ("top", _top_words, about.top),
        ("across", _across_words, about.across),
        ("down", _down_words, about.down),
    )
    make = partial(MeasureField, 0.0, _MOST, empty=None)
    return tuple(
        Asked(key, make, words, required=True, span=_HALF, hint=partial(_about_words, length))
        for key, words, length in asked
    )


def _corrected(way: Way, values: Mapping[str, Any]) -> Correction:
    missing = [key for key, value in values.items() if value is None]
    if missing:
        raise RuleRefused([Reason("calibration.missing", key) for key in missing])
    measured = Measured(**values)
    if wrong := calibration.reasons(measured, way.paper):
        raise RuleRefused(wrong)
    now = Correction(way.profile.offset, way.profile.scale)
    return calibration.correction(measured, way.paper, now)


def _title_words() -> str:
    return _("Calibrate the printer")


def _use_words() -> str:
    return _("Work it out")


def _page_words() -> str:
    return _("Print the calibration page")


def _lead_words() -> str:
    return _("Print the page, measure it with a ruler, and type what you read in millimetres.")


def _about_words(length: float) -> str:
    return _("Should be {length} mm.").format(length=f"{length:g}")


def _left_words() -> str:
    return _("Left edge of the paper to the mark")


def _top_words() -> str:
    return _("Upper edge of the paper to the mark")


def _across_words() -> str:
    return _("Length of the ruler across")


def _down_words() -> str:
    return _("Length of the ruler down")
