"""Scenes of the estate: units and who lives there, their forms, sheets in and out."""

from collections.abc import Callable
from pathlib import Path

from desk.services import household_export
from desk.ui.estate.household_view import FILE, HouseholdView
from desk.ui.estate.import_dialog import ImportDialog
from desk.ui.estate.page import EstatePage
from desk.ui.kit.record_form import RecordForm
from tests.gallery.stage import Stage


def _page(stage: Stage, login: str = "manager") -> EstatePage:
    page = stage.page("estate", login)
    assert isinstance(page, EstatePage)
    return page


def _household(stage: Stage, login: str = "manager") -> tuple[EstatePage, HouseholdView]:
    page = _page(stage, login)
    page.table.choose(stage.estate.household.unit.id)
    view = page.open_key(f"resident:{stage.estate.resident.id}")
    assert isinstance(view, HouseholdView)
    page.table.choose(stage.estate.household.unit.id)
    stage.settle()
    return page, view


def register(stage: Stage) -> None:
    """Every unit and its residents."""
    _page(stage)


def household(stage: Stage) -> None:
    """One household beside the list."""
    _household(stage)


def household_as_receptionist(stage: Stage) -> None:
    """The same to a role that may not change it."""
    _household(stage, "reception")


def new_unit(stage: Stage) -> None:
    """A unit that was missing; nothing was written."""
    form = _page(stage).start_new()
    assert isinstance(form, RecordForm)
    form.save()


def household_file(stage: Stage) -> None:
    """Everything of a home, in time."""
    page, _view = _household(stage)
    page.do(FILE, None)
    stage.settle()


def _form(stage: Stage, deed: str, subject: object) -> RecordForm:
    page, _view = _household(stage)
    page.do(deed, subject)
    form = page.open_form()
    assert isinstance(form, RecordForm)
    stage.settle()
    return form


def change_resident(stage: Stage) -> None:
    """A resident as a form."""
    _form(stage, "change", stage.estate.resident)


def new_resident(stage: Stage) -> None:
    """Another resident; nothing was written."""
    _form(stage, "resident", None).save()


def paper(stage: Stage) -> None:
    """An identity paper whose check digit is wrong."""
    form = _form(stage, "paper", stage.estate.resident)
    form.field("number").set_value("A123456(0)")
    form.save()


def instruction(stage: Stage) -> None:
    """A standing instruction."""
    form = _form(stage, "instruction", None)
    form.field("text").set_value(stage.estate.words["instructions"][0])


def nothing_found(stage: Stage) -> None:
    """Words that no household answers to."""
    page = _page(stage)
    stage.type(page.words, "zzqx")
    page.reload()


def _import(stage: Stage, *rows: tuple[str, ...]) -> ImportDialog:
    page = _page(stage)
    path = Path(stage.estate.folder.path.parent) / "households.csv"
    workplace = page._deeds._workplace
    household_export.template(workplace, path, stage.language)
    heading = path.read_text("utf-8-sig").splitlines()[0]
    width = heading.count(",") + 1
    lines = [",".join((*row, *[""] * (width - len(row)))) for row in rows]
    path.write_text("\n".join([heading, *lines]), "utf-8")
    page.sheets._show(page._deeds.read_sheet(path))
    path.unlink()
    dialog = page.sheets.dialog
    assert dialog is not None
    stage.cover(dialog)
    return dialog


def import_preview(stage: Stage) -> None:
    """What a sheet would do."""
    words = stage.estate.words
    known = stage.estate.household.unit.room
    building = known.building
    new = [words["surnames"][number] + words["given"][number] for number in range(8)]
    _import(
        stage,
        *((building, "", "31", str(at), name) for at, name in enumerate(new)),
        (*known.parts, stage.estate.resident.name),
    )


def import_faults(stage: Stage) -> None:
    """Everything that is wrong with a sheet, with its place."""
    building = stage.estate.household.unit.room.building
    name = stage.estate.resident.name
    _import(
        stage,
        (building, "", "31", "A", name, "?", "", "", "12"),
        ("", "", "", "", name),
        (building, "", "32", "A", "", "", "", "", "98765432"),
    )


SCENES: dict[str, Callable[[Stage], None]] = {
    "estate-register": register,
    "estate-nothing-found": nothing_found,
    "estate-household": household,
    "estate-household-receptionist": household_as_receptionist,
    "estate-household-file": household_file,
    "estate-unit-refused": new_unit,
    "estate-resident": change_resident,
    "estate-resident-refused": new_resident,
    "estate-paper-refused": paper,
    "estate-instruction": instruction,
    "estate-import-preview": import_preview,
    "estate-import-faults": import_faults,
}
