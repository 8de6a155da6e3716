"""The columns and filters of the complaint register."""

from collections.abc import Sequence

from desk.i18n import EstateFormat, _
from desk.services.complaint import ComplaintDetail, ComplaintRow
from desk.ui.complaint import words
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.wording import label

_EXCERPT = 120


def columns_of(custom: EstateFormat) -> Sequence[Column[ComplaintRow]]:
    """Number and time, who and where, what about, how grave, where it stands."""

    def received(row: ComplaintRow) -> str:
        return custom.datetime(row.received_at)

    return (
        Column("number", _number_words, _number, 122, muted=True, note=received),
        Column("who", _who_words, _complainant, 128, strong=True, note=_unit),
        Column("about", _about_words, _about, stretch=True, note=_excerpt),
        Column("severity", _severity_words, _severity, 116, chip=words.row_severity),
        Column("state", _state_words, _state, 120, chip=words.row_state),
    )


def filters() -> Sequence[Filter]:
    """State, severity, nature, content and days."""
    return (
        Filter("state", _state_words, words.state_choices),
        Filter("severity", _severity_words, words.severity_choices),
        Filter("nature", _nature_words, words.nature_choices),
        Filter("content", _content_words, words.content_choices),
        Filter("days", _days_words, _day_choices),
    )


def row_of(detail: ComplaintDetail) -> ComplaintRow:
    """The line of the list that a complaint makes."""
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


def _excerpt(row: ComplaintRow) -> str:
    return row.excerpt


def _severity(row: ComplaintRow) -> str:
    return label("severity", row.severity)


def _state(row: ComplaintRow) -> str:
    return label("complaint_state", row.state)


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


def _state_words() -> str:
    return _("State")


def _nature_words() -> str:
    return _("Nature")


def _content_words() -> str:
    return _("Content")


def _days_words() -> str:
    return _("Reported")
