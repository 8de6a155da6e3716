"""What is typed beside the stock: which values stand on it, and where, in millimetres."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.field_set import FieldSet
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.retranslate import Spoken
from desk.ui.paper.measure_field import MeasureField
from desk.ui.paper.stock_draft import StockDraft
from desk.wording import label

_ALIGNED = ("left", "middle", "right")
_MOST, _LEAST_SIZE, _MOST_SIZE, _MOST_LINES = 400.0, 9.0, 36.0, 40.0
_LIST_HEIGHT = 120
_CHOICE = 232
_MOST_SAMPLE = 24
_AS_ROOM = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_YES, _NO = "yes", "no"
_HALF = 1.0


class StockSide(Spoken, QWidget):
    """Shows the chosen field of the draft, and alters it as soon as it is typed."""

    def __init__(
        self, draft: StockDraft, names: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._draft, self._names = draft, names
        self.values = ChoiceField(self._value_choices)
        self.values.set_value(next(iter(names), None))
        self.values.combo.setSizeAdjustPolicy(_AS_ROOM)
        self.add_button = KeyButton(_add_words, key="Ctrl+N", sign="new")
        self.remove_button = KeyButton(_remove_words, kind="quiet", sign="smaller")
        self.list = QListWidget()
        self.list.setFixedHeight(_LIST_HEIGHT)
        self.fields = FieldSet()
        self._add_fields()
        self._lay_out()
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(draft.remove)
        self.list.currentRowChanged.connect(draft.choose)
        self.fields.changed.connect(self._typed)
        draft.changed.connect(self.show_draft)
        draft.chosen_changed.connect(self.show_draft)
        self.retranslate()

    def retranslate(self) -> None:
        """Names; what the fields hold stays."""
        self.list.setAccessibleName(_("Fields on the stock"))
        self.values.set_label(_value_words)
        self.show_draft()

    def show_draft(self) -> None:
        """The list and the chosen field as they stand."""
        self.list.blockSignals(True)
        self.list.clear()
        for placed in self._draft.fields():
            self.list.addItem(self._words_of(placed.name))
        self.list.setCurrentRow(self._draft.chosen())
        self.list.blockSignals(False)
        one = self._draft.field()
        self.fields.setEnabled(one is not None)
        self.remove_button.setEnabled(one is not None)
        if one is not None:
            for key in ("x", "y", "width", "size", "lines"):
                field = self.fields.field(key)
                if not field.control.hasFocus():  # what is being typed stays as it is typed
                    field.set_value(getattr(one, key))
            self.fields.field("align").set_value(one.align)
            self.fields.field("bold").set_value(_YES if one.bold else _NO)

    # Parts

    def _add_fields(self) -> None:
        measure = partial(MeasureField, 0.0, _MOST)
        points = MeasureField(_LEAST_SIZE, _MOST_SIZE, step=0.5, empty=10.5)
        lines = MeasureField(1.0, _MOST_LINES, step=1.0, empty=1.0)
        self.fields.add("x", measure(), _x_words, span=_HALF)
        self.fields.add("y", measure(), _y_words, span=_HALF)
        self.fields.add("width", measure(empty=40.0), _width_words, span=_HALF)
        self.fields.add("size", points, _size_words, span=_HALF)
        self.fields.add("lines", lines, _lines_words, span=_HALF)
        self.fields.add("bold", SegmentField(_yes_no), _bold_words, span=_HALF)
        self.fields.add("align", SegmentField(_align_choices), _align_words)

    def _lay_out(self) -> None:
        self.values.combo.setMinimumWidth(_CHOICE)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.values)
        box.addLayout(buttons)
        box.addWidget(self.list)
        box.addWidget(self.fields)

    def _add(self) -> None:
        name = self.values.value()
        if name is not None:
            self._draft.add(name)

    def _typed(self) -> None:
        held = {key: self.fields.field(key) for key in ("x", "y", "width", "size", "lines")}
        good = {key: one.value() for key, one in held.items() if one.problem() is None}
        if "lines" in good:
            good["lines"] = int(good["lines"])
        self._draft.alter(
            **good,
            align=self.fields.field("align").value() or _ALIGNED[0],
            bold=self.fields.field("bold").value() == _YES,
        )

    def _words_of(self, name: str) -> str:
        sample = self._draft.sample(name).replace("\n", " ")
        if len(sample) > _MOST_SAMPLE:
            sample = f"{sample[:_MOST_SAMPLE]}…"
        return f"{name}　{sample}" if sample else name

    def _value_choices(self) -> list[Choice]:
        return [Choice(name, self._words_of(name)) for name in self._names]


def _align_choices() -> list[Choice]:
    return [Choice(code, label("align", code)) for code in _ALIGNED]


def _yes_no() -> list[Choice]:
    return [Choice(_NO, _("No")), Choice(_YES, _("Yes"))]


def _add_words() -> str:
    return _("Put on")


def _remove_words() -> str:
    return _("Take off")


def _value_words() -> str:
    return _("Value of the form")


def _x_words() -> str:
    return _("From the left, mm")


def _y_words() -> str:
    return _("From the top, mm")


def _width_words() -> str:
    return _("Width, mm")


def _size_words() -> str:
    return _("Size, points")


def _lines_words() -> str:
    return _("Lines")


def _bold_words() -> str:
    return _("Bold")


def _align_words() -> str:
    return _("Alignment")
