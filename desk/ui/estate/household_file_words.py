"""The entries of the household file 住戶檔案 in words."""

from collections.abc import Mapping
from types import MappingProxyType

from desk.domain.household_file import GROUPS, Group
from desk.i18n import EstateFormat
from desk.services.household_file import FileRow
from desk.ui.estate.household_file_lines import Entry
from desk.ui.kit.chips import Chip
from desk.ui.kit.states import state_chip
from desk.ui.kit.theme import Tone
from desk.wording import label

SIGNS: Mapping[Group, str] = MappingProxyType(
    {
        Group.MOVE_INS: "move_in",
        Group.PEOPLE: "person",
        Group.PAPERS: "document",
        Group.KEYS: "key_custody",
        Group.PASSES: "release_pass",
        Group.CASES: "complaint",
        Group.ORDERS: "service_order",
        Group.VISITS: "reception",
        Group.RECEIPTS: "inbox",
    }
)
_TONES: Mapping[str, Tone] = MappingProxyType(
    {"active": Tone.DONE, "former": Tone.NEUTRAL, "home": Tone.DONE}
)
_BETWEEN = " · "


def entry_of(row: FileRow, custom: EstateFormat, documents: Mapping[str, str]) -> Entry:
    """A record in words; `documents` are the names of a move-in's papers by their codes."""
    title, detail = _told(row, documents)
    return Entry(
        row=row,
        day=custom.long_date(custom.day(row.at)),
        time=custom.time(row.at),
        title=title,
        detail=detail,
        sign=SIGNS[GROUPS[row.kind]],
        chip=_chip(row),
    )


def _told(row: FileRow, documents: Mapping[str, str]) -> tuple[str, str]:
    """What it is with its number; whom it names and how its text begins."""
    if row.kind == "print_log":
        return _joined(label("form", row.what), row.number), ""
    if row.kind == "resident":
        return row.who, label("resident_role", row.what)
    if row.kind == "move_in_document":
        return documents.get(row.what, row.what), _joined(label("record", row.kind), row.number)
    if row.kind == "move_in_event":
        what = label("move_in_event", row.what)
        return _joined(label("record", "move_in"), what, row.number), row.who
    return _joined(label("record", row.kind), row.number), _joined(row.who, row.what)


def _joined(*parts: str) -> str:
    return _BETWEEN.join(part for part in parts if part)


def _chip(row: FileRow) -> Chip | None:
    """How the record stands; nothing where its room has no chip for it."""
    if row.state in _TONES:
        return Chip(_TONES[row.state], label("file_state", row.state))
    try:
        return state_chip(row.kind, row.state)
    except KeyError:
        return None
