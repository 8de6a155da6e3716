"""Scenes of the guide: who does what, questions, reference texts, departments, the inspection."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt

from desk.domain.breach import BreachEntry, BreachKind, Finding
from desk.domain.first_asked import DutyScope
from desk.domain.handover import HandoverEntry
from desk.domain.reception import Kind, ReceptionEntry
from desk.services import breach, department, first_asked, handover, reception
from desk.services.workplace import Workplace
from desk.ui.guide.page import GuidePage
from desk.ui.guide.register import SearchedRegister
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.register_page import RegisterPage
from tests.gallery.stage import Stage


def _page(stage: Stage, section: str = "duty", login: str = "supervisor") -> RegisterPage:
    page = stage.page("guide", login)
    assert isinstance(page, GuidePage)
    shown = page.show_section(section)
    stage.settle()
    return shown


def _first(stage: Stage, page: RegisterPage) -> None:
    page.table.setFocus()
    page.table.setCurrentIndex(page.table.model().index(0, 0))
    stage.settle()


def matrix(stage: Stage) -> None:
    """Every matter."""
    _page(stage, login="reception")


def matrix_search(stage: Stage) -> None:
    """Looked for by a word, with the first answer beside it."""
    page = _page(stage, login="reception")
    assert isinstance(page, SearchedRegister)
    page.words.setText(stage.estate.words["duties"][7][0][:2])
    page.reload()
    _first(stage, page)


def matter(stage: Stage) -> None:
    """One matter, by whom it may be changed."""
    _first(stage, _page(stage))


def new_matter(stage: Stage) -> None:
    """Nothing filled in: refused."""
    form = _page(stage).start_new()
    assert isinstance(form, RecordForm)
    form.save()


def faqs(stage: Stage) -> None:
    """A question and its answer, as the desk reads it."""
    _first(stage, _page(stage, "faq", "reception"))


def new_faq(stage: Stage) -> None:
    """Another question."""
    _page(stage, "faq").start_new()


def texts(stage: Stage) -> None:
    """A reference text."""
    _first(stage, _page(stage, "text"))


def departments(stage: Stage) -> None:
    """A department, and what it took over."""
    page = _page(stage, "department")
    desk = page._deeds._workplace  # type: ignore[attr-defined]
    _handed_over(stage, desk, refused=False)
    _first(stage, page)


def _handed_over(stage: Stage, desk: Workplace, *, refused: bool) -> int:
    """A visit that the first department took over, or refused."""
    told = stage.estate.words["visits"]["help"][1]
    entry = ReceptionEntry(
        desk.now() - timedelta(days=4, minutes=10),
        kind=Kind.HELP,
        resident_id=stage.estate.resident.id,
        request=told[0],
    )
    kept = reception.register(desk, entry)
    known = first_asked.judge(desk, kept.id, kept.version, DutyScope.DEPARTMENT)
    first = department.departments(desk)[0]
    known = handover.hand_over(
        desk, kept.id, known.visit.version, HandoverEntry(department_id=first.id)
    )
    link = known.chain[-1]
    if refused:
        handover.refuse(desk, link.id, link.version, first.head, told[0])
    else:
        handover.accept(desk, link.id, link.version, first.head)
    return kept.id


def inspection(stage: Stage) -> None:
    """What may be a breach, and one that was found."""
    page = _page(stage, "breach")
    desk = page._deeds._workplace  # type: ignore[attr-defined]
    visit = _handed_over(stage, desk, refused=True)
    overdue = BreachEntry(visit, BreachKind.OVERDUE, Finding.NONE, note=entry_words(stage))
    breach.record(desk, desk.now(), overdue)
    page.reload()
    _first(stage, page)


def entry_words(stage: Stage) -> str:
    """Some words of the region."""
    return str(stage.estate.words["visits"]["help"][2][1])


def recording(stage: Stage) -> None:
    """A breach that somebody saw; who and which measure is asked."""
    form = _page(stage, "breach").start_new()
    assert isinstance(form, RecordForm)
    form.field("number").set_value("R2026-000002")
    form.save()


def search(stage: Stage) -> None:
    """The one search box finds a question and who does it."""
    window = stage.desk()
    stage.type(window.bar.search, stage.estate.words["faqs"][5][0][:4])


def search_open(stage: Stage) -> None:
    """Enter on a found question."""
    window = stage.desk()
    stage.type(window.bar.search, stage.estate.words["faqs"][9][0][:2])
    stage.press(window.bar.search, Qt.Key.Key_Return)


SCENES: dict[str, Callable[[Stage], None]] = {
    "guide-matrix": matrix,
    "guide-matrix-search": matrix_search,
    "guide-matter": matter,
    "guide-matter-refused": new_matter,
    "guide-faq": faqs,
    "guide-faq-new": new_faq,
    "guide-texts": texts,
    "guide-departments": departments,
    "guide-inspection": inspection,
    "guide-inspection-new": recording,
    "search-guide": search,
    "search-guide-opened": search_open,
}
