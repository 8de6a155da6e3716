"""The document control head 文件頭 of a form: number, edition, revision, day, makers (R224)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from desk.domain.reasons import Reason

NUMBER_LIMIT = 40
EDITION_LIMIT = 20
REVISION_LIMIT = 20
NAME_LIMIT = 80


@dataclass(frozen=True)
class DocumentEntry:
    """What the estate keeps at the head of one form; texts are already clean.

    文件號, 版本號, 修改次數, 生效日期, 編制, 審核, 批准. Empty throughout is a form without a head.
    """

    number: str = ""
    edition: str = ""
    revision: str = ""
    effective_on: date | None = None
    prepared_by: str = ""
    reviewed_by: str = ""
    approved_by: str = ""


def entry_reasons(
    entry: DocumentEntry, today: date, taken: Collection[str] = ()
) -> tuple[Reason, ...]:
    """Why the head may not stand so; `taken` are the numbers of the other forms."""
    return tuple(_reasons(entry, today, taken))


def _reasons(entry: DocumentEntry, today: date, taken: Collection[str]) -> Iterator[Reason]:
    if entry == DocumentEntry():
        return
    if not entry.number:
        yield Reason("document.number.missing", "number")
    if entry.number in taken:
        yield Reason("document.number.taken", "number", {"number": entry.number})
    if not entry.edition:
        yield Reason("document.edition.missing", "edition")
    if entry.effective_on is None:
        yield Reason("document.effective_on.missing", "effective_on")
    elif entry.effective_on > today:
        yield Reason("document.effective_on.future", "effective_on")
