"""What happened to a case."""

from collections.abc import Iterator

from desk.i18n import _
from desk.services.move_in import EventRow, MoveIn
from desk.ui.kit import journal
from desk.wording import label


class Journal(journal.Journal):
    """One line an event: when, what, by whom, what was said of it."""

    def told(self, event: EventRow, _known: MoveIn) -> Iterator[str]:
        """An event in pieces."""
        yield self._custom.datetime(event.at)
        yield label("move_in_event", event.kind)
        yield event.person
        yield event.text
        if event.by and event.by != event.person:
            yield _("by {by}").format(by=event.by)

    def beginning(self, known: MoveIn) -> str:
        """Who wrote the case down."""
        return journal.written_down(known, self._custom)
