"""How a form goes through one printer of this PC: paper, copies, tray, place and size, at once."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.config import FARTHEST, LEAST_SCALE, MOST_SCALE, Profile
from desk.domain.calibration import Correction
from desk.domain.paper import FORMS
from desk.i18n import _
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedDialog, DeedPlan
from desk.ui.kit.key_button import KeyButton
from desk.ui.paper.calibration import CalibrationDialog, Way
from desk.ui.paper.deeds import PaperDeeds
from desk.ui.paper.measure_field import MeasureField
from desk.ui.paper.printer import Printers
from desk.ui.paper.wishes import (
    any_tray_words,
    blank_paper_words,
    copies_words,
    copy_choices,
    paper_choices,
    paper_words,
    stock_words,
    tray_choices,
    tray_words,
)
from desk.wording import label

_YES, _NO = "yes", "no"
_HALF, _THIRD = 6, 4


class ProfileDialog(DeedDialog):
    """`deed_done` carries the profile as it was kept."""

    def __init__(
        self, deeds: PaperDeeds, printers: Printers, form: str, printer: str, parent: QWidget
    ) -> None:
        self._deeds, self._printers, self._printer = deeds, printers, printer
        kept = deeds.profile(form, printer)
        plan = DeedPlan(
            title=_title_words,
            button=_keep_words,
            asked=(
                *_stock_fields(deeds, form, kept),
                *_way_fields(form, kept),
                *_place_fields(kept),
                *_habit_fields(kept),
            ),
            do=partial(_keep, deeds, form, printer),
            lead=_lead_words,
        )
        super().__init__(plan, parent, about=f"{printer} · {label('form', form)}")
        self.calibrate_button = KeyButton(_calibrate_words, key="Ctrl+K", kind="quiet", sign="edit")
        self.calibrate_button.clicked.connect(self.calibrate)
        row = QHBoxLayout()
        row.addWidget(self.calibrate_button)
        row.addStretch()
        self.put_first(row)

    def calibrate(self) -> CalibrationDialog | None:
        """Measure a page that is printed as the fields say now; None while they cannot be read."""
        if self.fields.show_problems():
            return None
        profile = _read(self.values())
        way = Way(self._printer, profile.paper, profile)
        dialog = CalibrationDialog(self._deeds, self._printers, way, self)
        dialog.deed_done.connect(self._measured)
        dialog.open()
        return dialog

    def _measured(self, found: Correction) -> None:
        places = zip(
            ("right", "down", "across", "along"), (*found.offset, *found.scale), strict=True
        )
        for key, value in places:
            self.field(key).set_value(value)
        self._edited()
        self.save_button.setFocus()


def _stock_fields(deeds: PaperDeeds, form: str, kept: Profile) -> tuple[Asked, ...]:
    """Pre-printed stock, where the form has any."""
    stocks = [Choice(str(one.id), one.name) for one in deeds.stocks(form)]
    if not stocks:
        return ()
    make = partial(ChoiceField, partial(list, stocks), nothing=blank_paper_words)
    return (Asked("stock", make, stock_words, begins_with=kept.stock or None),)


def _way_fields(form: str, kept: Profile) -> tuple[Asked, ...]:
    facts = FORMS[form]
    paper = kept.paper if kept.paper in facts.papers else facts.papers[0]
    copies = str(kept.copies or facts.copies)
    trays = partial(ChoiceField, tray_choices, nothing=any_tray_words)
    papers = partial(ChoiceField, partial(paper_choices, form))
    return (
        Asked("paper", papers, paper_words, span=_HALF, begins_with=paper),
        Asked("tray", trays, tray_words, span=_HALF, begins_with=kept.tray or None),
        Asked(
            "copies", partial(SegmentField, copy_choices), copies_words, span=_HALF,
            begins_with=copies,
        ),
        Asked(
            "separately",
            partial(SegmentField, _yes_no),
            _separately_words,
            span=_HALF,
            begins_with=_YES if kept.separately else _NO,
            hint=_separately_hint,
        ),
    )  # fmt: skip


def _place_fields(kept: Profile) -> tuple[Asked, ...]:
    shift = partial(MeasureField, -FARTHEST, FARTHEST)
    scale = partial(MeasureField, LEAST_SCALE, MOST_SCALE, empty=100.0)
    return (
        Asked("right", shift, _right_words, span=_HALF, begins_with=kept.offset[0]),
        Asked("down", shift, _down_words, span=_HALF, begins_with=kept.offset[1]),
        Asked("across", scale, _across_words, span=_HALF, begins_with=kept.scale[0]),
        Asked("along", scale, _along_words, span=_HALF, begins_with=kept.scale[1]),
    )


def _habit_fields(kept: Profile) -> tuple[Asked, ...]:
    return (
        Asked(
            "at_once",
            partial(SegmentField, _yes_no),
            _at_once_words,
            begins_with=_YES if kept.at_once else _NO,
            hint=_at_once_hint,
        ),
    )


def _keep(deeds: PaperDeeds, form: str, printer: str, values: Mapping[str, Any]) -> Profile:
    profile = _read(values)
    deeds.keep_profile(form, printer, profile)
    return profile


def _read(values: Mapping[str, Any]) -> Profile:
    return Profile(
        paper=values["paper"] or "",
        offset=(values["right"], values["down"]),
        scale=(values["across"], values["along"]),
        tray=values["tray"] or "",
        copies=int(values["copies"] or 0),
        separately=values["separately"] == _YES,
        at_once=values["at_once"] == _YES,
        stock=int(values.get("stock") or 0),
    )


def _yes_no() -> list[Choice]:
    return [Choice(_NO, _("No")), Choice(_YES, _("Yes"))]


def _title_words() -> str:
    return _("This printer and this form")


def _keep_words() -> str:
    return _("Keep")


def _calibrate_words() -> str:
    return _("Measure and calibrate")


def _lead_words() -> str:
    return _("Kept on this PC, for this form on this printer alone.")


def _separately_words() -> str:
    return _("A sheet for each copy")


def _separately_hint() -> str:
    return _("Continuous paper prints all copies with one strike, unless it has one part only.")


def _right_words() -> str:
    return _("Shift to the right, mm")


def _down_words() -> str:
    return _("Shift down, mm")


def _across_words() -> str:
    return _("Width, %")


def _along_words() -> str:
    return _("Height, %")


def _at_once_words() -> str:
    return _("Print without preview")


def _at_once_hint() -> str:
    return _("The print key of a record then prints at once. The preview stays in the menu.")
