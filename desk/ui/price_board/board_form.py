"""The next version is drawn up: a copy of what is in force."""

from desk.domain import price_board as rules
from desk.i18n import _
from desk.services import price_board_draft
from desk.services.price_board import Version
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.text_field import TextField
from desk.ui.price_board import words
from desk.ui.price_board.deeds import CatalogueDeeds


class BoardForm(RecordForm):
    """Asks for nothing but a remark; the draft there is opens again."""

    def __init__(self, deeds: CatalogueDeeds) -> None:
        self._deeds = deeds
        super().__init__()
        self.load(None)

    def build(self) -> None:
        """What the version is for."""
        remark = TextField(rules.REMARK_LIMIT, lines=3)
        self.add("board_remark", remark, words.remark, hint=_hint)

    def heading(self) -> str:
        """That it is new."""
        return words.new_version()

    def show_value(self, value: None) -> None:
        """Empty."""
        self._value = value
        self.field("board_remark").set_value("")

    def load(self, value: object) -> None:
        """What was written down is shown by its record; the form is done with."""
        super().load(None if isinstance(value, Version) else value)

    def read(self) -> str:
        """The remark."""
        return str(self.field("board_remark").value())

    def save_value(self, value: str) -> Version:
        """Draw it up."""
        return price_board_draft.start(self._deeds.workplace, value)


def _hint() -> str:
    return _("It starts as a copy of what is in force. There is one draft at a time.")
