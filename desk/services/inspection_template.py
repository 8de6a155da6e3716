"""The estate's template of rooms and parts for the inspection of a home 驗房 (R30).

An estate begins with the shipped one; each change is a new version with its reason, and what was
begun from an older one keeps its own rooms and parts.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from desk.config import resources_folder
from desk.domain import inspection as rules
from desk.domain.inspection import PartPlan, RoomPlan
from desk.domain.permissions import Permission
from desk.domain.policy_part import Labels
from desk.domain.reasons import Reason
from desk.models.inspection import InspectionTemplate
from desk.models.lists import Reader
from desk.models.lists import estate as estate_list
from desk.models.lists import inspection as inspection_list
from desk.models.lists.inspection import TemplateRow
from desk.services.cleaning import Cleaning
from desk.services.shipped_words import in_region
from desk.services.workplace import Workplace

KIND = "inspection_template"
VERSIONS = 50


@dataclass(frozen=True)
class Template:
    """One version: `number` 0 is the shipped one, which nobody made."""

    number: int
    rooms: tuple[RoomPlan, ...]
    made_at: datetime | None = None
    made_by: str = ""
    why: str = ""


def in_force(workplace: Workplace) -> Template:
    """The template the next inspection begins with."""
    with workplace.reading() as reader:
        return current(reader)


def versions(workplace: Workplace) -> tuple[Template, ...]:
    """The estate's own versions, newest first."""
    with workplace.reading() as reader:
        return tuple(map(_template, inspection_list.templates(reader, VERSIONS)))


def write(workplace: Workplace, number: int, rooms: Sequence[RoomPlan], why: str) -> Template:
    """A new version, made from version `number`; refused when somebody made one meanwhile."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        cleaning = Cleaning()
        rooms, why = cleaned(cleaning, rooms), cleaning.line(why, rules.WHY_LIMIT, "why")
        last = current(work.reader).number
        overtaken = () if last == number else (Reason("inspection.template.newer"),)
        unexplained = () if why else (Reason("inspection.why.missing", "why"),)
        cleaning.refuse(overtaken, rules.template_reasons(rooms), unexplained)
        row = InspectionTemplate(
            number=last + 1,
            rooms=[_plain(room) for room in rooms],
            made_at=work.now,
            made_by_id=work.actor_id,
            why=why,
        )
        work.add(row)
        return work.committed(lambda reader, _key: current(reader), KIND, row.id)


def write_reasons(workplace: Workplace) -> tuple[Reason, ...]:
    """Why the clerk at the desk may not write a new version."""
    return workplace.missing(Permission.EDIT_GUIDE)


def current(reader: Reader) -> Template:
    """The last version, or the shipped one."""
    row = inspection_list.template(reader)
    if row is None:
        return Template(0, shipped(estate_list.estate(reader).region))
    return _template(row)


@cache
def shipped(region: str = "") -> tuple[RoomPlan, ...]:
    """What an estate begins with: a usual flat, in every language and the region's words."""
    path = resources_folder() / "inspection" / "rooms.json"
    content: list[Mapping[str, Any]] = json.loads(path.read_text("utf-8"))
    return tuple(map(_room, in_region(content, region)))


def cleaned(cleaning: Cleaning, rooms: Sequence[RoomPlan]) -> tuple[RoomPlan, ...]:
    """The rooms and parts with clean names."""
    return tuple(
        RoomPlan(
            _names(cleaning, room.names, f"rooms.{at}"),
            tuple(
                PartPlan(_names(cleaning, part.names, f"rooms.{at}.parts.{place}"), part.id)
                for place, part in enumerate(room.parts)
            ),
        )
        for at, room in enumerate(rooms)
    )


def _names(cleaning: Cleaning, names: Labels, field: str) -> Labels:
    limit = rules.NAME_LIMIT
    said = {language: cleaning.line(name, limit, field) for language, name in names.items()}
    return {language: name for language, name in said.items() if name}


def _template(row: TemplateRow) -> Template:
    return Template(row.number, tuple(map(_room, row.rooms)), row.made_at, row.made_by, row.why)


def _room(content: Mapping[str, Any]) -> RoomPlan:
    return RoomPlan(content["names"], tuple(PartPlan(names) for names in content["parts"]))


def _plain(room: RoomPlan) -> dict[str, Any]:
    return {"names": dict(room.names), "parts": [dict(part.names) for part in room.parts]}
