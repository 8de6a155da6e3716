"""How much each case of a page of move-ins 入住 still lacks before it is filed (R36, R56)."""

from collections.abc import Mapping, Sequence

from desk.domain.move_in import MoveInFacts, State
from desk.domain.move_in_filing import items, still_missing
from desk.domain.move_in_rule import Arrival, Holder
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.models.lists import Reader
from desk.models.lists import move_in_page as parts
from desk.models.lists.move_in import MoveInRow
from desk.services import policy
from desk.services.workplace import Workplace


def lacking(workplace: Workplace, rows: Sequence[MoveInRow]) -> Mapping[int, int]:
    """Of the open cases among these rows: how many things are missing and not let pass, by id.

    A paper, a fee, the keys, the inspection count as one thing each, however much of it is missing.
    The number of queries does not grow with the rows.
    """
    workplace.require(Permission.READ)
    wanted = [row for row in rows if row.state == State.OPEN]
    if not wanted:
        return {}
    with workplace.reading() as reader:
        ids = {row.policy_id for row in wanted}
        rules = {one: policy.by_id(reader, one).policy.move_in for one in ids}
        known = _facts(reader, wanted)
    return {
        row.id: len(items(still_missing(known[row.id], rules[row.policy_id]))) for row in wanted
    }


def _facts(reader: Reader, rows: Sequence[MoveInRow]) -> Mapping[int, MoveInFacts]:
    ids = [row.id for row in rows]
    persons, documents = parts.persons(reader, ids), parts.documents(reader, ids)
    listed, fees = parts.listed(reader, ids), parts.fees(reader, ids)
    keys, excepted = parts.keys(reader, ids), parts.exceptions(reader, ids)
    inspected = parts.inspected(reader, ids)
    return {
        row.id: MoveInFacts(
            state=State(row.state),
            arrival=Arrival(row.arrival),
            holder=Holder(row.holder),
            by_agent=row.by_agent,
            moved_on=row.moved_on,
            persons=persons.get(row.id, ()),
            documents=documents.get(row.id, ()),
            listed=listed.get(row.id, ()),
            fees=fees.get(row.id, ()),
            keys=keys.get(row.id, ()),
            inspection=_INSPECTION[inspected.get(row.id)],
            registered=row.registered_on is not None,
            excepted=excepted.get(row.id, ()),
        )
        for row in rows
    }


# None begun; begun, and something of it is missing; whole.
_INSPECTION: Mapping[bool | None, tuple[Reason, ...] | None] = {
    None: None,
    False: (Reason("inspection.open"),),
    True: (),
}
