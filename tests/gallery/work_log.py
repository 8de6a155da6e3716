"""Scenes of the work log."""

from collections.abc import Callable

from desk.ui.work_log.form import WorkLogForm
from desk.ui.work_log.page import WorkLogPage
from tests.gallery.stage import Stage


def _page(stage: Stage, login: str = "supervisor") -> WorkLogPage:
    page = stage.page("work_log", login)
    assert isinstance(page, WorkLogPage)
    return page


def _open(stage: Stage, kind: str, login: str = "supervisor") -> WorkLogForm:
    page = _page(stage, login)
    rows = page._deeds.page({}, None).rows
    at = next(at for at, row in enumerate(rows) if row.kind == kind)
    page.table.setFocus()
    page.table.setCurrentIndex(page.table.model().index(at, 0))
    stage.settle()
    form = page.open_form()
    assert isinstance(form, WorkLogForm)
    return form


def _new(stage: Stage, kind: str) -> WorkLogForm:
    form = _page(stage).start_new()
    assert isinstance(form, WorkLogForm)
    form.field("kind").set_value(kind)
    form.field("kind").changed.emit()
    stage.settle()
    return form


def register(stage: Stage) -> None:
    """The list alone."""
    _page(stage, "reception")


def handed_in(stage: Stage) -> None:
    """A round that waits for the supervisor's signature."""
    _open(stage, "patrol")


def check(stage: Stage) -> None:
    """A check of filing and closing, with its measure."""
    _open(stage, "filing_check", "manager")


def read_only(stage: Stage) -> None:
    """What a receptionist may only read."""
    _open(stage, "filing_check", "reception")


def submitting(stage: Stage) -> None:
    """To whom a record goes."""
    stage.over.append((_open(stage, "work_record", "reception").open_deed("submit"), None))


def signing(stage: Stage) -> None:
    """The superior's remark."""
    stage.over.append((_open(stage, "patrol").open_deed("give_back"), None))


def voiding(stage: Stage) -> None:
    """A void entry says why."""
    stage.over.append((_open(stage, "briefing").open_deed("void"), None))


def refused(stage: Stage) -> None:
    """A summary that says nothing yet."""
    _new(stage, "monthly_summary").save()


def visit(stage: Stage) -> None:
    """A household visit asks which household."""
    _new(stage, "household_visit").save()


SCENES: dict[str, Callable[[Stage], None]] = {
    "work-log-register": register,
    "work-log-handed-in": handed_in,
    "work-log-check": check,
    "work-log-read-only": read_only,
    "work-log-submitting": submitting,
    "work-log-signing": signing,
    "work-log-voiding": voiding,
    "work-log-refused": refused,
    "work-log-visit": visit,
}
