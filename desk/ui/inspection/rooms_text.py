"""Rooms and parts as text: a room a line, its parts behind a colon 客廳：牆面、窗.

What stands there unchanged stays the same part. Where a room keeps as many parts as before, one
with another name in the same place is the same part renamed.
"""

import re
from collections.abc import Sequence

from desk.domain.inspection import PartPlan, RoomPlan, said, typed
from desk.domain.policy_part import Labels

_COLON = re.compile(r"[:：]")
_COMMA = re.compile(r"[、,，;；]")


def as_text(rooms: Sequence[RoomPlan], language: str) -> str:
    """The rooms as they are typed in that language."""
    return "\n".join(_line(room, language) for room in rooms)


def from_text(text: str, before: Sequence[RoomPlan], language: str) -> tuple[RoomPlan, ...]:
    """The rooms that were typed, with the names and parts that are known already."""
    known = {said(room.names, language): room for room in before}
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    parts = [_parted(line) for line in lines]
    places = list(before) if len(before) == len(parts) else []
    return tuple(
        _room(room, names, known.get(room) or (places[at] if places else None), language)
        for at, (room, names) in enumerate(parts)
    )


def _line(room: RoomPlan, language: str) -> str:
    parts = "、".join(said(one.names, language) for one in room.parts)
    return f"{said(room.names, language)}：{parts}"


def _parted(line: str) -> tuple[str, list[str]]:
    room, *rest = _COLON.split(line, maxsplit=1)
    names = [one.strip() for one in _COMMA.split(rest[0])] if rest else []
    return room.strip(), [one for one in names if one]


def _room(name: str, parts: Sequence[str], before: RoomPlan | None, language: str) -> RoomPlan:
    if before is None:
        return RoomPlan(typed(name), tuple(PartPlan(typed(one)) for one in parts))
    known = {said(one.names, language): one for one in before.parts}
    same = len(parts) == len(before.parts)
    found = []
    for at, one in enumerate(parts):
        there = before.parts[at] if same else None
        if one in known:
            found.append(known[one])
        elif there is not None and said(there.names, language) not in parts:
            found.append(PartPlan(typed(one), there.id))
        else:
            found.append(PartPlan(typed(one)))
    return RoomPlan(_names(name, before.names, language), tuple(found))


def _names(name: str, before: Labels, language: str) -> Labels:
    return before if said(before, language) == name else typed(name)
