"""The rooms and parts that every inspection begins with, looked at and changed (R30).

Each change is a new version with its reason; inspections that were begun keep their own.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk.i18n import language, pgettext
from desk.services import inspection_template
from desk.services.inspection_template import Template
from desk.ui.inspection import asking, part_words, rooms_text
from desk.ui.inspection.asking import Values
from desk.ui.inspection.deeds import InspectionDeeds
from desk.ui.kit.deed_dialog import Asked, DeedDialog, DeedPlan
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.text_field import TextField
from desk.wording import reasons_words

_LIMIT = 20_000


class TemplateButton(KeyButton):
    """At the head of the register: the template in a dialog."""

    def __init__(self, deeds: InspectionDeeds, parent: QWidget | None = None) -> None:
        super().__init__(
            template_words, kind="quiet", sign="settings", icon_only=True, parent=parent
        )
        self._deeds = deeds
        self.shut(reasons_words(inspection_template.write_reasons(deeds.workplace)))
        self.clicked.connect(self.open_template)

    def open_template(self) -> DeedDialog:
        """The rooms and parts that hold now."""
        shown = DeedDialog(template_plan(self._deeds), self.window())
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.open()
        return shown


def template_plan(deeds: InspectionDeeds) -> DeedPlan:
    """A room a line, its parts behind a colon; and why they are changed."""
    known = inspection_template.in_force(deeds.workplace)
    text = rooms_text.as_text(known.rooms, language())
    make = partial(TextField, _LIMIT, lines=12)
    return DeedPlan(
        template_words,
        part_words.save,
        (
            Asked("rooms", make, part_words.rooms_field, required=True, begins_with=text),
            asking.why(),
        ),
        partial(_write, deeds, known),
        lead=part_words.template_lead,
    )


def _write(deeds: InspectionDeeds, known: Template, values: Values) -> Template:
    rooms = rooms_text.from_text(values["rooms"], known.rooms, language())
    return inspection_template.write(deeds.workplace, known.number, rooms, values["why"])


def template_words() -> str:
    """The button and the dialog."""
    return pgettext("inspection", "Rooms and parts of every inspection")
