"""Half-finished forms: kept for their clerk over a lock, a crash and a restart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desk.domain.permissions import Permission
from desk.models.lists import draft as draft_list
from desk.models.lists.draft import DraftRow
from desk.models.staff import Draft
from desk.models.unit_of_work import UnitOfWork
from desk.services.workplace import Workplace

__all__ = ["DraftRow", "Kept", "keep_all", "list_all", "remove", "save"]

TITLE_LIMIT = 200


@dataclass(frozen=True)
class Kept:
    """A half-finished form to be kept: its form's word, its title, JSON values."""

    form: str
    title: str
    content: Mapping[str, Any]


def keep_all(workplace: Workplace, forms: Sequence[Kept]) -> None:
    """Keep these forms of the signed-in clerk and no others."""
    if not forms and not list_all(workplace):
        return
    with workplace.deed(Permission.READ) as work:
        for old in draft_list.rows_of(work.session, workplace.actor.id):
            work.session.delete(old)
        for one in forms:
            row = Draft(account_id=work.actor_id, form=one.form, saved_at=work.now)
            row.title = _storable(one.title[:TITLE_LIMIT])
            row.content = _storable(dict(one.content))
            work.session.add(row)
        work.commit()


def save(
    workplace: Workplace,
    form: str,
    title: str,
    content: Mapping[str, Any],
    draft_id: int | None = None,
) -> int:
    """Keep what stands in a form (JSON values) and give the id to save it under next time.

    A draft that is gone, or that is another clerk's, is kept as a new one.
    """
    with workplace.deed(Permission.READ) as work:
        row = None if draft_id is None else _own(work, draft_id)
        if row is None:
            row = Draft(account_id=work.actor_id, form=form)
            work.session.add(row)
        row.title = _storable(title[:TITLE_LIMIT])
        row.content = _storable(dict(content))
        row.saved_at = work.now
        work.commit()
        return row.id


def list_all(workplace: Workplace) -> tuple[DraftRow, ...]:
    """What the signed-in clerk has left waiting, the latest first."""
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
