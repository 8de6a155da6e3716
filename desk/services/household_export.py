"""Households to a sheet: exactly what an import takes, and an empty template to fill in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from desk.domain import household_sheet as sheet
from desk.domain.estate import (
    IdentityDocument,
    IdentityKind,
    InstructionEntry,
    PersonKind,
    Region,
    ResidentEntry,
    ResidentRole,
)
from desk.domain.household_plan import KnownUnit
from desk.domain.household_sheet import PHONES, Column
from desk.domain.permissions import Permission
from desk.i18n import language as spoken
from desk.i18n import speaking
from desk.models.lists import estate as estate_list
from desk.models.lists.known_estate import known_estate
from desk.services import personal_data, spreadsheet
from desk.services.spreadsheet import Cell, Page
from desk.services.workplace import Workplace
from desk.wording import label, sentence

_WIDTHS = {Column.NAME: 18, Column.ID_NUMBER: 22, Column.NOTE: 30, Column.INSTRUCTION: 36}
_EXAMPLES = {
    Region.HK: ("A", "", "12", "B", "9123 4567", "A123456(3)"),
    Region.TW: ("12", "", "5", "2", "0912-345-678", "A123456789"),
    Region.CN: ("3", "2", "12", "1201", "13800138000", "11010519491231002X"),
}


def export(workplace: Workplace, path: Path, language: str | None = None) -> int:
    """Write every household to an xlsx or csv file, by its suffix; returns the number of rows.

    Who may not see identity papers or call people exports without papers or phones, and an import
    of that leaves them alone.
    The export is recorded in the history before the file stands.
    """
    workplace.require(Permission.EXPORT)
    suffix = spreadsheet.suffix(path)
    language = language or spoken()
    papers = workplace.allows(Permission.SEE_IDENTITY)
    phones = workplace.allows(personal_data.TO_CALL)
    with workplace.reading() as reader:
        units = known_estate(reader).units
    shown = [_shown(unit, papers=papers, phones=phones) for unit in units]
    rows = [row for unit in shown for row in _rows(unit, language)]
    with workplace.deed(Permission.EXPORT) as work:
        told = {
            "rows": len(rows),
            "identity_papers": papers,
            "phones": phones,
            "format": suffix.removeprefix("."),
        }
        work.record("exported", "estate", estate_list.estate(work.reader).id, told)
        with spreadsheet.written_after(path, _page(language, rows)):
            work.commit()
    return len(rows)


def template(workplace: Workplace, path: Path, language: str | None = None) -> None:
    """Write an empty sheet with its headings and an explanation that is not imported.

    In a workbook the explanation is a second page, in a csv file a comment that begins with #.
    """
    workplace.require(Permission.READ)
    language = language or spoken()
    with speaking(language):
        if spreadsheet.suffix(path) == ".csv":
            comment = "# " + sentence("household_sheet.comment")
            spreadsheet.write(path, _page(language, [[comment]]))
        else:
            guide = _guide(language, Region(workplace.estate.region))
            spreadsheet.write(path, _page(language, []), guide)


def _page(language: str, rows: Sequence[Sequence[Cell]]) -> Page:
    columns = list(Column)
    with speaking(language):
        title = label("household_sheet", "page")
    return Page(
        title=title,
        headings=[sheet.heading(column, language) for column in columns],
        rows=rows,
        widths=[_WIDTHS.get(column, 13) for column in columns],
        choices={
            columns.index(Column.ROLE): [sheet.word_of(one, language) for one in ResidentRole],
            columns.index(Column.KIND): [sheet.word_of(one, language) for one in PersonKind],
            columns.index(Column.ID_KIND): [sheet.word_of(one, language) for one in IdentityKind],
        },
    )


def _guide(language: str, region: Region) -> Page:
    """What goes into each column; laid out downwards, so that it is never taken for data."""
    building, entrance, floor, door, phone, number = _EXAMPLES[region]
    card = sheet.CARD_OF_PERSON[region]
    examples = {
        Column.BUILDING: building,
        Column.ENTRANCE: entrance,
        Column.FLOOR: floor,
        Column.DOOR: door,
        Column.NAME: "陈大文" if region is Region.CN else "陳大文",
        Column.ROLE: sheet.word_of(ResidentRole.OWNER, language),
        Column.KIND: sheet.word_of(PersonKind.NATURAL, language),
        Column.PHONE_1: phone,
        Column.ID_KIND: sheet.word_of(card, language),
        Column.ID_NUMBER: number,
        Column.STARTS: "2026-01-31",
    }
    return Page(
        title=label("household_sheet", "guide"),
        headings=[label("household_sheet", one) for one in ("heading", "meaning", "example")],
        rows=[
            [
                sheet.heading(column, language),
                sentence(f"household_sheet.{column}"),
                examples.get(column, ""),
            ]
            for column in Column
        ],
        widths=[22, 90, 22],
    )


def _shown(unit: KnownUnit, *, papers: bool, phones: bool) -> KnownUnit:
    """The unit without what the clerk may not see."""
    residents = tuple(
        replace(
            one,
            entry=replace(
                one.entry,
                documents=one.entry.documents if papers else (),
                phones=one.entry.phones if phones else (),
            ),
        )
        for one in unit.residents
    )
    return replace(unit, residents=residents)


def _rows(unit: KnownUnit, language: str) -> Iterator[list[Cell]]:
    """A row for each resident who lives there; instructions beside them, one a row."""
    residents = [one.entry for one in unit.residents if one.active]
    instructions = [one.entry for one in unit.instructions]
    pairs = list(zip_longest(residents, instructions)) or [(None, None)]
    for resident, instruction in pairs:
        yield [
            *unit.room.parts,
            *_resident(resident, language),
            *_instruction(instruction),
        ]


def _resident(entry: ResidentEntry | None, language: str) -> list[Cell]:
    if entry is None:
        return [""] * (len(Column) - 7)
    return [
        entry.name,
        sheet.word_of(entry.role, language),
        sheet.word_of(entry.kind, language),
        entry.company,
        *_phones(entry.phones),
        *_papers(entry.documents, language),
        entry.note,
    ]


def _phones(phones: tuple[str, ...]) -> list[Cell]:
    """A phone a column; the last column holds whatever is left."""
    last = len(PHONES) - 1
    cells: list[Cell] = list(phones[:last])
    cells += [""] * (last - len(cells))
    return [*cells, "; ".join(phones[last:])]


def _papers(documents: tuple[IdentityDocument, ...], language: str) -> list[Cell]:
    kinds = "; ".join(sheet.word_of(one.kind, language) for one in documents)
    return [kinds, "; ".join(one.number for one in documents)]


def _instruction(entry: InstructionEntry | None) -> list[Cell]:
    return ["", None, None] if entry is None else [entry.text, entry.starts, entry.ends]
