"""The form of an agreement: a new one, a renewal, or one that nobody has signed and that is
corrected (R106, R239)."""

from types import ModuleType
from typing import Any, ClassVar

from desk.i18n import _
from desk.ui.kit.person_field import PickedPerson
from desk.ui.kit.record_form import RecordForm
from desk.ui.price_board import words
from desk.ui.price_board.deeds import CatalogueDeeds


class AgreementForm(RecordForm):
    """`SERVICE` writes the agreements of one kind down."""

    SERVICE: ClassVar[ModuleType]

    def __init__(self, deeds: CatalogueDeeds) -> None:
        self._deeds = deeds
        self._renews: Any = None
        super().__init__()
        self.load(None)

    # Written by each kind

    def beginning(self) -> Any:
        """The entry that a new one begins with."""
        raise NotImplementedError

    def show_entry(self, entry: Any, known: Any) -> None:
        """Show what was agreed; `known` is the agreement it stands in already."""
        raise NotImplementedError

    # The life of a form

    def heading(self) -> str:
        """The number, or that it is new."""
        if self._renews is not None:
            return _("Renews {number}").format(number=self._renews.number)
        return self.subject() or words.new_agreement()

    def subject(self) -> str:
        """The agreement that is corrected."""
        known = self.value()
        return "" if known is None else str(known.number)

    def begin_renewal(self, known: Any) -> None:
        """The same again, for as long again."""
        self._renews = known
        self.show_entry(self.SERVICE.renewal_of(known), known)
        self.show_heading()

    def show_value(self, value: Any) -> None:
        """An agreement, or the beginning of one."""
        self._value = value
        entry = self.beginning() if value is None else self.SERVICE.entry_of(value)
        self.show_entry(entry, value)

    def save_value(self, value: Any) -> Any:
        """Write it down, correct it, or renew another by it."""
        known, desk, service = self.value(), self._deeds.workplace, self.SERVICE
        if self._renews is not None:
            return service.renew(desk, self._renews.id, self._renews.version, value)
        if known is None:
            return service.register(desk, value)
        return service.change(desk, known.id, known.version, value)


def picked(known: Any) -> PickedPerson | None:
    """The household of an agreement, as the field shows it."""
    if known is None or known.unit_id is None:
        return None
    return PickedPerson("unit", str(known.unit_id), known.unit, "")


def lines_of(text: str) -> tuple[str, ...]:
    """Lines without the empty ones."""
    return tuple(filter(None, (line.strip() for line in text.splitlines())))
