"""The one search box, on records that are really there."""

from datetime import timedelta

import pytest

from desk.clock import FixedClock
from desk.domain import numbering
from desk.domain.complaint import ComplaintEntry
from desk.domain.estate import ResidentEntry
from desk.domain.reception import ReceptionEntry
from desk.domain.room import Room
from desk.models.lists import find as find_list
from desk.services import complaint, estate, reception, resident
from desk.services.find import Found, find
from desk.services.workplace import Workplace
from tests.services.statements import counted


@pytest.fixture
def filled(workplace: Workplace, clock: FixedClock) -> Workplace:
    """Two households, three visits and a complaint."""
    first = estate.add_unit(workplace, Room("A", "", "12", "B"))
    second = estate.add_unit(workplace, Room("B", "", "12", "C"))
    zeng = resident.add(workplace, first, ResidentEntry("曾德華", phones=("9123 4567",)))
    resident.add(workplace, second, ResidentEntry("陳大文", phones=("6123 0000",)))
    left = resident.add(workplace, second, ResidentEntry("曾小明"))
    resident.end(workplace, left, 1)
    now = clock.now()
    for unit, name, words in (
        (first, "曾德華", "廚房天花漏水"),
        (second, "陳大文", "停車場噪音"),
        (second, "訪客甲", "探訪陳先生\n第二行"),
    ):
        entry = ReceptionEntry(now, unit_id=unit, caller_name=name, request=words)
        reception.register(workplace, entry)
    complaint.register(
        workplace,
        ComplaintEntry(
            received_at=now,
            occurred_at=now - timedelta(hours=1),
            place="停車場",
            unit_id=first,
            resident_id=zeng,
            complainant="曾德華",
            contact="9123 4567",
            about="保安員",
            course="深夜噪音",
            demand="道歉",
        ),
    )
    return workplace


def _told(found: Found) -> tuple[list[str], list[str], list[str], list[str]]:
    return (
        [one.label for one in found.units],
        [one.name for one in found.residents],
        [one.who for one in found.receptions],
        [one.number for one in found.complaints],
    )


@pytest.mark.parametrize(
    ("text", "units", "residents"),
    [
        ("曾德華", [], ["曾德華"]),
        ("曾德华", [], ["曾德華"]),
        ("zdh", [], ["曾德華"]),
        ("cengdehua", [], ["曾德華"]),
        ("4567", [], ["曾德華"]),
        ("曾", [], ["曾德華", "曾小明"]),
        ("12樓", ["A座12樓B室", "B座12樓C室"], ["曾德華", "陳大文", "曾小明"]),
        ("A座12樓B室", ["A座12樓B室"], ["曾德華"]),
        ("Flat B, 12/F, Block A", ["A座12樓B室"], ["曾德華"]),
        ("曾 12c", [], ["曾小明"]),
        ("陳 0000 12c", [], ["陳大文"]),
        ("陳 4567", [], []),
    ],
)
def test_people_and_rooms_are_found_as_they_are_asked_for(
    filled: Workplace, text: str, units: list[str], residents: list[str]
) -> None:
    found = _told(find(filled, text))
    assert (found[0], found[1]) == (units, residents)


def test_who_has_left_stands_behind_who_lives_there(filled: Workplace) -> None:
    assert [one.active for one in find(filled, "曾").residents] == [True, False]


def test_visits_and_complaints_are_found_by_words_people_and_rooms(filled: Workplace) -> None:
    assert [one.excerpt for one in find(filled, "漏水").receptions] == ["廚房天花漏水"]
    assert [one.excerpt for one in find(filled, "訪客甲").receptions] == ["探訪陳先生 第二行"]
    assert [one.who for one in find(filled, "B座 停車").receptions] == ["陳大文"]
    found = find(filled, "噪音")
    assert [one.number for one in found.complaints] == ["C2026-000001"]
    assert found.complaints[0].excerpt == "保安員"


@pytest.mark.parametrize(
    "text",
    [
        "C2026-000001",
        "c2026000001",
        "Ｃ２０２６－０００００１",
        numbering.scan_code("C2026-000001"),
    ],
)
def test_a_whole_number_or_a_scanned_code_finds_its_record_alone(
    filled: Workplace, text: str
) -> None:
    found = find(filled, text)
    assert found.exact is not None
    assert (found.exact_kind, found.exact.number) == ("complaint", "C2026-000001")
    assert _told(found) == ([], [], [], [])


def test_a_code_whose_check_character_is_wrong_finds_no_record(filled: Workplace) -> None:
    code = numbering.scan_code("R2026-000001")
    assert find(filled, code).exact_kind == "reception"
    assert find(filled, code[:-1] + ("A" if code[-1] != "A" else "B")).exact is None


@pytest.mark.parametrize(
    "text",
    ["", "   ", "，。", '"', "a AND b", "NOT", "*", "^漏水", "漏水*", "(", "'; DROP TABLE", "\x00"],
)  # fmt: skip
def test_nothing_typed_is_read_as_syntax(filled: Workplace, text: str) -> None:
    assert find(filled, text).exact is None


def test_no_more_than_asked_for_is_given(filled: Workplace) -> None:
    found = find(filled, "12", limit=1)
    assert [len(group) for group in _told(found)[:2]] == [1, 1]


# Common words that hardly ever meet


@pytest.fixture
def many(filled: Workplace, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """Five months of visits about water or about noise, only the very first about both."""
    monkeypatch.setattr(find_list, "_FEW", 2)
    monkeypatch.setattr(find_list, "_QUICK", 3)
    for at in range(20):
        words = "漏水和噪音" if at == 0 else "漏水" if at % 2 else "噪音"
        entry = ReceptionEntry(clock.now(), caller_name="王五", request=words)
        reception.register(filled, entry)
        clock.advance(timedelta(days=8))
    return filled


def test_common_words_that_met_long_ago_are_left_out_unless_asked_for_deeply(
    many: Workplace,
) -> None:
    found = find(many, "漏水 噪音")
    assert (found.receptions, found.is_whole) == ((), False)
    deep = find(many, "漏水 噪音", deep=True)
    assert [one.excerpt for one in deep.receptions] == ["漏水和噪音"]
    assert deep.is_whole


def test_common_words_that_meet_nowadays_are_found_in_all_years(
    many: Workplace, clock: FixedClock
) -> None:
    entry = ReceptionEntry(clock.now(), caller_name="王五", request="漏水和噪音")
    reception.register(many, entry)
    found = find(many, "漏水 噪音")
    assert (len(found.receptions), found.is_whole) == (2, True)


def test_one_word_and_a_rare_word_are_asked_of_all_years(many: Workplace) -> None:
    assert find(many, "漏水").is_whole
    assert find(many, "漏水 天花").is_whole
    assert [one.who for one in find(many, "漏水 天花").receptions] == ["曾德華"]


def test_a_register_is_read_only_where_its_index_holds_the_words(filled: Workplace) -> None:
    """A key press costs one look into an index for each register in which nothing answers."""
    with counted(filled) as statements:
        find(filled, "噪音")
    registers = ("FROM service_person", "FROM supplier", "FROM service_agreement", "FROM duty")
    assert [one for one in statements if any(name in one for name in registers)] == []
    assert sum("FROM search_service_person" in one for one in statements) == 1
