"""What happened to a pass: issued, at the gate, back, extended, void."""

from collections.abc import Iterator

from desk.domain.release_pass import Item
from desk.i18n import _
from desk.services.release_pass import Pass
from desk.services.release_pass_case import EventRow
from desk.ui.kit import journal
from desk.wording import label


class Journal(journal.Journal):
    """One line an event: when, what, which things, by which guard, written down by whom."""

    def told(self, event: EventRow, known: Pass) -> Iterator[str]:
        """An event in pieces."""
        items = {item.id: item for item in known.items}
        counts = [_counted(items.get(key), count) for key, count in event.counts]
        yield self._custom.datetime(event.at)
        yield label("pass_event", event.kind)
        yield _(", ").join(filter(None, counts))
        if event.ends is not None:
            yield _("until {at}").format(at=self._custom.datetime(event.ends))
        yield event.person
        yield event.why
        if event.by:
            yield _("by {by}").format(by=event.by)

    def beginning(self, known: Pass) -> str:
        """Who wrote the pass down."""
        return journal.written_down(known, self._custom)


def _counted(item: Item | None, count: int) -> str:
    return "" if item is None else f"{item.what} × {count}"
