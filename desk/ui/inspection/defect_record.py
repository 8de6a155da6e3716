"""A defect: what is wrong where, until when it is to be repaired, what was done about it."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain.defect import State
from desk.i18n import _, ngettext, pgettext
from desk.services.defect import Defect, EventRow
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.inspection import defect_acts, words
from desk.ui.inspection.deeds import InspectionDeeds, place_words
from desk.ui.inspection.lines import Lines
from desk.ui.inspection.photos import PhotoStrip
from desk.ui.kit.facts import Fact, FactSection
from desk.ui.kit.label import plain_label, rule
from desk.ui.kit.shown_record import ShownRecord
from desk.ui.paper.preview import Preview
from desk.wording import label

_BETWEEN = " · "


class DefectRecord(ShownRecord):
    """Shows a `Defect` and lets its deeds be done."""

    def __init__(self, deeds: InspectionDeeds) -> None:
        self._deeds = deeds
        super().__init__(defect_acts.acts(deeds), defect_acts.groups())
        deeds.reload_wanted.connect(self.reload)

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.known().detail.number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def about(self) -> str:
        """Which defect it is."""
        return words.about_defect(self.known())

    def parts(self) -> Sequence[QWidget]:
        """What is wrong where comes first."""
        self.place, self.what = plain_label(role="number"), plain_label()
        for one in (self.place, self.what):
            one.setWordWrap(True)
        self.facts = FactSection()
        self.found = PhotoStrip(_found_words, self._deeds.photos)
        self.journal = Lines(_journal_words)
        self.attachments = AttachmentList()
        return (
            *(self.place, self.what, self.facts, rule(), self.journal, self.found),
            self.attachments,
        )

    def show_value(self, value: Defect) -> None:
        """Show everything as it stands."""
        super().show_value(value)
        self.found.show_item(value.detail.item_id)
        self.attachments.show_record(self._deeds.attachments(value.detail.id))

    def known(self) -> Defect:
        """The defect that is shown."""
        value: Any = self.value()
        if not isinstance(value, Defect):
            raise TypeError("no defect is shown")
        return value

    def read_again(self) -> Defect:
        """The defect as it is now."""
        return self._deeds.defect(self.known().detail.id)

    def why_not_print(self) -> str:
        """Why it is not printed."""
        return self._deeds.why_not_print()

    def print_likeliest(self) -> Preview:
        """The list for the builder."""
        return defect_acts.show_list(self._deeds, self, self.known().detail.inspection_id)

    def show_words(self) -> None:
        """Everything in the current language."""
        known = self.known()
        self.change_button.hide()
        self.show_chip(words.defect_chip(known))
        self.place.setText(f"{known.detail.unit}{_BETWEEN}{place_words(known.detail)}")
        self.what.setText(known.detail.what)
        self.facts.show_facts(list(self._facts(known)))
        self.journal.show_lines([self._line(one) for one in reversed(known.events)])

    # Parts

    def _facts(self, known: Defect) -> Iterator[Fact]:
        row, custom = known.detail, self._deeds.custom
        yield Fact(_("Builder"), row.builder)
        yield Fact(
            pgettext("defect", "Contact"), _BETWEEN.join(filter(None, (row.contact, row.phone)))
        )
        found = f"{custom.date(known.found_on)}{_BETWEEN}{_days_ago(known.days)}"
        yield Fact(pgettext("defect", "Found"), found)
        due = pgettext("defect", "Promised for") if row.promised_on else _("To be repaired by")
        yield Fact(due, custom.date(row.due_on))
        yield Fact(pgettext("defect", "Reminded"), self._reminded(known))
        if row.fails:
            again = ngettext("{count} time", "{count} times", row.fails).format(count=row.fails)
            yield Fact(pgettext("defect", "Failed again"), again)
        if row.done_at is not None and known.facts.state is not State.OPEN:
            done = (custom.datetime(row.done_at), row.done_by)
            yield Fact(pgettext("defect", "Said to be done"), _BETWEEN.join(done))
        if row.passed_at is not None:
            yield Fact(pgettext("defect", "Passed"), custom.datetime(row.passed_at))
        yield Fact(pgettext("defect", "Inspection"), row.inspection)
        yield Fact(_("Void"), row.void_why, wide=True)

    def _reminded(self, known: Defect) -> str:
        row = known.detail
        if not row.reminders:
            return pgettext("defect", "Not yet")
        count = ngettext("{count} time", "{count} times", row.reminders)
        last = "" if row.reminded_at is None else self._deeds.custom.datetime(row.reminded_at)
        return _BETWEEN.join(filter(None, (count.format(count=row.reminders), last)))

    def _line(self, one: EventRow) -> str:
        """When, what, by which way, who, what was said, by whom it was written down."""
        custom = self._deeds.custom
        how = label("remind_how", one.how) if one.how else ""
        day = custom.date(one.day) if one.day else ""
        told = (custom.datetime(one.at), label("defect_event", one.kind), how, one.person)
        written = _("by {by}").format(by=one.by) if one.by != one.person else ""
        return _BETWEEN.join(filter(None, (*told, one.text, day, written)))


def _days_ago(days: int) -> str:
    if not days:
        return pgettext("defect", "today")
    return ngettext("{count} day ago", "{count} days ago", days).format(count=days)


def _journal_words() -> str:
    return _("What happened")


def _found_words() -> str:
    return pgettext("defect", "Photos of the inspection")
