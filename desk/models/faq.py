"""Questions that are often asked, with their unified answers 統一回復口徑."""

from collections.abc import Iterable

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from desk import hanzi
from desk.domain import search_text
from desk.models.base import Recorded, Searchable
from desk.models.rooms import Rooms


class Faq(Recorded, Searchable):
    """One question; its keywords stand in the index beside its words."""

    __tablename__ = "faq"
    search_table = "search_faq"

    question: Mapped[str] = mapped_column(String(400))
    answer: Mapped[str] = mapped_column(String(4_000))
    keywords: Mapped[str] = mapped_column(String(200), default="")
    active: Mapped[bool] = mapped_column(default=True)

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:  # noqa: ARG002 - it has no room
        tokens: set[str] = set()
        for text in (self.question, self.answer, self.keywords):
            tokens.update(search_text.text_tokens(text, hanzi))
        return tokens
