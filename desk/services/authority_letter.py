"""The yearly letters of authority 授權書: entering, voiding, listing (R8, F52)."""

from dataclasses import replace
from datetime import date

from desk.domain import authority_letter as rules
from desk.domain.authority_letter import Letter, LetterEntry
from desk.domain.permissions import Permission
from desk.models.lists import authority_letter as letter_list
from desk.models.lists.authority_letter import LetterRow
from desk.models.promise import AuthorityLetter
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace

__all__ = ["LetterRow", "add", "of_day", "of_year", "void"]

KIND = "authority_letter"


def add(workplace: Workplace, entry: LetterEntry) -> LetterRow:
    """Enter a letter that was signed. An older one of the same holder stands, the newer holds."""
    with workplace.deed(Permission.EDIT_POLICY) as work:
        cleaning = Cleaning()
        entry = replace(
            entry,
            holder=cleaning.line(entry.holder, rules.NAME_LIMIT, "holder"),
            signed_by=cleaning.line(entry.signed_by, rules.NAME_LIMIT, "signed_by"),
            matters=cleaning.text(entry.matters, rules.MATTERS_LIMIT, "matters"),
        )
        cleaning.refuse(rules.letter_reasons(entry))
        row = AuthorityLetter(entered_at=work.now, entered_by_id=work.actor_id)
        for field in _WRITTEN:
            setattr(row, field, getattr(entry, field))
        work.add(row)
        return work.committed(letter_list.one, KIND, row.id)


def void(workplace: Workplace, letter_id: int, version: int, why: str) -> LetterRow:
    """End a letter with a reason; promises made under it before stay as they are."""
    with workplace.deed(Permission.EDIT_POLICY) as work:
        row = work.get_as_seen(AuthorityLetter, letter_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        known = letter_list.one(work.reader, letter_id)
        cleaning.refuse(() if known is None else rules.void_reasons(known.letter, why))
        row.void_why = why
        return work.committed(letter_list.one, KIND, letter_id)


def of_year(workplace: Workplace, year: int) -> tuple[LetterRow, ...]:
    """The letters of a year, voided ones too, the newest first."""
    with workplace.reading() as reader:
        return letter_list.of_year(reader, year)


def of_day(workplace: Workplace, day: date) -> tuple[Letter, ...]:
    """The letters that hold on a day: under which one may promise now."""
    with workplace.reading() as reader:
        return tuple(one for one in letter_list.of_day(reader, day) if not one.void_why)


_WRITTEN = ("post", "holder", "starts", "ends", "amount_limit", "matters", "signed_by")
