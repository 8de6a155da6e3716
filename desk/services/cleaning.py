"""Cleaning the texts of an entry, so that all that is wrong with them is said at once."""

from collections.abc import Iterable

from desk.domain.clean import clean_line, clean_text
from desk.domain.reasons import Reason
from desk.errors import ReasonLike, RuleRefused


class Cleaning:
    """Collects the reasons of one entry; a text that is refused counts as empty."""

    def __init__(self) -> None:
        self.reasons: list[ReasonLike] = []

    def line(self, text: str, limit: int, field: str) -> str:
        """One clean line."""
        try:
            return clean_line(text, limit, field)
        except RuleRefused as refused:
            self.reasons += refused.reasons
            return ""

    def text(self, text: str, limit: int, field: str) -> str:
        """A clean text of several lines."""
        try:
            return clean_text(text, limit, field)
        except RuleRefused as refused:
            self.reasons += refused.reasons
            return ""

    def refuse(self, *answers: Iterable[Reason]) -> None:
        """Raise everything that is wrong, beginning with the texts; each field but once."""
        told = {reason.field for reason in self.reasons}
        for reasons in answers:
            self.reasons += [one for one in reasons if one.field is None or one.field not in told]
        if self.reasons:
            raise RuleRefused(self.reasons)
