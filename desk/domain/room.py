"""How a room is written, read and found, in Hong Kong, Taiwan and on the mainland.

`A座12樓B室`, `Flat B, 12/F, Block A` and `12B` are one room; so are `3栋2单元1201室`, `3-2-1201`
and `3#2-1201`; so are `12號5樓之2`, `12號5F-2` and `12-5-2`. All are read into components, small
letters and plain figures in the order building, entrance, floor, door, from which tokens are made
for what is stored and for what is asked alike.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from desk.domain.estate import Region

Components = tuple[str, ...]

COMPONENT_LIMIT = 8
MARKS = (
    "期座栋幢号门楼层室房户"  # what follows a part and says which it is; 单元 is the only long one
)
NUMERALS = "零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖两兩十拾廿卅百佰"

_RANKS = {mark: rank for rank, marks in enumerate(("期", "座栋幢号", "单门", "楼层", "室房户"))
          for mark in marks}  # fmt: skip
_DOOR = 4
_SIMPLIFIED = str.maketrans("棟樓層號單門戶貳參陸", "栋楼层号单门户贰叁陆")
_DIGITS = {char: at % 10 for at, char in enumerate("零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖")}
_DIGITS |= {"两": 2, "兩": 2}
_TENS = {"十": 10, "拾": 10, "廿": 20, "卅": 30, "百": 100, "佰": 100}

# Compiled by `re` when first asked for: the start of the program does not wait for them.
_TELLS_ENGLISH = (
    r"floor|/ ?f|\df[lr]|level|phase|stage|bl(?:oc)?k|tower|twr|b(?:ui)?ld|flat|unit|ro?o?m|suite"
    r"|shop|ap(?:artmen)?t"
)
_START, _END = "(?<![0-9a-z])", r"(?![0-9a-z])\.?"  # a word may touch a Chinese character
_ENGLISH = (
    (rf"{_START}(?:ground floor|g ?/ ?f){_END}", "g楼"),
    (rf"(\d++)(?:st|nd|rd|th)? ?(?:/ ?f(?:l|loor)?|floor|fl|flr){_END}", r"\1楼"),
    (rf"{_START}([a-z]{{1,3}}\d?) ?/ ?f{_END}", r"\1楼"),
    (rf"{_START}(?:floor|level) ?(\d++|[a-z]{{1,2}}\d?){_END}", r"\1楼"),
    (rf"{_START}(?:phase|stage) ?(\d++|[a-z]){_END}", r"\1期"),
    (rf"{_START}(?:block|blk|tower|twr|building|bldg)\.? ?(\d++[a-z]?|[a-z]\d?){_END}", r"\1座"),
    (
        rf"{_START}(?:flat|unit|room|rm|suite|shop|apartment|apt)\.? ?(?:no\.? ?)?"
        rf"(\d++[a-z]?\d*|(?<!rm)(?<!apt)[a-z]\d*){_END}",  # rmj are initials, rm j is a room
        r"\1室",
    ),
)

_MARK = rf"(?:单元|[{MARKS}])"
_NUMERAL = rf"[{NUMERALS}]++(?={_MARK}|$)|(?<=[之第])[{NUMERALS}]++"
_MARKED = rf"(?:第?(?:[0-9a-z]++|[{NUMERALS}]++)(?:{_MARK}[楼之]?|[之-])?)+"
_UNMARKED = r"[0-9]++[a-z]?|[a-z]"
_FLOOR_F = r"(?<=\d)f(?=[-#之 \d])"
_NOISE = rf"(?<=[0-9a-z]){_MARK}++|[{MARKS}](?![\u3400-\U0003ffff])|[之第]"
_PART = r"\d+|[a-z]+|[^\W\d_a-z]+"


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


def parse(text: str) -> Components:
    """Return the components of any usual writing of a room, leading zeros dropped.

    `Flat B, 12/F, Block A` gives `("a", "12", "b")`; a text that names no room gives its words.
    """
    marked = english(plain(text))
    pieces = [piece for piece in re.split(r"[,，\s]+", marked) if piece]
    return canonical(" ".join(largest_first(pieces, _DOOR) or pieces))


def plain(text: str) -> str:
    """Bring a writing to one width, small letters and simplified marks."""
    return unicodedata.normalize("NFKC", text).lower().translate(_SIMPLIFIED)


def english(text: str) -> str:
    """Replace the English marks of a small-letter text by Chinese ones: `flat b` is `b室`."""
    if re.search(_TELLS_ENGLISH, text):
        for pattern, mark in _ENGLISH:
            text = re.sub(pattern, mark, text)
    return text


def canonical(text: str) -> Components:
    """Return the components of a writing that is in plain small letters, in their order."""
    if not text.isascii():
        text = re.sub(_NUMERAL, lambda found: str(_value(found.group(0))), text)
        text = re.sub(_NOISE, " ", text)
    found = re.findall(_PART, re.sub(_FLOOR_F, " ", text))[:COMPONENT_LIMIT]
    return tuple(part.lstrip("0") or "0" for part in found)


def largest_first(pieces: list[str], unmarked: int | None = None) -> list[str] | None:
    """Put pieces that each say which part they are (b室, 12楼, a座) in the order of addresses.

    `unmarked` is the rank of a piece like `12b`. None when a piece does not say what it is, or two
    say the same.
    """
    ranks = [_rank(piece, unmarked) for piece in pieces]
    known = [rank for rank in ranks if rank is not None]
    if not known or len(set(known)) < len(pieces):
        return None
    return [piece for _, piece in sorted(zip(known, pieces, strict=True))]


def components(room: Room) -> Components:
    """Return the canonical components of a room; a floor its door repeats (1201) is left out."""
    floor = "" if _repeats_floor(room) else room.floor
    return tuple(
        part
        for written in (room.building, room.entrance, floor, room.door)
        for part in _read(written)
    )


def tokens(room: Room) -> frozenset[str]:
    """Return every choice of parts in their order, so that any partial writing finds the room.

    `A座12樓B室` is found by `_a`, `_12`, `_b`, `_a_12`, `_12_b`, `_a_b` and `_a_12_b`.
    """
    building = [(), *_runs(_read(room.building))]
    entrance = [(), _read(room.entrance)] if room.entrance else [()]
    above = [(), *_floor_and_door(room)]
    chosen = product(building, entrance, above)
    return frozenset(token(some) for parts in chosen if (some := sum(parts, ())))


def token(parts: Iterable[str]) -> str:
    """Return the token of these components: `("a", "12")` is `_a_12`."""
    return "".join(f"_{part}" for part in parts)


def label(room: Room, region: Region | str) -> str:
    """Write a room in the region's custom: A座12樓B室, 12號5樓之2, 3栋2单元1201室."""
    building, entrance, floor, door = room.parts
    floor = "" if _repeats_floor(room) else floor
    match str(region):
        case "TW":
            last = f"之{door}" if door.isdecimal() and (floor or building) else _marked(door, "室")
            pieces = (_marked(building, "號"), _marked(entrance, "門"), _marked(floor, "樓"), last)
        case "CN":
            pieces = (
                *(_marked(building, "栋"), _marked(entrance, "单元")),
                *(_marked(floor, "层"), _marked(door, "室")),
            )
        case _:
            pieces = (
                *(_marked(building, "座"), _marked(entrance, "號")),
                *(_marked(floor, "樓"), _marked(door, "室")),
            )
    return "".join(pieces).strip()


def sort_key(room: Room) -> str:
    """Return a text whose order is the natural one: 2 before 10, basements before floor 1."""
    return "/".join(_natural(part) for part in room.parts)


def _rank(piece: str, unmarked: int | None) -> int | None:
    """Which part a piece is, by its first mark; None where nothing says so."""
    found = re.fullmatch(_MARKED, piece)
    mark = re.search(rf"[{MARKS}单]", piece)
    if found and mark:
        return _RANKS[mark.group(0)]
    return unmarked if re.fullmatch(_UNMARKED, piece) else None


def _read(part: str) -> Components:
    return canonical(english(plain(part))) if part else ()


def _runs(parts: Components) -> Iterator[Components]:
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            yield parts[start:end]


def _floor_and_door(room: Room) -> Iterator[Components]:
    """Each way to write floor and door: 12, B, 12 B; 5, 5F, 2, 5 2, 502; 12, 1201, 12 1201."""
    written = re.sub(r"(?i)(?<=\d)\s*/?\s*f$", "", room.floor.strip())
    within, door = _floor_within(room.door), _read(room.door)
    floor = _read(written) or within
    if not floor or not door:
        yield floor or door
    else:
        yield from (floor, door, floor + door)
    if floor and floor != within and not re.search("[A-Za-z]", room.door):
        yield (*floor, "f")
    if floor and re.fullmatch(r"\d{1,2}", "".join(door)) and floor[-1].isdecimal():
        yield (*floor[:-1], floor[-1] + door[0].zfill(2))


def _floor_within(door: str) -> Components:
    """The floor that a door of three or four figures begins with: 12 of 1201."""
    figures = unicodedata.normalize("NFKC", door).strip()
    if re.fullmatch(r"\d{3,4}", figures, re.ASCII):
        return _read(figures[:-2].lstrip("0"))
    return ()


def _repeats_floor(room: Room) -> bool:
    return bool(room.floor) and _floor_within(room.door) == _read(room.floor)


def _value(numerals: str) -> int | str:
    """Read Chinese numerals, counted (十二, 一百零三) or spelled (一二〇三)."""
    if not any(char in _TENS for char in numerals):
        return "".join(str(_DIGITS[char]) for char in numerals)
    total = unit = 0
    for char in numerals:
        if char in _DIGITS:
            unit = _DIGITS[char]
        else:
            total += (unit or 1) * _TENS[char]
            unit = 0
    return total + unit


def _natural(part: str) -> str:
    """A part whose figures are of one width; B2 before B1 before everything else."""
    text = plain(part)
    basement = re.fullmatch(r"b(\d+)f?", text, re.ASCII)
    if basement:
        return f"!{max(0, 999_999 - int(basement.group(1))):06d}"
    return re.sub(r"\d+", lambda digits: digits.group(0).zfill(6), text)


def _marked(part: str, mark: str) -> str:
    """The part with its mark, unless it is empty or a name that needs none."""
    if re.fullmatch(r"[0-9A-Za-z]*", part):
        return part and part + mark
    return f"{part} " if part[-1].isascii() else part
