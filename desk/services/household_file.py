"""Reading the household file 住戶檔案: everything of a unit on one page, in time (R57, R63).

Whose file it is stays with whoever may read it; phones and identity papers are masked as the
household shows them (R36).
"""

from collections.abc import Collection
from dataclasses import dataclass

from desk.domain.household_file import GROUPS, KINDS, Group
from desk.models.lists import Page
from desk.models.lists import household_file as file_list
from desk.models.lists.household_file import FileRow, Key
from desk.services import household
from desk.services.household import Household
from desk.services.workplace import Workplace

__all__ = ["GROUPS", "FileRow", "Group", "HouseholdFile", "Key", "entries", "of"]

PAGE = 50


@dataclass(frozen=True)
class HouseholdFile:
    """The people of a unit, and the first page of what was ever done for it."""

    household: Household
    page: Page[FileRow]


def of(
    workplace: Workplace, unit_id: int, groups: Collection[Group] = (), limit: int = PAGE
) -> HouseholdFile:
    """The file of a unit, newest first; NotFound when there is no such unit."""
    return HouseholdFile(
        household.household(workplace, unit_id), entries(workplace, unit_id, groups, None, limit)
    )


def entries(
    workplace: Workplace,
    unit_id: int,
    groups: Collection[Group] = (),
    after: Key | None = None,
    limit: int = PAGE,
) -> Page[FileRow]:
    """Some of the file after the key of the last row seen; without `groups` everything."""
    kinds = [kind for group in groups or Group for kind in KINDS[group]]
    with workplace.reading() as reader:
        return file_list.entries(reader, unit_id, kinds, after, limit)
