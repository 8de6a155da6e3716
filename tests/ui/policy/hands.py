"""What a supervisor does in the policy window."""

from typing import Any

from PySide6.QtWidgets import QApplication

from desk.ui.policy.editor import PolicyEditor
from desk.ui.policy.page import PolicyPage
from desk.ui.policy.reading import PolicyReading

SOLVE = "solve.minor"


def reading(page: PolicyPage) -> PolicyReading:
    """What is read at the right."""
    shown = page.panel.content()
    assert isinstance(shown, PolicyReading)
    return shown


def begin_copy(page: PolicyPage, key: str = "") -> PolicyEditor:
    """Press "Edit a copy" on what is read, or on another version or profile."""
    if key:
        page.open_version(key)
    reading(page).copy_button.click()
    QApplication.processEvents()
    return editor(page)


def editor(page: PolicyPage) -> PolicyEditor:
    """The copy that is being edited."""
    shown = page.panel.content()
    assert isinstance(shown, PolicyEditor)
    return shown


def edit(copy: PolicyEditor, section: str, code: str, path: str, value: Any) -> None:
    """Another value in a field of a rule."""
    copy.show_rule(section, code)
    field = copy.page(section).inspector.fields.field(path)
    field.set_value(value)
    field.changed.emit()


def keep(copy: PolicyEditor, why: str = "業主大會決定") -> bool:
    """See what changes, say why, save."""
    if copy.section() != "changes":
        assert not copy.save()
        assert copy.section() == "changes"
    copy.field("why").set_value(why)
    return copy.save()
