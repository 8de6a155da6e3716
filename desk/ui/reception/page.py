"""The reception register's page: list, filters, export; the form and the household beside it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.domain.permissions import Permission
from desk.errors import DeskError
from desk.i18n import _
from desk.services.reception import ReceptionDetail, ReceptionRow
from desk.ui.kit.fault_note import fault_note
from desk.ui.kit.record_model import Page
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.reception.deeds import ReceptionDeeds
from desk.ui.reception.export import RegisterExport
from desk.ui.reception.filters import ReceptionFilters
from desk.ui.reception.form import ReceptionForm
from desk.ui.reception.household_pane import HouseholdPane
from desk.ui.reception.rows import SPARED, columns
from desk.ui.reception.words import empty_words, new_words, register_title

_ROOMY = 720
_PANEL = 480


class ReceptionPage(RegisterPage[ReceptionRow]):
    """`complaint_wanted` carries the id of a reception of which a complaint is to be made,
    `order_wanted` of which a service order is; `complaint_chosen` the id of a complaint the clerk
    wants to see."""

    complaint_wanted = Signal(int)
    complaint_chosen = Signal(int)
    order_wanted = Signal(int)

    def __init__(self, deeds: ReceptionDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        self.asked = ReceptionFilters(deeds)
        self.household = HouseholdPane(deeds.custom)
        super().__init__(_plan(self, deeds), parent)
        self.exporting = RegisterExport(self, deeds)
        self.exporting.started.connect(self._export_started)
        self.exporting.ended.connect(self._export_ended)
        self.asked.changed.connect(self.reload)
        self.household.case_chosen.connect(self._open_case)
        self.household.visits_wanted.connect(self._show_visits)
        self.record_shown.connect(self._follow)
        self.panel.closed.connect(self._show_list)
        if not deeds.may(Permission.EXPORT):
            self.export_button.shut(_("Your role may not take the register out."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A narrow list keeps the columns that say most."""
        if watched is self._left and event.type() == QEvent.Type.Resize:
            self._spare_columns()
        return super().eventFilter(watched, event)

    # What the plan asks

    def new_form(self) -> ReceptionForm:
        """An empty form."""
        form = ReceptionForm(self._deeds)
        form.unit_changed.connect(self._show_household)
        form.complaint_wanted.connect(self.complaint_wanted)
        form.order_wanted.connect(self.order_wanted)
        return form

    def form_of(self, row: ReceptionRow) -> ReceptionForm:
        """The form of a row of the list."""
        return self.form_of_key(str(row.id))

    def form_of_key(self, key: str) -> ReceptionForm:
        """The form of a reception that was searched or drafted."""
        form = self.new_form()
        form.load(self._deeds.get(int(key) if key.isdigit() else key))
        return form

    def export(self, _filters: Mapping[str, str]) -> None:
        """Write what the list shows to a file."""
        self.exporting.start(self.asked.values())

    # Parts

    def _export_started(self) -> None:
        self.export_button.shut(_("The register is being exported."))

    def _export_ended(self) -> None:
        self.export_button.shut("")

    def _lay_out(self) -> None:
        """The household takes the place of the list while somebody new is served."""
        super()._lay_out()
        self._list_side = self._list
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 12, 10)
        row.addWidget(self.asked)
        side = self._list_side.layout()
        assert isinstance(side, QVBoxLayout)
        side.insertLayout(1, row)
        self._left = QStackedWidget()
        self._splitter.replaceWidget(0, self._left)
        self._left.addWidget(self._list_side)
        self._left.addWidget(self.household)
        self._list = self._left
        self._left.installEventFilter(self)

    def _fetch(self, after: object | None) -> Page[ReceptionRow]:
        return self._deeds.page(self.asked.values(), after)

    def _empty_words(self) -> str:
        return _("Nothing matches these filters.") if self.asked.values() else empty_words()

    def _open(self, row: ReceptionRow) -> None:
        """Moving through the list fills the form that is open, unless it has something to lose."""
        form = self.panel.content()
        if isinstance(form, ReceptionForm) and form.value() is not None and not form.is_dirty():
            try:
                form.load(self._deeds.get(row.id))
            except DeskError as fault:
                self.show_record(fault_note(fault))
        else:
            super()._open(row)

    def _share_width(self) -> None:
        """The form takes a little more than usual: its choices stand in one line."""
        was_open = self._was_open
        super()._share_width()
        if self._was_open and not was_open:
            beside = max(_PANEL, self.width() * 12 // 25)
            self._splitter.setSizes([self.width() - beside, beside])
        self._tell_form()

    def _follow(self, widget: object) -> None:
        self._show_household(widget.unit_id() if isinstance(widget, ReceptionForm) else None)

    def _show_household(self, unit_id: int | None) -> None:
        form = self.panel.content()
        if unit_id is None or not isinstance(form, ReceptionForm) or form.value() is not None:
            self._show_list()
            return
        if unit_id != self.household.unit_id() or self._left.currentWidget() is not self.household:
            self.household.show_picture(self._deeds.picture(unit_id))
        self._left.setCurrentWidget(self.household)
        self._tell_form()

    def _tell_form(self) -> None:
        """A window too narrow for both says in the form what the household would show."""
        form = self.panel.content()
        if isinstance(form, ReceptionForm):
            is_seen = self._left.currentWidget() is not self.household or self._left.isVisibleTo(
                self
            )
            form.tell_unit(*((0, 0) if is_seen else self.household.counts()))

    def _show_list(self) -> None:
        self._left.setCurrentWidget(self._list_side)
        self._tell_form()

    def _record_saved(self, answer: object) -> None:
        self._show_list()
        super()._record_saved(answer)

    def _open_case(self, kind: str, record_id: int) -> None:
        if kind == "reception":
            self.open_key(str(record_id))
        else:
            self.complaint_chosen.emit(record_id)

    def _show_visits(self, unit_id: int, label: str) -> None:
        self._show_list()
        self.asked.show_unit(unit_id, label)

    def _spare_columns(self) -> None:
        is_narrow = self._left.width() < _ROOMY
        for number, column in enumerate(self._plan.columns):
            if column.key in SPARED:
                self.table.setColumnHidden(number, is_narrow)


def _plan(page: ReceptionPage, deeds: ReceptionDeeds) -> RegisterPlan[ReceptionRow]:
    return RegisterPlan(
        title=register_title,
        columns=columns(deeds.custom),
        fetch=deeds.page,
        row_id=_id_of,
        empty=empty_words,
        open_record=page.form_of,
        open_key=page.form_of_key,
        new_record=page.new_form if deeds.may(Permission.REGISTER) else None,
        new_words=new_words,
        row_of=_row_of,
        export=page.export,
    )


def _id_of(row: ReceptionRow) -> int:
    return row.id


def _row_of(saved: ReceptionDetail) -> ReceptionRow:
    """What a form saved is a row already, with its whole texts."""
    return saved
