"""Half-finished forms: kept for their clerk over a lock, a crash and a restart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.domain.permissions import Permission
from desk.models.lists import draft as draft_list
from desk.models.lists.draft import DraftRow
from desk.models.staff import Draft
from desk.models.unit_of_work import UnitOfWork
from desk.services.workplace import Workplace

__all__ = ["DraftRow", "Kept", "keep_all", "list_all", "remove", "save"]

SUBJECT_LIMIT = 40
TITLE_LIMIT = 200


@dataclass(frozen=True)
class Kept:
    """A form that waits: `content` are JSON values, `subject` the key of its record or "".

    `since` is when it began to wait; None means now.
    """

    form: str
    title: str
    content: Mapping[str, Any]
    subject: str = ""
    since: datetime | None = None


def save(  # noqa: PLR0913 - what a draft consists of
    workplace: Workplace,
    form: str,
    title: str,
    content: Mapping[str, Any],
    draft_id: int | None = None,
    *,
    subject: str = "",
) -> int:
    """Keep what stands in one form and give the id to save it under next time.

    A draft that is gone, or that is another clerk's, is kept as a new one.
    """
    with workplace.deed(Permission.READ) as work:
        row = None if draft_id is None else _own(work, draft_id)
        if row is None:
            row = Draft(account_id=work.actor_id)
            work.session.add(row)
        _write(work, row, Kept(form, title, content, subject))
        work.commit()
        return row.id


def keep_all(workplace: Workplace, entries: Iterable[Kept]) -> None:
    """Keep exactly these, in place of everything the signed-in clerk had left waiting."""
    with workplace.deed(Permission.READ) as work:
        kept = [work.session.get(Draft, row.id) for row in _rows(work)]
        for entry in entries:
            row = kept.pop(0) if kept else None
            if row is None:
                row = Draft(account_id=work.actor_id)
                work.session.add(row)
            _write(work, row, entry)
        for left_over in kept:
            work.session.delete(left_over)
        work.commit()


def list_all(workplace: Workplace) -> tuple[DraftRow, ...]:
    """What the signed-in clerk has left waiting, what waits longest first."""
    with workplace.reading() as reader:
        return draft_list.drafts(reader, workplace.actor.id)


def remove(workplace: Workplace, draft_id: int) -> None:
    """Forget a draft, because its form was saved or thrown away; once is enough."""
    with workplace.deed(Permission.READ) as work:
        row = _own(work, draft_id)
        if row is not None:
            work.session.delete(row)
            work.commit()


def _own(work: UnitOfWork, draft_id: int) -> Draft | None:
    row = work.session.get(Draft, draft_id)
    return row if row is not None and row.account_id == work.actor_id else None


def _rows(work: UnitOfWork) -> tuple[DraftRow, ...]:
    return () if work.actor_id is None else draft_list.drafts(work.reader, work.actor_id)


def _write(work: UnitOfWork, row: Draft, entry: Kept) -> None:
    row.form = entry.form
    row.subject = _storable(entry.subject[:SUBJECT_LIMIT])
    row.title = _storable(entry.title[:TITLE_LIMIT])
    row.content = _storable(dict(entry.content))
    row.saved_at = entry.since or work.now


def _storable(content: Any) -> Any:
    """The content without halves of characters, which an input method may leave and UTF-8 lacks."""
    match content:
        case str():
            return content.encode("utf-8", "replace").decode("utf-8")
        case dict():
            return {key: _storable(value) for key, value in content.items()}
        case list() | tuple():
            return [_storable(value) for value in content]
    return content
