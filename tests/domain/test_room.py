"""Rooms: read from any usual writing, found by any part of it, shown in the region's custom."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.room import Room, components, label, parse, sort_key, token, tokens

A_12_B = ("a", "12", "b")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("A座12樓B室", A_12_B),
        ("A座12/F B室", A_12_B),
        ("A座 12樓 B室", A_12_B),
        ("Ａ座１２樓Ｂ室", A_12_B),
        ("A座十二樓B室", A_12_B),
        ("a座012樓b", A_12_B),
        ("Flat B, 12/F, Block A", A_12_B),
        ("flat b 12th floor tower a", A_12_B),
        ("Block A, Floor 12, Flat B", A_12_B),
        ("Unit B, 12/F., Twr. A", A_12_B),
        ("12B, Block A", A_12_B),
        ("Block A 12B", A_12_B),
        ("A12B", A_12_B),
        ("a-12-b", A_12_B),
        ("A/12/B", A_12_B),
        ("12B", ("12", "b")),
        ("Room 1203, Tower 3", ("3", "1203")),
        ("3座1203", ("3", "1203")),
        ("二期三座8樓C室", ("2", "3", "8", "c")),
        ("第二期第三座八樓C室", ("2", "3", "8", "c")),
        ("Phase 2, Block 3, 8/F, Flat C", ("2", "3", "8", "c")),
        ("海棠閣12樓B室", ("海棠閣", "12", "b")),
        ("怡心樓12樓B", ("怡心", "12", "b")),
        ("甲座2樓", ("甲", "2")),
        ("G/F", ("g",)),
        ("Shop 5, G/F", ("g", "5")),
        ("B2", ("b", "2")),
        ("3栋2单元1201室", ("3", "2", "1201")),
        ("3棟2單元1201室", ("3", "2", "1201")),
        ("三栋二单元1201室", ("3", "2", "1201")),
        ("3幢2单元1201", ("3", "2", "1201")),
        ("3号楼2单元1201", ("3", "2", "1201")),
        ("3-2-1201", ("3", "2", "1201")),
        ("3#2-1201", ("3", "2", "1201")),
        ("3#-2-1201", ("3", "2", "1201")),
        ("3幢1201", ("3", "1201")),
        ("03-02-0801", ("3", "2", "801")),
        ("一二〇三室", ("1203",)),
        ("一百零三室", ("103",)),
        ("廿三樓", ("23",)),
        ("二十樓", ("20",)),
        ("12號5樓之2", ("12", "5", "2")),
        ("12號五樓之二", ("12", "5", "2")),
        ("12號5F-2", ("12", "5", "2")),
        ("12號5F之2", ("12", "5", "2")),
        ("12號之2", ("12", "2")),
        ("12-5-2", ("12", "5", "2")),
        ("中山路12號5樓之2", ("中山路", "12", "5", "2")),
        ("", ()),
        ("座", ()),
        ("  -#/ ", ()),
    ],
)
def test_a_writing_is_read_into_components(written: str, expected: tuple[str, ...]) -> None:
    assert parse(written) == expected


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_read_into_a_few_words(written: str) -> None:
    found = parse(written)
    assert len(found) <= 8
    assert all(part.isalnum() for part in found)


@pytest.mark.parametrize("piece", ["1", "a", "十", "1-", "十座", "1a", "第", "flat ", "a座"])
def test_a_flood_of_parts_is_read_at_once(piece: str) -> None:
    started = time.process_time()
    assert len(parse(piece * 2_000 + "!")) <= 8
    assert time.process_time() - started < 0.5


def test_reading_what_was_read_changes_nothing() -> None:
    for room in (
        Room("A", "", "08", "B"),
        Room("3", "2", "", "0801"),
        Room("海棠閣", "", "G", "1"),
    ):
        assert parse(" ".join(components(room))) == components(room)


HONG_KONG = st.builds(
    Room,
    building=st.sampled_from(["A", "B", "3", "12", "1A", "二期3", "海棠閣"]),
    floor=st.integers(1, 60).map(str) | st.sampled_from(["G", "LG", "08"]),
    door=st.sampled_from(["A", "B", "H", "03", "12", "1"]),
)
MAINLAND = st.builds(
    Room,
    building=st.integers(1, 40).map(str),
    entrance=st.integers(1, 6).map(str),
    door=st.tuples(st.integers(1, 33), st.integers(1, 8)).map(lambda at: f"{at[0]}0{at[1]}"),
)
TAIWAN = st.builds(
    Room,
    building=st.integers(1, 300).map(str),
    floor=st.integers(1, 30).map(str),
    door=st.integers(1, 12).map(str) | st.just(""),
)


def found(room: Room, *writings: str) -> None:
    missed = [text for text in writings if token(parse(text)) not in tokens(room)]
    assert not missed, (room, missed, sorted(tokens(room)))


@given(HONG_KONG)
def test_a_hong_kong_flat_is_found_by_every_usual_writing(room: Room) -> None:
    block, floor, door = room.building, room.floor, room.door
    found(room, f"{block}座{floor}樓{door}室", f"{block}座{floor}/F {door}室", f"{floor}樓{door}室")
    found(room, f"{block}-{floor}-{door}", f"{block}座{floor}樓", f"{block}座", f"{floor}樓")
    found(room, f"{floor}/F", f"{block}座{door}室", f"{door}室", label(room, "HK"))
    if block.isascii():
        found(room, f"Flat {door}, {floor}/F, Block {block}", f"Flat {door}", f"Tower {block}")
    if door.isalpha() and floor.isdecimal():
        found(room, f"{floor}{door}", f"{block}座{floor}{door}", f"{floor}{door.lower()}室")
    if door.isdecimal() and floor.isdecimal():
        found(room, f"{floor}{int(door):02d}室", f"{block}座{floor}{int(door):02d}")


@given(MAINLAND)
def test_a_mainland_flat_is_found_by_every_usual_writing(room: Room) -> None:
    block, entrance, door = room.building, room.entrance, room.door
    found(room, f"{block}栋{entrance}单元{door}室", f"{block}幢{entrance}单元{door}", f"{door}室")
    found(room, f"{block}号楼{entrance}单元{door}", f"{block}-{entrance}-{door}", f"{block}栋")
    found(room, f"{block}#{entrance}-{door}", f"{block}栋{door}", f"{block}-{door}", door)
    found(room, f"{entrance}单元{door}", f"{block}栋{entrance}单元", f"{door[:-2]}楼")
    found(room, f"{block}栋{door[:-2]}层", f"{block}栋{door[:-2]}层{door}室", label(room, "CN"))
    found(
        Room(block, entrance, door[:-2], door), label(room, "CN"), f"{block}栋{door[:-2]}楼{door}"
    )


@given(TAIWAN)
def test_a_taiwan_flat_is_found_by_every_usual_writing(room: Room) -> None:
    house, floor, door = room.building, room.floor, room.door
    found(
        room, f"{house}號{floor}樓", f"{house}號{floor}F", f"{floor}樓", f"{floor}F", f"{house}號"
    )
    found(room, f"{house}-{floor}", label(room, "TW"))
    if door:
        found(
            room, f"{house}號{floor}樓之{door}", f"{house}號{floor}F-{door}", f"{floor}樓之{door}"
        )
        found(room, f"{house}-{floor}-{door}", f"{floor}F-{door}", f"{floor}-{door}")


def test_a_room_is_not_found_by_the_writing_of_another() -> None:
    here = tokens(Room("A", "", "12", "B"))
    others = ("B座12樓A室", "A座1樓2B", "A座2樓B室", "12A", "1-2-B", "A座21樓", "AB", "112B")
    assert not [text for text in others if token(parse(text)) in here]


def test_a_room_has_few_tokens() -> None:
    assert len(tokens(Room("A", "", "12", "B"))) == 7
    assert len(tokens(Room("3", "2", "", "1201"))) <= 15
    assert len(tokens(Room("12", "", "5", "2"))) <= 11
    assert tokens(Room()) == frozenset()


@pytest.mark.parametrize(
    ("room", "region", "written"),
    [
        (Room("A", "", "12", "B"), "HK", "A座12樓B室"),
        (Room("海棠閣", "", "12", "B"), "HK", "海棠閣12樓B室"),
        (Room("Tower 3", "", "12", "B"), "HK", "Tower 3 12樓B室"),
        (Room("3", "", "", "1203"), "HK", "3座1203室"),
        (Room("A", "", "G", "Shop 5"), "HK", "A座G樓Shop 5"),
        (Room("3", "2", "", "1201"), "CN", "3栋2单元1201室"),
        (Room("3", "2", "12", "1201"), "CN", "3栋2单元1201室"),
        (Room("3", "", "", "1201"), "CN", "3栋1201室"),
        (Room("12", "", "5", "2"), "TW", "12號5樓之2"),
        (Room("12", "", "5", ""), "TW", "12號5樓"),
        (Room("中山路12號", "", "5", "2"), "TW", "中山路12號5樓之2"),
        (Room("12", "", "5", "A"), "TW", "12號5樓A室"),
        (Room(), "HK", ""),
    ],
)
def test_a_room_is_shown_in_the_custom_of_its_region(room: Room, region: str, written: str) -> None:
    assert label(room, region) == written


def test_rooms_stand_in_their_natural_order() -> None:
    ordered = [
        Room("2", "", "B2", "1"),
        Room("2", "", "B1", "1"),
        Room("2", "", "2", "A"),
        Room("2", "", "10", "A"),
        Room("2", "", "10", "B"),
        Room("10", "", "1", "A"),
        Room("A", "", "1", "A"),
    ]
    assert sorted(set(ordered), key=sort_key) == ordered
