"""The columns and filters of the complaint register."""

from collections.abc import Sequence

from desk.domain.complaint import Severity
from desk.domain.complaint_clock import Category
from desk.i18n import _, pgettext
from desk.services.complaint import ComplaintRow
from desk.services.complaint_case import Case
from desk.ui.complaint import words
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column

_EXCERPT = 120


class Columns:
    """The columns and filters of an estate, in its dates and the words of its policy."""

    def __init__(self, deeds: ComplaintDeeds) -> None:
        self._deeds = deeds

    def columns(self) -> Sequence[Column[ComplaintRow]]:
        """Number and time, who and where, what about, until when, where it stands."""
        return (
            Column("number", _number_words, _number, 122, muted=True, note=self._received),
            Column("who", _who_words, _complainant, 116, strong=True, note=_unit),
            Column("about", _about_words, _about, stretch=True, note=self._told),
            Column("due", _due_words, self._due_text, 154, chip=self._due),
            Column("state", _state_words, words.row_state_words, 132, chip=words.row_state),
        )

    def filters(self) -> Sequence[Filter]:
        """Until when, state, severity, hot, nature, content and days."""
        return (
            Filter("due", _due_words, _due_choices),
            Filter("state", _state_words, words.state_choices),
            Filter("severity", _severity_words, self._severities),
            Filter("hot", _hot_words, _hot_choices),
            Filter("nature", _nature_words, words.nature_choices),
            Filter("content", _content_words, words.content_choices),
            Filter("days", _days_words, _day_choices),
        )

    def _severities(self) -> Sequence[Choice]:
        return words.severity_choices(self._deeds.todays_policy())

    def _received(self, row: ComplaintRow) -> str:
        return self._deeds.custom.datetime(row.received_at)

    def _told(self, row: ComplaintRow) -> str:
        """What is grave or hot says so first; a minor one keeps quiet."""
        marks = [self._deeds.severity_words(row.severity)] if row.severity != Severity.MINOR else []
        marks += [_("Hot")] if row.hot else []
        return " · ".join([*marks, row.excerpt])

    def _due(self, row: ComplaintRow) -> Chip | None:
        return words.due_chip(row.due_at, self._deeds.now())

    def _due_text(self, row: ComplaintRow) -> str:
        chip = self._due(row)
        return "" if chip is None else chip.text


def row_of(case: Case) -> ComplaintRow:
    """The line of the list that a case makes."""
    detail = case.detail
    owed = [one for one in case.clocks if one.is_open and one.category is not Category.PROMOTION]
    return ComplaintRow(
        id=detail.id,
        version=detail.version,
        number=detail.number,
        received_at=detail.received_at,
        unit=detail.unit,
        complainant=detail.complainant,
        about=detail.about,
        excerpt=" ".join(detail.course[:_EXCERPT].split()),
        nature=detail.nature,
        content_class=detail.content_class,
        severity=detail.severity,
        state=detail.state,
        hot=detail.hot,
        filing=detail.filing,
        due_at=min((one.due_at for one in owed), default=None),
    )


def id_of(row: ComplaintRow) -> int:
    """What tells rows apart."""
    return row.id


def _number(row: ComplaintRow) -> str:
    return row.number


def _complainant(row: ComplaintRow) -> str:
    return row.complainant


def _unit(row: ComplaintRow) -> str:
    return row.unit or ""


def _about(row: ComplaintRow) -> str:
    return row.about


def _due_choices() -> list[Choice]:
    return [Choice("today", _("Due today or overdue")), Choice("overdue", _("Overdue"))]


def _hot_choices() -> list[Choice]:
    return [Choice("hot", _("Hot only"))]


def _day_choices() -> list[Choice]:
    return [
        Choice("today", _("Today")),
        Choice("week", _("Last 7 days")),
        Choice("month", _("This month")),
    ]


def _number_words() -> str:
    return _("Number")


def _who_words() -> str:
    return _("Complainant")


def _about_words() -> str:
    return _("Complaint about")


def _severity_words() -> str:
    return _("Severity")


def _due_words() -> str:
    return pgettext("column", "Due")


def _hot_words() -> str:
    return _("Hot")


def _state_words() -> str:
    return _("State")


def _nature_words() -> str:
    return _("Nature")


def _content_words() -> str:
    return _("Content")


def _days_words() -> str:
    return _("Reported")
