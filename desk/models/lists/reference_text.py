"""Reference texts that the estate wrote anew, as read."""

from dataclasses import dataclass

from sqlalchemy import select

from desk.models.lists import Reader
from desk.models.reference_text import ReferenceText


@dataclass(frozen=True)
class ReferenceRow:
    """One text in one language; of a shipped one `id` and `version` are 0."""

    id: int
    version: int
    code: str
    language: str
    title: str
    body: str


def texts(reader: Reader, language: str) -> dict[str, ReferenceRow]:
    """What the estate wrote in this language, by code."""
    query = select(
        ReferenceText.id,
        ReferenceText.version,
        ReferenceText.code,
        ReferenceText.language,
        ReferenceText.title,
        ReferenceText.body,
    ).where(ReferenceText.language == language)
    return {row.code: ReferenceRow(*row) for row in reader.execute(query)}
