"""Many new rows with their parts at once, as an import brings them."""

import json

from desk import hanzi
from desk.domain.permissions import Permission
from desk.domain.search_text import query_terms
from desk.models import history, search_index
from desk.models.estate import Building, IdentityDocument, Phone, Resident, Unit
from desk.services.workplace import Workplace


def _found(workplace: Workplace, table: str, text: str) -> tuple[int, ...]:
    with workplace.reading() as reader:
        return search_index.find(reader, table, query_terms(text, hanzi), 9)


def _unit(workplace: Workplace) -> int:
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        building = Building(name="A座")
        work.add(building)
        unit = Unit(building_id=building.id, floor="12", door="B", label="x", position="x")
        work.add_with_parts([unit], {})
        work.commit()
    return unit.id


def _resident(unit_id: int, name: str) -> Resident:
    return Resident(unit_id=unit_id, name=name, role="owner", kind="natural", active=True)


def test_owners_and_parts_are_written_found_and_told(workplace: Workplace) -> None:
    unit_id = _unit(workplace)
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        people = [_resident(unit_id, "陳大文"), _resident(unit_id, "李小明")]
        phones = [[Phone(number="9123 4567", digits="91234567")], []]
        papers = [[], [IdentityDocument(kind="hkid", number="A1234563")]]
        work.add_with_parts(people, {"phones": phones, "documents": papers})
        work.commit()
    first, second = (one.id for one in people)
    assert _found(workplace, "search_resident", "4567") == (first,)
    assert _found(workplace, "search_resident", "lxm 12b") == (second,)
    with workplace.reading() as reader:
        told = reader.exec_driver_sql(
            "SELECT kind, record_id, changes FROM history WHERE kind IN ('phone', 'resident',"
            " 'identity_document') ORDER BY id"
        ).all()
        assert list(history.broken_entries(reader)) == []
    assert [row.kind for row in told] == ["resident", "resident", "phone", "identity_document"]
    assert json.loads(told[2].changes)["resident_id"] == first
    assert json.loads(told[3].changes)["resident_id"] == second


def test_what_is_not_committed_is_not_there(workplace: Workplace) -> None:
    unit_id = _unit(workplace)
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        work.add_with_parts([_resident(unit_id, "陳大文")], {"phones": [[]]})
    assert _found(workplace, "search_resident", "陳大文") == ()


def test_a_unit_that_moves_twice_in_one_deed_is_found_at_its_last_place(
    workplace: Workplace,
) -> None:
    unit_id = _unit(workplace)
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        unit = work.get(Unit, unit_id)
        for floor in ("20", "30"):
            unit.floor = floor
            work.flush()
        work.commit()
    assert _found(workplace, "search_unit", "30樓b") == (unit_id,)
    assert _found(workplace, "search_unit", "20樓b") == ()
