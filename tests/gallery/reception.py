"""Scenes of the reception register."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt

from desk.i18n import _
from desk.ui.kit.notify import say
from desk.ui.reception.form import ReceptionForm
from desk.ui.reception.page import ReceptionPage
from tests.gallery.stage import Stage


def _page(stage: Stage, login: str = "reception") -> ReceptionPage:
    page = stage.page("reception", login)
    assert isinstance(page, ReceptionPage)
    return page


def register(stage: Stage) -> None:
    """The list alone."""
    _page(stage)


def record(stage: Stage) -> None:
    """A visit beside the list."""
    page = _page(stage)
    rows = page._deeds.page({}, None).rows
    at = next(at for at, row in enumerate(rows) if row.answer and row.resident_id)
    page.table.setFocus()
    page.table.setCurrentIndex(page.table.model().index(at, 0))
    stage.settle()


def _new(stage: Stage) -> tuple[ReceptionPage, ReceptionForm]:
    page = _page(stage)
    form = page.start_new()
    assert isinstance(form, ReceptionForm)
    stage.settle()
    return page, form


def new(stage: Stage) -> None:
    """F2."""
    _new(stage)


def person_search(stage: Stage) -> None:
    """The person is looked for by initials."""
    _register, form = _new(stage)
    stage.type(form.person.line, stage.estate.initials())


def _with_person(stage: Stage) -> ReceptionForm:
    _register, form = _new(stage)
    stage.type(form.person.line, stage.estate.phone_tail())
    stage.press(form.person.line, Qt.Key.Key_Return)
    return form


def household(stage: Stage) -> None:
    """The household beside the form."""
    _with_person(stage)


def stranger(stage: Stage) -> None:
    """Somebody the estate does not know."""
    _register, form = _new(stage)
    stage.type(form.person.line, "DHL Express")
    stage.press(form.person.line, Qt.Key.Key_Return)


def refused(stage: Stage) -> None:
    """Nobody, nothing asked, a day to come: everything is said at once."""
    _register, form = _new(stage)
    form.field("happened_at").set_value(stage.estate.clock.now() + timedelta(days=2))
    form.field("state").set_value("closed")
    form.save()


def answered(stage: Stage) -> None:
    """An inquiry that was answered at once."""
    form = _with_person(stage)
    request, answer = stage.estate.words["visits"]["inquiry"][0]
    form.field("request").set_value(request)
    form.field("answer").set_value(answer)
    form.field("answer").changed.emit()


def saved(stage: Stage) -> None:
    """The passing note after a save."""
    record(stage)
    assert stage.window is not None
    say(stage.window, _("Saved"))


SCENES: dict[str, Callable[[Stage], None]] = {
    "reception-register": register,
    "reception-record": record,
    "reception-new": new,
    "reception-new-person-search": person_search,
    "reception-new-household": household,
    "reception-new-stranger": stranger,
    "reception-new-refused": refused,
    "reception-new-answered": answered,
    "reception-saved-note": saved,
}
