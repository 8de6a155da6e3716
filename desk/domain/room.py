"""How a room is written, read and found, in Hong Kong, Taiwan and on the mainland.

`A座12樓B室`, `Flat B, 12/F, Block A` and `12B` are one room; so are `3栋2单元1201室`, `3-2-1201` and
`3#2-1201`; so are `12號5樓之2`, `12號5F-2` and `12-5-2`. All are read into components, small letters
and plain figures in the order building, entrance, floor, door, from which tokens are made for what
is stored and for what is asked alike.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from desk.domain.estate import Region

_COMPONENT_LIMIT = 8

_SIMPLIFIED = str.maketrans("棟樓層號單門戶貳參陸", "栋楼层号单门户贰叁陆")
_DIGITS = {char: at for at, char in enumerate("零一二三四五六七八九")}
_DIGITS |= {char: at for at, char in enumerate("〇壹贰叁肆伍陆柒捌玖")} | {"两": 2, "兩": 2}
_TENS = {"十": 10, "拾": 10, "廿": 20, "卅": 30, "百": 100, "佰": 100}
_NUMERALS = "".join((*_DIGITS, *_TENS))
_MARKS = "座栋幢期阁苑楼层室房户号门"

_ENGLISH = (
    (r"(?:ground floor|g/f)", "g楼"),
    (r"(\d+)(?:st|nd|rd|th)? ?(?:/ ?f(?:l|loor)?\b\.?|floor\b|flr\b|fl\b\.?)", r"\1楼"),
    (r"([a-z]{1,3}\d?) ?/ ?f\b\.?", r"\1楼"),
    (r"\b(?:floor|level) ?(\d+|[a-z]{1,2}\d?)\b", r"\1楼"),
    (r"\b(?:phase|stage) ?(\d+|[a-z])\b", r"\1期"),
    (r"\b(?:block|blk|tower|twr|building|bldg)\b\.? ?(\d+[a-z]?|[a-z]\d?)\b", r"\1座"),
    (
        r"\b(?:flat|unit|room|rm|suite|shop|apartment|apt)\b\.? ?(?:no\.? ?)?"
        r"(\d+[a-z]?\d*|[a-z]\d*)\b",
        r"\1室",
    ),
)
_ENGLISH_RULES = tuple((re.compile(pattern), mark) for pattern, mark in _ENGLISH)
_RANKS = {"期": 0, "座": 1, "楼": 3, "室": 4}

_NUMERAL = re.compile(rf"([{_NUMERALS}]+)(?=[{_MARKS}]|单元|$)|(?<=[之第])([{_NUMERALS}]+)")
_FLOOR_F = re.compile(r"(\d+)f(?=[-#之 ]|\d)")
_NOISE = re.compile(rf"单元|[^0-9a-z\u3400-\U0003ffff]|(?<=.)[{_MARKS}](?!$)|[之第]|[{_MARKS}]$")
_PART = re.compile(r"\d+|[a-z]+|[\u3400-\U0003ffff]+")
_MARKED = re.compile(rf"[0-9a-z]+(?:[{_MARKS}]|单元)")


@dataclass(frozen=True)
class Room:
    """A unit's address within the estate, each part as the estate writes it and possibly empty.

    Hong Kong: building A, floor 12, door B. Mainland: building 3, entrance 2, door 1201. Taiwan:
    building 12 (門牌號), floor 5, door 2 (之2).
    """

    building: str = ""
    entrance: str = ""
    floor: str = ""
    door: str = ""

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """The four parts, the largest first."""
        return (self.building, self.entrance, self.floor, self.door)


def plain(text: str) -> str:
    """Bring a writing to one width, case and set of marks; English marks become 座, 楼 and 室."""
    text = unicodedata.normalize("NFKC", text).lower().translate(_SIMPLIFIED)
    for rule, mark in _ENGLISH_RULES:
        text = rule.sub(mark, text)
    return _NUMERAL.sub(lambda found: str(_value(found.group(0))), text)


def parse(text: str) -> tuple[str, ...]:
    """Return the components of any usual writing of a room, leading zeros dropped.

    `Flat B, 12/F, Block A` gives `("a", "12", "b")`; a text that names no room gives its words.
    """
    written = plain(text)
    if re.search(r"[a-z]", text, re.IGNORECASE) and len(_MARKED.findall(written)) > 1:
        written = _reordered(written)
    return _components(written)


def components(room: Room) -> tuple[str, ...]:
    """Return the canonical components of a room; a floor its door repeats (12, 1201) is left out."""
    return tuple(part for group in _groups(room) for part in group)


def tokens(room: Room) -> frozenset[str]:
    """Return every run of components, joined by `_`, so that any partial writing finds the room.

    `A座12樓B室` is found by `_a`, `_12`, `_b`, `_a_12`, `_12_b` and `_a_12_b`.
    """
    groups = _groups(room)
    found = set(_runs([part for group in groups for part in group]))
    if len(groups) > 2:
        found.update(_runs([*groups[0], *groups[-1]]))
    found.update(_floor_tokens(room))
    return frozenset(found)


def token(parts: tuple[str, ...]) -> str:
    """Return the token of these components: `("a", "12")` is `_a_12`."""
    return "".join(f"_{part}" for part in parts)


def label(room: Room, region: Region | str) -> str:
    """Write a room in the region's custom."""
    write = {"HK": _label_hk, "TW": _label_tw, "CN": _label_cn}[str(region)]
    return write(room)


def sort_key(room: Room) -> str:
    """Return a text whose order is the natural one: 2 before 10, basements before floor 1."""
    return "/".join(_natural(part) for part in room.parts)


def _components(written: str) -> tuple[str, ...]:
    written = _FLOOR_F.sub(r"\1楼", written)
    spaced = _NOISE.sub(" ", written)
    parts = (part.lstrip("0") or "0" for part in _PART.findall(spaced))
    return tuple(part for part, _ in zip(parts, range(_COMPONENT_LIMIT), strict=False))


def _reordered(written: str) -> str:
    """Put pieces that an English writing gives backwards (flat, floor, block) largest first."""
    pieces = re.findall(r"[^,，\s]+", written)
    if all(piece[-1] in _RANKS for piece in pieces):
        pieces.sort(key=lambda piece: _RANKS[piece[-1]])
    return " ".join(pieces)


def _value(numerals: str) -> int | str:
    """Read Chinese numerals, counted (十二, 一百零三) or spelled (一二〇三)."""
    if not any(char in _TENS for char in numerals):
        return "".join(str(_DIGITS[char]) for char in numerals)
    total = unit = 0
    for char in numerals:
        if char in _DIGITS:
            unit = _DIGITS[char]
        elif char in "廿卅":
            total += _TENS[char]
        else:
            total += (unit or 1) * _TENS[char]
            unit = 0
    return total + unit


def _groups(room: Room) -> list[tuple[str, ...]]:
    floor = "" if _repeats_floor(room) else room.floor
    parts = (room.building, room.entrance, _as_floor(floor), room.door)
    return [group for part in parts if (group := _components(plain(part)))]


def _as_floor(floor: str) -> str:
    return re.sub(r"(?i)(?<=\d)\s*/?\s*f$", "", floor)


def _repeats_floor(room: Room) -> bool:
    """Whether the door number already starts with the floor: 1201 on floor 12."""
    return _floor_of(room.door) == room.floor.lstrip("0") != ""


def _floor_of(door: str) -> str:
    plain_door = door.strip()
    if plain_door.isascii() and plain_door.isdigit() and len(plain_door) in (3, 4):
        return plain_door[:-2].lstrip("0")
    return ""


def _floor_tokens(room: Room) -> Iterator[str]:
    """The floor alone, the floor with a two-figure door (1203), and 5F where doors are figures."""
    floor = _components(plain(_as_floor(room.floor or _floor_of(room.door))))
    if not floor:
        return
    yield token(floor)
    door = room.door.strip()
    if room.floor and door.isascii() and door.isdigit() and len(door) < 3:
        yield from _runs([*_components(plain(room.building)), f"{floor[-1]}{int(door):02d}"])
    if not re.search("[A-Za-z]", door):
        yield token((*floor, "f"))
        yield token((*_components(plain(room.building)), *floor, "f"))


def _runs(parts: list[str]) -> Iterator[str]:
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            yield token(tuple(parts[start:end]))


def _natural(part: str) -> str:
    text = unicodedata.normalize("NFKC", part).lower()
    basement = re.fullmatch(r"b(\d+)f?", text)
    if basement:
        return f"!{99 - int(basement.group(1)):06d}"
    return re.sub(r"\d+", lambda digits: digits.group(0).zfill(6), text)


def _marked(part: str, mark: str, before: str = "") -> str:
    """The part with its mark, unless it is empty or already says what it is."""
    if not part:
        return ""
    return part if not re.fullmatch(r"[0-9A-Za-z]+", part) else f"{before}{part}{mark}"


def _label_hk(room: Room) -> str:
    pieces = (
        _marked(room.building, "座"),
        _marked(room.entrance, "號"),
        _marked(room.floor if not _repeats_floor(room) else "", "樓"),
        _marked(room.door, "室"),
    )
    return "".join(pieces)


def _label_cn(room: Room) -> str:
    pieces = (
        _marked(room.building, "栋"),
        _marked(room.entrance, "单元"),
        _marked(room.floor if not _repeats_floor(room) else "", "层"),
        _marked(room.door, "室"),
    )
    return "".join(pieces)


def _label_tw(room: Room) -> str:
    head = _marked(room.building, "號") + _marked(room.entrance, "單元")
    floor = _marked(room.floor if not _repeats_floor(room) else "", "樓")
    if floor and room.door and room.door.isdigit():
        return f"{head}{floor}之{room.door}"
    return head + floor + _marked(room.door, "室")
