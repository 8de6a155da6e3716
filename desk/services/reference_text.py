"""The readable reference texts of the desk (R1, R45, R133, R176, R206).

The program ships a short one of each in both scripts; what the estate writes anew stands in its
place, in that language alone.
"""

import json
from dataclasses import replace

from desk.config import resources_folder
from desk.domain import reference_text as rules
from desk.domain.permissions import Permission
from desk.domain.reference_text import ReferenceCode, ReferenceEntry
from desk.models.lists import reference_text as text_list
from desk.models.lists.reference_text import ReferenceRow
from desk.models.reference_text import ReferenceText
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace

__all__ = ["ReferenceRow", "change", "get", "shipped", "texts"]


def texts(workplace: Workplace, language: str) -> tuple[ReferenceRow, ...]:
    """Every text in a language: as the estate wrote it, else as it was shipped."""
    with workplace.reading() as reader:
        written = text_list.texts(reader, language)
    return tuple(written.get(one.code, one) for one in shipped(language))


def get(workplace: Workplace, code: ReferenceCode, language: str) -> ReferenceRow:
    """One text in a language."""
    return next(one for one in texts(workplace, language) if one.code == code)


def change(workplace: Workplace, seen: ReferenceRow, entry: ReferenceEntry) -> ReferenceRow:
    """Write a text anew; the first time it takes the shipped one's place."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        entry = _ready(entry)
        if seen.id:
            row = work.get_as_seen(ReferenceText, seen.id, seen.version)
            row.title, row.body = entry.title, entry.body
        else:
            _add(work, seen, entry)
        work.commit()
    return get(workplace, ReferenceCode(seen.code), seen.language)


def shipped(language: str) -> tuple[ReferenceRow, ...]:
    """The texts that came with the program, in the order of their codes."""
    path = resources_folder() / "reference" / f"{language}.json"
    told = json.loads(path.read_text("utf-8"))
    return tuple(
        ReferenceRow(0, 0, code, language, told[code]["title"], "\n".join(told[code]["body"]))
        for code in ReferenceCode
    )


def _ready(entry: ReferenceEntry) -> ReferenceEntry:
    cleaning = Cleaning()
    entry = replace(
        entry,
        title=cleaning.line(entry.title, rules.TITLE_LIMIT, "title"),
        body=cleaning.text(entry.body, rules.BODY_LIMIT, "body"),
    )
    cleaning.refuse(rules.entry_reasons(entry))
    return entry


def _add(work: UnitOfWork, seen: ReferenceRow, entry: ReferenceEntry) -> None:
    row = ReferenceText(code=seen.code, language=seen.language, title=entry.title, body=entry.body)
    work.add(row)
