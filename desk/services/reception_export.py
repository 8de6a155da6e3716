"""The filtered reception register as a workbook, for inspections and audits (R220, F16)."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from desk.domain.permissions import Permission
from desk.i18n import _
from desk.models.lists import reception as reception_list
from desk.models.lists.reception import ReceptionDetail
from desk.services import personal_data, register_export
from desk.services.reception import ReceptionFilter, narrowed
from desk.services.register_export import Cell, Heading, Table
from desk.services.workplace import Workplace
from desk.wording import label

AT_ONCE = 500


def export(
    workplace: Workplace,
    wanted: ReceptionFilter,
    path: Path,
    progress: Callable[[int], None],
) -> int:
    """Write the register in the current language; gives the number of rows.

    Phones are whole for whoever may call. Who took it out, with which filter and how many rows,
    stands in the history before the file gets its name.
    """
    workplace.require(Permission.EXPORT)

    def record(count: int) -> None:
        with workplace.deed(Permission.EXPORT) as work:
            work.record("exported", "reception", 0, {"rows": count, "filter": _told(wanted)})
            work.commit()

    with workplace.reading() as reader:
        found = reception_list.whole(reader, narrowed(workplace, wanted), AT_ONCE)
        handfuls = (personal_data.shown(workplace, one) for one in found)
        table = Table(
            _("Reception register"), _headings(), _rows(handfuls), workplace.estate.custom
        )
        return register_export.write(path, table, progress, record)


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(_("Number"), 15),
        Heading(_("Happened"), 18),
        Heading(_("Entered"), 18),
        Heading(_("Unit"), 18),
        Heading(_("Caller"), 18),
        Heading(_("Phone"), 16),
        Heading(_("Channel"), 12),
        Heading(_("Kind"), 12),
        Heading(_("What was asked"), 48),
        Heading(_("Answer and what was done"), 48),
        Heading(_("First asked"), 14),
        Heading(_("State"), 10),
        Heading(_("Closed at"), 18),
        Heading(_("Closed by"), 14),
        Heading(_("Complaint"), 15),
    )


def _rows(handfuls: Iterator[tuple[ReceptionDetail, ...]]) -> Iterator[list[tuple[Cell, ...]]]:
    return ([_cells(one) for one in handful] for handful in handfuls)


def _cells(one: ReceptionDetail) -> tuple[Cell, ...]:
    return (
        one.number,
        one.happened_at,
        one.entered_at,
        one.unit,
        one.caller_name,
        one.caller_phone,
        label("channel", one.channel),
        label("reception_kind", one.kind),
        one.request,
        one.answer,
        one.first_asked,
        label("reception_state", one.state),
        one.closed_at,
        one.closed_by,
        one.complaint,
    )


def _told(wanted: ReceptionFilter) -> dict[str, Any]:
    """What was asked for, without what was not."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(wanted).items()
        if value not in (None, "", False)
    }
