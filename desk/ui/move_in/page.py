"""Moving in: the cases, and what the builder has to mend."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from desk.ui.inspection.defects_page import DefectsPage
from desk.ui.inspection.dialog import show_inspection
from desk.ui.kit.register_page import RegisterPage
from desk.ui.kit.section_page import Section, SectionPage
from desk.ui.move_in import words
from desk.ui.move_in.cases_page import CasesPage
from desk.ui.move_in.deeds import MoveInDeeds


class MoveInPage(SectionPage[RegisterPage[Any]]):
    """One section at a time, chosen above; the cases come first."""

    OF_KIND: ClassVar[Mapping[str, str]] = {"move_in": "case", "defect": "defect"}
    BY_FIELD = (("moved_on", "case"),)

    def __init__(self, deeds: MoveInDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        super().__init__(words.page_title, self._every(), parent)

    def begin_for_unit(self, unit_id: int) -> QWidget | None:
        """A case that knows the room."""
        section = self.show_section("case")
        assert isinstance(section, CasesPage)
        return section.begin_for_unit(unit_id)

    def open_key(self, key: str) -> QWidget | None:
        """A record by its kind and key, `defect:7`; a case by its id or number; a section."""
        kind, _colon, number = key.partition(":")
        if kind == "inspection" and number:
            return self._open_inspection(number)
        if key in self.keys() or (kind in self.OF_KIND and number):
            return super().open_key(key)
        return self.show_section("case").open_key(key)

    def _open_inspection(self, key: str) -> QWidget | None:
        """The case an inspection belongs to, whose deed leads on; one of no case in its window."""
        deeds = self._deeds.inspections
        known = deeds.inspection(int(key) if key.isdecimal() else key)
        section = self.show_section("case")
        if known.detail.move_in_id is not None:
            return section.open_key(str(known.detail.move_in_id))
        return show_inspection(deeds, section, known)

    def _every(self) -> Sequence[Section[RegisterPage[Any]]]:
        return (
            Section("case", words.title, self._cases),
            Section("defect", words.defects_title, self._defects),
        )

    def _cases(self) -> RegisterPage[Any]:
        return CasesPage(self._deeds)

    def _defects(self) -> RegisterPage[Any]:
        return DefectsPage(self._deeds.inspections)
