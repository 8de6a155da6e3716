"""The guide: one section at a time, chosen above; a role sees the sections it may use."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.domain.permissions import Permission
from desk.ui.guide import words
from desk.ui.guide.breaches import BreachPage
from desk.ui.guide.deeds import GuideDeeds
from desk.ui.guide.departments import DepartmentPage
from desk.ui.guide.faq import FaqPage
from desk.ui.guide.matrix import MatrixPage
from desk.ui.guide.reference import ReferencePage
from desk.ui.kit.register_page import RegisterPage
from desk.ui.kit.section_page import Section, SectionPage, allowed


class GuidePage(SectionPage[RegisterPage[Any]]):
    """`visit_wanted` asks for a visit."""

    OF_KIND: ClassVar[Mapping[str, str]] = {
        "duty": "duty",
        "faq": "faq",
        "department": "department",
        "reference_text": "text",
    }
    BY_FIELD = (
        ("matter", "duty"),
        ("question", "faq"),
        ("body", "text"),
        ("division", "department"),
        ("finding", "breach"),
    )

    visit_wanted = Signal(int)

    def __init__(self, deeds: GuideDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        super().__init__(words.title, allowed(self._every(), deeds.may), parent)

    def _every(self) -> Sequence[Section[RegisterPage[Any]]]:
        return (
            Section("duty", words.duties, self._matrix, Permission.READ),
            Section("faq", words.faqs, self._faqs, Permission.READ),
            Section("text", words.texts, self._texts, Permission.READ),
            Section("department", words.departments, self._departments, Permission.READ),
            Section("breach", words.breaches, self._breaches, Permission.RECORD_BREACHES),
        )

    def _matrix(self) -> RegisterPage[Any]:
        return MatrixPage(self._deeds)

    def _faqs(self) -> RegisterPage[Any]:
        return FaqPage(self._deeds)

    def _texts(self) -> RegisterPage[Any]:
        return ReferencePage(self._deeds)

    def _departments(self) -> RegisterPage[Any]:
        return DepartmentPage(self._deeds)

    def _breaches(self) -> RegisterPage[Any]:
        page = BreachPage(self._deeds)
        page.visit_wanted.connect(self.visit_wanted)
        return page
