"""Keys in the one search box, in the history, with their papers."""

from pathlib import Path

import pytest

from desk.services import attachment, find, history, key_set
from desk.services.key_set import KeySetFilter
from desk.services.workplace import Workplace
from tests.services.conftest import Household
from tests.services.key_course import agreed, left_for_gas, lent, pump

PDF = b"%PDF-1.4\n" + b"x" * 64


@pytest.mark.parametrize("said", ["e-01", "Ｅ-01", "水泵", "永安", "黃師傅", "5432", "K1"])
def test_a_set_is_found_by_tag_words_and_who_has_it(workplace: Workplace, said: str) -> None:
    known = pump(workplace)
    lent(workplace, known)
    (hit,) = find.find(workplace, said).keys
    assert (hit.number, hit.state, hit.who) == ("E-01", "lent", "黃師傅")
    assert [one.id for one in key_set.page(workplace, KeySetFilter(text=said)).rows] == [known.id]


@pytest.mark.parametrize("said", ["A座12樓B室", "12b", "曾德華", "zdh", "g-07 曾"])
def test_a_set_is_found_by_room_and_owner(
    workplace: Workplace, household: Household, said: str
) -> None:
    left_for_gas(workplace, household)
    assert [one.number for one in find.find(workplace, said).keys] == ["G-07"]


def test_a_set_that_left_stands_behind_those_in_custody(workplace: Workplace) -> None:
    known = pump(workplace)
    key_set.retire(workplace, known.id, known.version, "換鎖")
    pump(workplace, hook="A5")
    assert [one.state for one in find.find(workplace, "e-01").keys] == ["in", "retired"]


def test_a_whole_number_opens_its_record(workplace: Workplace, household: Household) -> None:
    known, one = agreed(workplace, household)
    loan = lent(workplace, one, purpose="通風")
    for kind, number in (("key_loan", loan.number), ("custody_agreement", known.number)):
        found = find.find(workplace, number.lower().replace("-", ""))
        assert (found.exact_kind, found.exact and found.exact.number) == (kind, number)
        assert history.record_of_number(workplace, number)[0] == kind
    rows = history.page(workplace, history.Filter(kind="key_set")).rows
    assert [row.record for row in rows] == ["D-11", "D-11"]


def test_scans_are_kept_with_a_set_and_an_agreement(
    workplace: Workplace, household: Household, tmp_path: Path
) -> None:
    known, one = agreed(workplace, household)
    path = tmp_path / "代管委托書.pdf"
    path.write_bytes(PDF)
    for kind, record_id in (("custody_agreement", known.id), ("key_set", one.id)):
        attachment.add(workplace, kind, record_id, path)
        assert [row.name for row in attachment.of_record(workplace, kind, record_id)] == [path.name]
