"""Scenes of the policy and of the working days: read, edited, refused, brought in."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.config import resources_folder
from desk.ui.calendar.page import CalendarPage
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.policy.editor import PolicyEditor
from desk.ui.policy.group_page import GroupPage
from desk.ui.policy.page import PolicyPage
from desk.ui.policy.reading import PolicyReading
from desk.ui.settings.page import SettingsPage
from tests.gallery.stage import Stage

MINOR = "solve.minor"


def _policy(stage: Stage, login: str = "supervisor") -> PolicyPage:
    page = stage.page("settings", login)
    assert isinstance(page, SettingsPage)
    section = page.show_section("policy")
    assert isinstance(section, PolicyPage)
    stage.settle()
    return section


def _reading(page: PolicyPage) -> PolicyReading:
    reading = page.panel.content()
    assert isinstance(reading, PolicyReading)
    return reading


def _editor(stage: Stage) -> PolicyEditor:
    page = _policy(stage)
    _reading(page).copy_button.click()
    stage.settle()
    editor = page.panel.content()
    assert isinstance(editor, PolicyEditor)
    return editor


def _set_days(editor: PolicyEditor, amount: int) -> None:
    editor.show_rule("clocks", MINOR)
    field = editor.page("clocks").inspector.fields.field("term.amount")
    field.set_value(amount)
    field.changed.emit()


def versions(stage: Stage) -> None:
    """What holds today, as everybody reads it."""
    _policy(stage, "reception")


def clause(stage: Stage) -> None:
    """A clause is looked for."""
    reading = _reading(_policy(stage))
    reading.words.setText("R150")
    reading.narrow()


def copy(stage: Stage) -> None:
    """A copy: where it starts from, and its name."""
    _editor(stage).show_section("policy")


def clocks(stage: Stage) -> None:
    """A time limit of the copy was changed."""
    _set_days(_editor(stage), 1)


def callbacks(stage: Stage) -> None:
    """The callbacks of the copy."""
    _editor(stage).show_section("callbacks")


def orders(stage: Stage) -> None:
    """What holds for orders: arrival, closing, callbacks by tiers."""
    _editor(stage).show_section("orders")


def documents(stage: Stage) -> None:
    """The papers of a move-in; the estate adds one of a tenant."""
    editor = _editor(stage)
    editor.show_section("documents")
    page = editor.page("documents")
    assert isinstance(page, GroupPage)
    page.add_button.click()
    field = page.inspector.fields.field("labels.zh_Hant")
    field.set_value("租約")
    field.changed.emit()


def closing(stage: Stage) -> None:
    """The conditions of closing; one is left out."""
    editor = _editor(stage)
    editor.show_rule("close", "summary")
    editor.page("close").inspector.out_button.click()


def switches(stage: Stage) -> None:
    """The switches of the copy."""
    _editor(stage).show_section("switches")


def refused(stage: Stage) -> None:
    """No days at all, and a condition that stays: each refusal beside its rule."""
    editor = _editor(stage)
    editor.show_rule("close", "handled")
    editor.page("close").inspector.out_button.click()
    _set_days(editor, 0)
    editor.show_section("changes")
    editor.save()


def changes(stage: Stage) -> None:
    """What changes, before it is saved."""
    editor = _editor(stage)
    _set_days(editor, 1)
    editor.show_rule("switches", "joint_from")
    joint = editor.page("switches").inspector.fields.field("joint_from")
    joint.set_value(5)
    joint.changed.emit()
    editor.save()


def recompute(stage: Stage) -> None:
    """Open cases are to be computed anew."""
    page = _policy(stage)
    page.ask_to_recompute()
    stage.cover(page.findChildren(DeedDialog)[0])


def _calendar(stage: Stage, key: str, login: str = "supervisor") -> CalendarPage:
    page = stage.page("settings", login)
    assert isinstance(page, SettingsPage)
    section = page.show_section("calendar")
    assert isinstance(section, CalendarPage)
    section.open_entry(key)
    stage.settle()
    return section


def year(stage: Stage) -> None:
    """An announced year at a glance, as everybody reads it."""
    _calendar(stage, "2026", "reception")


def year_edited(stage: Stage) -> None:
    """The same, by whom it may be changed."""
    _calendar(stage, "2026")


def unannounced(stage: Stage) -> None:
    """A year that nobody has announced yet."""
    page = _calendar(stage, "2026")
    page.start_new()


def hours(stage: Stage) -> None:
    """Opening hours and working weekdays."""
    _calendar(stage, "hours")


def brought(stage: Stage) -> None:
    """A calendar file before it is taken."""
    page = _calendar(stage, "2026")
    shipped = resources_folder() / "calendars" / f"{stage.estate.script.region}.json"
    data = json.loads(shipped.read_text("utf-8"))
    data["special"] = [one for one in data["special"] if one["day"] != "2026-05-01"]
    data["week"][5] = [["09:00", "12:00"]]
    with TemporaryDirectory() as place:
        path = Path(place) / "calendar.json"
        path.write_text(json.dumps(data), "utf-8")
        dialog = page.preview_file(path)
    assert dialog is not None
    stage.cover(dialog)


SCENES: dict[str, Callable[[Stage], None]] = {
    "policy": versions,
    "policy-clause": clause,
    "policy-copy": copy,
    "policy-clocks": clocks,
    "policy-callbacks": callbacks,
    "policy-closing": closing,
    "policy-orders": orders,
    "policy-documents": documents,
    "policy-switches": switches,
    "policy-refused": refused,
    "policy-changes": changes,
    "policy-recompute": recompute,
    "calendar-year": year,
    "calendar-year-edited": year_edited,
    "calendar-year-unannounced": unannounced,
    "calendar-hours": hours,
    "calendar-brought": brought,
}
